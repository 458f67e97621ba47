/** Lock files of package managers: generated, long and full of hashes. */
const lockFiles: ReadonlySet<string> = new Set([
  // JavaScript
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'pnpm-lock.yml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  // other languages and tools
  'composer.lock',
  'Cargo.lock',
  'Gemfile.lock',
  'poetry.lock',
  'pdm.lock',
  'uv.lock',
  'Pipfile.lock',
  'go.sum',
  'go.work.sum',
  'mix.lock',
  'pubspec.lock',
  'Podfile.lock',
  'Package.resolved',
  'packages.lock.json',
  'gradle.lockfile',
  'flake.lock',
  '.terraform.lock.hcl',
]);

const lowerCased = new Set([...lockFiles].map((name) => name.toLowerCase()));

/** Whether a file with this name is a lock file. Ignores case, as some file systems do. */
export const isLockFile = (name: string): boolean => lowerCased.has(name.toLowerCase());
