import { sharings } from '../src/facts/sharing/sharings.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    description: 'Disallow sharing a Cloudflare credential between users or applications.',
    messages: {
      programs: '`{{ to }}` and `{{ before }}` share `{{ variable }}`. Create a token for each, with only the permissions it needs.',
      group: '`{{ to }}` and `{{ before }}` share `{{ variable }}`. Create a token for each, so that one can be revoked without the other.',
      steps:
        '{{ to }} exposes `{{ variable }}` to all of its steps, including `{{ before }}`. Set it in the `env` of the step that needs it.',
      inherited:
        '`secrets: inherit` passes `{{ variable }}` and every other secret to `{{ to }}`. Pass only the secrets it needs, by name.',
    },
  },
  {
    about: sharings,
    *check({ at, how, variable, to, before }) {
      yield { at, messageId: how, data: { variable, to, before } };
    },
  },
);
