/** Parameters that click fills: with `@click.option("--token", envvar="X")`, an environment variable is the default. */
import { parameterWithDefault } from '../../lowering/declarations.js';
import { node, type Node } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { calledName, named, stringNamed } from './records.js';

interface Decorator {
  readonly expression: Node;
}

/** https://click.palletsprojects.com/en/stable/options/#values-from-environment-variables */
export function withEnvironment(params: readonly Node[], decorators: readonly Decorator[]): readonly Node[] {
  const variables = new Map(decorators.flatMap(({ expression }) => variableOf(expression)));
  if (variables.size === 0) return params;
  return params.map((each) => {
    const variable = each.type === 'Identifier' ? variables.get(each.name) : undefined;
    if (variable === undefined) return each;
    const part = (name: string): Node => node('Identifier', each.range, { name });
    return parameterWithDefault(each, node('MetaProperty', each.range, { meta: part('env'), property: part(variable) }));
  });
}

/**
 * The default of a parameter with an option in its type: `Annotated[str, typer.Option(envvar="X")] = "…"` means
 * `typer.Option("…", envvar="X")`. https://typer.tiangolo.com/tutorial/options/help/
 */
export function annotatedDefault(lowering: Lowering, definition: PythonNode | undefined, instead: Node | undefined): Node | undefined {
  const type = definition && partsOf(definition).at(-1);
  const [annotated, , , , of] = type?.name === 'MemberExpression' ? partsOf(type) : [];
  if (!annotated || of?.name !== 'CallExpression' || !/^(?:typing\.)?Annotated$/.test(lowering.textOf(annotated))) return instead;
  const option = lowering.expression(of);
  if (option.type !== 'CallExpression' || !/^(?:Option|Argument)$/.test(calledName(option)) || !named(option, 'envvar')) return instead;
  // The other arguments without a name are flags: `--token`.
  const settings = option.arguments.slice(-1);
  return node('CallExpression', option.range, {
    ...option,
    arguments: instead ? [instead as (typeof settings)[number], ...settings] : settings,
  });
}

/** The parameter of an option, and its environment variable. */
function variableOf(decorator: Node): readonly (readonly [parameter: string, variable: string])[] {
  if (decorator.type !== 'CallExpression' || !/^(?:option|argument)$/.test(calledName(decorator))) return [];
  const list = named(decorator, 'envvar');
  const [first] = list?.type === 'ArrayExpression' ? list.elements : [];
  const variable = first?.type === 'Literal' ? first.value : stringNamed(decorator, 'envvar');
  const names = decorator.arguments.flatMap((each) => (each.type === 'Literal' && typeof each.value === 'string' ? [each.value] : []));
  // A name without dashes is the parameter itself; otherwise the longest option is.
  const name = names.find((each) => !each.startsWith('-')) ?? names.toSorted((one, other) => other.length - one.length)[0];
  if (typeof variable !== 'string' || name === undefined) return [];
  return [[name.replace(/^-+/, '').replaceAll('-', '_').toLowerCase(), variable]];
}
