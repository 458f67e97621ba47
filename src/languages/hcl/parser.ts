/**
 * A parser of HCL 2, as Terraform, OpenTofu and Packer use it. It skips unknown syntax and never backtracks, so it takes linear time. Parsers on npm
 * return JSON without offsets (hcl2-parser, hcl2-json-parser, `@cdktf/hcl2json` and its successor `@cdktn/hcl2json`), are asynchronous WebAssembly
 * (`@ts-terraform/hcl`), or are native code compiled for each platform (`@tree-sitter-grammars/tree-sitter-hcl`); November 2026.
 */
import { Cursor } from './cursor.js';
import { readHeredoc, readQuoted } from './templates.js';
import type { Attribute, Block, Expression, Label, ObjectEntry, Tree } from './tree.js';

/** Deepest nesting of expressions and blocks; nobody nests deeper by hand. */
const MAX_DEPTH = 100;

/** Parses a file. Never fails, because unknown syntax is skipped. */
export function parseHcl(text: string): Tree {
  const parser = new Parser(text, 0, text.length);
  return { body: parser.body(0), comments: parser.comments };
}

class Parser extends Cursor {
  /** How many brackets are open. Within brackets, the end of a line ends nothing. */
  private brackets = 0;

  /** Attributes and blocks up to a closing brace or the end. */
  body(depth: number): readonly (Attribute | Block)[] {
    const items: (Attribute | Block)[] = [];
    while (this.skip(true)) {
      if (depth > 0 && this.take('}')) return items;
      const item = this.item(depth);
      if (item) items.push(item);
      else this.skipLine();
    }
    return items;
  }

  /** Parses an expression; unknown if there is none. */
  expression(depth = 0): Expression {
    const start = this.offset;
    const first = this.operand(depth + 1);
    let isWorkedOut = false;
    while (this.skip(this.brackets > 0)) {
      if (this.take('?')) {
        const one = this.inBrackets(() => (this.skip(true) ? this.expression(depth + 1) : this.nothing()));
        if (!this.skip(true) || !this.take(':')) return one;
        this.skip(true);
        const other = this.expression(depth + 1);
        return { type: 'choice', options: [one, other], start, end: this.offset };
      }
      if (!this.match(/==|!=|<=|>=|&&|\|\||[-+*/%<>]/y)) break;
      isWorkedOut = true;
      this.skip(true);
      this.operand(depth + 1);
    }
    return isWorkedOut ? { type: 'unknown', start, end: this.offset } : first;
  }

  private item(depth: number): Attribute | Block | undefined {
    const name = this.label();
    if (!name) return undefined;
    const nameAt = { start: name.start, end: name.end };
    this.skip(false);
    if (!this.text.startsWith('==', this.offset) && this.take('=')) {
      this.skip(false);
      const value = this.expression();
      return { type: 'attribute', name: name.text, nameAt, value, start: name.start, end: value.end };
    }
    const labels: Label[] = [];
    for (let label = this.label(); label; label = this.label()) {
      labels.push(label);
      this.skip(false);
    }
    if (depth >= MAX_DEPTH || !this.take('{')) return undefined;
    const body = this.body(depth + 1);
    return { type: 'block', name: name.text, nameAt, labels, body, start: name.start, end: this.offset };
  }

  /** A name, quoted or not. */
  private label(): Label | undefined {
    const start = this.offset;
    const quoted = this.match(/"[^"\n]*"/y);
    if (quoted !== undefined) return { text: quoted.slice(1, -1), start: start + 1, end: this.offset - 1 };
    const text = this.match(/[A-Z_][\w-]*/iy);
    return text === undefined ? undefined : { text, start, end: this.offset };
  }

  private operand(depth: number): Expression {
    const start = this.offset;
    if (depth > MAX_DEPTH) return this.nothing();
    const character = this.text.charAt(start);
    switch (character) {
      case '"':
        return readQuoted(this, depth);
      case '[':
        return this.postfix(this.list(depth), depth);
      case '{':
        return this.object(depth);
      case '(': {
        this.offset += 1;
        const inner = this.inBrackets(() => (this.skip(true) ? this.expression(depth) : this.nothing()));
        this.close(')');
        return this.postfix({ ...inner, start, end: this.offset }, depth);
      }
      case '!':
      case '-':
        this.offset += 1;
        this.operand(depth + 1);
        return { type: 'unknown', start, end: this.offset };
      case '<':
        return readHeredoc(this, depth) ?? this.nothing();
      default:
        return this.word(depth);
    }
  }

