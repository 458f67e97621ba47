import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { readMember } from '../../javascript/values/members.js';

/** What holds the environment, and functions that read it, whose calls are lowered to members: https://www.php.net/manual/en/reserved.variables.environment.php, https://laravel.com/docs/configuration. */
const environment: ReadonlySet<string> = new Set(['_ENV', '_SERVER', 'env', 'getenv']);

/** `getenv('X')` and `$_ENV['X']` are the variable of the environment. */
export function readPhpMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  const value = readMember(reading, node, frame);
  return value.kind === 'choice' ? { ...value, options: value.options.map(ofEnvironment) } : ofEnvironment(value);
}

function ofEnvironment(value: Value): Value {
  if (value.kind !== 'name' || value.local || value.of || value.path.length !== 2) return value;
  const [holder = '', variable = ''] = value.path;
  return environment.has(holder) ? ({ kind: 'name', path: ['env', variable], at: value.at } satisfies Name) : value;
}
