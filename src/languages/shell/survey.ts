/** Walks a script's tree once and collects what the rest of the reader needs. */
import {
  type Assignment,
  type Command,
  type CommandExpansionPart,
  type Function as ShellFunction,
  type HereDoc,
  type Redirection,
  type SyntaxNode,
  type Word,
  forEachChild,
  parse,
} from 'unbash';
import { type Assigned, type Assignments, assignmentsOf, type Branch, functionsByPlace } from './assignments.js';
import { type Emptiness, emptyStretches, namesOf, testedWords } from './presence.js';
import { decoded, type Source } from './source.js';
import type { Span } from '../../source/model.js';
import { innermost } from '../../source/span.js';

/** A command with its context. */
export interface Written {
  readonly node: Command;
  readonly source: Source;
  readonly within: ShellFunction | undefined;
  /** The commands before and after it in a pipe. */
  readonly before: Written | undefined;
  piped: Written | undefined;
  /** Whether its output is captured: by `$(…)`, or by a loop or group that follows in a pipe. */
  readonly captured: boolean;
  /** Redirections of the groups and loops around it, innermost first. */
  readonly redirects: readonly Redirection[];
  /** Whether it runs on some paths only. */
  readonly maybe: boolean;
  /** The offset up to which the shell options that it sets apply: the end of its function or subshell. */
  readonly until: number;
}

/** A word, with the source it is in. */
export interface WrittenWord {
  readonly node: Word;
  readonly source: Source;
}

export interface Survey {
  /** The shebang, without `#!`. */
  readonly shebang: string | undefined;
  readonly commands: readonly Written[];
  readonly commandOf: ReadonlyMap<Command, Written>;
  /** Commands by name. */
  readonly called: ReadonlyMap<string, readonly Written[]>;
  /** Assignments in the order of the text. */
  readonly assigned: readonly Assigned[];
  /** Assignments by variable. */
  readonly assignments: ReadonlyMap<string, Assignments>;
  readonly functions: ReadonlyMap<string, ShellFunction>;
  /** Returns the innermost function around an offset. */
  readonly functionAt: (offset: number) => ShellFunction | undefined;
  /** The commands in each function. */
  readonly bodies: ReadonlyMap<ShellFunction, readonly Written[]>;
  readonly exported: ReadonlySet<string>;
  readonly words: readonly WrittenWord[];
  /** Words that are only tested for being empty. */
  readonly tested: ReadonlySet<Word>;
  /** Where variables are known to be empty, by name. */
  readonly empty: ReadonlyMap<string, (at: Span) => Span | undefined>;
  readonly documents: readonly { readonly node: HereDoc; readonly source: Source }[];
  /** Spans of the whole script in which `#` begins no comment. */
  readonly covered: readonly (readonly [start: number, end: number])[];
}

/** Deepest nesting that is walked; nobody nests deeper by hand. */
const MAX_DEPTH = 200;

const branching = new Set(['If', 'Case', 'For', 'ArithmeticFor', 'While', 'Select', 'Elif', 'CaseItem']);

/** Commands that set the variables named by their arguments. */
const setters = new Set(['read', 'mapfile', 'readarray', 'getopts']);
const declarers = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);

interface Around {
  readonly source: Source;
  readonly maybe: boolean;
  readonly within: ShellFunction | undefined;
  readonly branch?: Branch | undefined;
  readonly captured: boolean;
  readonly redirects: readonly Redirection[];
  readonly until: number;
}

