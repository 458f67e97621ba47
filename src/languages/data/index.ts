/** Data files as source: the strings in JSON, YAML and TOML, each bound to the keys that lead to it, and the scripts in them. */
import type { Binding, Call, Contents, Entry, Name, SourceFile, Span, Table, Text, Value } from '../../source/model.js';
import { alternatives, part, place, shape, unknown } from '../../source/values.js';
import { argumentsIn, printingTasks, tableOf } from './ansible.js';
import { requestsOf } from './ansible-requests.js';
import type { DataFile, Datum, Mapping, Scalar, Sequence } from './datum.js';
import { interpolated } from './expressions.js';
import { isSecret, withDecodedData } from './kubernetes.js';
import { nameBeside, valueKeys } from './named-values.js';
import { holderAt, holdsContainer, holdsScript, isForOtherShell } from './script-places.js';
import { programContents, programOf } from './programs.js';
import { scriptText, wordsOf } from './scripts.js';
import { spelling } from './edits.js';
import { readEmbedded, together } from '../shell/index.js';
import { commandOf, scriptAmong } from '../shell/words.js';

/** Reads a data file. */
export function readData(file: DataFile): SourceFile {
  const reading = new Reading(file);
  for (const document of file.documents) reading.value(document, [], '');
  const spelled = spelling(file.path);
  return { language: file.language, path: file.path, text: file.text, ...reading.contents(), ...(spelled && { edits: spelled }) };
}

class Reading {
  private readonly texts: Text[] = [];
  private readonly tables: Table[] = [];
  private readonly bindings: Binding[] = [];
  private readonly reads: Name[] = [];
  private readonly calls: Call[] = [];
  private readonly scripts: Contents[] = [];
  private readonly programs = new Set<Datum>();
  private readonly known = new Map<Datum, Value>();

  constructor(private readonly file: DataFile) {}

  contents(): Contents {
    const { texts, tables, bindings, reads, calls, scripts } = this;
    return together([{ texts, comments: this.file.comments, tables, calls, bindings, reads }, ...scripts]);
  }

  /** Reads a value; `keys` is its place in the notation of {@link holdsScript}. */
  value(datum: Datum, names: readonly string[], keys: string): Value {
    if (datum.kind === 'alias') return this.alias(datum.of, names);
    const value = this.read(datum, names, keys);
    this.known.set(datum, value);
    return value;
  }

  /** An alias has the value that its anchor was read as. If that is a string, it is bound to the alias's name as well. */
  private alias(of: Datum, names: readonly string[]): Value {
    const value = this.known.get(of.kind === 'alias' ? of.of : of);
    if (value?.kind !== 'text') return value ?? unknown(of.at);
    const text = { ...value, names };
    this.texts.push(text);
    return text;
  }

  private read(datum: Exclude<Datum, { readonly kind: 'alias' }>, names: readonly string[], keys: string): Value {
    switch (datum.kind) {
      case 'scalar':
        return this.scalar(datum, names, keys);
      case 'sequence':
        return this.list(datum, names, keys);
      case 'mapping':
        return this.table(datum, names, keys);
    }
  }

  private scalar(scalar: Scalar, names: readonly string[], keys: string): Value {
    const { pieces, value, at } = scalar;
    const reference = this.reference(scalar, names, keys);
    if (reference) return this.noted(reference);
    if (!pieces) return { kind: 'opaque', what: 'constant', value, at };
    const text: Text = { kind: 'text', parts: pieces, names, fallbackFor: undefined, at };
    if (this.programs.has(scalar)) return text;
    if (holdsScript(this.file.path, keys)) {
      this.script([{ pieces, at }]);
      return text;
    }
    const given = argumentsIn(text, keys);
    if (given.length > 1 || given.some(({ key }) => /^(?:msg|var)$/.test(key))) {
      const table = tableOf(text, given, (value) => this.noted(interpolated(value, this.file.path)));
      this.tables.push(table);
      return table;
    }
    return this.noted(interpolated(text, this.file.path));
  }

