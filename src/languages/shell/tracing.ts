/** Commands that the shell itself prints because of `set -x`. */
import type { Assignment, Word } from 'unbash';
import type { Entry, Span, Value } from '../../source/model.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import type { Survey, Written } from './survey.js';

/** A span of a script in which commands are traced. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The command that enables tracing. */
  readonly at: Span;
}

/** Most spans of tracing in a script. */
const MAX_STRETCHES = 50;

const stretches = new WeakMap<Survey, readonly Stretch[]>();

/** What the shell prints of a command, as an entry with the key `set -x`. */
export function traced(reading: Reading, { node, source }: Written, values: readonly Value[], frame?: Frame): readonly Entry[] {
  const offset = source.offset(node.pos);
  const { survey } = reading;
  let known = stretches.get(survey);
  if (!known) stretches.set(survey, (known = stretchesOf(survey)));
  const at = known.find(({ from, to }) => offset >= from && offset < to)?.at;
  if (!at) return [];
  const given = [...node.prefix, ...node.args].filter((each): each is Assignment => each.type === 'Assignment');
  const assigned = given.map(({ value }) => reading.given(value, source, frame, []));
  const items = [...values, ...assigned];
  return [{ key: 'set -x', keyAt: at, value: { kind: 'list', items, open: false, at }, at, maybe: false }];
}

function stretchesOf({ commands, shebang }: Survey): readonly Stretch[] {
  const found: Stretch[] = [];
  const first = commands[0]?.source;
  if (first && shebang?.split(/\s+/).some((word) => /^-[a-z]*x/.test(word)))
    found.push({ from: 0, to: Infinity, at: first.placed(0, shebang.length) });
  const switches = commands.flatMap((each) => {
    const does = each.node.name?.value === 'set' ? traces(each.node.args) : undefined;
    return does === undefined ? [] : [{ ...each, does, offset: each.source.offset(each.node.pos) }];
  });
  for (const { node, source, does, offset, maybe, until } of switches.sort((one, other) => one.offset - other.offset)) {
    const last = found.at(-1);
    if (!does && last && last.to > offset) found[found.length - 1] = { ...last, to: offset };
    // Tracing that runs only on some paths is an option for debugging: those who enable it want its output.
    else if (does && !maybe && !(last && last.to > offset) && found.length < MAX_STRETCHES)
      found.push({ from: source.offset(node.end), to: until, at: source.placed(node.pos, node.end) });
  }
  return found;
}

/** Whether `set` enables (true) or disables (false) tracing; undefined if neither. */
function traces(args: readonly (Word | Assignment)[]): boolean | undefined {
  const words = args.map((each) => (each.type === 'Word' ? each.value : ''));
  for (const [index, word] of words.entries()) {
    if (/^-[a-z]*x/.test(word) || (/^-[a-z]*o$/.test(word) && words[index + 1] === 'xtrace')) return true;
    if (/^\+[a-z]*x/.test(word) || (/^\+[a-z]*o$/.test(word) && words[index + 1] === 'xtrace')) return false;
  }
  return undefined;
}
