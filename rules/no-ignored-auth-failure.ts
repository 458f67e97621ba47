import { ignoredFailures } from '../src/facts/failures/ignored-failures.js';
import { defineRule, suggestion } from '../src/rule.js';

export default defineRule(
  {
    description: 'Require failed Cloudflare authentication to be noticed.',
    messages: {
      dropped: 'Response is ignored{{ origin }}, so an authentication failure goes unnoticed. Check its status and log the error code.',
      unchecked: 'Only the result is read{{ origin }}, which is missing when authentication fails. Check `success` and log `errors`.',
      query: 'Only `data` is read{{ origin }}, which is missing when authentication fails. Check `errors` and log them.',
      retried: 'Requests are retried even after an authentication failure. Stop on 401 and 403, and log the error code.',
      check: 'Check the response: `{{ code }}`.',
      swallowed: 'Errors are swallowed here, so an authentication failure goes unnoticed. Log the error code (9109, 10000 …).',
    },
  },
  {
    about: ignoredFailures,
    *check({ how, at, request, origin }, _, { edits }) {
      yield { at, origin, messageId: how, suggest: [suggestion('check', request && edits?.checkResponse?.(request))] };
    },
  },
);
