/** Where programs let values out: functions and members that log, answer, store, run or pass on what they are given. One row each. */

/** How a value gets out. */
export type Leak = 'log' | 'response' | 'error' | 'storage' | 'command' | 'output' | 'message' | 'tracker' | 'file' | 'url';

/** What a sink is reached by; one of these is enough. */
interface Origin {
  readonly modules?: RegExp;
  /** Dotted names that nothing in the file declares. */
  readonly globals?: RegExp;
  /** Names of the object, wherever it comes from; members before it do not matter. */
  readonly objects?: RegExp;
  /** `objects` only counts for parameters and variables of the file, as callbacks are handed them. */
  readonly localOnly?: true;
  /** `objects` only counts in files that use one of these modules. */
  readonly beside?: RegExp;
}

export interface Sink extends Origin {
  readonly leak: Leak;
  /** The last name of the function; empty where the module, or what it gives, is called itself. */
  readonly functions: RegExp;
  /** The positions of the arguments that get out; all if there are none. */
  readonly positions?: readonly number[];
  /** The position of the argument that names what is kept: of a secret's name, the rest is a secret, whatever it is called. */
  readonly naming?: number;
  /** Members that get out when they are assigned. */
  readonly members?: RegExp;
  /** Those of the functions and members that show every member of an object they are given, an error's among them. */
  readonly whole?: RegExp;
  /** It only counts as a tagged template: `$` has other meanings. */
  readonly template?: true;
  /** Only texts and lists count: the options beside them (an environment, standard input) stay with who is called. */
  readonly wordsOnly?: true;
}

const levels =
  /^(?:log|trace|debug|verbose|silly|info|information|notice|success|warn|warning|error|err|critical|alert|fatal|dir|table|group|groupCollapsed|print|write|note|start|ready|box|message|outro|intro|fail)?$/;

