/** The syntax tree of the HCL parser. */
import type { Span } from '../../source/model.js';

export interface Attribute extends Span {
  readonly type: 'attribute';
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: 'block';
  readonly name: string;
  readonly nameAt: Span;
  readonly labels: readonly Label[];
  readonly body: readonly (Attribute | Block)[];
}

export interface Label extends Span {
  readonly text: string;
}

export interface ObjectEntry extends Span {
  /** Undefined if it is computed. */
  readonly key: string | undefined;
  readonly keyAt: Span;
  readonly value: Expression;
}

export type Expression = Span &
  (
    | { readonly type: 'template'; readonly parts: readonly (TemplateText | Expression)[] }
    | { readonly type: 'list'; readonly items: readonly Expression[]; readonly open?: true }
    | { readonly type: 'object'; readonly entries: readonly ObjectEntry[] }
    | { readonly type: 'call'; readonly name: Label; readonly arguments: readonly Expression[]; readonly open: boolean }
    | { readonly type: 'path'; readonly names: readonly string[] }
    | { readonly type: 'choice'; readonly options: readonly Expression[] }
    | { readonly type: 'constant'; readonly value: number | boolean | null }
    | { readonly type: 'unknown' }
  );

/** Literal characters of a template. */
export interface TemplateText extends Span {
  readonly type: 'characters';
  readonly text: string;
}

export interface Tree {
  readonly body: Block['body'];
  readonly comments: readonly Span[];
}
