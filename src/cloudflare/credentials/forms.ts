/** The forms of credentials: how one is recognized, and how certain it is that a value of that form is one. */
import { hasRightChecksum } from './checksum.js';
import { isPlaceholder } from './placeholder.js';
import { isDocumentedSample } from './samples.js';

/** How certain it is that a value of the right shape is a credential. */
export type Verdict =
  /** Verified: its checksum is right, or it decodes to the expected content. */
  | 'real'
  /** It has the right shape, and this form contains nothing to verify. */
  | 'plausible'
  /** Its checksum is wrong: it is invented or damaged. */
  | 'unverified'
  | 'no';

export interface Form {
  /** Matches a whole value. */
  readonly shape: RegExp;
  /** Matches the form within other text; only for unmistakable forms. */
  readonly anywhere?: RegExp;
  readonly verdict: (value: string) => Verdict;
  /** The only role in which a value of this form is a credential. */
  readonly place?: 'database-password';
}

/** The verdict for a form that contains nothing to verify. */
export function plausible(value: string): Verdict {
  return isPlaceholder(value) || isDocumentedSample(value) ? 'no' : 'plausible';
}

/** A 2026 credential: prefix, 40 characters, checksum. */
export function prefixed(prefix: string): Form {
  return {
    shape: new RegExp(`^${prefix}[\\w-]{40}[0-9a-f]{8}$`),
    anywhere: new RegExp(`(?<![\\w-])${prefix}[\\w-]{40}[0-9a-f]{8}(?![\\w-])`, 'g'),
    verdict(value) {
      const body = value.slice(prefix.length, -8);
      if (hasRightChecksum(body, value.slice(-8))) return 'real';
      return isPlaceholder(body) ? 'no' : 'unverified';
    },
  };
}

/** A tunnel token is base64 of `{"a": account, "t": tunnel, "s": secret}`; the shape already ensures that it starts with `{"a":"`. */
export function tunnelVerdict(value: string): Verdict {
  try {
    const { a, t, s } = JSON.parse(Buffer.from(value, 'base64').toString()) as {
      readonly a: string;
      readonly t?: unknown;
      readonly s?: unknown;
    };
    return /^[0-9a-f]{32}$/.test(a) && typeof t === 'string' && typeof s === 'string' ? 'real' : 'no';
  } catch {
    return 'no'; // not JSON: a cursor, or some other base64
  }
}

/** The URL of a deploy hook. */
export function deployHook(): Form {
  const url =
    'https?:\\/\\/api\\.cloudflare\\.com\\/client\\/v4\\/(?:pages\\/webhooks|workers\\/builds)\\/deploy_hooks\\/[0-9a-f]{8}-[0-9a-f-]{27}';
  return {
    shape: new RegExp(`^${url}$`),
    anywhere: new RegExp(`${url}(?![\\w-])`, 'g'),
    verdict: (value) => (isPlaceholder(value.slice(-36).replaceAll('-', '')) ? 'no' : 'plausible'),
  };
}
