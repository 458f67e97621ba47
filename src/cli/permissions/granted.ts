/** Reads which permissions a policy grants, whether written by hand or returned by the API. */
import { knownGroup } from '../../cloudflare/tokens/permission-groups.js';
import { jsonValue } from '../../languages/json/parser.js';
import { firstProblem, isObject } from '../configuration/schema-problem.js';
import { printable } from '../reports/printable.js';
import { RequestError } from '../request-error.js';
import { readBytes } from '../walk/read-bytes.js';
import { skipReasons } from '../walk/skip-reasons.js';

/** In bytes. */
const maxSize = 1024 * 1024;

/**
 * Reads a file that contains a token's body, its policies or an API response, and returns the names of the permission groups that it allows. If the file is
 * invalid, throws a {@link RequestError} with the position but none of the content.
 */
export function grantedIn(path: string, shownPath: string): readonly string[] {
  const refuse = (problem: string): never => {
    throw new RequestError(`${printable(shownPath)}${problem}.`);
  };
  const bytes = readBytes(path, { maxSize });
  if (typeof bytes === 'string') return refuse(`: ${bytes === 'tooLarge' ? 'larger than 1 MB' : skipReasons[bytes].text}`);
  let value: unknown;
  try {
    value = jsonValue(bytes.toString());
  } catch (error) {
    // The parser's message may quote the text.
    const { line, column } = error as { readonly line?: number; readonly column?: number };
    return refuse(`${line === undefined ? '' : `:${String(line)}:${String(column)}`}: not valid JSON`);
  }
  const granted = grantedBy(value);
  return typeof granted === 'string' ? refuse(`: ${granted}`) : granted;
}

/** The same for a parsed value; returns a string with the problem if it is invalid. */
export function grantedBy(value: unknown): readonly string[] | string {
  const found = policiesIn(value);
  if (!found) return 'neither a token nor its policies: there is no list called policies, nor is it one';
  const { key, policies } = found;
  const names: string[] = [];
  const problem = firstProblem(policies, (policy, index) => {
    const own = `${key}[${String(index)}]`;
    if (!isObject(policy)) return `${own} must be an object`;
    const { effect, permission_groups: groups } = policy;
    if (effect !== undefined && effect !== 'allow' && effect !== 'deny') return `${own}.effect must be allow or deny`;
    if (!Array.isArray(groups)) return `${own}.permission_groups must be a list`;
    return firstProblem(groups as readonly unknown[], (group, place) => {
      const name = nameOf(group);
      if (name === undefined) return `${own}.permission_groups[${String(place)}] must be an object with an id or a name`;
      if (effect !== 'deny') names.push(name);
      return undefined;
    });
  });
  return problem ?? names;
}

/** Number of nested `result` properties to look into: an API response has the token in one. */
const MAX_RESULTS = 2;

function policiesIn(value: unknown, depth = 0): { readonly key: string; readonly policies: readonly unknown[] } | undefined {
  if (Array.isArray(value)) return { key: 'policies', policies: value };
  if (!isObject(value)) return undefined;
  const { policies, result } = value;
  if (Array.isArray(policies)) return { key: 'policies', policies };
  return depth < MAX_RESULTS ? policiesIn(result, depth + 1) : undefined;
}

function nameOf(group: unknown): string | undefined {
  if (!isObject(group)) return undefined;
  const { id, name } = group;
  const known = typeof id === 'string' ? knownGroup(id)?.name : undefined;
  const told = [known, name, id].find((each) => typeof each === 'string' && each !== '');
  return told as string | undefined;
}
