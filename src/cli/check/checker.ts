/** Checks files, one at a time. */
import { writeFileSync } from 'node:fs';
import { rules as allRules } from '../../../rules/index.js';
import apiUses from '../../api-uses.js';
import { readModule } from '../../languages/modules.js';
import { originOf } from '../../origin.js';
import { namespace } from '../../presets.js';
import { baseOf } from '../../source/span.js';
import type { FileContext, Project } from '../../project/project.js';
import type { Rule } from '../../rule.js';
import type { Span } from '../../source/span.js';
import { type Settings as RuleSettings, settingsOf } from '../configuration/settings.js';
import type { HowRead, Message } from '../result.js';
import { readBytes } from '../walk/read-bytes.js';
import { skipReasonOf, skipReasons } from '../walk/skip-reasons.js';
import type { SystemPath } from '../walk/system-path.js';
import { type Decoded, decode } from './encoding.js';
import { fixed } from './fixes.js';
import { withPaths } from './sent-at.js';
import type { Settings } from './settings.js';
import { Projects } from './projects.js';
import { type ActiveRule, type Checked, checkText, type HowToCheck, placedIn, type Placed } from './text.js';
import { textOnlyReasons } from './text-only.js';

/** A file to check. */
export interface Task {
  readonly absolute: SystemPath;
  /** Relative to the working directory: matched by overrides. */
  readonly path: string;
  /** Relative to the root of the scan: used as evidence. */
  readonly root: string;
  /** The text to check in place of the file's content. */
  readonly text?: string;
  /** Whether to search as text only, because a reader crashed on the file. */
  readonly textOnly?: boolean;
}

/** The result of checking a file. */
export interface Outcome {
  readonly read: HowRead;
  readonly reason?: string;
  readonly messages: readonly Message[];
  readonly suppressed: number;
  readonly secrets?: readonly Span[];
  readonly source?: string;
  readonly output?: string;
  /** Lines for stderr, without the path. */
  readonly warnings: readonly string[];
  /** Findings in modules that the file imports. */
  readonly elsewhere?: readonly FoundElsewhere[];
  /** Paths of the modules that the result depends on. */
  readonly modules?: readonly string[];
}

/** Findings in another file. */
export interface FoundElsewhere extends Placed {
  readonly absolutePath: string;
  readonly source: string;
}

/** Number of passes for fixes, the same as in ESLint. */
const MAX_PASSES = 10;

export type Checker = (task: Task) => Outcome;

export function checkerOf(settings: Settings): Checker {
  const rulesFor = rulesByPath(settings);
  const projects = new Projects();
  return ({ absolute, path, root, text: given, textOnly = false }) => {
    const decoded = given === undefined ? readText(absolute) : { text: given };
    if (typeof decoded === 'string') return { read: 'skipped', reason: decoded, messages: [], suppressed: 0, warnings: [decoded] };
    const project = projects.of({ absolute, root });
    const from = typeof absolute === 'string' && absolute.endsWith(path) ? absolute.slice(0, -path.length) : '';
    const around = (): FileContext | undefined => (typeof absolute === 'string' ? project?.around(absolute, readModule) : undefined);
    const how = (surroundings = around()): HowToCheck => ({
      rules: rulesFor(path),
      inline: settings.inline,
      suggestions: settings.suggestions,
      textOnly,
      surroundings,
      originOf: (at) => originOf(at, project, from),
    });
    const first = around();
    const before = checkText(decoded.text, root, how(first));
    if (settings.uses) {
      const located = before.messages.map((each) => (each.messageId === 'uses' ? withPaths(each, absolute.toString(), project) : each));
      return outcomeOf(decoded.text, { ...before, messages: located });
    }
    const output = settings.fix === 'off' ? undefined : repaired(decoded.text, before, (text) => checkText(text, root, how()));
    const isOn = (id: string, module: string): boolean =>
      rulesFor(module.startsWith(from) ? module.slice(from.length) : module).some((rule) => rule.id === id);
    const elsewhere = project ? foundElsewhere(before, project, settings.inline, isOn) : [];
    const modules = first?.paths ?? [];
    if (output === undefined)
      return {
        ...outcomeOf(decoded.text, before),
        ...(elsewhere.length > 0 && { elsewhere }),
        ...(modules.length > 0 && { modules }),
      };
    const after = outcomeOf(output.text, output.checked);
    if (settings.fix === 'output' || !('encode' in decoded)) return { ...after, output: output.text };
    try {
      writeFileSync(absolute, decoded.encode(output.text));
      return after;
    } catch (error) {
      const unwritten = `not fixed: ${skipReasons[skipReasonOf(error)].text}`;
      const outcome = outcomeOf(decoded.text, before);
      return { ...outcome, warnings: [...outcome.warnings, unwritten] };
    }
  };
}

