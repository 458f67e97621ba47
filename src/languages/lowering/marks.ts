/** Marks on lowered classes and imports for what JavaScript's syntax tree cannot express. */

/** How to look up an import in the project, in languages whose modules are members of each other. */
export interface InProject {
  /** The module to search for the name. */
  readonly from: string;
  /** The module that the name may refer to itself. */
  readonly itself?: string;
  /** The modules that become members of the imported one. */
  readonly members?: readonly { readonly path: readonly string[]; readonly module: string }[];
}

/** A class whose objects consist of its fields. */
export interface RecordParts {
  /** In the order of the constructor's arguments. */
  readonly fields: readonly string[];
  /** Whether they can be passed by name only. */
  readonly namedOnly: boolean;
  /** Those that appear in an object's text form. */
  readonly shown: readonly string[];
}

/** Returns how to look up an import specifier in the project, if it is marked with that. */
export function inProjectOf(specifier: object): InProject | undefined {
  return 'inProject' in specifier ? (specifier.inProject as InProject | undefined) : undefined;
}

/** Returns the fields of a class whose objects consist of them, if it is marked as one. */
export function recordOf(ofClass: object): RecordParts | undefined {
  return 'record' in ofClass ? (ofClass.record as RecordParts | undefined) : undefined;
}
