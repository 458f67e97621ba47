/** Sinks in Python. Module names start with `py:`. */
import type { Sink } from './sink.js';

const levels = /^(?:log|trace|debug|info|notice|warn|warning|error|critical|fatal|exception|success|print|msg|write|bind|contextualize)?$/;

const errors = /(?:Error|Exception|Exit|Abort)$/;

const answers =
  /^(?:jsonify|JsonResponse|(?:Stream|File)?HttpResponse\w*|(?:OR|U)?JSONResponse|Response|PlainTextResponse|HTMLResponse|TextResponse|HTTPException|make_response|json_response|render|render_template(?:_string)?|TemplateResponse|json|text|html|abort|flash)$/;

/** Sources: the documentation of Python's standard library and of each package and framework, November 2026. */
export const pythonSinks: readonly Sink[] = [
  { leak: 'log', globals: /^(?:print|pprint|pp|breakpoint)$/, functions: /^(?:print|pprint|pp)$/ },
  {
    leak: 'log',
    modules: /^py:(?:logging|loguru|structlog|logbook|absl|eliot|picologging|flask|django)$/,
    objects: /^(?:_?log(?:s|ger|ging)?|LOG(?:GER)?|_LOGGER|.+[lL]ogger|.+_log|syslog|console|Console)$/,
    functions: levels,
  },
  {
    leak: 'log',
    modules:
      /^py:(?:sys|click|typer|pprint|rich|icecream|streamlit|devtools|tqdm|termcolor|colorama|asyncclick|questionary|prompt_toolkit|warnings|syslog|traceback)$/,
    objects: /^(?:stdout|stderr|console)$/,
    functions:
      /^(?:write|writelines|echo|secho|pprint|pp|print|log|rule|ic|debug|text|code|json|markdown|caption|title|info|success|warning|error|warn|syslog|cprint)$/,
  },
  { leak: 'error', modules: /^py:sys$/, functions: /^exit$/ },
  { leak: 'error', modules: /^py:/, globals: errors, objects: /^errors?$/, functions: errors },
  { leak: 'error', globals: /^exit$/, functions: /^exit$/ },
  {
    leak: 'response',
    modules:
      /^py:(?:flask|quart|django|rest_framework|fastapi|starlette|aiohttp|bottle|sanic|falcon|azure|pyramid|litestar|robyn|werkzeug|workers)$/,
    globals: answers,
    functions: answers,
  },
  { leak: 'response', objects: /^(?:res|resp|response|reply)$/, functions: /^set_cookie$/, naming: 0 },
  {
    leak: 'command',
    modules: /^py:(?:os|subprocess|asyncio|pexpect|sh|invoke|fabric|paramiko|plumbum)$/,
    functions:
      /^(?:system|popen|spawn|run|sudo|call|check_call|check_output|Popen|getoutput|getstatusoutput|exec[lv]p?e?|create_subprocess_(?:exec|shell)|exec_command)$/,
    wordsOnly: true,
  },
  // `c.run(…)` in tasks. https://docs.pyinvoke.org/en/stable/api/context.html, https://docs.fabfile.org/en/stable/api/connection.html
  {
    leak: 'command',
    objects: /^(?:c|ctx|context|conn|connection)$/,
    beside: /^py:(?:invoke|fabric)$/,
    functions: /^(?:run|sudo|local)$/,
    wordsOnly: true,
  },
  {
    leak: 'message',
    modules: /^py:(?:slack_sdk|slack|slack_bolt|smtplib|telegram|aiogram|telebot|discord|twilio|sendgrid|apprise)$/,
    functions: /^(?:send\w*|chat_\w+|reply\w*|say|respond|notify|create)$/,
  },
  // Objects that a bot's callbacks receive, and their members: `ctx.send`, `update.message.reply_text`, `interaction.response.send_message`.
  {
    leak: 'message',
    objects:
      /^(?:ctx|context|bot|client|app|message|msg|interaction|response|followup|channel|author|user|member|owner|webhook|update|event|query|callback_query|call)$/,
    beside: /^py:(?:discord|nextcord|disnake|interactions|telegram|aiogram|telebot|pyrogram|telethon|slack_bolt)$/,
    functions: /^(?:send\w*|reply\w*|answer\w*|edit\w*|respond|say|forward_message)$/,
  },
  {
    leak: 'tracker',
    modules: /^py:(?:sentry_sdk|posthog|rollbar|bugsnag|newrelic|ddtrace|datadog|honeybadger|raven)$/,
    functions: /^(?:capture\w*|set_\w+|add_breadcrumb|report_\w+|notify|leave_breadcrumb|notice_error|add_custom_\w+)$/,
  },
  { leak: 'file', globals: /^open$/, functions: /^write(?:lines)?$/ },
  { leak: 'file', modules: /^py:pathlib$/, functions: /^write_(?:text|bytes)$/ },
  { leak: 'file', modules: /^py:json$/, functions: /^dump$/, positions: [0] },
];
