import type { TSESTree } from '@typescript-eslint/utils';
import type { EditWriter } from '../../source/edits.js';
import type { Call, Name, Opaque, Span, Value } from '../../source/model.js';
import type { ReadContext } from '../../source/modules.js';
import { baseOf } from '../../source/span.js';
import { alternatives, unknown } from '../../source/values.js';
import { Evaluation, type Known, SharedEvaluation } from './evaluation.js';
import { type ConstructorFunctions, constructorFunctions } from './syntax/constructor-functions.js';
import { type Scope, scopeOf } from './syntax/scope.js';
import type { Runners } from './runners.js';
import type { SourceCode } from './source-code.js';
import { surveyOf, type Survey } from './syntax/survey.js';
import { bare, type ClassNode, type FunctionNode, type Node, spanOf } from './syntax/syntax.js';

/** A stack frame: a call of a function of this file that is being evaluated, which binds the parameters to its arguments. */
export interface Frame {
  /** The function; for the fields of an object without a constructor, its class. */
  readonly callee: FunctionNode | ClassNode;
  readonly call: Call;
  /** The value of `this` inside. */
  readonly self: Instance | undefined;
  /** The class of `this` inside, if its construction is unknown: a class calls a method that it inherits. */
  readonly heir?: ClassNode | undefined;
  readonly outer: Frame | undefined;
  readonly depth: number;
  readonly values: KnownValues;
}

/** The values of expressions that have been read. */
export type KnownValues = Map<Node, Known<Value>>;

/** An instance of a class of this file, created by `new`. */
export interface Instance {
  readonly class: ClassNode;
  /** The call itself, a {@link Construction}. */
  readonly construction: Call;
  readonly frame: Frame | undefined;
  /** The calls of methods on it that write to its members. */
  readonly setUp: readonly Frame[];
  /** The assignments to its members from outside of the class. */
  readonly assigned: readonly { readonly key: string; readonly node: Node; readonly frame: Frame | undefined }[];
}

/** A function of this file as a value. */
export interface LocalFunction extends Opaque {
  readonly callee: FunctionNode;
  readonly self: Instance | undefined;
  /** The class that has inherited it, where it is called on `this`. */
  readonly heir?: ClassNode | undefined;
  /** The frame in which it was created, which holds the variables that it closes over. */
  readonly closure: Frame | undefined;
  /** The arguments that `bind` has already bound. */
  readonly bound?: readonly Value[];
}

/** A class of this file as a value, or, with `isThis`, an instance of it from an unknown construction: `this`. */
export interface LocalClass extends Opaque {
  readonly class: ClassNode;
  readonly isThis: boolean;
}

/** A call that is known to create an instance of a class of this file. */
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

/** Reads one type of expression. */
export type Expression = (reading: Reading, node: never, frame: Frame | undefined) => Value;

/** The semantics in which languages differ: JavaScript, and those whose programs are lowered to the same trees. */
export interface Language {
  readonly name: string;
  /** Readers by type of node. Other expressions are unknown. */
  readonly expressions: Readonly<Record<string, Expression>>;
  /** Evaluates a call of a function of the standard library; undefined if it is not one. */
  readonly standardCall: (
    reading: Reading,
    node: TSESTree.CallExpression | TSESTree.NewExpression,
    frame: Frame | undefined,
  ) => Value | undefined;
  /** Methods that write to the table they are called on: a key and its value, or all of another table. `adds`: without replacing previous values. */
  readonly writing: Readonly<Record<string, 'sets' | 'adds' | 'removes'>>;
  /** Methods that add items to a list. */
  readonly growing: ReadonlySet<string>;
  /** Methods that return the member whose name they are passed. */
  readonly lookups: ReadonlySet<string>;
  /** Operators that concatenate texts. */
  readonly joining: ReadonlySet<string>;
  /** Methods that return a text made from the text or list they are called on. */
  readonly composing: ReadonlySet<string>;
  /** Functions that return a text made from their argument, a text or list. */
  readonly decoding: ReadonlySet<string>;
  /** Functions that pass names through: a variable that holds the result counts as holding the argument. */
  readonly naming: ReadonlySet<string>;
  /** Whether a call may be a construction. In some languages, only the callee distinguishes that from other calls. */
  readonly mayConstruct: (node: TSESTree.CallExpression | TSESTree.NewExpression) => boolean;
  /** Whether printing an object shows its fields, though converting it to a string does not. */
  readonly printsFields?: true;
  readonly runners: Runners;
  readonly edits: (reading: Reading) => EditWriter;
}

/** State shared by the readings of a file and of the modules read for it, which are identified by the offset at which their text begins. */
interface Check {
  readonly readings: Map<number, Reading>;
  readonly evaluation: SharedEvaluation;
}

const checks = new WeakMap<object, Check>();

