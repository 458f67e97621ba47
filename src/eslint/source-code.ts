/** The source code objects of our own languages. */
import { createRequire } from 'node:module';
import type { ConfigCommentParser, Directive, TextSourceCodeBase } from '@eslint/plugin-kit';
import type { SourceFile } from '../source/model.js';
import type { ReadContext } from '../source/modules.js';
import { emptyScope, emptyScopeManager, emptyServices, withoutTokens } from './empty-source-code.js';

export interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Comment extends Node {
  readonly value: string;
}

/** The root, which is the whole tree: our rules use the model instead. */
export interface Root extends Node {
  readonly comments: readonly Comment[];
}

export interface Parsed {
  readonly ast: Root;
  readonly file: SourceFile | undefined;
  /** Reads the file together with the modules it imports, if its language has modules. */
  readonly readWithin?: ((surroundings: ReadContext) => SourceFile) | undefined;
}

/** Returns the model behind a source code object of one of our own languages. */
export function ownFile(sourceCode: object, surroundings?: ReadContext): SourceFile | undefined {
  const { file, readWithin } = sourceCode as Partial<Parsed>;
  return surroundings && readWithin ? readWithin(surroundings) : file;
}

interface Kit {
  readonly ConfigCommentParser: typeof ConfigCommentParser;
  readonly Directive: typeof Directive;
  readonly TextSourceCodeBase: typeof TextSourceCodeBase;
}

let make: ((text: string, parsed: Parsed) => object) | undefined;

/** Creates a source code object. ESLint's base class is loaded with the first file. */
export function sourceCodeOf(text: string, parsed: Parsed): object {
  make ??= sourceCodeMaker(createRequire(import.meta.url)('@eslint/plugin-kit') as Kit);
  return make(text, parsed);
}

function sourceCodeMaker({ ConfigCommentParser, Directive, TextSourceCodeBase }: Kit): (text: string, parsed: Parsed) => object {
  const parser = new ConfigCommentParser();

  /** The text of a comment without its markers. */
  const contentOf = ({ value }: { readonly value: string }): string =>
    value.replace(/^(?:#+|\/\/|\/\*|;+|<!--|--|\(\*|%+|'|REM\b|rem\b)/, '').replace(/(?:\*\/|\*\)|-->)$/, '');

  class OwnSourceCode extends TextSourceCodeBase {
    readonly hasBOM = false;
    readonly parserServices = emptyServices;
    readonly scopeManager;
    readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
    readonly tokensAndComments: readonly object[] = [];
    private readonly scope;

    constructor(
      text: string,
      private readonly root: Root,
      readonly file: SourceFile | undefined,
      readonly readWithin: Parsed['readWithin'],
    ) {
      // JavaScript rules expect the lists of a `Program` node.
      super({ text, ast: Object.assign(root, { body: [], tokens: [], sourceType: 'module', parent: null }) });
      this.scope = emptyScope(root);
      this.scopeManager = emptyScopeManager(this.scope);
      this.visitorKeys = { [root.type]: [] };
    }

    get comments(): Root['comments'] {
      return this.root.comments;
    }

    // The base class reads the location of the root to count columns.
    override getLoc(node: object): Node['loc'] {
      return (node as Node).loc;
    }

    override getRange(node: object): [number, number] {
      return [...(node as Node).range];
    }

    override getParent(): undefined {
      return undefined;
    }

    // Our rules need no traversal, and others expect a traversal to start with a `Program`.
    override traverse(): readonly never[] {
      return [];
    }

    getScope(): object {
      return this.scope;
    }

    getLines(): string[] {
      return this.lines;
    }

    getInlineConfigNodes(): Root['comments'] {
      const comments = this.root.comments.filter((comment) => /^\s*eslint/.test(contentOf(comment)));
      // As in ESLint, a JavaScript line comment can only apply to its own line or the next.
      if (this.file?.language !== 'javascript') return comments;
      return comments.filter((comment) => !comment.value.startsWith('//') || /^\s*eslint-disable-(?:next-)?line/.test(contentOf(comment)));
    }

    /** `eslint-disable-line`, `eslint-disable`, `eslint-enable`, `eslint-disable-next-line`. */
    getDisableDirectives(): object {
      const directives = this.getInlineConfigNodes().flatMap((node) => {
        const { label = '', value = '', justification = '' } = parser.parseDirective(contentOf(node)) ?? {};
        const type = /^eslint-(disable(?:-next-line|-line)?|enable)$/.exec(label)?.[1] as Directive['type'] | undefined;
        return type === undefined ? [] : [new Directive({ type, node, value, justification })];
      });
      return { problems: [], directives };
    }

    /** `eslint cloudflare-auth/require-https: off`. */
    applyInlineConfig(): object {
      const configs: object[] = [];
      const problems: object[] = [];
      for (const node of this.getInlineConfigNodes()) {
        const { label, value = '' } = parser.parseDirective(contentOf(node)) ?? {};
        if (label !== 'eslint') continue;
        const result = parser.parseJSONLikeConfig(value);
        if (result.ok) configs.push({ config: { rules: result.config }, loc: node.loc });
        else problems.push({ ruleId: null, message: result.error.message, loc: node.loc });
      }
      return { configs, problems };
    }
  }

  Object.assign(OwnSourceCode.prototype, withoutTokens);
  return (text, { ast, file, readWithin }) => new OwnSourceCode(text, ast, file, readWithin);
}
