/** Reads calls: as written, or in the frame of a call of the enclosing function. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Declares, Name, Opaque, Outcome, Span, Value } from '../../../source/model.js';
import { alternatives, unknown } from '../../../source/values.js';
import { outcomeOf } from '../outcomes/outcomes.js';
import type { Known } from '../evaluation.js';
import {
  calledOf,
  calleeOf,
  type Frame,
  type Instance,
  isConstruction,
  isLocalClass,
  isLocalFunction,
  type LocalFunction,
  type Reading,
} from '../reading.js';
import { declaresOfCall } from '../syntax/declared-members.js';
import { givesByName, isDiscarded, isFunction, type Node, spanOf } from '../syntax/syntax.js';
import { writesIn } from '../classes/field-writes.js';
import { convertedBy } from '../classes/conversions.js';
import { injectedClass } from '../classes/injected.js';
import { frameOfClass, lineage, withFrame } from '../classes/instances.js';
import { shownBy } from '../classes/shown-fields.js';
import { indirectCall, iteration } from '../values/iteration.js';
import { calledByPromise, callOfNamed } from './named-callbacks.js';
import { bodyOf, type CallNode, callWith, frameFor } from './frames.js';

/** Functions that contain more calls than this are not entered from their callers. */
const MAX_INSIDE = 60;
/** Most functions of a table of which a call may call any: `handlers[name](event)`. */
const MAX_CALLEES = 8;

const written = new WeakMap<Reading, WeakMap<Node, Call>>();

/** The call itself, even if its result is known. */
export function callAt(reading: Reading, node: CallNode, frame?: Frame): Call {
  const home = reading.home(node);
  if (frame) return makeCall(home, node, frame);
  const calls = written.get(home) ?? new WeakMap<Node, Call>();
  written.set(home, calls);
  const call = calls.get(node) ?? makeCall(home, node, undefined);
  calls.set(node, call);
  return call;
}

/** Lazily computed parts of a call. Calls are the most frequent values, so parts that are never needed must cost nothing. */
class Written {
  #target: Known<Value> | undefined;
  #given: Known<readonly Argument[]> | undefined;
  #values: Known<readonly Value[]> | undefined;
  #inside: Known<readonly Call[]> | undefined;
  #outcome: Outcome | undefined;
  #callee: Name | Opaque | undefined;
  #calleeOf: Value | undefined;

  constructor(
    readonly reading: Reading,
    readonly node: CallNode,
    readonly frame: Frame | undefined,
  ) {}

