/** Words that read like a translation, or like something else than what is meant, stay out of everything that people read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { help } from '../src/cli/help.js';
import { help as permissionsHelp } from '../src/cli/permissions/help.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What not to write, and what to write instead. */
const anywhere: Readonly<Record<string, RegExp>> = {
  'false negatives, unknown values': /\bblindness\b/i,
  'someone, the user, or the passive voice': /\b(?:some|any|every)body\b/i,
  'anyone who, the user, the client': /\bwhoever\b/i,
  return: /\b(?:give|gives|given|giving) (?:it |them )?back\b/i,
  pass: /\bhand(?:s|ed|ing)? over\b/i,
  'values to ignore, harmless values': /\bno secrets?\b(?! (?:is|was|are|can))/i,
  discard: /\bthrow(?:s|n|ing)? away\b/i,
  'vice versa': /\bthe other way about\b/i,
  include: /\bamong others\b/i,
  'what happens to, how it is used': /\b(?:becomes?|comes) of (?:it|the|a|what|values)\b/i,
  terminate: /\bcomes? to an end\b/i,
  'file extension': /\bendings? of (?:a |the )?file/i,
};

/** For pages and texts of the command, which more people read than comments. */
const inTexts: Readonly<Record<string, RegExp>> = {
  ...anywhere,
  'shows, names, lists, states': /\bsays?\b|\btells?\b(?! apart)|\btold to\b/i,
  'the passive voice': /\bnobody\b/i,
  'is unknown': /\bcan(?:not)? be told\b/i,
  'is, what is': /\bwhat stands\b|\bstands? (?:there|here|beside|behind|under)\b/i,
  'are not': /\b(?:is|are) none of\b/i,
};

const filesIn = (folder: string, extension: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => extension.test(path) && !/generated|node_modules|\.vitepress/.test(path));

/** The text of a file in which each match of a discouraged word is named with its line. */
function found(words: typeof anywhere, name: string, text: string): readonly string[] {
  return Object.entries(words).flatMap(([instead, word]) =>
    [...text.matchAll(new RegExp(word, `${word.flags}g`))].map(
      ({ 0: match, index }) => `${name}:${String(text.slice(0, index).split('\n').length)}: "${match}"; better: ${instead}`,
    ),
  );
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A page without its code: programs may call things what they like. */
const prose = (page: string): string =>
  page.replaceAll(/^```[\s\S]+?\n```/gm, (code) => code.replaceAll(/[^\n]/g, '')).replaceAll(/`[^`\n]*`/g, '``');

it('is idiomatic in pages', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'action.yml',
    ...filesIn('docs', /\.md$/),
    ...filesIn('rules', /\.md$/),
    ...filesIn('src', /\.md$/),
  ];
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap((path) => found(inTexts, path, prose(read(path))))).toEqual([]);
});

it('is idiomatic in what the plugin and the command print', () => {
  const texts = Object.entries(rules).map(([name, rule]) => [
    name,
    [rule.description, ...Object.values(rule.messages), JSON.stringify(rule.options)].join('\n'),
  ]);
  for (const [name = '', text = ''] of [...texts, ['--help', help], ['permissions --help', permissionsHelp]])
    expect(found(inTexts, name, text)).toEqual([]);
});

it('is idiomatic in code', () => {
  const code = [...filesIn('src', /\.ts$/), ...filesIn('rules', /\.ts$/)];
  expect(code.length).toBeGreaterThan(200);
  expect(code.flatMap((path) => found(anywhere, path, read(path)))).toEqual([]);
});
