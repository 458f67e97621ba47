/** The picture of an editor in README.md: what the language server says of a program, and the menu of its quick fixes. */
import { parse } from '@typescript-eslint/parser';
import { expect, it } from 'vitest';
import { redactedSource } from '../../src/redaction.js';
import { prefixed, random } from '../made-up/credentials.js';
import { project } from '../package/project.js';
import { colours, frame, kept, picture, squiggle, text } from '../docs/pictures.js';
import { type Action, type Diagnostic, editor } from './server.js';

const secret = prefixed('cfut_', random(16));
const path = 'zones.ts';
const program = `import Cloudflare from 'cloudflare';

const cloudflare = new Cloudflare({
  apiToken: '${secret}',
});

export async function purge(zone: string, key: string): Promise<Response> {
  return fetch(\`http://api.cloudflare.com/client/v4/zones/\${zone}/purge_cache\`, {
    method: 'POST',
    headers: { 'X-Auth-Email': 'ops@example.com', 'X-Auth-Key': key },
  });
}
`;

/** What the server says, and what it offers for the first thing. */
async function said(): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly actions: readonly Action[] }> {
  const home = project(['eslint@10.15.0', 'vscode-langservers-extracted@4.10.0', '@typescript-eslint/parser@8.72.0', 'typescript@6.0.3']);
  home.write(
    'eslint.config.js',
    `import * as parser from '@typescript-eslint/parser';
import plugin from 'eslint-plugin-cloudflare-auth';
export default [{ files: ['**/*.ts'], languageOptions: { parser }, ...plugin.configs.recommended }];\n`,
  );
  const client = await editor(home.folder);
  await client.type(path, 'typescript', program);
  const diagnostics = [...(await client.diagnostics(path))].sort((one, other) => one.range.start.line - other.range.start.line);
  const actions = await client.actions(path, diagnostics[0]!);
  await client.close();
  return { diagnostics, actions };
}

const kinds: Readonly<Record<string, string>> = { Keyword: colours.purple, String: colours.green, Template: colours.green };

const number = 3;

/** The program as editors colour it; the secret is dots, which has as many characters. */
function code(shown: readonly string[]): readonly string[] {
  const { tokens } = parse(program, { loc: true, range: true, tokens: true });
  const numbers = shown.map((_, row) => text(0, row, String(row + 1).padStart(2), { colour: colours.grey }));
  const pieces = tokens.flatMap(({ type, loc: { start, end } }) => {
    expect(end.line).toBe(start.line);
    const content = shown[start.line - 1]?.slice(start.column, end.column) ?? '';
    return [text(number + start.column, start.line - 1, content, { colour: kinds[type] ?? colours.text })];
  });
  return [...numbers, ...pieces];
}

function underlined({ range: { start, end } }: Diagnostic): string {
  return squiggle(number + start.character, start.line, end.character - start.character, colours.red);
}

/** A text in lines of some columns. */
function wrapped(words: string, columns: number): readonly string[] {
  return words.match(new RegExp(String.raw`\S.{0,${String(columns - 2)}}(?:\s|$)|\S+`, 'g')) ?? [];
}

/** What stands in a box over the program, beside the first finding. */
function box(row: number, lines: readonly (readonly [line: string, colour: string])[]): readonly string[] {
  const columns = Math.max(...lines.map(([line]) => line.length)) + 2;
  return [frame(6, row, columns, lines.length), ...lines.map(([line, colour], index) => text(7, row + index, line, { colour }))];
}

it('shows what the language server says (npm run pictures)', async () => {
  const { diagnostics, actions } = await said();
  expect(diagnostics.map(({ code: rule }) => rule)).toEqual([
    'cloudflare-auth/no-hardcoded-credentials',
    'cloudflare-auth/require-https',
    'cloudflare-auth/prefer-api-token',
  ]);
  const [first] = diagnostics;
  const at = first!.range;
  const offset = ({ line, character }: typeof at.start): number =>
    program.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  const lines = redactedSource(program, [{ start: offset(at.start), end: offset(at.end) }])
    .trimEnd()
    .split('\n');
  const message = [...wrapped(first!.message, 78), `eslint(${first!.code ?? ''})`];
  const titles = actions.map(({ title }) => title.replace(/ \(cloudflare-auth\/[\w-]+\)$/, ''));
  const below = lines.length + 1;
  const now = picture(
    path,
    `An editor in which ESLint underlines what is wrong in ${path} and offers quick fixes`,
    88,
    below + message.length + titles.length + 1,
    [
      ...code(lines),
      ...diagnostics.map(underlined),
      ...box(
        below,
        message.map((line, index) => [line, index === message.length - 1 ? colours.blue : colours.text]),
      ),
      ...box(
        below + message.length + 1,
        titles.map((title, index) => [title, index === 0 ? colours.yellow : colours.text]),
      ),
    ],
  );
  expect(now).not.toContain(secret.slice(5, 13));
  expect(kept('editor', now)).toBe(now);
}, 300_000);
