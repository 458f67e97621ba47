import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { readEnvironmentMember } from '../../lowering/members.js';

/**
 * Arrays with environment variables, and functions that read them, whose calls are lowered to members:
 * https://www.php.net/manual/en/reserved.variables.environment.php, https://laravel.com/docs/configuration.
 */
const environment: ReadonlySet<string> = new Set(['_ENV', '_SERVER', 'env', 'getenv']);

/** Reads a member: `getenv('X')` and `$_ENV['X']` are environment variables. */
export function readPhpMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  return readEnvironmentMember(reading, node, frame, ({ local, of, path }) =>
    !local && !of && path.length === 2 && environment.has(path[0] ?? '') ? path.slice(1) : undefined,
  );
}
