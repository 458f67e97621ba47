import { resourceOperations } from '../../cloudflare/api/iac-resources.js';
import type { Operation } from '../../cloudflare/api/operations.js';
import type { Call, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';

/** A resource or data source of infrastructure code. */
export interface Resource {
  readonly calleeAt: Span;
  /** As written: `new DnsRecord`, `resource cloudflare_dns_record`. */
  readonly what: string;
  /** The operations that the tool performs for it; empty if they are unknown. */
  readonly operations: readonly Operation[];
}

/** Modules whose classes are Cloudflare resources: Pulumi's, CDKTF's, and those that CDKTF generates. */
const modules = /^@pulumi\/cloudflare(?:\/|$)|^@cdktf\/provider-cloudflare(?:\/|$)|(?:^|\/)\.gen\/providers\/cloudflare(?:\/|$)/;

/** Terraform blocks that declare a resource or a data source. */
const blocks: ReadonlySet<string> = new Set(['resource', 'data', 'ephemeral']);

/** Returns the resources and data sources that a file declares. */
export const resources = perFile((file: SourceFile): readonly Resource[] =>
  file.calls.flatMap((call) => {
    const made = call.new ? ofClass(call) : ofBlock(call);
    return made ? [{ ...made, calleeAt: call.calleeAt }] : [];
  }),
);

function ofClass({ callee }: Call): Omit<Resource, 'calleeAt'> | undefined {
  if (callee.kind !== 'name' || !modules.test(callee.module ?? '')) return undefined;
  const name = callee.path.at(-1) ?? '';
  return /^(?:Cloudflare)?Provider$/.test(name) ? undefined : { what: `new ${name}`, operations: resourceOperations(name) };
}

/** Parses a Terraform block. Data sources and ephemeral resources only read. */
function ofBlock({ callee }: Call): Omit<Resource, 'calleeAt'> | undefined {
  if (callee.kind !== 'name' || callee.module !== 'terraform') return undefined;
  const [block = '', type = ''] = callee.path;
  const name = /^cloudflare_(\w+)$/.exec(type)?.[1];
  if (name === undefined || !blocks.has(block)) return undefined;
  const operations = resourceOperations(block === 'resource' ? name : name.replace(/s$/, ''));
  return { what: `${block} ${type}`, operations: block === 'resource' ? operations : operations.filter(({ method }) => method === 'GET') };
}
