/** How languages mark tests that are in the same file as the code under test. Everything here is data. */

export interface TestMarks {
  /** Matches the beginning of the first line of a test. */
  readonly heads?: RegExp;
  /** Matches the beginning of a line above it, such as an attribute. */
  readonly above?: RegExp;
  /** Must match somewhere in a test that is recognized by its first line alone. */
  readonly checks?: RegExp;
}

const junit =
  /^@(?:\w+\.)*(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Before|After|BeforeEach|AfterEach|BeforeAll|AfterAll|BeforeClass)\b/;
/** `describe('a client', () => {` */
const named = /^(?:describe|context|it|test|suite|group|specify|testWidgets)(?:\.\w+)*[ (]+r?['"`]/;

export const marks: Readonly<Record<string, TestMarks>> = {
  c: { heads: /^(?:TEST(?:_\w+)?|SCENARIO|BOOST_\w+TEST_CASE)\s*\(/ },
  clojure: { heads: /^\(deftest\b/ },
  csharp: { above: /^\[(?:Fact|Theory|Test|TestCase|TestMethod|TestClass|TestFixture|SetUp|OneTimeSetUp|DataRow|InlineData)\b/ },
  dart: { heads: named },
  elixir: { heads: /^(?:test|describe|property)\s+"/ },
  fsharp: { above: /^\[<(?:Fact|Theory|Test|TestCase)\b/ },
  groovy: { above: junit },
  haskell: { heads: /^(?:describe|it|context)\s+"/ },
  java: { above: junit },
  // https://vitest.dev/guide/in-source.html
  javascript: { heads: new RegExp(String.raw`${named.source}|^if\s*\(\s*import\.meta\.vitest\b`) },
  kotlin: { above: junit },
  lua: { heads: named },
  // https://pestphp.com/docs/writing-tests
  php: {
    heads: /^(?:describe|it|test)\s*\(\s*['"]|^(?:(?:abstract|final|readonly)\s+)*class\s+\w+\s+extends\s+\\?(?:\w+\\)*\w*TestCase\b/,
    above: /^#\[Test\b/,
  },
  powershell: { heads: /^(?:Describe|Context|It)\s+['"]/i },
  python: {
    heads: /^(?:async\s+)?def\s+test_\w+\s*\(|^class\s+\w+\s*\((?:[\w.]+,\s*)*[\w.]*TestCase\b/,
    above: /^@(?:pytest|pytest_asyncio)\.(?:fixture|mark)\b/,
    checks: /\bassert|\bself\.fail|\braises\b/,
  },
  r: { heads: /^test_that\s*\(/ },
  ruby: {
    heads:
      /^(?:RSpec\.)?(?:describe|context|it|specify|test|feature|scenario)[\s(]+["'A-Z]|^class\s+\w+\s*<\s*(?:\w+::)*(?:Minitest::\w+|\w*TestCase|IntegrationTest)\b/,
  },
  // https://doc.rust-lang.org/book/ch11-03-test-organization.html
  rust: { above: /^#\[(?:cfg\((?:all\(|any\()?test\b|(?:\w+::)*test\b|rstest\b|test_case\b)/ },
  scala: { heads: named, above: junit },
  // https://developer.apple.com/documentation/testing
  swift: { heads: /^(?:\w+\s+)*class\s+\w+\s*:\s*(?:\w+,\s*)*XCTestCase\b/, above: /^@(?:Test|Suite)\b/ },
};
