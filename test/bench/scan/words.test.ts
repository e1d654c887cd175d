/** What a person reads after `wijktwin scan`. */
import { describe, expect, it } from 'vitest';
import { nothing, wordsOf } from '../../../bench/scan-words.js';

describe('what a scan tells', () => {
  it('a SunSpec device: its chain with addresses, a length that is not as defined, what it measures now', () => {
    expect(
      wordsOf({
        kind: 'sunspec',
        unit: 3,
        identity: 'Maker Product 1.0 SN7',
        models: [1, 701, 64_110],
        base: 40_000,
        chain: [
          { id: 1, name: 'common', address: 40_002, length: 65, definedLength: 66 },
          { id: 701, name: 'AC measurements', address: 40_069, length: 153 },
          { id: 64_110, name: 'of the maker', address: 40_224, length: 300 },
        ],
        now: { generationW: -1250.4, voltageV: 231.26, frequencyHz: 49.984, stateOfChargePercent: 63.6 },
        truncated: 'after 3 models, at 40526: exception 2',
        profile: 'sunspec-storage-der',
      }),
    ).toBe(
      [
        'unit 3: SunSpec "Maker Product 1.0 SN7", models 1, 701, 64110; the chain breaks off after 3 models, at 40526: exception 2; profile sunspec-storage-der',
        '    40002      1 common, 65 registers  (by definition 66)',
        '    40069    701 AC measurements, 153 registers',
        '    40224  64110 of the maker, 300 registers',
        '    now: generates -1250 W, 231.3 V, 49.98 Hz, battery at 64 %',
      ].join('\n'),
    );
  });

  it('a smart meter with its gas meter; a heat meter without electricity', () => {
    const meter = {
      kind: 'p1' as const,
      identity: 'WTM5 serial E1',
      version: '50',
      activePowerW: [143, 0, -20],
      importEnergyWh: [1000, 2000],
      exportEnergyWh: [0, 1],
      meterTime: '2026-11-24T18:00:00.000Z',
      mBus: [{ channel: 2, deviceType: 3, id: 'G1', value: 12.5, unit: 'm3' }],
    };
    expect(wordsOf(meter)).toBe(
      [
        'P1 meter "WTM5 serial E1", DSMR version 50, phases 143 W, 0 W, -20 W',
        '    imported 1.000 + 2.000 kWh, exported 0.000 + 0.001 kWh',
        "    the meter's clock says 2026-11-24T18:00:00.000Z",
        '    M-Bus 2: gas meter G1, 12.5 m3',
      ].join('\n'),
    );
    expect(wordsOf({ ...meter, activePowerW: [Number.NaN, 0, 0] })).toContain('counts no electricity');
  });

  it('nothing: what to look at, and what came on a P1 line that made no telegram', () => {
    const p1 = { protocol: 'p1', units: [1] };
    expect(nothing('serial:/dev/ttyUSB1', p1, 22_000, '')).toContain('nothing came at all');
    expect(nothing('serial:/dev/ttyUSB1', p1, 22_000, '1840 bytes')).toContain('what came: 1840 bytes');
    expect(nothing('tcp:10.0.0.2:502', { protocol: 'modbus-tcp', units: [1, 2] }, 0, '')).toContain('unit 1, 2');
  });
});
