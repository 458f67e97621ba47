import { mentionsCloudflare, namedAfterCloudflare, namesCredential } from '../cloudflare/mentions.js';

/** Whether a file's text can contain anything that a rule reports. */
export function passesGate(text: string, path = ''): boolean {
  return mentionsCloudflare.test(text) || (namedAfterCloudflare.test(path) && namesCredential.test(text));
}
