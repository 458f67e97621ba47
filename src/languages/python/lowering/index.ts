/** Lowers Python programs to trees that the evaluator reads. */
import { lowered } from '../../lowering/program.js';
import type { Place } from '../../lowering/nodes.js';
import type { SourceCode } from '../../javascript/source-code.js';
import { nodesIn, type Parsed, partNamed, partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import { lowerExpression } from './expressions.js';
import { Lowering } from './lowering.js';
import { lowerStatements } from './statements.js';

/** The file around a program, which may be part of a larger file. */
export interface Embedding {
  /** The text of the file. */
  readonly text: string;
  /** The offset at which the text begins. */
  readonly base: number;
  readonly placeOf: (start: number, end: number) => Place;
}

export function lowerPython(text: string, { root, comments }: Parsed, within?: Embedding): SourceCode {
  const lowerers = { expression: lowerExpression, statements: lowerStatements };
  const lowering = new Lowering(text, classesIn(root, text), lowerers, within?.placeOf);
  const statements = lowering.statements(partsOf(root));
  const body = [...lowering.around.variables.hoisted, ...statements];
  const places = comments.map(([start, end]) => lowering.placeOf(start, end));
  return lowered(within?.text ?? text, body, places, within?.base);
}

/** The names of a file's classes. */
function classesIn(root: PythonNode, text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of nodesIn(root)) {
    const name = each.name === 'ClassDefinition' && partNamed(each, 'VariableName');
    if (name) found.add(text.slice(name.from, name.to));
  }
  return found;
}
