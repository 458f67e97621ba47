/** What Astro writes into its pages. */
import { describe, expect, it } from 'vitest';
import { readByPath } from '../../../src/languages/register.js';
import { expressionsIn } from '../../../src/languages/markup/rendered.js';
import { show } from '../../models/show.js';

/** What is rendered, as written, and its value. */
function rendered(markup: string, script = 'const token = import.meta.env.CF_API_TOKEN'): readonly string[] {
  const text = `---\n${script}\n---\n${markup}`;
  const { exits = [] } = readByPath(text, 'page.astro').file;
  return exits.flatMap(({ how, value, at }) => (how === 'rendered' ? [`${text.slice(at.start, at.end)} = ${show(value)}`] : []));
}

describe('expressions', () => {
  it.each([
    ['{token}', ['token = import.meta.env.CF_API_TOKEN']],
    ['<p>{token} {token}</p>', ['token = import.meta.env.CF_API_TOKEN', 'token = import.meta.env.CF_API_TOKEN']],
    ['<meta content={token}>', ['token = import.meta.env.CF_API_TOKEN']],
    ['<br>\n<p class="a">{`a ${token}`}', ['`a ${token}` = "a {}"']],
    ['<!-- {token} -->', []],
    ['<!-- {token}', []],
    ['<Card token={token} />', []],
    ['<style>a { color: red }</style>', []],
    ['<p>{token</p>', []],
    ['<p>{token +}</p><p>{token}</p>', []],
  ] as const)('%s', (markup, expected) => {
    expect(rendered(markup).map((each, index) => (expected[index]?.includes('=') ? each : each.replace(/ = .*/, '')))).toEqual(expected);
  });

  it('leaves the program as it is if they do not parse', () => {
    const { bindings } = readByPath('---\nconst a = import.meta.env.B;\n---\n{a +}', 'page.astro').file;
    expect(bindings.map(({ names }) => names)).toEqual([['a']]);
  });

  it('finds the outermost of nested ones', () => {
    const text = 'a {b.map((c) => <i>{c}</i>)} {d}';
    expect(expressionsIn(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(['{b.map((c) => <i>{c}</i>)}', '{d}']);
  });
});
