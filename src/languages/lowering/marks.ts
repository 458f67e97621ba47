/** What lowered trees say of classes and imports that no tree of JavaScript has to say. */

/** How a project is asked for what is imported, in languages whose modules are members of one another. */
export interface InProject {
  /** The module that the name is looked for in. */
  readonly from: string;
  /** The module that the name may stand for itself. */
  readonly itself?: string;
  /** The modules that become members of the one that is imported. */
  readonly members?: readonly { readonly path: readonly string[]; readonly module: string }[];
}

/** A class whose objects are made of their fields. */
export interface RecordParts {
  /** In the order of the arguments. */
  readonly fields: readonly string[];
  /** Whether they are given by name only. */
  readonly namedOnly: boolean;
  /** Those that an object shows of itself as a text. */
  readonly shown: readonly string[];
}

export function inProjectOf(specifier: object): InProject | undefined {
  return 'inProject' in specifier ? (specifier.inProject as InProject | undefined) : undefined;
}

export function recordOf(ofClass: object): RecordParts | undefined {
  return 'record' in ofClass ? (ofClass.record as RecordParts | undefined) : undefined;
}
