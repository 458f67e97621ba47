import { type Responder, responders } from '../../cloudflare/sinks/responders.js';
import type { Exit, SourceFile, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { alternatives, get, presentValue } from '../../source/values.js';
import { rootOf } from '../program/callees.js';
import { type Exposure, exposureOf } from './exposure.js';
import { type Flow, flows, placeIn } from './flows.js';

/** Returns credentials in return values that a framework sends to the client, and in thrown values. */
export const resultExposures = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  const told = responders.filter(({ path, text }) => (path?.test(file.path) ?? true) && (text?.test(file.text) ?? true));
  return (file.exits ?? []).flatMap((exit) => {
    if (exit.how === 'rendered') return rendered(exit, flowsOf);
    return exit.how === 'thrown' ? thrown(exit, flowsOf) : returned(exit, told, flowsOf);
  });
});

type FlowsOf = (value: Value) => readonly Flow[];

/**
 * Returns credentials in thrown objects: `throw { headers }`. Constructed errors are sinks themselves, and rethrown ones were reported where they
 * were constructed.
 */
function thrown({ value, at }: Exit, flowsOf: FlowsOf): readonly Exposure[] {
  return alternatives(value)
    .filter(({ kind }) => kind !== 'call')
    .flatMap(flowsOf)
    .filter(isShown)
    .map((flow) => exposureOf(flow, placeIn(within(value.at, at) ? value.at : at, flow), 'error', 'throw'));
}

/**
 * Returns credentials in markup: `<pre>{process.env.CLOUDFLARE_API_TOKEN}</pre>`. Variables other than the environment's hold what the page's own
 * user has entered.
 */
function rendered({ value, at, names: [element = ''] }: Exit, flowsOf: FlowsOf): readonly Exposure[] {
  return flowsOf(value)
    .filter((flow) => flow.source.named && isShown(flow))
    .map((flow) => exposureOf(flow, placeIn(at, flow), 'response', `<${element}>`));
}

function returned(exit: Exit, told: readonly Responder[], flowsOf: FlowsOf): readonly Exposure[] {
  const row = told.find((each) => isFoundBy(each, exit));
  if (!row) return [];
  const { at, value, names, givenTo } = exit;
  const by = givenTo?.callee.kind === 'name' && row.takers ? (givenTo.callee.path.at(-1) ?? '') : names.join('.');
  return sent(value, row)
    .flatMap(flowsOf)
    .filter(isShown)
    .map((flow) => exposureOf(flow, placeIn(at, flow), 'response', by));
}

function sent(value: Value, { members }: Responder): readonly Value[] {
  if (members === undefined) return [value];
  return alternatives(value).flatMap((option) =>
    option.kind === 'table' ? members.flatMap((member) => presentValue(get(option, member)) ?? []) : [],
  );
}

function isFoundBy({ names, takers, globals, modules, objects, marks, beside }: Responder, exit: Exit): boolean {
  if (beside !== undefined && !tells(exit.value, beside)) return false;
  if (names) return names.test(exit.names.join('.'));
  if (marks) return exit.marks.some((mark) => marks.test(mark));
  const callee = exit.givenTo?.callee;
  if (callee?.kind !== 'name' || !takers?.test(callee.path.at(-1) ?? '')) return false;
  if (objects?.test(callee.path.at(-2) ?? '')) return true;
  const { module, local, path } = rootOf(callee);
  return module === undefined ? !local && (globals?.test(path.join('.')) ?? false) : (modules?.test(module) ?? false);
}

/** Whether a value is a table with a given member. */
function tells(value: Value, member: string): boolean {
  return alternatives(value).some((option) => option.kind === 'table' && presentValue(get(option, member)) !== undefined);
}

/** Whether a credential is exposed without all members being printed. That is the case for responses, but not for errors and clients. */
function isShown({ source }: Flow): boolean {
  return source.whole === undefined || source.whole === 'answer';
}
