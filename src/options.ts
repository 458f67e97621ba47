/**
 * The JSON schemas of rule options, and the type of the values they accept.
 *
 * A package could infer types from any schema, but its types recurse deeper than the compiler allows even for a schema of four properties. Ours have
 * few shapes.
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

/** The values that a schema accepts. */
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
