/** Findings as SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Rule } from 'eslint';
import { version } from '../package.js';
import { page } from './pages.js';

type Result = Omit<ESLint.LintResult, 'source'>;

/** The formatter. Neither source text nor anything of a credential but its masked prefix gets into what it gives back. */
export default function sarif(results: readonly Result[], context: ESLint.LintResultData): string {
  const root = pathToFileURL(`${context.cwd}${sep}`).href;
  const found = results.flatMap((result) =>
    result.messages.filter(({ ruleId }) => ruleId !== null).map((message) => ({ result, message })),
  );
  const ids = [...new Set(found.map(({ message }) => message.ruleId ?? ''))].sort();
  const seen = new Map<string, number>();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eslint-plugin-cloudflare-auth',
            informationUri: 'https://www.npmjs.com/package/eslint-plugin-cloudflare-auth',
            semanticVersion: version,
            rules: ids.map((id) => described(id, context.rulesMeta[id])),
          },
        },
        originalUriBaseIds: { ROOT: { uri: root } },
        results: found.map(({ result, message }) => {
          const uri = relative(context.cwd, result.filePath).split(sep).map(encodeURIComponent).join('/');
          // Not by line: the same finding keeps its fingerprint when lines above it come and go.
          const key = [message.ruleId, uri, message.message].join('\n');
          const count = seen.get(key) ?? 0;
          seen.set(key, count + 1);
          return {
            ruleId: message.ruleId,
            ruleIndex: ids.indexOf(message.ruleId ?? ''),
            level: message.severity === 2 ? 'error' : 'warning',
            message: { text: message.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri, uriBaseId: 'ROOT' },
                  region: { startLine: message.line, startColumn: message.column, endLine: message.endLine, endColumn: message.endColumn },
                },
              },
            ],
            partialFingerprints: {
              'cloudflareAuth/v1': createHash('sha256')
                .update(`${key}\n${String(count)}`)
                .digest('hex'),
            },
          };
        }),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

/** A rule with its page, which code scanning shows beside each finding. */
function described(id: string, { docs }: Rule.RuleMetaData = {}): object {
  const name = id.slice(id.indexOf('/') + 1);
  const sentence = docs?.description ?? id;
  const help = page(name) ?? sentence;
  return {
    id,
    name,
    shortDescription: { text: sentence },
    fullDescription: { text: help.split('\n\n')[0] ?? sentence },
    ...(docs?.url && { helpUri: docs.url }),
    help: { text: help, markdown: help },
    properties: { tags: ['security', 'cloudflare', 'credentials'] },
  };
}
