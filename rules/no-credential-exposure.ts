import type { Exposure } from '../src/facts/exposure/exposure.js';
import { exposures } from '../src/facts/exposure/exposures.js';
import { defineRule, offered } from '../src/rule.js';
import type { SourceFile } from '../src/source/model.js';

export default defineRule(
  {
    sentence: 'Never let a Cloudflare credential out of the program that needs it.',
    messages: {
      log: '`{{ by }}` writes `{{ variable }}` to a log, which more people read than may have the credential. Log whether it is set.',
      remove: 'Remove this.',
      mask: 'Tell only whether it is set: `{{ code }}`.',
      caught:
        '`{{ by }}` writes an error or answer with its request to a log, and `{{ variable }}` has the credential in it. Log its status and message.',
      url: '`{{ variable }}` is put into a URL for {{ by }}: servers, proxies and histories keep URLs. Send it in a header.',
      elsewhere: '`{{ variable }}` is sent to {{ by }}, which is not Cloudflare. Call Cloudflare from here, and send only the result.',
      response: '`{{ by }}` answers with `{{ variable }}`, so that whoever asks is given the credential. Answer with what was done.',
      error: '`{{ by }}` takes `{{ variable }}` into an error, and errors are logged and shown. Name the variable, not its value.',
      storage: '`{{ by }}` leaves `{{ variable }}` where every script of the page can read it. Keep it on the server.',
      public:
        '`{{ variable }}` is public by its name: bundlers write it into what browsers load. Read it on a server, without this prefix.',
      inlined: '`{{ by }}` writes `{{ variable }}` into what is shipped to everybody. Read it on a server when it is needed.',
      client: '`{{ variable }}` is read in a module for the browser. Read it on a server, and hand over what was done with it.',
      command:
        '`{{ by }}` puts `{{ variable }}` on a command line, which every process of the machine can read. Pass it in the environment.',
      output: '`{{ by }}` hands `{{ variable }}` to every later step and action of the workflow. Give it to the step that needs it.',
      message: '`{{ by }}` sends `{{ variable }}` in a message, which others keep. Tell people where the credential is stored.',
      tracker: '`{{ by }}` sends `{{ variable }}` to a service that records what programs do. Leave it out.',
      trace:
        '`{{ by }}` writes `{{ variable }}` to the log with every command that is given it. Switch it off (`set +x`) around such commands.',
      image:
        '`{{ by }}` keeps `{{ variable }}` in the image or in the cache of its build. Mount it where it is needed (`RUN --mount=type=secret`).',
      file: '`{{ by }}` writes `{{ variable }}` to a file. Leave it in the environment or in a secret store.',
    },
    options: {
      type: 'object',
      properties: {
        maxRevealed: {
          type: 'integer',
          minimum: 0,
          description: 'How many characters of a credential may be shown. Default: 4; 0 in `strict`.',
        },
        files: {
          type: 'boolean',
          description: 'Whether to report credentials that are written to files. Default: false; true in `strict`.',
        },
        requests: {
          type: 'boolean',
          description: 'Whether to report errors and answers of Axios that are logged whole. Default: false; true in `strict`.',
        },
        allowVariables: {
          type: 'array',
          description: 'Variables that are no secrets, whatever their names say.',
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
      const { at, how, variable, by, revealed } = exposure;
      if (revealed <= maxRevealed || (how === 'file' && !files) || (how === 'caught' && !requests) || allowVariables.includes(variable))
        return;
      yield { at, messageId: how, data: { variable, by }, suggest: how === 'log' ? quieter(exposure, file) : [] };
    },
  },
);

function quieter({ at, call }: Exposure, { spelling }: SourceFile) {
  const removed = call && spelling?.remove?.(call);
  return [offered('mask', spelling?.whetherSet?.(at)), removed && { messageId: 'remove' as const, change: removed }];
}
