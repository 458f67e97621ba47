/** Lowers Go programs to trees that the evaluator reads. */
import type { SourceCode } from '../../javascript/source-code.js';
import { lowered } from '../../lowering/program.js';
import { type Parsed, partsOf } from '../../lowering/lezer.js';
import { lowerExpression } from './expressions.js';
import { Lowering } from './lowering.js';
import { lowerStatements } from './statements.js';
import { lowerStructs } from './classes.js';
import { structsIn } from './structs.js';

export function lowerGo(text: string, { root, comments }: Parsed): SourceCode {
  const declarations = partsOf(root);
  const structs = structsIn(declarations, text);
  const lowering = new Lowering(text, structs, { expression: lowerExpression, statements: lowerStatements });
  const body = [...lowerStructs(lowering), ...lowering.statements(declarations)];
  return lowered(text, body, comments);
}