  /** The name of a variable or secret that is passed through: an item of a list, or a key without a value. */
  private reference({ pieces, value, at }: Scalar, names: readonly string[], keys: string): Name | undefined {
    const isItem = pieces !== undefined && /(?:\]|\.source)$/.test(keys);
    if (!isItem && (pieces !== undefined || value !== null)) return undefined;
    const name = isItem ? pieces.map(({ text }) => text).join('') : (names.at(-1) ?? '');
    const holder = /^\w[\w.-]*$/.test(name) ? holderAt(this.file.path, keys) : undefined;
    return holder === undefined ? undefined : { kind: 'name', path: [holder, name], at };
  }

  /** Records the texts and reads in a value. */
  private noted(value: Value): Value {
    for (const option of alternatives(value)) {
      if (option.kind === 'name') this.reads.push(option);
      if (option.kind !== 'text') continue;
      this.texts.push(option);
      for (const each of option.parts) if (each.kind === 'hole') this.noted(each.value);
    }
    return value;
  }

  private script(scripts: Parameters<typeof scriptText>[0]): void {
    const text = scriptText(scripts, this.file.path);
    if (!text) return;
    this.scripts.push(readEmbedded(text, false));
    for (const each of text.parts) if (each.kind === 'hole' && each.value.kind === 'name') this.reads.push(each.value);
  }

  private list({ items, at }: Sequence, names: readonly string[], keys: string): Value {
    const below = `${keys}[]`;
    if (holdsScript(this.file.path, below)) {
      // Each item is a line of one script.
      this.script(items.flatMap((item) => (item.kind === 'scalar' && item.pieces ? [{ pieces: item.pieces, at: item.at }] : [])));
      for (const item of items) if (item.kind !== 'scalar') this.value(item, names, below);
      return { kind: 'list', items: [], open: true, at };
    }
    const values = items.map((item) => this.assigned(item, names) ?? { value: this.value(item, names, below) });
    // A list of variables is equivalent to a table of them.
    if (names.at(-1) === 'environment' && values.some(({ entry }) => entry))
      return { kind: 'table', entries: values.flatMap(({ value, entry }) => entry ?? passedOn(value)), open: false, names, at };
    return { kind: 'list', items: values.map(({ value }) => value), open: false, at };
  }

  /** `NAME=value` in a list: the whole string, and the variable with its value. */
  private assigned(item: Datum, names: readonly string[]): { readonly value: Value; readonly entry?: Entry } | undefined {
    if (item.kind !== 'scalar' || !item.pieces) return undefined;
    const text: Text = { kind: 'text', parts: item.pieces, names, fallbackFor: undefined, at: item.at };
    const whole = shape(text);
    const name = /^([A-Z_][\w-]*)=/i.exec(whole)?.[1];
    if (name === undefined) return undefined;
    const value = this.noted(interpolated(part(text, name.length + 1, whole.length, [...names, name]), this.file.path));
    const keyAt = place(text, 0, name.length);
    this.bind([...names, name], value, keyAt, item.at);
    return { value: interpolated(text, this.file.path), entry: { key: name, keyAt, value, at: item.at, maybe: false } };
  }

  /** By convention, only environment variables are in upper case. */
  private bind(names: readonly string[], value: Value, nameAt: Span, at: Span): void {
    const name = names.at(-1) ?? '';
    const isVariable = /^[A-Z][A-Z\d_]*$/.test(name);
    this.bindings.push({ names, value, target: isVariable ? { kind: 'name', path: ['env', name], at: nameAt } : undefined, nameAt, at });
  }

  private table(mapping: Mapping, names: readonly string[], keys: string): Table {
    const named = nameBeside(mapping);
    const pairs = isSecret(mapping) ? mapping.pairs.map(withDecodedData) : mapping.pairs;
    const inside = keys === '' ? '' : `${keys}.`;
    const program = programOf(mapping);
    const contents = program && programContents(program, this.file);
    if (program && contents) {
      this.scripts.push(contents);
      this.programs.add(program);
    }
    const isOther = isForOtherShell(pairs);
    const entries = pairs.map((pair): Entry => {
      const naming = named?.keys.has(pair.key) ? named : undefined;
      const own = [...names, naming?.name ?? pair.key];
      const value = this.value(pair.value, own, isOther ? '' : inside + pair.key);
      if (naming?.keys === valueKeys) this.bind(own, value, naming.at, mapping.at);
      return { key: pair.key, keyAt: pair.keyAt, value, at: pair.at, maybe: false };
    });
    if (holdsContainer(this.file.path, keys)) this.command(mapping, entries);
    this.calls.push(...printingTasks(mapping, entries), ...requestsOf(mapping, entries));
    const table: Table = { kind: 'table', entries, open: false, names, at: mapping.at };
    this.tables.push(table);
    return table;
  }

  /** Reads the command that a container runs. */
  private command(mapping: Mapping, entries: readonly Entry[]): void {
    const words = wordsOf(mapping, entries);
    const script = scriptAmong(words.map(({ value }) => value));
    const { pieces, at } = (script === undefined ? undefined : words[script]?.scalar) ?? {};
    if (pieces && at) this.script([{ pieces, at }]);
    const call = commandOf(
      words.map(({ value }) => value),
      mapping.at,
    );
    if (call) this.calls.push(call);
  }
}

/** A variable in a list that is passed through with its value from outside. */
function passedOn(value: Value): readonly Entry[] {
  return value.kind === 'name' ? [{ key: value.path.at(-1) ?? '', keyAt: value.at, value, at: value.at, maybe: false }] : [];
}
