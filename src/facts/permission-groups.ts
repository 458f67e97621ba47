import { groupLists } from '../cloudflare/grants.js';
import { apiPath } from '../cloudflare/hosts.js';
import type { Call, Name, SourceFile, Value } from '../source.js';
import { perFile, shape } from '../values.js';
import { sdkMember } from './clients.js';
import { requests } from './requests.js';

/** What may stand between the list of all permission groups and its use without leaving any out. */
const passing = /^(?:(?:result|data|body|json|parse|items|success|map|flatMap|sort|toSorted|getPaginatedItems|then)(?:\.|$))+$/;

/** No value is followed back through more calls than this. */
const MOST_CALLS = 8;

/** Whether a value is the list of every permission group, with nothing left out: `(await client.user.tokens.permissionGroups.list()).result.map(…)`. */
export function isEveryGroup(value: Value, file: SourceFile): boolean {
  let of: Call | Name | undefined = value.kind === 'call' || value.kind === 'name' ? value : undefined;
  for (let calls = 0; of && calls < MOST_CALLS; calls += 1) {
    if (of.kind === 'call') {
      if (isList(of, file)) return true;
      of = of.callee.kind === 'name' ? of.callee : undefined;
    } else {
      if (!passing.test(of.path.join('.'))) return false;
      of = of.of;
    }
  }
  return false;
}

function isList(call: Call, file: SourceFile): boolean {
  if (listRequests(file).has(call.at.start)) return true;
  const member = call.callee.kind === 'name' ? sdkMember(call.callee) : undefined;
  return member !== undefined && groupLists.method.test(member.path);
}

/** The requests for the list, by where they begin. */
const listRequests = perFile(
  (file: SourceFile): ReadonlySet<number> =>
    new Set(
      requests(file)
        .filter(({ urls }) => urls.some((url) => groupLists.path.test(apiPath(shape(url)) ?? '')))
        .map(({ at }) => at.start),
    ),
);
