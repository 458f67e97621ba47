/** Determines members from declared types: of variables, and of the results of calls. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Declares, Value } from '../../../source/model.js';
import type { Reading } from '../reading.js';
import { environmentsOf, parameterAt } from './environment-types.js';
import { type ClassNode, isFunction, type Node, parentOf, staticKey } from './syntax.js';
import { membersAt } from './type-members.js';
import { annotationOf, type Declarator, writtenType } from './types.js';

/** Most parameters that a framework passes to a function. */
const MAX_PARAMETERS = 3;
/** Longest chain of calls that is followed back. */
const MAX_LINKS = 50;

/** The members of a variable's type: from its own annotation, or, for a parameter, from the type of the function. */
export function declaresOf(reading: Reading, { pattern, keys }: Declarator): Declares | undefined {
  const type = annotationOf(pattern);
  if (type) return (path) => membersAt(reading, type, [...keys, ...path]);
  const callee = parentOf(pattern);
  if (!callee || !isFunction(callee)) return undefined;
  const index = callee.params.findIndex((each) => each === pattern);
  const context = index >= 0 && index < MAX_PARAMETERS ? contextOf(reading, callee) : undefined;
  return context && ((path) => context([parameterAt(index), ...keys, ...path]));
}

/** The contextual type of a function: from the annotation of its variable or of the object around it, or from the method that it is passed to. */
function contextOf(reading: Reading, callee: Node): Declares | undefined {
  const outer = parentOf(callee);
  const method = outer?.type === 'Property' && outer.value === callee ? outer : undefined;
  const written = writtenType((method && parentOf(method)) ?? callee);
  if (written) {
    const keys = method ? [staticKey(method.key, method.computed) ?? ''] : [];
    return (path) => membersAt(reading, written, [...keys, ...path]);
  }
  if (outer?.type !== 'CallExpression' || outer.callee === callee) return undefined;
  return (path) => {
    const { callee: taker, typeArguments } = outer;
    if (typeArguments) return membersOfMade(reading, reading.read(taker), typeArguments, ['*', ...path]);
    // `app.get('/', (c) => …)` with `const app = new Hono<{ Bindings: Env }>()`
    const object = taker.type === 'MemberExpression' ? reading.read(taker.object) : undefined;
    return (object && beginningOf(object))?.declares?.(['*', ...path]) ?? [];
  };
}

/** The call or variable that a chain of calls begins with. */
function beginningOf(value: Value): { readonly declares?: Declares | undefined } | undefined {
  let link: Value | undefined = value;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (link?.kind === 'name' && !link.of) return link;
    if (link?.kind === 'call' && link.declares) return link;
    if (link?.kind === 'call') link = link.callee.kind === 'name' ? link.callee.of : undefined;
    else if (link?.kind === 'name') link = link.of;
    else return undefined;
  }
  return undefined;
}

/** The members of the result of a call with type arguments: `new Hono<{ Bindings: Env }>()`. */
export function declaresOfCall(
  reading: Reading,
  { typeArguments }: TSESTree.CallExpression | TSESTree.NewExpression,
  callee: () => Call['callee'],
): Declares | undefined {
  return typeArguments && ((path) => membersOfMade(reading, callee(), typeArguments, path));
}

/** The members of `this` in a class that extends one with type arguments: `extends WorkerEntrypoint<Env>`. */
export function declaresOfThis(reading: Reading, { superClass, superTypeArguments }: ClassNode, key: string): Declares | undefined {
  if (!superClass || !superTypeArguments) return undefined;
  return (path) => membersOfMade(reading, reading.read(superClass), superTypeArguments, [key, ...path]);
}

function membersOfMade(
  reading: Reading,
  maker: Value,
  { params }: TSESTree.TSTypeParameterInstantiation,
  path: readonly string[],
): readonly string[] {
  const given = maker.kind === 'name' ? environmentsOf(maker.module, maker.path.at(-1) ?? '', path) : undefined;
  const type = given && params[given.argument];
  return type ? membersAt(reading, type, given.path) : [];
}
