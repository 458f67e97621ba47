import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { readEnvironmentMember } from '../../lowering/members.js';

/** Functions that read the environment, whose calls are lowered to members: https://pkg.go.dev/os#Getenv, https://pkg.go.dev/github.com/spf13/viper. */
const environment = /^(?:(?:os|syscall)\.(?:Getenv|LookupEnv)|viper\.GetString)\./;

/** `os.Getenv("X")` is the variable of the environment. */
export function readGoMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  return readEnvironmentMember(reading, node, frame, (name) =>
    !name.local && !name.of && environment.test(qualified(name)) ? name.path.slice(-1) : undefined,
  );
}

/** The name of a function with that of its package, whether that is imported or not. */
export function qualified({ module, path }: Name): string {
  const packageName = module?.slice(module.lastIndexOf('/') + 1).replace(/^go:/, '');
  return [...(packageName === undefined ? [] : [packageName]), ...path].join('.');
}
