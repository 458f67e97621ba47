import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Rolldown, build } from 'vite';
import { expect, it } from 'vitest';
import { checkText } from '../../src/cli/check/text.js';
import { startBrowser } from './browser.js';
import { strictRules } from '../strict-rules.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = join(root, 'fixtures');

/** What the page checks with, as a script that defines `checks`. */
async function script(): Promise<string> {
  const built = await build({
    configFile: join(root, 'playground/vite.config.ts'),
    logLevel: 'error',
    build: { write: false, copyPublicDir: false, lib: { entry: join(root, 'playground/checks.ts'), name: 'checks', formats: ['iife'] } },
  });
  const [output] = built as Rolldown.RolldownOutput[];
  return output!.output[0].code;
}

it('finds the same in the browser as the command in every fixture', { timeout: 300_000 }, async () => {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^\d/.test(path) && !path.endsWith('.findings') && statSync(join(fixtures, path)).isFile(),
  );
  expect(files.length).toBeGreaterThan(500);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await script() });
    for (const file of files) {
      const text = readFileSync(join(fixtures, file), 'utf8');
      const path = file.split(sep).join('/');
      const { messages } = checkText(text, path, { rules: strictRules, inline: true, suggestions: true });
      const found = await page.evaluate(`checks.findingsIn(${JSON.stringify({ path, text, strict: true })}).messages`);
      expect(found, path).toEqual(messages);
    }
  } finally {
    await browser.close();
  }
});
