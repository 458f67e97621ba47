import type { SourceFile } from '../../source/model.js';

/** Whether a file is documentation, or a code fence in documentation: its commands are examples that nothing runs. */
export function isDocumentation({ path, language }: Pick<SourceFile, 'path' | 'language'>): boolean {
  return (
    language === 'markdown' ||
    /\.(?:md|mdx|mdc|markdown|mkdn?|rst|adoc|asciidoc|txt|textile|rdoc)(?:[\\/]|$)/i.test(path) ||
    /(?:^|[\\/])(?:CHANGELOG|CHANGES|HISTORY|NEWS|README|LICENSE|LICENCE|NOTICE|AUTHORS|CONTRIBUTING)$/i.test(path)
  );
}
