/** ESLint languages of our own, for files that no other plugin reads. */
import type { ESLint } from 'eslint';
import { passesGate } from '../languages/gate.js';
import { lastUpTo, lineStartsOf } from '../languages/line-starts.js';
import type { SourceFile } from '../source/model.js';
import type { Surroundings } from '../source/modules.js';
import { evidencePath } from './evidence-path.js';
import { blockFile } from './processors/blocks.js';
import { type Node, type Parsed, type Position, type Root, sourceCodeOf } from './source-code.js';

type Language = NonNullable<ESLint.Plugin['languages']>[string];

/** Languages whose files import one another. */
const withModules: ReadonlySet<string> = new Set(['python']);

/** An ESLint language. A text in which no rule can find anything is not read at all. */
export function language(name: string, read: (text: string, path: string, surroundings?: Surroundings) => SourceFile): Language {
  const type = `CloudflareAuth${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const own = {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { [type]: [] },
    // Rules of JavaScript look these up without asking whether they are there.
    defaultLanguageOptions: { ecmaVersion: 2026, sourceType: 'module', globals: {}, parserOptions: {} },
    validateLanguageOptions: () => undefined,
    parse({ body, path }: { readonly body: string; readonly path: string }) {
      const evidence = evidencePath(blockFile(path));
      const hasModules = withModules.has(name);
      // What a module has, an importer may have to answer for, or to be silent about.
      const isRead = passesGate(body, evidence) || (hasModules && body.includes('eslint-'));
      const file = isRead ? read(body, evidence) : undefined;
      const readWithin = hasModules ? (surroundings: Surroundings) => read(body, evidence, surroundings) : undefined;
      const at = places(body);
      const comments = (file?.comments ?? []).map(({ start, end }) => ({ ...at('Comment', start, end), value: body.slice(start, end) }));
      const ast: Root = { ...at(type, 0, body.length), comments };
      return { ok: true as const, ast, file, readWithin };
    },
    createSourceCode: ({ body }: { readonly body: string }, parsed: Parsed) => sourceCodeOf(body, parsed),
  };
  return own as unknown as Language;
}

/** Makes nodes of offsets. */
function places(text: string): (type: string, start: number, end: number) => Node {
  const lineStarts = lineStartsOf(text);
  const position = (offset: number): Position => {
    const line = lastUpTo(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) };
  };
  return (type, start, end) => ({ type, range: [start, end], loc: { start: position(start), end: position(end) } });
}
