import type { TSESTree } from '@typescript-eslint/utils';
import type { EditWriter } from '../../source/edits.js';
import { MOST_STEPS } from '../../source/exhausted.js';
import type { Call, Name, Opaque, Span, Value } from '../../source/model.js';
import type { Surroundings } from '../../source/modules.js';
import { beginningOf } from '../../source/span.js';
import { alternatives, unknown } from '../../source/values.js';
import { type ConstructorFunctions, constructorFunctions } from './syntax/constructor-functions.js';
import { type Scope, scopeOf } from './syntax/scope.js';
import type { Runners } from './runners.js';
import type { SourceCode } from './source-code.js';
import { surveyOf, type Survey } from './syntax/survey.js';
import { bare, type ClassNode, type FunctionNode, type Node, spanOf } from './syntax/syntax.js';

/** A call of a function of this file that is being looked into: its parameters stand for these arguments. */
export interface Frame {
  /** The function; for a field of an object without a constructor, its class. */
  readonly callee: FunctionNode | ClassNode;
  readonly call: Call;
  /** What `this` is inside. */
  readonly self: Instance | undefined;
  readonly outer: Frame | undefined;
  readonly depth: number;
  readonly values: KnownValues;
}

/** A result, and how deep it was asked for if something was left out for being too deep: from there on, it is again. */
export interface Known<T> {
  readonly value: T;
  readonly from: number;
}

/** What expressions were read as. */
export type KnownValues = Map<Node, Known<Value>>;

/** An object made by `new` from a class of this file. */
export interface Instance {
  readonly class: ClassNode;
  /** The call itself, a {@link Construction}. */
  readonly construction: Call;
  readonly frame: Frame | undefined;
  /** The calls of methods on it that write to its members. */
  readonly setUp: readonly Frame[];
  /** What is assigned to its members from outside. */
  readonly assigned: readonly { readonly key: string; readonly node: Node; readonly frame: Frame | undefined }[];
}

/** A function of this file as a value. */
export interface LocalFunction extends Opaque {
  readonly callee: FunctionNode;
  readonly self: Instance | undefined;
  /** The call in which it was made: variables around it are those of that call. */
  readonly closure: Frame | undefined;
  /** The arguments that `bind` has given it already. */
  readonly bound?: readonly Value[];
}

/** A class of this file as a value, or (with `isThis`) an object of it whose construction is not seen: `this`. */
export interface LocalClass extends Opaque {
  readonly class: ClassNode;
  readonly isThis: boolean;
}

/** A call of which the reader knows more than it says: that it makes an object of a class of this file. */
export interface Construction extends Call {
  readonly instance: Instance;
}

export function isLocalFunction(value: Value): value is LocalFunction {
  return value.kind === 'opaque' && 'callee' in value;
}

export function isLocalClass(value: Value): value is LocalClass {
  return value.kind === 'opaque' && 'class' in value;
}

export function isConstruction(value: Value): value is Construction {
  return value.kind === 'call' && 'instance' in value;
}

/** How one kind of expression is read. */
export type Expression = (reading: Reading, node: never, frame: Frame | undefined) => Value;

/** What is evaluated in a language of its own way: JavaScript, or one whose programs are lowered to the same trees. */
export interface Language {
  readonly name: string;
  /** What is not here is unknown. */
  readonly expressions: Readonly<Record<string, Expression>>;
  /** What a call of one of the language's own functions gives; undefined if it is none. */
  readonly standardCall: (
    reading: Reading,
    node: TSESTree.CallExpression | TSESTree.NewExpression,
    frame: Frame | undefined,
  ) => Value | undefined;
  /** Methods that write to the table they are called on: a key and its value, or all of another table. */
  readonly writing: Readonly<Record<string, 'sets' | 'adds' | 'removes'>>;
  /** Methods that add items to a list. */
  readonly growing: ReadonlySet<string>;
  /** Methods that give the member whose name they are given. */
  readonly lookups: ReadonlySet<string>;
  /** Operators that make a text of texts. */
  readonly joining: ReadonlySet<string>;
  /** Methods that make a text of the text or list they are called on. */
  readonly composing: ReadonlySet<string>;
  /** Functions that make a text of the text or list they are given. */
  readonly decoding: ReadonlySet<string>;
  /** Functions whose result is called like what they are given. */
  readonly naming: ReadonlySet<string>;
  /** Whether a call may make an object of a class; in some languages only the class tells. */
  readonly mayConstruct: (node: TSESTree.CallExpression | TSESTree.NewExpression) => boolean;
  readonly runners: Runners;
  readonly edits: (reading: Reading) => EditWriter;
}

