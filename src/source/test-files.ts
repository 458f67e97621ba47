import type { SourceFile, Span } from './model.js';
import { covering, perFile } from './values.js';

/**
 * Whether a file is a test or its data, which make up what they need and talk to stand-ins. `testdata` is what the go command leaves out of builds
 * (https://pkg.go.dev/cmd/go); projects of .NET are called after what they test.
 */
export function isTest({ path }: Pick<SourceFile, 'path'>): boolean {
  return /(?:^|[\\/])(?:__(?:tests|mocks)__|testdata)[\\/]|\.\w*Tests?[\\/](?:[^\\/]+[\\/])*[^\\/]+\.(?:cs|fs|vb)$|[._-](?:tests?|spec|e2e|cy)\.\w+$|\.bats$|(?:^|[\\/])(?:test_\w+|conftest)\.py$|[\w.](?:Tests?|Spec)\.(?:php|java|kts?|cs|fs|scala|groovy|swift|ps1|hs)$/.test(
    path,
  );
}

const inTests = perFile((file: SourceFile): ((at: Span) => boolean) => (isTest(file) ? () => true : covering(file.tests ?? [])));

/** Whether something stands in a test: in a file of tests, or in one that is in the file of what it tests. */
export function isInTest(at: Span, file: SourceFile): boolean {
  return inTests(file)(at);
}
