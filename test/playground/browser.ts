/** A Chromium to test the playground in. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the browser of the system, or the one that `CHROMIUM` names; throws if there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('Chromium is not installed. Install it, or name it in the variable CHROMIUM.');
  // Containers run as root, where the sandbox of Chromium does not start.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
