/** Evaluates the words of a script. */
import type { ArrayValue, DoubleQuotedChild, Function as ShellFunction, HereDoc, ParameterExpansionPart, Word, WordPart } from 'unbash';
import type { Hole, Name, Piece, Span, Text, Value } from '../../source/model.js';
import { alternatives, unwrapHole, unknown } from '../../source/values.js';
import {
  appendedTo,
  argument,
  choice,
  substring,
  element,
  type Frame,
  longestOf,
  MAX_APPENDED,
  type Parts,
  partsOf,
  skipped,
  split,
  splitInto,
} from './expanded.js';
import { partsAt } from './pieces.js';
import type { Source } from './source.js';
import type { Assigned } from './assignments.js';
import type { Survey, Written } from './survey.js';
import { Values } from './values.js';

/** Most commands that are read again for calls of the functions that contain them. */
const MAX_ENTERED = 20_000;
/** Most values of a variable that are distinguished. */
const MAX_VALUES = 8;
/** A text with more parts than this was generated, not written by hand. */
const MAX_PARTS = 1_000;
/** The names that a text is bound to. */
interface Bound {
  readonly names?: readonly string[];
  readonly insteadOf?: readonly string[] | undefined;
}

/** Reads commands, which consist of words themselves. */
export interface CommandReader {
  readonly call: (reading: Reading, written: Written, frame?: Frame) => Value;
  readonly output: (reading: Reading, written: Written, frame?: Frame) => Value | undefined;
}

export class Reading {
  /** Every dotted name that is read. */
  readonly reads = new Map<string, Name>();
  private shifted: ReadonlySet<ShellFunction | undefined> | undefined;
  readonly #values = new Values();
  #entered = 0;

  constructor(
    readonly survey: Survey,
    private readonly commands: CommandReader,
  ) {}

  get isExhausted(): boolean {
    return this.#values.isExhausted;
  }

  /** Counts commands that are read again for a call of the function that contains them; false once there are too many. */
  enter(commands: number): boolean {
    this.#entered += commands;
    return this.#entered <= MAX_ENTERED;
  }

  /** The value of a word: that of the variable that it consists of, or a text. */
  value(word: Word, source: Source, frame?: Frame, bound: Bound = {}): Value {
    const at = source.placed(word.pos, word.end);
    return this.#values.once(word, frame, at, () => this.read(word, source, frame, bound, at));
  }

