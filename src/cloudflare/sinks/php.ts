/** Sinks in PHP. Names of classes include their namespace if `use` imports them. */
import type { Leak, Sink } from './sink.js';

const levels =
  /^(?:log|debug|info|notice|warning|error|critical|alert|emergency|record|write|line|comment|warn|success|writeln|add_?[rR]ecord)$/;

/** A sink for functions of classes in any namespace. */
function ofClasses(leak: Leak, classes: string, functions: RegExp): Sink {
  return { leak, globals: new RegExp(`(?:^|\\\\)(?:${classes})$`), functions };
}

/** A sink for functions that are not members of anything. */
function functions(leak: Leak, names: RegExp): Sink {
  return { leak, globals: names, functions: names, ...(leak === 'command' && { wordsOnly: true }) };
}

/** Sources: the manual of PHP, and the documentation of WordPress, Laravel, Symfony, Monolog and of each package, November 2026. */
export const phpSinks: readonly Sink[] = [
  ofClasses('log', 'Log|Logger|Debugbar|WP_CLI|CLI', levels),
  { leak: 'log', objects: /^(?:_?log(?:ger)?|.+[lL]ogger|this|output|io|console|climate)$/, functions: levels },
  { leak: 'error', globals: /(?:Error|Exception)$/, functions: /(?:Error|Exception)$/ },
  functions('error', /^WP_Error$/),
  functions(
    'log',
    /^(?:echo|print|printf|vprintf|print_r|var_dump|var_export|dd|dump|ray|error_log|syslog|trigger_error|user_error|die|exit|wp_die|logger|info|fputs|fwrite|fprintf)$/,
  ),
  functions(
    'response',
    /^(?:wp_send_json(?:_success|_error)?|response|view|setcookie|setrawcookie|header|wp_localize_script|wp_add_inline_script)$/,
  ),
  {
    leak: 'response',
    objects: /^(?:response|Response|app|res)$/,
    globals: /^(?:response|(?:.*\\)?Response)$/,
    functions: /^(?:json|make|send|setContent|setData|write|withJson|cookie|header)$/,
  },
  { leak: 'response', globals: /(?:^|\\)(?:Json|Html|Redirect)?Response$/, functions: /Response$/ },
  functions('command', /^(?:exec|shell_exec|system|passthru|proc_open|popen)$/),
  { ...ofClasses('command', 'Process', /^(?:Process|fromShellCommandline|run|start)$/), wordsOnly: true },
  functions('message', /^(?:mail|wp_mail)$/),
  ofClasses('tracker', 'Sentry|Bugsnag|Rollbar', /^(?:capture\w*|notify\w*|log|addBreadcrumb)$/),
  functions('file', /^file_put_contents$/),
  ofClasses('file', 'Storage|File', /^(?:put|append|prepend)$/),
];
