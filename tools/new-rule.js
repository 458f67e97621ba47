/** `npm run new-rule -- no-something`: creates a rule without findings, its page and fixtures, and adds its name wherever rules are listed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [name = ''] = process.argv.slice(2);
if (!/^(?:no|prefer|require|restrict)(?:-[a-z]+)+$/.test(name)) {
  console.error('Usage: npm run new-rule -- <name>, where the name begins with no-, prefer-, require- or restrict-.');
  process.exit(2);
}
const root = process.env['NEW_RULE_ROOT'] ?? fileURLToPath(new URL('..', import.meta.url));
const at = (/** @type {string} */ path) => `${root}/${path}`;
if (existsSync(at(`rules/${name}.ts`))) {
  console.error(`rules/${name}.ts is there already.`);
  process.exit(2);
}
const variable = name.replaceAll(/-([a-z])/g, (_, letter) => String(letter).toUpperCase());

/** @param {string} path @param {string} text */
function create(path, text) {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  console.log(`created ${path}`);
}

/** Inserts a line after the last one that matches. @param {string} path @param {RegExp} like @param {string} line */
function add(path, like, line) {
  const lines = readFileSync(at(path), 'utf8').split('\n');
  const last = lines.findLastIndex((each) => like.test(each));
  if (last === -1) throw new Error(`${path} has no line like ${String(like)}`);
  lines.splice(last + 1, 0, line);
  writeFileSync(at(path), lines.join('\n'));
  console.log(`changed ${path}`);
}

create(
  `rules/${name}.ts`,
  `import { requests } from '../src/facts/requests/requests.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    description: 'Say in one sentence what programs should do.',
    messages: {
      wrong: 'Say what is wrong. Say what to do instead.',
    },
  },
  {
    about: requests,
    *check({ at }) {
      // yield { at, messageId: 'wrong' };
    },
  },
);
`,
);
create(
  `rules/${name}.md`,
  `# Say in one sentence what programs should do (\`cloudflare-auth/${name}\`)

<!-- end auto-generated rule header -->

Why it matters, with a link to Cloudflare's documentation.

## ❌ Incorrect

\`\`\`js
fetch('https://api.cloudflare.com/client/v4/user');
\`\`\`

## ✅ Correct

\`\`\`js
fetch('https://api.cloudflare.com/client/v4/user', { headers: { Authorization: \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\` } });
\`\`\`
`,
);
create(`fixtures/${name}/bad/example.ts`, "fetch('https://api.cloudflare.com/client/v4/user');\n");
create(`fixtures/${name}/good/example.ts`, "fetch('https://example.com/');\n");
create(
  `test/rules/${name}.test.ts`,
  `import { expect, it } from 'vitest';
import { lint, pointedAt } from '../lint.js';

const rule = { 'cloudflare-auth/${name}': 'error' } as const;

it('finds what is wrong', () => {
  const code = "fetch('https://api.cloudflare.com/client/v4/user');";
  expect(lint(code, rule).map((message) => pointedAt(code, message))).toEqual([code.slice(0, -1)]);
});

it('is quiet about what is right', () => {
  expect(lint("fetch('https://example.com/');", rule)).toEqual([]);
});
`,
);
add('rules/index.ts', /^import \w+ from '\.\/.*';$/, `import ${variable} from './${name}.js';`);
add('rules/index.ts', /^ {2}'[a-z-]+': \w+,$/, `  '${name}': ${variable},`);
const names = readFileSync(at('rules/names.ts'), 'utf8');
writeFileSync(at('rules/names.ts'), names.replace(/;\s*$/, `\n  | '${name}';\n`));
console.log('changed rules/names.ts');
add('src/presets.ts', /^ {2}'[a-z-]+': \{.*\},$/, `  '${name}': {},`);
console.log(`
Next: write the rule and its page, then
  npx vitest run test/rules/${name}.test.ts
  npm run fixtures    draws its findings in fixtures/${name}; read them
  npm run docs        writes the tables that list rules`);
