/** Links between pages lead to files and headings that there are. Those to other sites are not followed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((path) => !/^(?:fixtures|test)\//.test(path));

/** A page without its code, which may look like links and headings. */
const prose = (path: string): string =>
  readFileSync(join(root, path), 'utf8')
    .replaceAll(/^```[\s\S]+?\n```/gm, '')
    .replaceAll(/\]\(`/g, '](');

/** What GitHub makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- _]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function anchors(path: string): readonly string[] {
  return [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
}

function problem(page: string, link: string): string | undefined {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return `${page}: there is no ${link}`;
  return heading !== undefined && target.endsWith('.md') && !anchors(target).includes(heading)
    ? `${page}: there is no heading for ${link}`
    : undefined;
}

it('links between pages lead somewhere', () => {
  const links = pages.flatMap((page) =>
    [...prose(page).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)].map(([, link, other]) => [page, link ?? other ?? ''] as const),
  );
  const own = links.filter(([, link]) => !/^(?:https?|mailto):/.test(link));
  expect(own.length).toBeGreaterThan(50);
  expect(own.map(([page, link]) => problem(page, link)).filter((each) => each !== undefined)).toEqual([]);
});
