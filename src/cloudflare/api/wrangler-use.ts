/** Determines the API operation of a wrangler call. Source: the same as for its commands. */
import { type Operation, operationAt } from './operations.js';
import { commands, wranglerCommands, writing } from './wrangler-commands.js';

/** Commands that only affect local data without `--remote`. */
const local = /^(?:kv (?:key|bulk)|r2 (?:object|bulk)|d1 (?:execute|export|migrations)) /;

/** Commands that need no API permission, or are only used interactively. */
const free =
  /^(?:auth|build|check|complete|d1 migrations create|dev|docs|generate|help|init|login|logout|metrics|pages (?:dev|functions|project validate)|pipelines setup|setup|telemetry|tunnel quick-start|types|version|whoami)(?: |$)/;

/** Options before a command that take the next word as their value. */
const valued = /^(?:-c|--config|-e|--env|--env-file|--cwd|--profile)$/;

/** Commands of other programs that run wrangler. https://opennext.js.org/cloudflare/cli */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opennextjs-cloudflare': { deploy: 'deploy', upload: 'versions upload' },
};

/** Returns a function that maps a program's arguments to wrangler's, if the program is wrangler or runs it; undefined otherwise. */
export function wranglerAlias(program: string): ((words: readonly (string | undefined)[]) => readonly (string | undefined)[]) | undefined {
  if (program === 'wrangler') return (words) => words;
  const commandsOfIt = Object.hasOwn(aliases, program) ? aliases[program] : undefined;
  return commandsOfIt && (([command = '', ...words]) => [...(commandsOfIt[command]?.split(' ') ?? ['build']), ...words]);
}

export interface WranglerUse {
  /** `d1 execute`, or the known part of it. */
  readonly command: string;
  /** Undefined if the command cannot be determined or is not known. */
  readonly operation: Operation | undefined;
}

/**
 * Returns the command and API operation of a wrangler call; undefined if it sends no such request. Unknown words are undefined; `open` means that more
 * words may follow.
 */
export function wranglerUse(words: readonly (string | undefined)[], open = false): WranglerUse | undefined {
  if (words.some((word) => word === '--dry-run' || word === '--help' || word === '-h')) return undefined;
  const plain = operands(words);
  const length = [4, 3, 2, 1].find((count) => Object.hasOwn(commands, plain.slice(0, count).join(' ')));
  const command = plain.slice(0, length ?? MAX_WORDS).join(' ');
  if (length === undefined) {
    const isCut = open || words.includes(undefined);
    // Without its subcommand, a command prints its usage.
    const isGroup = command === '' || wranglerCommands.some((each) => each.startsWith(`${command} `));
    return free.test(command) || (isGroup && !isCut) ? undefined : { command, operation: undefined };
  }
  // Commands with a colon belong to a version that used the API unless `--local` was given.
  const isRemote = words.includes('--remote') || (words.some((word) => word?.includes(':') === true) && !words.includes('--local'));
  if (local.test(`${command} `) && !isRemote) return undefined;
  return { command, operation: operationOf(command) };
}

const operations = new Map<string, Operation | undefined>();

/** Returns the operation of a known command. */
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

/** Maximum number of words shown of an unknown command. */
const MAX_WORDS = 3;

/** Returns the words that may belong to the command: no options, and nothing unknown. */
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
