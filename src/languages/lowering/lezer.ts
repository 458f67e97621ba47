/** Syntax trees of Lezer's parsers, which accept any text. */
import type { Place } from './nodes.js';

/** The properties of a node that are used. */
export interface SyntaxNode {
  readonly name: string;
  readonly type: { readonly isError: boolean };
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

export interface Parsed {
  readonly root: SyntaxNode;
  readonly comments: readonly Place[];
  /** The text around the programs of a page. */
  readonly outside: readonly Place[];
  /** How many places the parser did not understand. */
  readonly errors: number;
}

interface Parser {
  readonly parse: (text: string) => {
    readonly topNode: SyntaxNode;
    readonly iterate: (spec: { readonly enter: (node: SyntaxNodeRef) => void }) => void;
  };
}

type SyntaxNodeRef = Pick<SyntaxNode, 'name' | 'type' | 'from' | 'to'>;

/** Parses a text, and collects comments, text outside programs, and errors. */
export function parsed(parser: Parser, text: string): Parsed {
  const tree = parser.parse(text);
  const comments: Place[] = [];
  const outside: Place[] = [];
  let errors = 0;
  tree.iterate({
    enter: ({ name, type, from, to }) => {
      if (name.endsWith('Comment')) comments.push([from, to]);
      else if (name === 'Text') outside.push([from, to]);
      else if (type.isError) errors += 1;
    },
  });
  return { root: tree.topNode, comments, outside, errors };
}

/** All nodes of a tree, however deep. */
export function* nodesIn(root: SyntaxNode): Iterable<SyntaxNode> {
  const stack = [root];
  for (let each = stack.pop(); each; each = stack.pop()) {
    yield each;
    for (let child = each.firstChild; child; child = child.nextSibling) stack.push(child);
  }
}

/** The children of a node, without comments and errors. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.name.endsWith('Comment') && !child.type.isError) parts.push(child);
  return parts;
}

export function partNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return partsOf(node).find((each) => each.name === name);
}

/** Groups parts between separators: the items of a list between its commas. */
export function separated(parts: readonly SyntaxNode[], by = ','): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of parts) {
    if (part.name === by) groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups.filter((group) => group.length > 0);
}

/** A program with more errors than one in so many lines is in another version of the language, or in another language. */
const LINES_PER_ERROR = 25;
const FEW_ERRORS = 2;

/** Whether a text is a program in the language, apart from a few errors. */
export function isProgram(text: string, { errors }: Parsed): boolean {
  return errors <= FEW_ERRORS || errors <= text.split('\n').length / LINES_PER_ERROR;
}
