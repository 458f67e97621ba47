/** The command: from its options to its output and exit code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { ConfigCommentParser } from '@eslint/plugin-kit';
import { version } from '../package.js';
import { redactedPath } from '../redaction.js';
import { baselineOf, readBaseline, withoutBaseline } from './baseline.js';
import { type Cache, cacheFile, defaultCachePath, openCache } from './check/cache.js';
import { checkStdin } from './check/stdin.js';
import { scan } from './check/scan.js';
import type { Settings } from './check/settings.js';
import type { Configuration } from './configuration/file.js';
import { findConfiguration } from './configuration/lookup.js';
import type { Settings as RuleSettings, SettingSources } from './configuration/settings.js';
import { printable } from './reports/printable.js';
import { countOf, type Options } from './options.js';
import { progressOn } from './progress.js';
import { formats } from './reports/index.js';
import type { Report, ReportOptions } from './reports/report.js';
import { RequestError } from './request-error.js';
import type { FileResult, Run } from './result.js';
import { filesFrom, walk } from './walk/index.js';

/** Carries out a request and returns the exit code. Throws a {@link RequestError} if that is not possible. */
export async function command(options: Options, cwd: string): Promise<number> {
  const { flags } = options;
  const report = reportOf(options);
  const maxWarnings = countOf(options, 'max-warnings');
  const configuration = await configurationOf(options, cwd);
  const sources: SettingSources = {
    preset: flags.has('strict') ? 'strict' : (configuration?.preset ?? 'recommended'),
    rules: configuration?.rules ?? {},
    overrides: configuration?.overrides ?? [],
    given: await givenSettings(options.values('rule')),
  };
  const settings: Settings = {
    sources,
    inline: !flags.has('no-inline-config'),
    fix: flags.has('fix-dry-run') ? 'output' : flags.has('fix') ? 'file' : 'off',
    suggestions: report === formats['json'],
    uses: false,
  };
  const baseline = baselinePath(options, configuration, cwd);
  const known = baseline === undefined || flags.has('update-baseline') ? undefined : readBaseline(baseline);
  for (const each of options.ignored) note(`${each} means nothing here and is ignored.`);
  const cache = flags.has('cache') ? openCache(cachePath(options, cwd), settings) : undefined;
  // A name for standard input means that there is one: other tools need no second option.
  const isPiped = flags.has('stdin') || (options.value('stdin-filename') !== undefined && options.paths.length === 0);
  const scanned = isPiped
    ? await checkStdin(options.value('stdin-filename'), settings, cwd)
    : await scanPaths(options, { settings, cache, cwd, ignores: configuration?.ignores ?? [] });
  const unsaved = cache?.save();
  const warnings = [...scanned.warnings, ...(unsaved === undefined ? [] : [`The cache cannot be written: ${unsaved}.`])];
  for (const warning of warnings) note(warning);
  const rules = report === formats['sarif'] ? (await import('./active-rules.js')).activeRules(sources) : [];
  const whole: Run = { cwd, files: scanned.files, warnings, rules, version };
  if (baseline !== undefined && flags.has('update-baseline')) {
    write(baselineOf(whole), baseline, cwd);
    note(`All findings of this run are known from now on: ${baseline}.`);
    return 0;
  }
  const run = known ? withoutBaseline(whole, known).run : whole;
  // The readable report includes this line itself.
  if (run.files.every(({ read }) => read === 'skipped') && report !== formats['readable']) note('Nothing to scan.');
  const shown = flags.has('quiet') ? { ...run, files: run.files.map(withoutWarnings) } : run;
  write(report(shown, appearance(options)), options.value('output-file'), cwd);
  return exitCode(run.files, maxWarnings);
}

async function configurationOf({ flags, value }: Options, cwd: string): Promise<Configuration | undefined> {
  const given = value('config');
  const path = given === undefined ? (flags.has('no-config-lookup') ? undefined : findConfiguration(cwd)) : resolve(cwd, given);
  return path === undefined ? undefined : (await import('./configuration/file.js')).readConfiguration(path);
}

function baselinePath({ flags, value }: Options, configuration: Configuration | undefined, cwd: string): string | undefined {
  const given = value('baseline');
  const path = given === undefined ? configuration?.baseline : resolve(cwd, given);
  if (path === undefined && flags.has('update-baseline'))
    throw new RequestError('--update-baseline needs --baseline FILE, or a baseline in the configuration file.');
  return path;
}