  private word(depth: number): Expression {
    const start = this.offset;
    const number = this.match(/\d[\d.]*(?:e[+-]?\d+)?/iy);
    if (number !== undefined) return { type: 'constant', value: Number(number), start, end: this.offset };
    const name = this.match(/[A-Z_][\w-]*(?:::[\w-]+)*/iy);
    if (name === undefined) return this.nothing();
    if (name === 'true' || name === 'false') return { type: 'constant', value: name === 'true', start, end: this.offset };
    if (name === 'null') return { type: 'constant', value: null, start, end: this.offset };
    const label = { text: name, start, end: this.offset };
    if (this.take('(')) {
      const items = this.items(')', depth);
      const open = this.text.slice(start, this.offset).endsWith('...)');
      return this.postfix({ type: 'call', name: label, arguments: items, open, start, end: this.offset }, depth);
    }
    return this.postfix({ type: 'path', names: [name], start, end: this.offset }, depth);
  }

  /** Postfix operators of an operand: `.name`, `.0`, `[0]`, `["name"]`, `[*]`. */
  private postfix(of: Expression, depth: number): Expression {
    const names: string[] = [];
    for (;;) {
      const member = this.match(/\.(?:[A-Z_][\w-]*|\d+|\*)/iy) ?? this.match(/\[(?:\d+|\*|"[^"\n$%]*")\]/y);
      if (member === undefined && !this.text.startsWith('[', this.offset)) break;
      if (member === undefined) this.list(depth);
      names.push(member?.replace(/^\.|^\["?|"?\]$/g, '') ?? '*');
    }
    if (names.length === 0) return of;
    const span = { start: of.start, end: this.offset };
    return of.type === 'path' ? { type: 'path', names: [...of.names, ...names], ...span } : { type: 'unknown', ...span };
  }

  private list(depth: number): Expression {
    const start = this.offset;
    const isFor = /^\[\s*for\s/.test(this.text.slice(start, start + 20));
    this.offset += 1;
    if (!isFor) return { type: 'list', items: this.items(']', depth), start, end: this.offset };
    const body = this.loop(depth);
    return { type: 'list', items: body && body.type !== 'unknown' ? [body] : [], open: true, start, end: this.offset };
  }

  /** `for each in list : body if condition]`, whose body represents any number of items. */
  private loop(depth: number): Expression | undefined {
    let body: Expression | undefined;
    this.inBrackets(() => {
      while (this.skip(true) && !this.text.startsWith(']', this.offset)) {
        const before = this.offset;
        const isBody = body === undefined && this.take(':');
        if (isBody) this.skip(true);
        const each = this.expression(depth + 1);
        if (isBody) body = each;
        this.skip(true);
        if ('})'.includes(this.text.charAt(this.offset))) break;
        if (!this.take(',') && this.offset === before) this.offset += 1;
      }
    });
    this.close(']');
    return body;
  }

  /** Parses expressions up to a closing bracket. */
  private items(closing: string, depth: number): readonly Expression[] {
    const items: Expression[] = [];
    this.inBrackets(() => {
      while (this.skip(true) && !this.text.startsWith(closing, this.offset)) {
        const before = this.offset;
        items.push(this.expression(depth + 1));
        this.skip(true);
        if (this.take(',') || this.match(/\.\.\./y) !== undefined) continue;
        if (this.offset === before || '})]'.includes(this.text.charAt(this.offset))) break;
      }
    });
    this.close(closing);
    return items;
  }

  private object(depth: number): Expression {
    const start = this.offset;
    this.offset += 1;
    const entries: ObjectEntry[] = [];
    const isFor = /^\{\s*for\s/.test(this.text.slice(start, start + 20));
    this.inBrackets(() => {
      while (this.skip(true) && !this.text.startsWith('}', this.offset)) {
        const before = this.offset;
        const key = this.operand(depth + 1);
        this.skip(true);
        if (this.take('=') || this.take(':')) {
          this.skip(true);
          const value = this.lineOf(() => this.expression(depth + 1));
          entries.push({ key: keyOf(key), keyAt: key, value, start: key.start, end: value.end });
        }
        this.skip(true);
        if (!this.take(',') && this.offset === before) this.offset += 1;
      }
    });
    this.close('}');
    return isFor ? { type: 'unknown', start, end: this.offset } : { type: 'object', entries, start, end: this.offset };
  }

  /** In an object, the end of a line ends a value. */
  private lineOf<T>(work: () => T): T {
    const { brackets } = this;
    this.brackets = 0;
    const done = work();
    this.brackets = brackets;
    return done;
  }

  private inBrackets<T>(work: () => T): T {
    this.brackets += 1;
    const done = work();
    this.brackets -= 1;
    return done;
  }

  private nothing(): Expression {
    return { type: 'unknown', start: this.offset, end: this.offset };
  }

  private close(bracket: string): void {
    this.skip(true);
    this.take(bracket);
  }

  /** Returns a parser of a part of the same text. */
  within(start: number, end: number): Parser {
    return new Parser(this.text, start, end);
  }
}

function keyOf(key: Expression): string | undefined {
  if (key.type === 'path') return key.names.length === 1 ? key.names[0] : undefined;
  if (key.type === 'constant') return String(key.value);
  if (key.type !== 'template') return undefined;
  const texts = key.parts.flatMap((part) => (part.type === 'characters' ? [part.text] : []));
  return texts.length === key.parts.length ? texts.join('') : undefined;
}
