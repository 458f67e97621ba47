/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/php';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type PhpNode = SyntaxNode;

/** Where a reserved word is a name: of a method and where it is called, and of an argument. */
const names = /(\bfunction[ \t]+(?:&[ \t]*)?|::[ \t]*)[a-z](?=[a-z_]+[ \t]*\()|([(,]\s*)[a-z](?=[a-z_]+[ \t]*:(?!:))/gi;

/**
 * What version 1.0.6 of the grammar takes for an error, in words of the same length that it takes for the same: it knows no `readonly` classes,
 * nor who may set a property, and takes reserved words for themselves where they are names.
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
