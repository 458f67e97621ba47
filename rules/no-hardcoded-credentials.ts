import { credentialIds, credentialKinds } from '../src/cloudflare/credentials/formats.js';
import { insteadOfWriting } from '../src/cloudflare/settings/file-kinds.js';
import { allows, problemIn } from '../src/allowlist.js';
import { isInTest } from '../src/source/test-files.js';
import { credentials } from '../src/facts/credentials/credentials.js';
import { defineRule, suggestion } from '../src/rule.js';

export default defineRule(
  {
    description: 'Disallow hardcoded Cloudflare credentials.',
    messages: {
      hardcoded: 'Hardcoded {{ kind }} ({{ masked }}). {{ roll }}, then {{ instead }}.',
      environment: 'Read it from the environment: `{{ code }}`.',
      unverified: '{{ kind }} ({{ masked }}) has an invalid checksum: made up or damaged. If it was ever valid: {{ roll }}.',
      used: '{{ kind }} ({{ masked }}) has an invalid checksum: made up or mistyped. Do not write credentials here: {{ instead }}.',
    },
    options: {
      type: 'object',
      properties: {
        kinds: {
          type: 'array',
          description: 'Kinds of credentials to report. Default: all.',
          items: { type: 'string', enum: credentialIds },
          uniqueItems: true,
        },
        allow: {
          type: 'array',
          description:
            'Values to ignore: literal values, or regular expressions between slashes (RE2 syntax, without lookaround or backreferences). Default: none.',
          items: { type: 'string' },
          uniqueItems: true,
        },
        comments: { type: 'boolean', description: 'Check comments. Default: true.' },
        unverified: {
          type: 'boolean',
          description:
            'Report credentials in the 2026 format with an invalid checksum even where nothing uses them. Default: false; true in `strict`.',
        },
      },
      additionalProperties: false,
    },
    defaults: { allow: [], comments: true, unverified: false },
    validate: ({ allow = [] }) => problemIn(allow),
  },
  {
    about: credentials,
    *check(credential, { kinds, allow = [], comments, unverified }, file) {
      const { edits, path, text } = file;
      const { at, kind: id, value, masked, verdict, inComment, isUsed, variable } = credential;
      if ((kinds && !kinds.includes(id)) || (inComment && !comments) || allows(allow, value)) return;
      const { name: kind, roll, replaced } = credentialKinds[id];
      const instead = insteadOfWriting(path, variable) ?? `read it from the environment (\`${variable}\`)`;
      if (verdict === 'unverified') {
        // A newcomer's first experiment. In tests and documents, where samples are normal, it means nothing.
        if (isUsed && !isInTest(at, file) && file.language !== 'markdown') yield { at, messageId: 'used', data: { kind, masked, instead } };
        else if (unverified) yield { at, messageId: 'unverified', data: { kind, masked, roll } };
        return;
      }
      // A credential that can do everything should be replaced, not moved. A value that is concatenated or decoded is not in the text as such.
      const isMovable = !inComment && !replaced && text.slice(at.start, at.end) === value;
      const change = isMovable ? edits?.fromEnvironment?.(at, variable) : undefined;
      yield { at, messageId: 'hardcoded', data: { kind, masked, roll, instead }, suggest: [suggestion('environment', change)] };
    },
  },
);
