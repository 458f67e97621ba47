import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

/** What the command knows of the machine. */
export interface Surroundings {
  readonly cwd: string;
  readonly exists: (path: string) => boolean;
  /** The embedded configuration. */
  readonly config: string;
  /** Our own formatters, by name. */
  readonly formats: Readonly<Record<string, string>>;
}

export interface EslintCall {
  /** The folder to run in. */
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly strict: boolean;
}

/** Options of ESLint that take a value, so that the value is not taken for a path. */
const withValue = new Set(
  (
    '-c --config --env --ext --global --parser --parser-options --plugin --rule --rulesdir --fix-type --ignore-pattern --stdin-filename ' +
    '--max-warnings -o --output-file -f --format --cache-file --cache-location --cache-strategy --concurrency --flag --report-unused-disable-directives-severity ' +
    '--suppress-rule --suppressions-location --print-config'
  ).split(' '),
);

/** Options whose value is a file to write or read, told from the folder the command was called in. */
const withFile = new Set([
  '-o',
  '--output-file',
  '--cache-file',
  '--cache-location',
  '--suppressions-location',
  '--stdin-filename',
  '--print-config',
]);

/**
 * The call of ESLint that a call of our command stands for. ESLint lints nothing outside the folder it runs in, so that is the nearest one that
 * holds all paths; file names among the options are made absolute to stay what they were.
 */
export function eslintArguments(given: readonly string[], { cwd, exists, config, formats }: Surroundings): EslintCall {
  const options: string[] = [];
  const paths: string[] = [];
  let strict = false;
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? '';
    const [name = '', inline] = argument.startsWith('--') && argument.includes('=') ? splitOnce(argument) : [argument];
    if (argument === '--') {
      paths.push(...given.slice(index + 1));
      break;
    }
    if (argument === '--strict') strict = true;
    else if (!argument.startsWith('-')) paths.push(argument);
    else if (withValue.has(name)) {
      const value = inline ?? given[(index += 1)];
      options.push(name, ...(value === undefined ? [] : [valueOf(name, value, cwd, formats)]));
    } else options.push(argument);
  }
  const isGlob = (path: string): boolean => !exists(resolve(cwd, path));
  const folder = paths.filter((path) => !isGlob(path)).reduce((common, path) => commonFolder(common, resolve(cwd, path)), cwd);
  const moved = folder === cwd ? paths : paths.map((path) => (isGlob(path) ? path : relative(folder, resolve(cwd, path)) || '.'));
  if (!options.includes('-f') && !options.includes('--format'))
    options.push(...(formats['readable'] ? ['--format', formats['readable']] : []));
  return { cwd: folder, argv: ['--no-config-lookup', '--config', config, ...options, '--', ...moved], strict };
}

function splitOnce(argument: string): readonly [string, string] {
  const at = argument.indexOf('=');
  return [argument.slice(0, at), argument.slice(at + 1)];
}

function valueOf(option: string, value: string, cwd: string, formats: Surroundings['formats']): string {
  if (withFile.has(option)) return isAbsolute(value) ? value : join(cwd, value);
  return option === '-f' || option === '--format' ? (formats[value] ?? value) : value;
}

/** The nearest folder that holds both; `path` may be a file. */
function commonFolder(folder: string, path: string): string {
  let common = folder;
  while (path !== common && !path.startsWith(common.endsWith(sep) ? common : common + sep) && common !== parse(common).root)
    common = dirname(common);
  return common;
}
