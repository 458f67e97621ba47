import { clearText } from '../src/facts/requests/cleartext.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    sentence: 'Send Cloudflare credentials over HTTPS only.',
    messages: {
      host: '`{{ scheme }}://` to {{ host }} is not encrypted. Use `{{ secure }}://`.',
      credential:
        'A Cloudflare credential is sent to {{ host }} over `{{ scheme }}://`, where everybody on the way can read it. Use `{{ secure }}://`.',
      certificate:
        "The server's certificate is not checked here, so anyone on the way can read the Cloudflare credential that is sent. Leave the check on.",
    },
    options: {
      type: 'object',
      properties: {
        allowHosts: {
          type: 'array',
          description: 'Hosts that may be reached without encryption; `*.internal` stands for all hosts below it.',
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
    about: clearText,
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
