import { describe, expect, it } from 'vitest';
import { createP1Framer } from '../../bench/p1/framer.js';
import { netPhasesW, type Telegram } from '../../bench/p1/telegram.js';
import { createMeter } from '../../firmware-mocks/devices/p1-meter.js';

type MeterOptions = Parameters<typeof createMeter>[0];

/** Telegrams of `seconds` seconds from a UTC instant. */
function telegrams(
  seconds: number,
  options: Partial<MeterOptions> = {},
  fromMs = Date.UTC(2026, 0, 12, 17),
): Telegram[] {
  const meter = createMeter({ seed: 3, phases: 3, pvW: 0, ...options });
  const framer = createP1Framer();
  const all: Telegram[] = [];
  for (let k = 0; k <= seconds; k++) {
    meter.advance(k);
    all.push(...framer.push(meter.telegram((fromMs + k * 1000) * 1000)));
  }
  expect(framer.statistics).toMatchObject({ crcErrors: 0, malformed: 0, discardedBytes: 0 });
  return all;
}

describe('the meter', () => {
  it('sends one readable telegram a second with its own time', () => {
    const all = telegrams(10);
    expect(all).toHaveLength(11);
    expect(all[10]!.timeUs! - all[0]!.timeUs!).toBe(10e6);
    expect(all[0]).toMatchObject({ version: '50', equipmentId: 'E0026000003' });
  });

  it('counts the energy that its power says', () => {
    const all = telegrams(1800);
    const wh = (t: Telegram) => t.importEnergyWh[0] + t.importEnergyWh[1];
    const fromPower = all.slice(1).reduce((sum, t) => sum + t.importPowerW / 3600, 0);
    expect(wh(all.at(-1)!) - wh(all[0]!)).toBeGreaterThan(100);
    expect(Math.abs(wh(all.at(-1)!) - wh(all[0]!) - fromPower)).toBeLessThan(2);
  });

  it('the phases make the total', () => {
    for (const telegram of telegrams(400, { pvW: 6000 })) {
      const sum = netPhasesW(telegram).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - (telegram.importPowerW - telegram.exportPowerW))).toBeLessThanOrEqual(2);
      expect(Math.min(telegram.importPowerW, telegram.exportPowerW)).toBe(0);
    }
  });

  it('panels feed in, on their own phase', () => {
    const [first] = telegrams(0, { pvW: 6000 });
    expect(first!.exportPowerW).toBeGreaterThan(2000);
    expect(netPhasesW(first!)[0]).toBeGreaterThan(0);
    expect(netPhasesW(first!)[1]).toBeLessThan(-2900);
  });

  it('one phase where one is asked', () => {
    const [first] = telegrams(0, { phases: 1 });
    expect(first!.voltageV[1]).toBeUndefined();
    expect(first!.phaseImportW[0]).toBe(first!.importPowerW);
  });

  it('gas is read every five minutes', () => {
    const times = new Set(telegrams(601).map((t) => t.mBus[0]!.timeUs));
    expect(times.size).toBe(3);
  });

  it('crosses the end of summer time without a jump', () => {
    const all = telegrams(20, {}, Date.UTC(2026, 9, 25, 0, 59, 50));
    expect(all.map((t) => t.timeUs! - all[0]!.timeUs!)).toEqual(all.map((_, k) => k * 1e6));
  });

  it('the low tariff counts at night', () => {
    expect(telegrams(0, {}, Date.UTC(2026, 0, 12, 22, 30))[0]!.tariff).toBe(1);
    expect(telegrams(0, {}, Date.UTC(2026, 0, 12, 12))[0]!.tariff).toBe(2);
  });

  it('the same seed gives the same household, another seed another', () => {
    const watts = (seed: number) => telegrams(60, { seed }).map((t) => t.importPowerW);
    expect(watts(5)).toEqual(watts(5));
    expect(watts(5)).not.toEqual(watts(6));
  });
});
