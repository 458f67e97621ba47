/** Sinks in languages other than JavaScript, by language. */
import { goSinks } from './go.js';
import { phpSinks } from './php.js';
import { pythonSinks } from './python.js';
import type { Sink } from './sink.js';
import { sinks } from './sinks.js';

const levels =
  /^(?:log|trace|debug|verbose|info|information|notice|warn|warning|error|critical|alert|fatal|panic|print|printf|println|write|exception)(?:f|ln|w|ctx|context)?$/i;
const loggers =
  /^(?:logs|logging|_?log(?:ger)?|.+[lL]ogger|slog|zap|logrus|glog|klog|timber|Log|LOG|LOGGER|Logger|syslog|console|Console)$/;

const log: Sink = { leak: 'log', objects: loggers, globals: loggers, functions: levels };
const thrown: Sink = { leak: 'error', globals: /(?:Error|Exception)$/, objects: /^errors?$/, functions: /(?:Error|Exception)$/ };

/** https://developer.android.com/reference/android/util/Log, https://jakewharton.github.io/timber/docs/5.x/timber/timber.log/-timber/-forest/ */
const android: Sink = { leak: 'log', globals: /^(?:Log|Timber)$/, functions: /^(?:[vdiwe]|wtf)$/ };

/** A sink for functions that are not members of anything. */
function printing(functions: RegExp): Sink {
  return { leak: 'log', globals: functions, functions };
}

/** https://docs.rs/tracing/latest/tracing/#macros, https://docs.rs/log/latest/log/#macros, https://docs.rs/anyhow/latest/anyhow/#macros, November 2026. */
const rustMacros = /^(?:println|print|eprintln|eprint|dbg|panic|info|debug|warn|error|trace|event|bail|anyhow)$/;

