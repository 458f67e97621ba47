/** Reads the command's configuration file, which is data, never code. */
import { dirname, resolve } from 'node:path';
import type { presets } from '../../presets.js';
import { jsonValue } from '../../languages/json/parser.js';
import { printable } from '../reports/printable.js';
import { RequestError } from '../request-error.js';
import { readBytes } from '../walk/read-bytes.js';
import { skipReasons } from '../walk/skip-reasons.js';
import { firstProblem, isObject, schemaProblem, unknownKey } from './schema-problem.js';
import { readSettings } from './read-settings.js';
import type { Override, Settings } from './settings.js';

/** The content of a configuration file. */
export interface Configuration {
  readonly preset?: keyof typeof presets;
  readonly rules: Settings;
  readonly overrides: readonly Override[];
  /** Patterns in the syntax of `.gitignore`. */
  readonly ignores: readonly string[];
  /** An absolute path. */
  readonly baseline?: string;
}

/** In bytes. */
const maxSize = 1024 * 1024;

/** Reads a configuration file. If it is invalid, throws a {@link RequestError} that names the key. */
export function readConfiguration(path: string): Configuration {
  const bytes = readBytes(path, { maxSize });
  const refuse = (problem: string): never => {
    throw new RequestError(`${printable(path)}: ${problem}.`);
  };
  if (typeof bytes === 'string') return refuse(bytes === 'tooLarge' ? 'larger than 1 MB' : skipReasons[bytes].text);
  let value: unknown;
  try {
    value = jsonValue(bytes.toString());
  } catch (error) {
    // The parser's message may quote the text.
    const { line, column } = error as { readonly line?: number; readonly column?: number };
    return refuse(`not valid JSON${line === undefined ? '' : ` at ${String(line)}:${String(column)}`}`);
  }
  const configuration = configurationOf(value, dirname(path));
  return typeof configuration === 'string' ? refuse(configuration) : configuration;
}

const texts = { type: 'array', items: { type: 'string' } } as const;
const keys = ['$schema', 'preset', 'rules', 'overrides', 'ignores', 'baseline'];

/** Validates a configuration; returns a string with the problem if it is invalid. */
function configurationOf(value: unknown, folder: string): Configuration | string {
  if (!isObject(value)) return 'the configuration must be an object';
  const { preset, rules: given = {}, overrides: givenOverrides = [], ignores = [], baseline } = value;
  const problem =
    unknownKey(value, keys) ??
    (preset === undefined ? undefined : schemaProblem(preset, { type: 'string', enum: ['recommended', 'strict'] }, 'preset')) ??
    schemaProblem(ignores, texts, 'ignores') ??
    (baseline === undefined ? undefined : schemaProblem(baseline, { type: 'string' }, 'baseline'));
  if (problem !== undefined) return problem;
  const rules = readSettings(given, 'rules');
  if (typeof rules === 'string') return rules;
  const overrides = readOverrides(givenOverrides);
  if (typeof overrides === 'string') return overrides;
  return {
    ...(preset !== undefined && { preset: preset as keyof typeof presets }),
    rules,
    overrides,
    ignores: ignores as readonly string[],
    ...(baseline !== undefined && { baseline: resolve(folder, baseline as string) }),
  };
}

function readOverrides(value: unknown): readonly Override[] | string {
  if (!Array.isArray(value)) return 'overrides must be a list';
  const overrides: Override[] = [];
  const problem = firstProblem(value as readonly unknown[], (each, index) => {
    const key = `overrides[${String(index)}]`;
    if (!isObject(each)) return `${key} must be an object`;
    const { files, rules: given } = each;
    const wrong = unknownKey(each, ['files', 'rules'], key) ?? schemaProblem(files, texts, `${key}.files`);
    if (wrong !== undefined) return wrong;
    const rules = readSettings(given, `${key}.rules`);
    if (typeof rules === 'string') return rules;
    overrides.push({ files: files as readonly string[], rules });
    return undefined;
  });
  return problem ?? overrides;
}
