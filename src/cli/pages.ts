/** Reads the rules' pages from the package. */
import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.js';

/** Last line of the header that eslint-doc-generator writes. */
const headerEnd = '<!-- end auto-generated rule header -->';

/** Returns a rule's page without the generated header; undefined if there is no such rule. `rule` is the name without the prefix. */
export function page(rule: string): string | undefined {
  if (!/^[a-z-]+$/.test(rule)) return undefined;
  try {
    const text = readFileSync(packageFile(`rules/${rule}.md`), 'utf8');
    return text
      .slice(Math.max(0, text.indexOf(headerEnd)))
      .replaceAll(/<!--[^<>]*-->\n*/g, '')
      .trim();
  } catch {
    return undefined;
  }
}
