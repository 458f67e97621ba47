/** Classes whose objects consist of their fields and show them as text: dataclasses, attrs, pydantic models, named tuples. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { RecordParts } from '../../lowering/marks.js';
import { field } from '../../lowering/declarations.js';
import { logical, node, type Node } from '../../lowering/nodes.js';

interface Kind {
  /** Whether fields can be passed by name only. */
  readonly namedOnly: boolean;
  /** Whether fields that are not passed are read from the environment. */
  readonly isOfEnvironment: boolean;
}

/** Sources: https://docs.python.org/3/library/dataclasses.html, https://www.attrs.org/en/stable/api.html; November 2026. */
const decorating = /^(?:dataclass|dataclasses|attrs|define|frozen|mutable|s)$/;

/** Sources: https://docs.pydantic.dev/latest/concepts/pydantic_settings/, https://docs.python.org/3/library/typing.html; November 2026. */
const bases: Readonly<Record<string, Kind>> = {
  BaseModel: { namedOnly: true, isOfEnvironment: false },
  BaseSettings: { namedOnly: true, isOfEnvironment: true },
  NamedTuple: { namedOnly: false, isOfEnvironment: false },
  Struct: { namedOnly: false, isOfEnvironment: false },
};

/** Whether, and how, objects of a class consist of its fields: by its base class or decorators. Undefined if not. */
export function recordKind(superClass: Node | undefined, decorators: readonly { readonly expression: Node }[]): Kind | undefined {
  const base = superClass && calledName(superClass);
  if (base !== undefined && Object.hasOwn(bases, base)) return bases[base];
  const isDecorated = decorators.some(({ expression }) => decorating.test(calledName(expression)) && !isHidden(expression));
  return isDecorated ? { namedOnly: false, isOfEnvironment: false } : undefined;
}

/** In settings classes, a field that is not passed is read from the environment variable of its name, before its default. */
export function asField(member: Node, { isOfEnvironment }: Kind, prefix: string): Node {
  if (!isOfEnvironment || !isPlainField(member) || isSecretType(member)) return member;
  const { key, value, range } = member;
  if (key.type !== 'Identifier') return member;
  const alias = value && ['validation_alias', 'alias', 'env'].map((name) => stringNamed(value, name)).find((each) => each !== undefined);
  const place = value?.range ?? [range[1], range[1]];
  const part = (name: string): Node => node('Identifier', place, { name });
  const read = node('MetaProperty', place, { meta: part('env'), property: part(alias ?? (prefix + key.name).toUpperCase()) });
  const either = value && !isRequired(value) ? logical('??', read, value, value.range) : read;
  return field(key, either, { static: true, isShared: true, place: range, type: member.typeAnnotation, isTyped: true });
}

/** What the variables of a settings class begin with: `model_config = SettingsConfigDict(env_prefix="X_")`, `class Config: env_prefix = "X_"`. */
export function environmentPrefix(members: readonly Node[]): string {
  const valueOf = (all: readonly Node[], name: string): Node | null | undefined => {
    const found = all.find((each) => each.type === 'PropertyDefinition' && nameOf(each.key) === name);
    return found?.type === 'PropertyDefinition' ? found.value : undefined;
  };
  const config = valueOf(members, 'Config');
  const inClass = config?.type === 'ClassExpression' ? valueOf(config.body.body, 'env_prefix') : undefined;
  if (inClass?.type === 'Literal' && typeof inClass.value === 'string') return inClass.value;
  const settings = valueOf(members, 'model_config');
  return (settings && stringNamed(settings, 'env_prefix')) ?? '';
}

/** Returns the mark for such a class; undefined if it has a constructor of its own. */
export function recordOf(members: readonly Node[], { namedOnly }: Kind): RecordParts | undefined {
  // An explicit constructor defines its own parameters.
  if (members.some((each) => each.type === 'MethodDefinition' && each.kind === 'constructor')) return undefined;
  const fields = members.filter(isPlainField);
  const shown = fields.filter((each) => !isSecretType(each) && !isHidden(each.value));
  const says = members.some((each) => each.type === 'MethodDefinition' && /^__(?:repr|str)__$/.test(nameOf(each.key)));
  return { fields: fields.map(({ key }) => nameOf(key)), namedOnly, shown: says ? [] : shown.map(({ key }) => nameOf(key)) };
}

/** A field has a type; constants of the class have none. */
function isPlainField(member: Node): member is TSESTree.PropertyDefinition {
  return member.type === 'PropertyDefinition' && 'isTyped' in member && !nameOf(member.key).startsWith('model_');
}

function nameOf(key: Node): string {
  return key.type === 'Identifier' ? key.name : '';
}

/** Whether a type is like `SecretStr`, which is shown as asterisks. */
function isSecretType({ typeAnnotation }: TSESTree.PropertyDefinition): boolean {
  const type = typeAnnotation?.typeAnnotation;
  const name = type?.type === 'TSTypeReference' ? type.typeName : undefined;
  return name?.type === 'Identifier' && name.name.startsWith('Secret');
}

/** `Field(...)`, `Field(alias="X")`, `...` */
function isRequired(value: Node): boolean {
  if (value.type === 'Literal') return value.value === null && value.range[1] - value.range[0] === '...'.length;
  if (value.type !== 'CallExpression' || calledName(value) !== 'Field') return false;
  const [first] = value.arguments;
  const isGiven = first && !('isNamed' in first) && !isRequired(first);
  return !isGiven && named(value, 'default') === undefined && named(value, 'default_factory') === undefined;
}

/** `field(repr=False)`, `@dataclass(repr=False)` */
function isHidden(value: Node | null): boolean {
  const shown = value ? named(value, 'repr') : undefined;
  return shown?.type === 'Literal' && shown.value === false;
}

/** The value of a call's named argument, if it is a string literal. */
export function stringNamed(value: Node, name: string): string | undefined {
  const given = named(value, name);
  return given?.type === 'Literal' && typeof given.value === 'string' ? given.value : undefined;
}

/** The value of a call's named argument. */
export function named(value: Node, name: string): Node | undefined {
  const last = value.type === 'CallExpression' ? value.arguments.at(-1) : undefined;
  if (last?.type !== 'ObjectExpression' || !('isNamed' in last)) return undefined;
  const found = last.properties.find((each) => each.type === 'Property' && nameOf(each.key) === name);
  return found?.type === 'Property' ? found.value : undefined;
}

/** The last name of a callee, or of a dotted name. */
export function calledName(expression: Node): string {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : '';
}
