import { groupLists, groupMembers } from '../../cloudflare/tokens/grants.js';
import { apiPath } from '../../cloudflare/http/hosts.js';
import type { Call, SourceFile, Span, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, isNullish, shape } from '../../source/values.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { objectKey } from '../requests/http-clients.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { namesBehind } from '../program/callees.js';

/** Members on the way from the list of all permission groups to its use that leave none out. */
const passing = /^(?:data|body|json|parse|items|success|map|flat|sort|toSorted|getPaginatedItems|then)$/;
/** Functions that return their argument as a list. */
const listing = new Set(['Array.from', 'Array.fromAsync', 'Object.values', 'Object.keys', 'Promise.all']);

const filters = new RegExp(`(?:^|&)(?:${groupLists.filters.join('|')})=`);

/** Most steps that a value is followed back through. */
const MAX_STEPS = 12;

/** Returns where a value includes all existing permission groups, unfiltered: `(await client.user.tokens.permissionGroups.list()).result.map(…)`. */
export function everyGroupIn(value: Value, file: SourceFile): Span | undefined {
  const origins = value.kind === 'list' ? (value.whole ?? []) : [value];
  return origins.find((each) => isEveryGroup(each, file))?.at;
}

function isEveryGroup(value: Value, file: SourceFile, steps = MAX_STEPS): boolean {
  if (steps <= 0) return false;
  const isEvery = (each: Value | undefined): boolean => each !== undefined && isEveryGroup(each, file, steps - 1);
  switch (value.kind) {
    case 'list':
      return (value.whole ?? []).some(isEvery);
    case 'name':
      return value.path.every(isPassing) && isEvery(value.of);
    case 'call': {
      const { callee } = value;
      if (isList(value, file)) return true;
      if (callee.kind === 'name' && callee.path.at(-1) === 'then' && !givesOn(value.arguments[0], file, isEvery)) return false;
      const isListed = callee.kind === 'name' && listing.has(callee.path.join('.'));
      return isEvery(isListed ? value.arguments[0] : callee);
    }
    default:
      return false;
  }
}

function isPassing(member: string): boolean {
  return passing.test(member) || groupMembers.test(member);
}

/** Whether a callback returns everything it receives: `(answer) => answer.result`. */
function givesOn(callback: Value | undefined, { exits = [] }: SourceFile, isEvery: (value: Value) => boolean): boolean {
  const results = exits.filter(({ how, functionAt }) => how === 'returned' && functionAt?.end === callback?.at.end);
  return results.length > 0 && results.every(({ value }) => keepsAll(value) || isEvery(value));
}

/** Whether a callback's result is its parameter, or a member of it that contains everything. */
function keepsAll(value: Value): boolean {
  const name = value.kind === 'call' ? value.callee : value;
  if (name.kind !== 'name') return false;
  const names = namesBehind(name);
  const { of, path } = names.at(-1) ?? name;
  return !of && path.slice(1).every(isPassing) && names.slice(0, -1).every((each) => each.path.every(isPassing));
}

function isList(call: Call, file: SourceFile): boolean {
  if (listRequests(file).has(objectKey(call.at))) return true;
  const { callee, arguments: values } = call;
  if (callee.kind !== 'name' || values.some(narrows)) return false;
  const { module, member } = groupLists;
  if (callee.module !== undefined && module.test(callee.module)) return member.test(callee.path.join('.'));
  const ofClient = sdkMember(callee);
  return ofClient !== undefined && groupLists.method.test(ofClient.path);
}

/** Whether an argument filters the list, or may: `{ name: 'DNS Write' }`. */
function narrows(value: Value): boolean {
  return alternatives(value).some((option) =>
    option.kind === 'table' ? groupLists.filters.some((filter) => get(option, filter) !== 'absent') : !isNullish(option),
  );
}

/** Returns where the list is requested. A helper of the program that also requests something else there is left out. */
const listRequests = perFile((file: SourceFile): ReadonlySet<string> => {
  const all = requests(file);
  const others = new Set(all.filter((request) => !requestsList(request)).map(({ call }) => objectKey(call.at)));
  return new Set(all.map(({ call }) => objectKey(call.at)).filter((key) => !others.has(key)));
});

function requestsList({ urls, query }: Request): boolean {
  return query.length === 0 && urls.some((url) => groupLists.path.test(wholePath(shape(url)) ?? ''));
}

/** Returns the path below the API root, unless the query may filter the list. */
function wholePath(url: string): string | undefined {
  const [, query = ''] = url.split('?');
  return query.includes('{}') || filters.test(query) ? undefined : apiPath(url);
}
