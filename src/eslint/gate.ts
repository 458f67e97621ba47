import { passesGate } from '../languages/gate.js';
import { isProgram } from '../project/specifiers.js';
import { evidencePath } from './evidence-path.js';
import { projectOf } from './project.js';

interface Context {
  readonly sourceCode: { readonly text: string };
  readonly filename: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

let last = { text: '', path: '', passes: false };

/**
 * Whether a file can hold anything that a rule speaks of, or imports what does. All rules ask for one file before they ask for the next, so that its text is
 * searched once; the tree is not looked at, which oxlint makes only for those who do.
 */
export function concernsUs(context: Context): boolean {
  const { sourceCode, filename: path } = context;
  const { text } = sourceCode;
  if (text !== last.text || path !== last.path)
    last = { text, path, passes: passesGate(text, evidencePath(path)) || importsOurs(text, context) };
  return last.passes;
}

function importsOurs(text: string, context: Context): boolean {
  const { filename } = context;
  const project = isProgram(filename) ? projectOf(filename, context) : undefined;
  return project?.importsOne(text, filename, (module, path) => passesGate(module, evidencePath(path))) ?? false;
}
