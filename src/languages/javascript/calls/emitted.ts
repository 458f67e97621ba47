/**
 * What listeners of events get: `zone` in `bus.on('purged', (zone) => …)` where `bus.emit('purged', 'example.com')`.
 *
 * Sources: https://nodejs.org/api/events.html and the README of each package, November 2026.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Span, Value } from '../../../source/model.js';
import { literal } from '../../../source/values.js';
import { lineage } from '../classes/instances.js';
import { siblings } from '../modules/siblings.js';
import { isConstruction, isLocalClass, type Reading } from '../reading.js';
import { isClass, methodOf, type Node, parentOf } from '../syntax/syntax.js';
import { choice } from '../values/choices.js';

const modules = /^(?:(?:node:)?events|eventemitter[23]|mitt|emittery|nanoevents|tiny-emitter)$/;
const listening = /^(?:on|once|addListener|prependListener)$/;

/** Most calls that emit an event of which the arguments are considered. */
const MAX_EMITTED = 4;

/** The argument that a listener gets at a position, of all calls in the file and its imports that emit its event; undefined if there are none. */
export function emittedTo(reading: Reading, listener: Node, position: number, at: Span): Value | undefined {
  const call = parentOf(listener);
  if (call?.type !== 'CallExpression' || call.arguments[1] !== listener || !listening.test(methodOf(call) ?? '')) return undefined;
  const event = eventOf(reading, call);
  const emitter = event === undefined ? undefined : emitterOf(reading, call);
  if (event === undefined || emitter === undefined) return undefined;
  const emitting = [reading, ...siblings(reading)].flatMap((each) =>
    (emissionsIn(each).get(event) ?? []).filter((node) => emitterOf(each, node) === emitter).map((node) => ({ each, node })),
  );
  const given = emitting.slice(0, MAX_EMITTED).flatMap(({ each, node }) => {
    const argument = node.arguments[position + 1];
    return argument && argument.type !== 'SpreadElement' ? each.read(argument) : [];
  });
  return choice(given, at);
}

const known = new WeakMap<Reading, ReadonlyMap<string, readonly TSESTree.CallExpression[]>>();

/** The calls in a file that emit events, by the name of the event. */
function emissionsIn(reading: Reading): ReadonlyMap<string, readonly TSESTree.CallExpression[]> {
  const before = known.get(reading);
  if (before) return before;
  const found = new Map<string, TSESTree.CallExpression[]>();
  // Before the events are read: the name of one may be what a listener gets.
  known.set(reading, found);
  for (const node of reading.survey.calls) {
    const event = node.type === 'CallExpression' && methodOf(node) === 'emit' ? eventOf(reading, node) : undefined;
    if (event !== undefined && node.type === 'CallExpression') found.set(event, [...(found.get(event) ?? []), node]);
  }
  return found;
}

function eventOf(reading: Reading, { arguments: [event] }: TSESTree.CallExpression): string | undefined {
  return event && event.type !== 'SpreadElement' ? literal(reading.read(event)) : undefined;
}

/** Where the emitter is made, or the class that inherits from one begins; undefined if what a call is of is no emitter. */
function emitterOf(reading: Reading, { callee }: TSESTree.CallExpression): number | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const value = reading.read(callee.object);
  const own = isConstruction(value) ? value.instance.class : isLocalClass(value) && isClass(value.class) ? value.class : undefined;
  if (own) {
    const above = lineage(reading, own).at(-1)?.superClass;
    const base = above ? reading.read(above) : undefined;
    return base?.kind === 'name' && isOfEmitters(base) ? own.range[0] : undefined;
  }
  return value.kind === 'call' && value.callee.kind === 'name' && isOfEmitters(value.callee) ? value.at.start : undefined;
}

function isOfEmitters({ module }: Name): boolean {
  return module !== undefined && modules.test(module);
}
