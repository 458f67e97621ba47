/** What is suggested for programs in Python. */
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { parsePython } from '../../../src/languages/python/parser.js';
import { applied, lint } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';

const token = prefixed('cfut_', random(31));

/** The program after the first suggestion of each finding of a rule, one at a time. */
function suggested(code: string, rule: string): readonly string[] {
  const rules = plugin.configs.strict.rules as Linter.RulesRecord;
  return lint(code, rules, 'program.py')
    .filter(({ ruleId }) => ruleId === `cloudflare-auth/${rule}`)
    .flatMap(({ suggestions: [first] = [] }) => (first ? [applied(code, first)] : []));
}

it.each([
  [`token = "${token}"\n`, 'import os\ntoken = os.environ["CLOUDFLARE_API_TOKEN"]\n'],
  [`import os\ntoken = '${token}'\n`, "import os\ntoken = os.environ['CLOUDFLARE_API_TOKEN']\n"],
  [`import os as o\ntoken = "${token}"\n`, 'import os as o\ntoken = o.environ["CLOUDFLARE_API_TOKEN"]\n'],
  [`from os import environ\ntoken = "${token}"\n`, 'from os import environ\ntoken = environ["CLOUDFLARE_API_TOKEN"]\n'],
  [`from os import getenv\ntoken = "${token}"\n`, 'from os import getenv\ntoken = getenv("CLOUDFLARE_API_TOKEN")\n'],
  [
    `#!/usr/bin/env python3\n"""Says what it does."""\n\nfrom __future__ import annotations\n\nimport sys\n\ntoken = "${token}"\n`,
    '#!/usr/bin/env python3\n"""Says what it does."""\n\nfrom __future__ import annotations\n\nimport os\nimport sys\n\ntoken = os.environ["CLOUDFLARE_API_TOKEN"]\n',
  ],
  [`h = {"Authorization": "Bearer ${token}"}\n`, 'import os\nh = {"Authorization": f"Bearer {os.environ[\'CLOUDFLARE_API_TOKEN\']}"}\n'],
  [`import os\nh = {"a": f"{b} ${token}"}\n`, 'import os\nh = {"a": f"{b} {os.environ[\'CLOUDFLARE_API_TOKEN\']}"}\n'],
  [`import os\nh = "{} ${token}"\n`, 'import os\nh = f"{{}} {os.environ[\'CLOUDFLARE_API_TOKEN\']}"\n'],
  [`import os\ntoken = os.getenv("CF_API_TOKEN", "${token}")\n`, 'import os\ntoken = os.getenv("CF_API_TOKEN")\n'],
  [`import os\ntoken = os.environ.get("CF_API_TOKEN") or "${token}"\n`, 'import os\ntoken = os.environ.get("CF_API_TOKEN")\n'],
])('reads %j from the environment', (code, mended) => {
  expect(suggested(code, 'no-hardcoded-credentials')).toEqual([mended]);
  const windows = code.replaceAll('\n', '\r\n');
  expect(suggested(windows, 'no-hardcoded-credentials')).toEqual([mended.replaceAll('\n', '\r\n')]);
  expect(parsePython(mended).errors).toBe(0);
});

it.each([
  ['what is written in several pieces', `token = ("${token.slice(0, 20)}"\n         "${token.slice(20)}")\n`],
  ['bytes', `token = b"Bearer ${token}"\n`],
  ['what the program is for', `"""Say ${token}."""\n`],
  ['another os', `os = 1\ntoken = "${token}"\n`],
  ['what sets the variable', `import os\nos.environ["CLOUDFLARE_API_TOKEN"] = "${token}"\n`],
])('does not touch %s', (_, code) => {
  expect(suggested(code, 'no-hardcoded-credentials')).toEqual([]);
});

const read = 'import os\ntoken = os.environ["CLOUDFLARE_API_TOKEN"]\n';

it('says whether there is a value', () => {
  expect(suggested(`${read}print("is", token)\n`, 'no-credential-exposure')).toEqual([`${read}print("is", bool(token))\n`]);
});

it('takes out no statement that is the only one of its block', () => {
  const whole = `${read}data = {"token": token}\n`;
  expect(suggested(`${whole}print(data)\n`, 'no-credential-exposure').length).toBe(1);
  for (const code of [`if token:\n    print({"a": token}["a"][1:])\n`, `if token: print({"a": token}["a"][1:])\n`])
    for (const each of suggested(read + code, 'no-credential-exposure')) expect(parsePython(each).errors).toBe(0);
});

it('has answers looked at', () => {
  const head =
    'import os, requests\nurl = "https://api.cloudflare.com/client/v4/zones"\nheaders = {"Authorization": "Bearer " + os.environ["CF_API_TOKEN"]}\n';
  expect(suggested(`${head}requests.post(url, headers=headers)\n`, 'no-ignored-auth-failure')).toEqual([
    `${head}requests.post(url, headers=headers).raise_for_status()\n`,
  ]);
  expect(suggested(`${head}r = requests.get(url, headers=headers)\nprint(r.json()["result"])\n`, 'no-ignored-auth-failure')).toEqual([
    `${head}r = requests.get(url, headers=headers)\nr.raise_for_status()\nprint(r.json()["result"])\n`,
  ]);
});

it('gives tokens in the place of keys, but not of those that a caller gives', () => {
  const get = (key: string): string =>
    `import os, requests\ndef zones(key):\n    r = requests.get("https://api.cloudflare.com/client/v4/zones", headers={"X-Auth-Email": "a@example.com", "X-Auth-Key": ${key}})\n    r.raise_for_status()\n`;
  expect(suggested(get('os.environ["CF_KEY"]'), 'prefer-api-token')).toEqual([
    get('').replace('"X-Auth-Email": "a@example.com", "X-Auth-Key": ', '"Authorization": f"Bearer {os.environ[\'CLOUDFLARE_API_TOKEN\']}"'),
  ]);
  expect(suggested(get('key'), 'prefer-api-token')).toEqual([]);
});
