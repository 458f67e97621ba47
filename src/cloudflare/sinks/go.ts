/** Sinks in Go. Module names start with `go:`; in files that are only read lexically, only the names of packages are known. */
import type { Leak, Sink } from './sink.js';

const levels =
  /^(?:Log|Trace|Debug|Info|Notice|Warn|Warning|Error|Critical|Alert|Fatal|Panic|DPanic|Print|Msg|Msgf|Send|Output)(?:f|ln|w|Ctx|Context|Attrs)?$/;
/** Functions that add a field to a structured log entry. */
const fields = /^(?:With(?:Fields?|Error|Values)?|Str|Strs|Any|Interface|Bytes|String|Stringer|Field|Fields|Group|Dict)$/;
const loggers = /^(?:logs|logging|_?log(?:ger)?|.+[lL]ogger|l|lg|sugar|sugared|slog|zap|zlog|logrus|glog|klog|Log|LOG|Logger)$/;

/** A sink for functions of a package, identified by its module path or its usual name. */
function ofPackage(leak: Leak, modules: string, names: RegExp, functions: RegExp): Sink {
  return { leak, modules: new RegExp(`^go:(?:${modules})$`), globals: names, functions };
}

/** Sources: pkg.go.dev for the standard library and for each package, November 2026. */
export const goSinks: readonly Sink[] = [
  ofPackage('response', 'net/http', /^http$/, /^(?:Error|Redirect)$/),
  ofPackage('log', 'fmt', /^fmt$/, /^(?:Print|Printf|Println|Fprint|Fprintf|Fprintln)$/),
  ofPackage(
    'error',
    'fmt|errors|golang\\.org/x/xerrors|github\\.com/pkg/errors',
    /^(?:fmt|errors)$/,
    /^(?:Errorf|New|Wrapf?|WithMessagef?)$/,
  ),
  ofPackage(
    'log',
    'log|log/slog|go\\.uber\\.org/zap|k8s\\.io/klog|github\\.com/(?:sirupsen/logrus|rs/zerolog(?:/log)?|golang/glog|charmbracelet/log|go-kit/log|apex/log|inconshreveable/log15|davecgh/go-spew/spew)',
    loggers,
    new RegExp(`${levels.source}|${fields.source}|^(?:Dump|Fdump)$`),
  ),
  { leak: 'log', objects: loggers, functions: new RegExp(`${levels.source}|${fields.source}`) },
  { leak: 'log', globals: /^(?:println|print|panic)$/, functions: /^(?:println|print|panic)$/ },
  {
    leak: 'response',
    objects: /^(?:c|ctx|w|rw|res|resp|response|gc)$/,
    globals: /^(?:c|ctx|w|rw)$/,
    functions:
      /^(?:JSON|JSONP|IndentedJSON|PureJSON|SecureJSON|AbortWithStatusJSON|String|HTML|XML|YAML|Data|Blob|JSONPretty|JSONBlob|Write|WriteString|Send|SendString|Encode)$/,
  },
  { leak: 'response', modules: /^go:encoding\/(?:json|xml)$/, globals: /^json$/, functions: /^Encode$/ },
  ofPackage('response', 'io', /^io$/, /^WriteString$/),
  { leak: 'command', modules: /^go:os\/exec$/, globals: /^exec$/, functions: /^Command(?:Context)?$/, wordsOnly: true },
  ofPackage('file', 'os|io/ioutil', /^(?:os|ioutil)$/, /^WriteFile$/),
  ofPackage(
    'tracker',
    'github\\.com/(?:getsentry/sentry-go|rollbar/rollbar-go|bugsnag/bugsnag-go)',
    /^(?:sentry|rollbar|bugsnag)$/,
    /^(?:Capture\w*|Notify|Error|Info|AddBreadcrumb|SetTag|SetExtra)$/,
  ),
];