/** Walks the tree of a script. `isCaptured` is whether the output of the whole script is captured. */
export function survey(source: Source, isCaptured = false): Survey {
  const commands: Written[] = [];
  const commandOf = new Map<Command, Written>();
  const called = new Map<string, Written[]>();
  const assigned: Assigned[] = [];
  const functions = new Map<string, ShellFunction>();
  const bodies = new Map<ShellFunction, Written[]>();
  const exported = new Set<string>();
  const words: WrittenWord[] = [];
  const documents: Survey['documents'][number][] = [];
  const covered: [number, number][] = [];

  const assign = (each: Assigned): void => {
    assigned.push(each);
    if (each.exported && !each.prefix) exported.add(each.name);
  };
  const set = (name: Word, around: Around, items?: readonly Word[], printed?: Command): void => {
    const { pos: start, end } = name;
    const { source, maybe, within, branch } = around;
    const common = { source, value: undefined, append: false, exported: false, prefix: false, nameEnd: end };
    assign({ ...common, name: name.value, items, maybe, within, branch, start, end, ...(printed && { printed }) });
  };
  const note = (node: Assignment, around: Around, isExported: boolean, prefix: boolean): void => {
    const { name, value, pos: start, end } = node;
    const { source, within, branch } = around;
    const nameEnd = start + name.length;
    if (node.index) return;
    assign({
      name,
      source,
      value,
      items: undefined,
      append: node.append === true,
      maybe: around.maybe,
      exported: isExported,
      within,
      branch,
      start,
      nameEnd,
      end,
      prefix,
    });
  };
  const ofCommand = (node: Command, around: Around, before: Written | undefined): void => {
    const written: Written = { ...around, node, before, piped: undefined };
    if (before) before.piped = written;
    commands.push(written);
    commandOf.set(node, written);
    if (around.within) bodies.get(around.within)?.push(written);
    const name = node.name?.value ?? '';
    const alike = called.get(name);
    if (alike) alike.push(written);
    else called.set(name, [written]);
    const exports = name === 'export' || (declarers.has(name) && node.args.some(({ text }) => /^-\w*x/.test(text)));
    for (const each of node.prefix) if (each.type === 'Assignment') note(each, around, node.name !== undefined, node.name !== undefined);
    const [option, target] = node.args;
    if (name === 'printf' && option?.type === 'Word' && option.value === '-v' && target?.type === 'Word')
      set(target, around, undefined, node);
    for (const each of node.args) {
      if (each.type === 'Assignment') note(each, around, exports, false);
      else if (setters.has(name) && /^[A-Z_]\w*$/i.test(each.value)) set(each, { ...around, maybe: false });
      else if (exports) exported.add(each.value);
      else if (name === 'local' && /^[A-Z_]\w*$/i.test(each.value)) set(each, around);
    }
  };
  const visit = (node: SyntaxNode, around: Around, depth: number, before?: Written): void => {
    if (depth > MAX_DEPTH) return;
    const cover = (from: number, to: number): void => void covered.push([around.source.offset(from), around.source.offset(to)]);
    let inside = around;
    switch (node.type) {
      case 'Command':
        ofCommand(node, around, before);
        break;
      case 'Word':
        words.push({ node, source: around.source });
        cover(node.pos, node.end);
        break;
      case 'HereDoc':
        documents.push({ node, source: around.source });
        cover(node.body.pos, node.body.end);
        break;
      case 'Assignment':
        if (node.value.type === 'Word') cover(node.pos, node.end);
        break;
      case 'ArithmeticCommand':
      case 'ArithmeticFor':
        cover(node.pos, node.type === 'ArithmeticFor' ? node.body.pos : node.end);
        break;
      case 'For':
      case 'Select':
        set(node.name, { ...around, maybe: true }, node.wordlist ?? []);
        break;
      case 'Function':
        functions.set(node.name.value, node);
        bodies.set(node, []);
        inside = {
          ...around,
          within: node,
          branch: undefined,
          maybe: false,
          captured: false,
          redirects: [],
          until: around.source.offset(node.end),
        };
        break;
      case 'Redirected':
        inside = { ...around, redirects: [...node.redirects, ...around.redirects] };
        break;
      case 'Subshell':
        inside = { ...around, until: around.source.offset(node.end) };
        break;
      case 'Pipeline':
        visitPipeline(node, around, depth);
        return;
      case 'AndOr':
        node.commands.forEach((each, index) => {
          visit(each, index === 0 ? around : { ...around, maybe: true }, depth + 1);
        });
        return;
      case 'CommandExpansion':
        visitExpansion(node, around, depth);
        return;
      case 'ProcessSubstitution':
        if (node.script) visit(node.script, { ...around, captured: true, redirects: [] }, depth + 1);
        return;
      default:
        if (branching.has(node.type)) inside = { ...around, maybe: true };
    }
    const branches = node.type === 'If' || node.type === 'Case';
    forEachChild(node, (child) => {
      const isBranch = branches && child !== (node.type === 'If' ? node.clause : node.word);
      const branch = isBranch ? { own: child, whole: node, outer: around.branch } : inside.branch;
      visit(child, branch === inside.branch ? inside : { ...inside, branch }, depth + 1);
    });
  };
  const visitPipeline = (node: Extract<SyntaxNode, { readonly type: 'Pipeline' }>, around: Around, depth: number): void => {
    let before: Written | undefined;
    node.commands.forEach((each, index) => {
      const next = node.commands[index + 1];
      const isLink = each.type === 'Command' && next?.type === 'Command';
      visit(each, next && !isLink ? { ...around, captured: true } : around, depth + 1, before);
      before = each.type === 'Command' ? commandOf.get(each) : undefined;
    });
  };
  const visitExpansion = (node: CommandExpansionPart, around: Around, depth: number): void => {
    if (!node.script) return;
    const { source: text } = node.script;
    const inner = text === undefined ? around.source : decoded(text, around.source, node.pos, node.end);
    const until = around.source.offset(node.end);
    visit(node.script, { ...around, source: inner, captured: true, redirects: [], until }, depth + 1);
  };

  const script = parse(source.text);
  const around = { source, maybe: false, within: undefined, captured: isCaptured, redirects: [], until: source.offset(source.text.length) };
  visit(script, around, 0);
  const tested = testedWords(script, forEachChild);
  return {
    shebang: script.shebang,
    commands,
    commandOf,
    called,
    assigned: assigned.sort((one, other) => one.start - other.start),
    assignments: assignmentsOf(assigned),
    functionAt: functionsByPlace([...bodies.keys()]),
    functions,
    bodies,
    exported,
    words,
    tested,
    empty: emptyByName(emptyStretches(script, forEachChild), assigned),
    documents,
    covered,
  };
}

/** A variable that is copied into another one is empty wherever the copy is. */
function emptyByName(stretches: readonly Emptiness[], assigned: readonly Assigned[]): Survey['empty'] {
  const found = new Map<string, Emptiness[]>();
  if (stretches.length === 0) return new Map();
  const given = new Map<string, Assigned[]>();
  for (const each of assigned) {
    const known = given.get(each.name);
    if (!known) given.set(each.name, [each]);
    else if (known.length < 2) known.push(each);
  }
  for (const stretch of stretches) {
    const [only, more] = given.get(stretch.name) ?? [];
    const copied = only && !more && !only.append && only.value?.type === 'Word' ? namesOf(only.value.text) : [];
    for (const name of new Set([stretch.name, ...copied])) {
      const known = found.get(name);
      if (known) known.push(stretch);
      else found.set(name, [stretch]);
    }
  }
  return new Map([...found].map(([name, own]) => [name, innermost(own)]));
}