/** Parses the settings of `--rule`. */
async function givenSettings(written: readonly string[]): Promise<RuleSettings> {
  if (written.length === 0) return {};
  const { readSettings } = await import('./configuration/read-settings.js');
  return written.reduce<RuleSettings>((settings, each) => {
    const parsed = new ConfigCommentParser().parseJSONLikeConfig(each);
    if (!parsed.ok || Object.keys(parsed.config).length === 0)
      throw new RequestError(`--rule ${JSON.stringify(each)} is not understood. Write it as in --rule 'require-https: off'.`);
    const read = readSettings(parsed.config, '--rule');
    if (typeof read === 'string') throw new RequestError(read.endsWith('?') ? read : `${read}.`);
    return { ...settings, ...read };
  }, {});
}

interface ScanRequest {
  readonly settings: Settings;
  readonly cache: Cache | undefined;
  readonly cwd: string;
  readonly ignores: readonly string[];
}

async function scanPaths(options: Options, { settings, cache, cwd, ignores }: ScanRequest): ReturnType<typeof scan> {
  const list = options.value('files-from');
  const listed = list === undefined ? undefined : filesFrom(readList(list, cwd));
  const paths = options.paths.length === 0 && !listed ? ['.'] : options.paths;
  const progress = progressOn();
  try {
    const { files, warnings, missing } = walk(paths, {
      cwd,
      gitignore: !options.flags.has('no-ignore'),
      ignorePatterns: [...ignores, ...options.values('ignore-pattern')],
      ...(listed && { listed }),
    });
    if (missing.length > 0) throw new RequestError(missing.map((path) => `There is no file or folder ${JSON.stringify(path)}.`).join('\n'));
    const scanned = await scan(files, { settings, concurrency: threadsOf(options), cache, onProgress: progress.show });
    return { files: scanned.files, warnings: [...warnings, ...scanned.warnings] };
  } finally {
    progress.clear();
  }
}

function cachePath({ value }: Options, cwd: string): string {
  const location = value('cache-location');
  return location === undefined
    ? defaultCachePath(cwd)
    : cacheFile(/[/\\]$/.test(location) ? `${resolve(cwd, location)}/` : resolve(cwd, location));
}

/** Returns the number of threads. As in ESLint, `off` and `auto` are allowed as well. */
function threadsOf(options: Options): number | undefined {
  const written = options.value('concurrency');
  if (written === 'auto') return undefined;
  return written === 'off' ? 1 : countOf(options, 'concurrency');
}

function readList(path: string, cwd: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : resolve(cwd, path));
  } catch {
    throw new RequestError(`The list of files ${JSON.stringify(path)} cannot be read.`);
  }
}

function reportOf(options: Options): Report {
  const name = options.value('format') ?? 'readable';
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) throw new RequestError(`There is no format ${JSON.stringify(name)}. There are: ${Object.keys(formats).join(', ')}.`);
  return format;
}

function appearance({ flags, value }: Options): ReportOptions {
  const { stdout, env } = process;
  const isTerminal = stdout.isTTY && value('output-file') === undefined;
  return {
    colour: !flags.has('no-color') && (flags.has('color') || (isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb')),
    width: Math.max(40, Math.min((isTerminal && stdout.columns) || 80, 120)),
    verbose: flags.has('verbose'),
    statistics: flags.has('statistics'),
  };
}

function withoutWarnings(file: FileResult): FileResult {
  return { ...file, messages: file.messages.filter(({ severity }) => severity === 2) };
}

function exitCode(files: readonly FileResult[], maxWarnings: number | undefined): 0 | 1 {
  const severities = files.flatMap(({ messages }) => messages.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === 1).length;
  return warnings < severities.length || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0;
}

function write(report: string, path: string | undefined, cwd: string): void {
  const text = report === '' || report.endsWith('\n') ? report : `${report}\n`;
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(cwd, path), text);
  } catch (error) {
    throw new RequestError(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
  }
}

/** Prints one line to stderr. File names in it may contain anything. */
function note(line: string): void {
  process.stderr.write(`${printable(redactedPath(line))}\n`);
}
