/** Functions whose result a framework sends to whoever asks, by how each framework finds them. */

/** One way; all that it says has to fit. */
export interface Answering {
  /** The names that the function is bound to, dotted. */
  readonly names?: RegExp;
  /** The end of the file's name. */
  readonly path?: RegExp;
  /** Something the file says. */
  readonly text?: RegExp;
  /** The last name of the function that it is given to, and what that is a member of: a global, or of a module. */
  readonly takers?: RegExp;
  readonly globals?: RegExp;
  readonly modules?: RegExp;
  /** The member of the result that is sent; all of it if there is none. */
  readonly member?: string;
}

/** Sources: the documentation of each framework, November 2026. */
export const answering: readonly Answering[] = [
  { names: /^load$/, path: /\+(?:page|layout)(?:\.server)?\.[jt]s$/ },
  { names: /^actions\.\w+$/, path: /\+page\.server\.[jt]s$/ },
  { names: /^(?:loader|action|clientLoader|clientAction)$/, text: /['"](?:@remix-run\/|@react-router\/|react-router['"])/ },
  { names: /^(?:getServerSideProps|getStaticProps)$/, member: 'props' },
  {
    takers: /^(?:define(?:Cached|Lazy)?EventHandler|eventHandler|cachedEventHandler)$/,
    globals: /^(?:define(?:Cached|Lazy)?EventHandler|eventHandler|cachedEventHandler)$/,
    modules: /^(?:h3|nitropack(?:\/runtime)?|nitro\/h3|#imports)$/,
  },
  { takers: /^defineAction$/, modules: /^astro:actions$/ },
  { takers: /^handler$/, modules: /^@tanstack\/(?:react|solid)-start$/ },
  { takers: /^(?:get|post|put|patch|delete|all)$/, modules: /^(?:fastify|elysia)$/ },
];
