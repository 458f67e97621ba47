/** Members that are environment variables. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../source/model.js';
import type { Frame, Reading } from '../javascript/reading.js';
import { readMember } from '../javascript/values/members.js';

/** Reads a member. `pathOf` returns the path below `env` of a name that refers to the environment. */
export function readEnvironmentMember(
  reading: Reading,
  node: TSESTree.MemberExpression,
  frame: Frame | undefined,
  pathOf: (name: Name) => readonly string[] | undefined,
): Value {
  const named = (value: Value): Value => {
    const path = value.kind === 'name' ? pathOf(value) : undefined;
    return path ? ({ kind: 'name', path: ['env', ...path], at: value.at } satisfies Name) : value;
  };
  const value = readMember(reading, node, frame);
  return value.kind === 'choice' ? { ...value, options: value.options.map(named) } : named(value);
}
