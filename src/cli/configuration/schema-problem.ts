/** Validates values that were written by hand. */
import type { Schema } from '../../options.js';
import { closest } from '../closest.js';
import { printable } from '../reports/printable.js';

/** Describes what is wrong with a value, starting with its key; undefined if it matches the schema. */
export function schemaProblem(value: unknown, schema: Schema, key: string): string | undefined {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${key} must be true or false`;
    case 'integer':
      return integerProblem(value, schema, key);
    case 'string':
      return stringProblem(value, schema, key);
    case 'array':
      return Array.isArray(value)
        ? firstProblem(value, (item, index) => schemaProblem(item, schema.items, `${key}[${String(index)}]`))
        : `${key} must be a list`;
    case 'object': {
      if (!isObject(value)) return `${key} must be an object`;
      const { additionalProperties: others } = schema;
      if (others !== false) return firstProblem(Object.entries(value), ([name, each]) => schemaProblem(each, others, memberKey(key, name)));
      const { properties } = schema;
      return (
        unknownKey(value, Object.keys(properties), key) ??
        firstProblem(Object.entries(value), ([name, each]) => {
          const property = properties[name];
          return property && schemaProblem(each, property, memberKey(key, name));
        })
      );
    }
  }
}

/** Describes the first unknown key of an object; undefined if all are known. */
export function unknownKey(value: object, known: readonly string[], key = ''): string | undefined {
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const meant = closest(unknown, known);
  return `${memberKey(key, unknown)} is unknown${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Formats the path of an object's member for messages. */
export function memberKey(key: string, name: string): string {
  if (/^[$\w]+$/.test(name)) return key === '' ? name : `${key}.${name}`;
  return `${key}[${printable(JSON.stringify(name))}]`;
}

/** Returns the first problem in a list of values. */
export function firstProblem<T>(values: readonly T[], problemOf: (value: T, index: number) => string | undefined): string | undefined {
  for (const [index, value] of values.entries()) {
    const problem = problemOf(value, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function integerProblem(
  value: unknown,
  { minimum = -Infinity, maximum = Infinity }: Schema & { type: 'integer' },
  key: string,
): string | undefined {
  if (!Number.isInteger(value)) return `${key} must be a whole number`;
  if ((value as number) < minimum) return `${key} must be at least ${String(minimum)}`;
  return (value as number) > maximum ? `${key} must be at most ${String(maximum)}` : undefined;
}

function stringProblem(value: unknown, { enum: allowed, pattern }: Schema & { type: 'string' }, key: string): string | undefined {
  if (typeof value !== 'string') return `${key} must be a text`;
  if (allowed && !allowed.includes(value)) return `${key} must be one of ${allowed.join(', ')}`;
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? undefined : `${key} must match ${pattern}`;
}
