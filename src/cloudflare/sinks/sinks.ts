/** Sinks in JavaScript: functions and members that log, respond with, store, run or pass on their arguments. One row each. */
import { responseSinks } from './response-sinks.js';
import type { Sink } from './sink.js';

const levels =
  /^(?:log|trace|debug|verbose|silly|info|information|notice|success|warn|warning|error|err|critical|alert|fatal|dir|timeLog|table|group|groupCollapsed|print|write|note|start|ready|box|message|outro|intro|fail|panic|panicOnBuild)?$/;

/** Sources: the documentation of each runtime, package and framework, November 2026. */
export const sinks: readonly Sink[] = [
  { leak: 'log', modules: /^(?:node:)?console$/, globals: /^console$/, objects: /^console$/, functions: levels, whole: /./ },
  { leak: 'log', modules: /^zx$/, functions: /^echo$/ },
  { leak: 'log', globals: /^process$/, modules: /^(?:node:)?process$/, functions: /^emitWarning$/ },
  // https://docs.cypress.io/api/commands/log
  { leak: 'log', globals: /^cy$/, functions: /^log$/ },
  { leak: 'log', globals: /^process\.(?:stdout|stderr)$/, objects: /^(?:stdout|stderr)$/, functions: /^(?:write|end)$/ },
  {
    leak: 'log',
    modules:
      /^(?:pino|winston|bunyan|debug|(?:node:)?util#debuglog|consola|loglevel|signale|log4js|tslog|npmlog|roarr|fancy-log|electron-log|ulog|lighthouse-logger|@nestjs\/common#Logger|@clack\/prompts|@std\/log|@logtail\/.+|@logdna\/logger|@tauri-apps\/plugin-log|firebase-functions(?:\/v2)?(?:\/|#)logger)$/,
    functions: levels,
    whole: /./,
  },
  { leak: 'log', modules: /^roarr$/, functions: /^(?:Roarr|log)$/ },
  { leak: 'log', modules: /^danger$/, functions: /^(?:message|warn|fail|markdown)$/ },
  // A child logger writes its bindings on every line.
  { leak: 'log', modules: /^(?:pino|winston|bunyan)$/, objects: /^(?:log|logger|.+Logger)$/, functions: /^child$/ },
  // Loggers write these on every line. https://github.com/winstonjs/winston#creating-your-own-logger, https://getpino.io/#/docs/api?id=base-object
  {
    leak: 'log',
    modules: /^(?:pino|winston|bunyan)$/,
    functions: /^(?:createLogger|pino)?$/,
    options: ['defaultMeta', 'base', 'mixin'],
    positions: [0],
  },
  // Not `whole`: what a project's own logger prints of an error is unknown.
  {
    leak: 'log',
    objects: /^(?:log|logs|logger|.*Logger|reporter|consola|signale|winston|pino|bunyan|fancyLog|spinner)$/,
    functions: levels,
  },
  // https://code.visualstudio.com/api/references/vscode-api#window
  {
    leak: 'log',
    modules: /^vscode$/,
    objects: /^(?:.*channel|output)$/i,
    beside: /^vscode$/,
    functions:
      /^(?:append|appendLine|replace|trace|debug|info|warn|error|show(?:Information|Warning|Error)Message|setStatusBarMessage|sendText)$/,
  },
  // https://www.electronjs.org/docs/latest/api/dialog
  { leak: 'log', modules: /^electron$/, functions: /^(?:showErrorBox|showMessageBox(?:Sync)?)$/ },
  // https://oclif.io/docs/command_context
  { leak: 'log', objects: /^this$/, beside: /^@oclif\/core$/, functions: /^(?:log|logToStderr|logJson|warn|error)$/ },
  // `Console.log` and `Effect.logInfo`
  { leak: 'log', modules: /^effect$/, functions: /^(?:log(?:[A-Z]\w*)?|error|warn|info|debug|trace)$/ },
  // actions/github-script passes `core` to the script that it runs.
  {
    leak: 'log',
    modules: /^@actions\/core$/,
    objects: /^core$/,
    localOnly: true,
    functions: /^(?:debug|info|notice|warning|error|setFailed|startGroup)$/,
  },
  { leak: 'log', objects: /^task$/, beside: /^listr2$/, functions: /^$/, members: /^(?:output|title)$/ },
  {
    leak: 'log',
    modules: /^(?:ora|nanospinner|yocto-spinner|picospinner|spinnies|listr2|tasuku)$/,
    functions: /^(?:ora|default|createSpinner|start|stop|stopAndPersist|succeed|success|fail|error|warn|info|update)?$/,
    members: /^(?:text|prefixText|suffixText|title|output)$/,
  },
  { leak: 'log', modules: /^@actions\/core$/, objects: /^summary$/, functions: /^add(?!Path)[A-Z]\w*$/ },
  // Every later step of the workflow and every action in it can read these values.
  {
    leak: 'output',
    modules: /^@actions\/core$/,
    objects: /^core$/,
    localOnly: true,
    functions: /^(?:setOutput|exportVariable|saveState)$/,
    positions: [1],
  },

  // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.CfnOutput.html
  { leak: 'plan', modules: /^(?:aws-cdk-lib|@aws-cdk\/core)$/, functions: /^CfnOutput$/, positions: [2] },

  ...responseSinks,

  { leak: 'error', globals: /(?:Error|Exception)$/, functions: /(?:Error|Exception)$/ },
  { leak: 'error', modules: /./, functions: /(?:Error|Exception)$/ },
  { leak: 'error', globals: /^Promise$/, functions: /^reject$/ },
  // `new Promise((resolve, reject) => …)`
  { leak: 'error', localOnly: true, functions: /^reject$/ },
  // The message of a failed assertion. https://nodejs.org/api/assert.html, tiny-invariant
  {
    leak: 'error',
    modules: /^(?:(?:node:)?assert(?:\/strict)?|(?:tiny-)?invariant)$/,
    functions: /^(?:default|assert|ok|invariant)?$/,
    positions: [1],
  },
  {
    leak: 'error',
    modules: /^(?:node:)?assert(?:\/strict)?$/,
    functions: /^(?:equal|notEqual|strictEqual|notStrictEqual|match)$/,
    positions: [2],
  },

  { leak: 'storage', globals: /^(?:localStorage|sessionStorage)$/, functions: /^setItem$/, positions: [1], naming: 0, members: /./ },
  // Hooks and atoms that are kept in localStorage. https://vueuse.org/core/useStorage/, https://usehooks-ts.com, https://jotai.org/docs/utilities/storage
  {
    leak: 'storage',
    modules: /^(?:@vueuse\/core|usehooks-ts|@uidotdev\/usehooks|@mantine\/hooks|react-use|jotai\/utils)$/,
    functions: /^(?:use(?:Local|Session)?Storage|useLocalStorageState|atomWithStorage)$/,
    positions: [1],
  },
  { leak: 'storage', modules: /^react-native-mmkv$/, functions: /^set$/, positions: [1], naming: 0 },
  { leak: 'storage', modules: /^idb$/, functions: /^(?:put|add)$/ },
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
  // `worker.postMessage` stays in the program; other windows may belong to anyone.
  {
    leak: 'storage',
    globals: /^(?:postMessage|parent|opener|top|window\.(?:parent|opener|top))$/,
    objects: /^(?:parent|opener|contentWindow)$/,
    functions: /^postMessage$/,
    positions: [0],
  },
  // https://www.electronjs.org/docs/latest/api/context-bridge, …/web-contents#contentssendchannel-args
  { leak: 'storage', modules: /^electron$/, functions: /^expose(?:InMainWorld|InIsolatedWorld)$/ },
  {
    leak: 'storage',
    modules: /^electron$/,
    objects: /^(?:webContents|sender)$/,
    beside: /^electron$/,
    functions: /^send$/,
    positions: [1, 2, 3],
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

  // Commands in zx and Bun scripts, without any import.
  { leak: 'command', globals: /^\$$/, functions: /^\$$/, template: true },

  // Messages are stored by others.
  {
    leak: 'message',
    modules:
      /^(?:nodemailer|resend|postmark|mailgun\.js|@sendgrid\/mail|@slack\/(?:web-api|webhook|bolt)|twilio|node-telegram-bot-api|@aws-sdk\/client-(?:ses|sesv2|sns)|web-push|node-notifier|ms-teams-webhook)$/,
    functions: /^(?:send\w*|create|postMessage|postEphemeral|publish|notify|SendEmailCommand|PublishCommand)?$/,
  },
  // https://developers.cloudflare.com/email-routing/email-workers/send-email-workers/
  { leak: 'message', modules: /^cloudflare:email$/, functions: /^EmailMessage$/, positions: [2] },
  { leak: 'message', modules: /^(?:@linear\/sdk|jira\.js)$/, functions: /^(?:create|add|update)(?:Issue|Comment)$/ },
  // What language models are told. Their other options may hold credentials for them.
  {
    leak: 'message',
    modules: /^(?:openai|@anthropic-ai\/sdk|groq-sdk|ai)$/,
    functions: /^(?:create|stream|parse|generateText|streamText|generateObject|streamObject)$/,
    options: ['prompt', 'system', 'messages', 'input', 'instructions'],
    positions: [0],
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
  // https://discord.js.org/docs/packages/builders/main/EmbedBuilder:Class
  {
    leak: 'message',
    modules: /^(?:discord\.js|@discordjs\/builders)$/,
    objects: /embed$/i,
    beside: /^(?:discord\.js|@discordjs\/.+)$/,
    functions: /^(?:addFields?|setFields|setTitle|setDescription|setFooter|setAuthor|setContent)$/,
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
      /^(?:@sentry\/.+|posthog-js|posthog-node|@datadog\/.+|dd-trace|newrelic|@bugsnag\/.+|rollbar|logrocket|mixpanel|mixpanel-browser|@amplitude\/.+|@segment\/.+|@honeybadger-io\/.+|applicationinsights|@vercel\/analytics|statsig-(?:node|js|react))$/,
    globals: /^(?:Sentry|posthog|DD_LOGS|DD_RUM|newrelic|Bugsnag|Rollbar|LogRocket|mixpanel|amplitude|analytics|gtag|dataLayer)$/,
    objects: /^(?:Sentry|posthog|bugsnag|rollbar|LogRocket|mixpanel|amplitude|analytics|honeybadger|newrelic)$/,
    functions:
      /^(?:capture\w*|addBreadcrumb|leaveBreadcrumb|set(?:Context|Extras?|Tags?|User|Attributes?)|track\w*|identify|notify\w*|noticeError|addCustomAttributes?|recordCustomEvent|logEvent|log|info|warn|error|addError|addAction|addMetadata|gtag|push)?$/,
  },

  // https://opentelemetry.io/docs/languages/js/instrumentation/, dd-trace, OpenTracing
  {
    leak: 'tracker',
    modules: /^(?:@opentelemetry\/.+|dd-trace|opentracing)$/,
    objects: /^(?:.*span|scope|transaction)$/i,
    beside: /^(?:@opentelemetry\/.+|dd-trace|opentracing|@sentry\/.+|elastic-apm-node)$/,
    functions:
      /^(?:setAttributes?|addEvent|setTags?|addTags|setContext|setExtras?|setUser|addBreadcrumb|setLabel|addLabels|startSpan|startActiveSpan|startInactiveSpan)$/,
  },

  // URLs that are opened in a browser or window are sent, and remain in the history.
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

  // The address is shown, and kept in the history. https://developer.mozilla.org/en-US/docs/Web/API/History
  {
    leak: 'url',
    globals: /^(?:(?:window|globalThis|self)\.)?history$/,
    functions: /^(?:pushState|replaceState)$/,
    positions: [2],
  },

  { leak: 'file', modules: /^(?:node:)?fs#createWriteStream$/, functions: /^(?:write|end)$/, positions: [0] },
  {
    leak: 'file',
    modules: /^(?:(?:node:)?fs(?:\/promises)?|fs-extra|graceful-fs)$/,
    objects: /^(?:fs|fsp|Deno|Bun)$/,
    functions:
      /^(?:writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync|(?:output|write)J(?:son|SON)(?:Sync)?|write|writeTextFile|writeTextFileSync)$/,
    positions: [1],
  },
];

/** Variables with the files from which a workflow reads outputs and variables. */
export const workflowFiles: ReadonlySet<string> = new Set(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE']);