  // Lookup and computation are separate functions: one that creates closures allocates memory on every call.
  target(): Value {
    return this.reading.holds(this.#target) ? this.#target.value : this.#readTarget();
  }

  #readTarget(): Value {
    const { reading, node, frame } = this;
    const remember = (known: Known<Value>): void => void (this.#target = known);
    return reading.resolve(() => calledOf(reading.read(node.callee, frame)), unknown(spanOf(node.callee)), remember);
  }

  callee(): Name | Opaque {
    const target = this.target();
    if (this.#callee && this.#calleeOf === target) return this.#callee;
    this.#calleeOf = target;
    return (this.#callee = calleeOf(target));
  }

  given(): readonly Argument[] {
    if (this.node.arguments.length === 0) return nothing;
    return this.reading.holds(this.#given) ? this.#given.value : this.#readGiven();
  }

  #readGiven(): readonly Argument[] {
    const { reading, node, frame } = this;
    const otherwise = node.arguments.map((each) => ({ value: () => unknown(spanOf(each)), at: spanOf(each) }));
    const remember = (known: Known<readonly Argument[]>): void => void (this.#given = known);
    return reading.resolve(() => node.arguments.flatMap((each) => argumentsIn(reading, each, frame)), otherwise, remember);
  }

  values(): readonly Value[] {
    if (this.node.arguments.length === 0) return nothing;
    return this.reading.holds(this.#values) ? this.#values.value : this.#readValues();
  }

  #readValues(): readonly Value[] {
    const otherwise = this.node.arguments.map((each) => unknown(spanOf(each)));
    const remember = (known: Known<readonly Value[]>): void => void (this.#values = known);
    return this.reading.resolve(() => this.given().flatMap(({ value }) => value?.() ?? []), otherwise, remember);
  }

  outcome(): Outcome {
    return (this.#outcome ??= outcomeOf(this.reading, this.node, this.frame));
  }

  inside(call: Call): readonly Call[] {
    return this.reading.holds(this.#inside) ? this.#inside.value : this.#readInside(call);
  }

  #readInside(call: Call): readonly Call[] {
    const { reading, node, frame } = this;
    const remember = (known: Known<readonly Call[]>): void => void (this.#inside = known);
    return reading.resolve(() => callsInside(reading, this.target(), call, frame, node), [], remember);
  }
}

const nothing: readonly never[] = [];

/** A call of the model. It is a class, since objects with accessors of their own take several times the memory. */
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
    return this.known.node.type === 'NewExpression' || 'instance' in this;
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
    return this.known.outcome();
  }

  get declares(): Declares | undefined {
    const { reading, node } = this.known;
    return declaresOfCall(reading, node, () => this.callee);
  }

  get calleeAt(): Span {
    return spanOf(this.known.node.callee);
  }
}

function makeCall(reading: Reading, node: CallNode, frame: Frame | undefined): Call {
  const written = new Written(reading, node, frame);
  const call = new WrittenCall(written);
  const injected = injectedClass(reading, node, frame);
  const target = injected ?? (reading.language.mayConstruct(node) ? written.target() : undefined);
  if (!target || !isLocalClass(target) || target.isThis) return call;
  // What a container gives to the constructor is unknown.
  const given = injected ? callWith(call, [], true) : call;
  const instance: Instance = { class: target.class, construction: given, frame, setUp: [], assigned: [] };
  const construction = Object.assign(call, { instance, ...(reading.language.printsFields && { showsWhole: true as const }) });
  return Object.defineProperties(construction, {
    revealedFields: { get: () => shownBy(reading, construction), enumerable: true },
    asText: { get: () => convertedBy(reading, construction, 'toString'), enumerable: true },
  });
}

interface Argument {
  /** Undefined for a spread of unknown items. */
  readonly value: (() => Value) | undefined;
  readonly at: Span;
}

/** An argument, or the arguments from a spread list. */
function argumentsIn(reading: Reading, node: TSESTree.CallExpressionArgument, frame: Frame | undefined): readonly Argument[] {
  const at = spanOf(node);
  if (node.type !== 'SpreadElement') return [{ value: () => reading.read(node, frame), at }];
  const list = reading.read(node.argument, frame);
  return list.kind === 'list' && !list.open ? list.items.map((item) => ({ value: () => item, at })) : [{ value: undefined, at }];
}

/** A tagged template as a call: `` $`curl ${url}` ``. */
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

function callsInside(reading: Reading, target: Value, call: Call, frame: Frame | undefined, node: CallNode): readonly Call[] {
  if (isLocalClass(target) && isConstruction(call)) return callsOfObject(reading, call.instance);
  const anyOf = target.kind === 'choice' && target.any ? alternatives(target).filter(isLocalFunction).slice(0, MAX_CALLEES) : [];
  if (anyOf.length > 0) return anyOf.flatMap((option) => callsMadeBy(reading, option, call, frame));
  if (!isLocalFunction(target)) return callsOfCallback(reading, call, frame, node);
  return callsMadeBy(reading, target, call, frame);
}

/** The calls in an object's constructor, and those in its methods on behalf of their callers. */
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
  if (calls.length > MAX_INSIDE || !reading.enter() || !reading.spend(calls.length)) return [];
  return calls.map(([each, frame]) => callAt(reading, each, frame));
}

/**
 * The calls in a callback that is passed by name: `zones.forEach(purge)` calls `purge` with each zone, `purge.bind(null, zone)` with that zone. The
 * calls in an inline callback are listed anyway.
 */
function callsOfCallback(reading: Reading, call: Call, frame: Frame | undefined, node: CallNode): readonly Call[] {
  if (node.type !== 'CallExpression') return [];
  const each = iteration(reading, node, frame) ?? indirectCall(node, call) ?? calledByPromise(reading, node, frame);
  if (!each || isFunction(each.callback)) return [];
  const target = reading.read(each.callback, frame);
  if (target.kind === 'name') return target.local ? [] : [callOfNamed(call, target, each)];
  return isLocalFunction(target) ? callsMadeBy(reading, target, callWith(call, each.arguments), frame) : [];
}

function callsMadeBy(reading: Reading, target: LocalFunction, call: Call, frame: Frame | undefined): readonly Call[] {
  const { calls } = bodyOf(reading, target.callee) ?? { calls: [] };
  const home = reading.home(target.callee);
  const inner = calls.length <= MAX_INSIDE && home.spend(calls.length) ? frameFor(reading, target, () => call, frame) : undefined;
  if (!inner) return [];
  const made = calls.map((each) => callAt(reading, each, inner));
  return target.self && setsUp(reading, target, call) ? [...made, ...callsOfObject(reading, withFrame(target.self, inner))] : made;
}

/** Whether a method stores its arguments in its object: `api.setToken('…')`, after which other methods may send them. */
function setsUp(reading: Reading, { callee, self }: LocalFunction, { arguments: values }: Call): boolean {
  const isGiven = values.some((value) => alternatives(value).some(({ kind }) => kind === 'text' || kind === 'table'));
  return isGiven && self !== undefined && lineage(reading, self.class).some((owner) => writesIn(reading, owner, callee));
}
