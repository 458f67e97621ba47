import { accounts } from '../src/facts/tokens/accounts.js';
import { defineRule } from '../src/rule.js';
import { alternatives, presentValue } from '../src/source/values.js';

export default defineRule(
  {
    description: 'Require two-factor authentication for all members of an account.',
    messages: {
      off: 'Account members can log in with a password alone. Set this to `true`.',
      on: 'Set it to `true`.',
      missing: 'Account does not require two-factor authentication of its members. Set `{{ option }}` to `true`.',
    },
    options: {
      type: 'object',
      properties: {
        missing: {
          type: 'boolean',
          description: 'Report accounts that do not set it at all. Default: false; true in `strict`.',
        },
      },
      additionalProperties: false,
    },
    defaults: { missing: false },
  },
  {
    about: accounts,
    *check({ at, twoFactor, option }, { missing }, { text }) {
      if (missing && twoFactor === 'absent') yield { at, messageId: 'missing', data: { option } };
      const value = presentValue(twoFactor);
      const off = value && alternatives(value).find((each) => each.kind === 'opaque' && each.value === false);
      if (!off) return;
      const isWritten = text.slice(off.at.start, off.at.end) === 'false';
      const change = { edits: [{ at: off.at, text: 'true' }], code: 'true' };
      yield { at: off.at, messageId: 'off', ...(isWritten && { suggest: [{ messageId: 'on', change }] }) };
    },
  },
);
