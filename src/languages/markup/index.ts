/** Pages, components and XML: their scripts, and the texts of attributes and elements. */
import type { Contents, SourceFile, Span } from '../../source/model.js';
import type { ReadContext } from '../../source/modules.js';
import { together } from '../shell/index.js';
import { elementsIn } from './elements.js';
import { expressionsIn } from './rendered.js';
import { rawElements, type Script, scriptContents } from './scripts.js';

/** Reads a page or a component. */
export function readMarkup(text: string, path: string, surroundings?: ReadContext): SourceFile {
  const { scripts, all } = rawElements(text);
  const frontmatter = /\.astro$/i.test(path) ? frontmatterOf(text) : undefined;
  const raw = frontmatter ? [{ start: 0, end: frontmatter.at.end + '---'.length }, ...all] : all;
  // Only what a page's server reads from its environment is reported where it is rendered.
  const rendered = frontmatter && /\benv\b/.test(text) ? expressionsIn(text, raw) : [];
  const code = frontmatter ? [{ ...frontmatter, rendered }, ...scripts] : scripts;
  const markup = /\.(?:svelte|astro)$/i.test(path) ? withoutExpressions(blanked(text, raw)) : blanked(text, raw);
  return {
    language: 'html',
    path,
    text,
    ...joined([contentsOf(markup, text, false), ...code.map((script) => scriptContents(text, path, script, surroundings))]),
  };
}

/** Reads XML. */
export function readXml(text: string, path: string): SourceFile {
  return { language: 'xml', path, text, ...contentsOf(text, text, true) };
}

function contentsOf(markup: string, text: string, isXml: boolean): Contents {
  return { ...elementsIn(markup, text, isXml), calls: [], bindings: [], reads: [] };
}

/** Merges contents. Exits need no sorting: scripts, and the functions in them, are in the order of the text already. */
function joined(all: readonly Contents[]): Contents {
  return { ...together(all), exits: all.flatMap(({ exits = [] }) => exits) };
}

/** Code that Astro runs on the server: TypeScript between two fences at the top of the file. */
function frontmatterOf(text: string): Script | undefined {
  const open = /^\s*---[^\S\n]*\n/.exec(text)?.[0];
  const close = open === undefined ? undefined : /^---[^\S\n]*$/m.exec(text.slice(open.length))?.index;
  if (open === undefined || close === undefined) return undefined;
  return { at: { start: open.length, end: open.length + close }, attributes: 'lang="ts"' };
}

function blanked(text: string, spans: readonly Span[]): string {
  let found = '';
  let from = 0;
  for (const { start, end } of spans) {
    found += text.slice(from, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ');
    from = end;
  }
  return found + text.slice(from);
}

/** Blanks expressions: in `onclick={() => a > b}`, an HTML parser would end the tag at `>`. */
function withoutExpressions(markup: string): string {
  let depth = 0;
  return markup.replace(/[{}]|[^{}]+/g, (part) => {
    if (part === '{') depth += 1;
    const inside = depth > 0;
    if (part === '}') depth = Math.max(0, depth - 1);
    return inside ? part.replace(/[^\n\r]/g, ' ') : part;
  });
}
