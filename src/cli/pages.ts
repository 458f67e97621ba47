/** The pages of the rules, as they lie in the package. */
import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.js';

/** The end of what eslint-doc-generator writes above a page. */
const headerEnd = '<!-- end auto-generated rule header -->';

/** What a rule's page says, without the generated lines; undefined if there is no such rule. `rule` is its short name. */
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