/** Returns the findings in each module that a file imports. */
function foundElsewhere(
  checked: Checked,
  { files, moduleAt }: Project,
  inline: boolean,
  isOn: (rule: string, path: string) => boolean,
): readonly FoundElsewhere[] {
  const places = [...checked.elsewhere.map(({ finding }) => finding.at), ...checked.secretsElsewhere, ...checked.cleared];
  return [...new Set(places.map(({ start }) => baseOf(start)))].flatMap((base): readonly FoundElsewhere[] => {
    const absolutePath = moduleAt(base);
    const source = absolutePath === undefined ? undefined : files.read(absolutePath);
    if (absolutePath === undefined || source === undefined) return [];
    const elsewhere = checked.elsewhere.filter(({ active }) => isOn(active.id, absolutePath));
    return [{ absolutePath, source, ...placedIn(source, absolutePath, base, { ...checked, elsewhere }, inline) }];
  });
}

function readText(path: SystemPath): Decoded | string {
  const bytes = readBytes(path);
  return typeof bytes === 'string' ? skipReasons[bytes].text : decode(bytes);
}

function outcomeOf(text: string, { messages, suppressed, secrets, textOnly, failure }: Checked): Outcome {
  return {
    read: textOnly === undefined ? 'parsed' : 'text',
    ...(textOnly !== undefined && { reason: textOnlyReasons[textOnly] }),
    messages,
    suppressed,
    ...(messages.length > 0 && { source: text, secrets }),
    warnings: failure === undefined ? [] : [`searched as text only: checking it failed with ${failure}; please report this as a bug`],
  };
}

/** Applies fixes until none are left; undefined if there were none. */
function repaired(text: string, checked: Checked, check: (text: string) => Checked): { text: string; checked: Checked } | undefined {
  let now: { text: string; checked: Checked } | undefined;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = fixed(now?.text ?? text, (now?.checked ?? checked).messages);
    if (next === undefined || next === (now?.text ?? text)) break;
    now = { text: next, checked: check(next) };
  }
  return now;
}

function rulesByPath({ sources, uses }: Settings): (path: string) => readonly ActiveRule[] {
  if (uses) {
    const only = [{ id: `${namespace}/uses`, rule: apiUses, severity: 2 as const, options: {} }];
    return () => only;
  }
  const settings = settingsOf(sources);
  const known = new WeakMap<RuleSettings, readonly ActiveRule[]>();
  return (path) => {
    const here = settings(path);
    const rules = known.get(here) ?? activeRules(here);
    known.set(here, rules);
    return rules;
  };
}

function activeRules(settings: RuleSettings): readonly ActiveRule[] {
  return Object.entries<Rule>(allRules).flatMap(([name, rule]) => {
    const { level = 'off', option = {} } = settings[name as keyof RuleSettings] ?? {};
    return level === 'off' ? [] : [{ id: `${namespace}/${name}`, rule, severity: level === 'warn' ? 1 : 2, options: option }];
  });
}
