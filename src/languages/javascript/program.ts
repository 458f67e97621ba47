/** Turns a program into its model: any ESTree-compatible tree, evaluated by the semantics of its language. */
import type { TSESTree } from '@typescript-eslint/utils';
import { limited } from '../../source/edits.js';
import type { Call, Contents, Name, SourceFile, Span, Text } from '../../source/model.js';
import type { Module, ReadContext } from '../../source/modules.js';
import { isInOtherFile } from '../../source/span.js';
import { callAt, templateAt } from './calls/calls.js';
import { bindingAt } from './contents/bindings.js';
import { exitsOf } from './contents/exits.js';
import { type Language, Reading } from './reading.js';
import { moduleOf } from './modules/exports.js';
import { commandsIn } from './contents/scripts.js';
import type { SourceCode } from './source-code.js';
import { isOnlyTested } from './presence.js';
import { importedName } from './syntax/imported-name.js';
import { conditionalIn } from './syntax/survey.js';
import { type Node, parentOf, spanOf, staticKey } from './syntax/syntax.js';
import { testsIn } from '../tests/index.js';
import { writtenTexts } from './contents/written-texts.js';

/** Reads a file. The lists of its model are computed on first access. */
export function readProgram(sourceCode: SourceCode, path: string, language: Language, surroundings?: ReadContext): SourceFile {
  const reading = new Reading(sourceCode, language, surroundings);
  surroundings?.opened(moduleOf(reading));
  const { survey } = reading;
  let commands: Contents | undefined;
  const withCommands = <K extends 'texts' | 'calls' | 'bindings'>(key: K, own: Contents[K]): Contents[K] => {
    commands ??= commandsIn(reading);
    if (commands[key].length === 0) return own;
    return [...own, ...commands[key]].sort((one, other) => one.at.start - other.at.start) as unknown as Contents[K];
  };
  return {
    language: language.name,
    path,
    text: sourceCode.text,
    edits: limited(language.edits(reading)),
    get isExhausted() {
      return reading.isExhausted;
    },
    get areModulesExhausted() {
      return reading.areModulesExhausted;
    },
    get texts(): readonly Text[] {
      return once(this, 'texts', withCommands('texts', writtenTexts(reading)));
    },
    get comments(): readonly Span[] {
      return once(
        this,
        'comments',
        sourceCode.ast.comments?.map((comment) => ({
          start: comment.range[0],
          end: comment.range[1],
        })) ?? [],
      );
    },
    get tables() {
      return once(
        this,
        'tables',
        survey.objects.flatMap((node) => asKind(reading.read(node), 'table')),
      );
    },
    get calls() {
      return once(this, 'calls', withCommands('calls', callsOf(reading)));
    },
    get bindings() {
      return once(
        this,
        'bindings',
        withCommands(
          'bindings',
          survey.bindings.flatMap((node) => bindingAt(reading, node) ?? []),
        ),
      );
    },
    get tests() {
      return once(this, 'tests', testsIn(language.name, sourceCode.text));
    },
    get conditional() {
      return conditionalIn(survey);
    },
    get exits() {
      return once(this, 'exits', exitsOf(reading));
    },
    get reads() {
      return once(
        this,
        'reads',
        survey.reads.flatMap((node) => {
          const names = readAt(reading, node);
          return names.length > 0 && isOnlyTested(reading, node) ? names.map((name) => ({ ...name, onlyTested: true })) : names;
        }),
      );
    },
  };
}

/** Reads a file as a module, for its importers. */
export function readProgramModule(sourceCode: SourceCode, language: Language, surroundings: ReadContext): Module {
  return moduleOf(new Reading(sourceCode, language, surroundings));
}

/** All calls, including tagged templates. */
function callsOf(reading: Reading): readonly Call[] {
  const { calls, tagged } = reading.survey;
  const written = calls.map((node) => callAt(reading, node));
  if (tagged.length === 0) return written;
  return [...written, ...tagged.map((node) => templateAt(reading, node))].sort((one, other) => one.at.start - other.at.start);
}

/** Replaces a getter with the value that it returned. */
function once<T>(owner: object, key: string, value: T): T {
  Object.defineProperty(owner, key, { value, enumerable: true });
  return value;
}

function asKind<K extends string, V extends { readonly kind: string }>(value: V, kind: K): readonly Extract<V, { readonly kind: K }>[] {
  return value.kind === kind ? [value as Extract<V, { readonly kind: K }>] : [];
}

function readAt(reading: Reading, node: Node): readonly Name[] {
  switch (node.type) {
    case 'Property': {
      // `const { X } = process.env` reads process.env.X.
      const key = staticKey(node.key, node.computed);
      const target = node.value.type === 'AssignmentPattern' ? node.value.left : node.value;
      if (key === undefined || target.type !== 'Identifier') return [];
      const definition = reading.scope.variable(target)?.defs[0]?.node as TSESTree.VariableDeclarator | undefined;
      if (definition?.type !== 'VariableDeclarator' || !definition.init) return [];
      return namesIn(reading, target);
    }
    case 'ImportSpecifier':
      return [importedName(node, parentOf(node), spanOf(node.local))].filter((name) => name !== undefined);
    default:
      return namesIn(reading, node);
  }
}

function namesIn(reading: Reading, node: Node): readonly Name[] {
  const value = reading.read(node);
  const options = value.kind === 'choice' ? value.options : [value];
  // Names that another module reads do not count as reads of this file.
  return options.flatMap((option) => asKind(option, 'name')).filter(({ at }) => !isInOtherFile(at));
}
