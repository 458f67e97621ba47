import { describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { readMarkdown, readMarkdownWithScripts } from '../../../src/languages/markdown/index.js';
import { shape } from '../../../src/source/values.js';
import { lint, pointedAt } from '../../lint.js';
import { characters, alphabets, prefixed, random } from '../../made-up/credentials.js';
import { show } from '../../models/show.js';

const token = characters(40, alphabets.base62, random(11));
const secret = prefixed('cfut_', random(12));

/** What is found in a document: the rule, and the characters. */
function found(document: string): string[] {
  return lint(document, undefined, 'docs/README.md').map((message) => `${message.ruleId ?? ''} ${pointedAt(document, message)}`);
}

const hardcoded = (at: string): string => `cloudflare-auth/no-hardcoded-credentials ${at}`;

describe('fences', () => {
  it.each([
    ['in a list', `1. cloudflare\n\n   \`\`\`yaml\n   CF_API_TOKEN: ${token}\n   \`\`\`\n`],
    ['in a quote', `> \`\`\`toml\n> CF_API_TOKEN = "${token}"\n> \`\`\`\n`],
    ['of tildes', `~~~env\nCF_API_TOKEN=${token}\n~~~\n`],
    ['of more marks than those inside', `\`\`\`\`sh\necho '\`\`\`'\nexport CF_API_TOKEN=${token}\n\`\`\`\`\n`],
    ['that nobody closes', `\`\`\`ts\nconst CF_API_TOKEN = '${token}';\n`],
    ['with prompts', `\`\`\`console\n$ export A=b \\\n  CF_API_TOKEN=${token}\nexported\n\`\`\`\n`],
    ['of no language', `\`\`\`\n$ export CF_API_TOKEN=${token}\n\`\`\`\n`],
    ['with lines of Windows', `\`\`\`json\r\n{ "CF_API_TOKEN": "${token}" }\r\n\`\`\`\r\n`],
    ['named like a file', `\`\`\`yaml title=".github/workflows/x.yml"\nenv:\n  CF_API_TOKEN: ${token}\n\`\`\`\n`],
  ])('%s are linted, and what is found stands at its characters', (_, document) => {
    expect(found(document)).toEqual([hardcoded(token)]);
  });

  it('are said of once, although the document holds them too', () => {
    expect(found(`# cloudflare\n\n\`\`\`js\nconst token = '${secret}';\n\`\`\`\n`)).toEqual([hardcoded(secret)]);
  });

  it('are fixed where they stand', () => {
    const document = `- cloudflare\n\n  \`\`\`js\n  fetch('http://api.cloudflare.com/client/v4/ips');\n  \`\`\`\n`;
    const [message] = lint(document, { 'cloudflare-auth/require-https': 'error' }, 'README.md');
    expect(document.slice(...(message?.fix?.range ?? [0, 0]))).toBe('http');
  });

  it.each(['ts', 'js', 'tsx', 'vue'])('of %s are read whatever the project parses such files with', (language) => {
    // As typed linting does with a file that no program holds.
    const parser = {
      parse: () => {
        throw new Error('was not found by the project service');
      },
    };
    const code = `const CF_API_TOKEN = '${token}';`;
    const script = language === 'vue' ? `<script setup>\n${code}\n</script>` : code;
    const document = `# Cloudflare\n\n\`\`\`${language}\n${script}\n\`\`\`\n`;
    const messages = lint(document, undefined, 'docs/README.md', parser);
    expect(messages.map((message) => hardcoded(pointedAt(document, message)))).toEqual([hardcoded(token)]);
  });

  it.each([
    ['// eslint-disable-next-line', []],
    ['/* eslint-disable */', []],
    ['// eslint-disable', [hardcoded(token)]],
  ])('obey comments as their language does: %s', (comment, expected) => {
    expect(found(`\`\`\`js\n${comment}\nconst CF_API_TOKEN = '${token}';\n\`\`\`\n`)).toEqual(expected);
  });

  it('that do not parse are left', () => {
    expect(found('```ts\nconst cloudflare = {{{\n```\n')).toEqual([]);
  });

  it('are read as scripts where no processor takes them out', () => {
    const file = readMarkdownWithScripts('> ```sh\n> curl -H "A: b" \\\n>   https://x\n> ```\n', 'README.md');
    expect(file.calls.map((call) => show(call))).toEqual(['curl("-H", "A: b", "https://x")']);
    const url = file.calls[0]?.arguments[2];
    expect(file.text.slice(url?.at.start, url?.at.end)).toBe('https://x');
  });
});

describe('a request of Cloudflare’s documentation', () => {
  // https://developers.cloudflare.com/api/resources/zones/methods/list/, as people copy it into a README and fill it in.
  const document = (email: string, key: string): string =>
    `# Zones\n\nList them:\n\n\`\`\`bash\ncurl https://api.cloudflare.com/client/v4/zones \\\n    -H "X-Auth-Email: ${email}" \\\n    -H "X-Auth-Key: ${key}"\n\`\`\`\n`;

  it('is found at the exact characters of a real key', () => {
    const key = prefixed('cfk_', random(13));
    const text = document('ann@acme.dev', key);
    expect(found(text)).toEqual(['cloudflare-auth/prefer-api-token X-Auth-Key', hardcoded(key)]);
    const message = lint(text, undefined, 'docs/README.md').find(({ ruleId }) => ruleId?.endsWith('hardcoded-credentials'));
    expect([message?.line, message?.column, message?.endColumn]).toEqual([8, 21, 21 + key.length]);
    expect(message?.message).not.toContain(key.slice(4, 12));
  });

  it('is none of a key that the documentation itself shows', () => {
    expect(found(document('$CLOUDFLARE_EMAIL', '144c9defac04969c7bfad8efaa8ea194')).filter((each) => each.includes('hardcoded'))).toEqual(
      [],
    );
  });
});

describe('code spans', () => {
  it('have the names that headings, labels and variables give them', () => {
    const file = readMarkdown(
      '# Cloudflare\n## DNS\n**API token:** `one`\n**Variable:** `CF_TOKEN_MAIN`\n**Value:** `two`\n\n`three`\n',
      'a.md',
    );
    const spans = file.texts.filter(({ names }) => names.length > 0).map((text) => `${text.names.join(' › ')} = ${shape(text)}`);
    expect(spans).toEqual([
      'Cloudflare › DNS › API_token = one',
      'Cloudflare › DNS › Variable = CF_TOKEN_MAIN',
      'Cloudflare › DNS › CF_TOKEN_MAIN › TOKEN = two',
    ]);
  });

  it('are found by them', () => {
    expect(found(`# Cloudflare\n- API token: \`${token}\`\n- id: \`${token}\`\n`)).toEqual([hardcoded(token)]);
  });
});

describe('rows of tables', () => {
  it.each([
    [`| API token | ${token} |`, 3],
    [`| **API token** | ${token} | for CI |`, 3],
    [`| Zone | ${token} |`, undefined],
    [`| API token | ${token} and more |`, undefined],
  ])('have the name in the cell before a value: %#', (row, line) => {
    expect(found(`# Cloudflare\n\n${row}\n`)).toEqual(line === undefined ? [] : [hardcoded(token)]);
  });
});

describe('the processor', () => {
  it('keeps what other rules say of the document, and drops what they say of fences', () => {
    const { markdown } = plugin.processors;
    const document = 'cloudflare\n\n```js\nvar cloudflare;\n```\n';
    // The document, the document in our language, the fence and the probe.
    expect(markdown.preprocess?.(document, 'a.md')).toHaveLength(4);
    const message = { ruleId: 'no-var', severity: 2 as const, message: '', line: 1, column: 1 };
    expect(markdown.postprocess?.([[message], [], [message], []], 'a.md')).toEqual([message]);
  });

  it('takes nothing out of documents that pass no gate', () => {
    expect(plugin.processors.markdown.preprocess?.('```js\nvar a;\n```\n', 'a.md')).toEqual(['```js\nvar a;\n```\n', expect.any(String)]);
  });
});
