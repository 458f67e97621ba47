/** Reports findings as failed tests, for services that support no other format: https://github.com/testmoapp/junitxml */
import { name } from '../../package.js';
import type { FileResult, Message, Run } from '../result.js';
import { shownMessage, shownPath } from './shown.js';

/** Each file is a suite: each finding is a failed test, a file without findings one passed test, and a file that was not read one skipped test. */
export function junit({ files }: Run): string {
  const total = files.reduce((sum, { messages }) => sum + Math.max(1, messages.length), 0);
  const failures = files.reduce((sum, { messages }) => sum + messages.length, 0);
  const skipped = files.filter(({ read }) => read === 'skipped').length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" tests="${String(total)}" failures="${String(failures)}" skipped="${String(skipped)}">`,
    ...files.map(suite),
    '</testsuites>\n',
  ].join('\n');
}

function suite(file: FileResult): string {
  const path = escaped(shownPath(file));
  const { messages, read } = file;
  const skipped = read === 'skipped' ? 1 : 0;
  const cases = messages.length > 0 ? messages.map((message) => failedCase(message, path)) : [passedCase(file, path)];
  return [
    `  <testsuite name="${path}" tests="${String(cases.length)}" failures="${String(messages.length)}" skipped="${String(skipped)}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function passedCase({ read, reason = '' }: FileResult, path: string): string {
  if (read === 'parsed') return `    <testcase name="${path}" classname="${path}"/>`;
  const outcome =
    read === 'skipped'
      ? `<skipped message="${escaped(reason)}"/>`
      : `<system-out>Searched as plain text only: ${escaped(reason)}</system-out>`;
  return `    <testcase name="${path}" classname="${path}">${outcome}</testcase>`;
}

function failedCase(message: Message, path: string): string {
  const text = escaped(shownMessage(message));
  const place = `${String(message.line)}:${String(message.column)}`;
  return [
    `    <testcase name="${message.ruleId} ${place}" classname="${path}">`,
    `      <failure type="${message.severity === 2 ? 'error' : 'warning'}" message="${text}">${path}:${place} ${text}</failure>`,
    '    </testcase>',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Escapes text for XML. Characters that XML cannot represent have already been replaced by {@link shownPath} and {@link shownMessage}. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => entities[each] ?? each);
