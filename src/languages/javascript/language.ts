/** The semantics of JavaScript and TypeScript, for the evaluator. */
import { editWriter } from './edits/index.js';
import { expressions } from './expressions.js';
import type { Language } from './reading.js';
import type { Runner } from './runners.js';
import { readRequire } from './modules/imports.js';
import { standardCall } from './values/standard-library/standard-library.js';

/** Sources: https://nodejs.org/api/child_process.html, and the README of each package, November 2026. */
const runners: readonly Runner[] = [
  { modules: /^(?:node:)?child_process$/, lines: /^exec(?:Sync)?$/, programs: /^(?:spawn|execFile)(?:Sync)?$/ },
  { modules: /^execa$/, lines: /^execaCommand(?:Sync)?$/, programs: /^(?:execa(?:Sync)?)?$/, tags: /^(?:\$(?:\.sync)?|execa)?$/ },
  { modules: /^shelljs$/, lines: /^exec$/ },
  { modules: /^(?:cross-spawn|nano-spawn)$/, programs: /^(?:sync|default)?$/ },
  { modules: /^tinyexec$/, programs: /^(?:x|exec)$/ },
  { modules: /^@actions\/exec$/, lines: /^(?:exec|getExecOutput)$/ },
  { modules: /^(?:zx|bun)$/, tags: /^\$$/ },
  { modules: /^shellac$/, tags: /^(?:default|in|bg)?$/ },
];

/** Matches programs that may run commands. Most programs do not match. */
const mayRun = /child_process|execa|shelljs|-spawn|tinyexec|@actions\/exec|shellac|\bzx\b|['"]bun['"]|\bBun\.spawn|\$`/;

export const javascript: Language = {
  name: 'javascript',
  expressions,
  standardCall: (reading, node, frame) => readRequire(reading, node) ?? standardCall(reading, node, frame),
  writing: { append: 'adds', delete: 'removes', set: 'sets', setRequestHeader: 'sets' },
  growing: new Set(['push', 'unshift', 'splice']),
  lookups: new Set(),
  joining: new Set(['+']),
  composing: new Set(['concat', 'join', 'toString', 'trim', 'trimEnd', 'trimStart']),
  decoding: new Set(['atob', 'concat', 'decodeURIComponent', 'from', 'String']),
  naming: new Set([
    '$state',
    'asValue',
    'createSignal',
    'output',
    'ref',
    'shallowRef',
    'signal',
    'useRef',
    'useState',
    'writable',
    'atob',
    'catch',
    'concat',
    'decodeURIComponent',
    'default',
    'defineConfig',
    'fallback',
    'freeze',
    'from',
    'join',
    'Map',
    'nullable',
    'nullish',
    'optional',
    'seal',
    'secret',
    'String',
    'unsafePlainText',
    'withDefault',
  ]),
  mayConstruct: ({ type, callee }) => type === 'NewExpression' || callee.type === 'Super',
  printsFields: true,
  runners: { mentioned: mayRun, functions: runners },
  edits: editWriter,
};
