/** Functions of lowered trees. */
import type { Node } from './nodes.js';

/** The names of parameters. */
export function parameterNames(params: readonly Node[]): readonly string[] {
  return params.flatMap((each) => {
    const declared = each.type === 'TSParameterProperty' ? each.parameter : each;
    const name = declared.type === 'AssignmentPattern' ? declared.left : declared.type === 'RestElement' ? declared.argument : declared;
    return name.type === 'Identifier' ? [name.name] : [];
  });
}
