/** Tests that stand in the file of what they test: what they make up is no credential. */
import { describe, expect, it } from 'vitest';
import { globalKeys } from '../../src/facts/credentials/keys/global-keys.js';
import { readByPath } from '../../src/languages/register.js';
import { isTest } from '../../src/source/test-files.js';
import { testsIn } from '../../src/languages/tests/index.js';

const within: readonly (readonly [language: string, code: string])[] = [
  ['rust', `fn live() {}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n    #[test]\n    fn made() {}\n}\nfn more() {}`],
  ['rust', `fn live() {}\n#[tokio::test]\n#[ignore]\n/// Waits.\nasync fn made() {\n    let x = 1;\n}\nfn more() {}`],
  ['rust', `fn live() {}\n#[cfg(test)]\nuse std::made;\nfn more() {}`],
  ['rust', `fn live() {}\n#[test] fn made() {}\nfn more() {}`],
  ['python', `def live(): ...\n\nasync def test_it(client):\n    made = 1\n\n    assert made\n\ndef more(): ...`],
  [
    'python',
    `def live(): ...\nclass Keys(unittest.TestCase):\n    made = 1\n\n    def test_it(self):\n        self.assertTrue(1)\n\nmore = 1`,
  ],
  ['python', `def live(): ...\n@pytest.fixture(\n    scope="session",\n)\ndef client():\n    return made()\n\nmore = 1`],
  ['javascript', `live();\nif (import.meta.vitest) {\n  const { it } = import.meta.vitest;\n  it('x', made);\n}\nmore();`],
  ['javascript', `live();\ndescribe('keys', () => {\n  made();\n});\nmore();`],
  ['java', `class A {\n  void live() {}\n  @Test\n  void it() {\n    made();\n  }\n  void more() {}\n}`],
  ['kotlin', `class A {\n  fun live() {}\n\n  @Test fun it() {\n    made()\n  }\n  fun more() {}\n}`],
  [
    'csharp',
    `class A\n{\n    void Live() {}\n    [Theory]\n    [InlineData(1)]\n    public void It()\n    {\n        Made();\n    }\n    void More() {}\n}`,
  ],
  ['swift', `func live() {}\nfinal class Keys: XCTestCase {\n  func testIt() {\n    made()\n  }\n}\nfunc more() {}`],
  ['elixir', `live()\ntest "x", %{conn: conn} do\n  made(conn)\nend\nmore()`],
  ['ruby', `live\nRSpec.describe Client do\n  made\nend\nmore`],
  ['php', `live();\nfinal class Keys extends TestCase\n{\n    function made() {}\n}\nmore();`],
  ['powershell', `Live\nDescribe 'keys' {\n  Made\n}\nMore`],
  ['c', `void live() {}\nTEST_F(Keys, It) {\n  made();\n}\nvoid more() {}`],
];

describe('tests within a program', () => {
  it.each(within)('%s: %s', (language, code) => {
    const tests = testsIn(language, code)
      .map(({ start, end }) => code.slice(start, end))
      .join('\n');
    expect(tests).toMatch(/made/i);
    expect(tests).not.toMatch(/live|more/i);
  });

  it.each([
    ['python', `def test_connection(key):\n    return requests.get(url, headers={"X-Auth-Key": key})`],
    ['javascript', `const it = test('x');\n/a/.test('b');`],
    ['rust', `#[cfg(not(test))]\nfn live() {}`],
    ['go', `func TestIt(t *testing.T) {\n\tmade()\n}`],
  ])('none in %s: %s', (language, code) => {
    expect(testsIn(language, code)).toEqual([]);
  });

  it('make up the keys that they use', () => {
    const use = `client.get(CLOUDFLARE).header("X-Auth-Email", "a@example.com").header("X-Auth-Key", "key123").send()`;
    const keys = (code: string): number => globalKeys(readByPath(code, 'src/client.rs').file).length;
    expect(keys(`fn main() {\n    ${use};\n}`)).toBe(1);
    expect(keys(`fn main() {}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn sends() {\n        ${use};\n    }\n}`)).toBe(0);
  });
});

it.each([
  ['e2e/testdata/token.tf', true],
  ['testdata/token.tf', true],
  ['src/Acme.Client.Tests/Data/Keys.cs', true],
  ['Acme.UnitTests/Keys.fs', true],
  ['src/Acme.Client.Tests/settings.json', false],
  ['src/Acme.Client/Keys.cs', false],
  ['mytestdata/token.tf', false],
  ['tests/token.tf', false],
])('the file %s is of tests: %s', (path, expected) => {
  expect(isTest({ path })).toBe(expected);
});
