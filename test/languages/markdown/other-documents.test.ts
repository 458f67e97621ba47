/** Blocks of code in AsciiDoc, Org and reStructuredText. */
import { describe, expect, it } from 'vitest';
import { documentLines } from '../../../src/languages/markdown/other-documents.js';
import { alphabets, characters, random } from '../../made-up/credentials.js';
import { found } from '../found.js';

const token = characters(40, alphabets.base62, random(41));
const zones = 'https://api.cloudflare.com/client/v4/zones';
const hardcoded = 'no-hardcoded-credentials';

describe('blocks', () => {
  const blocks = (path: string, text: string): readonly string[] =>
    documentLines(text, path).fences.map(({ info, lines }) =>
      [info, ...lines.map((line) => (line.text === text.slice(line.start, line.end) ? line.text : 'elsewhere'))].join('|'),
    );

  it.each([
    ['of AsciiDoc', 'a.adoc', '[source,bash]\n.Title\n----\na\n\n  b\n----\nc\n', ['bash|a||  b']],
    ['of AsciiDoc without a language', 'a.adoc', 'text\n....\na\n....\n', ['|a']],
    ['of AsciiDoc inside others', 'a.asciidoc', '[,yaml]\n-----\na\n----\n-----\nb', ['yaml|a|----']],
    ['of AsciiDoc that are no code', 'a.adoc', '====\na\n====\n|===\n|a\n|===\n', []],
    ['of Org', 'a.org', '* A\n  #+BEGIN_SRC python :results output\n  if a:\n    b\n  #+END_SRC\nb\n', ['python|if a:|  b']],
    ['of Org that are quotes', 'a.org', '#+begin_quote\na\n#+end_quote\n', []],
    ['of reStructuredText', 'a.rst', 'A\n\n.. code-block:: sh\n   :linenos:\n\n   a\n\n     b\n\nc\n', ['sh||a||  b|']],
    ['of reStructuredText without a language', 'a.rst', 'Run::\n\n  a\n\nRun::\n\n  b', ['||a|', '||b']],
    ['of reStructuredText that are no code', 'a.rst', '.. note::\n\n   a\n', []],
    ['of Markdown', 'a.md', '```sh\na\n```\n', ['sh|a']],
  ] as const)('%s', (_, path, text, expected) => {
    expect(blocks(path, text)).toEqual(expected);
  });
});

describe('findings', () => {
  const script = `curl -k -H "Authorization: Bearer $CF_API_TOKEN" ${zones}`;

  it.each([
    ['a script in AsciiDoc', 'setup.adoc', `[source,sh]\n----\n${script}\n----`, ['3 require-https']],
    ['a script in Org', 'notes.org', `#+begin_src sh\n  ${script}\n#+end_src`, ['2 require-https']],
    ['a script in reStructuredText', 'index.rst', `.. code-block:: bash\n\n   ${script}`, ['3 require-https']],
    [
      'a token in each part of a document',
      'setup.adoc',
      `API token: ${token}\n\n----\nCF_API_TOKEN=${token}\n----`,
      [`1 ${hardcoded}`, `4 ${hardcoded}`],
    ],
    ['a script that checks certificates', 'setup.adoc', `[source,sh]\n----\n${script.replace(' -k', '')}\n----`, []],
    ['a command in running text', 'setup.adoc', `Never run ${script}`, []],
  ] as const)('%s', (_, path, text, expected) => {
    expect(found(path, `Cloudflare\n${text}\n`)).toEqual(expected);
  });
});
