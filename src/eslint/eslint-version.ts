import { createRequire } from 'node:module';
import { name } from '../package.js';

/** The first ESLint version that supports languages from plugins. */
const least = '9.5.0';

/** Throws if the installed ESLint does not support languages. ESLint's own error for such a configuration only mentions an unexpected key. */
export function requireLanguages(config: string): void {
  const found = installedVersion();
  if (found === undefined || found.localeCompare(least, 'en', { numeric: true }) >= 0) return;
  throw new Error(
    `${name}: configs['${config}'] needs ESLint ${least} or later, and ESLint ${found} is installed. Use configs.${config.replace('-files', '')} for JavaScript, and \`npx ${name}\` for other files.`,
  );
}

function installedVersion(): string | undefined {
  try {
    return (createRequire(import.meta.url)('eslint/package.json') as { readonly version: string }).version;
  } catch {
    return undefined; // another linter, or an ESLint that cannot be resolved from its plugins
  }
}
