/** Chooses permission groups that allow a program's operations, and little else. */
import { allOperations, type Operation } from '../api/operations.js';
import { onlyReads, permissionGroup, type PermissionGroup, type Scope } from './permission-groups.js';

/** A permission group, and the operations it is chosen for. */
export interface Grant extends PermissionGroup {
  readonly for: readonly Operation[];
  /** Other groups that would suffice for all of these operations as well, best first. */
  readonly instead: readonly string[];
}

/** Limit on the combinations tried; after that, the remaining needs are chosen greedily. */
const MAX_STEPS = 20_000;

/**
 * Returns the least set of groups that covers the operations: the fewest that can write, then the fewest overall, then the narrowest (a zone before an
 * account before a user), then those closest to the operations by name, then those that allow the fewest other operations. Operations whose permissions
 * are not known are left out.
 */
export function leastPrivilege(operations: readonly Operation[]): readonly Grant[] {
  const needs = distinctNeeds(operations);
  const groups = new Map<string, Candidate>();
  for (const need of needs) for (const name of need.accepted) groups.set(name, candidate(name, needs));
  const chosen = new Search(needs, groups).best();
  return chosen.map(({ group }) => {
    const covered = needs.filter((need) => firstOf(need, chosen)?.group.name === group.name).flatMap((need) => need.operations);
    const instead = [...groups.values()]
      .filter((other) => other.group.name !== group.name && covered.every(({ accepted }) => accepted?.includes(other.group.name)))
      .sort(byPreference)
      .map((other) => other.group.name);
    return { ...group, for: covered, instead };
  });
}

/** Whether operations do not need a group: none accepts it, or all that do also accept one that only reads. False if an operation's groups are unknown. */
export function isUnneeded(group: string, operations: readonly Operation[]): boolean {
  return operations.every(
    ({ accepted }) => accepted !== undefined && (!accepted.includes(group) || (!onlyReads(group) && accepted.some(onlyReads))),
  );
}

interface Need {
  readonly accepted: readonly string[];
  readonly operations: readonly Operation[];
}

interface Candidate {
  readonly group: PermissionGroup;
  /** Criteria for comparing candidates, most important first; smaller is better. */
  readonly weights: readonly [writes: number, one: 1, scope: number, distance: number, reach: number];
}

/** Combines operations that accept the same groups into one need. */
function distinctNeeds(operations: readonly Operation[]): readonly Need[] {
  const needs = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (!operation.accepted || operation.accepted.length === 0) continue;
    const key = [...operation.accepted].sort().join('|');
    const same = needs.get(key) ?? [];
    if (!same.includes(operation)) same.push(operation);
    needs.set(key, same);
  }
  return [...needs]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, all]) => ({ accepted: all[0]?.accepted ?? [], operations: all.sort((one, other) => (order(one) < order(other) ? -1 : 1)) }));
}

function order({ path, method }: Operation): string {
  return `${path} ${method}`;
}

const scopeOrder: readonly Scope[] = ['bucket', 'zone', 'account', 'user'];

function candidate(name: string, needs: readonly Need[]): Candidate {
  const operations = needs.filter(({ accepted }) => accepted.includes(name)).flatMap((need) => need.operations);
  const near = operations.find(({ level }) => level)?.level ?? 'account';
  const group = permissionGroup(name, near);
  const distance = Math.min(...operations.map((operation) => distanceTo(operation, name)));
  return { group, weights: [onlyReads(name) ? 0 : 1, 1, scopeOrder.indexOf(group.scope), distance, reach(name)] };
}

/** Distance between a path and a group's name, by the share of words that they do not have in common: 0 to 1. */
function distanceTo({ path }: Operation, name: string): number {
  // The account or zone prefix of a path does not identify the product.
  const parts = wordsIn(path.replace(/^\/\w+\/\{\}\//, ''));
  const words = wordsIn(name)
    .filter((word) => !/^(?:read|write|edit)$/.test(word))
    .map((word) => word.replace(/s$/, ''));
  const length = (all: readonly string[]): number => all.join('').length;
  // Only prefixes of words count: `subscriptions` contains `script`.
  const both = words.filter((word) => parts.some((part) => part.startsWith(word)));
  return 1 - length(both) / (length(parts) + length(words) - length(both));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z\d]+/g) ?? [];
}

let reaches: Map<string, number> | undefined;

/** Groups that allow more than the number of their operations suggests: this one can delete the zone. */
const powerful: ReadonlySet<string> = new Set(['Zone Write']);

/** The number of operations that a group allows. */
function reach(name: string): number {
  if (powerful.has(name)) return Number.MAX_SAFE_INTEGER;
  if (!reaches) {
    reaches = new Map();
    for (const { accepted = [] } of allOperations()) for (const each of accepted) reaches.set(each, (reaches.get(each) ?? 0) + 1);
  }
  return reaches.get(name) ?? 0;
}

function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((weight, index) => weight - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function byPreference(one: Candidate, other: Candidate): number {
  return compare(one.weights, other.weights) || (one.group.name < other.group.name ? -1 : 1);
}

function firstOf(need: Need, chosen: readonly Candidate[]): Candidate | undefined {
  return chosen.find(({ group }) => need.accepted.includes(group.name));
}

/** Branch and bound over the needs. Candidates are tried in order of preference, and the first of equal solutions wins. */
class Search {
  readonly #needs: readonly (readonly Candidate[])[];
  #best: readonly Candidate[] | undefined;
  #steps = 0;

  constructor(needs: readonly Need[], groups: ReadonlyMap<string, Candidate>) {
    const options = needs.map(({ accepted }) => accepted.flatMap((name) => groups.get(name) ?? []).sort(byPreference));
    // Needs with a single candidate come first: there is nothing to try.
    this.#needs = options.sort((one, other) => one.length - other.length);
  }

  best(): readonly Candidate[] {
    this.#try([], 0);
    return [...(this.#best ?? [])].sort(byPreference);
  }

  #try(chosen: readonly Candidate[], from: number): void {
    this.#steps += 1;
    if (this.#best && compare(total(chosen), total(this.#best)) >= 0) return;
    const index = this.#needs.findIndex((options, at) => at >= from && !options.some((option) => chosen.includes(option)));
    if (index < 0) {
      this.#best = chosen;
      return;
    }
    for (const option of this.#needs[index] ?? []) {
      this.#try([...chosen, option], index + 1);
      if (this.#steps > MAX_STEPS) return;
    }
  }
}

function total(chosen: readonly Candidate[]): readonly number[] {
  return [0, 1, 2, 3, 4].map((index) => chosen.reduce((sum, { weights }) => sum + (weights[index] ?? 0), 0));
}

/** Formats grants for messages: `*DNS Write* and *Zone Read* on the zone`. */
export function describeGrants(grants: readonly PermissionGroup[]): string {
  const places = scopeOrder.flatMap((scope) => {
    const names = grants.filter((grant) => grant.scope === scope).map(({ name }) => `*${name}*`);
    return names.length === 0 ? [] : `${listed(names)} on ${scopeWords[scope]}`;
  });
  return listed(places);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const scopeWords: Readonly<Record<Scope, string>> = { bucket: 'the R2 bucket', zone: 'the zone', account: 'the account', user: 'the user' };
