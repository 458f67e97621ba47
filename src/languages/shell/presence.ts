/** Which words a script only tests for being empty, and continues without: `[ -n "$KEY" ] && echo 'KEY is ignored'`, `${KEY:+set}`. */
import type { Command, CompoundList, LogicalOperator, PipelineNode, SyntaxNode, TestExpression, Word } from 'unbash';
import type { Span } from '../../source/model.js';

/** Deepest nesting that is walked. */
const MAX_DEPTH = 200;

/** Whether a script fails if a test is true, and if it is false. */
interface Consequence {
  readonly ifTrue: boolean;
  readonly ifFalse: boolean;
}

const none: Consequence = { ifTrue: false, ifFalse: false };

type ForEachChild = (node: SyntaxNode, visit: (child: SyntaxNode) => void) => void;

/** Finds the words that a script only tests for being empty. */
export function testedWords(script: SyntaxNode, forEachChild: ForEachChild): ReadonlySet<Word> {
  const tested = new Set<Word>();

  /**
   * Records the operand of a test that is true if the operand is empty, or if it is not. A value without which the script fails is more than tested.
   */
  const note = (word: Word, isTrueIfEmpty: boolean, { ifTrue, ifFalse }: Consequence): void => {
    if (!(isTrueIfEmpty ? ifTrue : ifFalse)) tested.add(word);
  };

  const expression = (test: TestExpression, then: Consequence): void => {
    switch (test.type) {
      case 'TestUnary':
        if (test.operator === '-n' || test.operator === '-z') note(test.operand, test.operator === '-z', then);
        break;
      case 'TestBinary':
        compared(test.left, test.operator, test.right, then);
        break;
      case 'TestLogical':
        for (const operand of test.operands) expression(operand, then);
        break;
      case 'TestNot':
        expression(test.operand, test.negations.length % 2 === 1 ? reversed(then) : then);
        break;
      case 'TestGroup':
        expression(test.expression, then);
    }
  };

  const compared = (left: Word, operator: string, right: Word, then: Consequence): void => {
    const [word, constant] = isExpanded(left) ? [left, right] : [right, left];
    if (isExpanded(constant) || !/^(?:=|==|!=)$/.test(operator)) return;
    const isEmptiness = /^x?$/.test(constant.value);
    note(word, (operator !== '!=') === isEmptiness, then);
  };

  const command = ({ name, args }: Command, then: Consequence): void => {
    if (!name || !/^(?:\[|test)$/.test(name.value)) return;
    const words = args.filter((each) => each.type === 'Word').filter(({ text }) => text !== ']');
    words.forEach((word, index) => {
      const before = words[index - 1]?.text;
      const next = words[index + 1]?.text;
      if (before === '-n' || before === '-z') note(word, (before === '-z') !== (words[index - 2]?.text === '!'), then);
      else if (next !== undefined && words[index + 2] && /^(?:=|==|!=)$/.test(next)) compared(word, next, words[index + 2] ?? word, then);
      else if (words.length === 1) note(word, false, then);
    });
  };

  const visit = (node: SyntaxNode, then: Consequence, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    const inside = (child: SyntaxNode, next: Consequence = none): void => {
      visit(child, next, depth + 1);
    };
    switch (node.type) {
      case 'If': {
        const [next] = node.elif;
        inside(node.clause, { ifTrue: failsIn(node.then), ifFalse: next === undefined && failsIn(node.else) });
        inside(node.then);
        node.elif.forEach((each, index) => {
          const isLast = index === node.elif.length - 1;
          inside(each.clause, { ifTrue: failsIn(each.then), ifFalse: isLast && failsIn(node.else) });
          inside(each.then);
        });
        if (node.else) inside(node.else);
        return;
      }
      case 'CompoundList':
        node.commands.forEach((each, index) => {
          inside(each.command, index === node.commands.length - 1 ? then : none);
        });
        return;
      case 'AndOr':
        node.commands.forEach((each, index) => {
          inside(each, {
            ifTrue: then.ifTrue || failsBehind(node.commands, node.operators, index, '&&'),
            ifFalse: then.ifFalse || failsBehind(node.commands, node.operators, index, '||'),
          });
        });
        return;
      case 'Pipeline': {
        const negations = node.prefixes.filter(({ type }) => type === 'Negation').length;
        for (const each of node.commands) inside(each, negations % 2 === 1 ? reversed(then) : then);
        return;
      }
      case 'TestCommand':
        expression(node.expression, then);
        return;
      case 'Command':
        command(node, then);
        break;
      case 'Redirected':
        inside(node.command, then);
        return;
      default:
    }
    forEachChild(node, (child) => {
      inside(child);
    });
  };

  visit(script, none, 0);
  return tested;
}

/** A span of a script in which a variable is known to be empty. */
export interface Emptiness extends Span {
  readonly name: string;
}

/** Where a script continues only if a variable is empty: `if [ -z "$NAME" ]; then …`, `[ -n "$NAME" ] || …`. */
export function emptyStretches(script: SyntaxNode, forEachChild: ForEachChild): readonly Emptiness[] {
  const found: Emptiness[] = [];
  const note = (names: readonly string[], { pos: start, end }: SyntaxNode): void => {
    for (const name of names) found.push({ name, start, end });
  };
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (node.type === 'If') {
      note(emptyIf(node.clause, true), node.then);
      if (node.else && node.elif.length === 0) note(emptyIf(node.clause, false), node.else);
      for (const each of node.elif) note(emptyIf(each.clause, true), each.then);
    } else if (node.type === 'AndOr')
      for (const [index, operator] of node.operators.entries()) {
        const [test, then] = [node.commands[index], node.commands[index + 1]];
        if (test && then) note(emptyIf(test, operator === '&&'), then);
      }
    forEachChild(node, (child) => {
      visit(child, depth + 1);
    });
  };
  visit(script, 0);
  return found;
}

