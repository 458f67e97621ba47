import { mentionsMoreThanAssets, namesApi } from '../../cloudflare/api/mentions.js';
import type { SourceFile } from '../../source/model.js';

/** How far a text that no reader could read speaks of Cloudflare: of its API, or only of its name. */
export type Mention = 'api' | 'name';

/** What a file speaks of; undefined if it is nothing that a call may be made with. */
export function mentionIn({ text }: SourceFile): Mention | undefined {
  if (namesApi.test(text)) return 'api';
  return mentionsMoreThanAssets(text) ? 'name' : undefined;
}
