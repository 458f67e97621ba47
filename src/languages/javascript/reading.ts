import type { TSESTree } from '@typescript-eslint/utils';
import type { EditWriter } from '../../source/edits.js';
import type { Call, Name, Opaque, Span, Value } from '../../source/model.js';
import type { Surroundings } from '../../source/modules.js';
import { beginningOf } from '../../source/span.js';
import { alternatives, unknown } from '../../source/values.js';
import { Evaluation, type Known, SharedEvaluation } from './evaluation.js';
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
  /** Whether an object that is printed shows its fields, though not as a text. */
  readonly printsFields?: true;
  readonly runners: Runners;
  readonly edits: (reading: Reading) => EditWriter;
}

/** What is shared by the readings of a file and of the modules around it, which are told apart by where their texts begin. */
interface Check {
  readonly readings: Map<number, Reading>;
  readonly evaluation: SharedEvaluation;
}

const checks = new WeakMap<object, Check>();

function checkOf(surroundings: Surroundings | undefined): Check {
  const check = (surroundings && checks.get(surroundings.check)) ?? { readings: new Map(), evaluation: new SharedEvaluation() };
  if (surroundings) checks.set(surroundings.check, check);
  return check;
}

/** The reading of one file: what was found, and what is known already. */
export class Reading extends Evaluation {
  readonly survey: Survey;
  readonly scope: Scope;
  /** The offset at which the text begins; other than 0 in a module that is read for another file. */
  readonly base: number;
  #constructorFunctions: ConstructorFunctions | undefined;
  readonly #known: KnownValues = new Map();
  readonly #readings: Map<number, Reading>;

  constructor(
    readonly sourceCode: SourceCode,
    readonly language: Language,
    readonly surroundings?: Surroundings,
  ) {
    const { readings, evaluation } = checkOf(surroundings);
    super(evaluation, (surroundings?.base ?? 0) !== 0);
    this.survey = surveyOf(sourceCode);
    this.scope = scopeOf(sourceCode);
    this.base = surroundings?.base ?? 0;
    this.#readings = readings;
    readings.set(this.base, this);
  }

  /** The classes that functions of the file amount to. */
  get constructorFunctions(): ConstructorFunctions {
    return (this.#constructorFunctions ??= constructorFunctions(this.survey, this.scope));
  }

  /** The reading of the file that a node is of: this one, or that of a module around it. */
  home(node: Node): Reading {
    const base = beginningOf(node.range[0]);
    return base === this.base ? this : (this.#readings.get(base) ?? this);
  }

  /** The reading of the module whose text begins at an offset, if that has been read. */
  beginningAt(base: number): Reading | undefined {
    return this.#readings.get(base);
  }

  /** The reading of the file that is checked: this one, if it is that. */
  get checked(): Reading {
    return this.#readings.get(0) ?? this;
  }

  /** The value of an expression, seen from inside `frame`. Never throws, never returns undefined, always ends. */
  read(expression: Node, frame?: Frame): Value {
    const node = bare(expression);
    const home = this.home(node);
    const known = (frame?.values ?? home.#known).get(node);
    return home.holds(known) ? known.value : home.#readAnew(node, frame);
  }

  // Apart from what looks up what is known: a function that makes closures takes memory for each call of it.
  #readAnew(node: Node, frame: Frame | undefined): Value {
    const nothing = unknown(spanOf(node));
    const read = this.language.expressions[node.type];
    if (!read) return nothing;
    const known = frame?.values ?? this.#known;
    return this.resolve(
      () => read(this, node as never, frame),
      nothing,
      (result) => known.set(node, result),
    );
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

/** What is called of what may be: `send` of `(path, send = fetch)`, and `given.fetch ?? fetch`, are `fetch` unless a caller gives another. */
export function calledOf(value: Value): Value {
  if (value.kind !== 'choice' || value.any) return value;
  const given = value.options.filter((option) => (option.kind === 'name' ? option.local : isNothing(option)));
  const [only, ...others] = value.options.filter((option) => !given.includes(option));
  if (!only || others.length > 0) return value;
  // Of what a library declares, it is known what callers give.
  const isDeclared = given.some((option) => option.kind === 'name' && option.type?.name.module !== undefined);
  return isLocalFunction(only) || (only.kind === 'name' && !isDeclared) ? only : value;
}

function isNothing(value: Value): boolean {
  return value.kind === 'opaque' && (value.what === 'unknown' || value.what === 'undefined') && !isLocalClass(value);
}

/** What is called where a value stands for the function. */
export function calleeOf(value: Value): Name | Opaque {
  const [name] = alternatives(value).filter((option) => option.kind === 'name');
  if (name) return name;
  // `axios.create(…)(url)`: the result of a call is called.
  if (value.kind === 'call') return { kind: 'name', of: value, path: [], at: value.at };
  return value.kind === 'opaque' ? value : unknown(value.at);
}
