/** Resolves the exports of a JavaScript module to values. */
import type { Span, Value } from '../../../source/model.js';
import type { Module } from '../../../source/modules.js';
import { get, presentValue } from '../../../source/values.js';
import type { Reading } from '../reading.js';
import type { SourceCode } from '../source-code.js';
import { nameOf } from '../syntax/dotted-name.js';
import { type Node, spanOf } from '../syntax/syntax.js';
import { declaredKeys, nameIn } from '../syntax/type-members.js';
import { choice } from '../values/choices.js';
import { memberOf } from '../values/members.js';
import { moduleName } from '../syntax/imported-name.js';
import { namespace, starsOf, informative } from './imports.js';
import { entry, lazyTable } from '../values/tables.js';

/** An export: an expression or variable of the module, or a re-export from another. */
type Export =
  | { readonly node: Node }
  /** Without a name: the namespace object of the other module. */
  | { readonly from: string; readonly name: string | undefined; readonly at: Span };

interface Exports {
  readonly named: ReadonlyMap<string, Export>;
  /** The modules that it re-exports with `export *`. */
  readonly stars: readonly string[];
  /** The values assigned to `module.exports`. */
  readonly wholes: readonly Node[];
  /** The values assigned to its members. */
  readonly members: ReadonlyMap<string, readonly Node[]>;
}

/** The module interface of a reading. */
export function moduleOf(reading: Reading): Module {
  const exports = exportsOf(reading.sourceCode);
  const { named, stars, wholes, members } = exports;
  const asked = new Set<string>();
  const isCommonJs = named.size === 0 && stars.length === 0 && reading.sourceCode.exportsAll !== true;

  const required = (): Value | undefined => {
    if (!isCommonJs || (wholes.length === 0 && members.size === 0)) return undefined;
    const at = { start: reading.base, end: reading.base };
    const whole = choice(
      wholes.map((node) => reading.read(node)),
      at,
    );
    if (whole && (whole.kind !== 'table' || members.size === 0)) return whole;
    const added = [...members].map(([key, nodes]) =>
      entry(
        reading,
        key,
        at,
        () =>
          choice(
            nodes.map((node) => reading.read(node)),
            at,
          ) ?? { kind: 'opaque', what: 'unknown', at },
        at,
      ),
    );
    return lazyTable(reading, () => ({ entries: [...(whole?.entries ?? []), ...added], open: whole?.open ?? false }), {
      names: () => [],
      type: () => undefined,
      at,
    });
  };

  const find = (name: string): Value | undefined => {
    const own = named.get(name);
    if (own) return valueOf(reading, own);
    if (!isCommonJs) return name === 'default' ? undefined : ofStars(reading, stars, name);
    const nodes = members.get(name);
    if (nodes)
      return choice(
        nodes.map((node) => reading.read(node)),
        { start: reading.base, end: reading.base },
      );
    const whole = required();
    if (!whole || name === 'default') return (whole?.kind === 'table' ? presentValue(get(whole, 'default')) : undefined) ?? whole;
    return memberOf(reading, whole, name, whole.at);
  };

  return {
    base: reading.base,
    required,
    membersOf(type, path = []) {
      const key = ['type', type, ...path].join(' ');
      if (asked.has(key)) return [];
      asked.add(key);
      const members = declaredKeys(reading, type, path, stars);
      asked.delete(key);
      return members;
    },
    exported(name) {
      // Modules may re-export from each other in a circle.
      if (asked.has(name)) return undefined;
      asked.add(name);
      const value = find(name);
      asked.delete(name);
      return value;
    },
    names() {
      if (!isCommonJs) return namesOf(reading, exports, asked);
      const whole = required();
      if (whole?.kind !== 'table') return { names: whole ? ['default'] : [], open: true };
      return { names: [...new Set(['default', ...whole.entries.map(({ key }) => key)])], open: whole.open };
    },
  };
}

function namesOf(reading: Reading, { named, stars }: Exports, asked: Set<string>): ReturnType<Module['names']> {
  if (asked.has('*')) return { names: [], open: false };
  asked.add('*');
  const others = stars.map((source) => reading.surroundings?.module(source)?.names() ?? { names: [], open: true });
  asked.delete('*');
  const names = [...named.keys(), ...others.flatMap((other) => other.names.filter((name) => name !== 'default'))];
  return { names: [...new Set(names)], open: reading.sourceCode.exportsAll === true || others.some(({ open }) => open) };
}

