/** What a call of wrangler asks of Cloudflare's API. Source: as for its commands. */
import { type Operation, operationAt } from './operations.js';
import { commands, wranglerCommands, writing } from './wrangler-commands.js';

/** What stays on this machine unless it is told `--remote`. */
const local = /^(?:kv (?:key|bulk)|r2 (?:object|bulk)|d1 (?:execute|export|migrations)) /;

/** What asks the API for nothing that takes a permission, or is for people who sit there. */
const free =
  /^(?:auth|build|check|complete|d1 migrations create|dev|docs|generate|help|init|login|logout|metrics|pages (?:dev|functions|project validate)|pipelines setup|setup|telemetry|tunnel quick-start|types|version|whoami)(?: |$)/;

/** Options before a command that take the word behind them. */
const valued = /^(?:-c|--config|-e|--env|--env-file|--cwd|--profile)$/;

/** What the commands of other programs have wrangler do. https://opennext.js.org/cloudflare/cli */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opennextjs-cloudflare': { deploy: 'deploy', upload: 'versions upload' },
};

/** Gives the words of wrangler for those of a program that is wrangler or has it do something; undefined of any other program. */
export function wranglerAlias(program: string): ((words: readonly (string | undefined)[]) => readonly (string | undefined)[]) | undefined {
  if (program === 'wrangler') return (words) => words;
  const commandsOfIt = Object.hasOwn(aliases, program) ? aliases[program] : undefined;
  return commandsOfIt && (([command = '', ...words]) => [...(commandsOfIt[command]?.split(' ') ?? ['build']), ...words]);
}

export interface WranglerUse {
  /** `d1 execute`, or what can be seen of it. */
  readonly command: string;
  /** Undefined if the command cannot be seen, or is not known. */
  readonly operation: Operation | undefined;
}

/**
 * What a call of wrangler asks of the API; undefined if nothing. A word that cannot be seen is undefined, and `open` says that there may be more of
 * these.
 */
export function wranglerUse(words: readonly (string | undefined)[], open = false): WranglerUse | undefined {
  if (words.some((word) => word === '--dry-run' || word === '--help' || word === '-h')) return undefined;
  const plain = operands(words);
  const length = [4, 3, 2, 1].find((count) => Object.hasOwn(commands, plain.slice(0, count).join(' ')));
  const command = plain.slice(0, length ?? MOST_WORDS).join(' ');
  if (length === undefined) {
    const isCut = open || words.includes(undefined);
    // Without its last word, a command prints how it is used.
    const isGroup = command === '' || wranglerCommands.some((each) => each.startsWith(`${command} `));
    return free.test(command) || (isGroup && !isCut) ? undefined : { command, operation: undefined };
  }
  // What is written with a colon is of a version that asked the API unless it was told --local.
  const isRemote = words.includes('--remote') || (words.some((word) => word?.includes(':') === true) && !words.includes('--local'));
  if (local.test(`${command} `) && !isRemote) return undefined;
  return { command, operation: operationOf(command) };
}

const operations = new Map<string, Operation | undefined>();

/** The operation of a command that is known. */
export function operationOf(command: string): Operation | undefined {
  if (!Object.hasOwn(commands, command)) return undefined;
  if (!operations.has(command)) {
    const [method = '', path = ''] = (commands[command] ?? '').split(' ');
    const operation = operationAt(method, path);
    const accepted = operation?.accepted?.filter((group) => !group.endsWith(' Read'));
    operations.set(command, operation && writing.has(command) ? { ...operation, accepted } : operation);
  }
  return operations.get(command);
}

/** So many words of a command that is not known are shown. */
const MOST_WORDS = 3;

/** The words that may be of the command: no options, and nothing that cannot be seen. */
function operands(words: readonly (string | undefined)[]): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word !== undefined && valued.test(word)) index += 1;
    else if (word !== undefined && !word.startsWith('-')) found.push(...word.split(':'));
  }
  const end = found.findIndex((word) => !/^[a-z][a-z\d-]*$/.test(word));
  return end === -1 ? found : found.slice(0, end);
}
