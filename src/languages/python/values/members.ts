import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { readMember } from '../../javascript/values/members.js';

/** What holds the environment, and functions of `os` that read it: https://docs.python.org/3/library/os.html#os.environ. */
const environment: ReadonlySet<string> = new Set(['environ', 'environb', 'getenv', 'getenvb']);

/** `os.environ["X"]` is the variable of the environment. */
export function readPythonMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  const value = readMember(reading, node, frame);
  if (value.kind === 'choice') return { ...value, options: value.options.map(ofEnvironment) };
  return ofEnvironment(value);
}

function ofEnvironment(value: Value): Value {
  if (value.kind !== 'name' || value.module !== 'py:os' || !environment.has(value.path[0] ?? '')) return value;
  return { kind: 'name', path: ['env', ...value.path.slice(1)], at: value.at } satisfies Name;
}
