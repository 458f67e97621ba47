import type { SourceFile } from './model.js';

/** Whether a file is a test, which makes up what it needs and talks to stand-ins. */
export function isTest({ path }: Pick<SourceFile, 'path'>): boolean {
  return /(?:^|[\\/])__(?:tests|mocks)__[\\/]|[._-](?:tests?|spec|e2e|cy)\.\w+$|(?:^|[\\/])(?:test_\w+|conftest)\.py$|[\w.](?:Tests?|Spec)\.(?:php|java|kts?|cs|fs|scala|groovy|swift|ps1|hs)$/.test(
    path,
  );
}
