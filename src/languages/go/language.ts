/** The description of Go for the evaluator. */
import { expressions } from '../javascript/expressions.js';
import type { Language } from '../javascript/reading.js';
import { readSegments } from '../lowering/literals.js';
import { spelling } from './edits.js';
import { readGoMember } from './values/members.js';
import { standardCall } from './values/standard-library.js';

export const go: Language = {
  name: 'go',
  expressions: { ...expressions, Literal: readSegments, MemberExpression: readGoMember },
  standardCall,
  writing: { Set: 'sets', Add: 'adds', Del: 'removes' },
  growing: new Set(['push']),
  lookups: new Set(['Get']),
  joining: new Set(['+']),
  composing: new Set(['String']),
  decoding: new Set(['DecodeString', 'Join', 'Sprint', 'Sprintf', 'TrimSpace']),
  naming: new Set(['F', 'NewOpt', 'Ptr', 'Sprintf', 'String', 'TrimSpace', 'DecodeString']),
  mayConstruct: ({ type }) => type === 'NewExpression',
  // https://pkg.go.dev/os/exec
  runners: {
    mentioned: /\bexec\.Command/,
    functions: [{ modules: /^go:os\/exec$/, programs: /^Command(?:Context)?$/ }],
  },
  edits: spelling,
};
