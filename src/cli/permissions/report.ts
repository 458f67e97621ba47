/** Which permissions an application needs, and why. */
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

/** A call, as often as it is made. */
export interface Call {
  /** `POST /zones/{}/dns_records`, or what stands in the code if that cannot be told, without secrets. */
  readonly what: string;
  readonly places: readonly Place[];
  /** The operation, if it is known: some, such as wrangler's, need more than others at their address. It is no part of the JSON. */
  readonly operation?: Operation;
}

/** A call of which it cannot be told what it is, with the reason. */
export interface UnclearCall extends Call {
  readonly why: NonNullable<Use['unclear']>;
  /** The operations that it may be, if there are no others: `GET /zones`. */
  readonly among?: readonly string[];
}

export interface NeededGrant extends Omit<Grant, 'for'> {
  readonly calls: readonly Call[];
}

export interface Needs {
  readonly name: string;
  /** From the folder that was read; empty for that itself. */
  readonly folder: string;
  readonly grants: readonly NeededGrant[];
  /** Calls that any token may make. */
  readonly free: readonly Call[];
  /** Calls whose permissions Cloudflare does not name. */
  readonly unnamed: readonly Call[];
  /** Calls that tokens may not be able to make. */
  readonly refused: readonly Call[];
  readonly unclear: readonly UnclearCall[];
  /** Files that could not be read, and may hold calls. */
  readonly unread: readonly Unread[];
}

export interface Report {
  readonly applications: readonly Needs[];
  readonly total: Needs;
}

/** The report on the calls of a project. */
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

/** `GET /zones`, which names an operation in reports. */
function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** The operation that a report names so. */
export function operationNamed(what: string): Operation | undefined {
  const [method = '', path = ''] = what.split(' ');
  return operationAt(method, path);
}

function byWhat(one: Call, other: Call): number {
  return one.what < other.what ? -1 : 1;
}

/** Whether all calls are known, with the permissions that they need. */
export function isComplete({ unclear, unnamed, refused, unread }: Needs): boolean {
  return [unclear, unnamed, refused, unread].every(({ length }) => length === 0);
}
