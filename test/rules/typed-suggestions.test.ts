/** What suggestions make of the fixtures in TypeScript has no error of types that was not there before. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { checkText } from '../../src/cli/check/text.js';
import { strictRules } from '../strict-rules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'fixtures');
const paths = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /^\d[^/]*\/bad\/.*\.tsx?$/.test(path))
  .sort();

interface Changed {
  readonly of: string;
  readonly what: string;
  readonly text: string;
}

/** The text of a fixture after each fix and suggestion. */
function changesOf(path: string): readonly Changed[] {
  const text = readFileSync(join(fixtures, path), 'utf8');
  const { messages } = checkText(text, path.split('/').slice(2).join('/'), { rules: strictRules, inline: true, suggestions: true });
  return messages.flatMap(({ ruleId, line, fix, suggestions = [] }) =>
    [...(fix ? [{ desc: 'fix', fix }] : []), ...suggestions].map(({ desc, fix: { range, text: inserted } }) => ({
      of: path,
      what: `${path}:${String(line)} ${ruleId} «${desc}»`,
      text: text.slice(0, range[0]) + inserted + text.slice(range[1]),
    })),
  );
}

/** What TypeScript says of files, all of one program: its libraries are read once. */
function errorsIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    jsx: ts.JsxEmit.Preserve,
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (name, version, ...more) => {
      const text = texts.get(name);
      return text === undefined ? disk.getSourceFile(name, version, ...more) : ts.createSourceFile(name, text, version, true);
    },
    fileExists: (name) => texts.has(name) || disk.fileExists(name),
    readFile: (name) => texts.get(name) ?? disk.readFile(name),
    getCurrentDirectory: () => root,
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    [...texts.keys()].map((name) => {
      const file = program.getSourceFile(name);
      if (!file) throw new Error(name);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [name, found.map(({ code, messageText }) => `${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)];
    }),
  );
}

it('has no new errors', () => {
  const changes = paths.flatMap(changesOf);
  const extension = (path: string): string => path.slice(path.lastIndexOf('.'));
  const nameOf = (path: string, index: number): string => `${root.split(sep).join('/')}changed-${String(index)}/file${extension(path)}`;
  const texts = new Map<string, string>();
  for (const [index, path] of paths.entries()) texts.set(nameOf(path, -1 - index), readFileSync(join(fixtures, path), 'utf8'));
  for (const [index, { of, text }] of changes.entries()) texts.set(nameOf(of, index), text);
  const errors = errorsIn(texts);
  // That a variable may not be set is for its program to handle, as the error says.
  const isOfUnset = (error: string): boolean => /'string \| undefined'[^.]* not assignable to (?:parameter of )?type 'string'/.test(error);
  const wrong = changes.flatMap(({ of, what }, index) => {
    const before = [...(errors.get(nameOf(of, -1 - paths.indexOf(of))) ?? [])];
    return (errors.get(nameOf(of, index)) ?? []).flatMap((error) => {
      const known = before.indexOf(error);
      if (known >= 0) before.splice(known, 1);
      return known >= 0 || isOfUnset(error) ? [] : [`${what}: ${error}`];
    });
  });
  expect(changes.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
}, 300_000);
