import type { Exposure } from '../src/facts/exposure/exposure.js';
import { exposures } from '../src/facts/exposure/exposures.js';
import { defineRule, suggestion } from '../src/rule.js';
import type { SourceFile } from '../src/source/model.js';
import { within } from '../src/source/span.js';

export default defineRule(
  {
    description: 'Disallow exposing Cloudflare credentials.',
    messages: {
      log: '`{{ by }}` logs `{{ variable }}`{{ origin }}. Log whether it is set instead.',
      remove: 'Remove this.',
      mask: 'Log whether it is set: `{{ code }}`.',
      caught:
        '`{{ by }}` logs an error or response that includes its request, and with it `{{ variable }}`{{ origin }}. Log its status and message.',
      url: '`{{ by }}` sends `{{ variable }}`{{ origin }} in a URL, which servers, proxies and browser histories record. Send it in a header.',
      elsewhere:
        '`{{ variable }}`{{ origin }} is sent to {{ by }}, which is not Cloudflare. Call Cloudflare from here and send only the result.',
      response: '`{{ by }}` returns `{{ variable }}`{{ origin }} to the client. Return only the result.',
      error:
        '`{{ by }}` includes `{{ variable }}`{{ origin }} in an error, and errors are logged and displayed. Name the variable, not its value.',
      storage: '`{{ by }}` stores `{{ variable }}`{{ origin }} where every script on the page can read it. Keep it on the server.',
      public:
        '`{{ variable }}`{{ origin }} has a public prefix, so bundlers inline it into client code. Rename it and read it on the server.',
      inlined: '`{{ by }}` inlines `{{ variable }}`{{ origin }} into client code. Read it on the server at run time.',
      client: '`{{ variable }}`{{ origin }} is read in a client module. Read it on the server and pass only the result.',
      command:
        '`{{ by }}` passes `{{ variable }}`{{ origin }} on a command line, which other processes can read. Pass it in the environment.',
      output: '`{{ by }}` exposes `{{ variable }}`{{ origin }} to every later step of the workflow. Pass it to the step that needs it.',
      message: '`{{ by }}` sends `{{ variable }}`{{ origin }} in a message, which others keep. Send a link to where it is stored instead.',
      tracker: '`{{ by }}` sends `{{ variable }}`{{ origin }} to a monitoring service. Leave it out.',
      trace:
        '`{{ by }}` traces every command, so the log shows `{{ variable }}`{{ origin }}. Turn tracing off (`set +x`) around commands that use it.',
      verbose: '`{{ by }}` prints its request headers, and `{{ variable }}`{{ origin }} is one of them. Remove the option.',
      environment: '`{{ by }}` prints the whole environment, which includes `{{ variable }}`{{ origin }}. Print only what you need.',
      untrusted:
        '`{{ by }}` runs code from pull requests with access to `{{ variable }}`{{ origin }}. Run that code on `pull_request`, and deploy in another workflow.',
      image:
        '`{{ by }}` leaves `{{ variable }}`{{ origin }} in the image or its build cache. Mount it as a build secret (`RUN --mount=type=secret`).',
      plan: '`{{ by }}` shows `{{ variable }}`{{ origin }} in plans and outputs. Leave it out, or sensitive.',
      file: '`{{ by }}` writes `{{ variable }}`{{ origin }} to a file. Keep it in the environment or a secret store.',
    },
    options: {
      type: 'object',
      properties: {
        maxRevealed: {
          type: 'integer',
          minimum: 0,
          description: 'Maximum number of characters of a credential that may be shown. Default: 4; 0 in `strict`.',
        },
        files: {
          type: 'boolean',
          description: 'Report credentials written to files. Default: false; true in `strict`.',
        },
        requests: {
          type: 'boolean',
          description: 'Report Axios errors and responses that are logged whole. Default: false; true in `strict`.',
        },
        allowVariables: {
          type: 'array',
          description: 'Names of variables to ignore. Default: none.',
          items: { type: 'string' },
          uniqueItems: true,
        },
      },
      additionalProperties: false,
    },
    defaults: { maxRevealed: 4, files: false, requests: false, allowVariables: [] },
  },
  {
    about: exposures,
    *check(exposure, { maxRevealed = 4, files, requests, allowVariables = [] }, file) {
      const { at, how, variable, by, revealed, origin } = exposure;
      if (revealed <= maxRevealed || (how === 'file' && !files) || (how === 'caught' && !requests) || allowVariables.includes(variable))
        return;
      yield { at, origin, messageId: how, data: { variable, by }, suggest: how === 'log' ? quieter(exposure, file) : [] };
    },
  },
);

function quieter({ at, call, isPassed, isWhole }: Exposure, { edits }: SourceFile) {
  if (isPassed) return [];
  // The call of the file's own logger may log more than this.
  const removed = call && within(at, call) ? edits?.remove?.(call) : undefined;
  return [suggestion('mask', isWhole ? undefined : edits?.whetherSet?.(at)), removed && { messageId: 'remove' as const, change: removed }];
}
