/** File names for fences, which determine how they are read. */
import { profiles } from '../lexical/profiles/index.js';
import { formats } from '../settings/formats.js';
import type { Fence, Line } from './lines.js';

/** File extensions by the language of the fence. */
const ends: Readonly<Record<string, string>> = {
  ...same('js mjs cjs jsx ts mts cts tsx vue svelte astro html xml csv http json jsonc json5 yaml yml toml sh bash zsh ini tf tfvars'),
  rest: 'http',
  javascript: 'js',
  node: 'js',
  typescript: 'ts',
  shell: 'sh',
  console: 'sh',
  terminal: 'sh',
  'shell-session': 'sh',
  shellscript: 'sh',
  hcl: 'tf',
  terraform: 'tf',
  conf: 'ini',
};

function same(names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name]));
}

/** Whole file names by the language of the fence. */
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...Object.values(profiles), ...Object.values(formats)].flatMap(namesOf)),
  dotenv: '.env',
  env: '.env',
  dockerfile: 'Dockerfile',
  docker: 'Dockerfile',
};

/** The names of a language in fences, each with the name of one of its files: `**\/*.{py,pyw}` is `fence.py` for `python`, `py` and `pyw`. */
function namesOf({
  files,
  fences = [],
}: {
  readonly files: readonly string[];
  readonly fences?: readonly string[];
}): readonly (readonly [string, string])[] {
  const endings = files.flatMap((pattern) => /^\*\*\/\*\.\{?([\w,]+)\}?$/.exec(pattern)?.[1]?.split(',') ?? []);
  const whole = files.flatMap((pattern) => /^\*\*\/\{?([\w.]+)[,*}]/.exec(pattern)?.[1] ?? []);
  const [first] = [
    ...endings.map((ending) => `fence.${ending}`),
    ...whole.map((name) => (name.includes('.') || /^[A-Z]|file$/.test(name) ? name : `${name}.conf`)),
  ];
  const own = endings.map((ending) => [ending.toLowerCase(), `fence.${ending}`] as const);
  return first === undefined ? own : [...own, ...fences.map((fence) => [fence, first] as const)];
}

/** File names by the contents of a fence, for kinds of files that only their names identify. */
const looks: readonly (readonly [end: RegExp, looks: RegExp, name: string])[] = [
  [/^ya?ml$/, /^[ \t]*runs-on:/m, '.github/workflows/fence.yml'],
  [/^ya?ml$/, /^runs:/m, 'action.yml'],
  [/^ya?ml$/, /^services:/m, 'compose.yml'],
  [/^(?:toml|jsonc?)$/, /"?compatibility_date"?\s*[:=]/, 'wrangler.'],
  [
    /^$/,
    /^[ \t]*(?:\$ |(?:sudo )?(?:[A-Z_]\w*=\S* )*(?:acme\.sh|ansible-playbook|aws|bunx|certbot|cf-terraforming|cloudflared|curl|docker|docker-compose|export|flarectl|gh|helm|http|https|kubectl|lego|npx|podman|pulumi|rclone|terraform|tofu|wget|wrangler|xh) )/m,
    'fence.sh',
  ],
  [/^$/, /^<\?php\b/, 'fence.php'],
  [/^$/, /^package \w+$/m, 'fence.go'],
  [/^$/, /^(?:import \w+$|from [\w.]+ import |def \w+\()/m, 'fence.py'],
  [/^$/, /^(?:import (?:\w{1,80}|\{[^}\n]{0,200}\}|\* as \w{1,80}) from ['"]|(?:const|let) [\w{[]|(?:await )?fetch\()/m, 'fence.js'],
  [/^$/, /^(?:resource|provider|variable|data) "\w+"/m, 'fence.tf'],
  [/^$/, /^FROM [\w./:@-]+/m, 'Dockerfile'],
  [/^$/, /^services:$/m, 'compose.yml'],
  [/^$/, /^\s*\{/, 'fence.json'],
  [/^$/, /^kind: Secret$/m, 'fence.yml'],
  [/^$/, /^[A-Z_]\w*=\S/m, '.env'],
];

/** Returns the file name of a fence, in a folder of its own; undefined if no rule can read it. */
export function fenceName({ info, lines }: Fence): string | undefined {
  const titled = /(?:title|file(?:name)?)\s*[=:]\s*["']?([\w./@-]+)/i.exec(info)?.[1] ?? /\s([\w./-]*\.[\w.-]+)/.exec(info)?.[1];
  if (titled !== undefined) return `fence/${titled.replace(/^\/+|\.\.\//g, '')}`;
  const language = (/^\{?\.?([\w-]*)/.exec(info)?.[1] ?? '').toLowerCase();
  const end = Object.hasOwn(ends, language) ? ends[language] : language === '' ? '' : undefined;
  if (Object.hasOwn(names, language)) return `fence/${names[language] ?? ''}`;
  if (end === undefined) return undefined;
  const text = lines.map((line) => line.text).join('\n');
  const looked = looks.find(([of, like]) => of.test(end) && like.test(text))?.[2];
  if (looked !== undefined) return `fence/${looked}${looked.endsWith('.') ? end : ''}`;
  return end === '' ? undefined : `fence/fence.${end}`;
}

/** The lines of a fence without terminal prompts, and without the output between commands. */
export function withoutPrompts(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => prompt.test(text))) return lines;
  let goesOn = false;
  return lines.map((line) => {
    const cut = prompt.exec(line.text)?.[0].length ?? (goesOn ? 0 : line.text.length);
    goesOn = line.text.endsWith('\\') && cut < line.text.length;
    return { ...line, start: line.start + cut, text: line.text.slice(cut) };
  });
}

const prompt = /^\s*[$%]\s+/;
