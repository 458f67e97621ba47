import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import { weaknesses } from '../../../rules/weaknesses.js';
import { formats } from '../../../src/cli/reports/index.js';
import { prefixed, random, shapes } from '../../made-up/credentials.js';
import { file, options, run } from './run.js';

const next = random(21);
const address = "fetch('http://api.example.com');\n";
const report = (format: string, ...files: ReturnType<typeof file>[]): string => formats[format]?.(run(...files), options) ?? '';

describe('readable', () => {
  it('shows the code, and carets under the place', () => {
    const out = report('readable', file('src/a.ts', `if (a) {\n  ${address}}\n`, [{ text: 'http', fix: 'https' }]), file('b.ts'));
    expect(out).toBe(
      [
        'src/a.ts',
        '  2:10 error cloudflare-auth/require-https',
        "    2 │ fetch('http://api.example.com');",
        '      │        ^^^^',
        '    Use `https://`.',
        '',
        '1 finding in 1 file (2 scanned). --fix repairs 1. More: --explain require-https',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a lone CR', '\r'],
    ['CRLF', '\r\n'],
    ['a line separator', '\u2028'],
  ])('shows a line of its own behind %s', (_, end) => {
    const secret = prefixed('cfut_', next);
    const source = `first${end}token = ${secret}${end}last`;
    const out = report('readable', file('a.ini', source, [{ rule: 'no-hardcoded-credentials', text: secret }]));
    expect(out).not.toContain(secret.slice(5, 13));
    const [code = '', carets = ''] = out.split('\n').filter((line) => line.includes('│'));
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toMatch(/^•+$/);
  });

  it('fits into the width', () => {
    const source = `const a = { ${'b: 1, '.repeat(60)} url: 'http://x' };`;
    const out = report('readable', file('a.ts', source, [{ text: 'http', message: 'word '.repeat(60) }]));
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toContain('^^^^');
  });

  it('says what was not read', () => {
    const files = [
      file('a.ts'),
      file('b.min.js', '', [], { read: 'text', reason: 'minified' }),
      file('pipe', '', [], { read: 'skipped', reason: 'neither a file nor a folder' }),
      file('c.ts', address, [{ text: 'http' }], { suppressed: 2 }),
    ];
    expect(report('readable', ...files)).toContain('1 finding in 1 file (3 scanned, 1 as text only, 1 skipped; --verbose lists them).');
    const all = formats['readable']?.(run(...files), { ...options, verbose: true, statistics: true });
    expect(all).toContain('b.min.js: read as text only, minified\npipe: skipped, neither a file nor a folder\n');
    expect(all).toContain('1 cloudflare-auth/require-https in 1 file\n2 findings disabled by comments\n');
    expect(report('readable', ...Array.from({ length: 1204 }, () => file('a.ts')))).toBe('No findings (1,204 scanned).\n');
    expect(report('readable', file('x', '', [], { read: 'skipped' }))).toBe('Nothing to scan (1 skipped; --verbose lists them).\n');
    expect(report('readable')).toBe('Nothing to scan.\n');
  });
});

it('stylish has columns', () => {
  const out = report('stylish', file('a.ts', `\n\n${address}`, [{ text: 'http' }, { text: 'fetch', severity: 1 }]));
  expect(out).toBe(
    [
      'a.ts',
      '  3:8  error    Use `https://`.  cloudflare-auth/require-https',
      '  3:1  warning  Use `https://`.  cloudflare-auth/require-https',
      '',
      '2 findings in 1 file (1 scanned).',
      '',
    ].join('\n'),
  );
});

it('json has an entry for each file that was scanned, in the shape of ESLint', () => {
  const results = JSON.parse(
    report('json', file('a.ts', address, [{ text: 'http', fix: 'https' }]), file('b.ts'), file('c', '', [], { read: 'skipped' })),
  ) as object[];
  const clean = { suppressedMessages: [], fatalErrorCount: 0, warningCount: 0, fixableWarningCount: 0, usedDeprecatedRules: [] };
  expect(results).toEqual([
    {
      ...clean,
      filePath: '/project/a.ts',
      errorCount: 1,
      fixableErrorCount: 1,
      messages: [
        {
          ruleId: 'cloudflare-auth/require-https',
          severity: 2,
          message: 'Use `https://`.',
          messageId: 'id',
          line: 1,
          column: 8,
          endLine: 1,
          endColumn: 12,
          fix: { range: [7, 11], text: 'https' },
        },
      ],
    },
    { ...clean, filePath: '/project/b.ts', errorCount: 0, fixableErrorCount: 0, messages: [] },
  ]);
});

it('github has a command for each finding, and none for a name', () => {
  const out = report('github', file('a,b:\n::error::c.ts', address, [{ text: 'http', message: '100 %\n::stop-commands::x' }]));
  expect(out).toBe(
    '::error file=a%2Cb%3A␊%3A%3Aerror%3A%3Ac.ts,line=1,endLine=1,col=8,endColumn=12,title=cloudflare-auth/require-https::100 %25␊::stop-commands::x\n',
  );
});

it('gitlab has severities and fingerprints', () => {
  const secret = prefixed('cfut_', next);
  const issues = JSON.parse(
    report(
      'gitlab',
      file('a.ts', `${address}const a = '${secret}';`, [{ text: 'http' }, { rule: 'no-hardcoded-credentials', text: secret }]),
    ),
  ) as { fingerprint: string }[];
  expect(issues).toMatchObject([
    { check_name: 'cloudflare-auth/require-https', severity: 'critical', location: { path: 'a.ts', lines: { begin: 1 } } },
    { check_name: 'cloudflare-auth/no-hardcoded-credentials', severity: 'blocker', location: { lines: { begin: 2 } } },
  ]);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

it('junit has a suite for each file', () => {
  const out = report(
    'junit',
    file('<a>.ts', address, [{ text: 'http', message: 'a & "b" \u001B' }]),
    file('b.ts'),
    file('c.js', '', [], { read: 'text', reason: 'minified' }),
    file('d', '', [], { read: 'skipped', reason: 'larger than 64 MB' }),
  );
  expect(out).toContain('<testsuites name="eslint-plugin-cloudflare-auth" tests="4" failures="1" skipped="1">');
  expect(out).toContain('<failure type="error" message="a &amp; &quot;b&quot; ␛">&lt;a&gt;.ts:1:8 a &amp; &quot;b&quot; ␛</failure>');
  expect(out).toContain('<testcase name="b.ts" classname="b.ts"/>');
  expect(out).toContain('<system-out>Searched as plain text only: minified</system-out>');
  expect(out).toContain('<skipped message="larger than 64 MB"/>');
});

describe('sarif', () => {
  interface Log {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: { id: string; properties: object }[] } };
      readonly invocations: readonly { toolExecutionNotifications: object[] }[];
      readonly results: readonly { ruleIndex: number; partialFingerprints: object; locations: object[] }[];
    }[];
  }
  const log = (...files: ReturnType<typeof file>[]): Log['runs'][number] | undefined =>
    (JSON.parse(report('sarif', ...files)) as Log).runs[0];

  it('lists all rules, with severities and weaknesses', () => {
    expect(Object.keys(weaknesses).sort()).toEqual(Object.keys(rules).sort());
    const listed = log(file('a.ts', address, [{ text: 'http' }]));
    expect(listed?.tool.driver.rules.map(({ id }) => id)).toEqual(run().rules.map(({ id }) => id));
    expect(listed?.tool.driver.rules.find(({ id }) => id.endsWith('/require-https'))?.properties).toMatchObject({
      'security-severity': '8.1',
      tags: ['security', 'cloudflare', 'credentials', 'external/cwe/cwe-319', 'external/cwe/cwe-295'],
    });
    expect(listed?.tool.driver.rules[listed.results[0]?.ruleIndex ?? -1]?.id).toBe('cloudflare-auth/require-https');
  });

  it('notes what was not read', () => {
    const listed = log(
      file('a b.ts'),
      file('c', '', [], { read: 'skipped', reason: 'permission denied' }),
      file('d.js', '', [], { read: 'text' }),
    );
    expect(listed?.invocations[0]?.toolExecutionNotifications).toMatchObject([
      { message: { text: 'Skipped: permission denied.' }, level: 'note' },
      { message: { text: 'Searched as plain text only.' } },
    ]);
  });

  it('writes paths as URIs', () => {
    const uris = ['a b/é%.ts', '/elsewhere/a b.ts', 'x\uD800.ts'].map(
      (path) => log(file(path, address, [{ text: 'http' }]))?.results[0]?.locations[0],
    );
    expect(uris).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%A9%25.ts', uriBaseId: 'ROOT' } } },
      { physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/a%20b.ts' } } },
      { physicalLocation: { artifactLocation: { uri: 'x%EF%BF%BD.ts' } } },
    ]);
  });

  it('gives findings fingerprints that survive moves, and none to a new secret', () => {
    const [one, other] = [prefixed('cfut_', next), prefixed('cfut_', next)];
    const prints = (source: string, ...secrets: readonly string[]): unknown[] =>
      log(
        file(
          'a.ts',
          source,
          secrets.map((text) => ({ rule: 'no-hardcoded-credentials', text })),
        ),
      )?.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)) ?? [];
    const before = prints(`const a = '${one}';\nconst b = '${other}';`, one, other);
    expect(prints(`// moved\n\n  const a =  '${one}';\n\nconst b = '${other}';`, one, other)).toEqual(before);
    expect(new Set(before).size).toBe(2);
    expect(prints(`const a = '${other}';`, other)[0]).not.toBe(before[0]);
  });
});

