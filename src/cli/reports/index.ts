/** The report formats, by their names for `--format`. */
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { readable } from './readable.js';
import type { Report } from './report.js';
import { sarif } from './sarif.js';
import { stylish } from './stylish.js';

export const formats: Readonly<Record<string, Report>> = { readable, stylish, json, sarif, github, gitlab, junit };
