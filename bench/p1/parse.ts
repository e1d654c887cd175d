/** The text of a telegram to a value. What meters in the field do otherwise than the standard stands at its place. */
import { messageOf } from '../../errors.js';
import type { FailureLogEntry, MBusReading, Peak, Telegram } from './reading.js';
import { parseTimestamp } from './time.js';

export type ParsedTelegram =
  | { readonly ok: true; readonly telegram: Telegram }
  | { readonly ok: false; readonly rule: string };

/** Values by OBIS reference, in the order they stand behind it. */
type Lines = ReadonlyMap<string, readonly string[]>;

const LINE = /^([^(]*)((?:\([^()]*\))*)/;
const VALUE = /^([0-9]+(?:\.[0-9]*)?)(?:\*([A-Za-z0-9]+))?$/;
/** What one unit, in lower case (Sweden writes kVAr), is in W, Wh, var, V, A, Hz or s. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...['kwh', 'kw', 'kvar', 'kvarh'].map((unit) => [unit, 1000] as const),
  ...['wh', 'w', 'var', 'varh', 'v', 'a', 'hz', 's', ''].map((unit) => [unit, 1] as const),
]);
const M_BUS_CHANNELS = 4;

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
  const lines = linesOf(rest);
  const number = (obis: string): number | undefined => required(lines, obis);
  const three = (kind: number, group: readonly number[]): (number | undefined)[] =>
    group.map((phase) => number(`1-0:${phase}.${kind}.0`));
  const mBus = mBusOf(lines);
  const importPowerW = number('1-0:1.7.0');
  if (importPowerW === undefined && mBus.length === 0) throw new Error('1-0:1.7.0, the actual power, is missing');
  return {
    header: first.slice(1),
    // Belgium has its own line for it.
    version: lines.get('1-3:0.2.8')?.[0] ?? lines.get('0-0:96.1.4')?.[0] ?? '',
    timeUs: parseTimestamp(lines.get('0-0:1.0.0')?.[0] ?? ''),
    equipmentId: fromHex(lines.get('0-0:96.1.1')?.[0] ?? ''),
    importEnergyWh: tariffs(number, 1),
    exportEnergyWh: tariffs(number, 2),
    tariff: number('0-0:96.14.0') ?? 0,
    importPowerW: importPowerW ?? Number.NaN,
    exportPowerW: number('1-0:2.7.0') ?? (importPowerW === undefined ? Number.NaN : 0),
    phaseImportW: three(7, [21, 41, 61]),
    phaseExportW: three(7, [22, 42, 62]),
    voltageV: three(7, [32, 52, 72]),
    currentA: three(7, [31, 51, 71]),
    mBus,
    ...extrasOf(lines),
  };
}

/** A value that does not fit on one line is continued on the next (gas in versions 2.2 and 3). The first of a name counts. */
function linesOf(text: readonly string[]): Lines {
  const lines = new Map<string, readonly string[]>();
  let last = '';
  for (const line of text) {
    const match = LINE.exec(line.trim());
    if (match === null || match[0] === '') continue;
    const values = [...match[2]!.matchAll(/\(([^()]*)\)/g)].map((value) => value[1]!);
    // Some meters write the full OBIS reference, with its sixth group.
    const name = match[1]!.replace(/[*.]255$/, '');
    if (name === '' && lines.has(last)) lines.set(last, [...lines.get(last)!, ...values]);
    else if (!lines.has(name)) {
      lines.set(name, values);
      last = name;
    } else last = '';
  }
  return lines;
}

/** Undefined if the line is not there or empty; throws if it holds no number. */
function required(lines: Lines, obis: string): number | undefined {
  const written = lines.get(obis)?.[0];
  if (written === undefined || written === '') return undefined;
  const value = quantityOf(written);
  if (value === undefined) throw new Error(`${obis} (${written}) is not a number with a unit`);
  return value;
}

function quantityOf(written: string): number | undefined {
  const match = VALUE.exec(written);
  const factor = UNITS.get((match?.[2] ?? '').toLowerCase());
  if (match === null || factor === undefined) return undefined;
  // 4.020 kW is 4020 W, not 4019.9999999999995: no meter writes more than seven decimals.
  return Math.round(Number(match[1]) * factor * 1e6) / 1e6;
}

/** Two tariffs; a meter with one register for both (Austria, Sweden, Germany) has all of it in the first. */
function tariffs(number: (obis: string) => number | undefined, kind: 1 | 2): [number, number] {
  const [low, normal] = [number(`1-0:${kind}.8.1`), number(`1-0:${kind}.8.2`)];
  if (low === undefined && normal === undefined) return [number(`1-0:${kind}.8.0`) ?? 0, 0];
  return [low ?? 0, normal ?? 0];
}

/** What only some meters have, and only what is there. An unreadable line among them does not spoil the telegram. */
function extrasOf(lines: Lines): Partial<Telegram> {
  const number = (obis: string): number | undefined => quantityOf(lines.get(obis)?.[0] ?? '');
  const three = (obis: readonly string[]): (number | undefined)[] | undefined => {
    const values = obis.map(number);
    return values.some((value) => value !== undefined) ? values : undefined;
  };
  const message = lines.get('0-0:96.13.0')?.[0];
  const breaker = number('0-0:96.3.10');
  const extras: { [K in keyof Telegram]?: Telegram[K] | undefined } = {
    powerFailures: number('0-0:96.7.21'),
    longPowerFailures: number('0-0:96.7.9'),
    failureLog: failureLogOf(lines.get('1-0:99.97.0')),
    voltageSags: three(['1-0:32.32.0', '1-0:52.32.0', '1-0:72.32.0']),
    voltageSwells: three(['1-0:32.36.0', '1-0:52.36.0', '1-0:72.36.0']),
    message: message === undefined || message === '' ? undefined : fromHex(message),
    reactiveImportVar: number('1-0:3.7.0'),
    reactiveExportVar: number('1-0:4.7.0'),
    breakerClosed: breaker === undefined ? undefined : breaker === 1,
    ...limitsOf(lines),
    averageDemandW: number('1-0:1.4.0'),
    monthPeak: peakOf(lines.get('1-0:1.6.0') ?? []),
    peaks: peaksOf(lines.get('0-0:98.1.0')),
  };
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined)) as Partial<Telegram>;
}

