import { describe, expect, it } from 'vitest';
import { project } from './project.js';

describe.each(['10.15.0', '9.39.1'])('a TypeScript project with ESLint %s', (version) => {
  it('needs no cast and no skipLibCheck', () => {
    const home = project([`eslint@${version}`, 'typescript@6.0.3', '@types/node@20']);
    home.write(
      'config.ts',
      `import { defineConfig } from 'eslint/config';
import cloudflareAuth, { configs, meta, rules, type CloudflareAuthPlugin, type RuleOptions } from 'eslint-plugin-cloudflare-auth';
export default defineConfig([
  cloudflareAuth.configs.recommended,
  configs.strict,
  { plugins: { 'cloudflare-auth': cloudflareAuth }, extends: [cloudflareAuth.configs.all] },
  { plugins: { 'cloudflare-auth': cloudflareAuth }, extends: ['cloudflare-auth/recommended'] },
]);
export const option: RuleOptions['cloudflare-auth/require-token-expiration'] = [{ maxDays: 30 }];
// @ts-expect-error: no such option
export const unknown: RuleOptions['cloudflare-auth/require-https'] = [{ allowHost: [] }];
export const name: string = meta.name;
export const rule: CloudflareAuthPlugin['rules']['require-https'] = rules['require-https'];
`,
    );
    for (const [module, resolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--types', 'node'];
      const { output, code } = home.run('tsc', ...flags, '--module', module ?? '', '--moduleResolution', resolution ?? '', 'config.ts');
      expect(output).toBe('');
      expect(code).toBe(0);
    }
  }, 300_000);
});
