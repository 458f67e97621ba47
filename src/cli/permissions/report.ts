/** Which permissions an application needs, and why. */
import { type Grant, leastPrivilege } from '../../cloudflare/tokens/least-privilege.js';
import { type Operation, operationAt } from '../../cloudflare/api/operations.js';
import { withoutSecrets } from '../reports/masked.js';
import { applicationOf, type Files } from './applications.js';
import type { Use } from './collect.js';

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A call, as often as it is made. */
export interface Call {
  /** `POST /zones/{}/dns_records`, or what stands in the code if that cannot be told, without secrets. */
  readonly what: string;
  readonly places: readonly Place[];
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
  /** Calls of which it cannot be told what they are, with the reason. */
  readonly unclear: readonly (Call & { readonly why: NonNullable<Use['unclear']> })[];
}

export interface Report {
  readonly applications: readonly Needs[];
  readonly total: Needs;
}

/** The report on the calls of a project. */
export function report(uses: readonly Use[], files: Files): Report {
  const folders = new Map<string, { readonly name: string; readonly uses: Use[] }>();
  for (const use of uses) {
    const { name, path } = applicationOf(use.file, files);
    const application = folders.get(path) ?? { name, uses: [] };
    application.uses.push(use);
    folders.set(path, application);
  }
  return {
    applications: [...folders]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([folder, each]) => needs(each.name, folder, each.uses)),
    total: needs('in total', '', uses),
  };
}

function needs(name: string, folder: string, uses: readonly Use[]): Needs {
  const known = new Map<Operation, Place[]>();
  const unclear = new Map<string, { readonly use: Use; readonly places: Place[] }>();
  for (const use of uses) {
    const operation = use.operation && operationAt(...use.operation);
    const place = { file: use.file, line: use.line };
    if (operation) known.set(operation, [...(known.get(operation) ?? []), place]);
    else {
      const same = unclear.get(use.what) ?? { use, places: [] };
      same.places.push(place);
      unclear.set(use.what, same);
    }
  }
  const call = (operation: Operation): Call => ({ what: `${operation.method} ${operation.path}`, places: known.get(operation) ?? [] });
  const calls = (fits: (operation: Operation) => boolean): readonly Call[] => [...known.keys()].filter(fits).map(call).sort(byWhat);
  const isRefused = ({ token }: Operation): boolean => token === 'no' || token === 'doubtful' || token === 'unknown';
  const taken = [...known.keys()].filter((operation) => !isRefused(operation));
  return {
    name,
    folder,
    grants: leastPrivilege(taken).map(({ for: operations, ...grant }) => ({ ...grant, calls: operations.map(call) })),
    free: calls((operation) => !isRefused(operation) && operation.accepted?.length === 0),
    unnamed: calls((operation) => !isRefused(operation) && operation.accepted === undefined),
    refused: calls(isRefused),
    unclear: [...unclear.values()]
      .map(({ use, places }) => ({ what: withoutSecrets(use.what), places, why: use.unclear ?? 'undescribed' }))
      .sort(byWhat),
  };
}

function byWhat(one: Call, other: Call): number {
  return one.what < other.what ? -1 : 1;
}
