import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import type { Schema } from '../../src/options.js';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../src/eslint/rule-options.ts', import.meta.url));

/** A schema as a type; properties have their descriptions. */
function typeOf(schema: Schema): string {
  switch (schema.type) {
    case 'boolean':
      return 'boolean';
    case 'integer':
      return 'number';
    case 'string':
      return schema.enum ? schema.enum.map((each) => `'${each}'`).join(' | ') : 'string';
    case 'array':
      return `readonly (${typeOf(schema.items)})[]`;
    case 'object':
      return schema.additionalProperties === false
        ? `{ ${Object.entries(schema.properties)
            .map(([name, each]) => `${comment(each.description)}readonly ${name}?: ${typeOf(each)};`)
            .join('\n')} }`
        : `Readonly<Record<string, ${typeOf(schema.additionalProperties)}>>`;
  }
}

const comment = (description: string | undefined): string => (description === undefined ? '' : `/** ${description} */\n`);

it('has the types of all options: `UPDATE_OPTIONS=1` writes them', async () => {
  const entries = Object.entries(rules).map(
    ([name, { description, options }]) =>
      `${comment(description)}readonly 'cloudflare-auth/${name}': ${options ? `readonly [option?: ${typeOf(options)}]` : 'readonly []'};`,
  );
  const source = `/** Generated from the schemas of the rules by \`test/package/rule-options.test.ts\`. */

/** What each rule takes after its level, for configurations that are written in TypeScript. */
export interface RuleOptions { ${entries.join('\n')} }
`;
  const text = await format(source, { ...(await resolveConfig(file)), filepath: file });
  if (process.env['UPDATE_OPTIONS']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
