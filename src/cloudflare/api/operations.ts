/**
 * The operations of Cloudflare's API, with the credentials and permissions that each accepts.
 *
 * Source: `operations.json`, written by `npm run update-operations` from Cloudflare's OpenAPI description (BSD-3-Clause; the file contains date and
 * origin), corrected by `operation-corrections.ts`.
 */
import { generated } from '../generated/generated-table.js';
import {
  furtherOperations,
  furtherPermissions,
  groupNames,
  groupsOfZones,
  type TokenVerdict,
  tokenVerdicts,
} from './operation-corrections.js';
import { phaseOperations, zoneRulesets } from './ruleset-phases.js';

/** The kind of resource that an operation concerns, and so a token must have access to. */
export type Level = 'user' | 'account' | 'zone';

/** The kinds of credentials that can authenticate a request. */
export type Scheme = 'token' | 'key' | 'service key' | 'upload token';

export interface Operation {
  readonly method: string;
  /** `/zones/{}/dns_records/{}` */
  readonly path: string;
  /** As in the description; undefined if it lists none. */
  readonly schemes: readonly Scheme[] | undefined;
  /** Whether an API token is accepted. */
  readonly token: TokenVerdict;
  /** Names of permission groups, any one of which is enough; undefined if they are not known, empty if none is needed. */
  readonly accepted: readonly string[] | undefined;
  /** Undefined for operations that concern none of them: `/ips`, `/radar/…`. */
  readonly level: Level | undefined;
  readonly deprecated: boolean;
}

interface Generated {
  readonly groups: readonly string[];
  readonly accepted: readonly string[];
  readonly paths: readonly string[];
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly operations: Operation[];
}

const schemes: Readonly<Record<string, readonly Scheme[] | undefined>> = {
  '': ['token', 'key'],
  t: ['token'],
  k: ['key'],
  s: ['token', 'service key'],
  u: ['upload token'],
  n: [],
  q: undefined,
};

/** The letters for methods in generated tables. */
export const methodLetters: Readonly<Record<string, string>> = { G: 'GET', P: 'POST', U: 'PUT', A: 'PATCH', D: 'DELETE' };

let known: Branch | undefined;

function trie(): Branch {
  return (known ??= buildTrie());
}

function buildTrie(): Branch {
  const root: Branch = { next: new Map(), operations: [] };
  const table = generated('operations') as Generated;
  const groups = table.groups.map((group) => named(group, groupNames));
  const sets = table.accepted.map((set) => set.split(' ').flatMap((index) => withWriting(groups[Number(index)] ?? '', groups)));
  let segments: readonly string[] = [];
  for (const line of table.paths) {
    const [path = '', written = ''] = line.slice(1).split(' ');
    segments = [...segments.slice(0, Number.parseInt(line.charAt(0), 36)), ...path.split('/')];
    const branch = grown(root, segments);
    for (const [, letter = '', deprecated, scheme = '', set = ''] of written.matchAll(/([A-Z])(!?)([a-z]?)(\d*)/g)) {
      branch.operations.push(
        operation(methodLetters[letter] ?? '', `/${segments.join('/')}`, {
          schemes: schemes[scheme],
          accepted: set === '' ? undefined : sets[Number(set)],
          deprecated: deprecated === '!',
        }),
      );
    }
  }
  for (const [name, accepted] of Object.entries({ ...furtherOperations, ...phaseOperations })) {
    const [method = '', path = ''] = name.split(' ');
    grown(root, path.slice(1).split('/')).operations.push(operation(method, path, { schemes: schemes[''], accepted, deprecated: false }));
  }
  return root;
}

function named(group: string, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, group) ? (names[group] ?? group) : group;
}

/** Write access includes read access: https://developers.cloudflare.com/fundamentals/api/get-started/create-token/ (Edit is full access). */
function withWriting(group: string, groups: readonly string[]): readonly string[] {
  if (!group.endsWith(' Read')) return [group];
  return [group, ...[' Write', ' Edit'].map((ending) => group.slice(0, -' Read'.length) + ending).filter((each) => groups.includes(each))];
}

function grown(root: Branch, segments: readonly string[]): Branch {
  return segments.reduce((branch, segment) => {
    const found = branch.next.get(segment) ?? { next: new Map<string, Branch>(), operations: [] };
    branch.next.set(segment, found);
    return found;
  }, root);
}

