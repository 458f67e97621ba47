/** What our tables say of libraries, held against the types of these libraries. */
import type ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { methods, resources, types } from '../../src/cloudflare/tokens/grants.js';
import { resourceNames } from '../../src/cloudflare/api/iac-resources.js';
import { issued } from '../../src/cloudflare/credentials/issued.js';
import { sdkMethods } from '../../src/cloudflare/api/sdk-methods.js';
import { sdks } from '../../src/cloudflare/api/sdk.js';
import { exportsOf, type Shapes } from './declarations.js';

const packages = {
  'cloudflare-7': 'cloudflare@7.3.0',
  'cloudflare-4': 'cloudflare@4.5.0',
  'pulumi-6': '@pulumi/cloudflare@6.22.1',
  'pulumi-5': '@pulumi/cloudflare@5.49.1',
  '@pulumi/pulumi': '@pulumi/pulumi@3.270.0',
};

let shapes: Shapes;
beforeAll(() => {
  shapes = exportsOf(
    packages,
    `
    import Cloudflare7, { Cloudflare as Named7, type ClientOptions as Options7 } from 'cloudflare-7';
    import { createClient } from 'cloudflare-7/tree-shakable';
    import Cloudflare4, { Cloudflare as Named4, type ClientOptions as Options4 } from 'cloudflare-4';
    import * as pulumi6 from 'pulumi-6';
    import * as pulumi5 from 'pulumi-5';
    export { createClient, pulumi5, pulumi6 };
    export declare const class7: typeof Cloudflare7 & typeof Named7, class4: typeof Cloudflare4 & typeof Named4;
    export declare const client7: Cloudflare7, client4: Cloudflare4, options7: Options7, options4: Options4;
    `,
  );
}, 600_000);

/** The methods of npm cloudflare that a row is about. */
function named(row: RegExp): readonly string[] {
  return sdkMethods().filter((method) => row.test(method));
}

describe.each(['7', '4'])('npm cloudflare %s', (version) => {
  const at = (path: string): ts.Type | undefined => shapes.at(shapes.exported(`client${version}`), path.split('.'));

  it.each(methods.map((row) => [String(row.path), row] as const))(
    'takes the body of %s as it is told',
    (_, { path, body, makes, action, words }) => {
      const known = named(path).filter((method) => at(method));
      expect(known).not.toEqual([]);
      for (const method of known) {
        const bodies = body.flatMap((index) => shapes.parameters(at(method)).flatMap((parameters) => parameters[index] ?? []));
        const has = (way: readonly string[]): boolean => bodies.some((each) => shapes.at(each, way) !== undefined);
        const missing = waysOf(makes, action, words).filter((ways) => !ways.some(has));
        expect(missing).toEqual([]);
        // `client.user.tokens.create` takes a `TokenCreateParams` of the module `user`.
        const own = bodies.flatMap((each) =>
          shapes.names(each).map((name) => `cloudflare/resources/${method.replaceAll('.', '/')}/${name}`),
        );
        const type = types.find((row) => row.makes === makes && row.action === action && own.some((name) => row.type.test(name)));
        expect(type).toBeDefined();
      }
    },
  );

  it.each(issued.map((row) => [String(row.method), row] as const))('gives back the secret of %s', (_, { method, fields }) => {
    const known = named(method).filter((each) => at(each));
    if (version === '7') expect(known).not.toEqual([]);
    for (const each of known) {
      const result = shapes.result(at(each));
      if (fields.length === 0) expect(shapes.written(result)).toBe('string');
      for (const field of fields) expect(`${each} ${shapes.at(result, [field]) ? field : 'without it'}`).toBe(`${each} ${field}`);
    }
  });

  it('takes no credential that is not in our table', () => {
    const told = sdks['cloudflare']?.credentials.map(({ path }) => path.join('.')) ?? [];
    const options = shapes.members(shapes.exported(`options${version}`));
    expect(options.filter((option) => /key|token|email|secret/i.test(option) && !told.includes(option))).toEqual([]);
    // `token`, `key` and `email` are of version 2.
    expect(told.filter((option) => !options.includes(option))).toEqual(['token', 'key', 'email']);
    expect(options).toEqual(expect.arrayContaining([...(sdks['cloudflare']?.base ?? [])]));
  });

  it('has no method that our table lacks', () => {
    const table = new Set(sdkMethods());
    const lacking: string[] = [];
    const visit = (type: ts.Type, way: readonly string[]): void => {
      for (const name of shapes.members(type)) {
        const member = name.startsWith('_') || name === 'client' ? undefined : shapes.at(type, [name]);
        if (!member) continue;
        const path = [...way, name];
        if (member.getCallSignatures().length > 0) {
          if (
            way.length > 0 &&
            shapes.written(member.getCallSignatures()[0]?.getReturnType()).includes('Promise') &&
            !table.has(path.join('.'))
          )
            lacking.push(path.join('.'));
        } else if (shapes.members(member).includes('_client')) visit(member, path);
      }
    };
    visit(shapes.exported(`client${version}`), []);
    expect(lacking).toEqual([]);
  });
});

