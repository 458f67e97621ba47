import { type HttpCommand, httpCommands } from '../../cloudflare/http/http-commands.js';
import { readJson } from '../../source/json-text.js';
import type { Call, Entry, Slot, Span, Text, Value } from '../../source/model.js';
import { alternatives, literal, part, shape, textsOf, unknown } from '../../source/values.js';
import { configWords, fieldIn, isWord, type Word, wordsOf } from '../program/command-options.js';
import { inputOf, programOf } from '../program/commands.js';
import type { Header, Headers } from './header-table.js';
import { hole, written } from './request-urls.js';
import type { Request } from './request.js';
import { at } from './http-clients.js';

/** Returns the request that a command sends: `curl -X POST -H 'X-Auth-Key: …' https://…`. */
export function commandRequest(call: Call, calledBy: readonly Span[]): Request | undefined {
  const client = programOf(call) ?? '';
  const command = at(httpCommands, client);
  return command && sentBy(call, client, command, calledBy);
}

function sentBy(call: Call, client: string, command: HttpCommand, [through, ...passing]: readonly Span[]): Request | undefined {
  const own = wordsOf(call, command);
  const input = inputOf(call);
  const words = own.flatMap((word): readonly Word[] => {
    if (word.is !== 'config') return [word];
    return input && isWord(word.value, '-') ? configWords(input, command) : [];
  });
  const open = call.open || words.length < own.length;
  const said = new Said(words, command, input);
  if (said.urls.length === 0 && said.headers.found.length === 0 && !open) return undefined;
  return {
    client,
    isDefaults: false,
    throws: said.has('fails') || (command.throws && !said.has('passes')),
    call,
    at: call.at,
    calleeAt: call.calleeAt,
    through,
    passing,
    method: said.method ?? (open ? 'unknown' : said.usualMethod),
    urls: said.urls,
    headers: said.headers.found,
    headersOpen: open || said.headers.open,
    body: said.body ?? (open ? 'unknown' : 'absent'),
    query: said.query,
    insecureTls: said.insecure,
  };
}

/** The request that the words of a command describe. */
class Said {
  readonly urls: readonly Text[];
  readonly method: Slot<string> | undefined;
  readonly headers: Headers;
  readonly body: Value | undefined;
  private readonly items: readonly Value[];

  constructor(
    private readonly words: readonly Word[],
    private readonly command: HttpCommand,
    private readonly input: Value | undefined,
  ) {
    const operands = words.flatMap((word) => (word.is === 'operand' ? [word.value] : []));
    const [first] = operands;
    const method = command.items && operands.length > 1 && first && /^[A-Z]+$/i.test(literal(first) ?? '') ? first : undefined;
    const rest = method ? operands.slice(1) : operands;
    const addresses = command.items ? rest.slice(0, 1) : [...this.given('url'), ...rest];
    this.items = command.items ? rest.slice(1) : [];
    this.urls = addresses.flatMap((address) => this.address(address));
    const told = method ?? this.given('method').at(-1);
    this.method = told && (literal(told)?.toUpperCase() ?? 'unknown');
    this.headers = this.sentHeaders();
    this.body = this.has('asQuery') ? undefined : this.sentBody();
  }

  has(does: Word['is']): boolean {
    return this.words.some(({ is }) => is === does);
  }

  /** The default method of the command. */
  get usualMethod(): string {
    if (this.has('head')) return 'HEAD';
    if (this.has('upload')) return this.command.throws ? 'POST' : 'PUT';
    return this.body ? 'POST' : 'GET';
  }

  /** What is appended to the URL's query. */
  get query(): readonly Value[] {
    const own = this.items.flatMap((value) => fieldIn(value, /^([\w[\].-]+)(==)/).map((entry) => entry.value));
    const data = this.has('asQuery') ? this.sentBody() : undefined;
    return data ? [...own, data] : own;
  }

  /** The switches that disable verification of the server's certificate. */
  get insecure(): readonly Span[] {
    const unverified = this.words.filter((word) => word.is === 'verify' && /^(?:no|false)$/i.test(literal(word.value) ?? ''));
    return [...this.words.filter(({ is }) => is === 'insecure'), ...unverified].map((word) => word.at);
  }

