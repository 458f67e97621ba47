/**
 * Ansible tasks that send requests. A task fails if its response is not the expected one, unless the task says otherwise.
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_error_handling.html
 */
import type { Call, Entry, Handler, Use } from '../../source/model.js';
import { type Datum, type Mapping, type Pair, written } from './datum.js';

const modules = /^(?:ansible\.(?:builtin|legacy)\.)?uri$/;

/** Requests of tasks as calls whose argument is a table. A task that registers its result may use it in any way. */
export function requestsOf({ pairs }: Mapping, entries: readonly Entry[]): readonly Call[] {
  return entries.flatMap(({ key, keyAt, value, at }): readonly Call[] => {
    if (!modules.test(key) || value.kind !== 'table') return [];
    const isRegistered = pairs.some((pair) => pair.key === 'register');
    const uses: readonly Use[] = isRegistered ? [{ path: [], isTest: false, isUnknown: true }] : [];
    const ignoring = pairs.find(ignores);
    const handler: Handler | undefined = ignoring && { at: ignoring.at, usesError: isRegistered, throws: false };
    const callee = { kind: 'name', path: ['ansible', 'uri'], at: keyAt } as const;
    const outcome = { uses, callbackUses: undefined, handler };
    return [{ kind: 'call', callee, arguments: [value], open: false, new: false, inside: [], outcome, at, calleeAt: keyAt }];
  });
}

/** Whether a task carries on whatever happens: `ignore_errors: true`, `failed_when: false`. */
function ignores({ key, value }: Pair): boolean {
  return (key === 'ignore_errors' && isBoolean(value, true)) || (key === 'failed_when' && isBoolean(value, false));
}

function isBoolean(datum: Datum, is: boolean): boolean {
  return datum.kind === 'scalar' && (datum.value === is || (is ? /^(?:yes|on)$/i : /^(?:no|off)$/i).test(written(datum)));
}
