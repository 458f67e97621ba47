/** The names under which a file imports classes, and the names of the functions that it calls or defines. */
import { nodesIn, partsOf, separated } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Names } from './lowering.js';

export function namesIn(root: PhpNode, text: string): Names {
  const textOf: TextOf = ({ from, to }) => text.slice(from, to);
  const classes = new Map<string, string>();
  const functions = new Set<string>();
  for (const each of nodesIn(root)) {
    if (each.name === 'NamespaceUseDeclaration') for (const [name, whole] of usedBy(each, textOf)) classes.set(name.toLowerCase(), whole);
    const [first, second] = [each.firstChild, each.firstChild?.nextSibling];
    if (each.name === 'CallExpression' && first?.name === 'Name') functions.add(textOf(first));
    if (each.name === 'FunctionDefinition' && second?.name === 'Name') functions.add(textOf(second));
  }
  return { classes, functions };
}

type TextOf = (of: Pick<PhpNode, 'from' | 'to'>) => string;

/** `use A\B;`, `use A\B as C;`, `use A\{B, C as D};` */
function usedBy(of: PhpNode, textOf: TextOf): readonly (readonly [name: string, whole: string])[] {
  const parts = partsOf(of).slice(1);
  if (parts.some(({ name }) => name === 'function' || name === 'const')) return [];
  const group = parts.find(({ name }) => name === 'UseGroup');
  const prefix = group ? textOf({ from: parts[0]?.from ?? group.from, to: group.from }).replace(/^\\/, '') : '';
  const clauses = group
    ? partsOf(group)
        .filter(({ name }) => name === 'UseClause')
        .map(partsOf)
    : separated(parts.filter(({ name }) => name !== ';'));
  return clauses.flatMap((clause): readonly (readonly [string, string])[] => {
    const inner = clause.length === 1 && clause[0]?.name === 'UseClause' ? partsOf(clause[0]) : clause;
    const as = inner.findIndex(({ name }) => name === 'as');
    const [first] = inner;
    const alias = as === -1 ? undefined : inner[as + 1];
    if (!first) return [];
    const last = (as === -1 ? inner : inner.slice(0, as)).at(-1) ?? first;
    const written = textOf({ from: first.from, to: last.to }).replace(/^\\/, '').trim();
    const own = alias ? textOf(alias) : (written.split('\\').at(-1) ?? written);
    return [[own, prefix + written]];
  });
}
