/** Reports findings as SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { weaknesses } from '../../../rules/weaknesses.js';
import { name } from '../../package.js';
import { redactedPath } from '../../redaction.js';
import { page } from '../pages.js';
import type { FileResult, Message, RuleDescription, Run } from '../result.js';
import { fingerprints } from './fingerprints.js';
import { printable, printableJson } from './printable.js';

export function sarif(run: Run): string {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            informationUri: `https://www.npmjs.com/package/${name}`,
            semanticVersion: run.version,
            rules: run.rules.map(reportingDescriptor),
            notifications: [{ id: 'not-read', shortDescription: { text: 'A file that was skipped, or searched as plain text only.' } }],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${run.cwd}${sep}`).href } },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: run.files.filter(({ read }) => read !== 'parsed').map(notification) },
        ],
        results: run.files.flatMap((file) => {
          const prints = fingerprints(file);
          return file.messages.map((message, index) => result(message, file, prints[index] ?? '', indexes.get(message.ruleId)));
        }),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

/** Describes a rule with its page, which code scanning shows next to each finding. */
function reportingDescriptor({ id, description, url }: RuleDescription): object {
  const rule = id.slice(id.indexOf('/') + 1);
  const help = page(rule) ?? description;
  const { severity, cwe } = weaknesses[rule as keyof typeof weaknesses];
  return {
    id,
    name: rule,
    shortDescription: { text: description },
    fullDescription: { text: help.split('\n\n')[0] ?? description },
    helpUri: url,
    help: { text: help, markdown: help },
    properties: {
      tags: ['security', 'cloudflare', 'credentials', ...cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)],
      'security-severity': severity.toFixed(1),
      precision: 'high',
    },
  };
}

function result(message: Message, file: FileResult, fingerprint: string, ruleIndex: number | undefined): object {
  const { ruleId, severity, line, column, endLine, endColumn } = message;
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: severity === 2 ? 'error' : 'warning',
    message: { text: printable(message.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'cloudflareAuth/v2': fingerprint },
  };
}

function notification(file: FileResult): object {
  const what = file.read === 'text' ? 'Searched as plain text only' : 'Skipped';
  return {
    descriptor: { id: 'not-read' },
    level: 'note',
    message: { text: `${what}${file.reason === undefined ? '' : `: ${file.reason}`}.` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }],
  };
}

function artifactLocation({ path, absolutePath }: FileResult): object {
  // Paths are relative only below the working directory.
  if (path === absolutePath || /^(?:[A-Z]:)?\//i.test(path)) return { uri: pathToFileURL(redactedPath(absolutePath)).href };
  return {
    uri: redactedPath(path)
      .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    uriBaseId: 'ROOT',
  };
}
