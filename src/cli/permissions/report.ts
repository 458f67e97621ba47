/** Determines which permissions an application needs, and which calls need them. */
import { type Grant, leastPrivilege } from '../../cloudflare/tokens/least-privilege.js';
import { type Operation, operationAt } from '../../cloudflare/api/operations.js';
import { operationOf } from '../../cloudflare/api/wrangler-use.js';
import { redacted, redactedPath } from '../../redaction.js';
import { applicationOf, type Files } from './applications.js';
import type { Collected, Unread, Use } from './collect.js';

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** An API call, with every place that makes it. */
export interface Call {
  /** `POST /zones/{}/dns_records`, or, if the operation is unknown, the call as written, without secrets. */
  readonly what: string;
  readonly places: readonly Place[];
  /** The operation, if known. Cannot be derived from `what`: some, such as wrangler's, need more than others with that path. Not part of the JSON. */
  readonly operation?: Operation;
}

/** A call whose operation is unknown, with the reason. */
export interface UnclearCall extends Call {
  readonly why: NonNullable<Use['unclear']>;
  /** The only operations that it can be, such as `GET /zones`; absent if it can be any. */
  readonly among?: readonly string[];
}

export interface NeededGrant extends Omit<Grant, 'for'> {
  readonly calls: readonly Call[];
}

export interface Needs {
  readonly name: string;
  /** Relative to the scanned folder; empty for that folder itself. */
  readonly folder: string;
  readonly grants: readonly NeededGrant[];
  /** Calls that any token may make. */
  readonly free: readonly Call[];
  /** Calls whose permissions Cloudflare does not document. */
  readonly unnamed: readonly Call[];
  /** Calls for which API tokens may not be accepted. */
  readonly refused: readonly Call[];
  readonly unclear: readonly UnclearCall[];
  /** Files that could not be read and may contain calls. */
  readonly unread: readonly Unread[];
}

export interface Report {
  readonly applications: readonly Needs[];
  readonly total: Needs;
}

/** Builds the report on a project's calls. */
export function report({ uses, unread }: Collected, files: Files): Report {
  const folders = new Map<string, { readonly name: string; readonly uses: Use[]; readonly unread: Unread[] }>();
  const applicationFor = (file: string): { readonly uses: Use[]; readonly unread: Unread[] } => {
    const { name, path } = applicationOf(file, files);
    const application = folders.get(path) ?? { name, uses: [], unread: [] };
    folders.set(path, application);
    return application;
  };
  for (const use of uses) applicationFor(use.file).uses.push(use);
  for (const file of unread) applicationFor(file.file).unread.push(file);
  return {
    applications: [...folders].sort(([one], [other]) => (one < other ? -1 : 1)).map(([folder, each]) => needs(each.name, folder, each)),
    total: needs('in total', '', { uses, unread }),
  };
}

function needs(name: string, folder: string, { uses, unread }: Collected): Needs {
  const known = new Map<Operation, Place[]>();
  const unclear = new Map<string, { readonly use: Use; readonly places: Place[] }>();
  for (const use of uses) {
    const operation = use.operation && (operationOf(use.what.replace(/^wrangler /, '')) ?? operationAt(...use.operation));
    const place = { file: redactedPath(use.file), line: use.line };
    if (operation) known.set(operation, [...(known.get(operation) ?? []), place]);
    else {
      const same = unclear.get(use.what) ?? { use, places: [] };
      same.places.push(place);
      unclear.set(use.what, same);
    }
  }
  const call = (operation: Operation): Call => ({ what: nameOf(operation), places: known.get(operation) ?? [], operation });
  const calls = (fits: (operation: Operation) => boolean): readonly Call[] => [...known.keys()].filter(fits).map(call).sort(byWhat);
  const isRefused = ({ token }: Operation): boolean => token === 'no' || token === 'doubtful' || token === 'unknown';
  const taken = [...known.keys()].filter((operation) => !isRefused(operation));
  return {
    name: redacted(name),
    folder: redactedPath(folder),
    grants: leastPrivilege(taken).map(({ for: operations, ...grant }) => ({ ...grant, calls: operations.map(call) })),
    free: calls((operation) => !isRefused(operation) && operation.accepted?.length === 0),
    unnamed: calls((operation) => !isRefused(operation) && operation.accepted === undefined),
    refused: calls(isRefused),
    unclear: [...unclear.values()]
      .map(({ use: { what, unclear: why = 'undescribed', among }, places }) => ({
        what: redacted(what),
        places,
        why,
        ...(among && { among: among.map(([method, path]) => `${method} ${path}`) }),
      }))
      .sort(byWhat),
    unread: unread.map(({ file, why }) => ({ file: redactedPath(file), why })),
  };
}

/** The name of an operation in reports: `GET /zones`. */
function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** Returns the operation with a name from a report. */
export function operationNamed(what: string): Operation | undefined {
  const [method = '', path = ''] = what.split(' ');
  return operationAt(method, path);
}

function byWhat(one: Call, other: Call): number {
  return one.what < other.what ? -1 : 1;
}

/** Whether all calls and their permissions are known. */
export function isComplete({ unclear, unnamed, refused, unread }: Needs): boolean {
  return [unclear, unnamed, refused, unread].every(({ length }) => length === 0);
}
