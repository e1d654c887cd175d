/** Chromium for browser tests: found, or a named skip; in CI its absence is a failure. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser: `CHROMIUM` in the environment, or where Debian and others put it. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  return named === undefined ? PLACES.find((path) => existsSync(path)) : named;
}

/**
 * Why browser tests cannot run here, or `undefined` if they can. Use as
 * `describe.skipIf(noBrowser())(withReason('the cockpit', noBrowser()), …)`: the reason stands in the test's name.
 */
export function noBrowser(): string | undefined {
  const path = findChromium();
  if (path !== undefined && existsSync(path)) return undefined;
  const reason = 'Chromium is not installed: npm run setup, or apt-get install chromium';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

export function withReason(name: string, reason: string | undefined): string {
  return reason === undefined ? name : `${name} (skipped: ${reason})`;
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('launchChromium: ask noBrowser() first');
  return chromium.launch({
    executablePath,
    headless: true,
    // Containers have no user namespaces for the sandbox and a small /dev/shm; the pages are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}
