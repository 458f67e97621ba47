/** What the shell prints of the commands that it runs, while it is told to by `set -x`. */
import type { Assignment, Word } from 'unbash';
import type { Entry, Span, Value } from '../../source/model.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import type { Survey, Written } from './survey.js';

/** A stretch of a script in which commands are traced. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What switches it on. */
  readonly at: Span;
}

/** Scripts switch it on and off no more often. */
const MOST_STRETCHES = 50;

const stretches = new WeakMap<Survey, readonly Stretch[]>();

/** What is printed of a command, under the key `set -x`. */
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
    // What is switched on for those who ask for it is theirs to keep.
    else if (does && !maybe && !(last && last.to > offset) && found.length < MOST_STRETCHES)
      found.push({ from: source.offset(node.end), to: until, at: source.placed(node.pos, node.end) });
  }
  return found;
}

/** Whether `set` switches it on or off, if it does. */
function traces(args: readonly (Word | Assignment)[]): boolean | undefined {
  const words = args.map((each) => (each.type === 'Word' ? each.value : ''));
  for (const [index, word] of words.entries()) {
    if (/^-[a-z]*x/.test(word) || (/^-[a-z]*o$/.test(word) && words[index + 1] === 'xtrace')) return true;
    if (/^\+[a-z]*x/.test(word) || (/^\+[a-z]*o$/.test(word) && words[index + 1] === 'xtrace')) return false;
  }
  return undefined;
}
