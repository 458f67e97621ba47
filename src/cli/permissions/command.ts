/** `permissions`: which permissions a token needs for what a project does. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { tokenForm } from '../../cloudflare/tokens/token-form.js';
import { difference, grantedBy, inWords } from './check.js';
import { usesIn } from './collect.js';
import { scan } from '../check/scan.js';
import { printable } from '../reports/printable.js';
import { progressOn } from '../progress.js';
import { RequestError } from '../request-error.js';
import { walk } from '../walk/index.js';
import { help } from './help.js';
import { markdown } from './markdown.js';
import { tokenBody } from './policy.js';
import { type Needs, type Report, report } from './report.js';
import { table } from './table.js';
import { terraform } from './terraform.js';

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

/** Runs the command; gives its exit code. */
export async function permissions(given: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const cwd = process.cwd();
    const folder = folderAround(positionals, cwd);
    const uses = await usesBelow(positionals, folder, values);
    const found = report(uses, {
      exists: (path) => existsSync(join(folder, path)),
      read: (path) => readFileSync(join(folder, path), 'utf8'),
    });
    return told(found, values);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** The nearest folder that holds the working directory and all paths: what names of files are told from. */
function folderAround(paths: readonly string[], cwd: string): string {
  return paths.reduce((folder, path) => commonFolder(folder, resolve(cwd, path)), cwd);
}

function commonFolder(folder: string, path: string): string {
  const isBelow = (outer: string): boolean => path === outer || path.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  let common = folder;
  while (!isBelow(common) && common !== dirname(common)) common = dirname(common);
  return common;
}

async function usesBelow(paths: readonly string[], folder: string, values: Values): Promise<ReturnType<typeof usesIn>> {
  const { files, warnings, missing } = walk(paths.length > 0 ? paths : ['.'], {
    cwd: process.cwd(),
    gitignore: true,
    ignorePatterns: values['ignore-pattern'],
  });
  if (missing.length > 0) throw new RequestError(`There is no file or folder ${JSON.stringify(missing[0])}.`);
  const progress = progressOn();
  const scanned = await scan(files, {
    settings: { sources: { preset: 'recommended' }, inline: false, fix: 'off', uses: true },
    concurrency: concurrencyOf(values.concurrency),
    onProgress: progress.show,
  }).finally(progress.clear);
  for (const warning of [...warnings, ...scanned.warnings]) process.stderr.write(`${printable(warning)}\n`);
  return usesIn(scanned.files, folder);
}

function concurrencyOf(value: string | undefined): number | undefined {
  if (value === undefined || value === 'auto') return undefined;
  if (value !== 'off' && !/^\d{1,6}$/.test(value)) throw new RequestError('The option --concurrency takes a whole number, auto or off.');
  return value === 'off' ? 1 : Number(value);
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function told(found: Report, values: Values): number {
  const chosen = application(found, values);
  if (values.check !== undefined) return checked(chosen, values.check);
  const name = values.name ?? (chosen.name === found.total.name ? 'least-privilege' : chosen.name);
  const body = tokenBody({ ...chosen, name }, new Date());
  const noted = [...chosen.grants.filter(({ id }) => id === undefined).map((grant) => grant.name)];
  if (values.policy) process.stdout.write(`${JSON.stringify(body, undefined, 2)}\n`);
  else if (values.terraform)
    process.stdout.write(
      terraform(
        body,
        chosen.grants.some(({ scope }) => scope === 'user'),
      ),
    );
  else if (values.link) {
    const { url, left } = tokenForm(name, chosen.grants);
    process.stdout.write(`${url}\n`);
    noted.push(...left);
  } else {
    process.stdout.write(formatted(values.application === undefined ? found : { applications: [chosen], total: chosen }, values.format));
    return 0;
  }
  if (noted.length > 0) process.stderr.write(`To be added by hand: ${[...new Set(noted)].join(', ')}.\n`);
  if (chosen.unclear.length + chosen.unnamed.length > 0)
    process.stderr.write('Some calls are unknown, or their permissions are; the table lists them.\n');
  return 0;
}

function application({ applications, total }: Report, { application: name }: Values): Needs {
  if (name === undefined) return applications.length === 1 ? (applications[0] ?? total) : total;
  const plain = name.replace(/\/$/, '');
  const found = applications.find((each) => each.name === plain || each.folder === plain);
  if (!found) throw new Error(`There is no application "${name}". There are: ${applications.map((each) => each.name).join(', ')}.`);
  return found;
}

function formatted(found: Report, format: string): string {
  if (format === 'table') return table(found);
  if (format === 'markdown') return markdown(found);
  if (format === 'json') return `${JSON.stringify(found, undefined, 2)}\n`;
  throw new Error(`There is no format "${format}". There are: table, markdown, json.`);
}

function checked(needs: Needs, path: string): number {
  const granted = grantedBy(JSON.parse(readFileSync(resolve(path), 'utf8')));
  if (!granted) throw new Error(`${path} holds no policies.`);
  const words = inWords(difference(needs, granted));
  process.stdout.write(words === '' ? 'The policy grants just what is needed.\n' : words);
  return words === '' ? 0 : 1;
}
