import { requestMethods, outcomeMembers } from '../../cloudflare/http/response-checks.js';
import { isSecretField, type Issued, issued, ownResource, wholeResponseMembers } from '../../cloudflare/credentials/issued.js';
import type { Call, SourceFile, Span, Use } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { presentValue, shape } from '../../source/values.js';
import { takesCallback } from '../failures/response-callbacks.js';
import { MAX_CALLS, MAX_WRAPPERS } from '../program/calls.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { commandUses } from '../failures/command-outcomes.js';
import { pathOf } from '../requests/request-urls.js';
import { requestedOperations } from '../operations/operations.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { isInTest, isTest } from '../../source/test-files.js';

/** A place where Cloudflare issues a secret, which it shows only once, and the program discards it. */
export interface DiscardedSecret {
  readonly at: Span;
  /** What is lost: the new secret, or the previous one as well. */
  readonly loses: 'new' | 'both';
  /** The path of the secret in the response; undefined if it is the whole response. */
  readonly field: string | undefined;
}

/** The same, with the call that requests the secret, and the calls of the file's own functions that lead to it, outermost first. */
interface Found {
  readonly loses: DiscardedSecret['loses'];
  readonly field: DiscardedSecret['field'];
  readonly call: Call;
  readonly through: readonly Span[];
}

/** Returns the secrets that a program has Cloudflare issue and then discards. */
export const discardedSecrets = perFile((file: SourceFile): readonly DiscardedSecret[] => {
  if (isTest(file)) return [];
  const found = [...byMethod(file), ...requests(file).flatMap((request) => byRequest(request, file))];
  // A secret discarded inside a function of the file is reported there, and not once per caller.
  const ways = new Set(found.map(({ call, through }) => wayKey(call, through)));
  const isLostWithin = ({ call, through }: Found): boolean => through.some((_, index) => ways.has(wayKey(call, through.slice(index + 1))));
  return found
    .filter((each) => !isLostWithin(each))
    .map(({ through: [caller], call, loses, field }) => ({ at: caller ?? call.calleeAt, loses, field }))
    .filter(({ at }) => !isInTest(at, file));
});

function wayKey(call: Call, through: readonly Span[]): string {
  return [...through, call.at].map(({ start }) => start).join(' ');
}

function byRequest(request: Request, file: SourceFile): readonly Found[] {
  const { call } = request;
  const method = presentValue(request.method);
  if (method === undefined || request.isDefaults || takesCallback(request)) return [];
  const sure = requestedOperations(request).map(({ path }) => path);
  const paths = sure.length > 0 ? sure : request.urls.flatMap((url) => pathOf(shape(url)) ?? []);
  const row = issued.find(({ operation }) => paths.some((path) => operation.test(`${method} ${path}`)));
  // An unknown host may be any service's, but only Cloudflare rolls secrets at such paths.
  if (!row?.loses || (sure.length === 0 && row.loses !== 'both')) return [];
  const uses = call.outcome ? call.outcome.uses.filter(({ path: [first = ''] }) => !requestMethods.has(first)) : commandUses(call, file);
  if (!isDiscarded(uses, (path) => resultIn(path, row))) return [];
  const through = request.through ? [request.through, ...(request.passing ?? [])] : [];
  return [{ call, through, loses: row.loses, field: ['result', ...row.fields.slice(0, 1)].join('.') }];
}

function byMethod(file: SourceFile): readonly Found[] {
  const found: Found[] = [];
  let left = MAX_CALLS;
  const visit = (calls: readonly Call[], through: readonly Span[], wrappers: number): void => {
    for (const call of calls) {
      if ((left -= 1) < 0) return;
      const row = methodOf(call);
      if (row?.loses && call.outcome && isDiscarded(call.outcome.uses, (path) => fieldOf(path, row)))
        found.push({ call, through, loses: row.loses, field: row.fields[0] });
      if (wrappers > 0) visit(call.inside, [...through, call.calleeAt], wrappers - 1);
    }
  };
  visit(file.calls, [], MAX_WRAPPERS);
  return found;
}

function methodOf({ callee }: Call): Issued | undefined {
  const member = callee.kind === 'name' ? sdkMember(callee) : undefined;
  if (!member || (!member.sure && !ownResource.test(member.path))) return undefined;
  return issued.find(({ method }) => method.test(member.path));
}

/** Whether no use may read the secret. `part` returns what a path leads to: the secret or something that contains it, or something beside it. */
function isDiscarded(uses: readonly Use[], part: (path: readonly string[]) => Part, before: readonly string[] = []): boolean {
  return uses.every(({ path, isTest: asks, caller }) => {
    const whole = [...before, ...path];
    return caller ? isDiscarded(caller.uses, part, whole) : asks || part(whole) === 'beside';
  });
}

type Part = 'secret' | 'beside';

function fieldOf([field]: readonly string[], row: Issued): Part {
  const isWhole = field === undefined || !/^\w+$/.test(field) || wholeResponseMembers.has(field);
  return isWhole || row.fields.length === 0 || isSecretField(row, field) ? 'secret' : 'beside';
}

/** Returns what a path of a client's response leads to: `['json', 'result', 'id']`. */
function resultIn(path: readonly string[], row: Issued): Part {
  const result = path.indexOf('result');
  if (result >= 0) return fieldOf(path.slice(result + 1), row);
  return path.some((member) => outcomeMembers.has(member)) || path[0] === 'headers' ? 'beside' : 'secret';
}
