/** The edit writer of Python. */
import type { EditWriter } from '../../../source/edits.js';
import type { Reading } from '../../javascript/reading.js';
import { parsableChanges } from '../../lowering/edits.js';
import { parsePython } from '../parser.js';
import { addEntry, remove, replaceEntry, replaceKey } from './entries.js';
import { fromEnvironment } from './environment.js';
import { checkAnswer, whetherSet } from './statements.js';

export function spelling(reading: Reading): EditWriter {
  const parsed = parsableChanges(reading.sourceCode.text, parsePython);
  return {
    fromEnvironment: (at, variable) => parsed(fromEnvironment(reading, at, variable)),
    replaceEntry: (at, key, before, variable) => parsed(replaceEntry(reading, at, key, before, variable)),
    remove: (at) => parsed(remove(reading, at)),
    addEntry: (table, key, wanted) => parsed(addEntry(reading, table, key, wanted)),
    replaceKey: (at, before, named) => parsed(replaceKey(reading, at, before, named)),
    whetherSet: (at) => parsed(whetherSet(reading, at)),
    checkResponse: (call) => parsed(checkAnswer(reading, call)),
  };
}
