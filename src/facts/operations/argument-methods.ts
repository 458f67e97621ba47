import type { Call } from '../../source/model.js';
import { alternatives, get, presentValue, literal } from '../../source/values.js';

/**
 * Returns the HTTP method of a call of an unknown function, judged by its name and arguments: `{ method: 'PUT' }`, `('PUT', …)`, `api.put(…)`. `GET`
 * by default.
 */
export function methodOf(call: Call): string {
  const { callee } = call;
  const member = callee.kind === 'name' ? (callee.path.at(-1) ?? '').replace(/^_+/, '') : '';
  return namedMethod(call) ?? inCapitals(isMethod(member) ? member : 'GET');
}

/** Returns the HTTP method that is passed to a call. */
export function namedMethod({ arguments: values }: Call): string | undefined {
  const [name] = values
    .flatMap(alternatives)
    .flatMap((value) => {
      const method = value.kind === 'table' ? presentValue(get(value, 'method')) : value;
      return (method && literal(method)) ?? [];
    })
    .filter(isMethod);
  return name === undefined ? undefined : inCapitals(name);
}

function inCapitals(name: string): string {
  return name.toUpperCase().replace(/^DEL$/, 'DELETE');
}

function isMethod(name: string): boolean {
  return /^(?:get|post|put|patch|delete|del)$/i.test(name);
}
