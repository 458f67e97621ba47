import { describe, expect, it } from 'vitest';
import { httpCommands } from '../../../src/cloudflare/http/http-commands.js';
import { configWords, fieldIn, isWord, type Word, wordsOf } from '../../../src/facts/program/command-options.js';
import { commandUses, isSilenced } from '../../../src/facts/failures/command-outcomes.js';
import { inputOf, programOf, streamsOf } from '../../../src/facts/program/commands.js';
import type { Call, SourceFile } from '../../../src/source/model.js';
import { javascript, shell } from '../../models/program.js';
import { show } from '../../models/show.js';

/** The first call of a program. */
function first({ calls: [call] }: SourceFile): Call {
  if (!call) throw new Error('The program calls nothing');
  return call;
}

describe('the program of a command', () => {
  it.each([
    ['curl https://a.example', 'curl'],
    ['"$CURL" https://a.example', undefined],
  ])('%s', (script, expected) => {
    expect(programOf(first(shell(script)))).toBe(expected);
  });

  it.each([
    ['curl(url);', 'curl'],
    ['system.curl(url);', undefined],
    [`import { curl } from './curl.js'; curl(url);`, undefined],
    ['export const get = (curl) => curl(url);', undefined],
    ['(() => url)();', undefined],
    [`import make from 'make'; const tool = make(); tool.curl(url);`, undefined],
  ])('is not every callee: %s', (code, expected) => {
    const calls = javascript(code).calls;
    expect(programOf(calls.at(-1)!)).toBe(expected);
  });
});

describe('what is written into a command', () => {
  it.each([
    ['tr a b <<< "$TEXT"', 'env.TEXT'],
    ['echo "$TEXT" | tr a b', 'env.TEXT'],
    ['cat <<EOF\na b\nEOF', '"a b\n"'],
    ['tr a b > out.txt', undefined],
    ['tr a b', undefined],
  ])('%s', (script, expected) => {
    const call = shell(script).calls.find((each) => programOf(each) !== 'echo')!;
    const input = inputOf(call);
    expect(input && show(input)).toBe(expected);
    expect(streamsOf(call)?.kind).toBe(script === 'tr a b' ? undefined : 'table');
  });
});

/** What each word is, the value, and where it is written. */
function shown(words: readonly Word[], { text }: SourceFile): readonly string[] {
  return words.map((word) => `${word.is}${'value' in word ? ` ${show(word.value)}` : ''} | ${text.slice(word.at.start, word.at.end)}`);
}

describe('the words of a command', () => {
  const url = 'https://a.example';
  it.each([
    [`curl ${url} -X PUT`, `operand "${url}" | ${url}`, 'method "PUT" | -X'],
    [`curl -XPUT`, 'method "PUT" | -XPUT'],
    [`curl -skXPUT ${url}`, 'insecure | k', 'method "PUT" | -skXPUT', `operand "${url}" | ${url}`],
    [`curl -skX "$M" ${url}`, 'insecure | k', 'method env.M | -skX', `operand "${url}" | ${url}`],
    [`curl -fGI ${url}`, 'fails | f', 'asQuery | G', 'head | I', `operand "${url}" | ${url}`],
    [`curl -4 -# ${url}`, `operand "${url}" | ${url}`],
    [`curl --get --compressed ${url}`, 'asQuery | --get', `operand "${url}" | ${url}`],
    [`curl --url=${url} --retry 3 --header "A: $B"`, `url "${url}" | --url=${url}`, 'other "3" | --retry', 'header "A: {}" | --header'],
    [`wget -qO- --post-data=a=b ${url}`, 'other "-" | -qO-', 'data "a=b" | --post-data=a=b', `operand "${url}" | ${url}`],
    [`wget --timeout="$N" ${url}`, 'other "{}" | --timeout="$N"', `operand "${url}" | ${url}`],
    // the word behind is not there
    [`curl ${url} -kX`, `operand "${url}" | ${url}`, 'insecure | k'],
    [`curl ${url} --request`, `operand "${url}" | ${url}`],
    // what is no option
    [`http PUT ${url} my-key=b`, 'operand "PUT" | PUT', `operand "${url}" | ${url}`, 'operand "my-key=b" | my-key=b'],
    [`http ${url} -- -a=b --c`, `operand "${url}" | ${url}`, 'operand "-a=b" | -a=b', 'operand "--c" | --c'],
    [`curl "$URL" "$X-k" > out.json`, 'operand env.URL | $URL', 'operand "{}-k" | "$X-k"'],
    [`curl -K - ${url}`, 'config "-" | -K', `operand "${url}" | ${url}`],
  ])('%s', (script, ...expected) => {
    const file = shell(script);
    const call = first(file);
    const command = httpCommands[programOf(call) ?? ''];
    expect(command && shown(wordsOf(call, command), file)).toEqual(expected);
  });

  it.each([
    ['url = "https://a.example"', 'url "https://a.example" | https://a.example'],
    ['  url=https://a.example/b  ', 'url "https://a.example/b" | https://a.example/b'],
    ['header: "A: b"\n\n-H "C: $D"', 'header "A: b" | A: b', 'header "C: {}" | C: $D'],
    ['--request PUT\n-X "PATCH" # changes', 'method "PUT" | PUT', 'method "PATCH" | PATCH'],
    ['data = ""\nuser-agent = "a"', 'data "" | "', 'other "a" | a'],
    ['data = name="b"', 'data "name="b"" | name="b"'],
    ['# header = "A: b"\nsilent\nheader =\nX = "PUT"\n= "PUT"'],
  ])('that stand in a file of options: %s', (config, ...expected) => {
    const file = shell(`curl -K - <<EOF\n${config}\nEOF`);
    const input = inputOf(first(file))!;
    expect(shown(configWords(input, httpCommands['curl']!), file)).toEqual(expected);
  });

  it('that a variable holds are not known', () => {
    const input = inputOf(first(shell('curl -K - <<< "$CONFIG"')))!;
    expect(configWords(input, httpCommands['curl']!)).toEqual([]);
  });
});

