/**
 * What rules of other plugins ask a source code object for. A configuration without `files` applies to every file that ESLint lints, so that rules of
 * JavaScript meet our languages: they must find everything there is in JavaScript, and nothing in it.
 */

const none = (): undefined => undefined;
const nothing = (): null => null;
const list = (): readonly never[] => [];
const no = (): false => false;

/** The methods of ESLint's `SourceCode` that speak of tokens, comments and nodes of JavaScript. */
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

/** What rules that ask for types are given instead of ending the run: a program without files, compiled strictly, so that they have nothing to say. */
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
