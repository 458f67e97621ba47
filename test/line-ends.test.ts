/** Whatever ends lines, begins the file or stands between them: what is found does not change, and stands where it stood. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/cli/check/encoding.js';
import { checkText } from '../src/cli/check/text.js';
import { lineStartsOf } from '../src/languages/line-starts.js';
import { lint, pointedAt } from './lint.js';
import { strictRules } from './strict-rules.js';

const root = fileURLToPath(new URL('../fixtures', import.meta.url));
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /[/\\]bad(?:[/\\]|$)/.test(entry.parentPath) && !entry.name.endsWith('.findings'))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** Name, place and length of each finding. */
function found(text: string, path: string): readonly (readonly [string, number, number])[] {
  return checkText(text, path, { rules: strictRules, inline: false }).messages.map(({ ruleId, start, end }) => [ruleId, start, end]);
}

const pathOf = (file: string): string => file.slice(root.length + 1).replace(/^.*?[/\\]bad[/\\]/, '');
const texts = files.map((file) => [pathOf(file), decode(readFileSync(file)).text] as const).filter(([, text]) => !text.includes('\r'));
/** One file of each kind. */
const kinds = [
  ...new Map(texts.map(([path, text]) => [path.replace(/^.*[/\\](?=[^/\\]*$)|^[^.]*(?=\.)/g, ''), [path, text] as const])).values(),
];

describe.each(kinds)('%s', (path, text) => {
  const before = found(text, path);

  it('with a byte order mark', () => {
    const { text: decoded } = decode(Buffer.from(`\uFEFF${text}`));
    expect(found(decoded, path)).toEqual(before);
  });

  it('with the ends of lines of Windows', () => {
    const shifted = (offset: number): number => offset + text.slice(0, offset).split('\n').length - 1;
    const after = found(text.replaceAll('\n', '\r\n'), path);
    expect(after.map(([rule, start]) => [rule, start])).toEqual(before.map(([rule, start]) => [rule, shifted(start)]));
  });
});

describe('a comment with characters that end lines for some', () => {
  const strange = fc.array(fc.constantFrom('\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\uFEFF'), { minLength: 1, maxLength: 3 });
  const token = 'process.env.CLOUDFLARE_API_TOKEN';
  const address = 'http://api.cloudflare.com/client/v4/user';
  const languages: Readonly<Record<string, (mark: string) => string>> = {
    'a.ts': (mark) => `/* ${mark} */ fetch('${address}', { headers: { Authorization: ${token} } });\n`,
    '.env': (mark) => `# ${mark}\nNEXT_PUBLIC_X=${mark}\nCLOUDFLARE_API_BASE_URL=${address}\n`,
    'deploy.sh': (mark) => `: '${mark}'\ncurl ${address}\n`,
    Dockerfile: (mark) => `FROM node\nENV X="${mark}"\nRUN curl ${address}\n`,
    'README.md': (mark) =>
      `# Title ${mark}\n\n\`\`\`js\n/* ${mark} */ fetch('${address}');\n\`\`\`\n\n\`\`\`sh\necho '${mark}'; curl ${address}\n\`\`\`\n`,
  };

  it.each(Object.entries(languages))('%s', (path, write) => {
    const places = (text: string): readonly string[] => found(text, path).map(([rule, start, end]) => `${rule} ${text.slice(start, end)}`);
    const expected = places(write('x'));
    expect(expected.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(strange, (marks) => {
        const text = write(marks.join('x'));
        expect(places(text)).toEqual(expected);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

it('lines are those of ESLint', () => {
  const code = "/* \r \u2028 */ fetch('http://api.cloudflare.com/client/v4/user');";
  const [plugin] = lint(code, { 'cloudflare-auth/require-https': 'error' }, 'a.ts');
  const [command] = checkText(code, 'a.ts', {
    rules: strictRules.filter(({ id }) => id.endsWith('require-https')),
    inline: false,
  }).messages;
  expect(plugin?.line).toBe(3);
  expect(command).toMatchObject({ line: plugin?.line, column: plugin?.column, endLine: plugin?.endLine, endColumn: plugin?.endColumn });
  expect(lineStartsOf('a\rb\r\nc\u2028d', 'a.ts')).toEqual([0, 2, 5, 7]);
  expect(lineStartsOf('a\rb\r\nc\u2028d', '.env')).toEqual([0, 5]);
});

it('a finding in a fence of a document whose program has other ends of lines is where it is written', () => {
  const text = "# Title\n\n```js\n/* \u2028 */ fetch('http://api.cloudflare.com/client/v4/user');\n```\n";
  const [message] = lint(text, { 'cloudflare-auth/require-https': 'error' }, 'README.md');
  expect(message && pointedAt(text, message)).toBe('http');
});
