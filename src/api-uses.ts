import type { ApiUse } from './facts/operations/api-use.js';
import { unplacedRequests } from './facts/tokens/unplaced-requests.js';
import { apiUses } from './facts/operations/api-uses.js';
import { type Mention, mentionIn } from './facts/operations/unread.js';
import { isDocumentation } from './facts/program/documentation.js';
import { defineRule } from './rule.js';
import type { SourceFile, Span } from './source/model.js';
import { MODULE_LENGTH } from './source/span.js';

type OperationName = readonly [method: string, path: string];

/** An element of the JSON in the rule's message: one call of Cloudflare's API at a place. */
export interface FoundUse {
  readonly what: string;
  /** Method and path of the operation; absent if it cannot be determined. */
  readonly operation?: OperationName;
  readonly unclear?: ApiUse['unclear'];
  /** The operations that it may be; absent if it may be any. */
  readonly among?: readonly OperationName[];
  /**
   * Where it is sent, and the calls that lead there, if those are somewhere else: the number of the file's module (0 is the checked file) and the
   * offset within it.
   */
  readonly way?: readonly (readonly [modules: number, offset: number])[];
}

interface Place {
  readonly at: Span;
  readonly uses: readonly FoundUse[];
}

/**
 * Not a rule for linting: it lists the calls of Cloudflare's API in a file, so that the command's `permissions` reads a project the same way as for
 * findings, in every language and on as many threads as configured. For a file that could not be read, it lists what the file mentions instead.
 */
export default defineRule(
  {
    description: "Every call of Cloudflare's API.",
    messages: { uses: '{{ uses }}', unread: '{{ mention }}' },
  },
  {
    about: (file): Iterable<Place | Mention> => {
      if (isDocumentation(file)) return [];
      const mention = file.language === 'text' ? mentionIn(file) : undefined;
      return mention === undefined ? places(file) : [mention];
    },
    *check(found) {
      if (typeof found === 'string') yield { at: { start: 0, end: 0 }, messageId: 'unread', data: { mention: found } };
      else yield { at: found.at, messageId: 'uses', data: { uses: JSON.stringify(found.uses) } };
    },
  },
);

function places(file: SourceFile): Iterable<Place> {
  const found = new Map<string, { at: Span; uses: FoundUse[] }>();
  for (const { at, what, operation, unclear, among, way = [] } of [...apiUses(file), ...unplacedRequests(file)]) {
    const key = [at.start, at.end].join(' ');
    const place = found.get(key) ?? { at, uses: [] };
    place.uses.push({
      what,
      ...(operation && { operation: [operation.method, operation.path] as const }),
      ...(unclear && { unclear }),
      ...(way.some(({ start }) => start !== at.start) && {
        way: way.map(({ start }) => [Math.floor(start / MODULE_LENGTH), start % MODULE_LENGTH] as const),
      }),
      ...(among && { among: among.map(({ method, path }) => [method, path] as const) }),
    });
    found.set(key, place);
  }
  return found.values();
}
