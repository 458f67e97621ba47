import { sending, outcomeMembers } from '../../cloudflare/http/response-checks.js';
import { isSecretField, type Issued, issued, ownResource, wholeAnswer } from '../../cloudflare/credentials/issued.js';
import type { Call, SourceFile, Span, Use } from '../../source/model.js';
import { given, perFile, shape } from '../../source/values.js';
import { takesCallback } from '../failures/response-callbacks.js';
import { MOST_CALLS, MOST_WRAPPERS } from '../program/calls.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { commandUses } from '../failures/command-outcomes.js';
import { pathOf } from '../requests/request-urls.js';
import { requestedOperations } from '../operations/operations.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { isInTest, isTest } from '../../source/test-files.js';

/** A place where Cloudflare issues a secret, which it shows this once, and the program does not take it. */
export interface DiscardedSecret {
  readonly at: Span;
  /** What nobody has any more: the new secret, or the one of before as well. */
  readonly loses: 'new' | 'both';
  /** Where the secret stands in the answer; undefined if it is the answer. */
  readonly field: string | undefined;
}

/** The same, with the call that asks for the secret, and the calls of the file's own functions by which it is reached, outermost first. */
interface Found {
  readonly loses: DiscardedSecret['loses'];
  readonly field: DiscardedSecret['field'];
  readonly call: Call;
  readonly through: readonly Span[];
}

/** The secrets that a program lets Cloudflare issue and then discards. */
export const discardedSecrets = perFile((file: SourceFile): readonly DiscardedSecret[] => {
  if (isTest(file)) return [];
  const found = [...byMethod(file), ...requests(file).flatMap((request) => byRequest(request, file))];
  // What a function of the file discards itself is lost there, and not once for each of its callers.
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
  const method = given(request.method);
  if (method === undefined || request.isDefaults || takesCallback(request)) return [];
  const sure = requestedOperations(request).map(({ path }) => path);
  const paths = sure.length > 0 ? sure : request.urls.flatMap((url) => pathOf(shape(url)) ?? []);
  const row = issued.find(({ operation }) => paths.some((path) => operation.test(`${method} ${path}`)));
  // An unknown host may be anyone's, but only Cloudflare lets secrets be rolled at such paths.
  if (!row?.loses || (sure.length === 0 && row.loses !== 'both')) return [];
  const uses = call.outcome ? call.outcome.uses.filter(({ path: [first = ''] }) => !sending.has(first)) : commandUses(call, file);
  if (!isLost(uses, (path) => resultIn(path, row))) return [];
  const through = request.through ? [request.through, ...(request.passing ?? [])] : [];
  return [{ call, through, loses: row.loses, field: ['result', ...row.fields.slice(0, 1)].join('.') }];
}

function byMethod(file: SourceFile): readonly Found[] {
  const found: Found[] = [];
  let left = MOST_CALLS;
  const visit = (calls: readonly Call[], through: readonly Span[], wrappers: number): void => {
    for (const call of calls) {
      if ((left -= 1) < 0) return;
      const row = methodOf(call);
      if (row?.loses && call.outcome && isLost(call.outcome.uses, (path) => fieldOf(path, row)))
        found.push({ call, through, loses: row.loses, field: row.fields[0] });
      if (wrappers > 0) visit(call.inside, [...through, call.calleeAt], wrappers - 1);
    }
  };
  visit(file.calls, [], MOST_WRAPPERS);
  return found;
}

function methodOf({ callee }: Call): Issued | undefined {
  const member = callee.kind === 'name' ? sdkMember(callee) : undefined;
  if (!member || (!member.sure && !ownResource.test(member.path))) return undefined;
  return issued.find(({ method }) => method.test(member.path));
}

/** Whether no use can bring the secret. `part` says what a path leads to: the secret or what holds it, or something beside it. */
function isLost(uses: readonly Use[], part: (path: readonly string[]) => Part, before: readonly string[] = []): boolean {
  return uses.every(({ path, isTest: asks, caller }) => {
    const whole = [...before, ...path];
    return caller ? isLost(caller.uses, part, whole) : asks || part(whole) === 'beside';
  });
}

type Part = 'secret' | 'beside';

function fieldOf([field]: readonly string[], row: Issued): Part {
  const isWhole = field === undefined || !/^\w+$/.test(field) || wholeAnswer.has(field);
  return isWhole || row.fields.length === 0 || isSecretField(row, field) ? 'secret' : 'beside';
}

/** `['json', 'result', 'id']`: the members of a client's answer. */
function resultIn(path: readonly string[], row: Issued): Part {
  const result = path.indexOf('result');
  if (result >= 0) return fieldOf(path.slice(result + 1), row);
  return path.some((member) => outcomeMembers.has(member)) || path[0] === 'headers' ? 'beside' : 'secret';
}
