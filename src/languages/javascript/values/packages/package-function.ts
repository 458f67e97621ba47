import type { Value } from '../../../../source/model.js';

/** A function that a package exports. */
export interface PackageFunction {
  /** Without `node:`. */
  readonly module: string;
  /** Its dotted name; empty for the default export. */
  readonly name: string;
}

/** Returns the function of a package that a callee is. */
export function packageFunction(callee: Value): PackageFunction | undefined {
  if (callee.kind !== 'name' || callee.module === undefined) return undefined;
  return { module: callee.module.replace(/^node:/, ''), name: callee.path.filter((member) => member !== 'default').join('.') };
}
