import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../src/languages/dockerfile.js';
import { show } from '../models/show.js';

function calls(text: string): readonly string[] {
  return readDockerfile(text, 'Dockerfile').calls.map((call) => show(call));
}

describe('commands', () => {
  it.each([
    ['in a line', 'RUN curl -k https://a.example', ['curl("-k", "https://a.example")']],
    [
      'in several lines',
      'RUN curl \\\n  -H "A: b" \\\n  https://a.example && \\\n  make',
      ['curl("-H", "A: b", "https://a.example")', 'make()'],
    ],
    ['with comments between', 'RUN curl \\\n# why\n  # and how\n  -k \\\n\n  a', ['curl("-k", "a")']],
    ['with flags', 'RUN --mount=type=secret,id=a --network=none curl a', ['curl("a")']],
    ['in documents', 'RUN <<EOF\ncurl a\ncurl b\nEOF\nRUN curl c', ['curl("a")', 'curl("b")', 'curl("c")']],
    ['with documents', 'RUN cat > a <<EOF\nb\nEOF\nRUN c', ['cat({ <: "b\n", >: "a" })', 'c()']],
    ['as lists', 'CMD ["cloudflared", "tunnel", "run"]\nENTRYPOINT [ "a" ]', ['cloudflared("tunnel", "run")', 'a()']],
    [
      'of other instructions',
      'FROM a AS b\nONBUILD RUN c\nHEALTHCHECK --interval=5s CMD curl -f d\nCOPY e f\nUSER g',
      ['c()', 'curl("-f", "d")'],
    ],
    [
      'with variables of the file',
      'ENV A=https://a.example\nRUN curl $A/b $C',
      ['export()', 'ENV("A=https://a.example")', 'curl("https://a.example/b", env.C)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(calls(text)).toEqual(expected);
  });
});

describe('variables', () => {
  it('stand at their names and values', () => {
    const text = 'ARG A\nARG B=c\nENV D="e f" \\\n    G=$B\nENV H i "j"\n';
    const { bindings } = readDockerfile(text, 'Dockerfile');
    const seen = new Set(
      bindings.map(({ names, value, nameAt }) => `${names.join('.')} ${show(value)} ${text.slice(nameAt.start, nameAt.end)}`),
    );
    expect([...seen]).toEqual(['env.B "c" B', 'env.D "e f" D', 'env.G "c" G', `env.H "i 'j'" H`]);
  });
});

describe('comments', () => {
  it('are lines of their own, and in scripts', () => {
    const text = '# syntax=docker/dockerfile:1\nFROM a\nRUN b \\\n  # c\n  d # e\n';
    expect(readDockerfile(text, 'Dockerfile').comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# syntax=docker/dockerfile:1',
      '# c',
      '# e',
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['an open document', 'RUN <<EOF\na'],
    ['an open line', 'RUN a \\'],
    ['many comments', `RUN a \\\n${'# b\n'.repeat(20_000)}`],
    ['many lines that go on', `RUN a ${'\\\n'.repeat(50_000)}`],
    ['many lists', 'CMD ["a", "b"\n'.repeat(5_000)],
  ])('%s is read to the end', (_, text) => {
    expect(readDockerfile(text, 'Dockerfile').calls.length).toBeGreaterThanOrEqual(0);
  });
});
