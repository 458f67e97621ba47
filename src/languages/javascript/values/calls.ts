/** Calls: as they are written, and as what they return where that is known. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, List, Name, Opaque, Outcome, Span, Value } from '../../../source/model.js';
import { alternatives, unknown, within } from '../../../source/values.js';
import { choice } from './choices.js';
import { indirectCall, iteration } from './iteration.js';
import { frameOfClass, lineage, withSetUp } from './instances.js';
import { outcomeOf } from '../outcomes/outcomes.js';
import {
  calleeOf,
  type Construction,
  type Frame,
  isLocalClass,
  isLocalFunction,
  type LocalFunction,
  MOST_FRAMES,
  type Reading,
  type Instance,
  isConstruction,
  type Known,
} from '../reading.js';
import { bodiesIn, type Body } from '../syntax/bodies.js';
import { bare, type FunctionNode, isDiscarded, isFunction, type Node, spanOf, staticKey } from '../syntax/syntax.js';

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A function that makes more calls than this is not looked into from each of its callers. */
const MOST_INSIDE = 60;

export function readCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value {
  return (
    reading.language.standardCall(reading, node, frame) ??
    mapped(reading, node, frame) ??
    resultOf(reading, node, frame) ??
    callAt(reading, node, frame)
  );
}

const written = new WeakMap<Reading, WeakMap<Node, Call>>();

/** The call as it is written, whatever it returns. */
export function callAt(reading: Reading, node: CallNode, frame?: Frame): Call {
  const home = reading.home(node);
  if (frame) return makeCall(home, node, frame);
  const calls = written.get(home) ?? new WeakMap<Node, Call>();
  written.set(home, calls);
  const call = calls.get(node) ?? makeCall(home, node, undefined);
  calls.set(node, call);
  return call;
}

/** What is known of a call so far. There are more calls than anything else: what is never asked for must cost nothing. */
class Written {
  #target: Known<Value> | undefined;
  #given: Known<readonly Argument[]> | undefined;
  #values: Known<readonly Value[]> | undefined;
  #inside: Known<readonly Call[]> | undefined;
  #callee: Name | Opaque | undefined;
  #calleeOf: Value | undefined;

  constructor(
    readonly reading: Reading,
    readonly node: CallNode,
    readonly frame: Frame | undefined,
  ) {}

