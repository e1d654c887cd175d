/** The registers and telegrams that a controller meets, against a clock that the test turns. */

import { describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { EnergyMeter } from '../../../bench/emulation/energy.js';
import { heatPump } from '../../../bench/emulation/heat-pump.js';
import { exponentFor, RegisterImage } from '../../../bench/emulation/image.js';
import { tariffAt, telegramOf } from '../../../bench/emulation/p1-meter.js';
import { sdm630Meter } from '../../../bench/emulation/sdm630-meter.js';
import { sunspecInverter } from '../../../bench/emulation/sunspec-inverter.js';
import { createP1Framer } from '../../../bench/p1/framer.js';
import fc from '../../support/property.js';
import { place, shown } from './place.js';

const IDENTITY = { unit: 1, id: 'x', version: '1.0', serialNumber: 'WT-1' };
const int16 = (value: number): number => value & 0xffff;

describe('the inverter', () => {
  const STORAGE = 40_000 + 2 + 68 + 52 + 28 + 32 + 26;
  const CONTROLS = STORAGE - 26;
  const battery = () => sunspecInverter(new EnergyMeter())(place(), IDENTITY);
  const storage = (inverter: ReturnType<typeof battery>, mode: number, out: number, into: number, revertS: number) => {
    expect(inverter.write!(STORAGE + 12, [int16(out * 100), int16(into * 100), 0, revertS], 0)).toBeUndefined();
    expect(inverter.write!(STORAGE + 5, [mode], 0)).toBeUndefined();
  };

  it.each([
    ['nothing', 0, 30, 30, undefined],
    ['a ceiling on the discharge', 2, 30, 100, { minimumW: -1500, maximumW: 4000 }],
    ['a ceiling on the charge', 1, 100, 25, { minimumW: -5000, maximumW: 1000 }],
    ['hold', 3, 0, 0, { minimumW: 0, maximumW: 0 }],
    ['forced discharge', 3, 20, -20, { minimumW: -1000, maximumW: -800 }],
    ['forced charge, as evcc asks for it', 2, -50, 100, { minimumW: 2500, maximumW: 4000 }],
    ['a contradiction: the limit of the discharge wins', 3, -60, 10, { minimumW: 3000, maximumW: 3000 }],
  ])('asks for %s', (_, mode, out, into, window) => {
    const inverter = battery();
    storage(inverter, mode, out, into, 0);
    expect(inverter.asked!()).toEqual(window && { kind: 'window', ...window });
  });

  it('lets a silent controller go when the reversion timer is over, and never with a timer of 0', () => {
    const inverter = battery();
    storage(inverter, 3, 0, 0, 60);
    expect(inverter.revertsInS!(20_000)).toBe(40);
    inverter.advance!(59_999);
    expect(inverter.asked!()).toBeDefined();
    // Any write to the control is a sign of life.
    inverter.write!(STORAGE + 5, [3], 59_999);
    inverter.advance!(100_000);
    expect(inverter.asked!()).toBeDefined();
    inverter.advance!(119_999);
    expect(inverter.asked!()).toBeUndefined();
    expect(inverter.read(3, STORAGE + 5, 1)).toEqual(Uint16Array.of(0));
    storage(inverter, 3, 0, 0, 0);
    inverter.advance!(1e9);
    expect(inverter.asked!()).toBeDefined();
    expect(inverter.revertsInS!(1e9)).toBe(Number.POSITIVE_INFINITY);
  });

  it('has a timer of its own for each control', () => {
    const inverter = battery();
    storage(inverter, 2, 50, 100, 100);
    expect(inverter.write!(CONTROLS + 5, [1000, 0, 10, 0, 1], 0)).toBeUndefined();
    expect(inverter.asked!()).toEqual({ kind: 'window', minimumW: -500, maximumW: 4000 });
    inverter.advance!(10_000);
    expect(inverter.asked!()).toEqual({ kind: 'window', minimumW: -2500, maximumW: 4000 });
  });

  it('refuses a write as a whole: read-only points, ranges, and ramps that it does not have', () => {
    const inverter = battery();
    expect(inverter.write!(STORAGE + 12, [0, 0, 0, 60, 5], 0)).toBe(3);
    expect(inverter.write!(STORAGE + 5, [4], 0)).toBe(3);
    expect(inverter.write!(STORAGE + 8, [0], 0)).toBe(2);
    expect(inverter.write!(CONTROLS + 5, [10_001], 0)).toBe(3);
    expect(inverter.read(3, STORAGE + 12, 4)).toEqual(Uint16Array.of(10_000, 10_000, 0, 0));
    expect(inverter.asked!()).toBeUndefined();
  });

  it('never asks for more than the slot can do, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (mode, out, into, limit) => {
          const inverter = battery();
          storage(inverter, mode, out, into, 0);
          inverter.write!(CONTROLS + 5, [limit * 100, 0, 0, 0, 1], 0);
          const asked = inverter.asked!();
          if (asked?.kind !== 'window') throw new Error('a window is asked');
          expect(asked.minimumW).toBeGreaterThanOrEqual(-5000);
          expect(asked.maximumW).toBeLessThanOrEqual(4000);
          expect(asked.minimumW).toBeLessThanOrEqual(asked.maximumW);
        },
      ),
    );
  });

  it('shows generation as positive, and nothing as of now without a fresh frame', () => {
    const inverter = battery();
    inverter.show(shown());
    const at = 40_070 + 14;
    expect(inverter.read(3, at, 1)).toEqual(Uint16Array.of(1500));
    expect(inverter.read(3, STORAGE + 8, 1)).toEqual(Uint16Array.of(6400));
    inverter.show(undefined);
    expect(inverter.read(3, at, 1)).toEqual(Uint16Array.of(0x8000));
    expect(inverter.read(3, STORAGE + 8, 1)).toEqual(Uint16Array.of(0xffff));
  });
});

