/** The scripts in a page or component. */
import type { Contents, Span } from '../../source/model.js';
import type { ReadContext } from '../../source/modules.js';
import { BrokenInput } from '../broken-input.js';
import { readJavaScriptFile } from '../javascript/file.js';
import { looseContents } from '../text/index.js';
import { withFragments } from './rendered.js';

export interface Script {
  readonly at: Span;
  /** The attributes of its tag: `lang="ts"`, `type="module"`. */
  readonly attributes: string;
  /** Expressions outside of it that its variables fill. */
  readonly rendered?: readonly Span[];
}

/** Most scripts that are read in one file; the rest is read as text. */
const MAX_SCRIPTS = 100;

/** The spans between the tags of scripts, and those of scripts and styles together. Styles are not read. */
export function rawElements(text: string): { readonly scripts: readonly Script[]; readonly all: readonly Span[] } {
  const scripts: Script[] = [];
  const all: Span[] = [];
  for (const { 0: tag, 1: name = '', 2: attributes = '', index } of text.matchAll(/<(script|style)\b([^>]{0,1000})>/gi)) {
    const start = index + tag.length;
    if (tag.endsWith('/>') || start < (all.at(-1)?.end ?? 0)) continue;
    const close = closing(text, start, name);
    if (close === undefined) break;
    all.push({ start, end: close });
    if (name.toLowerCase() === 'script' && scripts.length < MAX_SCRIPTS) scripts.push({ at: { start, end: close }, attributes });
  }
  return { scripts, all };
}

function closing(text: string, from: number, name: string): number | undefined {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  return end.exec(text)?.index;
}

/** Reads a script. The rest of the file is blanked for the parser, so that all offsets are those of the file. */
export function scriptContents(text: string, path: string, script: Script, surroundings?: ReadContext): Contents {
  const { at, attributes, rendered = [] } = script;
  const code = blankExcept(text, at);
  const whole = rendered.length > 0 ? contentsOf(withFragments(code, text, rendered), `${path}.tsx`, surroundings) : undefined;
  if (whole) return whole;
  const type = /\btype\s*=\s*["']?([\w/+.-]+)/i.exec(attributes)?.[1] ?? '';
  if (!/^$|module|javascript|ecmascript|babel|typescript|jsx/i.test(type)) return looseContents(code);
  const language = /\blang\s*=\s*["']?(tsx?|jsx|typescript)/i.exec(attributes)?.[1]?.toLowerCase();
  const ending = language === 'typescript' ? 'ts' : (language ?? (path.endsWith('.astro') ? 'ts' : 'js'));
  return contentsOf(code, `${path}.${ending}`, surroundings) ?? looseContents(code);
}

/** Reads a program; undefined if it does not parse. */
function contentsOf(code: string, path: string, surroundings?: ReadContext): Contents | undefined {
  try {
    return readJavaScriptFile(code, path, surroundings);
  } catch (error) {
    if (error instanceof BrokenInput) return undefined;
    throw error;
  }
}

/** Blanks everything except a span, and keeps line breaks. */
export function blankExcept(text: string, { start, end }: Span): string {
  const blank = (part: string): string => part.replace(/[^\n\r]/g, ' ');
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}
