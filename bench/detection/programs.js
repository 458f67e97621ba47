/** Places of credentials in JavaScript and TypeScript, from the most to the least common in public code. */

/** @typedef {import('./kinds.js').Kind} Kind */
/**
 * A credential to write into a file.
 * @typedef {object} Written
 * @property {Kind} kind
 * @property {string} value as written between quotes
 * @property {string} variable
 */
/** @typedef {(written: Written) => string | undefined} Context returns the text; undefined if the kind has no such use */

/** `CLOUDFLARE_API_TOKEN` → `cloudflareApiToken`. @param {string} variable */
const camel = (variable) => variable.toLowerCase().replaceAll(/_(\w)/g, (_, letter) => String(letter).toUpperCase());

/** `CLOUDFLARE_API_TOKEN` → `cloudflare: { apiToken: … }`, `TUNNEL_TOKEN` → `tunnelToken: …`. @param {Written} written */
function property({ variable, value }) {
  const [, short] = /^(?:CLOUDFLARE|CF)_(\w+)$/.exec(variable) ?? [];
  return short ? `cloudflare: { ${camel(short)}: '${value}' }` : `${camel(variable)}: '${value}'`;
}

/** Returns the headers that carry a credential. @param {NonNullable<Kind['header']>} header @param {string} value */
export const headersOf = ({ name, before = '', beside = {} }, value) => Object.entries({ ...beside, [name]: `${before}${value}` });

/** @param {Written} written @param {(headers: string, url: string) => string} call */
function withHeader({ kind: { header }, value }, call) {
  if (!header) return undefined;
  const headers = headersOf(header, value).map(([name, text]) => `'${name}': '${text}'`);
  return call(`{ ${headers.join(', ')} }`, header.url);
}

/** Splits a value into pieces, none of which ends within an escape. @param {string} value */
function pieces(value) {
  const third = Math.floor(value.length / 3);
  return [value.slice(0, third), value.slice(third, 2 * third), value.slice(2 * third)].map((piece) => `'${piece}'`);
}

/** @param {string} value */
export const base64 = (value) => Buffer.from(value.replaceAll('\\n', '\n')).toString('base64');

/** @param {boolean} typed @returns {Readonly<Record<string, Context>>} */
function contexts(typed) {
  const string = typed ? ': string' : '';
  return {
    constant: ({ variable, value }) => `const ${variable}${string} = '${value}';`,
    variable: ({ variable, value }) => `let ${camel(variable)}${string};\n${camel(variable)} = "${value}";`,
    'fallback after ??': ({ variable, value }) => `const it = process.env.${variable} ?? '${value}';`,
    'fallback after ||': ({ variable, value }) => `export const it = import.meta.env.${variable} || '${value}';`,
    'process.env': ({ variable, value }) => `process.env.${variable} = '${value}';`,
    'object property': (written) => `export const settings = { name: 'shop', ${property(written)} }${typed ? ' as const' : ''};`,
    'environment of a child process': ({ variable, value }) =>
      `spawn('npm', ['run', 'deploy'], { env: { ...process.env, ${variable}: '${value}' } });`,
    'class field': ({ variable, value }) => `class Deployment {\n  ${typed ? 'private readonly ' : ''}${camel(variable)} = '${value}';\n}`,
    'default parameter': ({ variable, value }) => `function deploy(${camel(variable)}${string} = '${value}') {}`,
    'JSX attribute': ({ variable, value }) => `export const page = <Deployment ${camel(variable)}="${value}" />;`,
    template: ({ variable, value }) => `writeFileSync('.env', \`NAME=shop\n${variable}=${value}\n\`);`,
    'split with +': ({ variable, value }) => `const ${camel(variable)} = ${pieces(value).join(' + ')};`,
    'split with join': ({ variable, value }) => `const ${camel(variable)} = [${pieces(value).join(', ')}].join('');`,
    base64: ({ variable, value }) => `const ${camel(variable)} = Buffer.from('${base64(value)}', 'base64').toString();`,
    atob: ({ variable, value }) => `const ${camel(variable)} = atob('${base64(value)}');`,
    comment: ({ variable, value }) => `// ${variable}=${value}\nexport {};`,
    'block comment': ({ variable, value }) => `/*\n * ${variable}: '${value}'\n */\nexport {};`,
    test: ({ variable, value }) => `it('deploys', () => {\n  vi.stubEnv('${variable}', '${value}');\n});`,
    'header in fetch': (written) => withHeader(written, (headers, url) => `await fetch('${url}', { headers: ${headers} });`),
    'header in a constant': (written) =>
      withHeader(written, (headers, url) => `const headers = ${headers};\nawait axios.get('${url}', { headers });`),
    'axios.create': (written) =>
      withHeader(written, (headers, url) => `const api = axios.create({ baseURL: '${url}', headers: ${headers} });`),
    'SDK or request': ({ kind, value }) => kind.program?.(`'${value}'`),
    'command in a string': ({ kind, value }) => kind.command && `execSync('${kind.command(value)}');`,
    'no name': ({ kind, value }) => (kind.shows ? `connect('${value}');` : undefined),
    'no name, in a comment': ({ kind, value }) => (kind.shows ? `// it was ${value} once\nexport {};` : undefined),
  };
}

export const programs = { JavaScript: contexts(false), TypeScript: contexts(true) };
