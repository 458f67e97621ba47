import { describe, expect, it } from 'vitest';
import { redactedPath } from '../src/redaction.js';
import { random, shapes } from './made-up/credentials.js';

describe('a path', () => {
  it.each([
    '021-christopher2012-robinsons-toolkit-api/lib/cloudflare.js',
    'posts/2026-11-29-cloudflare-dns-migration-part-2/index.md',
    'packages/internationalization_of_2026_11_release_notes_2027.ts',
    'docs/PLAN-2026-08-05-1TO1-SFU-AND-RECOVERY-ROOT-CAUSE.md',
    'docs/SCALE-UPGRADE-PROPOSAL-1M-2026-06-10.md',
    'logs/FINAL_OPERATIONALIZATION_REPORT_100PERCENT_20260311T022458Z.md',
    'archive/INTEGRATION_TEST_LOG_20260313_043501Z.md',
    'posts/2026-11-30-HowToMigrateZones-between-Accounts-0a1b2c3.md',
    'photos/550e8400-e29b-41d4-a716-446655440000___FIELD_B2.jpg',
    'dist/chunk.0123456789abcdef0123456789abcdef.js',
  ])('leads to its file: %s', (path) => {
    expect(redactedPath(path)).toBe(path);
  });

  it.each(Object.entries(shapes))('shows no %s', (_, make) => {
    const next = random(7);
    for (let count = 0; count < 1000; count += 1) {
      const secret = make(next);
      expect(redactedPath(`keys/${secret}.txt`)).not.toContain(secret);
    }
  });
});
