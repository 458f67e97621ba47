import type { Call, SourceFile } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { destination } from '../requests/destination.js';
import { requests } from '../requests/requests.js';
import { flows } from './flows.js';

/**
 * Returns a predicate: whether a function or class of another file sends a credential passed to it to Cloudflare. If so, that file itself shows that
 * it is a credential, and exposures in it are reported there.
 */
export const sendsWhatItIsGiven = perFile((file: SourceFile): ((call: Call, variable: string) => boolean) => {
  const flowsOf = flows(file);
  let sent: Map<number, Set<string>> | undefined;
  const collect = (): Map<number, Set<string>> => {
    const found = new Map<number, Set<string>>();
    for (const request of requests(file)) {
      const { through, at, headers } = request;
      if (!through || !isInOtherFile(at) || destination(request) !== 'cloudflare') continue;
      const variables = found.get(through.start) ?? new Set<string>();
      // Where this file names the header, the other cannot know what it is given.
      const named = headers.filter((header) => isInOtherFile(header.at));
      for (const { source } of named.flatMap(({ value }) => flowsOf(value))) variables.add(source.variable);
      found.set(through.start, variables);
    }
    return found;
  };
  return ({ calleeAt }, variable) => (sent ??= collect()).get(calleeAt.start)?.has(variable) ?? false;
});
