/**
 * Telegrams of every version, read by dsmr-parser with its own specification of that version and by us: the same numbers.
 * What we compose for DSMR 5 is read by it in `clients.test.ts`; here its view of whole random telegrams is held too.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { crc16Arc } from '../../../bench/p1/crc.js';
import { createP1Framer } from '../../../bench/p1/framer.js';
import { composeTelegram, type Telegram } from '../../../bench/p1/telegram.js';
import fc from '../../support/property.js';
import { available, makeEnvironment, run, title } from './foreign.js';

const telegram = (header: string, lines: readonly string[], crc: boolean): Uint8Array => {
  const body = Buffer.from(`/${header}\r\n\r\n${lines.join('\r\n')}\r\n!`, 'latin1');
  const check = crc ? crc16Arc(body).toString(16).toUpperCase().padStart(4, '0') : '';
  return Buffer.concat([body, Buffer.from(`${check}\r\n`, 'latin1')]);
};

const BEFORE_4 = telegram(
  'ISK5\\2MT382-1003',
  [
    '0-0:96.1.1(45303030313233)',
    '1-0:1.8.1(02345.678*kWh)',
    '1-0:1.8.2(01999.001*kWh)',
    '1-0:2.8.1(00012.500*kWh)',
    '1-0:2.8.2(00000.250*kWh)',
    '0-0:96.14.0(0002)',
    '1-0:1.7.0(001.19*kW)',
    '1-0:2.7.0(000.00*kW)',
    '0-0:17.0.0(016*A)',
    '0-0:96.3.10(1)',
    '0-0:96.13.1()',
    '0-0:96.13.0()',
    '0-1:24.1.0(03)',
    '0-1:96.1.0(4730303031)',
    '0-1:24.3.0(160712190000)(00)(60)(1)(0-1:24.2.1)(m3)',
    '(00731.042)',
    '0-1:24.4.0(1)',
  ],
  false,
);
const VERSION_4 = telegram(
  'KFM5KAIFA-METER',
  [
    '1-3:0.2.8(42)',
    '0-0:1.0.0(161113205757W)',
    '0-0:96.1.1(45303030313233)',
    '1-0:1.8.1(001581.123*kWh)',
    '1-0:1.8.2(001435.706*kWh)',
    '1-0:2.8.1(000000.004*kWh)',
    '1-0:2.8.2(000000.000*kWh)',
    '0-0:96.14.0(0002)',
    '1-0:1.7.0(02.027*kW)',
    '1-0:2.7.0(00.000*kW)',
    '0-0:96.7.21(00015)',
    '0-0:96.7.9(00007)',
    '1-0:99.97.0(1)(0-0:96.7.19)(150104180320W)(0000237126*s)',
    '0-0:96.13.1()',
    '0-0:96.13.0()',
    '1-0:31.7.0(001*A)',
    '1-0:51.7.0(006*A)',
    '1-0:71.7.0(002*A)',
    '1-0:21.7.0(00.170*kW)',
    '1-0:22.7.0(00.000*kW)',
    '1-0:41.7.0(01.648*kW)',
    '1-0:42.7.0(00.000*kW)',
    '1-0:61.7.0(00.209*kW)',
    '1-0:62.7.0(00.000*kW)',
    '0-1:24.1.0(003)',
    '0-1:96.1.0(4730303031)',
    '0-1:24.2.1(161113200000W)(00981.443*m3)',
  ],
  true,
);
const BELGIAN = telegram(
  'FLU5\\253769484_A',
  [
    '0-0:96.1.4(50217)',
    '0-0:96.1.1(31534147)',
    '0-0:1.0.0(200512135409S)',
    '1-0:1.8.1(000000.034*kWh)',
    '1-0:1.8.2(000015.758*kWh)',
    '1-0:2.8.1(000000.000*kWh)',
    '1-0:2.8.2(000000.011*kWh)',
    '1-0:1.4.0(02.351*kW)',
    '1-0:1.6.0(200509134558S)(02.589*kW)',
    '0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(200501000000S)(200423192538S)(03.695*kW)',
    '0-0:96.14.0(0001)',
    '1-0:1.7.0(00.000*kW)',
    '1-0:2.7.0(00.731*kW)',
    '1-0:21.7.0(00.000*kW)',
    '1-0:22.7.0(00.731*kW)',
    '1-0:32.7.0(234.7*V)',
    '1-0:31.7.0(003.12*A)',
    '0-0:96.3.10(1)',
    '0-0:17.0.0(999.9*kW)',
    '1-0:31.4.0(999*A)',
    '0-0:96.13.0()',
    '0-1:24.1.0(003)',
    '0-1:96.1.1(4730303031)',
    '0-1:24.4.0(1)',
    '0-1:24.2.3(200512134558S)(00112.384*m3)',
  ],
  true,
);
const AUSTRIAN = telegram(
  'EST5\\253710000_A',
  [
    '1-3:0.2.8(50)',
    '0-0:1.0.0(221006155014S)',
    '1-0:1.8.0(006545766*Wh)',
    '1-0:1.8.1(005017120*Wh)',
    '1-0:1.8.2(001528646*Wh)',
    '1-0:1.7.0(000000286*W)',
    '1-0:2.8.0(000000058*Wh)',
    '1-0:2.8.1(000000000*Wh)',
    '1-0:2.8.2(000000058*Wh)',
    '1-0:2.7.0(000000000*W)',
  ],
  true,
);

const ours = (bytes: Uint8Array): Telegram => {
  const found = createP1Framer().push(bytes);
  expect(found).toHaveLength(1);
  return found[0]!;
};

interface Theirs {
  readonly value: number | string;
  readonly unit?: string;
}
/** Their number in W, Wh, V or A. */
const watt = (theirs: Theirs): number =>
  Math.round(Number(theirs.value) * (theirs.unit?.startsWith('k') ? 1000 : 1) * 1e6) / 1e6;
