import { isUnrelated, otherWorkflow, unrelatedActions, workflowFile } from '../../cloudflare/settings/workflows.js';
import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import type { Call, Entry, SourceFile, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { beginningIn } from '../../source/span.js';
import { get, presentValue, literal, shape } from '../../source/values.js';
import { environment } from '../program/environment.js';
import type { Sharing } from './sharing.js';
import { sources } from '../credentials/sources.js';

/** Returns secrets that a workflow exposes to steps that do not need them, or passes to another repository's workflow. */
export const workflowSharings = perFile((file: SourceFile): readonly Sharing[] => {
  const workflow = workflowFile.test(file.path.replaceAll('\\', '/')) ? file.tables.find(({ names }) => names.length === 0) : undefined;
  const jobs = workflow ? tableAt(workflow, 'jobs') : undefined;
  if (!workflow || !jobs) return [];
  const all = jobs.entries.flatMap(({ key, value }) => (value.kind === 'table' ? [{ name: key, job: value }] : []));
  return [
    ...shownTo(
      file,
      workflow,
      'The workflow',
      all.flatMap(({ job }) => stepsOf(job)),
    ),
    ...all.flatMap(({ name, job }) => [...shownTo(file, job, `The job \`${name}\``, stepsOf(job)), ...inherited(file, job)]),
  ];
});

function tableAt(table: Table, key: string): Table | undefined {
  const value = presentValue(get(table, key));
  return value?.kind === 'table' ? value : undefined;
}

function stepsOf(job: Table): readonly Table[] {
  const steps = presentValue(get(job, 'steps'));
  return steps?.kind === 'list' ? steps.items.filter((step) => step.kind === 'table') : [];
}

/** Returns the secrets in the environment of all `steps`, if one of the steps certainly does not need them. */
function shownTo(file: SourceFile, holder: Table, to: string, steps: readonly Table[]): readonly Sharing[] {
  const sourceOf = sources(file);
  const isSecret = ({ key, value, keyAt: at }: Entry): boolean =>
    value.kind === 'name' &&
    value.path[0] === 'secrets' &&
    (sourceOf({ kind: 'name', path: ['env', key], at }) ?? sourceOf(value)) !== undefined;
  return (tableAt(holder, 'env')?.entries ?? []).filter(isSecret).flatMap(({ key, at }): readonly Sharing[] => {
    const needless = steps.map((step) => needlessIn(file, step, key)).filter((each) => each !== undefined);
    // Installing runs third-party code, so it is named before other steps.
    const before = needless.find((each) => installing.test(each)) ?? needless.find((each) => each.includes('/')) ?? needless[0];
    return before === undefined || steps.length < 2 ? [] : [{ at, how: 'steps', variable: key, to, before }];
  });
}

/** Returns what a step does if it does not need a variable; undefined if it might. */
function needlessIn(file: SourceFile, step: Table, variable: string): string | undefined {
  const uses = textAt(step, 'uses');
  if (uses !== undefined) return unrelatedActions.test(uses) ? uses.split('@')[0] : undefined;
  const run = presentValue(get(step, 'run'));
  if (run?.kind !== 'text' || shape(run).includes(variable)) return undefined;
  const commands = beginningIn(file.calls, run.at).map(commandOf);
  const [first] = commands;
  return first && commands.every(({ name, word }) => isUnrelated(name, word))
    ? (commands.find(({ spoken }) => installing.test(spoken)) ?? first).spoken
    : undefined;
}

interface Command {
  readonly name: string;
  readonly word: string;
  readonly spoken: string;
}

function commandOf({ callee, arguments: [first] }: Call): Command {
  const name = (callee.kind === 'name' ? callee.path[0] : undefined) ?? '';
  const word = (first && literal(first)) ?? '';
  return { name, word, spoken: /^[a-z]/.test(word) ? `${name} ${word}` : name };
}

const installing = / (?:ci|i|install|clean-install)$/;

function textAt(table: Table, key: string): string | undefined {
  const value: Value | undefined = presentValue(get(table, key));
  return value?.kind === 'text' ? shape(value) : undefined;
}

/** Returns `secrets: inherit` beside a workflow of another repository. */
function inherited(file: SourceFile, job: Table): readonly Sharing[] {
  const to = textAt(job, 'uses');
  const entry = job.entries.find(({ key }) => key === 'secrets');
  if (to === undefined || !otherWorkflow.test(to) || !entry || literal(entry.value) !== 'inherit') return [];
  // Of the inherited secrets, only those that the file reads are known.
  const secret = environment(file).find(({ variable }) => isSecretVariable(variable));
  return secret ? [{ at: entry.at, how: 'inherited', variable: secret.variable, to: to.split('@')[0] ?? '', before: '' }] : [];
}
