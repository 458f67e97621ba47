/** The JSON schema of the configuration file. The schemas of options come from the rules. */
import { rules } from '../../../rules/index.js';
import { namespace } from '../../presets.js';
import { ruleUrl } from '../../package.js';
import type { Schema } from '../../options.js';
import { levels } from './settings.js';

/** Schema of a rule's setting: a level, or a level and the rule's option. */
interface RuleSchema {
  readonly description: string;
  readonly anyOf: readonly [
    level: Schema,
    withOption: { readonly type: 'array'; readonly items: readonly Schema[]; readonly [key: string]: unknown },
  ];
}

const level = { type: 'string', description: '`off`, `warn`, or `error`.', enum: levels } as const satisfies Schema;

function ruleSchema(name: string, description: string, option: Schema | undefined): RuleSchema {
  const items = option ? [level, option] : [level];
  return {
    description: `${description} ${ruleUrl(name)}`,
    anyOf: [level, { type: 'array', items, minItems: 1, maxItems: items.length, additionalItems: false }],
  };
}

const patterns = (description: string) => ({ type: 'array', description, items: { type: 'string' } }) as const;

/** Returns the schema of the file; `test/cli/configuration/schema.test.ts` writes it to `cloudflare-auth.schema.json`. */
export function configurationSchema(): object {
  const definitions = Object.fromEntries(
    Object.entries(rules).map(([name, { description, options }]) => [name, ruleSchema(name, description, options)]),
  );
  // Rule names may have the prefix, as in ESLint's configurations, or omit it.
  const properties = Object.fromEntries(
    ['', `${namespace}/`].flatMap((prefix) => Object.keys(rules).map((name) => [prefix + name, { $ref: `#/definitions/${name}` }])),
  );
  const setRules = { $ref: '#/definitions/rules' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of eslint-plugin-cloudflare-auth',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      preset: { type: 'string', description: 'Rules to begin with. Default: recommended.', enum: ['recommended', 'strict'] },
      rules: setRules,
      overrides: {
        type: 'array',
        description: 'Settings for some files; later ones win.',
        items: {
          type: 'object',
          properties: { files: patterns('Files, as patterns in the syntax of .gitignore.'), rules: setRules },
          required: ['files', 'rules'],
          additionalProperties: false,
        },
      },
      ignores: patterns('Files and folders not to scan, as patterns in the syntax of .gitignore.'),
      baseline: { type: 'string', description: 'File of known findings, from the folder of this one. `--update-baseline` writes it.' },
    },
    additionalProperties: false,
    definitions: {
      rules: { type: 'object', description: 'Levels and options of rules.', properties, additionalProperties: false },
      ...definitions,
    },
  };
}
