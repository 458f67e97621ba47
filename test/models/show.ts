/** Values as one line of text, so that a test can say what it expects of one. */
import type { Value } from '../../src/source/model.js';
import { shape } from '../../src/source/values.js';

const DEPTH = 5;

/** `"https://…/{}"` texts, `{ a: … }` tables (`a?:` maybe, `...` open), `[…]` lists, `module:a.b` and `~local` names, `a - b` without a member, `f(…)` calls, `a | b` choices, `?` unknown. */
export function show(value: Value, depth = DEPTH): string {
  if (depth === 0) return '…';
  const inner = (each: Value): string => show(each, depth - 1);
  switch (value.kind) {
    case 'text':
      return `"${shape(value)}"`;
    case 'table': {
      const entries = value.entries.map(({ key, maybe, value: held }) => `${key}${maybe ? '?' : ''}: ${inner(held)}`);
      return `{ ${[...entries, ...(value.open ? ['...'] : [])].join(', ')} }`;
    }
    case 'list':
      return `[${value.items.map(inner).join(', ')}${value.open ? ', ...' : ''}]`;
    case 'name': {
      const head = value.module === undefined ? (value.of ? `(${inner(value.of)}).` : value.local ? '~' : '') : `${value.module}:`;
      return [head + value.path.join('.'), ...(value.without ?? [])].join(' - ');
    }
    case 'call':
      return `${value.new ? 'new ' : ''}${inner(value.callee)}(${value.arguments.map(inner).join(', ')})`;
    case 'choice':
      return value.options.map(inner).join(' | ');
    case 'opaque':
      return value.what === 'constant' ? String(value.value) : value.what === 'unknown' ? '?' : value.what;
  }
}
