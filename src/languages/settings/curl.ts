/** Configuration files of curl, whose lines are the options of a command. https://curl.se/docs/manpage.html#-K */
import type { Call, Value } from '../../source/model.js';
import { impliedText } from '../../source/values.js';
import { commandOf } from '../shell/words.js';
import { textAt, trimmed, withoutQuotes } from './holes.js';
import { linesOf } from './lines.js';

/** Whether a file configures curl. */
export function configuresCurl(path: string): boolean {
  return /(?:^|[/\\._])(?:curlrc|curl\.conf|curl\.cfg)$/.test(path);
}

/** Returns the command that a configuration of curl is equivalent to. */
export function curlCommand(text: string): Call | undefined {
  const words = linesOf(text).flatMap((line): readonly Value[] => {
    const at = trimmed(text, line);
    const [before = '', name = ''] = /^(-{0,2}[A-Z][\w-]{0,40})\s*[:=]?\s*/i.exec(text.slice(at.start, at.end)) ?? [];
    if (name === '') return [];
    const named = { start: at.start, end: at.start + name.length };
    const value = withoutQuotes(text, { start: at.start + before.length, end: at.end });
    const option = impliedText(name.startsWith('-') ? name : `--${name}`, named);
    return value.start < value.end ? [option, textAt(text, value, ['curl', name.replace(/^-+/, '')])] : [option];
  });
  const [first] = words;
  const at = { start: first?.at.start ?? 0, end: words.at(-1)?.at.end ?? 0 };
  return first && commandOf([impliedText('curl', first.at), ...words], at);
}
