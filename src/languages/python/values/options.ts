/** Values of a program's command-line options that are not passed: defaults, and environment variables. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, Name, Span, Value } from '../../../source/model.js';
import { alternatives, literal } from '../../../source/values.js';
import { type Frame, frameOf, type Reading } from '../../javascript/reading.js';
import { type Node, staticKey } from '../../javascript/syntax/syntax.js';
import { choice } from '../../javascript/values/choices.js';
import { named } from '../lowering/records.js';

/** https://docs.python.org/3/library/argparse.html#the-parse-args-method */
const parsing: ReadonlySet<string> = new Set(['parse_args', 'parse_known_args', 'parse_intermixed_args']);

const known = new WeakMap<Reading, ReadonlyMap<string, readonly Node[]>>();

/** `args.token`, declared by `add_argument("--token", default=…)`: what is passed, or the default. */
export function withDefault(reading: Reading, name: Name, frame: Frame | undefined): Value {
  const [option = '', ...below] = name.path;
  const callee = name.of?.callee.kind === 'name' ? name.of.callee : undefined;
  if (!callee || below.length > 0 || !parsing.has(callee.path.at(-1) ?? '')) return name;
  const found = known.get(reading) ?? defaultsIn(reading);
  known.set(reading, found);
  const defaults = (found.get(option) ?? []).map((node) => reading.read(node, frameOf(node, frame)));
  return choice([name, ...defaults.filter(isValue)], name.at) ?? name;
}

/** The defaults of the options that a file declares, by the name of the attribute that holds the value. */
function defaultsIn({ survey }: Reading): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const call of survey.calls) {
    const { callee } = call;
    if (callee.type !== 'MemberExpression' || staticKey(callee.property, callee.computed) !== 'add_argument') continue;
    const instead = named(call, 'default');
    const name = destinationOf(call);
    if (instead && name !== undefined) found.set(name, [...(found.get(name) ?? []), instead]);
  }
  return found;
}

/** `dest`, the first long option, or the name of a positional argument. */
function destinationOf(call: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const texts = [named(call, 'dest'), ...call.arguments].map((each) => (each?.type === 'Literal' ? each.value : undefined));
  const [dest, ...names] = texts.map((text) => (typeof text === 'string' ? text : undefined));
  const flag = names.find((text) => text?.startsWith('--')) ?? names.find((text) => text !== undefined);
  return dest ?? flag?.replace(/^-+/, '').replaceAll('-', '_');
}

function isValue(value: Value): boolean {
  return alternatives(value).some(({ kind }) => kind === 'text' || kind === 'name');
}

/** `typer.Option("…", envvar="X")` as a parameter's default. https://typer.tiangolo.com/tutorial/arguments/envvar/ */
export function ofEnvironment(instead: Value | undefined, options: readonly Entry[], at: Span): Value | undefined {
  const given = options.find(({ key }) => key === 'envvar')?.value;
  const names = given?.kind === 'list' ? given.items : given ? [given] : [];
  const variables = names.flatMap((each): readonly Name[] => {
    const name = literal(each);
    return name === undefined ? [] : [{ kind: 'name', path: ['env', name], at: each.at }];
  });
  return choice([...variables, ...(instead && isValue(instead) ? [instead] : [])], at);
}