function operation(method: string, path: string, said: Pick<Operation, 'schemes' | 'accepted' | 'deprecated'>): Operation {
  const accepted = acceptedBy(method, path, said);
  return { method, path, ...said, token: tokenVerdict(method, path, { ...said, accepted }), accepted, level: levelOf(path) };
}

function acceptedBy(method: string, path: string, { schemes, accepted }: Pick<Operation, 'schemes' | 'accepted'>): Operation['accepted'] {
  if (schemes?.length === 0) return [];
  if (zoneRulesets.test(path) && !Object.hasOwn(phaseOperations, `${method} ${path}`)) return undefined;
  const access = method === 'GET' ? 'read' : 'write';
  if (!accepted) return furtherPermissions.find((row) => row.path.test(path) && row.method === access)?.accepted;
  return [...new Set(path.startsWith('/zones/') ? accepted.map((group) => named(group, groupsOfZones)) : accepted)];
}

function isMethod(method: string, asked: string | undefined): boolean {
  return asked === undefined || asked === method;
}

function tokenVerdict(method: string, path: string, { schemes, accepted }: Pick<Operation, 'schemes' | 'accepted'>): TokenVerdict {
  if (schemes?.includes('token')) return 'yes';
  const row = tokenVerdicts.find((each) => each.path.test(path) && isMethod(method, each.method));
  if (row) return row.token;
  if (schemes && !schemes.includes('key')) return schemes.length === 0 ? 'yes' : 'no';
  // Of the operations that listed only the key in 2024, four fifths list tokens by now.
  return accepted ? 'yes' : 'likely';
}

/** Returns the level of an operation's path; undefined if it names neither user, account nor zone. */
export function levelOf(path: string): Level | undefined {
  const [, head = ''] = /^\/([a-z]+)(?:\/|$)/.exec(path) ?? [];
  return Object.hasOwn(levels, head) ? levels[head] : undefined;
}

const levels: Readonly<Record<string, Level>> = { user: 'user', memberships: 'user', accounts: 'account', zones: 'zone' };

/** Returns all operations, in the order of their paths. */
export function allOperations(): readonly Operation[] {
  const below = (branch: Branch): readonly Operation[] => [...branch.operations, ...[...branch.next.values()].flatMap(below)];
  return below(trie());
}

/**
 * Returns the operations of a path below the API's root, with `{}` for unknown segments. A literal segment matches a literal if there is one, or else a
 * parameter; `{}` only matches parameters. A path that is longer than all known ones matches none.
 */
export function operationsAt(path: string): readonly Operation[] {
  const whole = withoutLastSlash(path).slice(1);
  // A query is often appended: `/zones${query}`.
  const alone = whole.replace(/(?<=[^{}/])\{\}$/, '');
  const branch = at(trie(), whole.split('/')) ?? at(trie(), alone.split('/'));
  return branch?.operations ?? [];
}

function at(branch: Branch, [segment, ...rest]: readonly string[]): Branch | undefined {
  if (segment === undefined) return branch.operations.length > 0 ? branch : undefined;
  for (const key of new Set([segment, '{}'])) {
    const next = segment === '' ? undefined : branch.next.get(key);
    const found = next && at(next, rest);
    if (found) return found;
  }
  return undefined;
}

function withoutLastSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Returns the operation with a method and path; undefined if there is none. */
export function operationAt(method: string, path: string): Operation | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return operationsAt(path).find((each) => each.method === asked);
}

/** Whether an operation may refuse API tokens, as far as is known. If `method` is undefined, whether any operation of the path may. */
export function mayRefuseTokens(method: string | undefined, path: string): boolean {
  const found = operationsAt(path).filter((each) => method === undefined || each.method === method);
  const verdicts = found.length > 0 ? found.map(({ token }) => token) : [unlisted(method, path)];
  return verdicts.some((verdict) => verdict === 'doubtful' || verdict === 'unknown' || verdict === 'no');
}

/** Returns the verdict for an operation that is missing in the description. */
function unlisted(method: string | undefined, path: string): TokenVerdict | undefined {
  const plain = withoutLastSlash(path);
  return tokenVerdicts.find((row) => row.path.test(plain) && (method === undefined || isMethod(method, row.method)))?.token;
}
