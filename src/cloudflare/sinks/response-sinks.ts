/** Functions and members that respond to a request, or send to connected clients. One row each. */
import type { Sink } from './sink.js';

/** Sources: the documentation of each runtime, package and framework, November 2026. */
export const responseSinks: readonly Sink[] = [
  {
    leak: 'response',
    objects: /^(?:res|resp|response|reply|rep|c|ctx|context)$/,
    localOnly: true,
    functions: /^(?:json|jsonp|send|end|write|text|html|body|render|newResponse|redirect|header|headers)$/,
    members: /^body$/,
    whole: /^(?:json|jsonp|send|body)$/,
  },
  // https://docs.adonisjs.com/guides/basics/response
  {
    leak: 'response',
    objects: /^response$/,
    localOnly: true,
    beside: /^@adonisjs\/|^#start\//,
    functions:
      /^(?:ok|created|accepted|nonAuthoritativeInformation|badRequest|unauthorized|forbidden|notFound|conflict|unprocessableEntity|internalServerError|badGateway)$/,
    whole: /./,
  },
  // Not `c` and `ctx`: `c.set` in Hono and `ctx.set` in others store a value for later handlers.
  {
    leak: 'response',
    objects: /^(?:res|resp|response|reply|rep)$/,
    localOnly: true,
    functions: /^(?:set|append|setHeader|appendHeader|writeHead|location|cookie|setCookie)$/,
    naming: 0,
  },
  { leak: 'response', objects: /^(?:c|ctx|context)$/, localOnly: true, beside: /^koa$|^@koa\//, functions: /^(?:set|append|attachment)$/ },
  {
    leak: 'response',
    objects: /^cookies$|^(?:res|resp|response|reply|set)\.headers$/,
    globals: /^(?:Response|NextResponse|Astro\.cookies)$/,
    modules: /^next\/(?:headers|server)$/,
    functions: /^(?:set|append)$/,
    naming: 0,
  },
  // https://docs.astro.build/en/guides/middleware/#modifying-the-response, https://svelte.dev/docs/kit/hooks#Server-hooks-handle,
  // https://developers.cloudflare.com/pages/functions/middleware/
  { leak: 'response', returnedBy: /^(?:next|resolve)$/, functions: /^(?:set|append)$/, naming: 0 },
  // https://svelte.dev/docs/kit/@sveltejs-kit#RequestEvent
  { leak: 'response', objects: /^event$/, localOnly: true, functions: /^setHeaders$/ },
  {
    leak: 'response',
    globals: /^(?:Response|NextResponse)$/,
    modules: /^next\/server$/,
    functions: /^(?:Response|NextResponse|json|redirect)$/,
    whole: /^json$/,
  },
  {
    leak: 'response',
    modules:
      /^(?:@remix-run\/.+|react-router|@sveltejs\/kit|h3|nitropack(?:\/runtime)?|itty-router|next\/navigation|@solidjs\/router|@tanstack\/.+|hono\/cookie|hono\/factory|cookie)$/,
    globals: /^(?:setCookie|setHeaders?|setResponseHeaders?|appendHeader|appendResponseHeader|sendRedirect|navigateTo)$/,
    functions:
      /^(?:json|text|html|data|defer|error|fail|send|redirect|redirectDocument|replace|permanentRedirect|sendRedirect|setCookie|setSignedCookie|setHeaders?|setResponseHeaders?|appendHeaders?|appendResponseHeaders?|serialize|navigateTo)$/,
    whole: /^json$/,
  },
  // Streams that a client reads: https://developer.mozilla.org/en-US/docs/Web/API/ReadableStreamDefaultController/enqueue,
  // https://hono.dev/docs/helpers/streaming, https://h3.dev/utils/response, https://nodejs.org/api/http2.html
  { leak: 'response', objects: /^(?:c|ctrl|controller)$/, localOnly: true, functions: /^enqueue$/ },
  { leak: 'response', objects: /^stream$/, localOnly: true, beside: /^hono\/streaming$/, functions: /^(?:write|writeln|writeSSE)$/ },
  { leak: 'response', globals: /^createEventStream$/, modules: /^h3$/, functions: /^push$/ },
  { leak: 'response', objects: /^stream$/, localOnly: true, beside: /^(?:node:)?http2$/, functions: /^(?:respond|write|end)$/ },
  // https://github.com/vercel/micro#send
  { leak: 'response', modules: /^micro$/, functions: /^send$/, positions: [2] },
  // https://elysiajs.com/essential/handler#set-headers
  { leak: 'response', objects: /^set\.headers$/, localOnly: true, beside: /^elysia$/, functions: /^$/, members: /./ },
  { leak: 'response', objects: /^h$/, localOnly: true, beside: /^@?hapi\b/, functions: /^(?:response|redirect|view|header|state)$/ },
  {
    leak: 'response',
    objects: /^(?:ws|socket|websocket|sock|conn|connection|peer|server|webSocket)$/,
    localOnly: true,
    beside:
      /^(?:(?:isomorphic-)?ws|uWebSockets\.js|@fastify\/websocket|express-ws|crossws|bun|partyserver|partykit\/server|agents|cloudflare:workers)$/,
    functions: /^(?:send|sendText|publish|broadcast)$/,
  },
  // https://developers.cloudflare.com/workers/runtime-apis/websockets/
  { leak: 'response', globals: /^WebSocketPair$/, functions: /^send$/ },
  // https://developers.cloudflare.com/workers/runtime-apis/html-rewriter/#element
  {
    leak: 'response',
    objects: /^(?:el|elem|element)$/,
    localOnly: true,
    functions: /^(?:append|prepend|before|after|replace|setInnerContent|setAttribute)$/,
  },
  { leak: 'response', objects: /./, beside: /^socket\.io$|^@nestjs\/websockets$/, functions: /^(?:emit|emitWithAck|send)$/ },
];
