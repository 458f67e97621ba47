/**
 * The JSON schemas that rules describe their options with, and the type of what they let through.
 *
 * A package could infer types from any schema; its types are deeper than the compiler goes for a schema of four properties. Ours have few shapes.
 */
export type Schema =
  | { readonly type: 'boolean'; readonly description?: string }
  | { readonly type: 'string'; readonly description?: string; readonly enum?: readonly string[]; readonly pattern?: string }
  | { readonly type: 'integer'; readonly description?: string; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'array'; readonly description?: string; readonly items: Schema; readonly uniqueItems?: boolean }
  | {
      readonly type: 'object';
      readonly description?: string;
      readonly properties: Readonly<Record<string, Schema>>;
      readonly additionalProperties: false;
    }
  | { readonly type: 'object'; readonly description?: string; readonly additionalProperties: Schema };

/** The values that a schema lets through. */
export type Options<S> = Schema extends S
  ? unknown // not one schema, but any
  : S extends { readonly type: 'boolean' }
    ? boolean
    : S extends { readonly type: 'string' }
      ? string
      : S extends { readonly type: 'integer' }
        ? number
        : S extends { readonly type: 'array'; readonly items: infer Item }
          ? readonly Options<Item>[]
          : S extends { readonly properties: infer Properties }
            ? { readonly [Key in keyof Properties]?: Options<Properties[Key]> }
            : S extends { readonly additionalProperties: infer Value }
              ? Readonly<Record<string, Options<Value>>>
              : never;

/** What is wrong with a value by a schema, in words that say where; undefined if nothing is. */
export function schemaProblem(schema: Schema, value: unknown, where = 'the options'): string | undefined {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${where} must be true or false`;
    case 'integer': {
      const { minimum = -Infinity, maximum = Infinity } = schema;
      const fits = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
      return fits
        ? undefined
        : `${where} must be a whole number${minimum === -Infinity ? '' : `, at least ${String(minimum)}`}${maximum === Infinity ? '' : `, at most ${String(maximum)}`}`;
    }
    case 'string':
      if (typeof value !== 'string') return `${where} must be a string`;
      if (schema.enum && !schema.enum.includes(value)) return `${where} must be one of ${schema.enum.join(', ')}`;
      return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)
        ? undefined
        : `${where} must match ${schema.pattern}`;
    case 'array': {
      if (!Array.isArray(value)) return `${where} must be a list`;
      if (schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
        return `${where} must not repeat items`;
      return firstProblem(value.map((item: unknown, index) => schemaProblem(schema.items, item, `${where}[${String(index)}]`)));
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${where} must be a table`;
      return firstProblem(
        Object.entries(value).map(([key, held]: [string, unknown]) => {
          const inner =
            'properties' in schema
              ? Object.hasOwn(schema.properties, key)
                ? schema.properties[key]
                : undefined
              : schema.additionalProperties;
          return inner ? schemaProblem(inner, held, key) : `there is no option ${JSON.stringify(key)}`;
        }),
      );
    }
  }
}

function firstProblem(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
