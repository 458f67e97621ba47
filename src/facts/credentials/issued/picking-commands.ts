import type { Issued } from '../../../cloudflare/credentials/issued.js';
import type { Call, SourceFile } from '../../../source/model.js';
import { alternatives } from '../../../source/values.js';
import { callsOf } from '../../program/calls.js';
import { inputOf, pipedInto, programOf, wordsOfCommand } from '../../program/commands.js';

/**
 * Returns the commands of a script that pick a secret from the response in which Cloudflare issues it, by where they begin, each with the row of the
 * operation: `curl … | jq -r .result.value`. The response itself is left out, since scripts print it where a request has failed.
 */
export function pickingCommands(file: SourceFile, rows: ReadonlyMap<number, Issued>): ReadonlyMap<number, Issued> {
  const found = new Map<number, Issued>();
  if (rows.size === 0) return found;
  for (const call of callsOf(file)) {
    const next = programOf(call) === 'curl' ? pipedInto(call, file) : undefined;
    const row = next ? rows.get(call.at.start) : answeredTo(call, rows);
    const reader = next ?? call;
    if (row && picks(reader, row)) found.set(reader.at.start, row);
  }
  return found;
}

/** The operation whose response a command reads: `jq … <<< "$response"`. */
function answeredTo(call: Call, rows: ReadonlyMap<number, Issued>): Issued | undefined {
  const input = programOf(call) === 'jq' ? inputOf(call) : undefined;
  return (input ? alternatives(input) : []).flatMap(({ kind, at }) => (kind === 'call' ? (rows.get(at.start) ?? []) : []))[0];
}

function picks(call: Call, { fields }: Issued): boolean {
  if (programOf(call) !== 'jq') return false;
  const filter = wordsOfCommand(call).find((word) => word !== '' && !word.startsWith('-')) ?? '';
  return fields.length === 0
    ? /\.result\s*$/.test(filter)
    : (filter.match(/\.\w+/g) ?? []).some((member) => fields.includes(member.slice(1)));
}
