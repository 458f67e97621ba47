/** The command's SARIF in the eyes of the standard's own schema, which Microsoft's matchers bring along. */
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { project } from '../package/project.js';

interface Validate {
  (value: unknown): boolean;
  readonly errors: unknown;
}
interface Compiler {
  addMetaSchema: (schema: unknown) => Compiler;
  compile: (schema: unknown) => Validate;
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
      readonly results: readonly { ruleId: string; message: unknown }[];
    },
  ];
}
interface SarifRule {
  readonly id: string;
  readonly helpUri: string;
  readonly help: { readonly text: string; readonly markdown: string };
}

it('SARIF of the fixtures follows the schema, and every rule in it has help and a link', () => {
  const home = project(['eslint@10.15.0', '@microsoft/jest-sarif@1.0.0-beta.0']);
  cpSync(fileURLToPath(new URL('../../fixtures', import.meta.url)), join(home.folder, 'fixtures'), { recursive: true });
  expect(home.run('eslint-plugin-cloudflare-auth', 'fixtures', '-f', 'sarif', '-o', 'found.sarif').code).toBe(1);
  const text = readFileSync(join(home.folder, 'found.sarif'), 'utf8');
  const log = JSON.parse(text) as Log;

  const load = createRequire(join(home.folder, 'node_modules/@microsoft/jest-sarif/package.json'));
  const Ajv = load('ajv') as new (options: object) => Compiler;
  const validate = new Ajv({ schemaId: 'auto', allErrors: true, logger: false })
    .addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'))
    .compile(load('./lib/schemas/sarif-2.1.0-rtm.5.json'));
  expect(validate({ ...log, version: '2.0' })).toBe(false);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);

  const [{ tool, results }] = log.runs;
  expect(results.length).toBeGreaterThan(100);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([...new Set(results.map(({ ruleId }) => ruleId))].sort());
  for (const { id, help, helpUri } of tool.driver.rules) {
    const name = id.replace('cloudflare-auth/', '');
    expect(Object.keys(rules)).toContain(name);
    expect(helpUri).toContain(`/rules/${name}.md`);
    expect(help.markdown).toContain('### ❌ Incorrect');
    expect(help.markdown).not.toContain('<!--');
  }
  // Every credential of the fixtures says so in its own letters; none of them is in the results. Hosts are, and R2's begin with an account's id.
  const said = results.filter(({ ruleId }) => ruleId !== 'cloudflare-auth/require-https').map(({ message }) => message);
  expect(JSON.stringify(said)).not.toMatch(/Fixture\w{20}|f1c7\w{20}/);
}, 300_000);