describe('a field', () => {
  it.each([
    ['a=b', 'a = "b" | a | a=b'],
    ['"a:=$B"', 'a := env.B | a | "a:=$B"'],
    ['"a=$B-$C"', 'a = "{}-{}" | a | "a=$B-$C"'],
    ['"$A=b"', ''],
    ['"$A"', ''],
    ['-a', ''],
  ])('%s', (word, expected) => {
    const file = shell(`use ${word}`);
    const [value] = first(file).arguments;
    const at = (span: { readonly start: number; readonly end: number }): string => file.text.slice(span.start, span.end);
    const fields = value ? fieldIn(value, /^(\w+)(:?=)/) : [];
    expect(
      fields
        .map((each) => `${each.key} ${each.between} ${show(each.value)} | ${at(each.keyAt)} | ${at(each.at)}${each.maybe ? '?' : ''}`)
        .join(),
    ).toBe(expected);
  });

  it('is bound to its name', () => {
    const [value] = first(shell('use token="a$B"')).arguments;
    expect(value && fieldIn(value, /^(\w+)(=)/).map((each) => each.value.kind === 'text' && each.value.names)).toEqual([['token']]);
  });
});

it('a word is certain only if it is literal', () => {
  const words = first(shell('use bearer bear "$BEARER"')).arguments;
  expect(words.map((word) => isWord(word, 'bearer'))).toEqual([true, false, false]);
});

const url = 'https://api.cloudflare.com/client/v4/zones';

describe('what becomes of what a command prints', () => {
  it.each([
    [`curl ${url}`, 'body'],
    [`curl ${url} > zones.json`, 'body'],
    [`curl ${url} > "$OUT"`, 'body'],
    [`curl ${url} 2> /dev/null`, 'body'],
    [`curl -o zones.json ${url}`, 'body'],
    [`curl -c /dev/null ${url}`, 'body'],
    [`curl --output=/dev/null.json ${url}`, 'body'],
    [`curl -d a-o/dev/null ${url}`, 'body'],
    // thrown away
    [`curl ${url} > /dev/null`, ''],
    [`curl -so /dev/null ${url}`, ''],
    [`curl -o/dev/null ${url}`, ''],
    [`curl -so/dev/null ${url}`, ''],
    [`wget -qO /dev/null ${url}`, ''],
    [`wget -O/dev/null ${url}`, ''],
    [`wget --output-document=/dev/null ${url}`, ''],
    [`wget --output-document /dev/null ${url}`, ''],
    [`http --output /dev/null ${url}`, ''],
    [`http --output=/dev/null ${url}`, ''],
    // handed on
    [`curl ${url} | grep -q true`, 'body?'],
    [`curl ${url} | grep -iq true`, 'body?'],
    [`curl ${url} | grep --quiet true`, 'body?'],
    [`curl ${url} | grep --silent true`, 'body?'],
    [`curl ${url} | grep true`, 'body'],
    [`curl ${url} | grep x-quiet`, 'body'],
    [`curl ${url} | grep --quiets true`, 'body'],
    [`curl ${url} | grep -E "$WHAT"`, 'body'],
    [`curl ${url} | jq .result.id`, 'body.result.id'],
    [`curl ${url} | jq -r '.Result.token_value'`, 'body.Result.token_value'],
    [`curl ${url} | jq .`, 'body'],
    [`curl ${url} | jq`, 'body'],
    [`curl ${url} | jq '.result[].id'`, 'body'],
    [`curl ${url} | jq 'keys, .result'`, 'body'],
    [`curl ${url} | tee zones.json`, 'body'],
    [`curl ${url} | "$FILTER" -q .result`, 'body'],
    [`jq .first a.json; curl ${url} | jq .result.id`, 'body.result.id'],
  ])('%s', (script, expected) => {
    const file = shell(script);
    const call = file.calls.find((each) => /^(?:curl|wget|http)$/.test(programOf(each) ?? ''))!;
    expect(
      commandUses(call, file)
        .map(({ path, isTest }) => `${path.join('.')}${isTest ? '?' : ''}`)
        .join(),
    ).toBe(expected);
  });

  it.each([`curl ${url} > /dev/null`, `curl -d is-v -H "A: $B" -o /dev/null ${url}`, `curl --trace-time -o /dev/null ${url}`])(
    '%s throws all of it away, and looks at nothing else',
    (script) => {
      const file = shell(script);
      expect(isSilenced(first(file), file)).toBe(true);
    },
  );

  it.each([
    `curl ${url}`,
    `wget -qO /dev/null ${url}`,
    ...'-w%{http_code} -sw%{http_code} -v -D- -i --write-out=%{http_code} --verbose --dump-header=- --include --trace=- --trace-ascii=-'
      .split(' ')
      .map((option) => `curl ${option} -o /dev/null ${url}`),
  ])('%s does not', (script) => {
    const file = shell(script);
    expect(isSilenced(first(file), file)).toBe(false);
  });
});
