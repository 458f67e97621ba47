import { relative, sep } from 'node:path';
import { type LocatedUse, placeIn } from '../check/sent-at.js';
import { textOnlyReasons } from '../check/text-only.js';
import type { FileResult } from '../result.js';
import type { Listed } from '../walk/index.js';

/** A call of Cloudflare's API, and its place. */
export interface Use extends Omit<LocatedUse, 'way'> {
  /** Relative to the scanned folder, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** A file that could not be read and may contain calls. */
export interface Unread {
  readonly file: string;
  readonly why: string;
}

/** Result of a scan for calls. */
export interface Collected {
  /** Sorted by file and line. */
  readonly uses: readonly Use[];
  readonly unread: readonly Unread[];
}

/** Extracts the calls from the results of a scan, and the files that it could not read. */
export function collected(files: readonly FileResult[], listed: readonly Listed[], folder: string): Collected {
  const named = files.map((result, index) => ({
    result,
    file: relative(folder, result.absolutePath).split(sep).join('/'),
    isExpectedSkip: listed[index]?.isExpectedSkip === true,
  }));
  const found = named.flatMap(({ result, file }) =>
    result.messages
      .filter(({ messageId }) => messageId === 'uses')
      .flatMap(({ message, line, start }) =>
        (JSON.parse(message) as readonly LocatedUse[]).map((use) => ({ ...use, file, line, place: placeIn(result.absolutePath, start) })),
      ),
  );
  // A request that a function sends for its callers is unknown inside the function, but known at its calls: drop the former.
  const told = new Set(found.flatMap(({ way = [], operation, place }) => (operation ? way.filter((each) => each !== place) : [])));
  return {
    uses: found
      .filter(({ operation, place }) => operation !== undefined || !told.has(place))
      .sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1)),
    unread: named
      .filter(({ result, isExpectedSkip }) => (result.read === 'skipped' ? !isExpectedSkip : mayHoldCalls(result)))
      .map(({ result, file }) => ({ file, why: result.reason ?? 'not read' }))
      .sort((one, other) => (one.file < other.file ? -1 : 1)),
  };
}

/** Files with these reasons are generated or have no reader: they only count as unread if they mention the API itself. */
const seldom: ReadonlySet<string | undefined> = new Set(
  (['unknown', 'binary', 'large', 'minified'] as const).map((each) => textOnlyReasons[each]),
);

function mayHoldCalls({ read, messages, reason }: FileResult): boolean {
  return read === 'text' && messages.some(({ messageId, message }) => messageId === 'unread' && (message === 'api' || !seldom.has(reason)));
}
