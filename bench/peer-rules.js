/** Other plugins' rules for about the same purpose as ours. */
export const peerRules = /** @type {const} */ ({
  'eslint-plugin-no-secrets': ['no-secrets'],
  'eslint-plugin-sonarjs': ['no-hardcoded-secrets', 'no-hardcoded-passwords', 'no-clear-text-protocols'],
  'eslint-plugin-secure-coding': ['no-hardcoded-credentials'],
  '@microsoft/eslint-plugin-sdl': ['no-insecure-url'],
});

/** @typedef {keyof typeof peerRules} PeerPlugin */
export const peerPlugins = /** @type {readonly PeerPlugin[]} */ (Object.keys(peerRules));
