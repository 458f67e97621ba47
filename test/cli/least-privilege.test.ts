import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const page = new URL('../../docs/least-privilege.md', import.meta.url);
const project = fileURLToPath(new URL('../../fixtures/least-privilege', import.meta.url));
const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

/** What a command of the page prints, without the folder that the project is in. */
function output(command: string): string {
  const args = command.split(' ').slice(2);
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return `${stdout}${stderr}`
    .replaceAll(project + sep, '')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The page with the output of each command below it. */
function written(text: string): string {
  return text.replaceAll(
    /(```console\n\$ )([^\n]+)\n[^`]*?\n?```/g,
    (_, head: string, command: string) => `${head}${command}\n${output(command)}\n\`\`\``,
  );
}

/** Tokens end 90 days after the day on which the command is run. */
function undated(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}T00:00:00Z/g, '2027-01-01T00:00:00Z');
}

it('docs/least-privilege.md shows what the commands print', () => {
  const text = readFileSync(page, 'utf8');
  const now = written(text);
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(page, now);
  expect(text.match(/```console/g)).toHaveLength(6);
  expect(undated(now)).toBe(undated(process.env['UPDATE_FIXTURES'] === '1' ? now : text));
}, 120_000);
