import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import { isSecretAttribute, revealingFunctions } from '../../cloudflare/sinks/terraform.js';
import type { SourceFile } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives } from '../../source/values.js';
import type { Exposure } from './exposure.js';

/** Returns credentials that Terraform is told to show: `nonsensitive(cloudflare_api_token.ci.value)`. */
export const terraformExposures = perFile(({ language, calls }: SourceFile): readonly Exposure[] => {
  if (language !== 'hcl') return [];
  return calls.flatMap(({ callee, arguments: [value], at }): readonly Exposure[] => {
    const by = callee.kind === 'name' && callee.module === 'terraform' ? (callee.path[0] ?? '') : '';
    if (!value || !revealingFunctions.has(by)) return [];
    const shown = alternatives(value).find((option) => option.kind === 'name' && isSecret(option.path));
    return shown?.kind === 'name' ? [{ at, how: 'plan', variable: shown.path.join('.'), by, revealed: Infinity }] : [];
  });
});

function isSecret(path: readonly string[]): boolean {
  const [kind, name] = path;
  return isSecretAttribute(path) || (kind === 'var' && path.length === 2 && isSecretVariable((name ?? '').toUpperCase()));
}