describe('every format', () => {
  const names = Object.keys(formats);

  it.each(names)('%s shows nothing of a secret, wherever it stands', (format) => {
    for (const [kind, make] of Object.entries(shapes)) {
      const secret = make(next);
      const source = `const token = '${secret}'; fetch('http://x/${secret}'); // ${secret}\n`;
      const out = formats[format]?.(
        run(
          file('a.ts', source, [
            { rule: 'no-hardcoded-credentials', text: secret },
            { text: 'http', fix: `https://x/${secret}` },
          ]),
        ),
        { ...options, verbose: true, statistics: true },
      );
      for (let at = 4; at + 12 <= secret.length; at += 4) expect(out, kind).not.toContain(secret.slice(at, at + 12));
    }
  });

  it.each(names)('%s shows no credential that is the name of a file', (format) => {
    const secret = prefixed('cfut_', next);
    for (const read of ['parsed', 'text', 'skipped'] as const) {
      const out = formats[format]?.(
        run(file(`keys/${secret}.ts`, read === 'parsed' ? address : '', read === 'parsed' ? [{ text: 'http' }] : [], { read })),
        {
          ...options,
          verbose: true,
        },
      );
      expect(out).not.toContain(secret.slice(5, 20));
    }
  });

  it.each(names)('%s is not obeyed', (format) => {
    const hostile = '\u001B]0;x\u0007\u009B2J\u202E##[error]y##vso[task.setvariable]';
    const source = `${hostile} http://x ${hostile}`;
    const out =
      formats[format]?.(
        run(
          file(`::error::${hostile}.ts`, source, [{ text: 'http', message: `::warning::${hostile}` }]),
          file(hostile, '', [], { read: 'skipped' }),
        ),
        { ...options, verbose: true },
      ) ?? '';
    // eslint-disable-next-line no-control-regex -- they must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(out).not.toMatch(/##\w*\[/);
    if (format !== 'github') expect(out).not.toMatch(/^[ \t]*::/m);
  });
});
