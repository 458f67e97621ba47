import type { Leak } from '../../cloudflare/sinks/sink.js';
import type { Span } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import type { Flow } from './flows.js';

/** A place where a credential leaves the program for somewhere others may read it. */
export interface Exposure {
  readonly at: Span;
  readonly how:
    Leak | 'caught' | 'elsewhere' | 'public' | 'inlined' | 'client' | 'trace' | 'verbose' | 'environment' | 'untrusted' | 'image';
  /** The credential's name in the program. */
  readonly variable: string;
  /** What exposes it: `console.log`, a host, a prefix. */
  readonly by: string;
  /** How many of its characters are exposed; infinite if it is not truncated. */
  readonly revealed: number;
  /** The call that exposes it, if it is one. */
  readonly call?: Span | undefined;
  /** Whether `at` is the exposing function, passed by reference: `.then(console.log)`. */
  readonly isPassed?: boolean | undefined;
  /** Whether `at` is an object that is always there, whether or not the credential in it is set. */
  readonly isWhole?: boolean | undefined;
  /** Where the program gets the credential, if that is in another file. */
  readonly origin?: Span | undefined;
  /** The object that it is exposed in. */
  readonly object?: Span | undefined;
}

/** Returns the exposure of a flow at a place. */
export function exposureOf({ source, revealed, object, way }: Flow, at: Span, how: Exposure['how'], by: string): Exposure {
  const origin = way.at(-1);
  return { at, how, variable: source.variable, by, revealed, object, ...(origin && isInOtherFile(origin) && { origin }) };
}