it('makes clients where our table says', () => {
  const { again = [], exports = [] } = sdks['cloudflare'] ?? {};
  for (const method of again) expect(shapes.at(shapes.exported('client7'), [method])).toBeDefined();
  expect(exports).toContain('createClient');
  expect(shapes.parameters(shapes.exported('createClient'))[0]?.length).toBe(1);
});

describe.each(['6', '5'])('@pulumi/cloudflare %s', (version) => {
  const namespace = (): ts.Type => shapes.exported(`pulumi${version}`);
  const classes = (): readonly string[] => shapes.members(namespace()).filter((name) => /^[A-Z]/.test(name));

  it.each(resources.filter(({ modules }) => modules.test('@pulumi/cloudflare')).map((row) => [String(row.member), row] as const))(
    'takes the table of %s as it is told',
    (_, row) => {
      const known = classes().filter((name) => row.member.test(name));
      expect(known).not.toEqual([]);
      for (const name of known) {
        const tables = shapes.parameters(shapes.at(namespace(), [name])).flatMap((parameters) => parameters[row.arguments] ?? []);
        const missing = waysOf(row.makes, row.action, row.words).filter(
          (ways) => !tables.some((each) => ways.some((way) => shapes.at(each, way))),
        );
        expect(missing).toEqual([]);
      }
    },
  );

  it('takes no credential that is not in our table', () => {
    const told = sdks['pulumi']?.credentials.map(({ path }) => path.join('.')) ?? [];
    const provider = shapes.parameters(shapes.at(namespace(), ['Provider']))[0]?.[Number(sdks['pulumi']?.options)];
    const options = shapes.members(provider);
    expect(options.filter((option) => /key|token|email|secret/i.test(option) && !told.includes(option))).toEqual([]);
    expect(told.filter((option) => !options.includes(option))).toEqual([]);
  });
});

it('knows resources that Pulumi has under the same names', () => {
  const classes = new Set(['pulumi6', 'pulumi5'].flatMap((name) => shapes.members(shapes.exported(name))));
  const unknown = resourceNames.filter(
    (name) => !classes.has(name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())),
  );
  expect(unknown).toEqual([]);
});

/** What a table has to have for a rule: of several ways, one. */
function waysOf(
  makes: (typeof methods)[number]['makes'],
  action: (typeof methods)[number]['action'],
  words: (typeof methods)[number]['words'],
): readonly (readonly (readonly string[])[])[] {
  switch (makes) {
    case 'token':
      return [
        [['name']],
        [['policies', 'effect']],
        [['policies', 'resources']],
        [['policies', words.groups]],
        words.addresses,
        [[words.expires]],
        [[words.notBefore]],
      ];
    case 'service-token':
      return [[['name']], [['duration']]];
    case 'account':
      return [[['name']], ...(action === 'update' ? [words.twoFactor] : [])];
  }
}
