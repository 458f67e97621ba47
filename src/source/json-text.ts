/** Parses JSON in a string of a program, such as a handwritten request body, keeping its holes and spans. */
import type { Entry, Text, Value } from './model.js';
import { part, place, placedParts, shape, unknown } from './values.js';

/** Deepest nesting that is parsed: handwritten JSON is not nested deeper. */
const MAX_DEPTH = 50;

/** Stands for a hole while parsing: characters that texts do not contain, as many as {@link shape} writes for a hole. */
const HOLE = '\u{E000}\u{E001}';

/** Parses a text as JSON; undefined if it is not valid. Holes may be values, or parts of strings. */
export function readJson(text: Text): Value | undefined {
  const whole = text.parts.map((each) => (each.kind === 'piece' ? each.text : HOLE)).join('');
  if (!/^\s*[[{]/.test(whole)) return undefined;
  return new JsonText(text, whole).read();
}

class JsonText {
  private offset = 0;
  /** The values in the holes, by offset. */
  private readonly holes: ReadonlyMap<number, Value>;

  constructor(
    private readonly text: Text,
    private readonly whole: string,
  ) {
    this.holes = new Map(
      [...placedParts(text.parts)].flatMap(({ part: each, start }) => (each.kind === 'hole' ? [[start, each.value]] : [])),
    );
  }

  read(): Value | undefined {
    const value = this.value([], 0);
    this.skip();
    return this.offset === this.whole.length ? value : undefined;
  }

  private value(names: readonly string[], depth: number): Value | undefined {
    this.skip();
    if (depth > MAX_DEPTH) return undefined;
    if (this.whole.startsWith(HOLE, this.offset)) return this.hole();
    switch (this.whole.charAt(this.offset)) {
      case '{':
        return this.table(names, depth);
      case '[':
        return this.list(names, depth);
      case '"':
        return this.string(names);
      default:
        return this.constant();
    }
  }

  private table(names: readonly string[], depth: number): Value | undefined {
    const start = this.offset;
    const entries: Entry[] = [];
    let open = false;
    this.offset += 1;
    while (!this.take('}')) {
      const from = this.offset;
      // A hole may stand for whole entries.
      if (this.take(HOLE)) open = true;
      else {
        const key = this.string([]);
        const name = key && shape(key);
        const value = name !== undefined && this.take(':') ? this.value([...names, name], depth + 1) : undefined;
        if (!key || name === undefined || !value) return undefined;
        // A hole in a key may turn it into any other key.
        open ||= key.parts.some(({ kind }) => kind === 'hole');
        entries.push({ key: name, keyAt: key.at, value, at: place(this.text, from, this.offset), maybe: false });
      }
      if (!this.take(',') && !this.isNext('}')) return undefined;
    }
    return { kind: 'table', entries, open, names, at: place(this.text, start, this.offset) };
  }

  private list(names: readonly string[], depth: number): Value | undefined {
    const start = this.offset;
    const items: Value[] = [];
    this.offset += 1;
    while (!this.take(']')) {
      const item = this.value(names, depth + 1);
      if (!item) return undefined;
      items.push(item);
      if (!this.take(',') && !this.isNext(']')) return undefined;
    }
    // A hole may stand for several items.
    const open = items.some((item) => item.kind !== 'text' && item.kind !== 'table' && item.kind !== 'list' && item.kind !== 'opaque');
    return { kind: 'list', items, open, at: place(this.text, start, this.offset) };
  }

  private string(names: readonly string[]): Text | undefined {
    if (!this.take('"')) return undefined;
    const start = this.offset;
    const end = /(?:[^"\\]|\\[\s\S])*"/y;
    end.lastIndex = start;
    const found = end.exec(this.whole);
    if (!found) return undefined;
    this.offset = end.lastIndex;
    const inside = part(this.text, start, this.offset - 1, names);
    const at = place(this.text, start - 1, this.offset);
    if (!found[0].includes('\\')) return { ...inside, at };
    const unescaped = parsed(this.whole.slice(start - 1, this.offset));
    if (typeof unescaped !== 'string' || unescaped.includes(HOLE)) return { ...inside, at };
    return { ...inside, parts: [{ kind: 'piece', text: unescaped, at: inside.at, exact: false }], at };
  }

  private constant(): Value | undefined {
    const word = /[\w.+-]+/y;
    word.lastIndex = this.offset;
    const [found] = word.exec(this.whole) ?? [];
    const value = found === undefined ? undefined : parsed(found);
    if (found === undefined || value === undefined) return undefined;
    const start = this.offset;
    this.offset += found.length;
    return { kind: 'opaque', what: 'constant', value: value as number | boolean | null, at: place(this.text, start, this.offset) };
  }

  private hole(): Value {
    const value = this.holes.get(this.offset);
    this.offset += HOLE.length;
    return value ?? unknown(this.text.at);
  }

  private take(character: string): boolean {
    if (!this.isNext(character)) return false;
    this.offset += character.length;
    return true;
  }

  private isNext(character: string): boolean {
    this.skip();
    return this.whole.startsWith(character, this.offset);
  }

  private skip(): void {
    while (/\s/.test(this.whole.charAt(this.offset))) this.offset += 1;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
