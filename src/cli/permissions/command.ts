/** The `permissions` subcommand: lists the permissions that a token needs for a project's API calls. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { tokenForm } from '../../cloudflare/tokens/token-form.js';
import { scan } from '../check/scan.js';
import { progressOn } from '../progress.js';
import { redacted, redactedPath } from '../../redaction.js';
import { printable, printableJson } from '../reports/printable.js';
import { RequestError } from '../request-error.js';
import { walk } from '../walk/index.js';
import { verdict } from './check.js';
import { type Collected, collected } from './collect.js';
import { grantedIn } from './granted.js';
import { help } from './help.js';
import { WIDTH, wrapped } from './layout.js';
import { markdown } from './markdown.js';
import { tokenBody } from './policy.js';
import { isComplete, type Needs, type Report, report } from './report.js';
import { table } from './table.js';
import { terraform } from './terraform.js';
import { unresolvedSummary } from './words.js';

const options = {
  format: { type: 'string', short: 'f', default: 'table' },
  policy: { type: 'boolean', default: false },
  terraform: { type: 'boolean', default: false },
  link: { type: 'boolean', default: false },
  check: { type: 'string' },
  application: { type: 'string' },
  name: { type: 'string' },
  'ignore-pattern': { type: 'string', multiple: true, default: [] as string[] },
  concurrency: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the subcommand and returns its exit code. Throws a {@link RequestError} if the request cannot be carried out. */
export async function permissions(given: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(given);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const format = formatOf(values);
  const granted = values.check === undefined ? undefined : grantedIn(resolve(values.check), values.check);
  const folder = folderAround(positionals, process.cwd());
  const found = report(await collect(positionals, folder, values), {
    exists: (path) => existsSync(join(folder, path)),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  });
  const chosen = application(found, values);
  if (granted) {
    const { text, code } = verdict(chosen, granted);
    process.stdout.write(text);
    return code;
  }
  if (values.policy || values.terraform || values.link) return asToken(chosen, values.name ?? nameFor(chosen, found), values);
  process.stdout.write(format(values.application === undefined ? found : { applications: [chosen], total: chosen }));
  return 0;
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    // Keep only the first sentence: the rest of Node's message is general advice on options.
    throw new RequestError(`${printable((error as Error).message.split('. ')[0] ?? '')}.`);
  }
}

type Values = ReturnType<typeof parsed>['values'];

const formats: Readonly<Record<string, (found: Report) => string>> = {
  table,
  markdown,
  json: (found) => `${printableJson(found, (key, value) => (key === 'operation' ? undefined : value))}\n`,
};

function formatOf({ format: name }: Values): (found: Report) => string {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) throw new RequestError(`There is no format ${quoted(name)}. There are: ${Object.keys(formats).join(', ')}.`);
  return format;
}

/** The nearest folder that contains the working directory and all paths. File names in the report are relative to it. */
function folderAround(paths: readonly string[], cwd: string): string {
  return paths.reduce((folder, path) => commonFolder(folder, resolve(cwd, path)), cwd);
}

function commonFolder(folder: string, path: string): string {
  const isBelow = (outer: string): boolean => path === outer || path.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  let common = folder;
  while (!isBelow(common) && common !== dirname(common)) common = dirname(common);
  return common;
}

async function collect(paths: readonly string[], folder: string, values: Values): Promise<Collected> {
  const { files, warnings, missing } = walk(paths.length > 0 ? paths : ['.'], {
    cwd: process.cwd(),
    gitignore: true,
    ignorePatterns: values['ignore-pattern'],
  });
  if (missing.length > 0) throw new RequestError(missing.map((path) => `There is no file or folder ${quoted(path)}.`).join('\n'));
  const progress = progressOn();
  const scanned = await scan(files, {
    settings: { sources: { preset: 'recommended' }, inline: false, fix: 'off', suggestions: false, uses: true },
    concurrency: concurrencyOf(values.concurrency),
    onProgress: progress.show,
  }).finally(progress.clear);
  for (const warning of [...warnings, ...scanned.warnings]) note(warning);
  return collected(scanned.files, files, folder);
}

function concurrencyOf(value: string | undefined): number | undefined {
  if (value === undefined || value === 'auto') return undefined;
  if (value !== 'off' && !/^\d{1,6}$/.test(value)) throw new RequestError('The option --concurrency takes a whole number, auto or off.');
  return value === 'off' ? 1 : Number(value);
}

function application({ applications, total }: Report, { application: name }: Values): Needs {
  if (name === undefined) return applications.length === 1 ? (applications[0] ?? total) : total;
  const plain = name.replace(/\/$/, '');
  const found = applications.find((each) => each.name === plain || each.folder === plain);
  if (found) return found;
  const names = applications.map((each) => printable(each.name)).join(', ');
  throw new RequestError(`There is no application ${quoted(name)}.${names === '' ? '' : ` There are: ${names}.`}`);
}

function nameFor(chosen: Needs, { total }: Report): string {
  return chosen.name === total.name ? 'least-privilege' : printable(chosen.name);
}

/** Prints the token in one of the forms from which it can be created. */
function asToken(needs: Needs, name: string, values: Values): 0 | 2 {
  const { grants } = needs;
  if (grants.length === 0) {
    note(
      isComplete(needs)
        ? "There is no policy to write: no call of Cloudflare's API that needs a permission was found."
        : `There is no policy to write: ${unresolvedSummary(needs)}.`,
    );
    return 2;
  }
  const byHand = grants.filter(({ id }) => id === undefined).map((grant) => grant.name);
  const body = tokenBody({ ...needs, name }, new Date());
  if (body.policies.length === 0 && !values.link) {
    note(`There is no policy to write: the ids of these permissions are not known: ${byHand.join(', ')}.`);
    return 2;
  }
  if (values.policy) process.stdout.write(`${printableJson(body)}\n`);
  else if (values.terraform)
    process.stdout.write(
      terraform(
        body,
        grants.some(({ scope }) => scope === 'user'),
      ),
    );
  else {
    const { url, left } = tokenForm(name, grants);
    process.stdout.write(`${url}\n`);
    byHand.push(...left);
  }
  if (byHand.length > 0) note(`To be added by hand: ${[...new Set(byHand)].join(', ')}.`);
  if (!isComplete(needs)) note(`It may need more: ${unresolvedSummary(needs)}. The table lists them.`);
  return 0;
}

/** User input in quotes, safe to print. */
function quoted(text: string): string {
  return `"${printable(redacted(text))}"`;
}

/** Prints a sentence to stderr. File names in it may contain anything. */
function note(text: string): void {
  process.stderr.write(`${wrapped(printable(redactedPath(text)), WIDTH).join('\n')}\n`);
}
