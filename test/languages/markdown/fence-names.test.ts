import { expect, it } from 'vitest';
import { fenceName } from '../../../src/languages/markdown/fence-names.js';

it.each([
  ['python', 'fence/fence.py'],
  ['py', 'fence/fence.py'],
  ['go', 'fence/fence.go'],
  ['csharp', 'fence/fence.cs'],
  ['powershell', 'fence/fence.ps1'],
  ['makefile', 'fence/fence.mk'],
  ['nginx', 'fence/fence.vcl'],
  ['caddyfile', 'fence/fence.caddyfile'],
  ['bat', 'fence/fence.bat'],
  ['systemd', 'fence/fence.service'],
  ['xml', 'fence/fence.xml'],
  ['conf', 'fence/fence.conf'],
])('%s is read as %s', (info, name) => {
  expect(fenceName({ info, lines: [] })).toBe(name);
});
