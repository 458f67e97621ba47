import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import sarif from '../../src/cli/sarif.js';
import plugin from '../../src/index.js';
import { prefixed, random } from '../made-up.js';

const next = random(3);
const secret = prefixed('cfut_', next);

async function logOf(
  code: string,
): Promise<{ runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[]; version: string }> {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] });
  const results = await eslint.lintText(code, { filePath: 'some folder/a.js' });
  return JSON.parse(sarif(results, { cwd: process.cwd(), rulesMeta: eslint.getRulesMetaForResults(results) })) as never;
}

it('names rule, place and a fingerprint, and never the secret', async () => {
  const log = await logOf(`export const a = '${secret}';\n`);
  expect(JSON.stringify(log)).not.toContain(secret.slice(5, 15));
  expect(log.version).toBe('2.1.0');
  expect(log.runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(['cloudflare-auth/no-hardcoded-credentials']);
  expect(log.runs[0]?.results[0]).toMatchObject({
    ruleId: 'cloudflare-auth/no-hardcoded-credentials',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'some%20folder/a.js', uriBaseId: 'ROOT' },
          region: { startLine: 1, startColumn: 19, endLine: 1, endColumn: 19 + secret.length },
        },
      },
    ],
  });
});

it('gives a finding the same fingerprint when lines above it change, and two findings two', async () => {
  const other = prefixed('cfut_', next);
  const fingerprints = async (code: string): Promise<unknown[]> =>
    (await logOf(code)).runs[0]?.results.map((result) => result['partialFingerprints']) ?? [];
  const before = await fingerprints(`export const a = '${secret}';\nexport const b = '${other}';\n`);
  const after = await fingerprints(`\n\n// more\nexport const a = '${secret}';\n\nexport const b = '${other}';\n`);
  expect(after).toEqual(before);
  expect(new Set(before.map((each) => JSON.stringify(each))).size).toBe(2);
});
