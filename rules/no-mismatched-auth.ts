import { mismatches } from '../src/facts/credentials/schemes.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    description: 'Disallow sending Cloudflare credentials with the wrong authentication scheme.',
    messages: {
      tokenAsKey: 'API token is passed as a Global API Key, which Cloudflare rejects (error 6103). Send `Authorization: Bearer <token>`.',
      keyAsToken: 'Global API Key is passed as an API token, which Cloudflare rejects (error 6111). Create an API token and use that.',
      noBearer: 'API token is missing the `Bearer ` prefix.',
      unexpanded: 'Variable is not expanded between these quotes, so its name is sent as the token.',
      bothSchemes: '`X-Auth-Key` and `Authorization` are both sent. Send only the API token.',
      keyWithoutEmail: '`X-Auth-Key` is sent without `X-Auth-Email`, which Cloudflare rejects (error 9106). Use an API token instead.',
      accountTokenForUser:
        "Account-owned token has no user, so this user operation fails (error 9106). Use a user token or the account's operation.",
      tokenAndKey:
        'Client is given a token and `{{ option }}`: versions 3 to 6 silently use the key, version 7 sends both. Pass only the token.',
      keyBesideToken: '`{{ option }}` is set beside an API token. Tools use the key, send both or refuse to run. Set only the token.',
    },
  },
  {
    about: mismatches,
    *check(mismatch) {
      const { at } = mismatch;
      if ('option' in mismatch) yield { at, messageId: mismatch.what, data: { option: mismatch.option } };
      else yield { at, messageId: mismatch.what };
    },
  },
);
