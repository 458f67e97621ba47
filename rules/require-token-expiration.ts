import { units } from '../src/cloudflare/tokens/dates.js';
import { type Grant, grants } from '../src/facts/tokens/grants.js';
import { timestampIn } from '../src/facts/tokens/dates.js';
import { defineRule } from '../src/rule.js';
import type { SourceFile, Value } from '../src/source/model.js';
import { presentValue, isNullish, literal } from '../src/source/values.js';

const day = units['day'] ?? 1;

export default defineRule(
  {
    description: 'Require API tokens to expire.',
    messages: {
      endless: 'Token never expires. Set `{{ option }}`.',
      end: 'Expire in {{ days }} days: `{{ code }}`.',
      tooLong: 'Token is valid for {{ days }} days (maximum {{ most }}).',
      past: 'Expiry date is in the past, so the token is never valid.',
      inverted: '`{{ notBefore }}` is not before `{{ option }}`, so the token is never valid.',
      forever: 'Service token never expires. Set a duration, such as `8760h` for one year.',
    },
    options: {
      type: 'object',
      properties: {
        maxDays: {
          type: 'integer',
          minimum: 1,
          description: 'Maximum validity of a token in days. Default: 365; 90 in `strict`.',
        },
      },
      additionalProperties: false,
    },
    defaults: { maxDays: 365 },
  },
  {
    about: grants,
    *check(grant, { maxDays = 365 }, file) {
      const { at, action, sort, words, expires, notBefore, duration } = grant;
      const most = String(maxDays);
      if (sort === 'service-token') {
        const length = presentValue(duration);
        if (!length) return;
        const days = hoursIn(length) / 24;
        if (days === Infinity) yield { at: length.at, messageId: 'forever' };
        else if (days > maxDays) yield { at: length.at, messageId: 'tooLong', data: { days: String(Math.ceil(days)), most } };
        return;
      }
      const option = words.expires;
      // An update may leave the expiry as it is.
      if (expires === 'absent' && action === 'create')
        yield { at, messageId: 'endless', data: { option }, suggest: [ending(grant, Math.min(suggestedDays, maxDays), file)] };
      const end = presentValue(expires);
      if (!end) return;
      if (isNullish(end)) {
        yield { at: end.at, messageId: 'endless', data: { option } };
        return;
      }
      const { expiresAt: place = end.at } = grant;
      const now = Date.now();
      const momentOf = timestampIn(file, now);
      const [start, last] = [presentValue(notBefore) && momentOf(notBefore as Value), momentOf(end)];
      if (last === undefined) return;
      const days = (last - Math.max(now, start ?? now)) / day;
      if (start !== undefined && start >= last) yield { at: place, messageId: 'inverted', data: { option, notBefore: words.notBefore } };
      else if (last < now) yield { at: place, messageId: 'past' };
      else if (days > maxDays) yield { at: place, messageId: 'tooLong', data: { days: String(Math.ceil(days)), most } };
    },
  },
);

/** Suggested lifetime of a token in days, unless the maximum is lower. */
const suggestedDays = 90;

function ending({ declared, table, words }: Grant, days: number, { edits }: SourceFile) {
  // Relative to now, a declared token would change on each run.
  const moment = new Date((Math.floor(Date.now() / day) + days) * day).toISOString().replace(/\.\d+/, '');
  const change = edits?.addEntry?.(table.at, words.expires, declared ? { kind: 'text', text: moment } : { kind: 'ahead', days });
  return change && { messageId: 'end' as const, data: { days: String(days), code: change.code }, change };
}

/** Returns the hours in a duration like `8760h`; NaN if unknown. */
function hoursIn(value: Value): number {
  const written = literal(value);
  if (written === 'forever') return Infinity;
  return Number(/^(\d+)h(?:\d+m)?(?:\d+s)?$/.exec(written ?? '')?.[1] ?? NaN);
}
