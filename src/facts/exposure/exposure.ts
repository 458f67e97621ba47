import type { Leak } from '../../cloudflare/sinks/sink.js';
import type { Span } from '../../source/model.js';
import type { Flow } from './flows.js';

/** A place where a credential gets out of the program to where others may read it. */
export interface Exposure {
  readonly at: Span;
  readonly how:
    Leak | 'caught' | 'elsewhere' | 'public' | 'inlined' | 'client' | 'trace' | 'verbose' | 'environment' | 'untrusted' | 'image' | 'plan';
  /** What the credential is called in the program. */
  readonly variable: string;
  /** What lets it out: `console.log`, a host, a prefix. */
  readonly by: string;
  /** How many of its characters get out; infinite if it is not cut. */
  readonly revealed: number;
  /** The call that lets it out, if it is one. */
  readonly call?: Span | undefined;
  /** Whether `at` is the function that lets it out, handed on by its name: `.then(console.log)`. */
  readonly isHanded?: boolean | undefined;
  /** The object that it gets out with. */
  readonly object?: Span | undefined;
}

/** A flow that gets out at a place. */
export function exposed({ source, revealed, object }: Flow, at: Span, how: Exposure['how'], by: string): Exposure {
  return { at, how, variable: source.variable, by, revealed, object };
}