/** Sources: the standard library of each language, and the documentation of its common frameworks; November 2026. */
export const sinksOf: Readonly<Record<string, readonly Sink[]>> = {
  python: pythonSinks,
  ruby: [
    log,
    thrown,
    printing(/^(?:puts|print|p|pp|warn|printf|abort|raise)$/),
    {
      leak: 'log',
      objects: /^(?:STDOUT|STDERR|stdout|stderr|Rails\.logger|logger)$/,
      globals: /^(?:STDOUT|STDERR|stdout|stderr|Rails\.logger)$/,
      functions: /^(?:puts|print|write|info|debug|warn|error|fatal)$/,
    },
    { leak: 'response', globals: /^(?:render|json|halt)$/, functions: /^(?:render|json|halt)$/ },
    { leak: 'command', globals: /^(?:system|exec|spawn|backticks)$/, functions: /^(?:system|exec|spawn|backticks)$/, wordsOnly: true },
  ],
  php: phpSinks,
  perl: [log, printing(/^(?:print|say|printf|warn|die)$/)],
  lua: [
    log,
    printing(/^(?:print|error)$/),
    { leak: 'log', globals: /^(?:io|ngx|io\.std(?:out|err))$/, functions: /^(?:write|say|print|log)$/ },
  ],
  elixir: [
    log,
    { leak: 'log', globals: /^(?:IO|Logger)$/, functions: /^(?:puts|inspect|write|debug|info|notice|warn|warning|error)$/ },
    // https://hexdocs.pm/phoenix/Phoenix.Controller.html#json/2, https://hexdocs.pm/plug/Plug.Conn.html#send_resp/3
    { leak: 'response', globals: /^(?:json|text|html|send_resp)$/, functions: /^(?:json|text|html|send_resp)$/ },
  ],
  go: goSinks,
  rust: [
    log,
    // https://docs.rs/axum/latest/axum/struct.Json.html, https://docs.rs/actix-web/latest/actix_web/web/struct.Json.html
    { leak: 'response', globals: /^(?:axum\.|web\.)?Json$/, functions: /^Json$/ },
    { leak: 'response', globals: /^HttpResponse$/, functions: /^(?:json|body)$/ },
    printing(rustMacros),
    // With their paths: `tracing::info!`, `std::println!`, `anyhow::bail!`.
    { leak: 'log', globals: /^(?:tracing|std|anyhow|eyre)$/, functions: rustMacros },
  ],
  java: [log, android, thrown, { leak: 'log', globals: /^System\.(?:out|err)$/, functions: /^(?:print|println|printf|format)$/ }],
  kotlin: [
    log,
    android,
    thrown,
    printing(/^(?:println|print|error)$/),
    // https://kotlinlang.org/api/core/kotlin-stdlib/kotlin/check.html
    {
      leak: 'error',
      globals: /^(?:check|require)(?:NotNull)?$/,
      functions: /^(?:check|require)(?:NotNull)?$/,
      positions: [1],
    },
    { leak: 'response', objects: /^call$/, functions: /^respond(?:Text)?$/ },
  ],
  scala: [log, thrown, printing(/^(?:println|print)$/)],
  groovy: [
    log,
    thrown,
    printing(/^(?:println|print|echo|error)$/),
    // https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#string-interpolation
    { leak: 'command', globals: /^(?:sh|bat|powershell|pwsh)$/, functions: /^(?:sh|bat|powershell|pwsh)$/, wordsOnly: true },
  ],
  csharp: [
    log,
    thrown,
    {
      leak: 'log',
      globals: /^(?:Console|Console\.(?:Out|Error)|Debug|Trace)$/,
      objects: /^(?:Console|Debug|Trace|_?[lL]og(?:ger)?)$/,
      functions: /^(?:Write|WriteLine|Log\w*)$/,
    },
    { leak: 'response', globals: /^(?:Ok|Json|Content|(?:Typed)?Results)$/, functions: /^(?:Ok|Json|Content|Text)$/ },
  ],
  vb: [
    log,
    thrown,
    { leak: 'log', globals: /^(?:Console|Debug|Trace|WScript)$/i, functions: /^(?:Write|WriteLine|Print|Echo)$/i },
    printing(/^MsgBox$/i),
  ],
  fsharp: [
    log,
    thrown,
    printing(/^(?:e?printf?n?|failwithf?|raise)$/),
    { leak: 'log', globals: /^Console$/, functions: /^Write(?:Line)?$/ },
  ],
  haskell: [
    printing(/^(?:putStr(?:Ln)?|print|hPutStr(?:Ln)?|h?[pP]rintf|error|fail|trace\w*|log(?:Info|Debug|Warn|Error)N?)$/),
    { leak: 'log', globals: /^(?:T|TIO|Text|BS|B|BC|C8|TextIO)$/, functions: /^putStr(?:Ln)?$/ },
    { leak: 'log', globals: /^Debug$/, functions: /^log$/ },
  ],
  ocaml: [
    printing(/^(?:print_(?:string|endline)|prerr_(?:string|endline)|failwith|invalid_arg)$/),
    {
      leak: 'log',
      globals: /^(?:Printf|Format|Fmt|Stdio|Js|Logs)$/,
      functions: /^(?:e?printf|pr|epr|failwith|log|print_endline|info|debug|err|warn)$/,
    },
  ],
  erlang: [
    {
      leak: 'log',
      globals: /^(?:io|logger|lager|error_logger)$/,
      functions: /^(?:format|fwrite|put_chars|debug|info|notice|warning|error|log|(?:info|error|warning)_msg)$/,
    },
    printing(/^(?:\?LOG_\w+|throw|error)$/),
  ],
  clojure: [
    log,
    printing(/^(?:prn?|println|printf|print|message|princ|prin1|format-message|display|displayln|user-error|error)$/),
    { leak: 'log', globals: /^(?:log|timbre|logger)$/, functions: /^(?:trace|debug|info|warn|error|fatal|spy)f?$/ },
  ],
  zig: [{ leak: 'log', globals: /^(?:std\.)?(?:debug|log|io)$/, functions: /^(?:print|info|debug|warn|err)$/ }, printing(/^print$/)],
  nim: [log, printing(/^(?:echo|debugEcho|write|writeLine|quit|info|debug|warn|error|notice)$/)],
  swift: [log, printing(/^(?:print|debugPrint|NSLog|fatalError|os_log|dump)$/)],
  dart: [
    log,
    thrown,
    printing(/^(?:print|debugPrint|log)$/),
    // https://pub.dev/documentation/shelf/latest/shelf/Response-class.html, https://dartfrog.vgv.dev/docs/basics/routes
    { leak: 'response', globals: /^Response$/, functions: /^(?:ok|json)$/ },
  ],
  c: [
    printing(/^(?:printf|puts|perror|NSLog)$/),
    { leak: 'log', objects: /^Serial\d?$/, globals: /^Serial\d?$/, functions: /^(?:print|println|printf)$/ },
  ],
  r: [printing(/^(?:print|cat|message|println|stop|warning)$/)],
  powershell: [
    {
      leak: 'log',
      globals: /^(?:Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error|Log)|echo|write)$/i,
      functions: /^(?:Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error|Log)|echo|write)$/i,
    },
    { leak: 'log', globals: /^Console$/i, functions: /^(?:Write|WriteLine)$/i },
    { leak: 'error', globals: /^throw$/i, functions: /^throw$/i },
    { leak: 'file', globals: /^(?:Out-File|(?:Add|Set)-Content)$/i, functions: /^(?:Out-File|(?:Add|Set)-Content)$/i },
  ],
  // Ansible modules, and the JavaScript of workflows
  yaml: [printing(/^(?:debug|fail|assert)$/), ...sinks],
  nix: [{ leak: 'log', globals: /^builtins$/, functions: /^(?:trace|throw)$/ }],
};

/** Languages in which calls of a package's functions always include the package name. */
export const writtenWithPackage: ReadonlySet<string> = new Set(['go']);

/** Language-specific functions whose result contains their argument, in addition to `passing`. Sources: the manual of each language, November 2026. */
export const passingIn: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    php: 'trim ltrim rtrim nl2br htmlspecialchars htmlentities addslashes esc_html esc_attr esc_js wp_json_encode urlencode rawurlencode base64_encode bin2hex implode serialize',
    python: 'b64encode urlsafe_b64encode quote quote_plus urlencode escape pformat',
    ruby: 'encode64 strict_encode64 urlsafe_encode64 String',
    perl: 'encode_base64 encode_json uri_escape',
    lua: 'tostring encode',
    elixir: 'to_string trim encode64 inspect',
    go: 'EncodeToString QueryEscape PathEscape TrimSpace Quote Marshal',
    java: 'requireNonNull valueOf encodeToString',
    kotlin: 'requireNotNull checkNotNull encodeToString',
    csharp: 'ToBase64String SerializeObject Serialize',
    swift: 'describing',
    r: 'trimws paste paste0 toString toJSON',
  }).map(([language, names]) => [language, new Set(names.split(' '))]),
);
