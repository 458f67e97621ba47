import type { Binding, Call, SourceFile, Span, Use } from '../../source/model.js';
import { grouped } from '../../source/grouped.js';
import { perFile } from '../../source/memoized.js';
import { innermost } from '../../source/span.js';
import { get, presentValue, literal } from '../../source/values.js';
import { callsByCallee } from '../program/calls.js';
import { inputOf, pipedInto, programOf, streamsOf, wordsOfCommand } from '../program/commands.js';
import type { Request } from '../requests/request.js';
import { uncheckedUse } from './unchecked-responses.js';

/** Returns the uses of a command's output, in the terms used for a program's responses; `body` is all of it. */
export function commandUses(call: Call, file: SourceFile): readonly Use[] {
  const streams = streamsOf(call);
  const to = (stream: string): string | undefined => {
    const target = streams && presentValue(get(streams, stream));
    return target && literal(target);
  };
  if (nullDevices.test(to('>') ?? '') || discardsOutput(call)) return [];
  const reader = streams && presentValue(get(streams, '|'));
  const next = reader && callsByCallee(file).get(reader.at.start)?.[0];
  return (next && usesBy(next)) ?? [{ path: ['body'], isTest: false }];
}

/** Returns what a script does wrong with the output of a command, which a function of the script leaves to its callers. */
export function commandFault({ call, through }: Request, file: SourceFile): 'dropped' | 'unchecked' | undefined {
  if (isSilenced(call, file)) return 'dropped';
  return isKeptUnchecked(call, file) || isReadUnchecked(call, through ?? call.at, file) ? 'unchecked' : undefined;
}

/** Whether a script stores a field of the output without checking that it exists: `ID=$(curl … | jq -r '.result[0].id')`. */
function isKeptUnchecked(call: Call, file: SourceFile): boolean {
  const next = pipedInto(call, file);
  const isKept = next && isCaptured(lastOf(next, file));
  const uses = isKept ? (usesBy(next) ?? usesOfMatches(next, file)) : undefined;
  return next !== undefined && uses !== undefined && uncheckedUse(uses) === 'unchecked' && !isAsked(next, file);
}

/** Whether a script keeps the output in a variable, and then reads nothing but fields of the result from it: `echo "$RESPONSE" | jq -r .result.id`. */
function isReadUnchecked(call: Call, at: Span, file: SourceFile): boolean {
  const variable = isCaptured(call) && !pipedInto(call, file) ? bindingAround(file)(at)?.names.at(-1) : undefined;
  if (variable === undefined) return false;
  const readers = readersOf(file).get(at.start) ?? [];
  // What else a script does with the variable is unknown.
  if (readers.length !== [...file.text.matchAll(new RegExp(`\\$\\{?${variable}\\b`, 'g'))].length) return false;
  const uses = readers.map((reader) => (isAsked(reader, file) ? undefined : (usesBy(reader) ?? usesOfMatches(reader, file))));
  return uses.every((each) => each !== undefined) && uncheckedUse(uses.flat()) === 'unchecked';
}

/** Whether a substitution captures what a command prints: `$(curl …)`. */
function isCaptured(call: Call): boolean {
  return streamsOf(call)?.entries.some(({ key }) => key === '$()') === true;
}

/** The commands of a script whose input is the output of another one, by where that one begins. */
const readersOf = perFile(({ calls }: SourceFile) =>
  grouped(
    calls.filter((call) => programOf(call) !== undefined && inputOf(call)?.kind === 'call'),
    (call) => inputOf(call)?.at.start ?? -1,
  ),
);

/** Longest pipeline that is followed. */
const MAX_PIPED = 10;

/** Returns the last command of a pipeline whose further commands only cut what they are given. */
function lastOf(call: Call, file: SourceFile): Call {
  let last = call;
  for (let left = MAX_PIPED; left > 0; left -= 1) {
    const next = pipedInto(last, file);
    if (!next || !cutting.has(programOf(next) ?? '')) return last;
    last = next;
  }
  return last;
}

const cutting = new Set('head tail cut tr sed awk sort uniq xargs'.split(' '));

/** Returns the use of a response by `grep`, which prints fields of the result: `grep -Po '(?<="id":")[^"]*'`. It fails if there are none. */
function usesOfMatches(call: Call, { text }: SourceFile): readonly Use[] | undefined {
  const words = call.arguments.map((value) => literal(value) ?? '');
  const isPrinted = programOf(call) === 'grep' && words.some((word) => /^-(?:[a-zA-Z]*o|-only-matching$)/.test(word));
  const field = isPrinted ? /"(id|zone_id|content|name|type|ttl|proxied|modified_on)\\?"/.exec(words.join(' '))?.[1] : undefined;
  return field === undefined || endsOnFailure.test(text) ? undefined : [{ path: ['body', 'result', field], isTest: false }];
}

/** How a script asks to end where a command fails. */
const endsOnFailure = /\bset\s+(?:-[a-z]+\s+)*-[a-z]*e|\berrexit\b|^#![^\n]*\s-[a-z]*e/;

