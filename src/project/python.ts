/** Resolves Python modules to files: https://docs.python.org/3/reference/import.html. */
import { basename, dirname, join } from 'node:path';
import type { Files } from './files.js';

/** Prefix that distinguishes specifiers of Python modules from those of npm packages. */
export const prefix = 'py:';

// cspell:disable
/**
 * Modules of the standard library with names that files in packages have, too: `import logging` next to a `logging.py` usually means the library's.
 */
const standard = new Set(
  [
    'abc argparse ast asyncio base64 builtins codecs collections configparser contextlib copy csv dataclasses datetime email enum functools getpass',
    'hashlib hmac http importlib inspect io ipaddress itertools json logging math multiprocessing os pathlib platform pprint queue random re shlex',
    'shutil signal smtplib socket ssl string subprocess sys tempfile threading time traceback types typing unittest urllib uuid warnings',
  ].flatMap((line) => line.split(' ')),
);

/** Files that mark the root of a project, from which absolute imports are resolved. */
const manifests = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'Pipfile', 'manage.py'];
// cspell:enable

/** Resolves a module that a file imports; undefined if it is not part of the project, or ambiguous. */
export function pythonModule(name: string, from: string, files: Files): string | undefined {
  const [dots = ''] = /^\.*/.exec(name) ?? [];
  const path = name.slice(dots.length).split('.').filter(Boolean);
  if (dots === '') return standard.has(path[0] ?? '') ? undefined : absolute(path, from, files);
  let folder = dirname(from);
  for (let level = 1; level < dots.length; level += 1) folder = dirname(folder);
  return moduleAt(join(folder, ...path), files);
}

function absolute(path: readonly string[], from: string, files: Files): string | undefined {
  const found = new Set<string>();
  for (let folder = dirname(from); files.isInside(folder); folder = dirname(folder)) {
    // Absolute imports do not start in the folder of a package.
    const roots = files.isFile(join(folder, '__init__.py')) ? [] : [folder, join(folder, 'src')];
    for (const root of roots) {
      const file = moduleAt(join(root, ...path), files);
      if (file !== undefined && file !== from) found.add(file);
    }
    const isBeginning = found.size > 0 && manifests.some((each) => files.isFile(join(folder, each)));
    if (isBeginning || dirname(folder) === folder) break;
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A package takes precedence over a module of the same name. */
function moduleAt(path: string, files: Files): string | undefined {
  return [join(path, '__init__.py'), `${path}.py`].find((each) => files.isFile(each));
}

const fromImport = /^[ \t]*from[ \t]+([.\w]{1,200})[ \t]+import[ \t]*(\([^)]{0,2000}\)|[^\n#;]{1,400})/gm;
const plainImport = /^[ \t]*import[ \t]+([^\n#;]{1,400})/gm;

/** The modules that a program imports. A name imported from a module may be a module itself, so it is included. */
export function pythonSpecifiers(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [, module = '', imported = ''] of text.matchAll(fromImport)) {
    names.add(module);
    for (const name of first(imported)) names.add(module.endsWith('.') ? module + name : `${module}.${name}`);
  }
  for (const [, imported = ''] of text.matchAll(plainImport)) for (const name of first(imported)) names.add(name);
  return [...names].map((name) => prefix + name);
}

/** The imported names in a list with commas, without their `as` aliases. */
function first(imported: string): readonly string[] {
  return imported.split(',').flatMap((each) => /[\w.]+/.exec(each.replaceAll(/#[^\n]*/g, ''))?.[0] ?? []);
}

/** Whether a file is the `__init__.py` of a package. */
export function isPackage(path: string): boolean {
  return basename(path) === '__init__.py';
}
