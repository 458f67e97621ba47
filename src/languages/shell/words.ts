/** Commands as lists of words: which program is run, by way of other commands that run it, and with which script. */
import type { Call, Name, Span, Text, Value } from '../../source/model.js';
import { alternatives, literal, shape } from '../../source/values.js';

/** Shells whose `-c` takes a script. */
const shells = /^(?:.*\/)?(?:ba|z|da|a)?sh$/;

/** The index, among the words of a command, of the script passed to a shell (`['sh', '-c', 'script']`), which another command may run. */
export function scriptAmong(words: readonly Value[]): number | undefined {
  const shell = words.findIndex((word) => shells.test(literal(word) ?? ''));
  if (shell === -1) return undefined;
  const options = words.slice(shell + 1).map((word) => literal(word) ?? '');
  const option = options.findIndex((word) => !/^-[a-z]*$/.test(word) || word.endsWith('c'));
  const script = shell + 1 + option + 1;
  return /^-[a-z]*c$/.test(options[option] ?? '') && script < words.length ? script : undefined;
}

/** A command of words that are not parsed by a shell: `['cloudflared', 'tunnel', 'run']`. */
export function commandOf(words: readonly Value[], at: Span, open = false): Call | undefined {
  const [program, ...rest] = words.slice(wordsBefore(words));
  const name = programName(program);
  if (program === undefined || name === undefined) return undefined;
  return {
    kind: 'call',
    callee: { kind: 'name', path: [name], at: program.at },
    arguments: rest.map((word, index) => named(word, rest[index - 1], name)),
    open,
    new: false,
    inside: [],
    at,
    calleeAt: program.at,
  };
}

/** Binds the word after an option to the option's name, as the shell reader does. */
function named(word: Value, before: Value | undefined, program: string): Value {
  const option = before && /^--?([A-Z][\w-]*)$/i.exec(literal(before) ?? '')?.[1];
  return word.kind === 'text' && option !== undefined ? ({ ...word, names: [program, option] } satisfies Text) : word;
}

/** A command that runs the command given by its arguments. */
interface Runner {
  /** Options that take the next word as value. */
  readonly valued?: RegExp;
  /** Subcommands that run a command. */
  readonly verbs?: RegExp;
  /** Subcommands that run no command. */
  readonly own?: RegExp;
  /** It runs a package, whose name may include a version. */
  readonly packages?: true;
  /** The command follows `--`. */
  readonly dashes?: true;
}

const plain: Runner = {};
const packages: Runner = { packages: true, valued: /^(?:-p|--package|-c|--call)$/ };

/** Subcommands of yarn, pnpm and bun themselves; anything else is a script or program of the project. */
const own =
  /^(?:add|audit|build|cache|ci|config|create|env|fetch|help|i|import|info|init|install|licenses|link|list|ls|outdated|pack|patch|plugin|prune|publish|rebuild|remove|rm|root|run|set|setup|store|test|uninstall|unlink|up|update|upgrade|version|view|why|workspaces?)$/;

/** Sources: the manual of each command, November 2026. */
const runners: Readonly<Record<string, Runner>> = {
  ...Object.fromEntries('command exec nohup time timeout builtin retry cross-env cross-env-shell'.split(' ').map((name) => [name, plain])),
  sudo: { valued: /^-[CDRTghpru]$/ },
  doas: { valued: /^-[Cu]$/ },
  env: { valued: /^-[CSu]$/ },
  nice: { valued: /^-n$/ },
  xargs: { valued: /^-[EILPadns]$/ },
  npx: packages,
  bunx: packages,
  pnpx: packages,
  npm: { packages: true, verbs: /^(?:exec|x)$/, own: /^/, valued: /^(?:-w|--workspace|-p|--package|--prefix|-C)$/ },
  pnpm: { packages: true, verbs: /^(?:exec|dlx)$/, own, valued: /^(?:-F|--filter|--filter-prod|-C|--dir|--package)$/ },
  yarn: { packages: true, verbs: /^(?:exec|dlx|run)$/, own, valued: /^(?:-p|--package|--cwd)$/ },
  bun: { packages: true, verbs: /^(?:x|run)$/, own, valued: /^(?:--cwd|--filter)$/ },
  ...Object.fromEntries('aws-vault chamber doppler dotenv dotenvx infisical op teller'.split(' ').map((name) => [name, { dashes: true }])),
};

/** How many words precede the command that a command runs: `sudo -E`, `timeout 10`, `env NAME=value`, `pnpm --filter web exec`. */
export function wordsBefore(words: readonly Value[]): number {
  let at = 0;
  for (let runner = runnerAt(words, 0); runner; runner = runnerAt(words, at)) {
    const next = nextCommand(words, at, runner);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

function runnerAt(words: readonly Value[], at: number): Runner | undefined {
  const name = programName(words[at]);
  return name !== undefined && Object.hasOwn(runners, name) ? runners[name] : undefined;
}

function nextCommand(
  words: readonly Value[],
  from: number,
  { valued, verbs, own: others, packages: isPackage, dashes }: Runner,
): number | undefined {
  let sawVerb = false;
  for (let at = from + 1; at < words.length; at += 1) {
    const text = literal(words[at] ?? { kind: 'opaque', what: 'unknown', at: { start: 0, end: 0 } }) ?? '';
    if (dashes) {
      if (text === '--') return at + 1 < words.length ? at + 1 : undefined;
    } else if (valued?.test(text)) {
      at += 1;
    } else if (isPackage ? /^[a-z@./][\w@./-]*$/i.test(text) || isVersioned(words[at]) : /^[a-z./][\w./-]*$/i.test(text)) {
      if (sawVerb || !verbs) return at;
      if (!verbs.test(text)) return others?.test(text) === true ? undefined : at;
      sawVerb = true;
    }
  }
  return undefined;
}

/** `wrangler@${version}` */
function isVersioned(word: Value | undefined): boolean {
  return word?.kind === 'text' && /^(?:@[\w.-]+\/)?[\w.-]+@/.test(shape(word));
}

/** The name of the program that a word refers to, without its folder and its version, which may be unknown. */
export function programName(word: Value | undefined): string | undefined {
  for (const option of word ? alternatives(word) : []) {
    const name = option.kind === 'text' ? nameIn(option) : option.kind === 'name' ? packaged(option) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Packages that ship a program export its path: `bin` of the package `cloudflared`. */
function packaged({ module, path }: Name): string | undefined {
  return module !== undefined && path.length === 1 && /^(?:bin|binPath|path)$/.test(path[0] ?? '')
    ? module.replace(/^@[^/]*\//, '')
    : undefined;
}

function nameIn(word: Text): string | undefined {
  const whole = shape(word).replace(/\b@[^/]{0,300}$/, '');
  const name = whole.slice(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
  return name === '' || name.includes('{}') ? undefined : name.replace(/\.(?:exe|cmd|bat)$/i, '');
}