  private given(what: Word['is']): readonly Value[] {
    return this.words.flatMap((word) => (word.is === what && 'value' in word ? [word.value] : []));
  }

  /** Returns a URL, prefixed with the command's default scheme if it has none. */
  private address(value: Value): readonly Text[] {
    const texts = alternatives(value).flatMap((option) => textsOf(asText(option)));
    return texts.map((text) => {
      const bare = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[:/?]|$)/i.test(shape(text));
      return bare ? { ...text, parts: [written(`${this.command.scheme}://`, text.at), ...text.parts] } : text;
    });
  }

  private sentHeaders(): Headers {
    const form = this.command.items ? /^([\w-]+)(:)(?!=)/ : /^([\w-]+)[^\S\n]*(:)[^\S\n]*/;
    const lines = [...this.given('header'), ...this.items].flatMap((value) => {
      const ways = waysOf(value);
      return ways.flatMap((way) =>
        fieldIn(way, form).map((entry): Header => ({
          ...entry,
          name: entry.key.toLowerCase(),
          nameAt: entry.keyAt,
          maybe: ways.length > 1 || way.kind === 'choice',
        })),
      );
    });
    const bearer = this.given('scheme').some((value) => isWord(value, 'bearer')) ? this.given('credentials') : this.given('bearer');
    const tokens = bearer.map((value): Header => ({
      name: 'authorization',
      nameAt: value.at,
      value,
      at: value.at,
      scheme: 'Bearer',
      maybe: false,
    }));
    const unseen = this.given('header').some((value) => fieldIn(value, form).length === 0);
    return { found: [...lines, ...tokens], open: unseen };
  }

  private sentBody(): Value | undefined {
    const data = [...this.given('data'), ...this.given('json')].map((value) => this.written(value));
    const whole = data.length > 1 ? joined(data, this.has('json') ? '' : '&') : data[0];
    if (whole) return whole.kind === 'text' ? (readJson(whole) ?? formTable(whole) ?? whole) : whole;
    const fields = [...this.given('field'), ...this.items].flatMap((value) => fieldIn(value, /^([\w[\].-]+)(:?=)(?!=)/));
    const [field] = fields;
    if (field) return { kind: 'table', entries: fields.map(unwrapped), open: false, names: [], at: field.at };
    if (this.command.items && this.input) return this.input.kind === 'text' ? (readJson(this.input) ?? this.input) : this.input;
    const [upload] = this.given('upload');
    return upload && unknown(upload.at);
  }

  /** `@-` stands for standard input, `@name` for a file. */
  private written(value: Value): Value {
    const word = literal(value);
    if (!word?.startsWith('@')) return value;
    return (word === '@-' ? this.input : undefined) ?? unknown(value.at);
  }
}

/** Returns the texts that a value may be where its holes have several fillings, as in `-H "$scheme $key"`. */
function waysOf(value: Value): readonly Value[] {
  return value.kind === 'text' ? textsOf(value) : [value];
}

/** Returns a value as a text: the value itself, or a text with it as the only hole. */
function asText(value: Value): Text {
  return value.kind === 'text' ? value : hole(value);
}

/** Concatenates values, as `curl` does with data from several options. */
function joined(values: readonly Value[], between: '&' | ''): Text {
  return values.map(asText).reduce((before, { parts, at }) => ({
    ...before,
    parts: [...before.parts, written(between, at), ...parts],
  }));
}

/** HTTPie's `name:=value` is JSON. */
function unwrapped({ between, ...entry }: Entry & { readonly between: string }): Entry {
  const { value } = entry;
  return between === ':=' && value.kind === 'text' ? { ...entry, value: readJson(value) ?? unknown(value.at) } : entry;
}

/** Parses `a=b&c=d` into a table. */
function formTable(text: Text): Value | undefined {
  const whole = shape(text);
  if (!/^[\w[\].-]+=[^&\n]*(?:&[\w[\].-]+=[^&\n]*)*$/.test(whole)) return undefined;
  const entries = [...whole.matchAll(/[^&]+/g)].flatMap(({ 0: field, index }) =>
    fieldIn(part(text, index, index + field.length), /^([\w[\].-]+)(=)/),
  );
  return { kind: 'table', entries, open: false, names: [], at: text.at };
}