describe('the heat pump', () => {
  const pump = () =>
    heatPump(
      place({
        kind: wijk.v1.AssetKind.ASSET_KIND_HEAT_PUMP,
        powerMinW: 0,
        powerMaxW: 12_000,
        smallestRunningPowerW: 3000,
      }),
      IDENTITY,
    );

  it.each([
    ['locked', 1, 0, 0, { kind: 'target', activePowerW: 0, sgReady: 1 }],
    ['normal', 2, 0, 0, undefined],
    ['normal with a limit', 2, 1, 5000, { kind: 'window', minimumW: 0, maximumW: 5000 }],
    ['recommended', 3, 0, 0, { kind: 'target', activePowerW: 12_000, sgReady: 3 }],
    ['forced within a limit', 4, 1, 8000, { kind: 'target', activePowerW: 8000, sgReady: 4 }],
  ])('SG-Ready %s', (_, state, enabled, limitW, asked) => {
    const device = pump();
    device.write!(200, [state, enabled, limitW], 0);
    expect(device.asked!()).toEqual(asked);
  });

  it('falls back by its timeout to normal and the fallback limit, and counts the rest down', () => {
    const device = pump();
    device.write!(205, [6000], 0);
    device.write!(200, [1, 0, 0, 30], 0);
    device.advance!(10_000);
    expect(device.read(3, 204, 1)).toEqual(Uint16Array.of(20));
    device.advance!(30_000);
    expect(device.read(3, 200, 3)).toEqual(Uint16Array.of(2, 1, 6000));
    expect(device.asked!()).toEqual({ kind: 'window', minimumW: 0, maximumW: 6000 });
    // Once fallen back it stays so: nothing is left to run out.
    device.advance!(1e7);
    expect(device.revertsInS!(1e7)).toBeNaN();
  });
});

describe('the SDM630', () => {
  it('answers whole parameters, at most 40 of them, and exception 4 without a fresh frame', () => {
    const meter = sdm630Meter(new EnergyMeter())(place(), IDENTITY);
    expect(meter.read(4, 0, 2)).toBe(4);
    meter.show(shown());
    const words = meter.read(4, 0x34, 2) as Uint16Array;
    expect(
      new DataView(Uint16Array.of(words[0]!, words[1]!).map((w) => ((w & 255) << 8) | (w >> 8)).buffer).getFloat32(0),
    ).toBe(960);
    expect(meter.read(4, 1, 2)).toBe(2);
    expect(meter.read(4, 0, 82)).toBe(3);
    expect((meter.read(4, 0, 80) as Uint16Array).length).toBe(80);
  });
});

