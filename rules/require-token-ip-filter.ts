import { rangeOf } from '../src/cloudflare/tokens/addresses.js';
import { type Grant, grants } from '../src/facts/tokens/grants.js';
import { defineRule, suggestion } from '../src/rule.js';
import type { SourceFile, Value } from '../src/source/model.js';
import type { NewValue } from '../src/source/edits.js';
import { alternatives, get, presentValue, isNullish, literal } from '../src/source/values.js';

export default defineRule(
  {
    description: 'Require API tokens to be restricted to IP addresses.',
    messages: {
      anywhere: 'Token can be used from any IP address. List the allowed addresses in `{{ option }}`.',
      restrict: 'Add an IP filter and fill in the addresses: `{{ code }}`.',
      empty: 'Empty list allows any IP address. List the allowed addresses.',
      everywhere: '`{{ range }}` matches any IP address. List the allowed addresses.',
      wide: '`{{ range }}` is wider than /{{ prefix }}. Use narrower ranges.',
      noRange: 'Not a valid CIDR range. Write a single address with /32, or /128 for IPv6.',
    },
    options: {
      type: 'object',
      properties: {
        minPrefix: {
          type: 'object',
          description: 'Minimum prefix length of a range.',
          properties: {
            ipv4: { type: 'integer', description: 'Minimum prefix length for IPv4. Default: 16.', minimum: 1, maximum: 32 },
            ipv6: { type: 'integer', description: 'Minimum prefix length for IPv6. Default: 32.', minimum: 1, maximum: 128 },
          },
          additionalProperties: false,
        },
        exempt: {
          type: 'array',
          description: 'Names of tokens that may be used from any IP address; `*` matches any characters. Default: none.',
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
      const list = presentValue(addresses);
      // An update may leave the addresses as they are.
      if ((addresses === 'absent' && action === 'create') || (list && isNullish(list)))
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

/** An address reserved for documentation (RFC 5737): until it is replaced, nobody can use the token. */
const toFillIn = '192.0.2.1/32';

function restricting({ table, words }: Grant, { edits }: SourceFile) {
  const [key = '', ...rest] = words.addresses[0] ?? [];
  if (get(table, key) !== 'absent') return undefined;
  const list: NewValue = { kind: 'list', items: [{ kind: 'text', text: toFillIn }] };
  const condition = rest.reduceRight<NewValue>((value, each) => ({ kind: 'table', entries: [[each, value]] }), list);
  return suggestion('restrict', edits?.addEntry?.(table.at, key, condition));
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
