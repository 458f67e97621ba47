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
 * Whether a file, or a module that it imports, can contain anything that our rules look for. All rules ask about one file before the next, so caching the
 * last answer means that each text is searched once. Does not touch the tree, which oxlint only builds on access.
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
