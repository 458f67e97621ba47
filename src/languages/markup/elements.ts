/** Texts of attributes and elements, and the names that they are bound to. */
import { Parser } from 'htmlparser2';
import type { Entry, Span, Table, Text } from '../../source/model.js';
import { textAt, trimmed } from '../settings/holes.js';

interface Open {
  readonly name: string;
  /** The name that an attribute gives to its contents: `<string name="…">`. */
  readonly called: string | undefined;
  readonly start: number;
  /** The elements in it that contain only text. */
  readonly entries: Entry[];
}

/** Most elements around a text whose names it is bound to. */
const MAX_OUTER = 4;
/** Attributes and elements that name what is next to or inside them. */
const naming = /^(?:name|key|id|property|label|for)$/i;
const labels = /^(?:key|th|td|dt|label|name|strong|b|code)$/i;
const values = /^(?:value|content|default|defaultvalue|placeholder)$/i;

/** Returns the texts and tables of markup, and its comments. */
export function elementsIn(
  markup: string,
  text: string,
  isXml: boolean,
): { readonly texts: readonly Text[]; readonly tables: readonly Table[]; readonly comments: readonly Span[] } {
  const texts: Text[] = [];
  const tables: Table[] = [];
  const comments: Span[] = [];
  const open: Open[] = [];
  /** The text of the previous element if that names the next one: `<key>…</key><string>…</string>`. */
  let label: string | undefined;
  const outer = (): readonly string[] => open.slice(-MAX_OUTER).flatMap(({ name, called }) => called ?? name.split(':').at(-1) ?? '');
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const found = Object.entries(attributes);
        const called = found.find(([key]) => naming.test(key))?.[1];
        const tag = text.slice(parser.startIndex, parser.endIndex + 1);
        for (const [key, value] of found) {
          if (value.length < LEAST_VALUE) continue;
          const at = placeOf(tag, key, value);
          if (at === undefined) continue;
          const start = parser.startIndex + at;
          const names = values.test(key) && called !== undefined ? [...outer(), called] : [...outer(), name, key];
          texts.push(textAt(text, { start, end: start + value.length }, names));
        }
        open.push({ name, called, start: parser.startIndex, entries: [] });
      },
      ontext() {
        // Blank where scripts and expressions were.
        const at = trimmed(markup, { start: parser.startIndex, end: parser.endIndex + 1 });
        if (at.start >= at.end) return;
        const own = open.at(-1);
        const written = text.slice(at.start, at.end);
        const isValue = label !== undefined && own?.called === undefined;
        const value = textAt(text, at, isValue ? [...outer().slice(0, -1), label ?? ''] : outer());
        texts.push(value);
        open.at(-2)?.entries.push({ key: value.names.at(-1) ?? '', keyAt: at, value, at, maybe: false });
        label =
          own && labels.test(own.name) && /^[\w .()-]{2,60}:?$/.test(written)
            ? written.replace(/:$/, '').replace(/[^\w.-]+/g, '_')
            : undefined;
      },
      onclosetag() {
        const closed = open.at(-1);
        if (closed && closed.entries.length > 1) {
          const at = { start: closed.start, end: parser.endIndex + 1 };
          tables.push({ kind: 'table', entries: closed.entries, open: false, names: outer(), at });
        }
        open.pop();
      },
      oncomment() {
        comments.push({ start: parser.startIndex, end: parser.endIndex + 1 });
      },
    },
    { xmlMode: isXml, decodeEntities: false, recognizeCDATA: true, lowerCaseAttributeNames: false, lowerCaseTags: !isXml },
  );
  parser.end(markup);
  return { texts, tables, comments };
}

/** Shorter values are not credentials. */
const LEAST_VALUE = 20;

/** Finds an attribute's value in its tag. */
function placeOf(tag: string, key: string, value: string): number | undefined {
  const name = tag.indexOf(key);
  const at = name === -1 ? -1 : tag.indexOf(value, name + key.length);
  return at === -1 ? undefined : at;
}
