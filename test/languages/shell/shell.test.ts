import { describe, expect, it } from 'vitest';
import { readShell } from '../../../src/languages/shell/index.js';
import type { Contents, Span } from '../../../src/source/model.js';
import { within } from '../../../src/source/span.js';
import { place, shape } from '../../../src/source/values.js';
import { show } from '../../models/show.js';

function read(script: string): Contents {
  return readShell(script, (start, end) => ({ start, end }));
}

/** The last command of a script that is not in another. */
function last(script: string): string {
  const { calls } = read(script);
  const call = calls.findLast((each) => !calls.some((outer) => outer !== each && within(each.at, outer.at)));
  return call ? show(call) : '';
}

describe('words', () => {
  it.each([
    ['plain and quoted', String.raw`curl -d a 'b c' "d e" f\ g`, 'curl("-d", "a", "b c", "d e", "f g")'],
    ['escapes', String.raw`curl "{\"a\": \"\$b\"}"`, 'curl("{"a": "$b"}")'],
    ['a line that goes on', 'curl -s \\\n  -X GET', 'curl("-s", "-X", "GET")'],
    ['the environment', 'curl "$URL/zones" $TOKEN', 'curl("{}/zones", env.TOKEN)'],
    [
      'a variable of the script',
      'URL=https://a.example\ncurl "$URL/zones" "${URL}"',
      'curl("https://a.example/zones", "https://a.example")',
    ],
    ['the last of two values', 'A=1\nA=2\ncurl $A', 'curl("2")'],
    ['a value on some paths', 'A=1\nif true; then A=2; fi\ncurl $A', 'curl("2" | "1")'],
    ['a value on some paths only', '[ -z "$A" ] && A=2\ncurl $A', 'curl("2" | env.A)'],
    ['a fallback', 'curl "${A:-b}"', 'curl(env.A | "b")'],
    ['a variable that is read', 'read -rp "Token: " A\ncurl "$A"', 'curl(~A)'],
    ['a loop', 'for A in a b; do curl $A; done', 'curl("a" | "b")'],
    ['a loop over an array', 'B=(a b)\nfor A in "${B[@]}" d; do curl "$A" c; done', 'curl("a" | "b" | "d", "c")'],
    ['a text that grows', 'A=a\nA+=b\ncurl $A', 'curl("ab")'],
    ['an array', 'A=(-H "B: c")\nA+=(-k)\ncurl "${A[@]}" x', 'curl("-H", "B: c", "-k", "x")'],
    ['an element of an array', 'A=(a b)\ncurl "${A[1]}"', 'curl("b")'],
    ['several words in a variable', 'A="-s -k"\ncurl $A "$A"', 'curl("-s", "-k", "-s -k")'],
    [
      'words that are there if a variable is',
      `A='b c "d'\ncurl \${A:+-d "$A"} \${A:+-s -k} \${A:+x"$A"y z}`,
      'curl("-d", "b c "d", "-s", "-k", "xb c "dy", "z")',
    ],
    ['what a command prints', 'curl "$(echo a)" $(printf %s b) "$(cat <<< c)"', 'curl("a", "b", "c")'],
    ['what a command prints that is not known', 'curl "$(pass show a)"', 'curl(pass("show", "a", { $(): ? }))'],
    ['what a command prints into a variable', `printf -v A 'b: %s' "$C"; curl "$A"`, 'curl("b: {}")'],
    ['a command in a variable', 'A="curl -s"; $A x', 'curl("-s", "x")'],
    ['an option of the script', 'while getopts k: o; do A=$OPTARG; done; curl "$A"', 'curl(~OPTARG | env.A)'],
    ['what is decoded', 'curl "$(echo YWJj | base64 -d)"', 'curl("abc")'],
    ['a runner', 'A=1 sudo -E timeout 10 /usr/bin/curl -k', 'curl("-k")'],
    ['back-ticks', 'curl `echo a` "`cat b`"', 'curl("a", cat("b", { $(): ? }))'],
    ['a variable of itself', 'A="$A b"\ncurl "$A"', 'curl("{} b")'],
    ['lines of Windows', 'curl a \\\r\n  b <<EOF\r\nc\r\nEOF\r\n', 'curl("a", "b", { <: "c\n" })'],
  ])('%s', (_, script, expected) => {
    expect(last(script)).toBe(expected);
  });
});

describe('what goes in and out', () => {
  it.each([
    ['a document', 'curl -d @- <<EOF\n{"a": "$B"}\nEOF', 'curl("-d", "@-", { <: "{"a": "{}"}\n" })'],
    ['a quoted document', "curl -d @- <<'EOF'\n$B\nEOF", 'curl("-d", "@-", { <: "$B\n" })'],
    ['a pipe', 'echo a "$B" | curl -d @-', 'curl("-d", "@-", { <: "a {}" })'],
    ['a file', 'echo "$A" >> "$GITHUB_OUTPUT"', 'echo(env.A, { >>: env.GITHUB_OUTPUT })'],
    ['nothing that is known', 'curl -d @- < file', 'curl("-d", "@-")'],
  ])('%s', (_, script, expected) => {
    expect(last(script)).toBe(expected);
  });

  it('says what a command is piped to', () => {
    expect(read('echo "$A" | wrangler secret put B').calls.map((call) => show(call))).toEqual([
      'echo(env.A, { |: "wrangler" })',
      'wrangler("secret", "put", "B", { <: env.A })',
    ]);
  });
});

