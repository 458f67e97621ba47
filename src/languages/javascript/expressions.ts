/** Readers for the expressions that most languages have, and for those of JavaScript alone. */
import { readUnary } from './values/arithmetic.js';
import { readCall } from './calls/results.js';
import { readAssignment, readConditional, readLogical } from './values/choices.js';
import { readClass, readFunction, readSuper, readThis } from './classes/classes.js';
import { readEnum, readNamespace } from './values/enums-and-namespaces.js';
import { readMember, readMeta } from './values/members.js';
import { readDynamicImport } from './modules/imports.js';
import type { Expression } from './reading.js';
import { readArray, readObject } from './values/tables.js';
import { readConcatenation, readJsxText, readLiteral, readTaggedTemplate, readTemplate } from './values/texts/texts.js';
import { readIdentifier } from './values/variables.js';

/** The reader for each type of expression. Other types are unknown. */
export const expressions: Readonly<Record<string, Expression>> = {
  ArrayExpression: readArray,
  ArrowFunctionExpression: readFunction,
  AssignmentExpression: readAssignment,
  BinaryExpression: readConcatenation,
  CallExpression: readCall,
  ClassDeclaration: readClass,
  ClassExpression: readClass,
  ConditionalExpression: readConditional,
  FunctionDeclaration: readFunction,
  FunctionExpression: readFunction,
  Identifier: readIdentifier,
  ImportExpression: readDynamicImport,
  JSXText: readJsxText,
  Literal: readLiteral,
  LogicalExpression: readLogical,
  MemberExpression: readMember,
  MetaProperty: readMeta,
  NewExpression: readCall,
  ObjectExpression: readObject,
  Super: readSuper,
  TaggedTemplateExpression: readTaggedTemplate,
  TemplateLiteral: readTemplate,
  ThisExpression: readThis,
  TSEnumDeclaration: readEnum,
  TSModuleDeclaration: readNamespace,
  UnaryExpression: readUnary,
};
