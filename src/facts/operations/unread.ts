import { mentionsMoreThanAssets, namesApi } from '../../cloudflare/api/mentions.js';
import type { SourceFile } from '../../source/model.js';

/** What a text that no reader could parse mentions: Cloudflare's API, or only its name. */
export type Mention = 'api' | 'name';

/** Returns what a file mentions; undefined if it mentions nothing that could be part of an API call. */
export function mentionIn({ text }: SourceFile): Mention | undefined {
  if (namesApi.test(text)) return 'api';
  return mentionsMoreThanAssets(text) ? 'name' : undefined;
}
