/** The ready-made wijken in the cockpit in a real browser, each run by a real twin; the largest with its 4,225 homes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Cockpit, startCockpit } from '../../dashboards/server/cockpit.js';
import { COCKPIT, ENTRY } from '../../paths.js';
import { launchChromium, noBrowser, withReason } from '../support/browser.js';

const skipped = noBrowser();
/** Far above what it takes: three processes begin, and tests share the machine. */
const OPENS_MS = 100_000;
const pictures = process.env.WIJKTWIN_PICTURES;

describe.skipIf(skipped !== undefined)(
  withReason('the ready-made wijken in Chromium', skipped),
  { timeout: 120_000 },
  () => {
    let browser: Browser;
    let page: Page | undefined;
    let cockpit: Cockpit | undefined;
    let twin: ChildProcess | undefined;
    let pageErrors: string[] = [];

    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
    });
    afterEach(async () => {
      await page?.close();
      await cockpit?.close();
      if (twin !== undefined && twin.exitCode === null) {
        twin.kill();
        await once(twin, 'exit');
      }
      page = undefined;
      cockpit = undefined;
      twin = undefined;
    });

    async function open(wijk: string): Promise<Page> {
      const listen = ['--listen', '127.0.0.1:0', '--log-level', 'error'];
      const run = ['--wijk', wijk, '--start', '2012-02-03T17:30'];
      twin = spawn(process.execPath, [ENTRY, 'twin', ...listen, ...run], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = (await once(createInterface(twin.stdout!), 'line')) as [string];
      cockpit = await startCockpit({
        host: '127.0.0.1',
        port: 0,
        twin: (JSON.parse(line) as { address: string }).address,
        // Nobody listens there: the page says so and goes on.
        bench: '127.0.0.1:9',
        allowedHosts: [],
        page: COCKPIT,
        log: pino({ level: 'silent' }),
      });
      page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      pageErrors = [];
      page.on('pageerror', (error) => pageErrors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') pageErrors.push(message.text());
      });
      await page.goto(cockpit.url);
      await expect.poll(() => page!.getByTestId('voltage-extremes').count(), { timeout: OPENS_MS }).toBe(1);
      return page;
    }

    it.each(['straat-24', 'merwede-blok', 'ijsselstein-560'])('%s opens', async (wijk) => {
      const shown = await open(wijk);
      expect(await shown.getByTestId('wijk').textContent()).toBe(wijk);
      expect(await shown.locator('button.tile').count()).toBeGreaterThan(5);
      await expect.poll(() => shown.getByTestId('group-power').textContent()).toMatch(/^[\d,]+\.\d$/);
      if (pictures !== undefined) await shown.screenshot({ path: join(pictures, `${wijk}.png`) });
      expect(pageErrors).toEqual([]);
    });

    it('merwede-4225 opens, stays small on the page, and shows what lies behind a transformer that is pressed', async () => {
      const shown = await open('merwede-4225');
      if (pictures !== undefined) await shown.screenshot({ path: join(pictures, 'merwede-4225.png') });
      // 6,600 slots and 5,600 nodes; drawn one by one they were 7,200 elements and half of a processor.
      expect(await shown.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_000);
      expect(await shown.getByTestId('filter-all').textContent()).toMatch(/all \d{4,}/);

      await shown.getByTestId('station-column-T3').click();
      await expect.poll(() => shown.getByTestId('voltage-drawing').count()).toBe(1);
      const homes = await shown.locator('[data-testid^="slot-home-"]').count();
      expect(homes).toBeGreaterThan(50);
      expect(homes).toBeLessThan(400);
      expect(await shown.getByTestId('voltage-extremes').textContent()).toMatch(/low 2\d\d\.\d/);
      if (pictures !== undefined) await shown.screenshot({ path: join(pictures, 'merwede-4225-T3.png') });

      await shown.getByTestId('whole-wijk').click();
      await expect.poll(() => shown.getByTestId('station-voltages').count()).toBe(1);
      await shown.getByRole('button', { name: 'Table' }).click();
      expect(await shown.getByTestId('table-hidden').textContent()).toContain('find the others');
      await shown.getByPlaceholder('find').fill('home-0042');
      await expect.poll(() => shown.locator('.slots-table tbody tr').count()).toBeLessThan(6);
      expect(await shown.locator('.slots-table tbody tr').count()).toBeGreaterThan(0);
      expect(pageErrors).toEqual([]);
    });
  },
);
