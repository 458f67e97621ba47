import { type Operation, operationAt } from '../../cloudflare/api/operations.js';
import { pathOperation } from '../../cloudflare/api/path-methods.js';
import { sdkRequests } from '../../cloudflare/api/sdk-methods.js';
import { sdks } from '../../cloudflare/api/sdk.js';
import type { Call, Name, SourceFile, Span, Table } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { grouped } from '../../source/grouped.js';
import { perFile } from '../../source/memoized.js';
import { get, shape, tablesOf, textsOf } from '../../source/values.js';
import { madeCalls } from '../program/calls.js';
import { sdkMember, type SdkMember } from '../requests/sdk-clients.js';
import type { SeenOperations } from './operations.js';

/** A method call on Cloudflare's SDK. */
export interface SdkCall {
  readonly calleeAt: Span;
  /** Where this file triggers it: the call of another file's function if that function makes it. */
  readonly calledAt: Span;
  /** `dns.records.create` */
  readonly method: string;
  /** Where the client is created; undefined if the client is only known by its type. */
  readonly client: Span | undefined;
  /** The operations it may be: one, several, or none if unknown. */
  readonly operations: readonly Operation[];
}

/** Returns the calls of SDK methods in a file. */
export const sdkCalls = perFile((file: SourceFile): readonly SdkCall[] => {
  const found = new Map<string, SdkCall>();
  for (const {
    call,
    callers: [outer = call],
  } of madeCalls(file)) {
    const made = call.callee.kind === 'name' && methodOf(call.callee);
    if (!made) continue;
    const { method, client, segments } = made;
    const sdkCall = {
      calleeAt: call.calleeAt,
      calledAt: isInOtherFile(call.calleeAt) ? outer.calleeAt : call.calleeAt,
      method,
      client,
      operations: segments ? ofSegments(segments, call) : rawMethod.test(method) ? ofPath(method, call) : operationsOf(method, call),
    };
    found.set([call.calleeAt.start, sdkCall.calledAt.start, method, client?.start].join(' '), sdkCall);
  }
  return [...found.values()].sort((one, other) => one.calleeAt.start - other.calleeAt.start);
});

function methodOf(name: Name): (Pick<SdkMember, 'segments'> & Pick<SdkCall, 'method' | 'client'>) | undefined {
  const { of, type } = name;
  const member = sdkMember(name);
  if (!member?.sure || !(member.path.includes('.') || rawMethod.test(member.path)) || (type && !of && !isClient(type.name)))
    return undefined;
  return { method: member.path, client: of?.at, ...(member.segments && { segments: member.segments }) };
}

function isClient({ module, path }: Name): boolean {
  return Object.values(sdks).some(
    (sdk) => sdk.methods !== undefined && module !== undefined && sdk.modules.includes(module) && sdk.exports.includes(path.join('.')),
  );
}

/** The arguments that are no table are identifiers; keyword arguments form a table. */
function ofSegments(segments: readonly string[], { arguments: given }: Call): readonly Operation[] {
  return [pathOperation(segments, given.filter(({ kind }) => kind !== 'table').length) ?? []].flat();
}

/** Methods of a client that take a path: `client.post('/zones', { body })`. */
const rawMethod = /^(?:get|post|put|patch|delete)$/i;

function ofPath(method: string, { arguments: given }: Call): readonly Operation[] {
  const [paths = []] = given.map(textsOf).filter(({ length }) => length > 0);
  return paths.flatMap((text) => {
    const [path = ''] = shape(text).split('?');
    return operationAt(method.toUpperCase(), path.startsWith('/') ? path : `/${path}`) ?? [];
  });
}

/** Many methods take either an account or a zone; the argument that is passed determines the operation. */
function operationsOf(method: string, call: Call): readonly Operation[] {
  const all = sdkRequests(method).flatMap((request) => operationAt(request.method, request.path) ?? []);
  if (all.length < 2) return all;
  const given = call.arguments.flatMap(tablesOf);
  // Methods of cloudflare-go before version 1 name the level: `CreateZoneAccessRule`.
  const named = call.callee.kind === 'name' ? /^[A-Z][a-z]+(Account|Zone)[A-Z]/.exec(call.callee.path.at(-1) ?? '')?.[1] : undefined;
  const narrowed = all.filter(({ level }) => level === named?.toLowerCase() || given.some((table) => hasId(table, level ?? '')));
  return narrowed.length > 0 ? narrowed : all;
}

function hasId(table: Table, level: string): boolean {
  return typeof get(table, `${level}_id`) !== 'string';
}

const callsByClient = perFile((file: SourceFile) => grouped(sdkCalls(file), ({ client }) => client?.start));

/** Returns the operations that the method calls on a client certainly are; undefined if none can be determined. */
export function certainSdkOperations(client: Span, file: SourceFile): SeenOperations | undefined {
  const calls = callsByClient(file).get(client.start) ?? [];
  const told = calls.filter(({ operations }) => operations.length === 1);
  if (told.length === 0) return undefined;
  return { operations: [...new Set(told.flatMap(({ operations }) => operations))], complete: told.length === calls.length };
}

/** Returns the operations that the method calls on a client certainly are; undefined unless all can be determined. */
export function allCalled(client: Span, file: SourceFile): readonly Operation[] | undefined {
  const seen = certainSdkOperations(client, file);
  return seen?.complete ? seen.operations : undefined;
}
