import { describe, expect, it } from 'vitest';
import { redactedPath } from '../src/redaction.js';
import { random, shapes } from './made-up/credentials.js';

describe('a path', () => {
  it.each([
    '021-christopher2012-robinsons-toolkit-api/lib/cloudflare.js',
    'posts/2026-11-29-cloudflare-dns-migration-part-2/index.md',
    'packages/internationalization_of_2026_11_release_notes_2027.ts',
    'dist/chunk.0123456789abcdef0123456789abcdef.js',
  ])('leads to its file: %s', (path) => {
    expect(redactedPath(path)).toBe(path);
  });

  it.each(Object.entries(shapes))('shows no %s', (_, make) => {
    const secret = make(random(7));
    expect(redactedPath(`keys/${secret}.txt`)).not.toContain(secret);
  });
});
