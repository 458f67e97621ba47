import { globalKeys, type Instead } from '../src/facts/global-keys.js';
import { defineRule } from '../src/rule.js';
import type { Change, Spelling } from '../src/source.js';

export default defineRule(
  {
    sentence: 'Prefer API tokens over the Global API Key.',
    messages: {
      header:
        '`{{ by }}` sends the Global API Key, which can do everything its user can. Send an API token with just the permissions needed: `Authorization: Bearer …`.',
      option:
        '`{{ by }}` is the Global API Key, which can do everything its user can. Give an API token with just the permissions needed instead.',
      variable:
        '`{{ by }}` holds the Global API Key, which can do everything its user can. Read an API token from `CLOUDFLARE_API_TOKEN` instead.',
      serviceKey:
        '`{{ by }}` gives an Origin CA key. These stopped working on 30 September 2026; use an API token with the permission SSL and Certificates Write.',
      token: 'Give an API token: `{{ code }}`.',
    },
    hasSuggestions: true,
    options: {
      type: 'object',
      properties: {
        allowVariables: {
          type: 'array',
          description:
            'Environment variables that may be read although their names are those of a Global API Key, for instance because they hold a token.',
          items: { type: 'string' },
          uniqueItems: true,
        },
      },
      additionalProperties: false,
    },
    defaults: { allowVariables: [] },
  },
  {
    about: globalKeys,
    *check({ at, role, by, through, instead }, { allowVariables = [] }, { spelling }) {
      if (through === 'variable' && allowVariables.includes(by)) return;
      const change = instead && spelling && withToken(instead, spelling);
      const suggest = change && [{ messageId: 'token' as const, data: { code: change.code }, change }];
      yield { at, messageId: role === 'origin-ca-key' ? 'serviceKey' : through, data: { by }, ...(suggest && { suggest }) };
    },
  },
);

/** The key's entry becomes the token's, and what went with the key goes. */
function withToken({ entry, key, before, without }: Instead, spelling: Spelling): Change | undefined {
  const token = spelling.replaceEntry(entry, key, before, 'CLOUDFLARE_API_TOKEN');
  const gone = without.map((at) => spelling.remove(at));
  if (!token || gone.includes(undefined)) return undefined;
  return { code: token.code, edits: [...token.edits, ...gone.flatMap((change) => change?.edits ?? [])] };
}
