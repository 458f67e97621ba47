import { type ApiUse, apiUses } from './facts/operations/api-uses.js';
import { defineRule } from './rule.js';
import type { SourceFile, Span } from './source/model.js';

/** What the rule's message holds, as JSON: the calls of Cloudflare's API at one place. */
export interface FoundUse {
  readonly what: string;
  /** Method and path of the operation; absent if it cannot be told. */
  readonly operation?: readonly [method: string, path: string];
  readonly unclear?: ApiUse['unclear'];
}

interface Place {
  readonly at: Span;
  readonly uses: readonly FoundUse[];
}

/**
 * Not a rule to lint with: it says which calls of Cloudflare's API a file makes, so that ESLint reads the project for `permissions` as it does for the
 * command, in every language and on as many threads as it is told.
 */
export default defineRule(
  {
    description: "Every call of Cloudflare's API.",
    messages: { uses: '{{ uses }}' },
  },
  {
    about: places,
    *check({ at, uses }) {
      yield { at, messageId: 'uses', data: { uses: JSON.stringify(uses) } };
    },
  },
);

function places(file: SourceFile): Iterable<Place> {
  const found = new Map<string, { at: Span; uses: FoundUse[] }>();
  for (const { at, what, operation, unclear } of apiUses(file)) {
    const key = [at.start, at.end].join(' ');
    const place = found.get(key) ?? { at, uses: [] };
    place.uses.push({ what, ...(operation && { operation: [operation.method, operation.path] as const }), ...(unclear && { unclear }) });
    found.set(key, place);
  }
  return found.values();
}
