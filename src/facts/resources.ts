import { resourceOperations } from '../cloudflare/iac-resources.js';
import type { Operation } from '../cloudflare/operations.js';
import type { SourceFile, Span } from '../source.js';
import { perFile } from '../values.js';

/** A resource of infrastructure code. */
export interface Resource {
  readonly calleeAt: Span;
  /** Its class: `DnsRecord`. */
  readonly name: string;
  /** What the tool does with it; none if that is not known. */
  readonly operations: readonly Operation[];
}

/** Modules whose classes are resources of Cloudflare's: of Pulumi, of CDKTF, and those that CDKTF generates. */
const modules = /^@pulumi\/cloudflare(?:\/|$)|^@cdktf\/provider-cloudflare(?:\/|$)|(?:^|\/)\.gen\/providers\/cloudflare(?:\/|$)/;

/** The resources that a file makes. */
export const resources = perFile((file: SourceFile): readonly Resource[] =>
  file.calls.flatMap(({ new: isNew, callee, calleeAt }) => {
    if (!isNew || callee.kind !== 'name' || callee.module === undefined || !modules.test(callee.module)) return [];
    const name = callee.path.at(-1) ?? '';
    return /^(?:Cloudflare)?(?:Provider)?$/.test(name) ? [] : [{ calleeAt, name, operations: resourceOperations(name) }];
  }),
);
