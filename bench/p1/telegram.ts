/**
 * DSMR telegrams as values. Names say import (from the grid) and export (to the grid), because the field's own words
 * "delivered" and "used" mean opposite things in different programs. Powers of a telegram are never negative: import
 * and export are separate lines, per phase too; what is `net` here is import minus export, + = consumption.
 */
import { messageOf } from '../../errors.js';
import { crc16Arc } from './crc.js';

export interface MBusReading {
  readonly channel: number;
  /** 3 gas, 4 heat, 7 water. */
  readonly deviceType: number;
  readonly id: string;
  readonly timeUs: number | undefined;
  readonly value: number;
  /** `m3` or `GJ`, as the meter says. */
  readonly unit: string;
}

export interface Telegram {
  /** What stands after the slash: manufacturer and model. */
  readonly header: string;
  /** "50" for DSMR 5; empty before version 4. */
  readonly version: string;
  /** The meter's own clock, UTC microseconds; undefined if the meter does not know its time. */
  readonly timeUs: number | undefined;
  /** Serial number, decoded from its hexadecimal form. */
  readonly equipmentId: string;
  /** Tariff 1 is low in the Netherlands, 2 is normal. */
  readonly importEnergyWh: readonly [number, number];
  readonly exportEnergyWh: readonly [number, number];
  readonly tariff: number;
  readonly importPowerW: number;
  readonly exportPowerW: number;
  /** Phases a, b, c; undefined where the meter has no such phase. */
  readonly phaseImportW: readonly (number | undefined)[];
  readonly phaseExportW: readonly (number | undefined)[];
  readonly voltageV: readonly (number | undefined)[];
  /** Whole amperes on most Dutch meters. */
  readonly currentA: readonly (number | undefined)[];
  readonly mBus: readonly MBusReading[];
}

export type ParsedTelegram =
  | { readonly ok: true; readonly telegram: Telegram }
  | { readonly ok: false; readonly rule: string };

/** Net power per phase, W, + = consumption; a meter with one phase gives its total on phase a. */
export function netPhasesW(telegram: Telegram): [number, number, number] {
  const net = [0, 1, 2].map((p) => (telegram.phaseImportW[p] ?? 0) - (telegram.phaseExportW[p] ?? 0));
  const known = telegram.phaseImportW.some((w) => w !== undefined);
  if (!known) return [telegram.importPowerW - telegram.exportPowerW, 0, 0];
  return [net[0]!, net[1]!, net[2]!];
}

/**
 * `YYMMDDhhmmss` and S or W. The flag decides, not a local clock: that is how the doubled hour in October stays
 * unambiguous. Undefined for a clock that is not set (such as 632525252525W).
 */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([SW])?$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetHours = match[7] === 'S' ? 2 : 1;
  return Date.UTC(2000 + year, month - 1, day, hour - offsetHours, minute, second) * 1000;
}

