/** DSMR 5.0 telegrams, as a Dutch smart meter writes them (P1 companion standard 5.0.2, chapter 6.12). */
import { crc16Arc } from './crc.js';
import type { MBusReading, Telegram } from './reading.js';
import { formatTimestamp } from './time.js';

/** Everything a composed telegram says. Undefined phases are left out, as a one-phase meter does. */
export interface TelegramContent extends Omit<Telegram, 'timeUs' | 'mBus' | 'version'> {
  readonly timeUs: number;
  /** The flag of the telegram's own time. Absent: by the calendar, as is the flag of every other time in it. */
  readonly summerTime?: boolean;
  readonly mBus: readonly (MBusReading & { readonly timeUs: number })[];
}

const SAGS = ['1-0:32.32.0', '1-0:52.32.0', '1-0:72.32.0'];
const SWELLS = ['1-0:32.36.0', '1-0:52.36.0', '1-0:72.36.0'];
const VOLTAGES = ['1-0:32.7.0', '1-0:52.7.0', '1-0:72.7.0'];
const CURRENTS = ['1-0:31.7.0', '1-0:51.7.0', '1-0:71.7.0'];
const IMPORTS = ['1-0:21.7.0', '1-0:41.7.0', '1-0:61.7.0'];
const EXPORTS = ['1-0:22.7.0', '1-0:42.7.0', '1-0:62.7.0'];
/** Decimals of a reading of 8 digits (F8(2,2) for heat and cold, F8(3,3) for volumes). */
const DECIMALS: Readonly<Record<string, number>> = { GJ: 2 };

/** Writes a DSMR 5 telegram with its CRC, ready for the line. */
export function composeTelegram(content: TelegramContent): Uint8Array {
  const lines = [
    `/${content.header}`,
    '',
    '1-3:0.2.8(50)',
    `0-0:1.0.0(${formatTimestamp(content.timeUs, content.summerTime)})`,
    `0-0:96.1.1(${toHex(content.equipmentId)})`,
    `1-0:1.8.1(${kwh(content.importEnergyWh[0])})`,
    `1-0:1.8.2(${kwh(content.importEnergyWh[1])})`,
    `1-0:2.8.1(${kwh(content.exportEnergyWh[0])})`,
    `1-0:2.8.2(${kwh(content.exportEnergyWh[1])})`,
    `0-0:96.14.0(${digits(content.tariff, 4)})`,
    `1-0:1.7.0(${kw(content.importPowerW)})`,
    `1-0:2.7.0(${kw(content.exportPowerW)})`,
    `0-0:96.7.21(${digits(content.powerFailures ?? 0, 5)})`,
    `0-0:96.7.9(${digits(content.longPowerFailures ?? 0, 5)})`,
    failureLog(content),
    ...phases(SAGS, content.voltageV, (_, p) => digits(content.voltageSags?.[p] ?? 0, 5)),
    ...phases(SWELLS, content.voltageV, (_, p) => digits(content.voltageSwells?.[p] ?? 0, 5)),
    `0-0:96.13.0(${toHex(content.message ?? '')})`,
    ...phases(VOLTAGES, content.voltageV, (v) => `${v.toFixed(1).padStart(5, '0')}*V`),
    ...phases(CURRENTS, content.currentA, (a) => `${digits(a, 3)}*A`),
    ...phases(IMPORTS, content.phaseImportW, kw),
    ...phases(EXPORTS, content.phaseExportW, kw),
    ...content.mBus.flatMap(({ channel, deviceType, id, timeUs, value, unit }) => [
      `0-${channel}:24.1.0(${digits(deviceType, 3)})`,
      `0-${channel}:96.1.0(${toHex(id)})`,
      `0-${channel}:24.2.1(${formatTimestamp(timeUs)})(${value.toFixed(DECIMALS[unit] ?? 3).padStart(9, '0')}*${unit})`,
    ]),
  ];
  const body = Buffer.from(`${lines.join('\r\n')}\r\n!`, 'latin1');
  const crc = crc16Arc(body).toString(16).toUpperCase().padStart(4, '0');
  return Buffer.concat([body, Buffer.from(`${crc}\r\n`, 'latin1')]);
}

const kwh = (wh: number): string => `${(wh / 1000).toFixed(3).padStart(10, '0')}*kWh`;
const kw = (w: number): string => `${(Math.round(w) / 1000).toFixed(3).padStart(6, '0')}*kW`;
const digits = (value: number, count: number): string => String(Math.round(value)).padStart(count, '0');
const toHex = (text: string): string => Buffer.from(text, 'latin1').toString('hex').toUpperCase();

function phases(
  obis: readonly string[],
  values: readonly (number | undefined)[],
  write: (value: number, phase: number) => string,
): string[] {
  return obis.flatMap((code, p) => {
    const value = values[p];
    return value === undefined ? [] : [`${code}(${write(value, p)})`];
  });
}

/** At most ten entries (6.12, note on the failure log). An entry whose time the meter did not know is left out. */
function failureLog({ failureLog: log = [] }: TelegramContent): string {
  const known = log.filter((entry) => entry.endedUs !== undefined).slice(0, 10);
  const entries = known.map(({ endedUs, durationS }) => `(${formatTimestamp(endedUs!)})(${digits(durationS, 10)}*s)`);
  return known.length === 0 ? '1-0:99.97.0()' : `1-0:99.97.0(${known.length})(0-0:96.7.19)${entries.join('')}`;
}
