/** What a program says as far as the lexical reader takes it apart. Every node is written at one place; values come later. */
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

/** `a`, `a.b` and `a["b"]`: `object` is what stands before. */
export interface NameNode {
  readonly kind: 'name';
  readonly object?: Node;
  readonly name: string;
  readonly nameAt: Span;
  /** The function whose parameters and variables it may be. */
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
  /** Arguments that are given by name. */
  readonly named: readonly PairNode[];
  readonly isNew: boolean;
  readonly at: Span;
}

export interface TableNode {
  readonly kind: 'table';
  readonly pairs: readonly PairNode[];
  readonly names: readonly string[];
  readonly type?: NameNode;
  /** Whether there is more in it than pairs. */
  readonly isOpen?: boolean;
  readonly at: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly at: Span;
}

/** Strings and other values in a row. */
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

/** What is written there has been read, but nothing can be told of what it gives. */
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly at: Span;
}

export type Node = TextNode | ConstantNode | NameNode | CallNode | TableNode | ListNode | SumNode | ChoiceNode | UnknownNode;

/** A name that is given a value by a statement. */
export interface Assignment {
  readonly target: NameNode;
  readonly value: Node;
  readonly at: Span;
  /** Whether a word before the name may declare it: `def name = …`. */
  readonly isDeclared: boolean;
}

/** A function, or the file. */
export interface Scope {
  readonly outer: Scope | undefined;
  readonly parameters: Map<string, Span>;
  readonly variables: Map<string, Assignment[]>;
}

/** Where an expression stands. */
export interface Place {
  readonly scope: Scope;
  /** The names that what it gives is bound to. */
  readonly names: readonly string[];
}

export function newScope(outer?: Scope): Scope {
  return { outer, parameters: new Map(), variables: new Map() };
}

/** The names of a target, outermost first, without what it is a member of. */
export function pathOf({ object, name }: NameNode): readonly string[] {
  return object?.kind === 'name' ? [...pathOf(object), name] : [name];
}

/** A name without its sigils. */
export function bare(name: string): string {
  return name.replace(/^[$@%&:]+/, '');
}

/** The names of a chain of members, joined with dots; undefined if anything else is in it. */
export function dotted(node: Node): string | undefined {
  if (node.kind === 'text' || node.kind === 'call') return '';
  if (node.kind !== 'name') return undefined;
  if (!node.object) return bare(node.name);
  const before = dotted(node.object);
  return before === undefined ? undefined : `${before}.${bare(node.name)}`;
}

/** A variable or parameter as it is called, where nothing tells what it holds. */
export function localName({ name, scope: from, at }: NameNode): Name {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
    const declaredAt = scope.parameters.get(name) ?? scope.variables.get(name)?.[0]?.target.at;
    if (declaredAt) return { kind: 'name', path: [bare(name)], local: true, declaredAt, at };
  }
  return { kind: 'name', path: [bare(name)], at };
}

/** The scope that a variable is one of. */
export function scopeOf(name: string, from: Scope): Scope | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer)
    if (scope.parameters.has(name) || scope.variables.has(name)) return scope;
  return undefined;
}

/** Variables outside of functions, which in some languages are what an object has. */
export function fileVariables({ name, scope: from }: NameNode): readonly Assignment[] {
  let scope = from;
  while (scope.outer) scope = scope.outer;
  return scope.variables.get(name) ?? [];
}
