/** The syntax tree of the lexical reader. Each node is written at one place; values are evaluated later. */
import type { Name, Piece, Span } from '../../source/model.js';

export interface TextNode {
  readonly kind: 'text';
  readonly parts: readonly (Piece | { readonly kind: 'fill'; readonly node: Node; readonly at: Span })[];
  readonly names: readonly string[];
  readonly at: Span;
}

export interface ConstantNode {
  readonly kind: 'constant';
  readonly value: number | boolean | null;
  readonly at: Span;
}

/** `a`, `a.b` and `a["b"]`: `object` is what precedes the member. */
export interface NameNode {
  readonly kind: 'name';
  readonly object?: Node;
  readonly name: string;
  readonly nameAt: Span;
  /** The innermost function whose parameters and variables are in scope. */
  readonly scope: Scope;
  readonly at: Span;
}

export interface PairNode {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Node;
  readonly at: Span;
}

export interface CallNode {
  readonly kind: 'call';
  readonly callee: Node;
  readonly arguments: readonly Node[];
  /** Named arguments. */
  readonly named: readonly PairNode[];
  readonly isNew: boolean;
  readonly at: Span;
}

export interface TableNode {
  readonly kind: 'table';
  readonly pairs: readonly PairNode[];
  readonly names: readonly string[];
  readonly type?: NameNode;
  /** Whether it has contents other than pairs. */
  readonly isOpen?: boolean;
  readonly at: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly at: Span;
}

/** A concatenation of strings and other values. */
export interface SumNode {
  readonly kind: 'sum';
  readonly operands: readonly Node[];
  readonly names: readonly string[];
  readonly at: Span;
}

/** `first || second`. */
export interface ChoiceNode {
  readonly kind: 'choice';
  readonly options: readonly Node[];
  readonly at: Span;
}

/** A span that has been read, but whose value is unknown. */
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly at: Span;
}

export type Node = TextNode | ConstantNode | NameNode | CallNode | TableNode | ListNode | SumNode | ChoiceNode | UnknownNode;

/** A statement's assignment of a value to a name. */
export interface Assignment {
  readonly target: NameNode;
  readonly value: Node;
  readonly at: Span;
  /** Whether it may be a declaration, because a word precedes the name: `def name = …`. */
  readonly isDeclared: boolean;
}

/** The scope of a function, or of the file. */
export interface Scope {
  readonly outer: Scope | undefined;
  readonly parameters: Map<string, Span>;
  readonly variables: Map<string, Assignment[]>;
}

/** The context of an expression. */
export interface Place {
  readonly scope: Scope;
  /** The names that its value is bound to. */
  readonly names: readonly string[];
}

export function newScope(outer?: Scope): Scope {
  return { outer, parameters: new Map(), variables: new Map() };
}

/** The names of an assignment's target, outermost first, as far as they are a plain chain of names. */
export function pathOf({ object, name }: NameNode): readonly string[] {
  return object?.kind === 'name' ? [...pathOf(object), name] : [name];
}

/** A name without its sigils. */
export function bare(name: string): string {
  return name.replace(/^[$@%&:]+/, '');
}

/** A text without places to fill. */
export function literalOf(node: Node): string | undefined {
  const [only, ...more] = node.kind === 'text' ? node.parts : [];
  return only?.kind === 'piece' && more.length === 0 ? only.text : undefined;
}

/** The names of a chain of members, joined with dots; undefined if anything else occurs in it. */
export function dotted(node: Node): string | undefined {
  if (node.kind === 'text' || node.kind === 'call') return '';
  if (node.kind !== 'name') return undefined;
  if (!node.object) return bare(node.name);
  const before = dotted(node.object);
  return before === undefined ? undefined : `${before}.${bare(node.name)}`;
}

/** The name of a variable or parameter whose value is unknown. */
export function localName({ name, scope: from, at }: NameNode): Name {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
    const declaredAt = scope.parameters.get(name) ?? scope.variables.get(name)?.[0]?.target.at;
    if (declaredAt) return { kind: 'name', path: [bare(name)], local: true, declaredAt, at };
  }
  return { kind: 'name', path: [bare(name)], at };
}

/** The name of a method whose object has no known value. */
export function methodName({ object, name, at }: NameNode): Name {
  if (object?.kind !== 'name') return { kind: 'name', path: ['', bare(name)], at };
  return { ...(object.object ? {} : localName(object)), kind: 'name', path: [bare(object.name), bare(name)], at };
}

/** Returns the scope that declares a variable. */
export function scopeOf(name: string, from: Scope): Scope | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer)
    if (scope.parameters.has(name) || scope.variables.has(name)) return scope;
  return undefined;
}

/** Returns the scope of a variable that an assignment does not declare: where it is declared, or that of the file, which has the fields. */
export function holderOf({ name, scope }: NameNode): Scope {
  return scopeOf(name, scope) ?? outermost(scope);
}

/** Variables outside functions, which in some languages are the fields of an object. */
export function fileVariables({ name, scope }: NameNode): readonly Assignment[] {
  return outermost(scope).variables.get(name) ?? [];
}

function outermost(from: Scope): Scope {
  let scope = from;
  while (scope.outer) scope = scope.outer;
  return scope;
}
