import { describeGrants, leastPrivilege } from '../src/cloudflare/tokens/least-privilege.js';
import { tokenVariable } from '../src/cloudflare/credentials/names.js';
import { globalKeys } from '../src/facts/credentials/keys/global-keys.js';
import type { TokenReplacement } from '../src/facts/credentials/keys/tokens-instead.js';
import type { SeenOperations } from '../src/facts/operations/operations.js';
import { defineRule, suggestion } from '../src/rule.js';
import type { Change, EditWriter } from '../src/source/edits.js';

export default defineRule(
  {
    description: 'Prefer API tokens over the Global API Key.',
    messages: {
      header:
        '`{{ by }}` sends the Global API Key, which grants everything its user can do. Send a token limited to {{ permissions }}: `Authorization: Bearer <token>`.',
      option: '`{{ by }}` passes the Global API Key, which grants everything its user can do. Pass a token limited to {{ permissions }}.',
      variable: '`{{ by }}` holds the Global API Key, which grants everything its user can do. Use an API token in `{{ token }}`.',
      serviceKey:
        '`{{ by }}` uses an Origin CA key; these stopped working on 30 September 2026. Use an API token with SSL and Certificates Write.',
      token: 'Use an API token: `{{ code }}`.',
    },
    options: {
      type: 'object',
      properties: {
        allowVariables: {
          type: 'array',
          description:
            'Environment variables to ignore although they are named like a Global API Key, for example because they hold a token. Default: none.',
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
    *check({ at, role, by, through, instead, operations }, { allowVariables = [] }, { edits }) {
      if (through === 'variable' && allowVariables.includes(by)) return;
      const suggest = [suggestion('token', instead && edits && withToken(instead, edits))];
      if (role === 'origin-ca-key') yield { at, messageId: 'serviceKey', data: { by }, suggest };
      else if (through === 'variable') yield { at, messageId: 'variable', data: { by, token: tokenVariable(by) } };
      else yield { at, messageId: through, data: { by, permissions: permissionsFor(operations) }, suggest };
    },
  },
);

/** Most permissions that are listed in a message. */
const MAX_GRANTS = 4;

function permissionsFor(seen: SeenOperations | undefined): string {
  const { operations = [], complete = false } = seen ?? {};
  const isKnown = operations.every(({ accepted }) => accepted !== undefined);
  const grants = isKnown ? leastPrivilege(operations) : [];
  if (grants.length === 0 || grants.length > MAX_GRANTS) return 'the permissions needed';
  return complete ? describeGrants(grants) : `what is needed, at least ${describeGrants(grants)}`;
}

/** Returns a change that replaces the key's entry with the token's and removes the entries that accompanied the key. */
function withToken({ entry, key, before, without }: TokenReplacement, spelling: EditWriter): Change | undefined {
  const token = spelling.replaceEntry?.(entry, key, before, 'CLOUDFLARE_API_TOKEN');
  const gone = without.map((at) => spelling.remove?.(at));
  if (!token || gone.includes(undefined)) return undefined;
  return { code: token.code, edits: [...token.edits, ...gone.flatMap((change) => change?.edits ?? [])] };
}
