/** The description of PHP for the evaluator. */
import { expressions } from '../javascript/expressions.js';
import type { Language } from '../javascript/reading.js';
import { spelling } from './edits.js';
import { readSegments } from '../lowering/literals.js';
import { readPhpMember } from './values/members.js';
import { standardCall } from './values/standard-library.js';

export const php: Language = {
  name: 'php',
  expressions: { ...expressions, Literal: readSegments, MemberExpression: readPhpMember },
  standardCall,
  writing: { offsetSet: 'sets', put: 'sets' },
  growing: new Set(['push']),
  lookups: new Set(),
  joining: new Set(['+']),
  composing: new Set(['toString']),
  decoding: new Set(['base64_decode', 'implode', 'rtrim', 'sprintf', 'trim']),
  naming: new Set(['base64_decode', 'rtrim', 'sprintf', 'strval', 'trim']),
  mayConstruct: ({ type }) => type === 'NewExpression',
  // https://www.php.net/manual/en/ref.exec.php, https://symfony.com/doc/current/components/process.html, https://laravel.com/docs/12.x/processes
  runners: {
    mentioned: /\b(?:exec|shell_exec|system|passthru|popen|proc_open|Process)\b|`/,
    functions: [
      {
        lines: /^(?:exec|shell_exec|system|passthru|popen|proc_open)$|(?:^|[\\.])Process\.(?:fromShellCommandline|run|start)$/,
        programs: /(?:^|\\)Process$/,
      },
    ],
  },
  edits: spelling,
};
