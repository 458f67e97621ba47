/** Templates that YAML is made from, before they are filled in: Helm, Jinja, Terraform's `templatefile`, ERB. */
import type { Span } from '../../source/model.js';

/** Lines that hold nothing but templates: what they write, they write as whole lines. */
const lines = /^[ \t]{0,200}(?:\{\{[^{}]{0,500}\}\}[ \t]{0,200}){1,5}$/gm;

/** Comments, and what only steers what is written. */
const steering =
  /\{\{-?\s*\/\*[\s\S]{0,2000}?\*\/\s*-?\}\}|\{#[\s\S]{0,2000}?#\}|\{%[\s\S]{0,500}?%\}|%\{[^{}\n]{0,300}\}|<%(?!=)[^%\n]{0,300}%>|\{\{-?\s*(?:if|else|end|range|with|define|block)\b[^{}]{0,500}\}\}|\{\{-?\s*\$\w+\s*:?=[^{}]{0,500}\}\}/g;

/** What writes several lines. It is no part of the expression above because ESLint would compare the two at length. */
const indented = /\{\{[^{}]{0,500}\b(?:n?indent|toYaml)\b[^{}]{0,500}\}\}/g;

/** What a value is put in the place of. */
const filled = /\{\{[^{}]{0,500}\}\}|<%=[^%\n]{0,300}%>/g;

/** What no parser of YAML takes for what it is, as it stands outside of quotes. */
const unquoted = /(?:^|[:[,-])[ \t]{0,200}(?:\{\{|<%|%\{|\{[%#])|\{%/m;

export function isTemplate(text: string): boolean {
  return unquoted.test(text);
}

/** What opens, divides and closes a part of which not all is written. */
const branching =
  /\{\{-?\s*(?:(?:if|with|range|block|define)\b|(else)\b|(end)\b)[^{}]{0,500}\}\}|\{%-?\s*(?:(?:if|for|block|macro)\b|(else|elif)\b|(end)\w+)[\s\S]{0,500}?%\}/g;

/** The parts that are written where another is not: what stands in them may be there twice. */
export function otherBranches(text: string): readonly Span[] {
  const found: Span[] = [];
  const open: { divided?: number }[] = [];
  for (const { 0: written, 1: helmElse, 2: helmEnd, 3: jinjaElse, 4: jinjaEnd, index } of text.matchAll(branching)) {
    const innermost = open.at(-1);
    if (helmElse ?? jinjaElse) {
      if (innermost) innermost.divided ??= index + written.length;
    } else if (helmEnd ?? jinjaEnd) {
      open.pop();
      const start = innermost?.divided;
      if (start === undefined) continue;
      while ((found.at(-1)?.start ?? -1) > start) found.pop(); // what lies inside of it
      found.push({ start, end: index });
    } else open.push({});
  }
  return found;
}

/** The text with blanks in the place of all that is in these parts, which follow one another. */
export function without(text: string, parts: readonly Span[]): string {
  const left = parts.map(({ start, end }, index) => text.slice(parts[index - 1]?.end ?? 0, start) + blank(text.slice(start, end)));
  return left.join('') + text.slice(parts.at(-1)?.end ?? 0);
}

/** The text with as many characters, of which a parser takes each template for blanks or for a word. */
export function withoutTemplates(text: string): string {
  return text
    .replace(lines, blank)
    .replace(steering, blank)
    .replace(indented, blank)
    .replace(filled, (each) => each.replaceAll(/[^\n]/g, '_'));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