const MINUS = '0-';
const LINE = /^([^(]+)((?:\([^()]*\))*)/;
const VALUE = /^([0-9.]+)(?:\*([A-Za-z0-9]+))?$/;
/** What one unit is in W, Wh, V or A. */
const UNITS: Readonly<Record<string, number>> = { kWh: 1000, Wh: 1, kW: 1000, W: 1, V: 1, A: 1 };

/** Parses the text between `/` and `!`; the frame's CRC has been checked before. Bounded by the framer. */
export function parseTelegram(text: string): ParsedTelegram {
  try {
    return { ok: true, telegram: parse(text) };
  } catch (error) {
    return { ok: false, rule: messageOf(error) };
  }
}

function parse(text: string): Telegram {
  const [first = '', ...rest] = text.replaceAll('\0', '').split(/\r?\n/);
  if (!first.startsWith('/')) throw new Error('a telegram begins with /');
  const lines = new Map<string, string[]>();
  for (const line of rest) {
    const match = LINE.exec(line.trim());
    if (match === null) continue;
    const values = [...match[2]!.matchAll(/\(([^()]*)\)/g)].map((value) => value[1]!);
    if (!lines.has(match[1]!)) lines.set(match[1]!, values);
  }
  const number = (obis: string): number | undefined => {
    const written = lines.get(obis)?.[0];
    if (written === undefined || written === '') return undefined;
    const match = VALUE.exec(written);
    if (match === null) throw new Error(`${obis} (${written}) is not a number with a unit`);
    const factor = match[2] === undefined ? 1 : (UNITS[match[2]] ?? 1);
    // 4.020 kW is 4020 W, not 4019.9999999999995: no meter writes more than six decimals.
    return Math.round(Number(match[1]) * factor * 1e6) / 1e6;
  };
  const three = (a: string, b: string, c: string): (number | undefined)[] => [number(a), number(b), number(c)];
  const importPowerW = number('1-0:1.7.0');
  const exportPowerW = number('1-0:2.7.0');
  if (importPowerW === undefined) throw new Error('1-0:1.7.0, the actual power, is missing');
  return {
    header: first.slice(1),
    version: lines.get('1-3:0.2.8')?.[0] ?? '',
    timeUs: parseTimestamp(lines.get('0-0:1.0.0')?.[0] ?? ''),
    equipmentId: fromHex(lines.get('0-0:96.1.1')?.[0] ?? ''),
    importEnergyWh: [number('1-0:1.8.1') ?? 0, number('1-0:1.8.2') ?? 0],
    exportEnergyWh: [number('1-0:2.8.1') ?? 0, number('1-0:2.8.2') ?? 0],
    tariff: number('0-0:96.14.0') ?? 0,
    importPowerW,
    exportPowerW: exportPowerW ?? 0,
    phaseImportW: three('1-0:21.7.0', '1-0:41.7.0', '1-0:61.7.0'),
    phaseExportW: three('1-0:22.7.0', '1-0:42.7.0', '1-0:62.7.0'),
    voltageV: three('1-0:32.7.0', '1-0:52.7.0', '1-0:72.7.0'),
    currentA: three('1-0:31.7.0', '1-0:51.7.0', '1-0:71.7.0'),
    mBus: mBusOf(lines),
  };
}

function mBusOf(lines: ReadonlyMap<string, readonly string[]>): MBusReading[] {
  const readings: MBusReading[] = [];
  for (let channel = 1; channel <= 4; channel++) {
    const reading = lines.get(`${MINUS}${channel}:24.2.1`) ?? lines.get(`${MINUS}${channel}:24.2.3`);
    const match = VALUE.exec(reading?.[1] ?? '');
    // An abandoned meter keeps its channel with a value without unit: it measures nothing.
    if (reading === undefined || match?.[2] === undefined) continue;
    readings.push({
      channel,
      deviceType: Number(lines.get(`${MINUS}${channel}:24.1.0`)?.[0] ?? 0),
      id: fromHex(lines.get(`${MINUS}${channel}:96.1.0`)?.[0] ?? lines.get(`${MINUS}${channel}:96.1.1`)?.[0] ?? ''),
      timeUs: parseTimestamp(reading[0] ?? ''),
      value: Number(match[1]),
      unit: match[2],
    });
  }
  return readings;
}

const fromHex = (text: string): string =>
  /^([0-9A-Fa-f]{2})*$/.test(text) ? Buffer.from(text, 'hex').toString('latin1') : text;
const toHex = (text: string): string => Buffer.from(text, 'latin1').toString('hex').toUpperCase();

/** Everything a composed telegram says. Undefined phases are left out, as a one-phase meter does. */
export interface TelegramContent extends Omit<Telegram, 'timeUs' | 'mBus' | 'version'> {
  readonly timeUs: number;
  readonly summerTime: boolean;
  readonly mBus: readonly (MBusReading & { readonly timeUs: number })[];
}

/** Writes a DSMR 5 telegram with its CRC, ready for the line. */
export function composeTelegram(content: TelegramContent): Uint8Array {
  const stamp = (timeUs: number): string => {
    const local = new Date(timeUs / 1000 + (content.summerTime ? 2 : 1) * 3_600_000).toISOString();
    return `${local.slice(2, 19).replaceAll(/[-:T]/g, '')}${content.summerTime ? 'S' : 'W'}`;
  };
  const kwh = (wh: number): string => `${(wh / 1000).toFixed(3).padStart(10, '0')}*kWh`;
  const kw = (w: number): string => `${(Math.round(w) / 1000).toFixed(3).padStart(6, '0')}*kW`;
  const phases = (
    obis: readonly string[],
    values: readonly (number | undefined)[],
    write: (v: number) => string,
  ): string[] => obis.flatMap((code, p) => (values[p] === undefined ? [] : [`${code}(${write(values[p])})`]));
  const lines = [
    `/${content.header}`,
    '',
    '1-3:0.2.8(50)',
    `0-0:1.0.0(${stamp(content.timeUs)})`,
    `0-0:96.1.1(${toHex(content.equipmentId)})`,
    `1-0:1.8.1(${kwh(content.importEnergyWh[0])})`,
    `1-0:1.8.2(${kwh(content.importEnergyWh[1])})`,
    `1-0:2.8.1(${kwh(content.exportEnergyWh[0])})`,
    `1-0:2.8.2(${kwh(content.exportEnergyWh[1])})`,
    `0-0:96.14.0(${String(content.tariff).padStart(4, '0')})`,
    `1-0:1.7.0(${kw(content.importPowerW)})`,
    `1-0:2.7.0(${kw(content.exportPowerW)})`,
    '0-0:96.7.21(00004)',
    '0-0:96.7.9(00002)',
    '1-0:99.97.0()',
    ...phases(['1-0:32.32.0', '1-0:52.32.0', '1-0:72.32.0'], content.voltageV, () => '00000'),
    ...phases(['1-0:32.36.0', '1-0:52.36.0', '1-0:72.36.0'], content.voltageV, () => '00000'),
    '0-0:96.13.0()',
    ...phases(
      ['1-0:32.7.0', '1-0:52.7.0', '1-0:72.7.0'],
      content.voltageV,
      (v) => `${v.toFixed(1).padStart(5, '0')}*V`,
    ),
    ...phases(
      ['1-0:31.7.0', '1-0:51.7.0', '1-0:71.7.0'],
      content.currentA,
      (a) => `${String(Math.round(a)).padStart(3, '0')}*A`,
    ),
    ...phases(['1-0:21.7.0', '1-0:41.7.0', '1-0:61.7.0'], content.phaseImportW, kw),
    ...phases(['1-0:22.7.0', '1-0:42.7.0', '1-0:62.7.0'], content.phaseExportW, kw),
    ...content.mBus.flatMap((m) => [
      `0-${m.channel}:24.1.0(${String(m.deviceType).padStart(3, '0')})`,
      `0-${m.channel}:96.1.0(${toHex(m.id)})`,
      `0-${m.channel}:24.2.1(${stamp(m.timeUs)})(${m.value.toFixed(3).padStart(9, '0')}*${m.unit})`,
    ]),
  ];
  const body = Buffer.from(`${lines.join('\r\n')}\r\n!`, 'latin1');
  const crc = crc16Arc(body).toString(16).toUpperCase().padStart(4, '0');
  return Buffer.concat([body, Buffer.from(`${crc}\r\n`, 'latin1')]);
}
