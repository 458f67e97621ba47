import type { SourceFile, Span } from './model.js';
import { perFile } from './memoized.js';
import { covering } from './span.js';

/**
 * Whether a file is a test or test data, which use made-up values and mock servers. The go command ignores `testdata` (https://pkg.go.dev/cmd/go);
 * test projects of .NET are named after the project that they test.
 */
export function isTest({ path }: Pick<SourceFile, 'path'>): boolean {
  return /(?:^|[\\/])(?:__(?:tests|mocks)__|testdata)[\\/]|\.\w*Tests?[\\/](?:[^\\/]+[\\/])*[^\\/]+\.(?:cs|fs|vb)$|[._-](?:tests?|spec|e2e|cy)\.\w+$|\.bats$|(?:^|[\\/])(?:test_\w+|conftest)\.py$|[\w.](?:Tests?|Spec)\.(?:php|java|kts?|cs|fs|scala|groovy|swift|ps1|hs)$/.test(
    path,
  );
}

const inTests = perFile((file: SourceFile): ((at: Span) => boolean) => (isTest(file) ? () => true : covering(file.tests ?? [])));

/** Whether a span is in a test: in a test file, or in a test next to the code that it tests. */
export function isInTest(at: Span, file: SourceFile): boolean {
  return inTests(file)(at);
}
