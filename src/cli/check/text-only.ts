import type { TextOnly } from '../../languages/limits.js';

/** Descriptions of why a file was searched as text only. */
export const textOnlyReasons: Readonly<Record<TextOnly, string>> = {
  large: 'larger than 1 MB',
  binary: 'binary',
  nested: 'nested too deeply',
  minified: 'minified',
  broken: 'does not parse',
  failed: 'checking it failed',
  exhausted: 'too complex to follow all values',
  unknown: 'no reader for this kind of file',
};