/** How deep expressions, and what is worked out later, may need one another before a value counts as unknown. */
const MOST_DEPTH = 60;
/** How many calls of the file's own functions are looked into; files that people write make a few hundred. */
const MOST_ENTERED = 1_000;
/** How many entries of spread tables are copied. */
const MOST_COPIED = 50_000;
/** How deep calls of the file's own functions are looked into. */
export const MOST_FRAMES = 5;

/** A credential comes from other modules in fewer than a hundred steps. Without a limit, each file of a framework works out the framework again. */
const MOST_STEPS_IN_MODULES = 2_000;
const MOST_ENTERED_IN_MODULES = 400;

/** What work is left: for the file that is checked, and for all modules that are read for it. */
class Budget {
  copied = 0;

  constructor(
    public steps: number,
    /** Calls of own functions that may yet be looked into. */
    public entries: number,
  ) {}
}

/** What the readings of a file and of the modules around it share. */
class Check {
  readonly readings = new Map<number, Reading>();
  readonly ofModules = new Budget(MOST_STEPS_IN_MODULES, MOST_ENTERED_IN_MODULES);
  /** How deep values need one another. */
  depth = 0;
  /** How often something was left out for being too deep. */
  cut = 0;
}

const checks = new WeakMap<object, Check>();

function checkOf(surroundings: Surroundings | undefined): Check {
  const check = (surroundings && checks.get(surroundings.check)) ?? new Check();
  if (surroundings) checks.set(surroundings.check, check);
  return check;
}

/** The reading of one file: what was found, what is known already, and how much work is left. */
export class Reading {
  readonly survey: Survey;
  readonly scope: Scope;
  /** The offset at which the text begins; other than 0 in a module that is read for another file. */
  readonly base: number;
  #constructorFunctions: ConstructorFunctions | undefined;
  readonly #known: KnownValues = new Map();
  readonly #check: Check;
  readonly #budget: Budget;

  constructor(
    readonly sourceCode: SourceCode,
    readonly language: Language,
    readonly surroundings?: Surroundings,
  ) {
    this.survey = surveyOf(sourceCode);
    this.scope = scopeOf(sourceCode);
    this.base = surroundings?.base ?? 0;
    this.#check = checkOf(surroundings);
    this.#budget = this.base === 0 ? new Budget(MOST_STEPS, MOST_ENTERED) : this.#check.ofModules;
    this.#check.readings.set(this.base, this);
  }

