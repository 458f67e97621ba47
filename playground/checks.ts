/** What the command reports on one file, and the permissions that its calls need. */
import { rules } from '../rules/index.js';
import type { RuleName } from '../rules/names.js';
import apiUses, { type FoundUse } from '../src/api-uses.js';
import { checkText } from '../src/cli/check/text.js';
import { type Report, report } from '../src/cli/permissions/report.js';
import type { Message } from '../src/cli/result.js';
import { namespace, type Preset, presets } from '../src/presets.js';

/** A file in the editor. The path decides on the language, and is evidence like any path. */
export interface Content {
  readonly path: string;
  readonly text: string;
  readonly strict: boolean;
}

const active = (preset: Preset) =>
  Object.entries(preset).map(([name, options]) => ({
    id: `${namespace}/${name}`,
    rule: rules[name as RuleName],
    severity: 2 as const,
    options,
  }));

const activeRules = { recommended: active(presets.recommended), strict: active(presets.strict) };

export interface Findings {
  readonly messages: readonly Message[];
  /** Whether only credentials that identify themselves were looked for, because the text does not parse. */
  readonly textOnly: boolean;
}

export function findingsIn({ path, text, strict }: Content): Findings {
  const { messages, textOnly } = checkText(text, path, {
    rules: strict ? activeRules.strict : activeRules.recommended,
    inline: true,
    suggestions: true,
  });
  return { messages, textOnly: textOnly !== undefined };
}

const onlyUses = [{ id: `${namespace}/uses`, rule: apiUses, severity: 2 as const, options: {} }];

export function permissionsIn({ path, text }: Content): Report {
  const { messages } = checkText(text, path, { rules: onlyUses, inline: false });
  const uses = messages
    .filter(({ messageId }) => messageId === 'uses')
    .flatMap(({ message, line }) => (JSON.parse(message) as readonly FoundUse[]).map((use) => ({ ...use, file: path, line })));
  return report({ uses, unread: [] }, { exists: () => false, read: () => '' });
}
