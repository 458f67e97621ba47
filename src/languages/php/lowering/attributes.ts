/** Attributes of parameters that name what the container passes. */
import { element, identifier, type Node, type Place, string } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/**
 * `#[Autowire(env: 'A')]` and `#[Autowire('%env(A)%')]` pass a variable of the environment, as it is or decoded:
 * https://symfony.com/doc/current/service_container/autowiring.html, November 2026.
 */
const autowired = /^Autowire\(\s*(?:env:\s*(["'])(\w+)\1|(?:value:\s*)?(["'])%env\((?:\w+:)*(\w+)\)%\3)\s*\)$/d;

/** Returns the variable of the environment that a parameter is filled with. */
export function autowiredIn(lowering: Lowering, parts: readonly PhpNode[]): Node | undefined {
  const attributes = parts.filter(({ name }) => name === 'Attributes').flatMap((each) => partsOf(each));
  for (const attribute of attributes) {
    const found = autowired.exec(lowering.textOf(attribute));
    const [start, end] = found?.indices?.[2] ?? found?.indices?.[4] ?? [];
    if (!found || start === undefined || end === undefined) continue;
    const [from] = lowering.place(attribute);
    const at: Place = [from + start, from + end];
    return element(identifier('_ENV', [at[0], at[0]]), string([{ text: found[0].slice(start, end), place: at }], at), at);
  }
  return undefined;
}
