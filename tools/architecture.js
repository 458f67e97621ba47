/** Draws docs/architecture.md's diagrams from the imports of the code: `npm run docs` writes them, `--check` fails if they have changed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/architecture.md');

/** @param {string} path */
const slashed = (path) => path.split(sep).join('/');

/** Returns the imports of all files; paths are relative to the root. @returns {ReadonlyMap<string, readonly string[]>} */
function imports() {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => slashed(join(folder, path))),
  );
  return new Map(
    files.sort().map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const found = [...text.matchAll(/^(?:import|export|\} from)\b[^;]*? from '(\.[^']+)'/gm)].map(([, written = '']) =>
        slashed(relative(root, resolve(root, dirname(path), written))).replace(/\.js$/, '.ts'),
      );
      return [path, found];
    }),
  );
}

/** Returns the node of a file in the first diagram: a folder below `src`, or `rules`. @param {string} path */
function part(path) {
  if (path.startsWith('rules/')) return 'rules';
  const [, folder = '', ...rest] = path.split('/');
  return rest.length > 0 ? folder : undefined;
}

/** Returns the node of a file in a diagram of topics. @param {string} path @param {string} folder */
function topic(path, folder) {
  const [name = '', ...rest] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : [];
  return rest.length > 0 ? name : undefined;
}

/** @param {(path: string) => string | undefined} group */
function diagram(group) {
  /** @type {Set<string>} */
  const arrows = new Set();
  for (const [path, found] of imports()) {
    const from = group(path);
    for (const each of found) {
      const to = group(each);
      if (from !== undefined && to !== undefined && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  }
  return `\`\`\`mermaid\nflowchart TD\n${[...arrows].sort().join('\n')}\n\`\`\``;
}

/** @type {Readonly<Record<string, () => string>>} */
const diagrams = {
  parts: () => diagram(part),
  facts: () => diagram((path) => topic(path, 'src/facts')),
  cloudflare: () => diagram((path) => topic(path, 'src/cloudflare')),
};

/** Returns the page with diagrams of the current imports. @param {string} written */
export function withDiagrams(written) {
  let text = written;
  for (const [name, draw] of Object.entries(diagrams)) {
    const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) throw new Error(`${page} has no place for "${name}".`);
    text = `${before}${begin}\n\n${draw()}\n\n${end}${after}`;
  }
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const written = readFileSync(page, 'utf8');
  const fresh = withDiagrams(written);
  if (!process.argv.includes('--check')) writeFileSync(page, fresh);
  else if (fresh !== written) {
    console.error('docs/architecture.md does not show the imports of today. Run `npm run docs`.');
    process.exitCode = 1;
  }
}
