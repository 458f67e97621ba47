/** Lowers PHP programs to trees that the evaluator reads. */
import type { SourceCode } from '../../javascript/source-code.js';
import { lowered } from '../../lowering/program.js';
import { type Parsed, partsOf } from '../../lowering/lezer.js';
import { lowerExpression } from './expressions.js';
import { Lowering } from './lowering.js';
import { namesIn } from './names.js';
import { lowerStatements } from './statements.js';

export function lowerPhp(text: string, { root, comments }: Parsed): SourceCode {
  const lowering = new Lowering(text, namesIn(root, text), { expression: lowerExpression, statements: lowerStatements });
  const statements = lowering.statements(partsOf(root));
  return lowered(text, [...lowering.around.variables.hoisted, ...statements], comments);
}
