/** Variables that are given what a call of themselves returns: chains of calls that have no end. */
import { expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import { loadParser } from '../../../src/languages/javascript/parser.js';
import { readByPath } from '../../../src/languages/register.js';
import { findingsOf } from '../../../src/rule.js';

const programs: readonly (readonly [path: string, text: string])[] = [
  ['a.ts', 'let word = word(() => 1);\nfor (let node = first; node; node = node.next()) node.catch(word.value);'],
  [
    'a.ts',
    'function list(path, done) {\n  fetch(path, (error, page) => {\n    let all = [];\n    list(page, (_, more) => { all = all.concat(more); });\n    done(undefined, all);\n  });\n}\nlist("a", (error, all) => { console.log(all.filter((zone) => zone.name === "a")); });',
  ],
  ['a.ts', 'const logger = logger({ redact: [] });\nlogger.info(logger.parse(1));\nconst url = url.toString();\nfetch(url);'],
  ['a.py', 'word = word(1)\nwhile node:\n    node = node.next()\nprint(word, node.parse(word))'],
  ['a.go', 'package main\n\nfunc f(s string) {\n\tword := word(s)\n\tnode := node.Next().Next()\n\tprint(word, node.String())\n}'],
  ['a.php', '<?php\n$word = $word(1);\n$node = $node->next()->next();\necho $word, $node->value();'],
  ['a.rb', 'word = word.call(1)\nnode = node.next.next\nputs word, node.value'],
];

it.each(programs)('%s: %j is read to the end by every rule', async (path, text) => {
  await loadParser();
  const { file, textOnly } = readByPath(`${text}\n`, path);
  expect(textOnly).toBeUndefined();
  const failures: unknown[] = [];
  for (const rule of Object.values(rules)) findingsOf(rule, file, undefined, (error) => failures.push(error));
  expect(failures).toEqual([]);
});
