import type { SourceFile } from '../../source/model.js';

/** Whether a file is documentation, or a fence in it: its lines show what may be run, and are not run. */
export function isDocumentation({ path, language }: Pick<SourceFile, 'path' | 'language'>): boolean {
  return (
    language === 'markdown' ||
    /\.(?:md|mdx|mdc|markdown|mkdn?|rst|adoc|asciidoc|txt|textile|rdoc)(?:[\\/]|$)/i.test(path) ||
    /(?:^|[\\/])(?:CHANGELOG|CHANGES|HISTORY|NEWS|README|LICENSE|LICENCE|NOTICE|AUTHORS|CONTRIBUTING)$/i.test(path)
  );
}