/** The variables that are empty if a test holds, or if it does not. */
function emptyIf(node: SyntaxNode, holds: boolean): readonly string[] {
  switch (node.type) {
    case 'CompoundList':
      return node.commands.length === 1 && node.commands[0] ? emptyIf(node.commands[0].command, holds) : [];
    case 'Pipeline': {
      const negations = node.prefixes.filter(({ type }) => type === 'Negation').length;
      return node.commands.length === 1 && node.commands[0] ? emptyIf(node.commands[0], negations % 2 === 1 ? !holds : holds) : [];
    }
    case 'TestCommand':
      return emptyBy(node.expression, holds);
    case 'Command': {
      const words = node.args.flatMap((each) => (each.type === 'Word' && each.text !== ']' ? [each.text] : []));
      const isNegated = words[0] === '!';
      const [option, tested = '', more] = isNegated ? words.slice(1) : words;
      const isTest = node.name && /^(?:\[|test)$/.test(node.name.value) && more === undefined;
      return isTest && option === (holds === isNegated ? '-n' : '-z') ? namesOf(tested) : [];
    }
    default:
      return [];
  }
}

function emptyBy(test: TestExpression, holds: boolean): readonly string[] {
  switch (test.type) {
    case 'TestUnary':
      return test.operator === (holds ? '-z' : '-n') ? namesOf(test.operand.text) : [];
    case 'TestNot':
      return emptyBy(test.operand, test.negations.length % 2 === 1 ? !holds : holds);
    case 'TestGroup':
      return emptyBy(test.expression, holds);
    default:
      return [];
  }
}

/** The variable that a word consists of. */
export function namesOf(word: string): readonly string[] {
  const [, braced, bare] = /^"?\$(?:\{(\w+)(?::?-)?\}|(\w+))"?$/.exec(word) ?? [];
  return [braced ?? bare].flatMap((name) => name ?? []);
}

function reversed({ ifTrue, ifFalse }: Consequence): Consequence {
  return { ifTrue: ifFalse, ifFalse: ifTrue };
}

function isExpanded({ text }: Word): boolean {
  return text.includes('$');
}

function failsBehind(
  commands: readonly PipelineNode[],
  operators: readonly LogicalOperator[],
  index: number,
  operator: LogicalOperator,
): boolean {
  return commands.some((each, place) => place > index && operators[place - 1] === operator && fails(each));
}

function failsIn(list: CompoundList | undefined): boolean {
  return list?.commands.some(({ command }) => command.type !== 'AndOr' && fails(command)) ?? false;
}

/** Whether a command ends the script, or its function, with a failure. */
function fails(node: PipelineNode): boolean {
  switch (node.type) {
    case 'BraceGroup':
    case 'Subshell':
      return failsIn(node.body);
    case 'Redirected':
      return fails(node.command);
    case 'Command': {
      const status = node.args[0]?.type === 'Word' ? node.args[0].value : undefined;
      if (node.name?.value === 'return') return status !== undefined && status !== '0';
      return /^(?:exit|die|fail|abort|bail|fatal|panic|usage|error_?exit)$/.test(node.name?.value ?? '') && status !== '0';
    }
    default:
      return false;
  }
}
