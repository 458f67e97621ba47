/** ESLint languages of our own, for files that no other plugin reads. */
import { createRequire } from 'node:module';
import type { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import type { ESLint } from 'eslint';
import { passesGate } from '../languages/gate.js';
import { lastUpTo, lineStartsOf } from '../languages/line-starts.js';
import type { Reader } from '../languages/readers.js';
import type { SourceFile } from '../source/model.js';

type Language = NonNullable<ESLint.Plugin['languages']>[string];

interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The root, which is the whole tree: rules look at what was read, not at nodes. */
interface Root extends Node {
  readonly comments: readonly (Node & { readonly value: string })[];
}

interface Parsed {
  readonly ast: Root;
  readonly file: SourceFile | undefined;
}

/** The file behind a source code object of one of our own languages. */
export function ownFile(sourceCode: object): SourceFile | undefined {
  return (sourceCode as Partial<Parsed>).file;
}

/** An ESLint language. A text in which no rule can find anything is not read at all. */
export function language(name: string, read: Reader): Language {
  const type = `CloudflareAuth${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const own = {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { [type]: [] },
    validateLanguageOptions: () => undefined,
    parse({ body, path }: { readonly body: string; readonly path: string }) {
      const file = passesGate(body) ? read(body, path) : undefined;
      const at = places(body);
      const comments = (file?.comments ?? []).map(({ start, end }) => ({ ...at('Comment', start, end), value: body.slice(start, end) }));
      const ast: Root = { ...at(type, 0, body.length), comments };
      return { ok: true as const, ast, file };
    },
    createSourceCode: ({ body }: { readonly body: string }, parsed: Parsed) => sourceCodeOf(body, parsed),
  };
  return own as unknown as Language;
}

/** Makes nodes of offsets. */
function places(text: string): (type: string, start: number, end: number) => Node {
  const lineStarts = lineStartsOf(text);
  const position = (offset: number): Position => {
    const line = lastUpTo(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) };
  };
  return (type, start, end) => ({ type, range: [start, end], loc: { start: position(start), end: position(end) } });
}

interface Kit {
  readonly ConfigCommentParser: typeof ConfigCommentParser;
  readonly Directive: typeof Directive;
  readonly TextSourceCodeBase: typeof TextSourceCodeBase;
  readonly VisitNodeStep: typeof VisitNodeStep;
}

let make: ((text: string, parsed: Parsed) => object) | undefined;

/** ESLint's own base class is loaded with the first file. */
function sourceCodeOf(text: string, parsed: Parsed): object {
  make ??= sourceCodeMaker(createRequire(import.meta.url)('@eslint/plugin-kit') as Kit);
  return make(text, parsed);
}

function sourceCodeMaker({
  ConfigCommentParser,
  Directive,
  TextSourceCodeBase,
  VisitNodeStep,
}: Kit): (text: string, parsed: Parsed) => object {
  const parser = new ConfigCommentParser();

  /** The text of a comment behind what begins it. */
  const contentOf = ({ value }: { readonly value: string }): string =>
    value.replace(/^(?:#+|\/\/|\/\*|;+|<!--|--|%+|'|REM\b|rem\b)/, '').replace(/(?:\*\/|-->)$/, '');

  class OwnSourceCode extends TextSourceCodeBase {
    readonly parserServices = {};

    constructor(
      text: string,
      private readonly root: Root,
      readonly file: SourceFile | undefined,
    ) {
      super({ text, ast: root });
    }

    get comments(): Root['comments'] {
      return this.root.comments;
    }

    // The base class asks for the place of the root to count columns.
    override getLoc(node: object): Node['loc'] {
      return (node as Node).loc;
    }

    override getRange(node: object): [number, number] {
      return [...(node as Node).range];
    }

    override getParent(): undefined {
      return undefined;
    }

    override *traverse(): Generator<VisitNodeStep> {
      for (const phase of [1, 2] as const) yield new VisitNodeStep({ target: this.root, phase, args: [this.root, undefined] });
    }

    getInlineConfigNodes(): Root['comments'] {
      return this.root.comments.filter((comment) => /^\s*eslint/.test(contentOf(comment)));
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

  return (text, { ast, file }) => new OwnSourceCode(text, ast, file);
}