  /** The classes that functions of the file amount to. */
  get constructorFunctions(): ConstructorFunctions {
    return (this.#constructorFunctions ??= constructorFunctions(this.survey, this.scope));
  }

  /** The reading of the file that a node is of: this one, or that of a module around it. */
  home(node: Node): Reading {
    const base = beginningOf(node.range[0]);
    return base === this.base ? this : (this.#check.readings.get(base) ?? this);
  }

  /** The reading of the file that is checked: this one, if it is that. */
  get checked(): Reading {
    return this.#check.readings.get(0) ?? this;
  }

  /** The value of an expression, seen from inside `frame`. Never throws, never returns undefined, always ends. */
  read(expression: Node, frame?: Frame): Value {
    const node = bare(expression);
    const home = this.home(node);
    if (home !== this) return home.read(node, frame);
    const known = frame?.values ?? this.#known;
    const before = known.get(node);
    if (this.holds(before)) return before.value;
    const nothing = unknown(spanOf(node));
    const read = this.language.expressions[node.type];
    if (!read) return nothing;
    return this.resolve(
      () => read(this, node as never, frame),
      nothing,
      (result) => known.set(node, result),
    );
  }

  /** Work that is done when its result is first asked for. If it asks for its own result meanwhile, or goes too deep, the answer is `otherwise`. */
  lazily<T>(work: () => T, otherwise: T): () => T {
    let known: Known<T> | undefined;
    const remember = (result: Known<T>): void => void (known = result);
    return () => (this.holds(known) ? known.value : this.resolve(work, otherwise, remember));
  }

  /** Whether what was worked out before is all that can be told now. */
  holds<T>(known: Known<T> | undefined): known is Known<T> {
    return known !== undefined && (this.#check.depth >= known.from || this.#budget.steps <= 0);
  }

  /** Does work as {@link lazily} does, for who keeps what is known with much else: `remember` keeps it. */
  resolve<T>(work: () => T, otherwise: T, remember: (result: Known<T>) => void): T {
    const check = this.#check;
    if (check.depth >= MOST_DEPTH || this.#budget.steps <= 0) {
      check.cut += 1;
      return otherwise;
    }
    const { cut } = check;
    check.depth += 1;
    this.#budget.steps -= 1;
    remember({ value: otherwise, from: 0 });
    const value = work();
    check.depth -= 1;
    // What was cut short here may well be told when it is asked for from less deep.
    remember({ value, from: cut === check.cut ? 0 : check.depth });
    return value;
  }

  /** Whether there was more work than one file may make, so that values are unknown that a reader could tell. */
  get isExhausted(): boolean {
    return this.#budget.steps <= 0;
  }

  /** Counts a call of a function of this file that is looked into; false if there were too many. */
  enter(): boolean {
    this.#budget.entries -= 1;
    return this.#budget.entries >= 0;
  }

  /** Counts entries that are copied from one table into another; false if there were too many. */
  copy(entries: number): boolean {
    this.#budget.copied += entries;
    return this.#budget.copied <= MOST_COPIED;
  }

  /** Takes a step of the file's work for something other than reading an expression. */
  spend(steps: number): boolean {
    this.#budget.steps -= steps;
    return this.#budget.steps > 0;
  }

  textOf(node: Node): string {
    return this.sourceCode.text.slice(node.range[0] - this.base, node.range[1] - this.base);
  }

  /** Whether some characters are written at an offset. */
  isWritten(text: string, offset: number): boolean {
    return this.sourceCode.text.startsWith(text, offset - this.base);
  }
}

/** A name whose head is a parameter or variable that cannot be looked through. */
export function localName(path: readonly string[], at: Span, type?: Name, declaredAt?: Span): Name {
  return { kind: 'name', local: true, path, at, declaredAt, ...(type && { type: { name: type, below: [] } }) };
}

/** The frame that a function or class is made in: the innermost one whose function holds it, and is not it. */
export function frameAround(node: Node, frame: Frame | undefined): Frame | undefined {
  const inner = frameOf(node, frame);
  return inner?.callee === node ? frameOf(node, inner.outer) : inner;
}

/** The frame an expression is to be read in: the innermost one whose function holds it. */
export function frameOf(node: Node, frame: Frame | undefined): Frame | undefined {
  let inner = frame;
  while (inner && !(node.range[0] >= inner.callee.range[0] && node.range[1] <= inner.callee.range[1])) inner = inner.outer;
  return inner;
}

/** What is called where a value stands for the function. */
export function calleeOf(value: Value): Name | Opaque {
  const [name] = alternatives(value).filter((option) => option.kind === 'name');
  if (name) return name;
  // `axios.create(…)(url)`: the result of a call is called.
  if (value.kind === 'call') return { kind: 'name', of: value, path: [], at: value.at };
  return value.kind === 'opaque' ? value : unknown(value.at);
}
