/** Which file a module of Python stands for, and what it exports. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readModule } from '../../src/languages/modules.js';
import { readPython } from '../../src/languages/python/index.js';
import { Project } from '../../src/project/project.js';
import { specifiersIn } from '../../src/project/specifiers.js';
import { show } from '../models/show.js';

let root: string;

beforeEach(() => {
  root = join(realpathSync(mkdtempSync(join(tmpdir(), 'project-'))), 'root');
});

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function resolved(module: string, from: string): string | undefined {
  return new Project({ root }).resolver.resolve(`py:${module}`, join(root, from))?.slice(root.length + 1);
}

describe('a module is', () => {
  it('beside a script, or below a folder around it', () => {
    for (const path of ['config.py', 'app/__init__.py', 'app/core/settings.py', 'src/lib/__init__.py']) write(path);
    expect(resolved('config', 'main.py')).toBe('config.py');
    expect(resolved('app', 'main.py')).toBe('app/__init__.py');
    expect(resolved('app.core.settings', 'app/core/main.py')).toBe('app/core/settings.py');
    expect(resolved('lib', 'main.py')).toBe('src/lib/__init__.py');
    expect(resolved('requests', 'main.py')).toBeUndefined();
  });

  it('not named from inside of its package, unless by dots', () => {
    for (const path of ['app/__init__.py', 'app/config.py', 'app/core/__init__.py', 'app/core/client.py']) write(path);
    expect(resolved('config', 'app/main.py')).toBeUndefined();
    expect(resolved('.config', 'app/main.py')).toBe('app/config.py');
    expect(resolved('..config', 'app/core/client.py')).toBe('app/config.py');
    expect(resolved('.', 'app/core/client.py')).toBe('app/core/__init__.py');
    expect(resolved('.....config', 'app/core/client.py')).toBeUndefined();
  });

  it('unknown if there are two, unless one is of another project', () => {
    for (const path of ['config.py', 'jobs/config.py', 'bot/config.py', 'bot/requirements.txt']) write(path);
    expect(resolved('config', 'jobs/run.py')).toBeUndefined();
    expect(resolved('config', 'bot/run.py')).toBe('bot/config.py');
  });

  it('the library, if it has one of that name, and never the file itself', () => {
    for (const path of ['logging.py', 'cloudflare.py']) write(path);
    expect(resolved('logging', 'main.py')).toBeUndefined();
    expect(resolved('cloudflare', 'cloudflare.py')).toBeUndefined();
    expect(resolved('cloudflare', 'main.py')).toBe('cloudflare.py');
  });
});

it('names the modules that a program imports', () => {
  const text = 'import os.path as p, app.config\nfrom . import (\n  a,  # one\n  b as c,\n)\nfrom ..x.y import *\n';
  expect(specifiersIn(text, 'a.py').map((each) => each.text)).toEqual([
    'py:.',
    'py:.a',
    'py:.b',
    'py:..x.y',
    'py:os.path',
    'py:app.config',
  ]);
  expect(specifiersIn(text, 'a.py').some(({ isExported }) => isExported)).toBe(false);
  expect(specifiersIn(text, '__init__.py').every(({ isExported }) => isExported)).toBe(true);
});

/** What a program in `main.py` prints. */
function printed(text: string): readonly string[] {
  write('main.py', text);
  const path = join(root, 'main.py');
  const { calls } = readPython(text, 'main.py', new Project({ root }).around(path, readModule));
  return calls
    .filter(({ callee }) => callee.kind === 'name' && callee.path.join('.') === 'print')
    .flatMap((call) => call.arguments.map((value) => show(value)));
}

describe('what is imported', () => {
  it('has the value that the other file gives it', () => {
    write('config.py', 'NAME = "x"\n');
    write('app/names.py', 'NAME = "x"\n');
    const [same] = printed('print("x")');
    for (const text of [
      'from config import NAME\nprint(NAME)',
      'from config import NAME as n\nprint(n)',
      'import config\nprint(config.NAME)',
      'import config as c\nprint(c.NAME)',
      'from config import *\nprint(NAME)',
      'from app.names import NAME\nprint(NAME)',
      'import app.names\nprint(app.names.NAME)',
      'import app.names as names\nprint(names.NAME)',
      'from app import names\nprint(names.NAME)',
    ])
      expect(printed(text), text).toEqual([same]);
  });

  it('may be what the other file has imported itself', () => {
    write('app/__init__.py', 'from .names import *\nfrom .names import OTHER as SECOND\n');
    write('app/names.py', 'NAME = "x"\nOTHER = "y"\n');
    expect(printed('from app import NAME, SECOND\nprint(NAME, SECOND)')).toEqual(printed('print("x", "y")'));
  });

  it('may be a class, whose objects are made as those of the program', () => {
    write('a.py', 'class A:\n    kind = "x"\n    def __init__(self, b):\n        self.b = b\n');
    expect(printed('from a import A\nprint(A("y").b, A.kind)')).toEqual(printed('print("y", "x")'));
    expect(printed('import a\nvalue = a.A(b="y")\nprint(value.b)')).toEqual(printed('print("y")'));
  });

  it('is a name if nothing is known of it', () => {
    write('a.py', 'NAME = "x"\n');
    expect(printed('from a import OTHER\nfrom b import NAME\nprint(OTHER, NAME)')).toEqual(
      printed('from c import OTHER, NAME\nprint(OTHER, NAME)').map((each, index) => each.replace('py:c', index === 0 ? 'py:a' : 'py:b')),
    );
  });
});
