import type { SourceFile, Span } from './model.js';
import { covering, perFile } from './values.js';

/** Whether a file is a test, which makes up what it needs and talks to stand-ins. */
export function isTest({ path }: Pick<SourceFile, 'path'>): boolean {
  return /(?:^|[\\/])__(?:tests|mocks)__[\\/]|[._-](?:tests?|spec|e2e|cy)\.\w+$|\.bats$|(?:^|[\\/])(?:test_\w+|conftest)\.py$|[\w.](?:Tests?|Spec)\.(?:php|java|kts?|cs|fs|scala|groovy|swift|ps1|hs)$/.test(
    path,
  );
}

const covered = perFile(({ tests = [] }: SourceFile) => covering(tests));

/** Whether something stands in a test: in a file of tests, or in one that is in the file of what it tests. */
export function isInTest(at: Span, file: SourceFile): boolean {
  return isTest(file) || covered(file)(at);
}
