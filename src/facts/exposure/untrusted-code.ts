import { untrustedCheckout, workflowFile } from '../../cloudflare/settings/workflows.js';
import type { Entry, SourceFile, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, presentValue, literal } from '../../source/values.js';
import { secretVariables } from '../program/environment.js';
import type { Exposure } from './exposure.js';

/**
 * Returns credentials within reach of code that anyone may submit: a workflow for `pull_request_target` checks it out and runs it with the
 * repository's secrets.
 */
export const untrustedCodeExposures = perFile((file: SourceFile): readonly Exposure[] => {
  const workflow = workflowFile.test(file.path.replaceAll('\\', '/')) ? file.tables.find(({ names }) => names.length === 0) : undefined;
  const event = workflow && presentValue(get(workflow, 'on', 'true'));
  if (!workflow || !event || !isStarted(event)) return [];
  const jobs = tableAt(workflow, 'jobs')?.entries ?? [];
  return jobs.flatMap(({ value }) => (value.kind === 'table' ? inJob(workflow, value, file) : []));
});

function isStarted(event: Value): boolean {
  if (event.kind === 'table') return event.entries.some(({ key }) => untrustedCheckout.event === key);
  const names = event.kind === 'list' ? event.items : [event];
  return names.some((name) => literal(name) === untrustedCheckout.event);
}

function inJob(workflow: Table, job: Table, file: SourceFile): readonly Exposure[] {
  const list = presentValue(get(job, 'steps'));
  const steps = list?.kind === 'list' ? list.items.filter((step) => step.kind === 'table') : [];
  const fetched = steps.findIndex((step) => fetches(step, file));
  const later = fetched < 0 ? [] : steps.slice(fetched + 1);
  const run = later.filter((step) => get(step, 'run') !== 'absent');
  if (run.length === 0) return [];
  const isSecret = secretVariables(file);
  const exposed = ({ key, at }: Entry): Exposure => ({
    at,
    how: 'untrusted',
    variable: key,
    by: untrustedCheckout.event,
    revealed: Infinity,
  });
  const secretOf = ({ value }: Entry): string => (value.kind === 'name' && value.path[0] === 'secrets' ? (value.path[1] ?? '') : '');
  const inEnvironment = [workflow, job, ...run].flatMap((holder) => tableAt(holder, 'env')?.entries ?? []);
  // What has run before an action may have changed what the action runs.
  const ofActions = later.slice(later.findIndex((step) => run.includes(step)) + 1).flatMap((step) => tableAt(step, 'with')?.entries ?? []);
  return [
    ...inEnvironment.filter((entry) => secretOf(entry) !== '' && isSecret(entry.key)),
    ...ofActions.filter((entry) => isSecret(secretOf(entry))),
  ].map(exposed);
}

/** Whether a step checks out the head of a pull request: `uses: actions/checkout`. */
function fetches(step: Table, { text }: SourceFile): boolean {
  const options = tableAt(step, 'with');
  const written = options?.entries.map(({ at }) => text.slice(at.start, at.end)).join('\n') ?? '';
  return untrustedCheckout.fetching.test(literal(presentValue(get(step, 'uses')) ?? step) ?? '') && untrustedCheckout.head.test(written);
}

function tableAt(table: Table, key: string): Table | undefined {
  const value = presentValue(get(table, key));
  return value?.kind === 'table' ? value : undefined;
}
