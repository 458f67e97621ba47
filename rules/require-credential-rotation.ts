import { units } from '../src/cloudflare/tokens/dates.js';
import { discardedSecrets } from '../src/facts/tokens/discarded-secrets.js';
import { nameKey, credentialReads } from '../src/facts/tokens/credential-reads.js';
import { defineRule } from '../src/rule.js';
import type { SourceFile } from '../src/source/model.js';

const day = units['day'] ?? 1;

export default defineRule(
  {
    description: 'Require Cloudflare credentials to be rotated, and rotated secrets to be stored.',
    messages: {
      unlisted: '`{{ name }}` is not listed in `credentials`. Add it with the date of its last rotation.',
      overdue: '`{{ name }}` was last rotated {{ days }} days ago (maximum {{ most }}). Rotate it and update its date.',
      future: '`{{ name }}` has a rotation date in the future ({{ date }}).',
      lostRoll: 'The old secret is revoked and the new one is discarded. Store {{ secret }}, which is shown only once.',
      lostSecret: 'The new secret is discarded. Store {{ secret }}, which is shown only once.',
    },
    options: {
      type: 'object',
      properties: {
        maxAgeDays: {
          type: 'integer',
          minimum: 1,
          description: 'Maximum age of a credential in days. Default: 90.',
        },
        credentials: {
          type: 'object',
          description: 'Date of the last rotation (`YYYY-MM-DD`) of each credential, by the name it is read under.',
          additionalProperties: {
            type: 'string',
            pattern: '^\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))$',
          },
        },
      },
      additionalProperties: false,
    },
    defaults: { maxAgeDays: 90 },
  },
  {
    about: (file: SourceFile) => [file],
    *check(file, { maxAgeDays = 90, credentials }) {
      for (const { at, loses, field } of discardedSecrets(file))
        yield {
          at,
          messageId: loses === 'both' ? 'lostRoll' : 'lostSecret',
          data: { secret: field === undefined ? 'the response' : `\`${field}\` of the response` },
        };
      // Without a ledger, the age of a credential is unknown.
      if (!credentials) return;
      for (const { name, at } of credentialReads(file)) {
        const date = rotatedOn(name, credentials);
        if (date === undefined) {
          yield { at, messageId: 'unlisted', data: { name } };
          continue;
        }
        const age = Math.floor((Date.now() - Date.parse(date)) / day);
        if (age < 0) yield { at, messageId: 'future', data: { name, date } };
        else if (age > maxAgeDays) yield { at, messageId: 'overdue', data: { name, days: String(age), most: String(maxAgeDays) } };
      }
    },
  },
);

/** Returns the ledger's date for a credential: under its exact name, another spelling of it, or the end of its path (`prod/cloudflare-api-token`). */
function rotatedOn(name: string, ledger: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(ledger, name)) return ledger[name];
  const days = new Map(Object.entries(ledger).map(([listed, date]) => [nameKey(listed), date]));
  const segments = name.split('/');
  const keys = segments.map((_, index) => nameKey(segments.slice(index).join('/')));
  return keys.map((key) => days.get(key)).find((date) => date !== undefined);
}
