import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { startBrowser } from './browser.js';

/** What axe-core answers, as far as it is looked at. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

const folder = join(tmpdir(), `playground-${String(process.pid)}`);
const address = pathToFileURL(join(folder, 'index.html')).href;
const configFile = fileURLToPath(new URL('../../playground/vite.config.ts', import.meta.url));

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Requests, messages of the console, and errors, as the page makes them. */
let requests: string[];
let complaints: string[];

beforeAll(async () => {
  await build({ configFile, logLevel: 'error', build: { outDir: folder } });
  browser = await startBrowser();
}, 120_000);
afterAll(() => browser.close());

beforeEach(async () => {
  [requests, complaints] = [[], []];
  context = await browser.newContext();
  page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
});
afterEach(() => context.close());

/** Replaces the text in the editor by typing. */
async function type(path: string, text: string): Promise<void> {
  await page.getByLabel('File name').fill(path);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

const status = () => page.locator('#status');
const findings = () => page.locator('#findings');

describe('the playground', () => {
  it('opens with an example, its findings and its permissions, and asks no server for anything', async () => {
    await page.goto(address);
    await expect.poll(() => status().textContent()).toMatch(/^[1-9]\d* findings?\.$/);
    expect(await page.locator('#permissions').textContent()).toContain('API Tokens');
    expect(requests.every((url) => url.startsWith('file:'))).toBe(true);
    expect(requests).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  it('underlines what is found while typing, at its very characters', async () => {
    await page.goto(address);
    const token = prefixed('cfut_', random(24));
    await type('client.ts', `const client = new Cloudflare({ apiToken: '${token}' });`);
    await expect.poll(() => page.locator('.cm-lintRange-error').allTextContents()).toEqual([token]);
    expect(await findings().textContent()).toContain('cloudflare-auth/no-hardcoded-credentials');
    await type('client.ts', `const client = new Cloudflare({ apiToken: process.env.CLOUDFLARE_API_TOKEN });`);
    await expect.poll(() => status().textContent()).toBe('0 findings.');
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
  });

  it('applies a suggestion', async () => {
    await page.goto(address);
    const token = prefixed('cfut_', random(25));
    await type('client.ts', `import Cloudflare from 'cloudflare';\nexport const client = new Cloudflare({ apiToken: '${token}' });`);
    await findings().getByRole('button', { name: 'process.env.CLOUDFLARE_API_TOKEN' }).click();
    await expect.poll(() => status().textContent()).toBe('0 findings.');
    expect(await page.locator('.cm-content').textContent()).toContain('apiToken: process.env.CLOUDFLARE_API_TOKEN');
  });

  it('reads a file in the language of its name, and only as text if it does not parse', async () => {
    await page.goto(address);
    await type('compose.yaml', 'services:\n  ddns:\n    environment:\n      CLOUDFLARE_API_KEY: ${CLOUDFLARE_API_KEY}\n');
    await expect.poll(() => findings().textContent()).toContain('cloudflare-auth/prefer-api-token');
    await type('broken.ts', 'const cloudflare = {');
    await expect.poll(() => status().textContent()).toContain('plain text only');
  });

  it('reports less when it is not strict', async () => {
    await page.goto(address);
    await type(
      'purge.ts',
      "await fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: `Bearer ${process.env.CF_API_TOKEN}` } });",
    );
    await expect.poll(() => findings().textContent()).toContain('cloudflare-auth/no-ignored-auth-failure');
    await page.getByLabel('Strict', { exact: true }).uncheck();
    await expect.poll(() => status().textContent()).toBe('0 findings.');
  });

  it('shares a text in the fragment of its address, and warns of a credential', async () => {
    await page.goto(address);
    const text = 'const zone = "https://api.cloudflare.com/client/v4/zones";';
    await type('zone.ts', text);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(10);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect.poll(() => other.locator('.cm-content').textContent()).toBe(text);
    expect(await other.getByLabel('File name').inputValue()).toBe('zone.ts');

    const before = page.url();
    const warnings: string[] = [];
    page.on('dialog', (dialog) => {
      warnings.push(dialog.message());
      void dialog.dismiss();
    });
    await type('zone.ts', `const token = '${prefixed('cfut_', random(26))}';`);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => warnings.length).toBe(1);
    expect(page.url()).toBe(before);
  });

  it('ignores a fragment that is no shared text', async () => {
    await page.goto(`${address}#no-such-thing`);
    await expect.poll(() => status().textContent()).toMatch(/finding/);
    expect(complaints).toEqual([]);
  });

  it('is used with the keyboard alone', async () => {
    await page.goto(address);
    const names: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      names.push((await page.locator(':focus').getAttribute('id')) ?? '');
    }
    expect(names).toEqual(['example', 'path', 'strict', 'share']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.cm-content:focus').count()).toBe(1);
  });

  it.each([
    { width: 1280, height: 800, colorScheme: 'light' },
    { width: 1280, height: 800, colorScheme: 'dark' },
    { width: 390, height: 844, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
  ] as const)('is accessible at $width pixels in $colorScheme mode, without scrolling sideways', async ({ width, height, colorScheme }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await expect.poll(() => status().textContent()).toMatch(/finding/);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
