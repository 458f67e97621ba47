/** The edit writer of JavaScript. */
import type { EditWriter } from '../../../source/edits.js';
import type { Reading } from '../reading.js';
import { addEntry, remove, replaceEntry, replaceKey } from './entries.js';
import { fromEnvironment } from './environment.js';
import { checkAnswer, whetherSet } from './statements.js';

export function editWriter(reading: Reading): EditWriter {
  return {
    fromEnvironment: (at, variable) => fromEnvironment(reading, at, variable),
    replaceEntry: (at, key, before, variable) => replaceEntry(reading, at, key, before, variable),
    remove: (at) => remove(reading, at),
    addEntry: (table, key, wanted) => addEntry(reading, table, key, wanted),
    replaceKey: (at, before, named) => replaceKey(reading, at, before, named),
    whetherSet: (at) => whetherSet(reading, at),
    checkResponse: (call) => checkAnswer(reading, call),
  };
}
