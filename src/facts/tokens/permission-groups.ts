import { groupLists, groupMembers } from '../../cloudflare/tokens/grants.js';
import { apiPath } from '../../cloudflare/http/hosts.js';
import type { Call, SourceFile, Span, Value } from '../../source/model.js';
import { alternatives, get, isNullish, perFile, shape } from '../../source/values.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { requests } from '../requests/requests.js';
import { namesBehind } from '../program/callees.js';

/** What may stand between the list of all permission groups and its use without leaving any out. */
const passing = /^(?:data|body|json|parse|items|success|map|flat|sort|toSorted|getPaginatedItems|then)$/;
/** Functions that give what they are given, as a list. */
const listing = new Set(['Array.from', 'Array.fromAsync', 'Object.values', 'Object.keys', 'Promise.all']);

const filters = new RegExp(`(?:^|&)(?:${groupLists.filters.join('|')})=`);

/** No value is followed back through more steps than this. */
const MOST_STEPS = 12;

/** Where a value takes every permission group there is, with nothing left out: `(await client.user.tokens.permissionGroups.list()).result.map(…)`. */
export function everyGroupIn(value: Value, file: SourceFile): Span | undefined {
  const origins = value.kind === 'list' ? (value.whole ?? []) : [value];
  return origins.find((each) => isEveryGroup(each, file))?.at;
}

function isEveryGroup(value: Value, file: SourceFile, steps = MOST_STEPS): boolean {
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

/** `(answer) => answer.result`: whether a callback gives on all that it is given. */
function givesOn(callback: Value | undefined, { exits = [] }: SourceFile, isEvery: (value: Value) => boolean): boolean {
  const results = exits.filter(({ how, functionAt }) => how === 'returned' && functionAt?.end === callback?.at.end);
  return results.length > 0 && results.every(({ value }) => keepsAll(value) || isEvery(value));
}

/** Whether a value of a callback is its parameter, or a member of it that holds all. */
function keepsAll(value: Value): boolean {
  const name = value.kind === 'call' ? value.callee : value;
  if (name.kind !== 'name') return false;
  const names = namesBehind(name);
  const { of, path } = names.at(-1) ?? name;
  return !of && path.slice(1).every(isPassing) && names.slice(0, -1).every((each) => each.path.every(isPassing));
}

function isList(call: Call, file: SourceFile): boolean {
  if (listRequests(file).has(call)) return true;
  const { callee, arguments: values } = call;
  if (callee.kind !== 'name' || values.some(narrows)) return false;
  const { module, member } = groupLists;
  if (callee.module !== undefined && module.test(callee.module)) return member.test(callee.path.join('.'));
  const ofClient = sdkMember(callee);
  return ofClient !== undefined && groupLists.method.test(ofClient.path);
}

/** `{ name: 'DNS Write' }`, or what may be such. */
function narrows(value: Value): boolean {
  return alternatives(value).some((option) =>
    option.kind === 'table' ? groupLists.filters.some((filter) => get(option, filter) !== 'absent') : !isNullish(option),
  );
}

/** The calls that ask for the list. */
const listRequests = perFile(
  (file: SourceFile): ReadonlySet<Call> =>
    new Set(
      requests(file)
        .filter(({ urls, query }) => query.length === 0 && urls.some((url) => groupLists.path.test(wholePath(shape(url)) ?? '')))
        .map(({ call }) => call),
    ),
);

/** The path below the API's root, unless what follows it may narrow the list down. */
function wholePath(url: string): string | undefined {
  const [, query = ''] = url.split('?');
  return query.includes('{}') || filters.test(query) ? undefined : apiPath(url);
}
