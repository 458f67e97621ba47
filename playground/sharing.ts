/** A link carries the file in its fragment, which browsers do not send to any server. */
import type { Content } from './checks.js';

/** What a shared link may hold, characters; longer ones do not survive chats and mail. */
export const MAX_SHARED = 20_000;

export async function fragmentOf(content: Content): Promise<string> {
  const stream = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The file in a fragment, with or without `#`; undefined if there is none in it. */
export async function contentIn(fragment: string): Promise<Content | undefined> {
  try {
    const base64 = fragment.replace(/^#/, '').replaceAll('-', '+').replaceAll('_', '/');
    if (base64 === '') return undefined;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const content: unknown = JSON.parse(await new Response(stream).text());
    return isContent(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isContent(value: unknown): value is Content {
  if (typeof value !== 'object' || value === null) return false;
  const { path, text, strict } = value as Partial<Record<keyof Content, unknown>>;
  return typeof path === 'string' && typeof text === 'string' && typeof strict === 'boolean';
}
