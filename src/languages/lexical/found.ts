/** Everything found in a program, in the order of reading. */
import type { Span } from '../../source/model.js';
import type { Signature } from './declarations/signatures.js';
import {
  type Assignment,
  type CallNode,
  type ChoiceNode,
  type ListNode,
  literalOf,
  type NameNode,
  type Scope,
  type Node,
  type PairNode,
  scopeOf,
  type SumNode,
  type TableNode,
  type TextNode,
} from './tree.js';

/** A write into a variable: an assignment to one of its members, or one that is unknown. */
export type Written = Assignment | 'something';

interface Write {
  readonly variable: NameNode;
  readonly write: Written;
}

/** Methods that mutate their object. */
const changing = new Set(
  'merge! update deep_merge! store add Add TryAdd put putAll insert extend set append Remove delete delete! compact! addAll push'.split(
    ' ',
  ),
);

/** Returns the variable that a chain of members begins with. */
function rootOf(node: NameNode): NameNode | undefined {
  let root: Node = node;
  while (root.kind === 'name' && root.object) root = root.object;
  return root.kind === 'name' ? root : undefined;
}

/** Returns the pair that a list of a text and a value is. */
function pairOf(node: Node): PairNode | undefined {
  const [name, value, ...more] = node.kind === 'list' ? node.items : [];
  if (!name || !value || more.length > 0) return undefined;
  const key = literalOf(name);
  return key === undefined ? undefined : { key, keyAt: name.at, value, at: node.at };
}

/** Creates and collects the nodes of a program. */
export class Found {
  readonly texts: TextNode[] = [];
  readonly calls: CallNode[] = [];
  readonly tables: TableNode[] = [];
  readonly lists: ListNode[] = [];
  readonly choices: ChoiceNode[] = [];
  readonly sums: SumNode[] = [];
  readonly names: NameNode[] = [];
  readonly assignments: Assignment[] = [];
  /** Values that statements discard. */
  readonly dropped = new Set<Node>();
  /** Values that a block evaluates to: its last statement, or what that assigns. */
  readonly given = new Set<Node>();
  /** Values of statements that begin with `return`. */
  readonly returned = new Set<Node>();
  /** Results of functions that have marks, such as annotations. */
  readonly exits: { readonly value: Node; readonly marks: readonly string[] }[] = [];
  /** The scopes of the functions that the program declares, by their names. */
  readonly functions = new Map<string, Scope[]>();
  /** The names of its classes and modules. */
  readonly owners = new Set<string>();
  /** Blocks that follow calls. */
  readonly blocks = new Map<CallNode, Span>();
  private writes: Map<string, Write[]> | undefined;
  /** Fields of records that annotations fill, by name; undefined if records have different ones. */
  readonly fields = new Map<string, Node | undefined>();
  /** Assignments to members, by the name of the member. */
  readonly members = new Map<string, Assignment[]>();

  constructor(
    /** What the program declares, by name. */
    readonly signatures: ReadonlyMap<string, Signature> = new Map(),
  ) {}

  assign(target: NameNode, value: Node, at: Span, isDeclared = true, scope = target.scope): void {
    const assignment: Assignment = { target, value, at, isDeclared };
    this.assignments.push(assignment);
    const variables = target.object ? this.members : scope.variables;
    const known = variables.get(target.name);
    if (known) known.push(assignment);
    else variables.set(target.name, [assignment]);
  }

  declare(name: string, scope: Scope): void {
    const known = this.functions.get(name);
    if (known) known.push(scope);
    else this.functions.set(name, [scope]);
  }

  exit(value: Node, marks: readonly string[]): void {
    if (marks.length > 0) this.exits.push({ value, marks });
  }

  /** The writes into a variable: assignments to its members, and calls of mutating methods. */
  writtenInto({ name, scope }: NameNode): readonly Written[] {
    this.writes ??= this.allWrites();
    const own = scopeOf(name, scope);
    return (this.writes.get(name) ?? []).filter(({ variable }) => scopeOf(name, variable.scope) === own).map(({ write }) => write);
  }

  private allWrites(): Map<string, Write[]> {
    const writes = new Map<string, Write[]>();
    const add = (of: NameNode, write: Written): void => {
      const variable = rootOf(of);
      if (!variable || variable === of) return;
      const isDirect = of.object === variable;
      const found: Write = { variable, write: isDirect ? write : 'something' };
      const known = writes.get(variable.name);
      if (known) known.push(found);
      else writes.set(variable.name, [found]);
    };
    for (const assignment of this.assignments) add(assignment.target, assignment);
    for (const { callee } of this.calls) if (callee.kind === 'name' && changing.has(callee.name)) add(callee, 'something');
    return writes;
  }

  text(node: TextNode): TextNode {
    this.texts.push(node);
    return node;
  }

  name(node: Omit<NameNode, 'kind'>): NameNode {
    const name: NameNode = { kind: 'name', ...node };
    this.names.push(name);
    return name;
  }

  /** A command in backticks. */
  command(text: TextNode, scope: Scope, at: Span): CallNode {
    const callee = this.name({ name: 'backticks', nameAt: at, scope, at });
    return this.call({ callee, arguments: [text], named: [], isNew: false, at });
  }

  call(node: Omit<CallNode, 'kind'>): CallNode {
    const call: CallNode = { kind: 'call', ...node };
    this.calls.push(call);
    return call;
  }

  /** Replaces a call by one with more arguments, which were found later. */
  instead(of: CallNode, call: CallNode): CallNode {
    const index = this.calls.lastIndexOf(of);
    if (index !== -1) this.calls.splice(index, 1);
    return this.call(call);
  }

  /** A list; if it consists of pairs, such as `[("Accept", type)]`, its contents are those of a table too. */
  list(items: readonly Node[], at: Span): ListNode {
    const list: ListNode = { kind: 'list', items, at };
    this.lists.push(list);
    const pairs = items.map(pairOf);
    if (pairs.length > 0 && pairs.every((pair) => pair !== undefined)) this.table(pairs, [], at);
    return list;
  }

  table(
    pairs: readonly PairNode[],
    names: readonly string[],
    at: Span,
    { type, isOpen }: Pick<TableNode, 'type' | 'isOpen'> = {},
  ): TableNode {
    const table: TableNode = { kind: 'table', pairs, names, at, ...(type && { type }), ...(isOpen && { isOpen }) };
    this.tables.push(table);
    return table;
  }

  sum(operands: readonly Node[], names: readonly string[], at: Span): SumNode {
    const sum: SumNode = { kind: 'sum', operands, names, at };
    this.sums.push(sum);
    return sum;
  }

  /** A choice of several options, or the only option. */
  choice(options: readonly Node[], at: Span): Node {
    const [only] = options;
    if (options.length < 2) return only ?? { kind: 'unknown', at };
    const choice: ChoiceNode = { kind: 'choice', options, at };
    this.choices.push(choice);
    return choice;
  }
}
