import { cleartext } from '../src/facts/requests/transport/cleartext.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    description: 'Require HTTPS for requests that carry Cloudflare credentials.',
    messages: {
      host: '`{{ scheme }}://` to {{ host }} is not encrypted. Use `{{ secure }}://`.',
      credential: 'Cloudflare credential is sent to {{ host }} over unencrypted `{{ scheme }}://`. Use `{{ secure }}://`.',
      certificate: 'TLS certificate verification is disabled, so the Cloudflare credential can be intercepted. Enable it.',
    },
    options: {
      type: 'object',
      properties: {
        allowHosts: {
          type: 'array',
          description: 'Hosts that may be reached without encryption; `*.internal` matches all of its subdomains. Default: none.',
          items: { type: 'string' },
          uniqueItems: true,
        },
      },
      additionalProperties: false,
    },
    defaults: { allowHosts: [] },
    fixable: true,
  },
  {
    about: cleartext,
    *check(clear, { allowHosts = [] }) {
      if (clear.why === 'certificate') {
        yield { at: clear.at, messageId: 'certificate' };
        return;
      }
      const { why, at, scheme, secure, host, exact, replaceable } = clear;
      if (allowHosts.some((allowed) => allowed === host || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1))))) return;
      yield { at, messageId: why, data: { scheme, secure, host }, ...(exact && replaceable && { fix: [{ at, text: secure }] }) };
    },
  },
);
