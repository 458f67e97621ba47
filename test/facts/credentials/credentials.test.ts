import { describe, expect, it } from 'vitest';
import { credentials } from '../../../src/facts/credentials/credentials.js';
import { kinds, prefixed, random, shapes } from '../../made-up/credentials.js';
import { javascript } from '../../models/program.js';

const next = random(905);
const user = prefixed('cfut_', next);
const account = prefixed('cfat_', next);
const token = shapes['legacy token']!(next);
const key = shapes['legacy global key']!(next);
const unverified = `${user.slice(0, -8)}${'0'.repeat(8)}`;
const secret = kinds['access-client-secret'](next).value;

/** What is found, which variable it could be read from, and where it stands; `<U>` and its like stand for the credentials. */
function told(code: string): readonly string[] {
  const names = Object.entries({ '<U>': user, '<A>': account, '<T>': token, '<K>': key, '<X>': unverified, '<S>': secret });
  const filled = names.reduce((text, [name, value]) => text.replaceAll(name, value), code);
  const file = javascript(filled);
  return credentials(file).map(({ kind, verdict, at, inComment, variable }) => {
    const where = names.reduce((text, [name, value]) => text.replaceAll(value, name), file.text.slice(at.start, at.end));
    return `${verdict} ${kind} ${variable}${inComment ? ' in a comment' : ''} | ${where}`;
  });
}

describe('credentials in a file', () => {
  it.each([
    [`connect('<U>');`, 'real user-api-token CLOUDFLARE_API_TOKEN | <U>'],
    [`connect('<X>');`, 'unverified user-api-token CLOUDFLARE_API_TOKEN | <X>'],
    [`connect('<T>');`],
    // once each, in the order of the text, and as what shows by itself what it is
    [`const CF_KEY = '<U>';`, 'real user-api-token CF_KEY | <U>'],
    [
      `const cfKey = '<K>'; connect('<U>', '<A>');`,
      'plausible global-api-key CF_KEY | <K>',
      'real user-api-token CLOUDFLARE_API_TOKEN | <U>',
      'real account-api-token CLOUDFLARE_API_TOKEN | <A>',
    ],
    [
      `// of old: <U>\n// and new\nconnect('<A>');`,
      'real user-api-token CLOUDFLARE_API_TOKEN in a comment | <U>',
      'real account-api-token CLOUDFLARE_API_TOKEN | <A>',
    ],
    // cut into pieces
    [`connect('cfut_' + '<U>'.slice(5));`, 'real user-api-token CLOUDFLARE_API_TOKEN | <U>'],
    // behind a scheme, and among blanks
    [`const CF_API_TOKEN = '  <T> ';`, 'plausible api-token CF_API_TOKEN | <T>'],
    [`const CF_API_TOKEN = 'bearer  <T>';`, 'plausible api-token CF_API_TOKEN | <T>'],
    [`const CF_API_TOKEN = 'Token <T>';`, 'plausible api-token CF_API_TOKEN | <T>'],
    [`const CF_API_TOKEN = 'Secret <T>';`],
    // the variable it could be read from
    [`const cfDnsToken = '<T>';`, 'plausible api-token CF_DNS_TOKEN | <T>'],
    [`const token = process.env.CF_ZONE_TOKEN ?? '<T>';`, 'plausible api-token CF_ZONE_TOKEN | <T>'],
    [`const cfToken = { user: '<U>' };`, 'real user-api-token CLOUDFLARE_API_TOKEN | <U>'],
    [`const user = settings.cfToken.user ?? '<U>';`, 'real user-api-token CLOUDFLARE_API_TOKEN | <U>'],
    [`const cfDnsToken = \`<U>\${end}\`;`, 'real user-api-token CF_DNS_TOKEN | <U>'],
    [`const cfDnsToken = \`\${read('<U>')} of \${day}\`;`, 'real user-api-token CLOUDFLARE_API_TOKEN | <U>'],
    [`const headers = { 'X-Auth-Email': mail, 'X-Auth-Key': '<K>' };`, 'plausible global-api-key CLOUDFLARE_API_KEY | <K>'],
    [`const headers = { 'CF-Access-Client-Secret': '<S>' };`, 'real access-client-secret CLOUDFLARE_ACCESS_CLIENT_SECRET | <S>'],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('are told with their value, and shown without it', () => {
    const [found] = credentials(javascript(`connect('${user.slice(0, 20)}' + '${user.slice(20)}');`));
    expect(found?.value).toBe(user);
    expect(found?.masked).toBe('cfut_…');
    expect(found && `connect('${user.slice(0, 20)}' + '${user.slice(20)}');`.slice(found.at.start, found.at.end)).toBe(
      `${user.slice(0, 20)}' + '${user.slice(20)}`,
    );
  });
});