function valueOf(reading: Reading, exported: Export): Value | undefined {
  if ('node' in exported) return reading.read(exported.node);
  const { from, name, at } = exported;
  const module = reading.surroundings?.module(from);
  const value = module && (name === undefined ? namespace(reading, module, from) : informative(module.exported(name)));
  // A package has the same name in every importer; a relative path would mean another file.
  return value ?? (from.startsWith('.') ? undefined : moduleName(from, name === undefined || name === 'default' ? [] : [name], at));
}

/** Finds an export in the modules that are re-exported with `export *`; undefined if several of them have it. */
function ofStars(reading: Reading, stars: readonly string[], name: string): Value | undefined {
  const modules = stars.map((source) => reading.surroundings?.module(source));
  const values = modules.flatMap((module) => informative(module?.exported(name)) ?? []);
  const [value] = values;
  return values.length === 1 ? value : undefined;
}

const known = new WeakMap<object, Exports>();

function exportsOf(sourceCode: SourceCode): Exports {
  const exports = known.get(sourceCode.ast) ?? findExports(sourceCode);
  known.set(sourceCode.ast, exports);
  return exports;
}

function findExports(sourceCode: SourceCode): Exports {
  const { ast, scopeManager } = sourceCode;
  if (sourceCode.exportsAll) return allOf(sourceCode);
  const named = new Map<string, Export>();
  const stars: string[] = [];
  const assigned: Assigned = { wholes: [], members: new Map(), isDetached: false };
  const declare = (declaration: Node): void => {
    for (const { name, identifiers } of scopeManager?.getDeclaredVariables(declaration) ?? []) {
      const [identifier] = identifiers;
      if (identifier) named.set(name, { node: identifier });
    }
  };
  for (const statement of ast.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration': {
        const { declaration, specifiers, source } = statement;
        if (statement.exportKind === 'type') break;
        if (declaration?.type === 'VariableDeclaration') declaration.declarations.forEach(declare);
        else if (declaration) declare(declaration);
        for (const { local, exported } of specifiers)
          named.set(nameIn(exported), source ? { from: source.value, name: nameIn(local), at: spanOf(local) } : { node: local });
        break;
      }
      case 'ExportDefaultDeclaration':
        named.set('default', { node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exportKind === 'type') break;
        if (statement.exported)
          named.set(nameIn(statement.exported), { from: statement.source.value, name: undefined, at: spanOf(statement) });
        else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        assigned.wholes.push(statement.expression);
        break;
      case 'ExpressionStatement':
        assign(statement.expression, assigned);
        break;
      default:
    }
  }
  return { named, stars, wholes: assigned.wholes, members: assigned.members };
}

/** All variables of a program as exports, and all names of the modules that it star-imports. */
function allOf(sourceCode: SourceCode): Exports {
  const variables = sourceCode.scopeManager?.scopes.find(({ type }) => (type as string) === 'module')?.variables ?? [];
  const named = variables.flatMap(({ name, identifiers: [node] }) => (node ? [[name, { node }] as const] : []));
  return { named: new Map(named), stars: starsOf(sourceCode), wholes: [], members: new Map() };
}

/** The assignments to `module.exports` and its members. */
interface Assigned {
  readonly wholes: Node[];
  readonly members: Map<string, Node[]>;
  /** Whether `exports` no longer refers to what the module exports. */
  isDetached: boolean;
}

/** `module.exports = …`, `exports.token = …`, `exports = module.exports = …`. */
function assign(expression: Node, to: Assigned): void {
  const places: (readonly string[])[] = [];
  let value = expression;
  for (; value.type === 'AssignmentExpression' && value.operator === '='; value = value.right) places.push(nameOf(value.left) ?? []);
  const isWhole = places.some((place) => place.join('.') === 'module.exports') && nameOf(value)?.[0] !== 'exports';
  if (isWhole) {
    // Members of the previous object are lost with it.
    to.members.clear();
    to.wholes.push(value);
    to.isDetached = !places.some((place) => place.join('.') === 'exports');
  }
  for (const [head, ...path] of places) {
    const [key, ...below] = head === 'module' && path[0] === 'exports' ? path.slice(1) : head === 'exports' && !to.isDetached ? path : [];
    if (key !== undefined && below.length === 0) to.members.set(key, [...(to.members.get(key) ?? []), value]);
  }
}
