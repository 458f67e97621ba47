/** What tells a finding from others, in this run and in later ones: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ §3.27.17 */
import { createHash } from 'node:crypto';
import type { FileResult, Message } from '../result.js';
import { ShownSource } from './shown.js';

/** Characters. What is as long as a token cannot be guessed, and so not be confirmed by its hash. */
const minUnguessable = 32;

/** Bits of a long secret that go into a fingerprint: enough to notice that it was replaced by another one, and next to nothing of the secret. */
const secretHexDigits = 4;

/**
 * The fingerprints of a file's findings, in their order. They stay the same when lines move or are indented, and change with the line's code.
 * No secret can be learnt from them: the code is masked before it is hashed.
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

/** A new secret in the place of an old one is a new finding. */
function secretMark({ source = '' }: FileResult, { ruleId, start, end }: Message): string {
  const isLong = ruleId.endsWith('/no-hardcoded-credentials') && end - start >= minUnguessable;
  return isLong ? sha256(source.slice(start, end)).slice(0, secretHexDigits) : '';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
