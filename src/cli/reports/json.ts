/** Reports findings in the shape of ESLint's results, one per scanned file: https://eslint.org/docs/latest/integrate/nodejs-api#-lintresult-type */
import { redactedPath } from '../../redaction.js';
import type { FileResult, Message, Replacement, Run } from '../result.js';
import { printableJson } from './printable.js';
import { isHarmless, scanned } from './shown.js';

/** Unlike ESLint's, results include neither the source nor a fix that repeats a secret. */
export function json(run: Run): string {
  return `${printableJson(scanned(run).map(lintResult))}\n`;
}

function lintResult(file: FileResult): object {
  const count = (severity: 1 | 2, isFixable = false): number =>
    file.messages.filter((message) => message.severity === severity && (!isFixable || message.fix)).length;
  return {
    filePath: redactedPath(file.absolutePath),
    messages: file.messages.map((message) => lintMessage(message, file)),
    suppressedMessages: [],
    errorCount: count(2),
    fatalErrorCount: 0,
    warningCount: count(1),
    fixableErrorCount: count(2, true),
    fixableWarningCount: count(1, true),
    usedDeprecatedRules: [],
    ...(file.output !== undefined && { output: file.output }),
  };
}

function lintMessage({ fix, suggestions, ...message }: Message, file: FileResult): object {
  const shown = suggestions?.filter((each) => isHarmless(each.fix.text, file) && isHarmless(each.desc, file));
  return {
    ...message,
    // Offsets are useless without the source.
    start: undefined,
    end: undefined,
    ...(fix && isHarmless(fix.text, file) && { fix: asFix(fix) }),
    ...(shown && shown.length > 0 && { suggestions: shown.map(({ fix: change, ...each }) => ({ ...each, fix: asFix(change) })) }),
  };
}

const asFix = ({ range, text }: Replacement): Replacement => ({ range, text });
