import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint, pointedAt } from '../lint.js';
import { prefixed, random } from '../made-up/credentials.js';
import { programs as lexical, settings } from '../languages/lexical/programs.js';

const secret = prefixed('cfut_', random(7));

/** One file of each language that holds the secret in its second line. */
const programs: Readonly<Record<string, readonly [path: string, code: string]>> = {
  ...Object.fromEntries(
    Object.entries({ ...lexical, ...settings }).map(([name, { path, statement, comment: of }]) => [
      name,
      [path, `${of('a')}\n${statement(secret)}\n`] as const,
    ]),
  ),
  shell: ['deploy.sh', `#!/bin/sh\nexport CLOUDFLARE_API_TOKEN=${secret}\n`],
  hcl: ['main.tf', `# cloudflare\ncloudflare_api_token = "${secret}"\n`],
  dockerfile: ['Dockerfile', `FROM node\nENV CLOUDFLARE_API_TOKEN=${secret}\n`],
  ini: ['cloudflare.ini', `; certbot\ndns_cloudflare_api_token = ${secret}\n`],
  dotenv: ['.env', `A=b\nCLOUDFLARE_API_TOKEN="${secret}"\n`],
  json: ['settings.json', `{\n"cloudflare": "${secret}" }\n`],
  yaml: ['values.yaml', `a: b\ncloudflare: ${secret}\n`],
  toml: ['wrangler.toml', `a = "b"\ncloudflare = "${secret}"\n`],
  http: ['dns.http', `# a\nGET https://api.cloudflare.com/client/v4/zones\nAuthorization: Bearer ${secret}\n`],
  bruno: ['dns.bru', `vars {\n  cf_api_token: ${secret}\n}\n`],
  csv: ['tokens.csv', `customer,cf_api_token\nacme,${secret}\n`],
  xml: ['settings.xml', `<a>\n<cf_api_token>${secret}</cf_api_token></a>\n`],
  notebook: ['dns.ipynb', `{ "cells": [{ "cell_type": "code",\n"source": ["cf_api_token = '${secret}'"] }] }\n`],
  text: ['notes.txt', `Notes\nCloudflare API token: ${secret}\n`],
  markdown: ['README.md', `# Deploy\nexport CLOUDFLARE_API_TOKEN=${secret}\n`],
};

const marks: Readonly<Record<string, readonly [open: string, close?: string]>> = {
  ini: [';'],
  json: ['//'],
  markdown: ['<!--', ' -->'],
  xml: ['<!--', ' -->'],
};

function comment(language: string, text: string): string {
  const own = Object.entries({ ...lexical, ...settings }).find(([name]) => name === language)?.[1];
  if (own) return own.comment(text);
  const [open, close = ''] = marks[language] ?? ['#'];
  return `${open} ${text}${close}`;
}

// That of fences is that of the file that each would be: test/languages/markdown/markdown.test.ts.
describe.each(Object.keys(plugin.languages).filter((each) => each !== 'fence'))('%s', (language) => {
  const [path, code] = programs[language] ?? ['', ''];

  it('is linted, and findings stand at the characters', () => {
    const messages = lint(code, undefined, path);
    expect(messages.map((message) => [message.ruleId, pointedAt(code, message)])).toEqual([
      ['cloudflare-auth/no-hardcoded-credentials', secret],
    ]);
  });

  it.each([
    ['disables a line', 'eslint-disable-next-line cloudflare-auth/no-hardcoded-credentials -- rolled'],
    ['disables a file', 'eslint-disable'],
    ['switches a rule off', 'eslint cloudflare-auth/no-hardcoded-credentials: off'],
  ])('%s by a comment', (_, directive) => {
    const [one = '', two = ''] = code.split('\n');
    expect(lint(`${one}\n${comment(language, directive)}\n${two}\n`, undefined, path)).toEqual([]);
  });

  it('says what is wrong with a comment', () => {
    const [one = '', two = ''] = code.split('\n');
    const messages = new Linter({ configType: 'flat' }).verify(
      `${one}\n${comment(language, 'eslint cloudflare-auth/no-hardcoded-credentials: [')}\n${two}\n`,
      plugin.configs['recommended-files'],
      { filename: path, filterCodeBlock: () => true },
    );
    expect(messages.some(({ severity, ruleId, line }) => severity === 2 && ruleId === null && line === 2)).toBe(true);
  });

  it('survives what it is not', () => {
    for (const text of [
      '',
      '\0',
      `cloudflare ${'"{[($`\'<<'.repeat(500)}`,
      `${code.slice(0, 40)}\u2028\r`,
      `cloudflare\n${'#a{'.repeat(400_000)}`,
    ])
      expect(lint(text, undefined, path)).toEqual([]);
  });

  it('finds in a long file what shows by itself what it is', () => {
    expect(lint(`# cloudflare ${secret}\n${'// a long file\n'.repeat(75_000)}`, undefined, path)).toHaveLength(1);
  });
});

describe('templates that are no YAML', () => {
  it.each([
    [
      'of Helm',
      'chart/templates/secret.yaml',
      '{{- if .Values.cloudflare.enabled }}\napiVersion: v1\nkind: Secret\nstringData:\n  token: {{ .Values.cloudflare.token | quote }}\n  old: SECRET\n{{- end }}\n',
    ],
    [
      'of Jinja',
      'roles/ddns/templates/config.yml.j2',
      '{% if cloudflare %}\ncloudflare:\n  api_token: {{ cloudflare_token }}\n  old: SECRET\n{% endif %}\n',
    ],
    ['of Go', 'deploy/values.yaml.gotmpl', 'cloudflare:\n{{ range .zones }}\n  - token: {{ .token }} # SECRET\n{{ end }}\n'],
  ])('%s are said nothing of but what shows by itself what it is', (_, path, text) => {
    expect(lint(text, undefined, path)).toEqual([]);
    const written = text.replace('SECRET', secret);
    expect(lint(written, undefined, path).map((message) => pointedAt(written, message))).toEqual([secret]);
  });
});
