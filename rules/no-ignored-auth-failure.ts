import { ignoredFailures } from '../src/facts/failures/ignored-failures.js';
import { defineRule, offered } from '../src/rule.js';

export default defineRule(
  {
    sentence: 'Notice when Cloudflare refuses a credential.',
    messages: {
      dropped:
        'The answer is dropped, so nobody sees that Cloudflare refused the credential. Check whether it was let through, and log the error code.',
      unchecked: 'Only the result is read, which is missing when Cloudflare refuses the credential. Check `success`, and log `errors`.',
      retried:
        'This tries again whatever Cloudflare answers, and nobody hears when it refuses the credential. Stop at 401 and 403, and log the error code.',
      check: 'Check it: `{{ code }}`.',
      swallowed: 'This hides that Cloudflare refused the credential. Log the error code (9109, 10000 …), and alert somebody.',
    },
  },
  {
    about: ignoredFailures,
    *check({ how, at, request }, _, { spelling }) {
      yield { at, messageId: how, suggest: [offered('check', request && spelling?.checkAnswer?.(request))] };
    },
  },
);