describe('functions', () => {
  it('are followed into', () => {
    const [, call] = read('api() { curl -H "X: $KEY" "https://a.example/$1" "${@:2}"; }\napi zones -X POST').calls;
    expect(call?.inside.map((inner) => show(inner))).toEqual(['curl("-H", "X: {}", "https://a.example/zones", "-X", "POST")']);
  });

  it('run the command that they are given', () => {
    const [call] = read('run() { "$@"; }\nrun curl -s "$URL"').calls.slice(-1);
    expect(call?.inside.map((inner) => show(inner))).toEqual(['curl("-s", env.URL)']);
  });

  it('that call themselves come to an end', () => {
    const { calls } = read('a() { b "$@"; }\nb() { a "$1" "$@"; }\na 1');
    expect(JSON.stringify(calls).length).toBeGreaterThan(0);
  });
});

describe('names', () => {
  it('are those of variables, of the environment, of options', () => {
    const script = 'A=a\nexport B=b\nC=c wrangler deploy\nD=d\nexport D\ntool --token e --key=f -e G=g --set a.b=h "${I:-i}"';
    const { texts } = read(script);
    const bound = texts.filter(({ names, fallbackFor: insteadOf }) => names.length > 0 || insteadOf);
    expect(
      bound.map((text) => [...(text.fallbackFor ?? text.names), shape(text)].join(' ')).filter((each) => !each.includes(' -')),
    ).toEqual([
      'A a',
      'env B b',
      'env C c',
      'env D d',
      'tool token e',
      'tool key f',
      'tool e G=g',
      'env G g',
      'tool set a.b=h',
      'a b h',
      'env I i',
    ]);
  });

  it('of bindings stand at the names', () => {
    const script = 'export A=a; B=$A; docker run -e C=c';
    expect(
      read(script).bindings.map(({ names, nameAt, value }) => [names.join('.'), script.slice(nameAt.start, nameAt.end), show(value)]),
    ).toEqual([
      ['env.A', 'A', '"a"'],
      ['B', 'B', '"a"'],
      ['env.C', 'C', '"c"'],
    ]);
  });

  it('that are read are the environment', () => {
    const names = read('A=1\necho "$A $B ${C:?} ${D:-$E}" $1 $(cat "$F")').reads.filter(({ local }) => !local);
    expect(names.map(({ path }) => path.join('.'))).toEqual(['env.B', 'env.C', 'env.D', 'env.E', 'env.F']);
  });
});

describe('comments', () => {
  it('are what no word holds', () => {
    const script = '#!/bin/sh\na "#b" c#d ${e#f} $# # one\ncat <<EOF\n# no\nEOF\n(( 16#ff )) ;# two\n';
    expect(read(script).comments.map(({ start, end }) => script.slice(start, end))).toEqual(['#!/bin/sh', '# one', '# two']);
  });
});

describe('places', () => {
  const at = (script: string, sought: string, placed = (start: number, end: number) => ({ start, end })): (readonly [number, number])[] =>
    readShell(script, placed)
      .texts.filter((text) => shape(text).includes(sought))
      .map((text) => {
        const start = shape(text).indexOf(sought);
        const span = place(text, start, start + sought.length);
        return [span.start, span.end] as const;
      });

  it('are exact behind escapes and variables', () => {
    const script = String.raw`curl -d "{\"a\": \"$B\", \"token\": \"secret\"}"`;
    expect(at(script, 'secret')).toEqual([[script.indexOf('secret'), script.indexOf('secret') + 6]]);
  });

  it('are exact in an indented block', () => {
    const file = 'run: |\n    curl -d \'\n    {"a":\n    "secret"}\'\n';
    const script = 'curl -d \'\n{"a":\n"secret"}\'\n';
    const inFile = (offset: number): number => 'run: |\n'.length + 4 * script.slice(0, offset).split('\n').length + offset;
    const placed = (start: number, end: number): Span => ({ start: inFile(start), end: inFile(end - 1) + 1 });
    expect(at(script, 'secret', placed)).toEqual([[file.indexOf('secret'), file.indexOf('secret') + 6]]);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['an open quote', 'curl "a'],
    ['an open substitution', 'curl $(echo ${a'],
    ['an open document', 'cat <<EOF\na'],
    ['deep nesting', `${'$('.repeat(5_000)}a`],
    ['many subshells', `${'('.repeat(5_000)}a`],
    ['another language', '<?php echo "$a"; ?>\n{{ if .Values }} - `'],
    [
      'a long chain of variables',
      Array.from({ length: 1_000 }, (_, index) => `A${String(index + 1)}="$A${String(index)} $A${String(index)}"`).join('\n'),
    ],
    ['a binary', '\0\u0001#\ufffd"\'`'],
  ])('%s is read to its end', (_, script) => {
    const { texts, calls } = read(script);
    expect(texts.length + calls.length).toBeGreaterThanOrEqual(0);
  });
});
