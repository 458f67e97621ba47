/** API calls that wrangler makes: run as a shell command, by a function of a program, or by a workflow action. */
import { operationAt } from '../../cloudflare/api/operations.js';
import { wranglerAlias, wranglerUse } from '../../cloudflare/api/wrangler-use.js';
import { actionOf } from '../../cloudflare/settings/actions.js';
import { commandRunners } from '../../cloudflare/settings/command-runners.js';
import type { SourceFile, Span, Table, Value } from '../../source/model.js';
import { within } from '../../source/span.js';
import { get, presentValue, literal, shape } from '../../source/values.js';
import { programOf } from '../program/commands.js';
import type { ApiUse } from './api-use.js';

export function wranglerUses(file: SourceFile): readonly ApiUse[] {
  return [...withoutTold(ofCommands(file)), ...ofRunners(file), ...ofActions(file)];
}

/** `wrangler deploy`, in a script or run by a program. */
function ofCommands(file: SourceFile): readonly ApiUse[] {
  return file.calls.flatMap((call): readonly ApiUse[] => {
    const alias = file.language === 'powershell' ? undefined : wranglerAlias(programOf(call) ?? '');
    if (!alias) return [];
    const words = alias(call.arguments.filter(({ kind }) => kind !== 'table').map(literal));
    // Commands in the file's own functions are reported at calls of the functions.
    const isWritten = within(call.calleeAt, call.at);
    const uses = useOf(words, call.open, isWritten ? call.calleeAt : call.at);
    return isWritten ? uses : uses.map((use) => ({ ...use, way: [call.calleeAt] }));
  });
}

/** Drops the unknown commands of functions whose callers determine what is run. */
function withoutTold(uses: readonly ApiUse[]): readonly ApiUse[] {
  const told = new Set(uses.flatMap(({ way = [] }) => way.map(({ start }) => start)));
  return uses.filter(({ at, operation }) => operation !== undefined || !told.has(at.start));
}

function useOf(words: readonly (string | undefined)[], open: boolean, at: Span): readonly ApiUse[] {
  const use = wranglerUse(words, open);
  if (!use) return [];
  const { command, operation } = use;
  return [{ at, what: `wrangler ${command === '' ? '…' : command}`, operation, unclear: operation ? undefined : 'command' }];
}

/** `subprocess.run(["npx", "wrangler", "deploy"])`, `sh 'npx wrangler deploy'`, in languages whose reader does not parse commands. */
function ofRunners(file: SourceFile): readonly ApiUse[] {
  if (file.language === 'powershell') return ofScript(file);
  const runner = commandRunners[file.language];
  if (!runner) return [];
  return file.calls.flatMap((call) => {
    if (call.callee.kind !== 'name' || !runner.test(call.callee.path.join('.'))) return [];
    const words = call.arguments.flatMap((argument) => (argument.kind === 'list' ? argument.items : [argument]));
    const [first] = words;
    const line = first && textOf(first);
    if (line !== undefined && /\s/.test(line)) return ofLines(line, call.calleeAt);
    return ofWords(words.map(textOf), call.calleeAt);
  });
}

/** Reads the lines of a script in a language whose reader does not parse commands. */
function ofScript({ text }: SourceFile): readonly ApiUse[] {
  let end = -1;
  return text.split('\n').flatMap((line) => {
    const start = end + 1;
    end = start + line.length;
    if (line.trimStart().startsWith('#') || !line.includes('wrangler')) return [];
    return ofLines(line.replaceAll(/\$\{?\w+\}?/g, '{}'), { start, end });
  });
}

/** Returns a word or line, with `{}` for its unknown parts. */
function textOf(value: Value): string | undefined {
  return value.kind === 'text' ? shape(value) : undefined;
}

function ofLines(script: string, at: Span): readonly ApiUse[] {
  return script.split(/[\n;]|&&|\|\||\|/).flatMap((line) => ofWords(wordsIn(line), at));
}

function wordsIn(line: string): readonly (string | undefined)[] {
  return line
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .map((word) => (word.includes('{}') && !word.includes('@') ? undefined : word));
}

function ofWords(words: readonly (string | undefined)[], at: Span): readonly ApiUse[] {
  const program = words.findIndex((word) => word !== undefined && /^(?:\S{0,300}\/)?wrangler(?:@\S*)?$/.test(word));
  return program === -1 ? [] : useOf(words.slice(program + 1), false, at);
}

/** `uses: cloudflare/wrangler-action@v3` */
function ofActions(file: SourceFile): readonly ApiUse[] {
  return file.tables.flatMap((step) => {
    const uses = presentValue(get(step, 'uses'));
    const action = uses?.kind === 'text' ? actionOf(shape(uses)) : undefined;
    if (!uses || !action) return [];
    const { wrangler, secrets, operation } = action;
    const inputs = presentValue(get(step, 'with'));
    const settings = inputs?.kind === 'table' ? inputs : undefined;
    return [
      ...(wrangler ? ofInput(settings, wrangler, uses.at) : []),
      ...(secrets !== undefined && settings && typeof get(settings, secrets) !== 'string' ? useOf(['secret', 'bulk'], false, uses.at) : []),
      ...(operation === undefined ? [] : [useOfOperation(operation, uses.at)]),
    ];
  });
}

function useOfOperation(name: string, at: Span): ApiUse {
  const [method = '', path = ''] = name.split(' ');
  return { at, what: name, operation: operationAt(method, path), unclear: undefined };
}

function ofInput(
  settings: Table | undefined,
  { input, usual }: { readonly input: string; readonly usual: string },
  at: Span,
): readonly ApiUse[] {
  const value = settings && presentValue(get(settings, input));
  if (!value) return useOf([usual], false, at);
  if (value.kind !== 'text') return useOf([], true, value.at);
  return shape(value)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => useOf(wordsIn(line.replace(/^\s*wrangler\s/, '')), false, value.at));
}
