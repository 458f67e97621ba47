import { mismatches } from '../src/facts/credentials/schemes.js';
import { defineRule } from '../src/rule.js';

export default defineRule(
  {
    sentence: 'Give every Cloudflare credential in the way that belongs to its kind.',
    messages: {
      tokenAsKey: 'This is an API token, given as a Global API Key: Cloudflare answers 6103. Send it as `Authorization: Bearer …`.',
      keyAsToken: 'This is a Global API Key, given as an API token: Cloudflare answers 6111. Create an API token and send that.',
      noBearer: 'Cloudflare reads an API token only behind `Bearer `.',
      bothSchemes: '`X-Auth-Key` and `Authorization` are sent together. Send only the API token.',
      keyWithoutEmail: '`X-Auth-Key` is sent without `X-Auth-Email`, so Cloudflare answers 9106. Better than both is an API token.',
      accountTokenForUser:
        'An account-owned token has no user, so this operation of a user answers 9106. Use a user token, or the operation of the account.',
      tokenAndKey:
        'Given a token and `{{ option }}`, versions 3 to 6 of the client silently use the key and version 7 sends both. Give only the token.',
    },
  },
  {
    about: mismatches,
    *check(mismatch) {
      const { at } = mismatch;
      if (mismatch.what !== 'tokenAndKey') {
        yield { at, messageId: mismatch.what };
        return;
      }
      yield { at, messageId: 'tokenAndKey', data: { option: mismatch.option } };
    },
  },
);
