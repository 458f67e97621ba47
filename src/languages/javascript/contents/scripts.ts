/** Reads the commands that a program runs: `exec('curl …')`, `spawn('wrangler', ['deploy'])`, `` $`…` ``. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Contents, Hole, Name, Piece, Span, Text, Value } from '../../../source/model.js';
import { isInOtherFile, within } from '../../../source/span.js';
import { alternatives, noContents, pieces, shape } from '../../../source/values.js';
import { escaped } from '../../data/strings.js';
import { readEmbedded, together } from '../../shell/index.js';
import { commandOf, scriptAmong } from '../../shell/words.js';
import { callAt } from '../calls/calls.js';
import { isLocalFunction, type Reading } from '../reading.js';
import type { Runner, Runners } from '../runners.js';
import { spanOf } from '../syntax/syntax.js';

/** The contents of all commands that a program runs. */
export function commandsIn(reading: Reading): Contents {
  const { language } = reading;
  const { calls, tagged } = reading.survey;
  const { text } = reading.sourceCode;
  const isRunning = language.runners.mentioned.test(text);
  const running = isRunning ? calls : calls.filter((node) => isOfRunner(callAt(reading, node), reading));
  if (!isRunning && running.length === 0) return noContents;
  return together([
    ...running.flatMap((node) => commandsOf(callAt(reading, node), text, language.runners)),
    ...tagged.flatMap((node) => (runs(reading.read(node.tag), 'tags', language.runners) ? ofLine(lineOf(reading, node), text) : [])),
  ]);
}

/** Whether a call is to a function of another file that runs commands. */
function isOfRunner({ callee }: Call, reading: Reading): boolean {
  if (!isInOtherFile(callee.at) || !isLocalFunction(callee)) return false;
  return reading.language.runners.mentioned.test(reading.home(callee.callee).sourceCode.text);
}

/** The commands that a call runs, directly or through a function of the file: `run('deploy')`, which runs `npx wrangler deploy`. */
function commandsOf(call: Call, file: string, runners: Runners): readonly Contents[] {
  const given = new Set(call.arguments.flatMap((each) => written(each)).map(({ at }) => at.start));
  const handed = call.inside.filter((inner) => inner.arguments.flatMap((each) => written(each)).some(({ at }) => given.has(at.start)));
  const made = handed
    .flatMap((inner) => ofCall(inner, file, runners))
    .map((contents) => ({ ...contents, calls: madeBy(call, contents.calls) }));
  return [...ofCall(call, file, runners), ...made];
}

/** Deepest nesting of lists, which may contain themselves. */
const MAX_LISTS = 3;

/** The pieces of a text, or of the texts in a list. */
function written(value: Value, depth = 0): readonly Piece[] {
  if (value.kind !== 'list') return pieces(value);
  return depth < MAX_LISTS ? value.items.flatMap((item) => written(item, depth + 1)) : [];
}

/** Moves commands whose program is named in the called function to the place of the call. */
function madeBy({ at }: Call, calls: readonly Call[]): readonly Call[] {
  return calls.map((each) => (within(each.calleeAt, at) ? each : { ...each, at }));
}

/** The command line of a template. An interpolated value is one word despite any spaces in it, so it is read as if quoted. */
function lineOf(reading: Reading, { quasi }: TSESTree.TaggedTemplateExpression): Text {
  const parts = quasi.quasis.flatMap((each, index): readonly (Piece | Hole)[] => {
    const [start, end] = each.range;
    const text = each.value.cooked ?? each.value.raw;
    const exact = reading.isWritten(text, start + 1);
    // Commands of shellac begin with a prompt.
    const bare = (index === 0 ? `\n${text}` : text).replaceAll(/\n[ \t]*\$\$?(?=\s)/g, withoutPrompt).slice(index === 0 ? 1 : 0);
    const piece: Piece = { kind: 'piece', text: bare, at: { start: start + 1, end: end - (each.tail ? 1 : 2) }, exact };
    const filling = quasi.expressions[index];
    return filling ? [piece, ...wordOf(reading.read(filling), spanOf(filling), /(?:^|\s)$/.test(text))] : [piece];
  });
  return { kind: 'text', parts, names: [], fallbackFor: undefined, at: spanOf(quasi) };
}

function withoutPrompt(beginning: string): string {
  return beginning.replaceAll('$', ' ');
}

