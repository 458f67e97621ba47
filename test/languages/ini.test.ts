import { expect, it } from 'vitest';
import { readIni } from '../../src/languages/ini.js';
import { show } from '../models/show.js';

it('reads settings, sections and comments', () => {
  const text = '# a\ndns_cloudflare_api_token = b ; c\r\n  d: "e f"\n[g]\nh=\n; i\nj\n';
  const { bindings, comments } = readIni(text, 'cloudflare.ini');
  expect(bindings.map(({ names, value, nameAt }) => `${names.join('.')} ${show(value)} ${text.slice(nameAt.start, nameAt.end)}`)).toEqual([
    'env.dns_cloudflare_api_token "b" dns_cloudflare_api_token',
    'env.d "e f" d',
    'g.h "" h',
  ]);
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# a', '; i']);
});
