/** What is suggested for programs that nobody wrote: it parses, mends its finding, adds none, and is not suggested again. */
import type { Linter } from 'eslint';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { applied, lint } from '../lint.js';
import { prefixed, random } from '../made-up/credentials.js';
import { sampled } from '../made-up/scale.js';

const rules = plugin.configs.strict.rules as Linter.RulesRecord;
const secret = prefixed('cfut_', random(23));
const url = 'https://api.cloudflare.com/client/v4/zones';

const quote = fc.constantFrom("'", '"', '`');
const entry = fc.constantFrom("'Content-Type': 'application/json'", 'Accept: "*/*"', '...more', '[name]: value', 'method');
const between = fc.constantFrom(' ', '\n', '\n\t', '\n    ', ' /* , */ ', ' // }\n');

/** An object of entries in any order and layout. */
function object(...own: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.shuffledSubarray([...own], { minLength: own.length }), fc.array(entry, { maxLength: 3 }), between, fc.boolean())
    .map(
      ([mine, others, space, comma]) =>
        `{${space}${[...others, ...mine].join(`,${space}`)}${comma ? ',' : ''}${space.includes('//') ? '\n' : space}}`,
    );
}

const around = fc.constantFrom(
  (code: string) => code,
  (code: string) => `async function main() {\n  ${code}\n}\nmain();`,
  (code: string) => `export default { async fetch(request, env) { ${code}\n} };`,
  (code: string) => `if (ready) {\n\t${code}\n}`,
);

const credential = fc
  .tuple(
    quote,
    fc.constantFrom('', 'Bearer '),
    fc.constantFrom('const token = ', 'use(', 'const o = { cfToken: ', 'let t; t = process.env.CF_TOKEN ?? '),
  )
  .map(([q, before, start]) => `${start}${q}${before}${secret}${q}${start.endsWith('(') ? ')' : start.includes('{') ? ' }' : ''};`);

const globalKey = object("'X-Auth-Email': email", "'X-Auth-Key': key").map(
  (headers) => `await fetch('${url}', { headers: ${headers} }).then(check);`,
);

const created = object(
  "name: 'ci'",
  "policies: [{ effect: 'allow', permission_groups: [{ id: 'a' }], resources: { 'com.cloudflare.api.account.zone.*': '*' } }]",
).map((body) => `const zoneId = id(); const made = await new Cloudflare().user.tokens.create(${body}); keep(made.value);`);

const printed = fc
  .tuple(
    fc.constantFrom('console.log', 'console.error'),
    fc.constantFrom('process.env.CLOUDFLARE_API_TOKEN', '`is ${process.env.CLOUDFLARE_API_TOKEN}`'),
  )
  .map(([log, value]) => `${log}(${value});`);

const unchecked = fc
  .tuple(fc.constantFrom('await ', 'const answer = await '), fc.boolean())
  .map(([start, semicolon]) => `${start}fetch('${url}', { headers: { Authorization: 'Bearer ' + process.env.T } })${semicolon ? ';' : ''}`);

const program = fc
  .tuple(fc.oneof(credential, globalKey, created, printed, unchecked), around)
  .map(([code, placed]) => `import Cloudflare from 'cloudflare';\n${placed(code)}\n`);

const followed = /\/(?:no-credential-exposure|require-credential-rotation)$/;

const said = (messages: readonly Linter.LintMessage[], { ruleId, messageId }: Linter.LintMessage): number =>
  messages.filter((message) => message.ruleId === ruleId && message.messageId === messageId).length;

describe('suggestions for generated programs', () => {
  let tried = 0;
  it('mend their findings', () => {
    fc.assert(
      fc.property(program, (code) => {
        const before = lint(code, rules);
        for (const message of before) {
          for (const suggestion of message.suggestions ?? []) {
            tried += 1;
            const mended = applied(code, suggestion);
            const after = lint(mended, rules); // throws if it does not parse
            expect(suggestion.desc).not.toContain(secret.slice(0, 12));
            expect(said(after, message)).toBeLessThan(said(before, message));
            // What is read can be followed to where it gets out, and what is no longer printed is seen to be kept nowhere.
            const isNew = after.filter((each) => !followed.test(each.ruleId ?? '') && said(after, each) > said(before, each));
            expect(isNew.map(({ ruleId }) => ruleId)).toEqual([]);
            expect(after.flatMap(({ suggestions = [] }) => suggestions).map((again) => applied(mended, again))).not.toContain(mended);
          }
        }
      }),
      { numRuns: sampled(300, 60), seed: 7 },
    );
  });

  it('are many', () => expect(tried).toBeGreaterThan(sampled(200, 40)));
});
