/** What is suggested for programs in PHP. */
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { parsePhp } from '../../../src/languages/php/parser.js';
import { applied, lint } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';

const token = prefixed('cfut_', random(34));

/** The program after the first suggestion of each hardcoded credential, one at a time. */
function suggested(code: string): readonly string[] {
  return lint(code, plugin.configs.strict.rules as Linter.RulesRecord, 'program.php')
    .filter(({ ruleId }) => ruleId === 'cloudflare-auth/no-hardcoded-credentials')
    .flatMap(({ suggestions: [first] = [] }) => (first ? [applied(code, first)] : []));
}

it.each([
  [`$token = '${token}';`, "$token = getenv('CLOUDFLARE_API_TOKEN');"],
  [`$headers = ["Authorization: Bearer ${token}"];`, '$headers = ["Authorization: Bearer " . getenv("CLOUDFLARE_API_TOKEN")];'],
  [`return ['zone' => env('ZONE'), 'token' => '${token}'];`, "return ['zone' => env('ZONE'), 'token' => env('CLOUDFLARE_API_TOKEN')];"],
  [`$token = getenv('CF_API_TOKEN') ?: '${token}';`, "$token = getenv('CF_API_TOKEN');"],
  [`$token = env('CF_API_TOKEN', '${token}');`, "$token = env('CF_API_TOKEN');"],
])('reads %j from the environment', (code, mended) => {
  expect(suggested(`<?php\n${code}\n`)).toEqual([`<?php\n${mended}\n`]);
  expect(parsePhp(`<?php\n${mended}\n`).errors).toBe(0);
});

it.each([
  ['a constant', `const TOKEN = '${token}';`],
  ['a property', `class A { private string $token = '${token}'; }`],
  ['a parameter', `function f($token = '${token}') {}`],
  ['the middle of a string', `$token = 'a ${token} b';`],
  ['a document', `$token = <<<A\n${token}\nA;`],
])('suggests nothing for %s', (_, code) => {
  expect(suggested(`<?php\n${code}\n`)).toEqual([]);
});
