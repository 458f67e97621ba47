import { ansibleOperations, dataOperations, resourceOperations, type ResourceSettings } from '../../cloudflare/api/iac-resources.js';
import type { Operation } from '../../cloudflare/api/operations.js';
import type { Call, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, literal, presentValue, tablesOf } from '../../source/values.js';

/** A resource or data source of infrastructure code. */
export interface Resource {
  readonly calleeAt: Span;
  /** As written: `new DnsRecord`, `getZone`, `resource cloudflare_dns_record`. */
  readonly what: string;
  /** The operations that the tool performs for it; empty if they are unknown. */
  readonly operations: readonly Operation[];
}

/** Modules whose classes are Cloudflare resources: Pulumi's, CDKTF's, and those that CDKTF generates. */
const modules =
  /^@pulumi\/cloudflare(?:\/|$)|^py:pulumi_cloudflare(?:\.|$)|^go:github\.com\/pulumi\/pulumi-cloudflare\/sdk\/|^@cdktf\/provider-cloudflare(?:\/|$)|(?:^|\/)\.gen\/providers\/cloudflare(?:\/|$)/;

/** How these modules call what reads a resource: `DataCloudflareZone`, `getZone`, `get_zone_output`, `LookupZone`. */
const reader = /^(?:DataCloudflare|[Gg]et|Lookup)_?((?:[A-Z]|(?<=_)[a-z])\w*?)(?:_?[Oo]utput)?(?<!Args)$/;

/** How they call what creates one: `DnsRecord`, in Go `NewDnsRecord`. */
const maker = /^(?:New)?([A-Z]\w*)(?<!Provider|Args)$/;

/** Terraform blocks that declare a resource or a data source. */
const blocks: ReadonlySet<string> = new Set(['resource', 'data', 'ephemeral']);

/** Returns the resources and data sources that a file declares. */
export const resources = perFile((file: SourceFile): readonly Resource[] => [
  ...file.calls.flatMap((call) => {
    const made = ofClass(call) ?? ofBlock(call);
    return made ? [{ ...made, calleeAt: call.calleeAt }] : [];
  }),
  ...(file.language === 'yaml' ? ofTasks(file) : []),
]);

/** Tasks of Ansible: `community.general.cloudflare_dns: { zone: … }`. */
function ofTasks({ tables }: SourceFile): readonly Resource[] {
  return tables.flatMap(({ entries }) =>
    entries.flatMap(({ key, keyAt, value }): readonly Resource[] => {
      const operations = value.kind === 'table' ? ansibleOperations(key) : [];
      return operations.length > 0 ? [{ what: key, operations, calleeAt: keyAt }] : [];
    }),
  );
}

function ofClass(call: Call): Omit<Resource, 'calleeAt'> | undefined {
  const { callee } = call;
  if (callee.kind !== 'name' || !modules.test(callee.module ?? '')) return undefined;
  const name = callee.path.at(-1) ?? '';
  const what = call.new ? `new ${name}` : name;
  const [, read] = reader.exec(name) ?? [];
  if (read !== undefined) return { what, operations: dataOperations(read, settingsOf(call)) };
  const [, made] = maker.exec(name) ?? [];
  return made === undefined ? undefined : { what, operations: resourceOperations(made, settingsOf(call)) };
}

/** Parses a Terraform block. Data sources and ephemeral resources only read. */
function ofBlock(call: Call): Omit<Resource, 'calleeAt'> | undefined {
  const { callee } = call;
  if (callee.kind !== 'name' || callee.module !== 'terraform') return undefined;
  const [block = '', type = ''] = callee.path;
  const name = /^cloudflare_(\w+)$/.exec(type)?.[1];
  if (name === undefined || !blocks.has(block)) return undefined;
  return { what: `${block} ${type}`, operations: (block === 'resource' ? resourceOperations : dataOperations)(name, settingsOf(call)) };
}

/** Of the resources that an account or a zone can have, most are an account's: the others name the zone only. */
function settingsOf({ arguments: given }: Call): ResourceSettings {
  const tables = given.flatMap(tablesOf);
  const has = (...keys: readonly string[]): boolean => tables.some((table) => keys.some((key) => get(table, key) !== 'absent'));
  const [phase] = tables.flatMap((table) => presentValue(get(table, 'phase')) ?? []);
  return {
    level: has('zone_id', 'zoneId') && !has('account_id', 'accountId') ? 'zone' : 'account',
    phase: phase && literal(phase),
  };
}