function wordOf(value: Value, at: Span, isWord: boolean): readonly (Piece | Hole)[] {
  if (value.kind !== 'text') return [{ kind: 'hole', value, at }];
  if (!isWord || !value.parts.some((part) => part.kind === 'piece' && /\s/.test(part.text))) return value.parts;
  const quote: Piece = { kind: 'piece', text: '"', at: { start: at.start, end: at.start }, exact: false };
  return [quote, ...value.parts, { ...quote, at: { start: at.end, end: at.end } }];
}

function ofCall({ callee, arguments: [first, second], at }: Call, file: string, runners: Runners): readonly Contents[] {
  if (callee.kind !== 'name' || !first) return [];
  if (runs(callee, 'lines', runners) && second?.kind !== 'list') return ofLine(first, file);
  if (runs(callee, 'programs', runners) || runs(callee, 'lines', runners)) {
    // In Python, the program and its arguments are one list.
    const words = first.kind === 'list' ? first.items : [first, ...itemsOf(second)];
    return ofWords(words, { at, open: isOpen(first.kind === 'list' ? first : second) }, file);
  }
  return callee.path.join('.').startsWith('Bun.spawn') ? ofWords(itemsOf(first), { at, open: isOpen(first) }, file) : [];
}

type How = Exclude<keyof Runner, 'modules'>;

/** Longest chain of wrappers such as `promisify`, which may be circular. */
const MAX_MADE = 10;

/** Whether a value is a function that runs commands, directly or promisified. */
function runs(value: Value, how: How, runners: Runners, left = MAX_MADE): boolean {
  return alternatives(value).some((option) => {
    if (left > 0 && option.kind === 'call') return runs(optionsOf(option), how, runners, left - 1);
    if (option.kind !== 'name') return false;
    if (option.of) return left > 0 && option.path.length === 0 && runs(optionsOf(option.of), how, runners, left - 1);
    return isRunner(option, how, runners);
  });
}

/** The function that `promisify(exec)` or `$({ … })` wraps. */
function optionsOf(call: Call): Value {
  const [first] = call.arguments;
  return call.callee.kind === 'name' && call.callee.path.at(-1) === 'promisify' && first ? first : call.callee;
}

function isRunner({ module, path, local }: Name, how: How, { functions }: Runners): boolean {
  // zx declares `$` as a global in the scripts that it runs.
  if (module === undefined && how === 'tags' && !local && path.join('.') === '$') return true;
  const isOf = ({ modules }: Runner): boolean => (module === undefined ? !modules && !local : modules?.test(module) === true);
  return functions.some((runner) => isOf(runner) && runner[how]?.test(path.join('.')) === true);
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

/** Whether there may be further, unknown words. A table is not one: it holds options. */
function isOpen(value: Value | undefined): boolean {
  return value?.kind === 'list' ? value.open : value !== undefined && value.kind !== 'table';
}

/** Reads a shell command line whose output the program captures. */
function ofLine(value: Value, file: string): readonly Contents[] {
  return alternatives(value).flatMap((line) =>
    line.kind === 'text' ? [readEmbedded({ at: line.at, parts: line.parts.flatMap((part) => unescaped(part, file)) }, true)] : [],
  );
}

/** Splits a piece with escapes at its backslashes, since commands are full of quotes: the characters in between then have exact offsets. */
function unescaped(part: Piece | Hole, file: string): readonly (Piece | Hole)[] {
  if (part.kind === 'hole' || part.exact) return [part];
  const pieces = escaped(file, part.at.start, part.at.end);
  return pieces.map(({ text }) => text).join('') === part.text ? pieces : [part];
}

function ofWords(words: readonly Value[], { at, open }: Pick<Call, 'at' | 'open'>, file: string): readonly Contents[] {
  const [program] = words;
  // With `shell: true`, the program may be a whole command line.
  if (words.length === 1 && program?.kind === 'text' && /\s/.test(shape(program))) return ofLine(program, file);
  const script: Value | undefined = words[scriptAmong(words) ?? words.length];
  if (script) return ofLine(script, file);
  const call = commandOf(words, at, open);
  const texts = (call?.arguments ?? []).filter((word): word is Text => word.kind === 'text');
  return call ? [{ ...noContents, texts, calls: [call] }] : [];
}
