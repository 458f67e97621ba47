import { mentionsCloudflare, namedAfterCloudflare, namesCredential } from '../cloudflare/mentions.js';

/** Whether a file's text can hold anything that a rule speaks of. */
export function passesGate(text: string, path = ''): boolean {
  return mentionsCloudflare.test(text) || (namedAfterCloudflare.test(path) && namesCredential.test(text));
}
