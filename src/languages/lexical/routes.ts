/** Functions and blocks whose results a framework sends to clients, by annotations (`@GetMapping`) or by the method that takes the block (`get '/' do`). */
import { isMark, isWord, type Item, type Statement } from './tokens/groups.js';
import type { Profile } from './profile.js';

/** A block that handles the requests to a path. */
export interface Route {
  readonly column: number;
  readonly marks: readonly string[];
}

/** The names of annotations before a function: `@GetMapping("/zones")`. */
export function annotationsOf(items: readonly Item[]): readonly string[] {
  return items.flatMap((item, index) => {
    const name = items[index + 1];
    return isMark(item, '@') && isWord(name) ? [`@${name.text}`] : [];
  });
}

/** The block of a route that begins in a statement: `get '/zones' do`. */
export function routeAt(items: readonly Item[], column: number | undefined, { routes }: Profile): Route | undefined {
  const [verb, path] = items;
  const isRoute =
    isWord(verb) && routes?.test(verb.text) && (path?.kind === 'string' || isWord(path)) && items.some((item) => isWord(item, 'do'));
  return isRoute && column !== undefined ? { column, marks: [`@${verb.text}`] } : undefined;
}

/** Whether a statement ends a route. */
export function endsAt(route: Route | undefined, next: Statement | undefined): boolean {
  return route !== undefined && next?.column === route.column && isWord(next.items[0], 'end');
}
