import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import type { Entry, SourceFile, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, literal, presentValue, shape } from '../../source/values.js';
import type { Exposure } from './exposure.js';

/**
 * Returns credentials that a template of CloudFormation shows in its outputs: `Value: !Ref CloudflareApiToken`. `NoEcho` does not hide them there.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html, November 2026.
 */
export const templateOutputs = perFile((file: SourceFile): readonly Exposure[] => {
  const template = file.tables.find(({ names, entries }) => names.length === 0 && entries.some(({ key }) => key === 'Outputs'));
  const section = (key: string): readonly Entry[] => entriesOf(template && presentValue(get(template, key)));
  const secrets = new Set(section('Parameters').flatMap(({ key }) => (isSecretVariable(key) ? [key] : [])));
  if (secrets.size === 0) return [];
  return section('Outputs').flatMap(({ key, value: output }) =>
    entriesOf(output)
      .filter((entry) => entry.key === 'Value')
      .flatMap(({ value }): readonly Exposure[] => {
        const variable = referencesIn(value, file.text).find((name) => secrets.has(name));
        return variable === undefined ? [] : [{ at: value.at, how: 'plan', variable, by: `Outputs.${key}`, revealed: Infinity }];
      }),
  );
});

function entriesOf(value: Value | undefined): readonly Entry[] {
  return value?.kind === 'table' ? value.entries : [];
}

/** The parameters that a value refers to: `!Ref Name`, `{ Ref: Name }`, `!Sub '…${Name}'`. */
function referencesIn(value: Value, text: string): readonly string[] {
  const [entry] = entriesOf(value);
  const [by, given] = entry
    ? [entry.key.replace(/^Fn::/, ''), entry.value]
    : [/!(Ref|Sub)\s+["']?$/.exec(text.slice(Math.max(0, value.at.start - MAX_TAG), value.at.start))?.[1], value];
  if (by === 'Ref') return [literal(given) ?? ''];
  if (by !== 'Sub' || given.kind !== 'text') return [];
  return [...shape(given).matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Most characters of a tag before a value. */
const MAX_TAG = 20;
