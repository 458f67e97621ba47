/** Programs from the fixtures, to begin with. */
import type { Content } from './checks.js';

const texts = import.meta.glob<string>(
  [
    '../fixtures/01-prefer-api-tokens/bad/{ddns-updater.mjs,Records.php,Update-Record.ps1}',
    '../fixtures/02-restrict-permissions/bad/customer-tokens.ts',
    '../fixtures/03-restrict-ip-addresses/bad/null-condition.tsx',
    '../fixtures/04-set-expiration/bad/pulumi-6-offset.ts',
    '../fixtures/05-store-credentials-outside-code/bad/{notes.md,main.go,helm.tf,tunnel.toml,backup.dockerfile}',
    '../fixtures/06-monitor-failed-authentication/bad/routes.js',
    '../fixtures/07-rotate-credentials/bad/new-runner.sh',
    '../fixtures/08-use-https/bad/verify.rb',
    '../fixtures/09-require-two-factor/bad/own-client.ts',
    '../fixtures/10-never-share-credentials/bad/{dashboard-widget.tsx,compose.build.yaml}',
  ],
  { query: '?raw', import: 'default', eager: true },
);

export interface Example extends Content {
  /** The practice that it violates. */
  readonly practice: string;
}

export const examples: readonly Example[] = Object.entries(texts).map(([file, text]) => {
  const [, practice = '', path = ''] = /^\.\.\/fixtures\/(\d\d-[^/]+)\/bad\/(.*)$/.exec(file) ?? [];
  return { practice: practice.replace(/^0?(\d+)-/, '$1. ').replaceAll('-', ' '), path, text, strict: true };
});

/** The example that the page opens with. */
export const opening = examples.find(({ path }) => path === 'customer-tokens.ts');