  private read(word: Word, source: Source, frame: Frame | undefined, { names = [], insteadOf }: Bound, at: Span): Value {
    const parts = this.parts(word, source, frame);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'hole') return only.value;
    return { kind: 'text', parts, names, fallbackFor: insteadOf, at };
  }

  /** The pieces and holes of a word. */
  private parts(word: Word, source: Source, frame: Frame | undefined): Parts {
    if (!word.parts) return partsAt(source, word.pos, word.end, word.value, 'bare');
    return this.joined(word.parts, source, frame, 'bare');
  }

  private joined(parts: readonly WordPart[], source: Source, frame: Frame | undefined, quoting: 'bare' | 'double' | 'heredoc'): Parts {
    const all = parts.flatMap((part) => this.part(part, source, frame, quoting));
    return all.slice(0, MAX_PARTS);
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

  /** The value of `$NAME`, `${NAME:-word}`, `$(command)`. */
  private expansion(part: Extract<DoubleQuotedChild, { readonly type: `${string}Expansion` }>, source: Source, frame?: Frame): Value {
    const at = source.placed(part.pos, part.end);
    if (part.type === 'SimpleExpansion') return this.variable(part.text.slice(1), source.offset(part.pos), at, frame);
    if (part.type === 'ParameterExpansion') return this.parameter(part, source, frame);
    if (part.type !== 'CommandExpansion' || part.script?.commands.length !== 1) return unknown(at);
    const command = part.script.commands[0]?.command;
    const last = command?.type === 'Pipeline' ? command.commands.at(-1) : command;
    const written = last?.type === 'Command' ? this.survey.commandOf.get(last) : undefined;
    return written ? (this.commands.output(this, written, frame) ?? this.commands.call(this, written, frame)) : unknown(at);
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
      return value.kind === 'list'
        ? { ...value, items: value.items.slice(skipped(operation.offset.value)) }
        : substring(value, operation, at);
    if (operation.type !== 'Default') return unknown(at);
    const { operator, operand } = operation;
    if (operator.endsWith('?')) return value;
    if (operator.endsWith('+')) return this.value(operand, source, frame);
    const fallback = this.value(operand, source, frame, { insteadOf: ['env', parameter] });
    return value.kind === 'text' ? value : choice([...alternatives(value), fallback], at);
  }

  /** The value of a variable at an offset of the script: what was assigned before it, or else a variable of the environment. */
  variable(name: string, offset: number, at: Span, frame?: Frame): Value {
    if (/^\d+$|^[@*]$/.test(name))
      return frame ? argument(frame, name, at) : this.seen({ ...this.parameterOf(offset, at), path: [name], at });
    if (!/^\w/.test(name)) return unknown(at);
    if (this.isEmpty(name, offset)) return { kind: 'text', parts: [], names: [], fallbackFor: undefined, at };
    // Each iteration of `getopts` assigns it another value.
    if (name === 'OPTARG') return this.seen({ kind: 'name', path: [name], local: true, declaredAt: at, at });
    const history = this.survey.assignments.get(name);
    const { found: candidates, isCertain } = history?.at(offset, MAX_VALUES) ?? { found: [], isCertain: false };
    const options = candidates.flatMap((each) => alternatives(this.assigned(each, frame)));
    const isLocal = history?.isLocal ?? false;
    const found = options.filter((option) => option.kind !== 'name' || option.path.at(-1) !== name);
    // `export NAME=$NAME` exports the value from the environment.
    const isItself = found.length < options.length && options.some((option) => option.kind === 'name' && option.path[0] === 'env');
    if ((!isCertain && !isLocal) || isItself) found.push(this.seen({ kind: 'name', path: ['env', name], at }));
    return choice(found.length > 0 ? found : [this.seen({ kind: 'name', path: [name], local: true, at })], at);
  }

  /** Whether a variable is known to be empty at an offset: it was tested, and has not been assigned since. */
  private isEmpty(name: string, offset: number): boolean {
    const stretch = this.survey.empty.get(name)?.({ start: offset, end: offset });
    return stretch !== undefined && this.survey.assignments.get(name)?.isGivenIn(stretch.start, offset) !== true;
  }

  /** A parameter of the function around an offset, or of the script. Where parameters are shifted, it may differ at each place. */
  private parameterOf(offset: number, at: Span): Pick<Name, 'kind' | 'local' | 'declaredAt'> {
    const inner = this.survey.functionAt(offset);
    const declaredAt = this.isShifted(inner) ? at : inner && { start: inner.pos, end: inner.end };
    return { kind: 'name', local: true, ...(declaredAt && { declaredAt }) };
  }

  /** Whether a function, or the script outside functions, changes its parameters: by `shift` or `set -- …`. */
  private isShifted(within: ShellFunction | undefined): boolean {
    let shifted = this.shifted;
    if (!shifted) {
      const { called } = this.survey;
      const setting = (called.get('set') ?? []).filter(({ node }) => node.args.some(({ text }) => text === '--'));
      this.shifted = shifted = new Set([...(called.get('shift') ?? []), ...setting].map((each) => each.within));
    }
    return shifted.has(within);
  }

  /** The value of a variable after an assignment, which may apply on some paths only if it appends. */
  private assigned(assigned: Assigned, frame?: Frame): Value {
    const { source, start, end } = assigned;
    const at = source.placed(start, end);
    return this.#values.once(assigned, frame, at, () => this.readAssigned(assigned, at, frame));
  }

  private readAssigned(assigned: Assigned, at: Span, frame?: Frame): Value {
    const { name, value, items, printed, source, append, start, nameEnd, maybe } = assigned;
    if (items) {
      const each = items.slice(0, MAX_VALUES).flatMap((item) => this.itemsOf(item, source, frame));
      return each.length > 0 ? choice(each.slice(0, MAX_VALUES), at) : unknown(at);
    }
    if (!value) {
      const command = printed && this.survey.commandOf.get(printed);
      const output = command && this.commands.output(this, command, frame);
      return output ?? { kind: 'name', path: [name], local: true, at };
    }
    const given = this.given(value, source, frame, this.namesOf(assigned));
    if (!append) return given;
    const before = this.variable(name, source.offset(start), source.placed(start, nameEnd), frame);
    if (given.kind === 'list') return appendedTo(before, given, maybe);
    const added = partsOf(given, at);
    const options = alternatives(before).map((option): Value => {
      const parts = [...partsOf(option, at), ...added];
      return parts.length > MAX_APPENDED ? unknown(at) : { kind: 'text', parts, names: [name], fallbackFor: undefined, at };
    });
    return choice([...options, ...(maybe ? alternatives(before) : [])].slice(0, MAX_VALUES), at);
  }

  /** The value that is assigned to a variable. */
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

  /** The names that an assigned value is bound to; for exported variables they begin with `env`. */
  namesOf({ name, exported }: Assigned): readonly string[] {
    return exported || this.survey.exported.has(name) ? ['env', name] : [name];
  }

  /** The arguments that a word contributes to a command: arrays are spread, and unquoted variables split. */
  arguments(
    word: Word,
    source: Source,
    frame?: Frame,
    names: readonly string[] = [],
  ): { readonly values: readonly Value[]; readonly open: boolean } {
    const value = this.value(word, source, frame, { names });
    const list = longestOf(value);
    if (list) return { values: list.items, open: value.kind !== 'list' || value.open };
    const [only] = word.parts ?? [];
    const isBare = word.parts?.length === 1 && (only?.type === 'SimpleExpansion' || only?.type === 'ParameterExpansion');
    if (value.kind === 'name' && value.path.at(-1) === '@') return { values: [], open: true };
    if (!isBare) return { values: [value], open: false };
    if (only.type === 'ParameterExpansion' && only.operation?.type === 'Default' && only.operation.operator.endsWith('+'))
      return { values: this.wordsIn(only.operation.operand, source, frame), open: false };
    if (value.kind === 'text') return { values: split(value), open: false };
    return { values: [value], open: value.kind !== 'choice' };
  }

  /** The values that a word gives a loop variable, in order. */
  private itemsOf(word: Word, source: Source, frame: Frame | undefined): readonly Value[] {
    const { values, open } = this.arguments(word, source, frame);
    if (values.length === 0) return [this.value(word, source, frame)];
    return open ? [...values, unknown(source.placed(word.pos, word.end))] : values;
  }

  /** The words of an operand: `-d` and the value of DATA in `${DATA:+-d "$DATA"}`, however many words that has. */
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
      .map((each) => unwrapHole({ kind: 'text', parts: each, names: [], fallbackFor: undefined, at }));
  }

  /** The text of a here-document: `<<EOF`. */
  document({ body, delimiter }: HereDoc, source: Source, frame?: Frame): Text {
    const at = source.placed(body.pos, body.end);
    const parts =
      body.parts && delimiter?.quoted !== true
        ? this.joined(body.parts, source, frame, 'heredoc')
        : partsAt(source, body.pos, body.end, source.text.slice(body.pos, body.end), 'none');
    return { kind: 'text', parts, names: [], fallbackFor: undefined, at };
  }

  /** Marks a name as only tested for being set: `${NAME:+word}`. */
  private isOnlyTested(at: Span): void {
    const key = [at.start, at.end].join(' ');
    const name = this.reads.get(key);
    if (name) this.reads.set(key, { ...name, onlyTested: true });
  }

  /** Records a name that is read. */
  private seen(name: Name): Name {
    const key = [name.at.start, name.at.end].join(' ');
    if (!this.reads.has(key)) this.reads.set(key, name);
    return name;
  }
}
