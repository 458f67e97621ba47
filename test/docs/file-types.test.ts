/** Each kind of file that the README claims is backed by programs in `fixtures/`, bad and good. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const programs = readdirSync(new URL('../../fixtures', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^\d\d-[^/]+\/(?:bad|good)\/.*[^/]$/.test(path) && !path.endsWith('.findings'));

/** The kinds with at least four programs of each sort, and those with at least two: what their paths look like. */
const kinds: Readonly<Record<4 | 2, Readonly<Record<string, RegExp>>>> = {
  4: {
    Python: /\.py$/,
    Go: /\.go$/,
    PHP: /\.php$/,
    Ruby: /\.rb$/,
    PowerShell: /\.ps1$/,
    Ansible: /\/(?:playbooks|roles|group_vars)\/.*\.yml$|-tasks\.yml$/,
    markup: /\.(?:vue|svelte|astro|html)$/,
  },
  2: {
    Java: /\.java$/,
    Kotlin: /\.kts?$/,
    'C#': /\.cs$/,
    Rust: /\.rs$/,
    Swift: /\.swift$/,
    Dart: /\.dart$/,
    Lua: /\.lua$/,
    Perl: /\.pl$/,
    Elixir: /\.exs?$/,
    batch: /\.(?:bat|cmd)$/,
    SQL: /\.sql$/,
    Nix: /\.nix$/,
    Makefile: /\/Makefile$/,
    justfile: /\/justfile$/,
    '.properties': /\.properties$/,
    '.conf': /\.conf$/,
    '.cfg': /\.cfg$/,
    ddclient: /\/ddclient\.conf$/,
    inadyn: /\/inadyn\.conf$/,
    nginx: /\/nginx\b.*\.conf$/,
    Caddyfile: /\/Caddyfile$|\.caddyfile$/,
    systemd: /\.service$/,
    crontab: /\/crontab$|\/cron\.d\//,
    Jenkinsfile: /\/Jenkinsfile$|\.groovy$/,
    XML: /\.xml$/,
    plist: /\.plist$/,
    CSV: /\.csv$/,
    'HTTP files': /\.(?:http|rest)$/,
    '.npmrc': /\/\.npmrc$/,
    fish: /\.fish$/,
    notebooks: /\.ipynb$/,
    Markdown: /\.md$/,
    MDX: /\.mdx$/,
  },
};

describe.each([4, 2] as const)('at least %i programs of each sort', (least) => {
  it.each(Object.entries(kinds[least]))('%s', (_, pattern) => {
    const of = programs.filter((path) => pattern.test(path));
    for (const sort of ['bad', 'good']) expect(of.filter((path) => path.split('/')[1] === sort).length).toBeGreaterThanOrEqual(least);
  });
});
