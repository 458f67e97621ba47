/** Applies every fix and suggestion of every fixture, one at a time, and looks at what it leaves. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/cli/check/text.js';
import type { Message } from '../../src/cli/result.js';
import { everyOne, isWhole } from '../made-up/scale.js';
import { strictRules } from '../strict-rules.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.split('/')[1] === 'bad' && !path.endsWith('.findings') && statSync(join(root, path)).isFile())
  .sort();

const check = (text: string, path: string, suggestions = false): readonly Message[] =>
  checkText(text, path, { rules: strictRules, inline: true, suggestions }).messages;

const nameOf = (path: string): string => path.split('/').slice(2).join('/');

function tally(messages: readonly Message[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, messageId } of messages) {
    const key = `${ruleId} ${messageId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const found: Message[] = [];

/** What is wrong with each change, by what it is called. Of changes for the same reason in the same file, a sample is the first. */
function broken(text: string, path: string): readonly string[] {
  const before = check(text, path, true);
  found.push(...before);
  const tried = new Set<string>();
  const counts = tally(before);
  const isCrlf = text.includes('\r\n');
  return before.flatMap((message) => {
    const { ruleId, messageId, line } = message;
    const changes = [...(message.fix ? [{ desc: 'fix', fix: message.fix }] : []), ...(message.suggestions ?? [])];
    return changes.flatMap((change) => {
      const { desc, fix } = change;
      const { range, text: inserted } = fix;
      const kind = `${ruleId} ${messageId} ${'messageId' in change ? change.messageId : ''}`;
      if (!isWhole && tried.has(kind)) return [];
      tried.add(kind);
      const changed = text.slice(0, range[0]) + inserted + text.slice(range[1]);
      const after = tally(check(changed, path));
      const key = `${ruleId} ${messageId}`;
      const wrong = [
        ...((after.get(key) ?? 0) < (counts.get(key) ?? 0) ? [] : ['is still found']),
        ...[...after].filter(([each, count]) => count > (counts.get(each) ?? 0)).map(([each]) => `now found: ${each}`),
        ...(isCrlf && /(?<!\r)\n/.test(changed) ? ['ends lines differently'] : []),
        ...(/-H\s+-H\b|Bearer\s+["'`]?Bearer/.test(inserted) ? ['says something twice'] : []),
        ...(/(process\.env\.\w+)\s*(?:=|\?\?|\|\|)\s*\1\b/.test(changed) ? ['sets something to itself'] : []),
      ];
      return wrong.map((each) => `${String(line)} ${key} «${desc}»: ${each}`);
    });
  });
}

describe('every fix and suggestion of the fixtures keeps its promise', () => {
  it.each(paths)('%s', (path) => {
    expect(broken(readFileSync(join(root, path), 'utf8'), nameOf(path))).toEqual([]);
  });

  it.each(everyOne(paths, 16))('%s, with the ends of lines of Windows', (path) => {
    expect(broken(readFileSync(join(root, path), 'utf8').replaceAll(/\r?\n/g, '\r\n'), nameOf(path))).toEqual([]);
  });

  it('still offers something for every sixth finding', () => {
    const offered = found.filter(({ suggestions = [] }) => suggestions.some(({ messageId }) => messageId !== 'disable'));
    expect(offered.length / found.length).toBeGreaterThan(0.15);
  });
});