/** The limiter counts in kW or, before version 4, in amperes; 999.9 kW means that there is none. */
function limitsOf(lines: Lines): { powerLimitW: number | undefined; currentLimitA: number | undefined } {
  const written = lines.get('0-0:17.0.0')?.[0] ?? '';
  const value = quantityOf(written);
  const fuseA = quantityOf(lines.get('1-0:31.4.0')?.[0] ?? '');
  const inAmperes = written.endsWith('*A');
  return {
    powerLimitW: inAmperes || value === undefined || value >= 999_000 ? undefined : value,
    currentLimitA: inAmperes ? value : fuseA === 999 ? undefined : fuseA,
  };
}

/** `(n)(0-0:96.7.19)(time)(duration*s)…`; meters write only `()` or `(0)(…)` when there is nothing. */
function failureLogOf(values: readonly string[] | undefined): FailureLogEntry[] | undefined {
  if (values === undefined) return undefined;
  const log: FailureLogEntry[] = [];
  for (let k = 2; k + 1 < values.length; k += 2) {
    const durationS = quantityOf(values[k + 1]!);
    if (durationS !== undefined) log.push({ endedUs: parseTimestamp(values[k]!), durationS });
  }
  return log;
}

/** `(time)(power)`. */
function peakOf(values: readonly string[]): Peak | undefined {
  const powerW = quantityOf(values[1] ?? '');
  return powerW === undefined ? undefined : { timeUs: parseTimestamp(values[0] ?? ''), powerW };
}

/** `(n)(reference)(reference)` and then for each month `(its end)(time of the peak)(power)`. */
function peaksOf(values: readonly string[] | undefined): Peak[] | undefined {
  if (values === undefined) return undefined;
  const peaks: Peak[] = [];
  for (let k = 3; k + 2 < values.length; k += 3) {
    const peak = peakOf([values[k + 1]!, values[k + 2]!]);
    if (peak !== undefined) peaks.push(peak);
  }
  return peaks;
}

function mBusOf(lines: Lines): MBusReading[] {
  const readings: MBusReading[] = [];
  for (let channel = 1; channel <= M_BUS_CHANNELS; channel++) {
    const of = (code: string): readonly string[] | undefined => lines.get(`0-${channel}:${code}`);
    const last = of('24.2.1') ?? of('24.2.3');
    const before4 = of('24.3.0');
    // Since version 4 (time)(value*unit); before (time)(00)(60)(1)(reference)(unit) and the value on the next line.
    const [stamp, written] =
      last === undefined ? [before4?.[0], before4?.[6] && `${before4[6]}*${before4[5]}`] : [last[0], last[1]];
    const match = VALUE.exec(written ?? '');
    // An abandoned meter keeps its channel with a value without unit: it measures nothing.
    if (match?.[2] === undefined) continue;
    const valve = quantityOf(of('24.4.0')?.[0] ?? '');
    readings.push({
      channel,
      deviceType: Number(of('24.1.0')?.[0] ?? 0),
      id: fromHex(of('96.1.0')?.[0] ?? of('96.1.1')?.[0] ?? ''),
      timeUs: parseTimestamp(stamp ?? ''),
      value: Number(match[1]),
      unit: match[2],
      ...(valve === undefined ? {} : { valveOpen: valve === 1 }),
    });
  }
  return readings;
}

const fromHex = (text: string): string =>
  /^([0-9A-Fa-f]{2})*$/.test(text) ? Buffer.from(text, 'hex').toString('latin1') : text;
