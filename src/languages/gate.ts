import { mentionsCloudflare } from '../cloudflare/mentions.js';

/** Whether a file's text can hold anything that a rule speaks of. */
export function passesGate(text: string): boolean {
  return mentionsCloudflare.test(text);
}
