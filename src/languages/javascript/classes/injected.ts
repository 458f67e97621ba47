/** Objects that a container of dependencies makes: `container.resolve(Settings)`, `moduleRef.get(Settings)`, `inject(Settings)`. */
import { type Frame, isLocalClass, type LocalClass, type Reading } from '../reading.js';
import { bare, type Node, staticKey } from '../syntax/syntax.js';

/** What containers call the function. https://github.com/microsoft/tsyringe, https://inversify.io, https://docs.nestjs.com/fundamentals/module-ref, Angular */
const asking = /^(?:resolve|get|inject)$/;

/** The class of the object that a call asks a container for. */
export function injectedClass(reading: Reading, node: Node, frame: Frame | undefined): LocalClass | undefined {
  const [token] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type !== 'CallExpression' || token?.type !== 'Identifier' || !/^[A-Z]/.test(token.name)) return undefined;
  const callee = bare(node.callee);
  const name =
    callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : 'name' in callee ? callee.name : undefined;
  if (typeof name !== 'string' || !asking.test(name)) return undefined;
  const value = reading.read(token, frame);
  return isLocalClass(value) ? value : undefined;
}