function checkOf(surroundings: ReadContext | undefined): Check {
  const check = (surroundings && checks.get(surroundings.check)) ?? { readings: new Map(), evaluation: new SharedEvaluation() };
  if (surroundings) checks.set(surroundings.check, check);
  return check;
}

/** The reading of one file: its survey, its scopes and the values computed so far. */
export class Reading extends Evaluation {
  readonly survey: Survey;
  readonly scope: Scope;
  /** The offset at which the text begins: 0, except in a module that is read for another file. */
  readonly base: number;
  #constructorFunctions: ConstructorFunctions | undefined;
  readonly #known: KnownValues = new Map();
  readonly #readings: Map<number, Reading>;

  constructor(
    readonly sourceCode: SourceCode,
    readonly language: Language,
    readonly surroundings?: ReadContext,
  ) {
    const { readings, evaluation } = checkOf(surroundings);
    super(evaluation, (surroundings?.base ?? 0) !== 0);
    this.survey = surveyOf(sourceCode);
    this.scope = scopeOf(sourceCode);
    this.base = surroundings?.base ?? 0;
    this.#readings = readings;
    readings.set(this.base, this);
    if (this.base === 0) this.expectCalls(this.survey.calls.length);
  }

  /** The constructor functions of the file, as classes. */
  get constructorFunctions(): ConstructorFunctions {
    return (this.#constructorFunctions ??= constructorFunctions(this.survey, this.scope));
  }

  /** The reading of the file that a node belongs to: this one, or that of another module. */
  home(node: Node): Reading {
    const base = baseOf(node.range[0]);
    return base === this.base ? this : (this.#readings.get(base) ?? this);
  }

  /** The reading of the module whose text begins at an offset, if that module has been read. */
  beginningAt(base: number): Reading | undefined {
    return this.#readings.get(base);
  }

  /** The reading of the file being checked, which may be this one. */
  get checked(): Reading {
    return this.#readings.get(0) ?? this;
  }

  /** Evaluates an expression in `frame`. Never throws, never returns undefined, always terminates. */
  read(expression: Node, frame?: Frame): Value {
    const node = bare(expression);
    const home = this.home(node);
    const known = (frame?.values ?? home.#known).get(node);
    return home.holds(known) ? known.value : home.#readAnew(node, frame);
  }

  // Separate from the lookup of known values: a function that creates closures allocates memory on every call.
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

  /** Whether the source code has some characters at an offset. */
  isWritten(text: string, offset: number): boolean {
    return this.sourceCode.text.startsWith(text, offset - this.base);
  }
}

/** A name whose head is a parameter or variable of unknown value. */
export function localName(path: readonly string[], at: Span, type?: Name, declaredAt?: Span): Name {
  return { kind: 'name', local: true, path, at, declaredAt, ...(type && { type: { name: type, below: [] } }) };
}

/** The frame that a function or class is created in: the innermost one whose function contains it and is not itself. */
export function frameAround(node: Node, frame: Frame | undefined): Frame | undefined {
  const inner = frameOf(node, frame);
  return inner?.callee === node ? frameOf(node, inner.outer) : inner;
}

/** The frame in which to read an expression: the innermost one whose function contains it. */
export function frameOf(node: Node, frame: Frame | undefined): Frame | undefined {
  let inner = frame;
  while (inner && !(node.range[0] >= inner.callee.range[0] && node.range[1] <= inner.callee.range[1])) inner = inner.outer;
  return inner;
}

/** The function of several that is taken to be called: `send` in `(path, send = fetch)`, and `given.fetch ?? fetch`, are `fetch` by default. */
export function calledOf(value: Value): Value {
  if (value.kind !== 'choice' || value.any) return value;
  const given = value.options.filter((option) => (option.kind === 'name' ? option.local : isUnknownOrUndefined(option)));
  const [only, ...others] = value.options.filter((option) => !given.includes(option));
  if (!only || others.length > 0) return value;
  // If a library declares the type, it is known what callers pass.
  const isDeclared = given.some((option) => option.kind === 'name' && option.type?.name.module !== undefined);
  return isLocalFunction(only) || (only.kind === 'name' && !isDeclared) ? only : value;
}

function isUnknownOrUndefined(value: Value): boolean {
  return value.kind === 'opaque' && (value.what === 'unknown' || value.what === 'undefined') && !isLocalClass(value);
}

/** The callee of a call whose function evaluates to a value. */
export function calleeOf(value: Value): Name | Opaque {
  const [name] = alternatives(value).filter((option) => option.kind === 'name');
  if (name) return name;
  // `axios.create(…)(url)`: the result of a call is called.
  if (value.kind === 'call') return { kind: 'name', of: value, path: [], at: value.at };
  return value.kind === 'opaque' ? value : unknown(value.at);
}
