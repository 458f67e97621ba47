/** What is suggested for generated programs in Go and PHP: it parses, mends its finding and adds none, whatever ends the lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/cli/check/text.js';
import type { Message } from '../../src/cli/result.js';
import { parseGo } from '../../src/languages/go/parser.js';
import { parsePhp } from '../../src/languages/php/parser.js';
import { sampled } from '../made-up/scale.js';
import { prefixed, random } from '../made-up/credentials.js';
import { strictRules } from '../strict-rules.js';

const secret = prefixed('cfut_', random(57));
const url = 'https://api.cloudflare.com/client/v4/zones';

const check = (path: string, code: string): readonly Message[] =>
  checkText(code, path, { rules: strictRules, inline: true, suggestions: true }).messages;

const said = (messages: readonly Message[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { ruleId, messageId } of messages) counts.set(`${ruleId} ${messageId}`, (counts.get(`${ruleId} ${messageId}`) ?? 0) + 1);
  return counts;
};

const go = fc
  .record({
    key: fc.constantFrom('os.Getenv("CF_KEY")', 'key', 'keyFromEnv'),
    set: fc.constantFrom('Set', 'Add'),
    scheme: fc.constantFrom('https', 'http'),
    printed: fc.constantFrom(
      'log.Println("token", token)',
      'log.Printf("%d: token is %s", 1, token)',
      'fmt.Println(os.Getenv("CLOUDFLARE_API_TOKEN"))',
      'fmt.Printf("100%% %v\\n", token)',
      `use("Bearer ${secret}")`,
    ),
    keep: fc.boolean(),
  })
  .map(
    ({ key, set, scheme, printed, keep }) => `package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

var keyFromEnv = os.Getenv("CF_KEY")

func main() {
	key := os.Getenv("CF_KEY")
	token := os.Getenv("CLOUDFLARE_API_TOKEN")
	${printed}
	req, err := http.NewRequest("GET", "${url.replace('https', scheme)}", nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.${set}("X-Auth-Email", os.Getenv("CF_EMAIL"))
	req.Header.${set}("X-Auth-Key", ${key})
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(res.StatusCode, token != ""${keep ? ', key != "", keyFromEnv != ""' : ''})
}
`,
  );

const php = fc
  .record({
    headers: fc.constantFrom(
      `['X-Auth-Email' => getenv('CF_EMAIL'), 'X-Auth-Key' => getenv('DNS_SECRET')]`,
      `[\n    'Accept' => 'application/json',\n    'X-Auth-Key' => getenv('DNS_SECRET'),\n    'X-Auth-Email' => getenv('CF_EMAIL'),\n]`,
      `array("X-Auth-Email" => $email, "X-Auth-Key" => $key)`,
    ),
    lines: fc.constantFrom(
      `['X-Auth-Email: ' . getenv('CF_EMAIL'), 'X-Auth-Key: ' . getenv('DNS_SECRET')]`,
      `[\n    "X-Auth-Email: $email",\n    "X-Auth-Key: $key",\n    'Accept: application/json',\n]`,
    ),
    isCurl: fc.boolean(),
    scheme: fc.constantFrom('https', 'http'),
    printed: fc.constantFrom(
      `echo 'token: ' . $token;`,
      `error_log($token);`,
      `echo "token: $token";`,
      `print getenv('CLOUDFLARE_API_TOKEN');`,
      `use_it('Bearer ${secret}');`,
    ),
  })
  .map(({ headers, lines, isCurl, scheme, printed }) => {
    const to = url.replace('https', scheme);
    const sent = isCurl
      ? `$ch = curl_init('${to}');\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ${lines});\ncurl_setopt($ch, CURLOPT_FAILONERROR, true);\n$body = curl_exec($ch);\nif ($body === false) exit(1);`
      : `$client = new GuzzleHttp\\Client();\n$answer = $client->get('${to}', ['headers' => ${headers}]);`;
    return `<?php\n$token = getenv('CLOUDFLARE_API_TOKEN');\n$key = getenv('DNS_SECRET');\n$email = getenv('CF_EMAIL');\n${printed}\n${sent}\n`;
  });

describe.each([
  ['main.go', go, parseGo],
  ['main.php', php, parsePhp],
] as const)('suggestions for %s', (path, program, parse) => {
  const kinds = new Set<string>();

  it('mend their findings', () => {
    fc.assert(
      fc.property(program, fc.constantFrom('\n', '\r\n'), (plain, end) => {
        const code = plain.replaceAll('\n', end);
        const before = check(path, code);
        const counts = said(before);
        for (const { ruleId, messageId, fix, suggestions = [] } of before) {
          for (const [kind, { range, text }] of [
            ...(fix ? [['fix', fix] as const] : []),
            ...suggestions.map((each) => [each.messageId, each.fix] as const),
          ]) {
            kinds.add(`${ruleId.replace('cloudflare-auth/', '')} ${kind}`);
            const mended = code.slice(0, range[0]) + text + code.slice(range[1]);
            const after = said(check(path, mended));
            const finding = `${ruleId} ${messageId}`;
            expect(parse(mended).errors).toBe(parse(code).errors);
            expect(after.get(finding) ?? 0).toBeLessThan(counts.get(finding) ?? 0);
            expect([...after].filter(([each, count]) => count > (counts.get(each) ?? 0))).toEqual([]);
            expect(mended.replaceAll(end, '')).not.toMatch(/[\r\n]/);
          }
        }
      }),
      { numRuns: sampled(60, 20), seed: 11 },
    );
  });

  it('are of every kind', () =>
    expect([...kinds].sort()).toEqual([
      'no-credential-exposure mask',
      'no-credential-exposure remove',
      'no-hardcoded-credentials environment',
      'prefer-api-token token',
      'require-https fix',
    ]));
});
