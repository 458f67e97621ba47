import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { spanOf, staticKey } from '../../javascript/syntax/syntax.js';
import { readEnvironmentMember } from '../../lowering/members.js';

/**
 * Functions that read the environment, whose calls are lowered to members: https://pkg.go.dev/os#Getenv, https://pkg.go.dev/github.com/spf13/viper.
 */
const environment = /^(?:(?:os|syscall)\.(?:Getenv|LookupEnv)|viper\.GetString)\./;

/** Reads a member: `os.Getenv("X")` is an environment variable. */
export function readGoMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  const value = readEnvironmentMember(reading, node, frame, (name) =>
    !name.local && !name.of && environment.test(qualified(name)) ? name.path.slice(-1) : undefined,
  );
  const milliseconds = value.kind === 'name' && value.module === 'go:time' ? durations[value.path.join('.')] : undefined;
  if (milliseconds !== undefined) return { kind: 'opaque', what: 'constant', value: milliseconds, at: value.at };
  return (value.kind === 'opaque' ? ofForeignStruct(reading, node, frame) : undefined) ?? value;
}

/** Constants of https://pkg.go.dev/time#Duration in milliseconds, so that `time.Now().Add(24 * time.Hour)` is evaluated like a sum with `Date.now()`. */
const durations: Readonly<Partial<Record<string, number>>> = { Millisecond: 1, Second: 1_000, Minute: 60_000, Hour: 3_600_000 };

/** `(&http.Client{}).Do`: what is not a field in a literal of a package's struct may be a method. */
function ofForeignStruct(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Name | undefined {
  const object = reading.read(node.object, frame);
  const key = staticKey(node.property, node.computed);
  if (object.kind !== 'table' || object.type?.module === undefined || key === undefined) return undefined;
  const { module, path } = object.type;
  return object.entries.some((each) => each.key === key) ? undefined : { kind: 'name', module, path: [...path, key], at: spanOf(node) };
}

/** The name of a function including its package, whether that is imported or not. */
export function qualified({ module, path }: Name): string {
  const packageName = module?.slice(module.lastIndexOf('/') + 1).replace(/^go:/, '');
  return [...(packageName === undefined ? [] : [packageName]), ...path].join('.');
}