  target(): Value {
    const { reading, node, frame } = this;
    return reading.kept(
      this.#target,
      () => reading.read(node.callee, frame),
      () => unknown(spanOf(node.callee)),
      (known) => (this.#target = known),
    );
  }

  callee(): Name | Opaque {
    const target = this.target();
    if (this.#callee && this.#calleeOf === target) return this.#callee;
    this.#calleeOf = target;
    return (this.#callee = calleeOf(target));
  }

  given(): readonly Argument[] {
    const { reading, node, frame } = this;
    return reading.kept(
      this.#given,
      () => node.arguments.flatMap((each) => argumentsIn(reading, each, frame)),
      () => node.arguments.map((each) => ({ value: () => unknown(spanOf(each)), at: spanOf(each) })),
      (known) => (this.#given = known),
    );
  }

  values(): readonly Value[] {
    return this.reading.kept(
      this.#values,
      () => this.given().flatMap(({ value }) => value?.() ?? []),
      () => this.node.arguments.map((each) => unknown(spanOf(each))),
      (known) => (this.#values = known),
    );
  }

  inside(call: Call): readonly Call[] {
    const { reading, node, frame } = this;
    return reading.kept(
      this.#inside,
      () => callsInside(reading, this.target(), call, frame, node),
      () => [],
      (known) => (this.#inside = known),
    );
  }
}

/** A call as the model has it: its members are on the class, since objects with accessors of their own take several times the memory. */
class WrittenCall implements Call {
  readonly kind = 'call';
  readonly at: Span;

  constructor(private readonly known: Written) {
    this.at = spanOf(known.node);
  }

  get callee(): Name | Opaque {
    return this.known.callee();
  }

  get arguments(): readonly Value[] {
    return this.known.values();
  }

  get argumentsAt(): readonly Span[] {
    return this.known.given().flatMap(({ value, at }) => (value ? [at] : []));
  }

  get open(): boolean {
    const isSpread = this.known.node.arguments.some(({ type }) => type === 'SpreadElement');
    return isSpread && this.known.given().some(({ value }) => !value);
  }

  get new(): boolean {
    return this.known.node.type === 'NewExpression';
  }

  get named(): true | undefined {
    return givesByName(this.known.node);
  }

  get discarded(): boolean {
    return isDiscarded(this.known.node);
  }

  get inside(): readonly Call[] {
    return this.known.inside(this);
  }

  get outcome(): Outcome {
    const { reading, node, frame } = this.known;
    return outcomeOf(reading, node, frame);
  }

  get calleeAt(): Span {
    return spanOf(this.known.node.callee);
  }
}

function makeCall(reading: Reading, node: CallNode, frame: Frame | undefined): Call {
  const written = new Written(reading, node, frame);
  const call = new WrittenCall(written);
  const made = node.type === 'NewExpression' ? written.target() : undefined;
  if (!made || !isLocalClass(made)) return call;
  const instance: Instance = { class: made.class, construction: call, frame, setUp: [], assigned: [] };
  return Object.assign(call, { instance });
}

/** Whether the last argument holds those that are given by name: lowered trees say so. */
function givesByName(node: CallNode): true | undefined {
  const last = node.arguments.at(-1);
  return last && 'isNamed' in last ? true : undefined;
}

interface Argument {
  /** Undefined for what is spread and cannot be seen. */
  readonly value: (() => Value) | undefined;
  readonly at: Span;
}

/** An argument, or those that a list is spread into. */
function argumentsIn(reading: Reading, node: TSESTree.CallExpressionArgument, frame: Frame | undefined): readonly Argument[] {
  const at = spanOf(node);
  if (node.type !== 'SpreadElement') return [{ value: () => reading.read(node, frame), at }];
  const list = reading.read(node.argument, frame);
  return list.kind === 'list' && !list.open ? list.items.map((item) => ({ value: () => item, at })) : [{ value: undefined, at }];
}

/** `` $`curl ${url}` ``. */
export function templateAt(reading: Reading, node: TSESTree.TaggedTemplateExpression): Call {
  return {
    kind: 'call',
    get callee() {
      return calleeOf(reading.read(node.tag));
    },
    get arguments() {
      return [reading.read(node)];
    },
    argumentsAt: [spanOf(node.quasi)],
    open: false,
    new: false,
    template: true,
    inside: [],
    at: spanOf(node),
    calleeAt: spanOf(node.tag),
  };
}

/** What a call of a function of this file returns, if its `return`s tell. */
function resultOf(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  if (node.type === 'NewExpression') return undefined;
  const target = reading.read(node.callee, frame);
  if (!isLocalFunction(target) || target.callee.generator) return undefined;
  const inner = frameFor(reading, target, () => callAt(reading, node, frame), frame);
  if (!inner) return undefined;
  const values = returnsOf(reading, target.callee).map((returned) => reading.read(returned, inner));
  const told = values.flatMap(alternatives).filter((value) => isTold(value, target.callee));
  // A builder gives itself back, and what it was given this time is known from now on.
  const isItself = (value: Value): value is Construction =>
    isConstruction(value) && value.instance.construction === target.self?.construction;
  return choice(
    told.map((value) => (isItself(value) ? withSetUp(value, [inner]) : value)),
    spanOf(node),
  );
}

/** A longer list is not mapped item by item. */
const MOST_MAPPED = 16;

/** `['a', 'b'].map((id) => ({ id }))`: a list of what the function returns for each item. */
function mapped(reading: Reading, node: CallNode, frame: Frame | undefined): List | undefined {
  const callee = bare(node.callee);
  const [callback] = node.arguments;
  if (callee.type !== 'MemberExpression' || staticKey(callee.property, callee.computed) !== 'map' || !callback) return undefined;
  const [list, target] = [reading.read(callee.object, frame), reading.read(callback, frame)];
  if (list.kind !== 'list' || list.open || list.items.length > MOST_MAPPED || !isLocalFunction(target)) return undefined;
  const [returned, ...others] = returnsOf(reading, target.callee);
  if (!returned || others.length > 0) return undefined;
  const call = callAt(reading, node, frame);
  const mappedItem = (item: Value): Value => {
    const inner = frameFor(reading, target, () => callWith(call, [item]), frame);
    return inner ? reading.read(returned, inner) : unknown(item.at);
  };
  const items = reading.lazily(() => list.items.map(mappedItem), []);
  return {
    kind: 'list',
    get items() {
      return items();
    },
    open: false,
    at: call.at,
  };
}

/** A call of a function that is made with other arguments than are written. */
function callWith({ at, calleeAt }: Call, values: readonly Value[], open = false, named?: boolean): Call {
  return { kind: 'call', callee: unknown(calleeAt), arguments: values, open, new: false, named, inside: [], at, calleeAt };
}

/** Whether a result says something outside of its function. What a promise, a parameter or a loop brings is another thing with each call. */
function isTold(value: Value, callee: FunctionNode): boolean {
  switch (value.kind) {
    case 'opaque':
      return value.what === 'constant' || value.what === 'function';
    case 'name':
      return !value.declaredAt || !within(value.declaredAt, spanOf(callee));
    case 'call':
      if (isConstruction(value)) return true;
      return value.callee.kind === 'name' && !(value.new && value.callee.path.join('.') === 'Promise');
    default:
      return true;
  }
}

function frameFor(reading: Reading, target: LocalFunction, call: () => Call, outer: Frame | undefined): Frame | undefined {
  const { callee, closure, self, bound } = target;
  const depth = Math.max(outer?.depth ?? 0, closure?.depth ?? 0) + 1;
  if (depth > MOST_FRAMES || !reading.home(callee).enter()) return undefined;
  const made = call();
  const given = bound ? callWith(made, [...bound, ...made.arguments], made.open, made.named) : made;
  return { callee, call: given, self: self ?? closure?.self ?? outer?.self, outer: closure ?? outer, depth, values: new Map() };
}

function returnsOf(reading: Reading, callee: FunctionNode): readonly Node[] {
  if (callee.body.type !== 'BlockStatement') return [callee.body];
  return (bodyOf(reading, callee)?.returns ?? []).flatMap((statement) => statement.argument ?? []);
}

function callsInside(reading: Reading, target: Value, call: Call, frame: Frame | undefined, node: CallNode): readonly Call[] {
  if (isLocalClass(target) && isConstruction(call)) return callsOfObject(reading, call.instance);
  if (!isLocalFunction(target)) return callsOfCallback(reading, call, frame, node);
  return callsMadeBy(reading, target, call, frame);
}

/** The calls that an object's constructor makes, and that its methods make for their callers. */
function callsOfObject(reading: Reading, self: Instance): readonly Call[] {
  const calls = lineage(reading, self.class).flatMap((owner) => {
    const inClass = frameOfClass(reading, owner, self);
    return owner.body.body.flatMap((element): readonly (readonly [CallNode, Frame])[] => {
      const callee = 'value' in element && element.value && isFunction(element.value) && !element.static ? element.value : undefined;
      const body = callee && bodyOf(reading, callee);
      if (!callee || !body) return [];
      const call = callWith(self.construction, [], true);
      const frame =
        callee === inClass.callee ? inClass : { ...inClass, callee, call, outer: inClass, depth: inClass.depth + 1, values: new Map() };
      return body.calls.map((each) => [each, frame] as const);
    });
  });
  if (calls.length > MOST_INSIDE || !reading.enter() || !reading.spend(calls.length)) return [];
  return calls.map(([each, frame]) => callAt(reading, each, frame));
}

/** `zones.forEach(purge)` calls `purge` with each zone, `purge.bind(null, zone)` with that. What is written in place is read where it stands. */
function callsOfCallback(reading: Reading, call: Call, frame: Frame | undefined, node: CallNode): readonly Call[] {
  if (node.type !== 'CallExpression') return [];
  const each = iteration(reading, node, frame) ?? indirectCall(node, call);
  if (!each || isFunction(each.callback)) return [];
  const target = reading.read(each.callback, frame);
  return isLocalFunction(target) ? callsMadeBy(reading, target, callWith(call, each.arguments), frame) : [];
}

function callsMadeBy(reading: Reading, target: LocalFunction, call: Call, frame: Frame | undefined): readonly Call[] {
  const { calls } = bodyOf(reading, target.callee) ?? { calls: [] };
  const home = reading.home(target.callee);
  const inner = calls.length <= MOST_INSIDE && home.spend(calls.length) ? frameFor(reading, target, () => call, frame) : undefined;
  return inner ? calls.map((each) => callAt(reading, each, inner)) : [];
}

/** What the bodies of a file's functions hold, by the reading of the file. */
const bodies = new WeakMap<Reading, ReadonlyMap<FunctionNode, Body>>();

function bodyOf(reading: Reading, callee: FunctionNode): Body | undefined {
  const home = reading.home(callee);
  const known = bodies.get(home) ?? bodiesIn(home.survey);
  bodies.set(home, known);
  return known.get(callee);
}