/** Whether a script tests the variable that holds a command's output. */
function isAsked({ at }: Call, file: SourceFile): boolean {
  const variable = bindingAround(file)(at)?.names.at(-1);
  return variable !== undefined && testedVariables(file).has(variable);
}

const bindingAround = perFile(({ bindings }: SourceFile): ((at: Span) => Binding | undefined) => {
  const spans = new Map(bindings.map((binding) => [binding.at, binding] as const));
  const around = innermost([...spans.keys()]);
  return (at) => spans.get(around(at) ?? at);
});

/** The variables of a script that appear in tests, and those that must be set: `[ -n "$ID" ]`, `case $ID in`, `${ID:?}`. */
const testedVariables = perFile(({ text }: SourceFile): ReadonlySet<string> => {
  const tests = [...text.matchAll(/(?:\[|\btest|\bcase)\s[^\n]*/g)].flatMap(([test]) => [...test.matchAll(/\$\{?(\w+)/g)]);
  return new Set([...tests, ...text.matchAll(/\$\{(\w+):?\?/g)].map(([, name = '']) => name));
});

/** Options by which a program checks a response whose body it discards: its status, its headers, or the whole exchange. */
const looking = /^(?:-[a-zA-Z]*[wvDi]|--(?:write-out|verbose|dump-header|include|trace(?:-ascii)?)(?:=|$))/;

/** Whether the output of `curl` is discarded and it prints nothing else. */
export function isSilenced(call: Call, file: SourceFile): boolean {
  if (programOf(call) !== 'curl' || call.arguments.some((value) => looking.test(literal(value) ?? ''))) return false;
  return commandUses(call, file).length === 0;
}

/** Whether a script ignores that `curl` fails, and neither its error nor its output is seen: `curl -fs … > /dev/null || true`. */
export function isFailureSwallowed(call: Call, file: SourceFile): boolean {
  if (
    !isSilenced(call, file) ||
    !/^(?:[ \t]|\\\r?\n)*\|\|\s*(?:true|:)(?![\w/])/.test(file.text.slice(call.at.end, call.at.end + MAX_REST))
  )
    return false;
  const options = wordsOfCommand(call).filter((word) => /^-(?:[a-zA-Z]+|-silent|-show-error)$/.test(word));
  const has = (short: string, long: string): boolean =>
    options.some((word) => word === long || (!word.startsWith('--') && word.includes(short)));
  return has('s', '--silent') && !has('S', '--show-error');
}

/** Most white space after a command. */
const MAX_REST = 200;

/** The null device, on Windows too. */
const nullDevices = /^(?:\/dev\/null|nul:?|\$null)$/i;
const nowhereAttached = /^(?:-\w*[oO]|--output(?:-document)?=)(?:\/dev\/null|NUL:?|\$null)$/;

/** Whether options discard the output: `curl -o /dev/null`, `wget -O /dev/null`, `http --output=/dev/null`. */
function discardsOutput({ arguments: values }: Call): boolean {
  const words = values.map((value) => literal(value) ?? '');
  return words.some((word, index) =>
    /^(?:-\w*[oO]|--output(?:-document)?)$/.test(word) ? nullDevices.test(words[index + 1] ?? '') : nowhereAttached.test(word),
  );
}

/** Returns the path of a jq filter without its indexes: `.result.id` for `.result[0].id` and for `{"result"}[] | .[0] | .id`. */
function pathOf(filter: string, indexes: RegExp): string {
  const stages = filter.split('|').map((stage) => stage.trim().replace(/^\{"?(\w+)"?\}\s*\[\]/, '.$1'));
  return stages.map((stage) => stage.replaceAll(indexes, '').replace(/^\.$/, '')).join('');
}

/** Returns the uses by a command that inspects its input and passes on no more than it is asked for. */
function usesBy({ callee, arguments: values }: Call): readonly Use[] | undefined {
  const words = values.map((value) => literal(value) ?? '');
  switch (callee.kind === 'name' ? callee.path.join('.') : '') {
    case 'grep':
      return words.some((word) => /^(?:-[a-z]*?q|--quiet$|--silent$)/.test(word)) ? [{ path: ['body'], isTest: true }] : undefined;
    case 'jq': {
      const [filter = ''] = words.filter((word) => !word.startsWith('-'));
      const [main = '', otherwise] = filter.split('//').map((each) => each.trim());
      // Indexing null is an error, which `//` hides.
      const indexes = otherwise === undefined ? /\[\d+\]/g : /\[\d*\]/g;
      const way = /^(?:empty|""|null)$/.test(otherwise ?? 'empty') ? pathOf(main, indexes) : '';
      if (!/^(?:\.[a-z_]+)+$/i.test(way)) return undefined;
      const printed: Use = { path: ['body', ...way.slice(1).split('.')], isTest: false };
      // With this option, it fails if there is nothing.
      const isAsked = words.some((word) => /^(?:-[a-z]*e|--exit-status$)/.test(word));
      return isAsked ? [printed, { path: ['body', 'success'], isTest: true }] : [printed];
    }
    default:
      return undefined;
  }
}
