import { rangeOf } from '../src/cloudflare/tokens/addresses.js';
import { type Grant, grants } from '../src/facts/tokens/grants.js';
import { defineRule, offered } from '../src/rule.js';
import type { SourceFile, Value } from '../src/source/model.js';
import type { Wanted } from '../src/source/edits.js';
import { alternatives, get, given, isNothing, literal } from '../src/source/values.js';

export default defineRule(
  {
    sentence: 'Restrict the IP addresses that API tokens can be used from.',
    messages: {
      anywhere: 'This token can be used from everywhere. List the addresses it is used from in `{{ option }}`.',
      restrict: 'Restrict it to addresses, which are still to be filled in: `{{ code }}`.',
      empty: 'An empty list restricts nothing: the token can be used from everywhere. List the addresses it is used from.',
      everywhere: '`{{ range }}` is every address there is. List the addresses the token is used from.',
      wide: '`{{ range }}` is wider than /{{ prefix }}. List smaller ranges.',
      noRange: 'This is no range in CIDR notation. A single address is written with /32, or /128 for IPv6.',
    },
    options: {
      type: 'object',
      properties: {
        minPrefix: {
          type: 'object',
          description: 'How long the prefix of a range must be at least. Default: 16 for IPv4, 32 for IPv6.',
          properties: { ipv4: { type: 'integer', minimum: 1, maximum: 32 }, ipv6: { type: 'integer', minimum: 1, maximum: 128 } },
          additionalProperties: false,
        },
        exempt: {
          type: 'array',
          description: 'Names of tokens that may be used from everywhere; `*` stands for any characters.',
          items: { type: 'string' },
          uniqueItems: true,
        },
      },
      additionalProperties: false,
    },
    defaults: { minPrefix: {}, exempt: [] },
  },
  {
    about: grants,
    *check(grant, { minPrefix: { ipv4 = 16, ipv6 = 32 } = {}, exempt = [] }, file) {
      const { sort, action, at, words, addresses, name } = grant;
      if (sort !== 'token' || (name !== undefined && exempt.some((pattern) => fits(name, pattern)))) return;
      const option = words.addresses[0]?.join('.') ?? '';
      const list = given(addresses);
      // A change may leave the addresses as they are.
      if ((addresses === 'absent' && action === 'create') || (list && isNothing(list)))
        yield { at: list?.at ?? at, messageId: 'anywhere', data: { option }, suggest: [restricting(grant, file)] };
      for (const each of list ? alternatives(list) : []) {
        if (each.kind !== 'list') continue;
        if (each.items.length === 0 && !each.open) yield { at: each.at, messageId: 'empty' };
        for (const item of each.items) {
          const problem = problemOf(item, ipv4, ipv6);
          if (problem) yield { at: item.at, ...problem };
        }
      }
    },
  },
);

/** An address of documentation (RFC 5737): until it is replaced, nobody can use the token. */
const toFillIn = '192.0.2.1/32';

function restricting({ table, words }: Grant, { spelling }: SourceFile) {
  const [key = '', ...rest] = words.addresses[0] ?? [];
  if (get(table, key) !== 'absent') return undefined;
  const list: Wanted = { kind: 'list', items: [{ kind: 'text', text: toFillIn }] };
  const condition = rest.reduceRight<Wanted>((value, each) => ({ kind: 'table', entries: [[each, value]] }), list);
  return offered('restrict', spelling?.addEntry?.(table.at, key, condition));
}

function problemOf(item: Value, ipv4: number, ipv6: number) {
  const text = literal(item);
  if (text === undefined) return undefined;
  const range = rangeOf(text);
  if (!range) return { messageId: 'noRange' } as const;
  const least = range.family === 4 ? ipv4 : ipv6;
  if (range.prefix === 0) return { messageId: 'everywhere', data: { range: text } } as const;
  return range.prefix < least ? ({ messageId: 'wide', data: { range: text, prefix: String(least) } } as const) : undefined;
}

function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(name);
}
