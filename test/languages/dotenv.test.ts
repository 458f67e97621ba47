import { describe, expect, it } from 'vitest';
import { readDotenv } from '../../src/languages/dotenv.js';
import { shape } from '../../src/source/values.js';
import { show } from '../models/show.js';

function variables(text: string): readonly string[] {
  return readDotenv(text, '.env').bindings.map(({ names, value }) => `${names.join('.')} ${show(value)}`);
}

describe('variables', () => {
  it.each([
    ['bare', 'A=b', ['env.A "b"']],
    ['spaced', '  A = b  ', ['env.A "b"']],
    ['exported', 'export A=b', ['env.A "b"']],
    ['after a colon', 'A: b', ['env.A "b"']],
    ['empty', 'A=\nB=""', ['env.A ""', 'env.B ""']],
    ['in quotes', `A="b c"\nB='d # e'\nC=\`f"g\``, ['env.A "b c"', 'env.B "d # e"', 'env.C "f"g"']],
    ['with escapes', 'A="b\\nc\\"d"', ['env.A "b\nc"d"']],
    ['of several lines', 'A="b\nc=d"\nE=f', ['env.A "b\nc=d"', 'env.E "f"']],
    ['with a comment behind', 'A=b # c\nB="d" # e\nC=f#g', ['env.A "b"', 'env.B "d"', 'env.C "f#g"']],
    [
      'made of others',
      "A=b\nC=${A}/c\nD=$E\nF='$A'\nG=${H:-i}\\$A",
      ['env.A "b"', 'env.C "b/c"', 'env.D env.E', 'env.F "$A"', 'env.G "{}\\$A"'],
    ],
    ['with lines of Windows', 'A=b\r\nC="d"\r\n', ['env.A "b"', 'env.C "d"']],
    ['with an open quote', 'A="b\nC=d', ['env.A ""b"', 'env.C "d"']],
  ])('%s', (_, text, expected) => {
    expect(variables(text)).toEqual(expected);
  });

  it('stand where they are written', () => {
    const text = 'export TOKEN="abc" # def\n';
    const { bindings, texts, comments } = readDotenv(text, '.env');
    const at = [...bindings.map(({ nameAt }) => nameAt), ...texts.map((each) => each.at), ...comments];
    expect(at.map(({ start, end }) => text.slice(start, end))).toEqual(['TOKEN', 'abc', '# def']);
    expect(texts.map(shape)).toEqual(['abc']);
  });

  it('that are not set in the file are read from the environment', () => {
    expect(readDotenv('A=${B}\nB=c\nD=${B}', '.env').reads.map((name) => show(name))).toEqual(['env.B']);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['no variables', '<html>\n{"a": 1}\n===\n'],
    ['many quotes', 'A="'.repeat(20_000)],
    ['many spaces', `A=${' '.repeat(100_000)}`],
    ['many dollars', `A=${'${'.repeat(50_000)}`],
    [
      'variables that double',
      Array.from({ length: 500 }, (_, index) => `A${String(index + 1)}=\${A${String(index)}}\${A${String(index)}}`).join('\n'),
    ],
  ])('%s is read to its end', (_, text) => {
    expect(readDotenv(text, '.env').texts.length).toBeGreaterThanOrEqual(0);
  });
});
