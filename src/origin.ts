/** Where a finding's credential or request comes from, if that is another file. */
import { relative, sep } from 'node:path';
import { lastUpTo, lineStartsOf } from './languages/line-starts.js';
import type { Project } from './project/project.js';
import { redactedPath } from './redaction.js';
import { baseOf, isInOtherFile, type Span } from './source/span.js';

/** Returns ` (from src/config.ts:3)`, with the path relative to `cwd` and the line; empty for a place in the checked file itself. */
export function originOf(at: Span | undefined, project: Project | undefined, cwd: string): string {
  if (!at || !isInOtherFile(at)) return '';
  const base = baseOf(at.start);
  const path = project?.moduleAt(base);
  const text = path === undefined ? undefined : project?.files.read(path);
  if (path === undefined || text === undefined) return '';
  const line = lastUpTo(lineStartsOf(text, path), at.start - base) + 1;
  return ` (from ${redactedPath(relative(cwd, path).split(sep).join('/'))}:${String(line)})`;
}
