import { sharings } from '../src/facts/sharing/sharings.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    sentence: 'Give every user and application a Cloudflare credential of its own.',
    messages: {
      programs:
        '`{{ variable }}` is given to `{{ to }}` as well as to `{{ before }}`. Create a token for each, with what it needs and no more.',
      group:
        '`{{ to }}` uses `{{ variable }}` like `{{ before }}`. Create a token for each, so that one can be revoked without the others.',
      steps:
        '{{ to }} gives `{{ variable }}` to all of its steps, even to `{{ before }}`. Put it into the `env` of the step that needs it.',
      inherited: '`secrets: inherit` hands `{{ variable }}` and every other secret to `{{ to }}`. Pass it by name what it needs.',
    },
  },
  {
    about: sharings,
    *check({ at, how, variable, to, before }) {
      yield { at, messageId: how, data: { variable, to, before } };
    },
  },
);
