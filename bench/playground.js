/**
 * `npm run bench:playground`: measures the time until the playground shows its first findings, and that of checking 300 lines after each keystroke.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { countArgument, median, table } from './measure.js';
import { prove } from './proof.js';

const rounds = countArgument(7);
const address = pathToFileURL(join(import.meta.dirname, '../playground/dist/index.html')).href;

/** Returns a request and a token among code that has to be followed. @param {number} index */
const block = (index) => `export async function zone${String(index)}(token: string): Promise<Zone> {
  const headers = { Authorization: \`Bearer \${token}\` };
  const response = await fetch(\`https://api.cloudflare.com/client/v4/zones/\${zones[${String(index)}]}\`, { headers });
  if (!response.ok) throw new Error(\`Cloudflare returned \${response.status}\`);
  return (await response.json()).result;
}`;
const text = Array.from({ length: 50 }, (_, index) => block(index)).join('\n');

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const keys = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction("document.querySelector('#status').textContent");
    first.push(Number(await page.evaluate('performance.now()')));
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
    const checks = "performance.getEntriesByName('findings')";
    for (let key = 0; key < 10; key += 1) {
      const before = Number(await page.evaluate(`${checks}.length`));
      await page.keyboard.press('x');
      await page.waitForFunction(`${checks}.length > ${String(before)}`);
    }
    keys.push(.../** @type {number[]} */ (await page.evaluate(`${checks}.slice(-9).map(({ duration }) => duration)`)));
    await context.close();
  }
  const rows = [
    ['until the first findings', median(first).toFixed(0)],
    ['checking 300 lines behind a key', median(keys).toFixed(0)],
  ];
  await prove('playground', `Medians of ${String(rounds)} rounds.\n\n${table([['what', 'milliseconds'], ...rows])}`, [
    `Chromium ${browser.version()}`,
  ]);
} finally {
  await browser.close();
}
