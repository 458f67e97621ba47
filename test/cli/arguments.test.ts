import { describe, expect, it } from 'vitest';
import { eslintArguments } from '../../src/cli/arguments.js';

const files = new Set(['/project/app', '/project/app/src', '/project/lib', '/other/x.js']);

function call(...given: string[]): { cwd: string; options: string[]; paths: string[]; strict: boolean } {
  const { cwd, argv, strict } = eslintArguments(given, {
    cwd: '/project/app',
    exists: (path) => files.has(path),
    config: '/p/config.js',
    formats: { sarif: '/p/sarif.js' },
  });
  const end = argv.indexOf('--');
  expect(argv.slice(0, 3)).toEqual(['--no-config-lookup', '--config', '/p/config.js']);
  return { cwd, options: argv.slice(3, end), paths: argv.slice(end + 1), strict };
}

describe('eslintArguments', () => {
  it('leaves a call in the folder as it is', () => {
    expect(call('src', '--quiet')).toEqual({ cwd: '/project/app', options: ['--quiet'], paths: ['src'], strict: false });
  });

  it('does not take the value of an option for a path', () => {
    expect(call('--rule', 'a: off', 'src', '--max-warnings', '0').paths).toEqual(['src']);
    expect(call('--format=json', 'src').options).toEqual(['--format', 'json']);
    expect(call('--rule').options).toEqual(['--rule']);
  });

  it('moves up to the folder that holds all paths', () => {
    expect(call('../lib', 'src')).toMatchObject({ cwd: '/project', paths: ['lib', 'app/src'] });
    expect(call('/other/x.js')).toMatchObject({ cwd: '/', paths: ['other/x.js'] });
    expect(call('..')).toMatchObject({ cwd: '/project/app', paths: ['..'] }); // there is no such file here
  });

  it('keeps globs', () => {
    expect(call('src/**/*.ts').paths).toEqual(['src/**/*.ts']);
  });

  it('keeps files of options where they were meant to be', () => {
    expect(call('-o', 'out.txt', '--cache-location=/tmp/c').options).toEqual(['-o', '/project/app/out.txt', '--cache-location', '/tmp/c']);
  });

  it('knows its own formatter and preset', () => {
    expect(call('-f', 'sarif', '--strict')).toMatchObject({ options: ['-f', '/p/sarif.js'], strict: true });
    expect(call('-f', 'json').options).toEqual(['-f', 'json']);
  });

  it('takes everything after -- for paths', () => {
    expect(call('--', '--strict').paths).toEqual(['--strict']);
  });
});
