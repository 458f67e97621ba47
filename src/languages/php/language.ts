/** PHP, as the evaluator has to know it. */
import { expressions } from '../javascript/expressions.js';
import type { Language } from '../javascript/reading.js';
import { readStretches } from '../lowering/literals.js';
import { readPhpMember } from './values/members.js';
import { standardCall } from './values/standard-library.js';

export const php: Language = {
  name: 'php',
  expressions: { ...expressions, Literal: readStretches, MemberExpression: readPhpMember },
  standardCall,
  writing: { offsetSet: 'sets', put: 'sets' },
  growing: new Set(['push']),
  lookups: new Set(),
  joining: new Set(['+']),
  composing: new Set(['toString']),
  decoding: new Set(['base64_decode', 'implode', 'rtrim', 'sprintf', 'trim']),
  naming: new Set(['base64_decode', 'rtrim', 'sprintf', 'strval', 'trim']),
  mayConstruct: ({ type }) => type === 'NewExpression',
  // What runs commands belongs to no module, by which runners are told.
  runners: { mentioned: /\bshell_exec\b/, functions: [] },
  edits: () => ({}),
};
