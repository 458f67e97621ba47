/** The description of Python for the evaluator. */
import type { TSESTree } from '@typescript-eslint/types';
import { expressions } from '../javascript/expressions.js';
import type { Language } from '../javascript/reading.js';
import { readSegments } from '../lowering/literals.js';
import { spelling } from './edits/index.js';
import { readPythonMember } from './values/members.js';
import { readBinary } from './values/operators.js';
import { standardCall } from './values/standard-library.js';

/** Classes of other files are called like functions, so naming conventions decide: https://peps.python.org/pep-0008/#class-names. */
function isNamedLikeClass({ type, callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  return type === 'NewExpression' || (name.type === 'Identifier' && /^_*[A-Z]/.test(name.name));
}

export const python: Language = {
  name: 'python',
  expressions: { ...expressions, BinaryExpression: readBinary, Literal: readSegments, MemberExpression: readPythonMember },
  standardCall,
  writing: { pop: 'removes', setdefault: 'adds', update: 'sets' },
  growing: new Set(['add', 'append', 'extend', 'insert']),
  lookups: new Set(['get', 'pop']),
  joining: new Set(['+', '%']),
  composing: new Set(['decode', 'encode', 'format', 'join', 'lstrip', 'rstrip', 'strip']),
  decoding: new Set(['b64decode', 'dedent', 'join', 'standard_b64decode', 'str', 'urlsafe_b64decode', 'urljoin']),
  naming: new Set(['SecretStr', 'Secret', 'b64decode', 'dedent', 'join', 'str', 'urlsafe_b64decode', 'dict', 'MappingProxyType']),
  mayConstruct: isNamedLikeClass,
  // https://docs.python.org/3/library/subprocess.html, https://docs.python.org/3/library/os.html, https://docs.python.org/3/library/asyncio-subprocess.html
  runners: {
    mentioned: /\bsubprocess\b|\bos\.(?:system|popen|exec|spawn)|create_subprocess/,
    functions: [
      { modules: /^py:os$/, lines: /^(?:system|popen)$/ },
      {
        modules: /^py:subprocess$/,
        lines: /^(?:getoutput|getstatusoutput)$/,
        programs: /^(?:run|call|check_call|check_output|Popen)$/,
      },
      { modules: /^py:asyncio$/, lines: /^create_subprocess_shell$/, programs: /^create_subprocess_exec$/ },
    ],
  },
  edits: spelling,
};
