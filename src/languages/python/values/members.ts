import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { readEnvironmentMember } from '../../lowering/members.js';
import { withDefault } from './options.js';

/** Mappings and functions of `os` that read the environment: https://docs.python.org/3/library/os.html#os.environ. */
const environment: ReadonlySet<string> = new Set(['environ', 'environb', 'getenv', 'getenvb']);

/** Reads a member: `os.environ["X"]` is an environment variable. */
export function readPythonMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  const value = readEnvironmentMember(reading, node, frame, ({ module, path: [holder = '', ...rest] }) =>
    module === 'py:os' && environment.has(holder) ? rest : undefined,
  );
  return value.kind === 'name' ? withDefault(reading, value, frame) : value;
}
