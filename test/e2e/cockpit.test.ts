/**
 * The cockpit in a real browser, against a made-up twin and bench that only move when the test says so.
 *
 * `WIJKTWIN_PICTURES=folder` makes it leave pictures there, light and dark.
 */
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cockpit, startCockpit } from '../../dashboards/server/cockpit.js';
import { COCKPIT } from '../../paths.js';
import { launchChromium, noBrowser, withReason } from '../support/browser.js';
import { FakeTwin } from '../support/fake-twin.js';

const skipped = noBrowser();
const pictures = process.env.WIJKTWIN_PICTURES;
const BATTERY = 'home-007/battery';

describe.skipIf(skipped !== undefined)(withReason('the cockpit in Chromium', skipped), () => {
  let browser: Browser;
  let fake: FakeTwin;
  let twin: string;
  let cockpit: Cockpit;
  let page: Page;
  let pageErrors: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    fake = new FakeTwin();
    fake.advance(2 * 3600);
    twin = await fake.start('twin');
    cockpit = await startCockpit({
      host: '127.0.0.1',
      port: 0,
      twin,
      bench: await fake.start('bench'),
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
    await page.getByTestId('link-twin').and(page.locator('.up')).waitFor();
    await vi.waitUntil(() => fake.calls.some((call) => call.method === 'watch'), 5_000);
  });
  afterEach(async () => {
    await page?.close();
    await cockpit?.close();
    fake?.close();
  });

  /** The text of an element, with ordinary spaces between a number and its unit. */
  const text = async (testId: string): Promise<string> =>
    ((await page.getByTestId(testId).textContent()) ?? '').replaceAll('\u00a0', ' ');
  const soon = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 10_000, interval: 50 });

  it('shows the values of each frame as it comes', async () => {
    fake.advance();
    await soon(() => text('tick')).toContain('7,201');
    expect(await text('time')).toBe('18:00:01');
    expect(await text('wijk')).toBe('merwede-blok');
    expect(await text('run')).toContain('running 33 %');
    const before = await text('group-power');
    expect(before).toMatch(/^\d+\.\d$/);
    expect(await text('group-limit')).toBe('275.0 kW');
    expect(await text('transformer-loading')).toMatch(/^\d+ %$/);
    expect(await text('quarters-over')).toBe('0 of 8');
    fake.advance(300);
    await soon(() => text('tick')).toContain('7,501');
    expect(await text('time')).toBe('18:05:01');
    expect(await text('group-power')).not.toBe(before);
    expect(pageErrors).toEqual([]);
  });

  it('shows a slot that falls back, by colour, letter and word, and its return', async () => {
    fake.advance();
    const tile = page.getByTestId(`slot-${BATTERY}`);
    await soon(() => tile.getAttribute('data-source')).toBe('device');
    expect(await tile.textContent()).toBe('D');
    await tile.click();
    expect(await text('detail-source')).toBe('device');

    fake.loseDevice(BATTERY);
    fake.advance(5);
    await soon(() => tile.getAttribute('data-source')).toBe('fallback');
    expect(await tile.textContent()).toBe('F');
    expect(await text('detail-source')).toBe('fallback');
    expect(await text('filter-fallback')).toContain('1');
    await soon(() => text('events')).toContain('no reading for 3.0 s');
    await soon(() => text('device-inverter-1')).toContain('lost');

    fake.returnDevice(BATTERY);
    fake.advance();
    await soon(() => tile.getAttribute('data-source')).toBe('device');
    expect(pageErrors).toEqual([]);
  });

  it('shows what a controller is shown and asks, contacts and since when, what a source plays, and how links keep time', async () => {
    fake.advance();
    await soon(() => text('emulation-hems')).toMatch(
      /^hems home-009\/batterysunspec-inverter0\.3 s0\.8 s ago · 18 s ago−1\.50 kW 42 s left$/,
    );
    expect(await page.getByTestId('emulation-hems').getAttribute('title')).toContain('last write: 40351 = 1');
    expect(await text('emulation-cupboard')).toMatch(/p1-meter.*stale 7\.0 s3,600 telegramsnothing/);
    expect(await text('interlock-button')).toMatch(/closed3\.2 min0$/);
    expect(await text('interlock-door')).toMatch(/open12 s2$/);
    expect(await text('source-rack')).toMatch(/following231\.4 V · 229\.9 V · 233\.1 V49\.85 Hz1$/);
    expect(await text('discrepancies-meter-1')).toContain('standing-still');
    const timing = page.getByTestId('timing-rs485-1');
    expect((await timing.textContent())!.replaceAll('\u00a0', ' ')).toContain('p50 14 ms, p99 28 ms, max 30 ms');
    expect(await text('timing-p1-1')).toContain('loss 0.25 %');
    expect(await text('timing-p1-1')).toContain('CRC 1');
    // Three pictures of three bars each; the fullest is the middle one, and later is further right.
    const bars = await timing
      .locator('svg')
      .first()
      .locator('.timing-bar')
      .evaluateAll((list) =>
        list.map((bar) => ({ x: Number(bar.getAttribute('x')), height: Number(bar.getAttribute('height')) })),
      );
    expect(await timing.locator('svg').count()).toBe(3);
    expect(bars.map(({ x }) => x)).toEqual(bars.map(({ x }) => x).sort((a, b) => a - b));
    expect(Math.max(...bars.map(({ height }) => height))).toBe(bars[1]!.height);
    expect(pageErrors).toEqual([]);
  });

  it('draws the voltage of every home on its phase and names the one under the pointer', async () => {
    fake.advance();
    await soon(() => text('voltage-extremes')).toMatch(/low 2\d\d\.\d V home-\d{3} [ABC] · high/);
    const drawing = page.getByTestId('voltage-drawing');
    const dots = await drawing
      .locator('path.taps')
      .evaluateAll((paths) =>
        paths.reduce((sum, path) => sum + (path.getAttribute('d') ?? '').split('M').length - 1, 0),
      );
    // 119 homes on one phase, one on three, and school, supermarket and heat plant on three each.
    expect(dots).toBe(119 + 3 + 9);
    await drawing.focus();
    await page.keyboard.press('ArrowRight');
    await soon(() => text('voltage-tip')).toMatch(/home-001 phase [ABC] 2\d\d\.\d\d V/);
  });

  it('stops in an emergency after a second click, tells both servers who did it, and releases', async () => {
    fake.advance();
    await page.getByTestId('operator').fill('j.devries');
    const button = page.getByTestId('emergency-stop');
    await button.click();
    expect(await button.textContent()).toBe('Click again to stop all devices');
    expect(fake.calls.filter((call) => call.method.includes('mergency'))).toEqual([]);
    await button.click();
    await soon(() => text('outcome')).toContain('confirmed by inverter-1, meter-1, heat-pump-1');
    const stop = fake.calls.find((call) => call.method === 'bench.emergencyStop');
    expect(stop?.request).toMatchObject({ actor: { name: 'j.devries' }, reason: 'button in the cockpit' });
    expect(fake.calls.find((call) => call.method === 'inject')?.request).toMatchObject({
      emergencyStop: { active: true },
    });
    await soon(() => text('emergency-banner')).toContain('Emergency stop active by j.devries');

    await page.getByTestId('release').click();
    await page.getByTestId('release').click();
    fake.advance();
    await soon(() => page.getByTestId('emergency-banner').count()).toBe(0);
    expect(fake.calls.some((call) => call.method === 'bench.releaseEmergencyStop')).toBe(true);
  });

  it('says that numbers are old when the twin is gone, and goes on when it is back', async () => {
    fake.advance();
    await soon(() => text('tick')).toContain('7,201');
    const port = Number(twin.split(':')[1]);
    fake.stop('twin');
    await soon(() => text('stale')).toMatch(/^No data for [\d.]+ s: the twin at 127\.0\.0\.1:\d+ is not reachable$/);
    expect(await page.getByTestId('panel-power').getAttribute('class')).toContain('stale');
    expect(await text('link-twin')).toContain('down');
    // The bench and its emergency stop do not depend on the twin.
    expect(await page.getByTestId('panel-bench').getAttribute('class')).not.toContain('stale');
    await page.getByTestId('emergency-stop').click();
    await page.getByTestId('emergency-stop').click();
    await soon(() => text('outcome')).toContain('confirmed by inverter-1');
    expect(await text('outcome')).toContain('twin FAILED: twin: not reachable');

    await fake.start('twin', port);
    await soon(() => page.getByTestId('stale').count()).toBe(0);
    const watches = fake.calls.filter((call) => call.method === 'watch').length;
    expect(watches).toBeGreaterThan(1);
    fake.advance(10);
    await soon(() => text('tick')).toContain('7,211');
  });

  it('says so when its own server is gone', async () => {
    fake.advance();
    await soon(() => text('tick')).toContain('7,201');
    await cockpit.close();
    await soon(() => text('stale')).toMatch(/^No data for [\d.]+ s: the cockpit's server does not answer$/);
    expect(await text('link-page')).toContain('down');
  });

  it('gives commands and shows why one is refused', async () => {
    fake.advance();
    await page.getByTestId('pause').click();
    await soon(() => text('state')).toMatch(/paused/i);
    await soon(() => page.getByTestId('start').isEnabled()).toBe(true);
    await page.getByTestId('speed').selectOption('60');
    await soon(() => text('outcome')).toContain('speed 1 is the only one while a device is bound: inverter-1');
    await page.getByTestId('call-off-kw').fill('200');
    await page.getByTestId('call-off').click();
    await soon(() => text('outcome')).toContain('Call-off 200 kW 18:15:00–19:15:00: applied at tick 7202');
    expect(fake.calls.at(-1)?.request).toMatchObject({ groupLimit: { limitW: 200_000 } });
  });

  it.each([
    [1280, 800],
    [1920, 1080],
  ])('fits %i × %i without scrolling the page', async (width, height) => {
    await page.setViewportSize({ width, height });
    fake.advance();
    await soon(() => text('tick')).toContain('7,201');
    const overflow = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - innerWidth,
      y: document.documentElement.scrollHeight - innerHeight,
    }));
    expect(overflow).toEqual({ x: 0, y: 0 });
  });

  it.runIf(pictures !== undefined)('leaves pictures', async () => {
    fake.loseDevice('school/heat-pump');
    for (let i = 0; i < 30; i++) {
      fake.advance(20);
      await page.waitForTimeout(120);
    }
    await page.getByTestId(`slot-${BATTERY}`).click();
    for (const scheme of ['light', 'dark'] as const) {
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height });
        fake.advance();
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(pictures!, `cockpit-${scheme}-${width}.png`) });
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByTestId('filter-controllable').click();
    await page.getByRole('button', { name: 'Close details' }).click();
    await page.getByTestId('voltage-drawing').hover({ position: { x: 330, y: 120 } });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures!, 'cockpit-table-1280.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByTestId('emergency-stop').click();
    await page.getByTestId('emergency-stop').click();
    fake.stop('twin');
    await page.getByTestId('stale').waitFor();
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(pictures!, 'cockpit-stale-1280.png') });
  });
});
