/** Templates that generate YAML: Helm, Jinja, Terraform's `templatefile`, ERB. */
import type { Span } from '../../source/model.js';

/** Lines that consist of templates only: their output is whole lines. */
const lines = /^[ \t]{0,200}(?:\{\{[^{}]{0,500}\}\}[ \t]{0,200}){1,5}$/gm;

/** Comments and control structures, which have no output of their own. */
const steering =
  /\{\{-?\s*\/\*[\s\S]{0,2000}?\*\/\s*-?\}\}|\{#[\s\S]{0,2000}?#\}|\{%[\s\S]{0,500}?%\}|%\{[^{}\n]{0,300}\}|<%(?!=)[^%\n]{0,300}%>|\{\{-?\s*(?:if|else|end|range|with|define|block)\b[^{}]{0,500}\}\}|\{\{-?\s*\$\w+\s*:?=[^{}]{0,500}\}\}/g;

/** Templates whose output has several lines. Separate from the expression above because ESLint takes very long to compare the two. */
const indented = /\{\{[^{}]{0,500}\b(?:n?indent|toYaml)\b[^{}]{0,500}\}\}/g;

/** Templates whose output is a value. */
const filled = /\{\{[^{}]{0,500}\}\}|<%=[^%\n]{0,300}%>/g;

/** A template whose output is a string that it contains, as the whole value of a key: `{{ .Values.token | default "…" | quote }}`. */
const literal =
  /(?<=:[ \t]{1,20})\{\{-?(?:[^{}"'\n]{0,200}\bdefault[ \t(]{1,5}|[ \t]{0,20})("[^"{}\\\n]{1,300}"|'[^'{}\n]{1,300}')[^{}"'\n]{0,200}\}\}(?=[ \t\r]{0,20}$)/gm;

/** A template outside quotes, which no YAML parser reads correctly. */
const unquoted = /(?:^|[:[,-])[ \t]{0,200}(?:\{\{|<%|%\{|\{[%#])|\{%/m;

/** Whether a file contains templates outside quotes. */
export function isTemplate(text: string): boolean {
  return unquoted.test(text);
}

/** Opens, divides and closes a block that may not be written completely. */
const branching =
  /\{\{-?\s*(?:(?:if|with|range|block|define)\b|(else)\b|(end)\b)[^{}]{0,500}\}\}|\{%-?\s*(?:(?:if|for|block|macro)\b|(else|elif)\b|(end)\w+)[\s\S]{0,500}?%\}/g;

/** The alternative parts of a template, which may repeat each other's keys. */
export interface Branches {
  readonly first: Span;
  /** From the first `else` on. */
  readonly other: Span;
}

/** The parts of a template that have an `else`; of nested ones, the outermost. */
export function branchesIn(text: string): readonly Branches[] {
  const found: Branches[] = [];
  const open: { readonly start: number; end?: number; divided?: number }[] = [];
  for (const { 0: written, 1: helmElse, 2: helmEnd, 3: jinjaElse, 4: jinjaEnd, index } of text.matchAll(branching)) {
    const innermost = open.at(-1);
    if (helmElse ?? jinjaElse) {
      if (!innermost) continue;
      innermost.end ??= index;
      innermost.divided ??= index + written.length;
    } else if (helmEnd ?? jinjaEnd) {
      open.pop();
      if (innermost?.end === undefined || innermost.divided === undefined) continue;
      const { start, end, divided } = innermost;
      while ((found.at(-1)?.first.start ?? -1) > start) found.pop(); // nested in this one
      found.push({ first: { start, end }, other: { start: divided, end: index } });
    } else open.push({ start: index + written.length });
  }
  return found;
}

/** Blanks parts of a text, which are given in order. */
export function without(text: string, parts: readonly Span[]): string {
  const left = parts.map(({ start, end }, index) => text.slice(parts[index - 1]?.end ?? 0, start) + blank(text.slice(start, end)));
  return left.join('') + text.slice(parts.at(-1)?.end ?? 0);
}

/** Blanks templates or replaces them by words, so that the text parses as YAML. All offsets stay the same. */
export function withoutTemplates(text: string): string {
  return text
    .replace(lines, blank)
    .replace(steering, blank)
    .replace(indented, blank)
    .replace(
      literal,
      (each, string: string) => blank(each.slice(0, each.indexOf(string))) + string.padEnd(each.length - each.indexOf(string)),
    )
    .replace(filled, (each) => each.replaceAll(/[^\n]/g, '_'));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
