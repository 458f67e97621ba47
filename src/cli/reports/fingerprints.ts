/** Fingerprints identify a finding in this run and in later ones: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ §3.27.17 */
import { createHash } from 'node:crypto';
import type { FileResult, Message } from '../result.js';
import { ShownSource } from './shown.js';

/** In characters. A secret as long as a token cannot be guessed, so its hash does not help to confirm a guess. */
const minUnguessable = 32;

/** Hexadecimal digits of a long secret's hash that go into a fingerprint: enough to notice a replaced secret, but reveal next to nothing. */
const secretHexDigits = 4;

/**
 * Returns the fingerprints of a file's findings, in their order. They stay the same when lines move or are indented, and change with the line's code.
 * They reveal nothing about secrets: the code is masked before it is hashed.
 */
export function fingerprints(file: FileResult): readonly string[] {
  const shown = new ShownSource(file);
  const counts = new Map<string, number>();
  return file.messages.map((message) => {
    const line = shown.lineAt(message.start).text.replaceAll(/\s+/g, ' ').trim();
    const key = [message.ruleId, file.path, message.message, line, secretMark(file, message)].join('\n');
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return sha256(`${key}\n${String(count)}`);
  });
}

/** Digits of a long secret's hash: a new secret in place of an old one is a new finding. */
function secretMark({ source = '' }: FileResult, { ruleId, start, end }: Message): string {
  const isLong = ruleId.endsWith('/no-hardcoded-credentials') && end - start >= minUnguessable;
  return isLong ? sha256(source.slice(start, end)).slice(0, secretHexDigits) : '';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
