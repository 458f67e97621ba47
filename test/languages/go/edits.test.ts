/** What is suggested for programs in Go. */
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { parseGo } from '../../../src/languages/go/parser.js';
import { applied, lint } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';

const token = prefixed('cfut_', random(33));

/** The program after the first suggestion of each hardcoded credential, one at a time. */
function suggested(code: string): readonly string[] {
  return lint(code, plugin.configs.strict.rules as Linter.RulesRecord, 'program.go')
    .filter(({ ruleId }) => ruleId === 'cloudflare-auth/no-hardcoded-credentials')
    .flatMap(({ suggestions: [first] = [] }) => (first ? [applied(code, first)] : []));
}

const read = 'os.Getenv("CLOUDFLARE_API_TOKEN")';

it.each([
  [`package p\n\nvar token = "${token}"\n`, `package p\n\nimport "os"\n\nvar token = ${read}\n`],
  [`package p\n\nimport "fmt"\n\nvar token = "${token}"\n`, `package p\n\nimport "fmt"\nimport "os"\n\nvar token = ${read}\n`],
  [
    `package p\n\nimport sys "os"\n\nvar token = "${token}"\n`,
    `package p\n\nimport sys "os"\n\nvar token = sys.Getenv("CLOUDFLARE_API_TOKEN")\n`,
  ],
  [
    `package p\n\nimport (\n\t"fmt"\n\t"strings"\n\n\t"example.org/a"\n)\n\nfunc f() {\n\tuse("Bearer ${token}")\n}\n`,
    `package p\n\nimport (\n\t"fmt"\n\t"os"\n\t"strings"\n\n\t"example.org/a"\n)\n\nfunc f() {\n\tuse("Bearer " + ${read})\n}\n`,
  ],
  [`package p\n\nimport (\n\t"fmt"\n)\n\nvar token = \`${token}\`\n`, `package p\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nvar token = ${read}\n`],
])('reads %j from the environment', (code, mended) => {
  expect(suggested(code)).toEqual([mended]);
  expect(suggested(mended)).toEqual([]);
  expect(parseGo(mended).errors).toBe(0);
});

it.each([
  ['a constant', `package p\n\nconst token = "${token}"\n`],
  ['a constant among others', `package p\n\nconst (\n\ta     = 1\n\ttoken = "${token}"\n)\n`],
  ['a tag', `package p\n\ntype T struct {\n\tA string \`a:"${token}"\`\n}\n`],
  ['another os', `package p\n\nvar os = 1\n\nvar token = "${token}"\n`],
  ['the middle of a string', `package p\n\nvar token = "a ${token} b"\n`],
])('suggests nothing for %s', (_, code) => {
  expect(suggested(code)).toEqual([]);
});
