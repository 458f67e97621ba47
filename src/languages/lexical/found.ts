/** What has been found in a program, in the order in which it was read. */
import type { Span } from '../../source/model.js';
import type { Assignment, CallNode, ChoiceNode, ListNode, NameNode, Node, PairNode, SumNode, TableNode, TextNode } from './tree.js';

export class Found {
  readonly texts: TextNode[] = [];
  readonly calls: CallNode[] = [];
  readonly tables: TableNode[] = [];
  readonly lists: ListNode[] = [];
  readonly choices: ChoiceNode[] = [];
  readonly sums: SumNode[] = [];
  readonly names: NameNode[] = [];
  readonly assignments: Assignment[] = [];
  /** What statements give that do nothing with it. */
  readonly dropped = new Set<Node>();
  /** What a statement is, or assigns, that is what its block gives. */
  readonly given = new Set<Node>();
  /** The blocks behind calls. */
  readonly blocks = new Map<CallNode, Span>();
  /** Assignments to members, by the member. */
  readonly members = new Map<string, Assignment[]>();

  assign(target: NameNode, value: Node, at: Span): void {
    const assignment: Assignment = { target, value, at };
    this.assignments.push(assignment);
    const variables = target.object ? this.members : target.scope.variables;
    const known = variables.get(target.name);
    if (known) known.push(assignment);
    else variables.set(target.name, [assignment]);
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

  call(node: Omit<CallNode, 'kind'>): CallNode {
    const call: CallNode = { kind: 'call', ...node };
    this.calls.push(call);
    return call;
  }

  list(items: readonly Node[], at: Span): ListNode {
    const list: ListNode = { kind: 'list', items, at };
    this.lists.push(list);
    return list;
  }

  table(pairs: readonly PairNode[], names: readonly string[], at: Span, type?: NameNode): TableNode {
    const table: TableNode = { kind: 'table', pairs, names, at, ...(type && { type }) };
    this.tables.push(table);
    return table;
  }

  sum(operands: readonly Node[], names: readonly string[], at: Span): SumNode {
    const sum: SumNode = { kind: 'sum', operands, names, at };
    this.sums.push(sum);
    return sum;
  }

  /** One of several, or the only one. */
  choice(options: readonly Node[], at: Span): Node {
    const [only] = options;
    if (options.length < 2) return only ?? { kind: 'unknown', at };
    const choice: ChoiceNode = { kind: 'choice', options, at };
    this.choices.push(choice);
    return choice;
  }
}
