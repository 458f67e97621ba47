import { units } from '../src/cloudflare/tokens/dates.js';
import { lostSecrets } from '../src/facts/tokens/discarded-secrets.js';
import { nameKey, readings } from '../src/facts/tokens/credential-reads.js';
import { defineRule } from '../src/rule.js';
import type { SourceFile } from '../src/source/model.js';

const day = units['day'] ?? 1;

export default defineRule(
  {
    sentence: 'Rotate Cloudflare credentials, and keep what a rotation gives.',
    messages: {
      unlisted: '`{{ name }}` is not in the rotation ledger. Add it to `credentials` with the day on which it was last rotated.',
      overdue:
        '`{{ name }}` was rotated {{ days }} days ago; no more than {{ most }} are allowed. Rotate it, and write the day into the ledger.',
      future: 'The ledger says that `{{ name }}` was rotated on {{ date }}, which is still to come.',
      lostRoll: 'The old secret stops working and the new one is thrown away. Store {{ secret }}, which is shown this once.',
      lostSecret: 'The secret that is issued here is thrown away. Store {{ secret }}, which is shown this once.',
    },
    options: {
      type: 'object',
      properties: {
        maxAgeDays: {
          type: 'integer',
          minimum: 1,
          description: 'How many days a credential may be used before it is rotated.',
        },
        credentials: {
          type: 'object',
          description: 'The ledger: each credential by the name it is read by, and the day of its last rotation (`YYYY-MM-DD`).',
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
      for (const { at, loses, field } of lostSecrets(file))
        yield {
          at,
          messageId: loses === 'both' ? 'lostRoll' : 'lostSecret',
          data: { secret: field === undefined ? 'the answer' : `\`${field}\` of the answer` },
        };
      // Without a ledger nothing is known of the age of a credential.
      if (!credentials) return;
      for (const { name, at } of readings(file)) {
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

/** The day that a ledger has for a credential: under the very name, the name in another spelling, or the end of a path (`prod/cloudflare-api-token`). */
function rotatedOn(name: string, ledger: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(ledger, name)) return ledger[name];
  const days = new Map(Object.entries(ledger).map(([listed, date]) => [nameKey(listed), date]));
  const segments = name.split('/');
  const keys = segments.map((_, index) => nameKey(segments.slice(index).join('/')));
  return keys.map((key) => days.get(key)).find((date) => date !== undefined);
}