/** Sources: the documentation of each runtime, package and framework, November 2026. */
export const sinks: readonly Sink[] = [
  { leak: 'log', modules: /^(?:node:)?console$/, globals: /^console$/, objects: /^console$/, functions: levels, whole: /./ },
  { leak: 'log', modules: /^zx$/, functions: /^echo$/ },
  { leak: 'log', globals: /^process\.(?:stdout|stderr)$/, objects: /^(?:stdout|stderr)$/, functions: /^(?:write|end)$/ },
  {
    leak: 'log',
    modules:
      /^(?:pino|winston|bunyan|debug|consola|loglevel|signale|log4js|tslog|npmlog|roarr|fancy-log|electron-log|ulog|lighthouse-logger|@nestjs\/common#Logger|@clack\/prompts|@std\/log)$/,
    functions: levels,
    whole: /./,
  },
  // What a child logger is made with, it writes on every line.
  { leak: 'log', modules: /^(?:pino|winston|bunyan)$/, objects: /^(?:log|logger|.+Logger)$/, functions: /^child$/ },
  // What a logger of the project writes of an error is its own affair.
  { leak: 'log', objects: /^(?:log|logs|logger|.+Logger|consola|signale|winston|pino|bunyan|fancyLog|spinner)$/, functions: levels },
  // https://oclif.io/docs/command_context
  { leak: 'log', objects: /^this$/, beside: /^@oclif\/core$/, functions: /^(?:log|logToStderr|logJson|warn|error)$/ },
  // `Console.log` and `Effect.logInfo`
  { leak: 'log', modules: /^effect$/, functions: /^(?:log(?:[A-Z]\w*)?|error|warn|info|debug|trace)$/ },
  { leak: 'log', modules: /^@actions\/core$/, functions: /^(?:debug|info|notice|warning|error|setFailed|startGroup)$/ },
  { leak: 'log', modules: /^@actions\/core$/, objects: /^summary$/, functions: /^add(?!Path)[A-Z]\w*$/ },
  // What a workflow is given here, every later step and every action in it can read.
  { leak: 'output', modules: /^@actions\/core$/, functions: /^(?:setOutput|exportVariable|saveState)$/, positions: [1] },

  {
    leak: 'response',
    objects: /^(?:res|resp|response|reply|rep|c|ctx|context)$/,
    localOnly: true,
    functions: /^(?:json|jsonp|send|end|write|text|html|body|render|newResponse|redirect|header|headers)$/,
    members: /^body$/,
    whole: /^(?:json|jsonp|send|body)$/,
  },
  // `c.set` of Hono and `ctx.set` of others keep a value for the handlers that come after.
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
  { leak: 'response', objects: /^h$/, localOnly: true, beside: /^@?hapi\b/, functions: /^(?:response|redirect|view|header|state)$/ },
  {
    leak: 'response',
    objects: /^(?:ws|socket|websocket|sock|conn|connection|peer|server|webSocket)$/,
    localOnly: true,
    beside:
      /^(?:(?:isomorphic-)?ws|uWebSockets\.js|@fastify\/websocket|express-ws|crossws|bun|partyserver|partykit\/server|agents|cloudflare:workers)$/,
    functions: /^(?:send|sendText|publish|broadcast)$/,
  },
  { leak: 'response', objects: /./, beside: /^socket\.io$|^@nestjs\/websockets$/, functions: /^(?:emit|emitWithAck|send)$/ },

  { leak: 'error', globals: /(?:Error|Exception)$/, functions: /(?:Error|Exception)$/ },
  { leak: 'error', modules: /./, functions: /(?:Error|Exception)$/ },

  { leak: 'storage', globals: /^(?:localStorage|sessionStorage)$/, functions: /^setItem$/, positions: [1], naming: 0, members: /./ },
  { leak: 'storage', globals: /^document$/, functions: /^$/, members: /^cookie$/ },
  { leak: 'storage', globals: /^cookieStore$/, functions: /^set$/ },
  {
    leak: 'storage',
    modules:
      /^(?:js-cookie|universal-cookie|@react-native-async-storage\/async-storage|localforage|idb-keyval|react-cookie|nookies|cookies-next|lscache|store2|local-storage)$/,
    globals: /^(?:Cookies|localforage)$/,
    functions: /^set(?:Item|Cookie)?$/,
    naming: 0,
  },
  // `worker.postMessage` stays in the program; what goes to windows may go to anyone's.
  {
    leak: 'storage',
    globals: /^(?:postMessage|parent|opener|top|window\.(?:parent|opener|top))$/,
    objects: /^(?:parent|opener|contentWindow)$/,
    functions: /^postMessage$/,
    positions: [0],
  },

  {
    leak: 'command',
    modules:
      /^(?:(?:node:)?child_process|(?:node:)?child_process\/promises|execa|shelljs|cross-spawn|@actions\/exec|nano-spawn|tinyexec|zx|bun#\$|dax(?:-sh)?|@david\/dax)$/,
    globals: /^Bun$/,
    objects: /^(?:child_process|childProcess|cp|execa|shell)$/,
    functions:
      /^(?:exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|execa|execaSync|execaCommand|execaCommandSync|getExecOutput|x|\$)?$/,
    wordsOnly: true,
  },

  // What scripts of zx and Bun run without importing anything.
  { leak: 'command', globals: /^\$$/, functions: /^\$$/, template: true },

  // What is sent in messages is kept by others.
  {
    leak: 'message',
    modules:
      /^(?:nodemailer|resend|postmark|mailgun\.js|@sendgrid\/mail|@slack\/(?:web-api|webhook|bolt)|twilio|node-telegram-bot-api|@aws-sdk\/client-(?:ses|sesv2|sns)|web-push|node-notifier)$/,
    functions: /^(?:send\w*|create|postMessage|postEphemeral|publish|notify|SendEmailCommand|PublishCommand)?$/,
  },
  { leak: 'message', objects: /^(?:.*transporter|.*mailer|.*mail|emails)$/i, functions: /^(?:sendMail|send)$/, positions: [0] },
  { leak: 'message', objects: /^chat$/, functions: /^(?:postMessage|postEphemeral|update)$/ },
  { leak: 'message', localOnly: true, beside: /^@slack\/bolt$/, functions: /^(?:say|respond)$/ },
  {
    leak: 'message',
    objects: /^(?:ctx|context|bot|api|telegram)$/,
    beside: /^(?:telegraf|grammy|@grammyjs\/.+|node-telegram-bot-api|telebot)$/,
    functions: /^(?:reply\w*|send[A-Z]\w*|editMessage\w*|answer\w+)$/,
  },
  {
    leak: 'message',
    modules: /^discord\.js$/,
    objects: /^(?:message|msg|interaction|i|user|author|member|thread|.*webhook|.*channel)$/i,
    beside: /^(?:discord\.js|eris|oceanic\.js|@discordjs\/.+)$/,
    functions: /^(?:reply|send|editReply|followUp|edit|update|createMessage|setTopic)$/,
  },
  // Comments and issues on GitHub and GitLab: https://docs.github.com/en/rest/issues/comments, https://github.com/jdalrymple/gitbeaker
  {
    leak: 'message',
    modules: /^(?:@octokit\/.+|octokit|@gitbeaker\/.+|probot)$/,
    objects: /^(?:issues|pulls|repos|checks|gists|octokit|discussions|IssueNotes|MergeRequestNotes)$/,
    functions: /^(?:create|update|createComment|updateComment|createReview\w*|createCommitComment|createForIssue)$/,
  },

  {
    leak: 'tracker',
    modules:
      /^(?:@sentry\/.+|posthog-js|posthog-node|@datadog\/.+|dd-trace|newrelic|@bugsnag\/.+|rollbar|logrocket|mixpanel|mixpanel-browser|@amplitude\/.+|@segment\/.+|@honeybadger-io\/.+|applicationinsights|@vercel\/analytics)$/,
    globals: /^(?:Sentry|posthog|DD_LOGS|DD_RUM|newrelic|Bugsnag|Rollbar|LogRocket|mixpanel|amplitude|analytics|gtag|dataLayer)$/,
    objects: /^(?:Sentry|posthog|bugsnag|rollbar|LogRocket|mixpanel|amplitude|analytics|honeybadger|newrelic)$/,
    functions:
      /^(?:capture\w*|addBreadcrumb|leaveBreadcrumb|set(?:Context|Extras?|Tags?|User|Attributes?)|track\w*|identify|notify\w*|noticeError|addCustomAttributes?|recordCustomEvent|logEvent|log|info|warn|error|addError|addAction|gtag|push)?$/,
  },

  // https://opentelemetry.io/docs/languages/js/instrumentation/, dd-trace, OpenTracing
  {
    leak: 'tracker',
    modules: /^(?:@opentelemetry\/.+|dd-trace|opentracing)$/,
    objects: /^(?:.*span|scope|transaction)$/i,
    beside: /^(?:@opentelemetry\/.+|dd-trace|opentracing|@sentry\/.+|elastic-apm-node)$/,
    functions: /^(?:setAttributes?|addEvent|setTag|addTags|setLabel|addLabels|startSpan|startActiveSpan|startInactiveSpan)$/,
  },

  // What is opened in a browser or window: its address is sent, and remains in the history.
  {
    leak: 'url',
    globals: /^(?:open|(?:window|globalThis|self)\.open|(?:(?:window|document|globalThis|self)\.)?location\.(?:assign|replace))$/,
    modules: /^(?:open|opn|electron#shell|expo-linking|expo-web-browser)$/,
    functions: /^(?:open|assign|replace|default|openExternal|openURL|openBrowserAsync|openAuthSessionAsync)?$/,
    positions: [0],
  },
  {
    leak: 'url',
    modules: /^electron$/,
    objects: /window$|^(?:win|webContents)$/i,
    beside: /^electron$/,
    functions: /^loadURL$/,
    positions: [0],
  },
  {
    leak: 'url',
    modules: /^(?:playwright(?:-core)?|@playwright\/test|puppeteer(?:-core)?|@cloudflare\/(?:puppeteer|playwright))$/,
    objects: /^(?:.*page|tab|frame)$/i,
    beside: /^(?:playwright(?:-core)?|@playwright\/test|puppeteer(?:-core)?|@cloudflare\/(?:puppeteer|playwright))$/,
    functions: /^goto$/,
    positions: [0],
  },
  { leak: 'url', globals: /^(?:window|document|globalThis|self|location)$/, functions: /^$/, members: /^location$/ },
  { leak: 'url', globals: /^(?:(?:window|document|globalThis|self)\.)?location$/, functions: /^$/, members: /^href$/ },

  {
    leak: 'file',
    modules: /^(?:(?:node:)?fs(?:\/promises)?|fs-extra|graceful-fs)$/,
    objects: /^(?:fs|fsp|Deno|Bun)$/,
    functions:
      /^(?:writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync|outputJson|writeJson|writeJsonSync|write|writeTextFile|writeTextFileSync)$/,
    positions: [1],
  },
];

/** Files that a workflow reads outputs and variables from. */
export const workflowFiles: ReadonlySet<string> = new Set(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE']);

/** Options by which loggers are told to hide members of what they log. Sources: https://github.com/pinojs/pino/blob/main/docs/redaction.md, tslog's README; November 2026. */
export const loggerMasks: readonly string[] = ['redact', 'maskValuesOfKeys', 'maskValuesRegEx'];
