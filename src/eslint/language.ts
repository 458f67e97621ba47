/** Our own ESLint languages, for files that no other plugin reads. */
import type { ESLint } from 'eslint';
import { passesGate } from '../languages/gate.js';
import { lastUpTo, lineStartsOf } from '../languages/line-starts.js';
import type { SourceFile } from '../source/model.js';
import type { ReadContext } from '../source/modules.js';
import { evidencePath } from './evidence-path.js';
import { blockFile } from './processors/blocks.js';
import { type Node, type Parsed, type Position, type Root, sourceCodeOf } from './source-code.js';

type Language = NonNullable<ESLint.Plugin['languages']>[string];

/** Languages whose files import one another. */
const withModules: ReadonlySet<string> = new Set(['python']);

/** Returns an ESLint language. A text that does not pass the gate is not read at all. */
export function language(name: string, read: (text: string, path: string, surroundings?: ReadContext) => SourceFile): Language {
  const type = `CloudflareAuth${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const own = {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { [type]: [] },
    // JavaScript rules access these without checking that they exist.
    defaultLanguageOptions: { ecmaVersion: 2026, sourceType: 'module', globals: {}, parserOptions: {} },
    validateLanguageOptions: () => undefined,
    parse({ body, path }: { readonly body: string; readonly path: string }) {
      const evidence = evidencePath(blockFile(path));
      const hasModules = withModules.has(name);
      // A file that does not pass the gate may still have findings through the modules it imports, and `eslint-` comments that disable them.
      const isRead = passesGate(body, evidence) || (hasModules && body.includes('eslint-'));
      const file = isRead ? read(body, evidence) : undefined;
      const readWithin = hasModules ? (surroundings: ReadContext) => read(body, evidence, surroundings) : undefined;
      const at = places(body);
      const comments = (file?.comments ?? []).map(({ start, end }) => ({ ...at('Comment', start, end), value: body.slice(start, end) }));
      const ast: Root = { ...at(type, 0, body.length), comments };
      return { ok: true as const, ast, file, readWithin };
    },
    createSourceCode: ({ body }: { readonly body: string }, parsed: Parsed) => sourceCodeOf(body, parsed),
  };
  return own as unknown as Language;
}

/** Returns a function that creates nodes from offsets. */
function places(text: string): (type: string, start: number, end: number) => Node {
  const lineStarts = lineStartsOf(text);
  const position = (offset: number): Position => {
    const line = lastUpTo(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) };
  };
  return (type, start, end) => ({ type, range: [start, end], loc: { start: position(start), end: position(end) } });
}
