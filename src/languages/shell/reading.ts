/** What the words of a script stand for. */
import type { ArrayValue, DoubleQuotedChild, Function as ShellFunction, HereDoc, ParameterExpansionPart, Word, WordPart } from 'unbash';
import type { Hole, Name, Piece, Span, Text, Value } from '../../source/model.js';
import { alternatives, filling, unknown } from '../../source/values.js';
import { argument, choice, cut, element, type Frame, type Parts, partsOf, skipped, split, splitInto } from './expanded.js';
import { partsAt } from './pieces.js';
import type { Source } from './source.js';
import type { Assigned, Survey, Written } from './survey.js';

/** Variables are looked through no deeper than this, and not more often than that in one script. */
const MOST_DEPTH = 8;
const MOST_WORK = 50_000;
/** A variable is told apart into no more values than this. */
const MOST_VALUES = 8;
/** A text of more parts than this is a program's output, not something that somebody wrote. */
const MOST_PARTS = 1_000;

/** What a text is bound to. */
interface Bound {
  readonly names?: readonly string[];
  readonly insteadOf?: readonly string[] | undefined;
}

/** How commands are read, which are made of words themselves. */
export interface CommandReader {
  readonly call: (reading: Reading, written: Written, frame?: Frame) => Value;
  readonly output: (reading: Reading, written: Written, frame?: Frame) => Value | undefined;
}

export class Reading {
  /** Every dotted name that is read. */
  readonly reads = new Map<string, Name>();
  private work = MOST_WORK;
  private depth = 0;
  private shifted: ReadonlySet<ShellFunction | undefined> | undefined;
  private readonly known = new WeakMap<Word, Value>();

  constructor(
    readonly survey: Survey,
    private readonly commands: CommandReader,
  ) {}

  /** What a word stands for: the value of the variable that it is, or a text. */
  value(word: Word, source: Source, frame?: Frame, bound: Bound = {}): Value {
    const known = frame ? undefined : this.known.get(word);
    if (known) return known;
    const value = this.read(word, source, frame, bound);
    if (!frame && this.work > 0 && this.depth <= MOST_DEPTH / 2) this.known.set(word, value);
    return value;
  }