describe('energy registers', () => {
  it('count ticks exactly, netted over the phases, and go on over a new session', () => {
    const energy = new EnergyMeter({ importWh: 1000, exportWh: 10 });
    const startUs = 1e15;
    for (let k = 1; k <= 3600; k++) energy.count({ timeUs: startUs + k * 1e6, tickS: 1 }, [1500, -500, 200], 2);
    expect(energy.totalImportWh).toBeCloseTo(1000 + 1200, 6);
    expect(energy.totalExportWh).toBe(10);
    expect([...energy.phaseExportWh]).toEqual([0, expect.closeTo(500, 6), 0]);
    energy.count({ timeUs: startUs - 1e12, tickS: 1 }, [0, -3600, 0], 1);
    expect(energy.totalExportWh).toBeCloseTo(11, 9);
    expect(energy.importWh[0]).toBe(0);
    expect(energy.bridgedS).toBe(0);
  });

  it('bridge frames that were lost and say so; a frame that comes twice counts once; a long gap is not made up', () => {
    const energy = new EnergyMeter();
    energy.count({ timeUs: 1e6, tickS: 1 }, [3600, 0, 0], 2);
    energy.count({ timeUs: 5e6, tickS: 1 }, [7200, 0, 0], 2);
    energy.count({ timeUs: 5e6, tickS: 1 }, [7200, 0, 0], 2);
    expect(energy.totalImportWh).toBeCloseTo(1 + 3 * 1.5 + 2, 9);
    expect(energy.bridgedS).toBeCloseTo(3, 9);
    energy.count({ timeUs: 500e6, tickS: 1 }, [3600, 0, 0], 2);
    expect(energy.totalImportWh).toBeCloseTo(8.5, 9);
    expect(energy.missedS).toBeCloseTo(494, 9);
  });

  it('never go back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ jumpS: fc.integer({ min: -100, max: 100 }), w: fc.integer({ min: -9999, max: 9999 }) })),
        (steps) => {
          const energy = new EnergyMeter();
          let timeUs = 1e9;
          for (const { jumpS, w } of steps) {
            const before = [energy.totalImportWh, energy.totalExportWh];
            timeUs += jumpS * 1e6;
            energy.count({ timeUs, tickS: 1 }, [w, 0, 0], 2);
            expect(energy.totalImportWh).toBeGreaterThanOrEqual(before[0]!);
            expect(energy.totalExportWh).toBeGreaterThanOrEqual(before[1]!);
          }
        },
      ),
    );
  });
});

describe('the P1 meter', () => {
  const read = (timeUs: number, change = {}, at = place()) => {
    const bytes = telegramOf(at, new EnergyMeter(), 'E1', shown({ timeUs, ...change }), timeUs)!;
    const [telegram] = createP1Framer().push(bytes);
    return { telegram: telegram!, text: Buffer.from(bytes).toString('latin1') };
  };

  it('keeps the doubled hour of October and the skipped one of March apart by its flag', () => {
    const october = Date.UTC(2026, 9, 25, 0, 59, 59) * 1000;
    expect(read(october).text).toContain('0-0:1.0.0(261025025959S)');
    expect(read(october + 1e6).text).toContain('0-0:1.0.0(261025020000W)');
    const march = Date.UTC(2026, 2, 29, 0, 59, 59) * 1000;
    expect(read(march).text).toContain('0-0:1.0.0(260329015959W)');
    expect(read(march + 1e6).text).toContain('0-0:1.0.0(260329030000S)');
    expect(read(march + 1e6).telegram.timeUs).toBe(march + 1e6);
  });

  it('has import on one phase and export on another, with totals that are their net', () => {
    const { telegram } = read(Date.UTC(2026, 0, 12, 11) * 1000);
    expect(telegram).toMatchObject({
      importPowerW: 960,
      exportPowerW: 0,
      phaseImportW: [1200, 0, 60],
      phaseExportW: [0, 300, 0],
    });
  });

  it('sends nothing without voltages: a telegram with old ones would be made up', () => {
    const voltageV = [Number.NaN, Number.NaN, Number.NaN] as const;
    expect(telegramOf(place(), new EnergyMeter(), 'E1', shown({ voltageV }), 1e15)).toBeUndefined();
  });

  it('shows the phase of a connection with one phase as L1', () => {
    const { telegram } = read(Date.UTC(2026, 0, 12, 11) * 1000, {}, place({ phaseCount: 1, phase: 1 }));
    expect(telegram.phaseExportW).toEqual([300, undefined, undefined]);
    expect(telegram.voltageV).toEqual([229.5, undefined, undefined]);
    expect(telegram.exportPowerW).toBe(300);
  });

  it('changes its tariff at 7:00 and 23:00 local time on weekdays', () => {
    const at = (iso: string): number => tariffAt(Date.parse(iso) * 1000);
    expect([at('2026-07-13T04:59:59Z'), at('2026-07-13T05:00:00Z')]).toEqual([1, 2]);
    expect([at('2026-01-12T21:59:59Z'), at('2026-01-12T22:00:00Z')]).toEqual([2, 1]);
    expect(at('2026-01-10T12:00:00Z')).toBe(1);
  });
});

describe('a register', () => {
  it('that cannot hold its number says "not implemented", never a clipped number', () => {
    const image = new RegisterImage();
    for (const value of [40_000, -40_000, Number.NaN]) {
      image.int16(0, value);
      expect(image.get(0)).toBe(0x8000);
    }
    image.uint16(0, -1);
    expect(image.get(0)).toBe(0xffff);
    image.float32(0, Number.NaN);
    expect([image.get(0), image.get(1)]).toEqual([0x7fc0, 0]);
  });

  it('gets the finest scale factor that holds what it is for', () => {
    expect([exponentFor(5000), exponentFor(32_001), exponentFor(2_000_000), exponentFor(150, -2)]).toEqual([
      0, 1, 2, -2,
    ]);
  });
});
