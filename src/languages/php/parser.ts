/** Lezer's parser, which returns a tree for any text. */
import { parser } from '@lezer/php';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type PhpNode = SyntaxNode;

/** Where a reserved word is a name: of a method (declared or called), or of an argument. */
const names = /(\bfunction[ \t]+(?:&[ \t]*)?|::[ \t]*)[a-z](?=[a-z_]+[ \t]*\()|([(,]\s*)[a-z](?=[a-z_]+[ \t]*:(?!:))/gi;

/**
 * Replaces syntax that version 1.0.6 of the grammar rejects by equivalents of the same length: the grammar lacks `readonly` classes and asymmetric
 * visibility of properties, and does not accept reserved words as names.
 */
function withoutGaps(text: string): string {
  return text
    .replace(names, (_, ofMethod?: string, ofArgument?: string) => `${ofMethod ?? ofArgument ?? ''}_`)
    .replace(/\breadonly(?=\s+(?:(?:final|abstract)\s+)?class\b)/gi, '        ')
    .replace(/\b(p(?:ublic|rotected|rivate))\(set\)/gi, '$1     ');
}

export function parsePhp(text: string): Parsed {
  return parsed(parser, withoutGaps(text));
}
