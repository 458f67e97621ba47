/** What a container of dependencies makes or gives: `container.resolve(Settings)`, `moduleRef.get(Settings)`, `inject(Settings)`, `@Inject('token')`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
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

/** The text that a container gives to a parameter of a constructor: `constructor(@Inject('CF_API_TOKEN') private readonly token: string)`. */
export function injectedText(reading: Reading, parameter: Node): Value | undefined {
  const { decorators } = parameter as { readonly decorators?: readonly TSESTree.Decorator[] | null };
  const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const isText = declared.type === 'Identifier' && declared.typeAnnotation?.typeAnnotation.type === 'TSStringKeyword';
  const asked = isText ? decorators?.find(({ expression }) => isInjecting(expression)) : undefined;
  return asked && reading.read(asked.expression);
}

function isInjecting(expression: TSESTree.Expression): boolean {
  return (
    expression.type === 'CallExpression' &&
    expression.arguments.length === 1 &&
    expression.callee.type === 'Identifier' &&
    /^[Ii]nject$/.test(expression.callee.name)
  );
}
