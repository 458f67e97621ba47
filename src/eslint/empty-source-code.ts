/**
 * What rules of other plugins expect of a source code object. A configuration without `files` applies to every file that ESLint lints, so JavaScript rules
 * also run on our languages: every method that they call must exist, and return nothing.
 */

const none = (): undefined => undefined;
const nothing = (): null => null;
const list = (): readonly never[] => [];
const no = (): false => false;

/** The methods of ESLint's `SourceCode` that return JavaScript tokens, comments and nodes. */
export const withoutTokens = {
  ...Object.fromEntries(
    ['getFirstToken', 'getLastToken', 'getTokenBefore', 'getTokenAfter', 'getFirstTokenBetween', 'getLastTokenBetween'].map((name) => [
      name,
      nothing,
    ]),
  ),
  ...Object.fromEntries(
    ['getTokenOrCommentBefore', 'getTokenOrCommentAfter', 'getTokenByRangeStart', 'getNodeByRangeIndex', 'getJSDocComment'].map((name) => [
      name,
      nothing,
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['getFirstTokens', 'getLastTokens', 'getTokensBefore', 'getTokensAfter', 'getTokens', 'getTokensBetween', 'getFirstTokensBetween'],
      ...['getLastTokensBetween', 'getAllComments', 'getCommentsBefore', 'getCommentsAfter', 'getCommentsInside', 'getDeclaredVariables'],
    ].map((name) => [name, list]),
  ),
  ...Object.fromEntries(
    ['commentsExistBetween', 'isSpaceBetween', 'isSpaceBetweenTokens', 'isGlobalReference', 'markVariableAsUsed'].map((name) => [name, no]),
  ),
  getComments: () => ({ leading: [], trailing: [] }),
  applyLanguageOptions: none,
  finalize: none,
};

/** The scope of a program that declares nothing. */
export function emptyScope(block: object) {
  const scope = {
    type: 'global',
    block,
    upper: null,
    isStrict: true,
    functionExpressionScope: false,
    set: new Map(),
    variables: [],
    references: [],
    through: [],
    childScopes: [],
    implicit: { set: new Map(), variables: [], left: [] },
    resolve: nothing,
  };
  return Object.assign(scope, { variableScope: scope });
}

export function emptyScopeManager(scope: object) {
  return {
    scopes: [scope],
    globalScope: scope,
    nodeToScope: new WeakMap(),
    acquire: nothing,
    acquireAll: list,
    getDeclaredVariables: list,
    isES6: () => true,
    isModule: () => true,
    isStrictModeSupported: () => true,
  };
}

/** Parser services that keep type-aware rules from ending the run: a program without files, compiled strictly, in which they find nothing. */
export const emptyServices = {
  program: {
    getCompilerOptions: () => ({ strict: true }),
    getTypeChecker: () => ({}),
    getSourceFile: none,
    getSourceFiles: list,
    getCurrentDirectory: () => '',
    isSourceFileFromExternalLibrary: no,
    isSourceFileDefaultLibrary: no,
  },
  esTreeNodeToTSNodeMap: new WeakMap(),
  tsNodeToESTreeNodeMap: new WeakMap(),
  emitDecoratorMetadata: false,
  experimentalDecorators: false,
  isolatedDeclarations: false,
  getSymbolAtLocation: none,
  getTypeAtLocation: none,
  getResolvedSignature: none,
};
