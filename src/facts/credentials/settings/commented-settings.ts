/** Settings that are commented out. The settings around a comment show whose they are. */
import { isNamedAfterCloudflare } from '../../../cloudflare/credentials/evidence.js';
import type { SourceFile, Span, Table } from '../../../source/model.js';
import { within } from '../../../source/span.js';
import { clients } from '../../requests/sdk-clients.js';
import { settingsTables } from './settings.js';

/** Returns a predicate for comments: whether one is among Cloudflare settings, inside a provider's block or right below its last entry. */
export function amongSettingsOf(file: SourceFile): (comments: readonly Span[]) => boolean {
  if (file.comments.length === 0) return () => false;
  const options = new Set(clients(file).map((client) => client.options.at.start));
  const isOurs = (table: Table): boolean =>
    options.has(table.at.start) || table.names.slice(-2).some(isNamedAfterCloudflare) || settingsTables(file).has(table);
  return ([first]) => {
    if (!first) return false;
    const around = file.tables.filter((table) => within(first, table.at) || isBelow(first, table, file));
    const [nearest] = around.sort((one, other) => other.at.start - one.at.start);
    return nearest !== undefined && isOurs(nearest);
  };
}

/** Whether a comment directly follows a table, where the next setting would be. */
function isBelow({ start }: Span, { at, entries: [first] }: Table, { text }: SourceFile): boolean {
  if (!first || at.end > start || start - at.end > MAX_BLANKS || !/^\s*$/.test(text.slice(at.end, start))) return false;
  return columnOf(start, text) === columnOf(first.at.start, text);
}

const MAX_BLANKS = 200;

function columnOf(offset: number, text: string): number {
  return offset - text.lastIndexOf('\n', offset - 1);
}
