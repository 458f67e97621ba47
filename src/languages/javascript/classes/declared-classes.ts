/** Objects of which only the type is known, where that is a class of the project: `constructor(private readonly dns: DnsService)`. */
import type { Name, Span, Value } from '../../../source/model.js';
import { baseOf } from '../../../source/span.js';
import { alternatives } from '../../../source/values.js';
import { isLocalClass, type LocalClass, type Reading } from '../reading.js';
import type { ClassNode } from '../syntax/syntax.js';
import { memberOfClass } from './classes.js';

/** A member of such an object, as its class has it; undefined if that tells nothing. */
export function memberOfDeclared(reading: Reading, { type, local }: Name, key: string, at: Span): Value | undefined {
  const declared = local && type?.below.length === 0 ? classNamed(reading, type.name) : undefined;
  if (!declared) return undefined;
  const member = memberOfClass(reading, { ...declared, what: 'unknown', isThis: true }, key, at);
  const isTold = alternatives(member).some((option) =>
    option.kind === 'name' ? !option.local : option.kind !== 'opaque' || option.what !== 'unknown',
  );
  return isTold ? member : undefined;
}

function classNamed(reading: Reading, { module, path, at }: Name): LocalClass | undefined {
  const home = reading.beginningAt(baseOf(at.start));
  const [key = 'default', ...below] = path;
  if (!home || below.length > 0) return undefined;
  const own = module === undefined ? classesOf(home).get(key) : undefined;
  const value = own ? home.read(own) : module === undefined ? undefined : home.surroundings?.module(module)?.exported(key);
  return value && isLocalClass(value) ? value : undefined;
}

const classes = new WeakMap<Reading, ReadonlyMap<string, ClassNode>>();

/** The classes that a file declares, by name. */
function classesOf(reading: Reading): ReadonlyMap<string, ClassNode> {
  const known = classes.get(reading);
  if (known) return known;
  const found = new Map(
    reading.sourceCode.ast.body.flatMap((statement): [string, ClassNode][] => {
      const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
      const declared = isExport ? statement.declaration : statement;
      return declared?.type === 'ClassDeclaration' && declared.id ? [[declared.id.name, declared]] : [];
    }),
  );
  classes.set(reading, found);
  return found;
}