  private read(word: Word, source: Source, frame: Frame | undefined, { names = [], insteadOf }: Bound): Value {
    const at = source.placed(word.pos, word.end);
    if (this.depth > MOST_DEPTH || (this.work -= 1) < 0) return unknown(at);
    this.depth += 1;
    const parts = this.parts(word, source, frame);
    this.depth -= 1;
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'hole') return only.value;
    return { kind: 'text', parts, names, insteadOf, at };
  }

  /** The pieces and holes of a word. */
  private parts(word: Word, source: Source, frame: Frame | undefined): Parts {
    if (!word.parts) return partsAt(source, word.pos, word.end, word.value, 'bare');
    return this.joined(word.parts, source, frame, 'bare');
  }

  private joined(parts: readonly WordPart[], source: Source, frame: Frame | undefined, quoting: 'bare' | 'double' | 'heredoc'): Parts {
    const all = parts.flatMap((part) => this.part(part, source, frame, quoting));
    return all.slice(0, MOST_PARTS);
  }

  private part(part: WordPart, source: Source, frame: Frame | undefined, quoting: 'bare' | 'double' | 'heredoc'): Parts {
    const { pos, end } = part;
    switch (part.type) {
      case 'Literal':
        return partsAt(source, pos, end, part.value, quoting);
      case 'SingleQuoted':
        return partsAt(source, pos + 1, end - 1, part.value, 'none');
      case 'AnsiCQuoted':
        return partsAt(source, pos + 2, end - 1, part.value, 'none');
      case 'DoubleQuoted':
      case 'LocaleString':
        return this.joined(part.parts, source, frame, 'double');
      case 'Glob':
      case 'ExtendedGlob':
      case 'BraceExpansion':
        return partsAt(source, pos, end, part.text, 'none');
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'CommandExpansion':
        return partsOf(this.expansion(part, source, frame), source.placed(pos, end));
      default:
        return [{ kind: 'hole', value: unknown(source.placed(pos, end)), at: source.placed(pos, end) }];
    }
  }

  /** What `$NAME`, `${NAME:-word}`, `$(command)` stand for. */
  private expansion(part: Extract<DoubleQuotedChild, { readonly type: `${string}Expansion` }>, source: Source, frame?: Frame): Value {
    const at = source.placed(part.pos, part.end);
    if (part.type === 'SimpleExpansion') return this.variable(part.text.slice(1), source.offset(part.pos), at, frame);
    if (part.type === 'ParameterExpansion') return this.parameter(part, source, frame);
    if (part.type !== 'CommandExpansion' || part.script?.commands.length !== 1) return unknown(at);
    const command = part.script.commands[0]?.command;
    const last = command?.type === 'Pipeline' ? command.commands.at(-1) : command;
    const written = last?.type === 'Command' ? this.survey.commandOf.get(last) : undefined;
    return written
      ? this.deeper(() => this.commands.output(this, written, frame) ?? this.commands.call(this, written, frame))
      : unknown(at);
  }

  private parameter(part: ParameterExpansionPart, source: Source, frame?: Frame): Value {
    const { parameter, operation, prefix, index } = part;
    const at = source.placed(part.pos, part.end);
    if (prefix) return unknown(at);
    const variable = this.variable(parameter, source.offset(part.pos), at, frame);
    if (operation?.type === 'Default' && operation.operator.endsWith('+')) this.isOnlyTested(at);
    const value = index ? element(variable, index.value, at) : variable;
    if (!operation) return value;
    // `${URL%/}` is still that URL.
    if (operation.type === 'Remove' && operation.operand.value === '/') return value;
    if (operation.type === 'Slice')
      return value.kind === 'list' ? { ...value, items: value.items.slice(skipped(operation.offset.value)) } : cut(value, operation, at);
    if (operation.type !== 'Default') return unknown(at);
    const { operator, operand } = operation;
    if (operator.endsWith('?')) return value;
    if (operator.endsWith('+')) return this.value(operand, source, frame);
    const fallback = this.value(operand, source, frame, { insteadOf: ['env', parameter] });
    return value.kind === 'text' ? value : choice([...alternatives(value), fallback], at);
  }

  /** The value of a variable at an offset of the script: what it was given before, or else what the environment holds. */
  variable(name: string, offset: number, at: Value['at'], frame?: Frame): Value {
    if (/^\d+$|^[@*]$/.test(name))
      return frame ? argument(frame, name, at) : this.seen({ ...this.parameterOf(offset, at), path: [name], at });
    if (!/^\w/.test(name)) return unknown(at);
    const all = this.survey.assignments.get(name) ?? [];
    const before = all.filter((each) => each.end <= offset && !each.prefix);
    const candidates = before.length > 0 ? before : all.filter((each) => each.start > offset && !each.prefix);
    const options: Value[] = [];
    for (const each of candidates.slice(-MOST_VALUES).reverse()) {
      options.push(this.assigned(each, at, frame));
      if (before.length > 0 && isCertainAt(each, offset)) break;
    }
    const isCertain = before.some((each) => isCertainAt(each, offset));
    const isLocal = all.some((each) => each.value === undefined);
    const found = options.filter((option) => option.kind !== 'name' || option.path.at(-1) !== name);
    // `export NAME=$NAME` gives it what the environment holds.
    const isItself = found.length < options.length && options.some((option) => option.kind === 'name' && option.path[0] === 'env');
    if ((!isCertain && !isLocal) || isItself) found.push(this.seen({ kind: 'name', path: ['env', name], at }));
    return choice(found.length > 0 ? found : [this.seen({ kind: 'name', path: [name], local: true, at })], at);
  }

  /** A parameter of the function that is written at an offset, or of the script; where parameters are shifted, each place has another one. */
  private parameterOf(offset: number, at: Span): Pick<Name, 'kind' | 'local' | 'declaredAt'> {
    let inner: ShellFunction | undefined;
    for (const each of this.survey.bodies.keys())
      if (each.pos <= offset && offset < each.end && each.pos >= (inner?.pos ?? 0)) inner = each;
    const declaredAt = this.isShifted(inner) ? at : inner && { start: inner.pos, end: inner.end };
    return { kind: 'name', local: true, ...(declaredAt && { declaredAt }) };
  }

  /** Whether a function, or the script outside of functions, gives its parameters other values: by `shift` or `set -- …`. */
  private isShifted(within: ShellFunction | undefined): boolean {
    let shifted = this.shifted;
    if (!shifted) {
      const { called } = this.survey;
      const setting = (called.get('set') ?? []).filter(({ node }) => node.args.some(({ text }) => text === '--'));
      this.shifted = shifted = new Set([...(called.get('shift') ?? []), ...setting].map((each) => each.within));
    }
    return shifted.has(within);
  }

  private assigned(assigned: Assigned, at: Value['at'], frame?: Frame): Value {
    const { name, value, items, source, append, start, maybe } = assigned;
    if (items)
      return items.length > 0
        ? choice(
            items.slice(0, MOST_VALUES).map((each) => this.value(each, source, frame)),
            at,
          )
        : unknown(at);
    if (!value) return { kind: 'name', path: [name], local: true, at };
    const given = this.given(value, source, frame, this.namesOf(assigned));
    if (!append) return given;
    const before = this.depth > MOST_DEPTH ? unknown(at) : this.deeper(() => this.variable(name, source.offset(start), at, frame));
    if (given.kind !== 'list')
      return { kind: 'text', parts: [...partsOf(before, at), ...partsOf(given, at)], names: [name], insteadOf: undefined, at };
    const items0 = before.kind === 'list' ? before : undefined;
    return { ...given, items: [...(items0?.items ?? []), ...given.items], open: maybe || given.open || (items0?.open ?? true) };
  }

  private deeper<T>(work: () => T): T {
    this.depth += 1;
    const value = work();
    this.depth -= 1;
    return value;
  }

  /** What a variable is given. */
  given(value: Word | ArrayValue, source: Source, frame: Frame | undefined, names: readonly string[]): Value {
    if (value.type === 'Word') return this.value(value, source, frame, { names });
    const all = value.elements.map((each) => this.arguments(each, source, frame));
    return {
      kind: 'list',
      items: all.flatMap(({ values }) => values),
      open: all.some(({ open }) => open),
      at: source.placed(value.pos, value.end),
    };
  }

  /** The names that what is assigned is bound to: those of the environment stand below it. */
  namesOf({ name, exported }: Assigned): readonly string[] {
    return exported || this.survey.exported.has(name) ? ['env', name] : [name];
  }

  /** What a word adds to the arguments of a command: arrays are spread, and bare variables split. */
  arguments(
    word: Word,
    source: Source,
    frame?: Frame,
    names: readonly string[] = [],
  ): { readonly values: readonly Value[]; readonly open: boolean } {
    const value = this.value(word, source, frame, { names });
    const lists = alternatives(value).filter((option) => option.kind === 'list');
    if (lists.length > 0) return { values: lists.flatMap(({ items }) => items), open: value.kind !== 'list' || value.open };
    const [only] = word.parts ?? [];
    const isBare = word.parts?.length === 1 && (only?.type === 'SimpleExpansion' || only?.type === 'ParameterExpansion');
    if (value.kind === 'name' && value.path.at(-1) === '@') return { values: [], open: true };
    if (!isBare) return { values: [value], open: false };
    if (only.type === 'ParameterExpansion' && only.operation?.type === 'Default' && only.operation.operator.endsWith('+'))
      return { values: this.wordsIn(only.operation.operand, source, frame), open: false };
    if (value.kind === 'text') return { values: split(value), open: false };
    return { values: [value], open: value.kind !== 'choice' };
  }

  /** The words that an operand is: `-d` and the value of DATA in `${DATA:+-d "$DATA"}`, however many words that has. */
  private wordsIn({ parts, pos, end, value }: Word, source: Source, frame: Frame | undefined): readonly Value[] {
    const words: (Piece | Hole)[][] = [[]];
    if (!parts) for (const each of partsAt(source, pos, end, value, 'bare')) splitInto(words, each);
    for (const part of parts ?? []) {
      const isBare = part.type === 'Literal' || part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion';
      for (const each of this.part(part, source, frame, 'bare')) {
        if (isBare) splitInto(words, each);
        else words.at(-1)?.push(each);
      }
    }
    const at = source.placed(pos, end);
    return words
      .filter(({ length }) => length > 0)
      .map((each) => filling({ kind: 'text', parts: each, names: [], insteadOf: undefined, at }));
  }

  /** The text of a document in the script: `<<EOF`. */
  document({ body, delimiter }: HereDoc, source: Source, frame?: Frame): Text {
    const at = source.placed(body.pos, body.end);
    const parts =
      body.parts && delimiter?.quoted !== true
        ? this.joined(body.parts, source, frame, 'heredoc')
        : partsAt(source, body.pos, body.end, source.text.slice(body.pos, body.end), 'none');
    return { kind: 'text', parts, names: [], insteadOf: undefined, at };
  }

  /** Notes that the name that is read in a place is only asked whether it is set: `${NAME:+word}`. */
  private isOnlyTested(at: Span): void {
    const key = [at.start, at.end].join(' ');
    const name = this.reads.get(key);
    if (name) this.reads.set(key, { ...name, onlyTested: true });
  }

  /** Notes a name that is read. */
  private seen(name: Name): Name {
    const key = [name.at.start, name.at.end].join(' ');
    if (!this.reads.has(key)) this.reads.set(key, name);
    return name;
  }
}

/** Whether a variable that is given something has it at an offset behind that on every path. */
function isCertainAt({ maybe, within }: Assigned, offset: number): boolean {
  return !maybe && (!within || (offset >= within.pos && offset < within.end));
}
