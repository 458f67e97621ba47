/** The lexical reader: reads programs in languages that have no reader of their own, as far as a profile of the language allows. */
import type { Contents, SourceFile, Span } from '../../source/model.js';
import { together } from '../shell/index.js';
import { commandsIn } from './commands.js';
import { conditionalIn } from './conditional.js';
import { evaluatedContents } from './evaluation/contents.js';
import { Evaluation } from './evaluation/evaluation.js';
import { Found } from './found.js';
import { grouped } from './tokens/groups.js';
import { protectedIn } from './handlers.js';
import { Outcomes } from './outcomes.js';
import type { Profile } from './profile.js';
import { type ProfileName, profiles } from './profiles/index.js';
import { signaturesIn } from './declarations/signatures.js';
import { Statements } from './statements.js';
import { tokensOf } from './tokens/tokens.js';
import { testsIn } from '../tests/index.js';
import { newScope } from './tree.js';

/** Reads a program in a language that has a profile. */
export function readLexically(language: ProfileName, text: string, path: string): SourceFile {
  let tests: readonly Span[] | undefined;
  return {
    language,
    path,
    text,
    ...contentsOf(text, profiles[language]),
    get tests() {
      return (tests ??= testsIn(language, text));
    },
  };
}

function contentsOf(text: string, profile: Profile): Contents {
  const { tokens, comments } = tokensOf(text, profile);
  const root = grouped(tokens, { start: 0, end: text.length });
  const found = new Found(signaturesIn(root, profile));
  new Statements(text, profile, found).block(root, newScope());
  const outcomes = new Outcomes(found, protectedIn(root, profile), profile.discards);
  const own = { ...evaluatedContents(found, new Evaluation(found, profile, outcomes), comments), conditional: conditionalIn(text) };
  const commands = commandsIn(own.calls, profile);
  return commands.length === 0 ? own : together([own, ...commands]);
}