const ms = (stamp: number | string): number => new Date(String(stamp)).getTime() * 1000;

describe.skipIf(!available)(title('dsmr-parser and we read the same'), () => {
  beforeAll(makeEnvironment, 300_000);

  it.each([
    ['V2_2', BEFORE_4],
    ['V3', BEFORE_4],
    ['V4', VERSION_4],
    ['BELGIUM_FLUVIUS', BELGIAN],
    // The library's own specification of this meter wants its encrypted form.
    ['V5', AUSTRIAN],
  ])('%s', async (version, bytes) => {
    const theirs = await run('clients.py', ['dsmr', version], bytes);
    const mine = ours(bytes);
    const energies = ['USED_TARIFF_1', 'USED_TARIFF_2', 'DELIVERED_TARIFF_1', 'DELIVERED_TARIFF_2'];
    const names = energies.map((name) => theirs[`ELECTRICITY_${name}`]).filter((value) => value !== undefined);
    expect(names).toHaveLength(4);
    expect(names.map(watt)).toEqual([...mine.importEnergyWh, ...mine.exportEnergyWh]);
    expect(watt(theirs['CURRENT_ELECTRICITY_USAGE'])).toBe(mine.importPowerW);
    expect(watt(theirs['CURRENT_ELECTRICITY_DELIVERY'])).toBe(mine.exportPowerW);
    for (const [k, phase] of ['L1', 'L2', 'L3'].entries()) {
      const at = (name: string): number | undefined => {
        const found = theirs[name];
        return found === undefined ? undefined : watt(found);
      };
      expect(at(`INSTANTANEOUS_ACTIVE_POWER_${phase}_POSITIVE`)).toBe(mine.phaseImportW[k]);
      expect(at(`INSTANTANEOUS_ACTIVE_POWER_${phase}_NEGATIVE`)).toBe(mine.phaseExportW[k]);
      expect(at(`INSTANTANEOUS_CURRENT_${phase}`)).toBe(mine.currentA[k]);
      expect(at(`INSTANTANEOUS_VOLTAGE_${phase}`)).toBe(mine.voltageV[k]);
    }
    if (theirs['P1_MESSAGE_TIMESTAMP'] !== undefined)
      expect(ms(theirs['P1_MESSAGE_TIMESTAMP'].value)).toBe(mine.timeUs);
    if (version === 'BELGIUM_FLUVIUS') {
      expect(watt(theirs['BELGIUM_CURRENT_AVERAGE_DEMAND'])).toBe(mine.averageDemandW);
      expect(theirs['BELGIUM_MAXIMUM_DEMAND_MONTH']).toBeDefined();
      expect(JSON.stringify(theirs)).toContain('112.384');
    }
    if (version === 'V4') expect(JSON.stringify(theirs)).toContain(String(mine.mBus[0]!.value));
    if (version.startsWith('V2') || version === 'V3') {
      const gas = theirs['MBUS_DEVICES'][0]['GAS_METER_READING'];
      expect([ms(gas.datetime), gas.value, gas.unit]).toEqual([mine.mBus[0]!.timeUs, 731.042, 'm3']);
      expect(mine.mBus[0]!.value).toBe(731.042);
    }
  });

  it('whole random telegrams of ours', async () => {
    const watts = fc.integer({ min: 0, max: 17_250 });
    const contents = fc.sample(
      fc.record({
        imp: fc.tuple(watts, watts, watts),
        exp: fc.tuple(watts, watts, watts),
        wh: fc.nat(999_999_999),
        s: fc.nat(2e8),
      }),
      { numRuns: 8, seed: 7 },
    );
    for (const { imp, exp, wh, s } of contents) {
      const bytes = composeTelegram({
        header: 'WTM5\\2MT382-1000',
        timeUs: (1_767_225_600 + s) * 1e6,
        equipmentId: 'E1',
        importEnergyWh: [wh, 1],
        exportEnergyWh: [0, wh],
        tariff: 2,
        importPowerW: imp[0],
        exportPowerW: exp[0],
        phaseImportW: imp,
        phaseExportW: exp,
        voltageV: [230, 231.5, 228.9],
        currentA: [1, 2, 3],
        mBus: [
          {
            channel: 1,
            deviceType: 3,
            id: 'G1',
            timeUs: (1_767_225_600 + s - (s % 300)) * 1e6,
            value: wh / 1e5,
            unit: 'm3',
          },
          {
            channel: 2,
            deviceType: 4,
            id: 'H1',
            timeUs: (1_767_225_600 + s - (s % 300)) * 1e6,
            value: 12.25,
            unit: 'GJ',
          },
        ],
        powerFailures: 3,
        message: 'Onderhoud',
      });
      const theirs = await run('clients.py', ['dsmr'], bytes);
      expect(ms(theirs['P1_MESSAGE_TIMESTAMP'].value)).toBe((1_767_225_600 + s) * 1e6);
      expect(watt(theirs['INSTANTANEOUS_ACTIVE_POWER_L2_POSITIVE'])).toBe(imp[1]);
      expect(watt(theirs['INSTANTANEOUS_ACTIVE_POWER_L3_NEGATIVE'])).toBe(exp[2]);
      expect(watt(theirs['ELECTRICITY_USED_TARIFF_1'])).toBe(wh);
      expect(Number(theirs['SHORT_POWER_FAILURE_COUNT'].value)).toBe(3);
      expect(JSON.stringify(theirs['MBUS_DEVICES'])).toContain('12.25');
    }
  });
});
