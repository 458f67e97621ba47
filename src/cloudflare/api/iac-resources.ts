/** The operations that infrastructure tools perform for their resources and data sources. */
import { dataSourceOperations, resourcePaths } from './iac-paths.js';
import { type Level, type Operation, operationAt, operationsAt } from './operations.js';

/** What the settings of a resource say about it. */
export interface ResourceSettings {
  readonly level?: Level | undefined;
  /** The phase of a ruleset. */
  readonly phase?: string | undefined;
}

/**
 * Returns the operations for creating, reading, updating and deleting a resource, by its class or name; none if it is not known. For one that an account
 * or a zone can have, those of both, unless `level` says which.
 */
export function resourceOperations(name: string, { level, phase }: ResourceSettings = {}): readonly Operation[] {
  const key = inSnakeCase(name);
  // The permission for a zone's ruleset depends on its phase, which only this path names.
  const inPhase =
    key === 'ruleset' && level === 'zone' && phase !== undefined ? operationsAt(`/zones/{}/rulesets/phases/${phase}/entrypoint`) : [];
  if (inPhase.some(({ accepted }) => accepted)) return inPhase;
  const path = Object.hasOwn(resourcePaths, key) ? resourcePaths[key] : undefined;
  return path === undefined ? [] : pathsOf(path, level).flatMap(operationsBelow);
}

/** Returns the operations for reading a data source, by its name. */
export function dataOperations(name: string, settings?: ResourceSettings): readonly Operation[] {
  const key = inSnakeCase(name);
  const [method = '', path = ''] = Object.hasOwn(dataSourceOperations, key) ? (dataSourceOperations[key]?.split(' ') ?? []) : [];
  const own = operationAt(method, path);
  if (own) return [own];
  // `zones` lists what `zone` reads; for some, only one of both is a resource.
  const [known = []] = [key, key.replace(/s$/, ''), key.replace(/_list$/, '')]
    .map((each) => resourceOperations(each, settings))
    .filter(({ length }) => length > 0);
  return known.filter((each) => each.method === 'GET');
}

/**
 * Returns the operations of a module of Ansible, which looks the zone up by its name:
 * https://docs.ansible.com/ansible/latest/collections/community/general/cloudflare_dns_module.html
 */
export function ansibleOperations(module: string): readonly Operation[] {
  if (!/^(?:community\.general\.)?cloudflare_dns$/.test(module)) return [];
  return [operationAt('GET', '/zones') ?? [], resourceOperations('dns_record')].flat();
}

function inSnakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}

function pathsOf(path: string, level: Level | undefined): readonly string[] {
  if (!path.startsWith('*')) return [path];
  return (level === undefined ? (['account', 'zone'] as const) : [level]).map((each) => path.replace('*', `/${each}s/{}`));
}

function operationsBelow(path: string): readonly Operation[] {
  const item = operationsAt(`${path}/{}`);
  const own = operationsAt(path).filter(({ method }) => item.length === 0 || method === 'POST');
  return [...own, ...item];
}

/** The names of all known resources. */
export const resourceNames: readonly string[] = Object.keys(resourcePaths);
