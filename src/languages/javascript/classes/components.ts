/** Evaluates `this` in the methods of an object literal, such as the options of a component. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, Value } from '../../../source/model.js';
import { unknown } from '../../../source/values.js';
import { localName, type Reading } from '../reading.js';
import { bare, isFunction, type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';
import { choice } from '../values/choices.js';
import { type Content, contentOfValue, entry, joined, lazyTable } from '../values/tables.js';

/** The value of an object literal. If a variable holds it, later changes are included. */
export function readObjectOf(reading: Reading, node: TSESTree.ObjectExpression): Value {
  const component = componentOf(node);
  const data = component && dataOf(component);
  if (data) return componentWith(reading, node, data);
  const declaration = parentOf(node);
  const isHeld = declaration?.type === 'VariableDeclarator' && declaration.init === node && declaration.id.type === 'Identifier';
  return reading.read(isHeld ? declaration.id : node);
}

const components = new WeakMap<Reading, Map<Node, Value>>();

/** The value of `this` in the methods of a component. Cached by the object that holds the methods, since there may be many `this`. */
function componentWith(reading: Reading, node: TSESTree.ObjectExpression, data: Node): Value {
  const known = components.get(reading) ?? new Map<Node, Value>();
  components.set(reading, known);
  let component = known.get(node);
  if (!component) {
    const content = (): Content => {
      const state = data.type === 'ObjectExpression' ? reading.read(data) : unknown(spanOf(data));
      return joined([changing(reading, contentOfValue(reading, state)), contentOfValue(reading, reading.read(node))]);
    };
    component = lazyTable(reading, content, { names: () => [], type: () => undefined, at: spanOf(node) });
    known.set(node, component);
  }
  return component;
}

/** A component's initial state, of which everything but tables and lists may change later. */
function changing(reading: Reading, { entries, open }: Content): Content {
  const held = ({ key, value }: Entry): Value =>
    value.kind === 'table' || value.kind === 'list' ? value : (choice([value, localName(['this', key], value.at)], value.at) ?? value);
  return { entries: entries.map((each) => entry(reading, each.key, each.keyAt, () => held(each), each.at, each.maybe)), open };
}

/** The options of a Vue component or Pinia store, from themselves or from a group of methods in them. */
function componentOf(node: TSESTree.ObjectExpression): TSESTree.ObjectExpression | undefined {
  const group = parentOf(node);
  const isGroup =
    group?.type === 'Property' && /^(?:methods|computed|watch|actions|getters)$/.test(staticKey(group.key, group.computed) ?? '');
  const options = isGroup ? parentOf(group) : node;
  return options?.type === 'ObjectExpression' ? options : undefined;
}

/** The expression that `data()` of a component, or `state()` of a store, returns. */
function dataOf(component: TSESTree.ObjectExpression): Node | undefined {
  const data = component.properties.find(
    (each) => each.type === 'Property' && /^(?:data|state)$/.test(staticKey(each.key, each.computed) ?? ''),
  );
  const callee = data?.type === 'Property' && isFunction(data.value) ? data.value : undefined;
  if (callee?.body.type !== 'BlockStatement') return callee && bare(callee.body);
  const returned = callee.body.body.find((each) => each.type === 'ReturnStatement');
  return returned?.argument ?? undefined;
}
