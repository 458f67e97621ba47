/** Functions whose result a framework sends to the client, by how each framework identifies them. */

/** One way to identify such a function: all given properties must match. */
export interface Responder {
  /** The dotted names that the function is bound to. */
  readonly names?: RegExp;
  /** Matches the end of the file's path. */
  readonly path?: RegExp;
  /** Matches the text of the file. */
  readonly text?: RegExp;
  /** Last name of the function that it is passed to, and the global or module that has this function. */
  readonly takers?: RegExp;
  readonly globals?: RegExp;
  readonly modules?: RegExp;
  /** Name of the object that the taker is a method of, wherever that comes from. */
  readonly objects?: RegExp;
  /** A decorator (`@Get`) or directive of the function. */
  readonly marks?: RegExp;
  /** A property that the result must have. */
  readonly beside?: string;
  /** Properties of the result that are sent; the whole result by default. */
  readonly members?: readonly string[];
}

/** Sources: the documentation of each framework, November 2026. */
export const responders: readonly Responder[] = [
  { names: /^load$/, path: /\+(?:page|layout)(?:\.server)?\.[jt]s$/ },
  { names: /^actions\.\w+$/, path: /\+page\.server\.[jt]s$/ },
  { names: /^(?:loader|action|clientLoader|clientAction)$/, text: /['"](?:@remix-run\/|@react-router\/|react-router['"])/ },
  { names: /^(?:getServerSideProps|getStaticProps)$/, members: ['props'] },
  // https://nextjs.org/docs/app/api-reference/directives/use-server
  { marks: /^use server$/ },
  // https://docs.nestjs.com/controllers, routing-controllers, type-graphql, tsoa, LoopBack 4, Inversify
  {
    marks:
      /^@(?:Get|Post|Put|Patch|Delete|Options|Head|All|Sse|Render|Query|Mutation|Subscription|ResolveField|ResolveProperty|FieldResolver|SubscribeMessage|MessagePattern|httpGet|httpPost|httpPut|httpDelete|get|post|put|patch|del)$/,
    text: /['"](?:@nestjs\/|routing-controllers|type-graphql|tsoa|@tsoa\/|@loopback\/|inversify-express-utils)/,
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html; Netlify, OpenWhisk, DigitalOcean Functions
  { names: /./, beside: 'statusCode', members: ['body', 'headers', 'cookies', 'multiValueHeaders'] },
  {
    takers: /^(?:default|handler|wrapHandler|builder|schedule)?$/,
    modules: /^(?:@middy\/core|@sentry\/(?:aws-)?serverless|@netlify\/functions)$/,
    beside: 'statusCode',
    members: ['body', 'headers', 'cookies', 'multiValueHeaders'],
  },
  // https://graphql.org/graphql-js/passing-arguments/, https://www.apollographql.com/docs/apollo-server/data/resolvers
  { names: /(?:^|\.)(?:Query|Mutation|Subscription)\.\w+$/ },
  {
    takers: /^(?:define(?:Cached|Lazy)?EventHandler|eventHandler|cachedEventHandler)$/,
    globals: /^(?:define(?:Cached|Lazy)?EventHandler|eventHandler|cachedEventHandler)$/,
    modules: /^(?:h3|nitropack(?:\/runtime)?|nitro\/h3|#imports)$/,
  },
  // https://flask.palletsprojects.com/en/stable/api/#flask.Flask.route, https://fastapi.tiangolo.com/reference/apirouter/; Quart, Bottle, Sanic, Litestar, Starlette
  {
    marks: /^@(?:route|get|post|put|patch|delete|head|options|api_route|websocket)$/,
    text: /^[ \t]*(?:from|import)[ \t]+(?:flask|fastapi|quart|starlette|bottle|sanic|litestar|aiohttp|robyn)\b/m,
  },
  // https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller.html
  { marks: /^@(?:Get|Post|Put|Patch|Delete|Request)Mapping$/, text: /@RestController\b|@ResponseBody\b/ },
  // https://jakarta.ee/learn/docs/jakartaee-tutorial/current/websvcs/rest/rest.html
  { marks: /^@(?:GET|POST|PUT|PATCH|DELETE)$/, text: /\b(?:jakarta|javax)\.ws\.rs\b/ },
  // https://sinatrarb.com/intro.html
  { marks: /^@(?:get|post|put|patch|delete)$/, text: /\brequire ['"](?:sinatra|grape)|\bSinatra::|\bGrape::API\b/ },
  { takers: /^defineAction$/, modules: /^astro:actions$/ },
  // Every script on the page can ask for it. https://www.electronjs.org/docs/latest/tutorial/ipc
  { takers: /^(?:handle|handleOnce|exposeInMainWorld)$/, modules: /^electron$/ },
  // https://qwik.dev/docs/route-loader/, https://qwik.dev/docs/server$/
  { takers: /^(?:routeLoader|routeAction|globalAction|server)\$$/, modules: /^(?:@builder\.io\/qwik-city|@qwik\.dev\/router)$/ },
  { takers: /^handler$/, modules: /^(?:@tanstack\/(?:react|solid)-start|@orpc\/server)$/ },
  { takers: /^(?:get|post|put|patch|delete|all|route)$/, modules: /^(?:fastify|elysia|@?hapi(?:\/hapi)?|itty-router)$/ },
  // https://ts-rest.com
  { takers: /^(?:router|route)$/, modules: /^@ts-rest\/.+$/, members: ['body', 'headers'] },
  // https://firebase.google.com/docs/functions/callable
  { takers: /^onCall$/, modules: /^firebase-functions(?:\/.+)?$/ },
  { takers: /^handler$|^http$/, modules: /^@azure\/functions$/, members: ['body', 'jsonBody', 'headers', 'cookies'] },
  // The result of a tool is sent to a language model and its operator. https://modelcontextprotocol.io/docs/develop/build-server; FastMCP
  {
    takers: /^(?:tool|registerTool|addTool|prompt|registerPrompt|resource|registerResource|setRequestHandler)$/,
    text: /['"](?:@modelcontextprotocol\/sdk|fastmcp|mcp-handler|agents\/mcp|@vercel\/mcp-adapter)/,
    modules: /^(?:@modelcontextprotocol\/sdk|fastmcp)/,
    objects: /^(?:\w*server|mcp)$/i,
  },
  // https://ai-sdk.dev/docs/ai-sdk-core/tools-and-tool-calling; OpenAI Agents, LangChain, Mastra
  {
    takers: /^(?:tool|dynamicTool|createTool)$/,
    modules: /^(?:ai|agents|@openai\/agents|@langchain\/core\/tools|langchain|@mastra\/core(?:\/tools)?)$/,
  },
  // https://trpc.io/docs/server/procedures: base procedures are mostly created in another file
  { takers: /^(?:query|mutation|subscription)$/, modules: /^@trpc\/server$/, objects: /procedure$/i },
];
