/** Whether readings can be believed at all: what is there, in range, and agrees with itself. Pure: readings in, figures out. */
import { type DeviceReading, totalW } from '../devices/driver.js';
import { type Figure, judge, mustBeNone } from './figure.js';
import { mean } from './step-response.js';

export interface Judged {
  readonly readings: readonly DeviceReading[];
  readonly source: string;
  readonly atUs: number;
  /** Half-width of a power, W. */
  uncertaintyW(powerW: number): number;
}

/** EN 50160: ten-minute means within 230 V ± 10 %, and +10 / −15 % always; 50 Hz, 47 to 52 Hz always. */
const VOLTAGE_V = { low: 195.5, high: 253 };
const FREQUENCY_HZ = { low: 47, high: 52 };
/** Of the apparent power: what classes of measurement and a moment between two registers may differ by. */
const AGREEMENT_RATIO = 0.08;
/** Resolution of a current where nothing finer is declared, A per phase: many meters give whole amperes. */
const AGREEMENT_A = 1;

export function sanityFigures({ readings, source, atUs, uncertaintyW }: Judged): Figure[] {
  const common = { source, atUs };
  const missing = [...new Set(readings.flatMap((reading) => reading.missing ?? []))];
  const invalid = readings.filter(({ quality }) => quality === 'invalid').length;
  const powers = readings.map(totalW);
  const figures: Figure[] = [
    mustBeNone(
      {
        id: 'not-there',
        title: 'Values that the profile promises and the device answers as "not there"',
        value: missing.length,
        unit: 'values',
        ...common,
        ...(missing.length === 0 ? {} : { explanation: `Missing: ${missing.join(', ')}.` }),
      },
      'sentinels of the profile (SunSpec: not implemented)',
    ),
    mustBeNone(
      {
        id: 'invalid',
        title: 'Readings without a power',
        value: invalid + powers.filter((powerW) => !Number.isFinite(powerW)).length,
        unit: `of ${readings.length}`,
        ...common,
      },
      'a reading has a power',
    ),
  ];
  const voltages = readings.flatMap(({ voltageV }) => voltageV ?? []).filter((v) => Number.isFinite(v) && v > 0);
  figures.push(
    ...inRange('voltage', 'Voltage of a phase', voltages, 'V', VOLTAGE_V, 'EN 50160, 230 V +10 / −15 %', common),
  );
  const frequencies = readings.map(({ frequencyHz }) => frequencyHz ?? Number.NaN).filter(Number.isFinite);
  figures.push(...inRange('frequency', 'Frequency', frequencies, 'Hz', FREQUENCY_HZ, 'EN 50160, 47 to 52 Hz', common));
  const shares = readings.map(({ stateOfChargeRatio }) => stateOfChargeRatio ?? Number.NaN).filter(Number.isFinite);
  figures.push(
    ...inRange(
      'state-of-charge',
      'State of charge',
      shares.map((r) => 100 * r),
      '%',
      { low: 0, high: 100 },
      'a share',
      common,
    ),
  );
  const agreement = agreementOf(readings);
  if (agreement !== undefined) {
    figures.push(
      judge(
        {
          id: 'v-times-i',
          title: 'V × I against P and Q',
          value: agreement.apparentVa - agreement.fromPowerVa,
          unit: 'VA',
          uncertainty: 0,
          ...common,
          explanation: `Σ V·I is ${Math.round(agreement.apparentVa)} VA; √(P² + Q²) is ${Math.round(agreement.fromPowerVa)} VA.`,
        },
        {
          sense: 'within',
          limit:
            AGREEMENT_RATIO * Math.max(agreement.apparentVa, agreement.fromPowerVa) +
            AGREEMENT_A * agreement.sumV +
            uncertaintyW(agreement.fromPowerVa),
          limitSource: `default of the catalogue: ${100 * AGREEMENT_RATIO} %, ${AGREEMENT_A} A per phase, and the uncertainty of the power`,
        },
      ),
    );
  }
  return figures;
}

function inRange(
  id: string,
  title: string,
  values: readonly number[],
  unit: string,
  range: { readonly low: number; readonly high: number },
  limitSource: string,
  common: { readonly source: string; readonly atUs: number },
): Figure[] {
  if (values.length === 0) return [];
  return [
    judge(
      { id: `${id}-lowest`, title: `${title}, lowest`, value: Math.min(...values), unit, ...common },
      { sense: 'at least', limit: range.low, limitSource },
    ),
    judge(
      { id: `${id}-highest`, title: `${title}, highest`, value: Math.max(...values), unit, ...common },
      { sense: 'at most', limit: range.high, limitSource },
    ),
  ];
}

/** What could not be looked at because the device does not tell it: said, never passed over. */
export function notTold(readings: readonly DeviceReading[]): string[] {
  const some = (has: (reading: DeviceReading) => boolean): boolean => readings.some(has);
  return [
    some(({ voltageV }) => voltageV !== undefined) ? '' : 'It tells no voltage: not checked.',
    some(({ voltageV, currentA }) => voltageV !== undefined && currentA !== undefined)
      ? ''
      : 'It tells no current (or no voltage): V × I is not held against its power.',
    some(({ frequencyHz }) => frequencyHz !== undefined) ? '' : 'It tells no frequency: not checked.',
    some(({ quality }) => quality === 'derived')
      ? 'It tells one power for all phases: their sum cannot be held against it.'
      : '',
  ].filter((text) => text !== '');
}

/** Two ways to the same apparent power; undefined where currents or voltages are not told. */
function agreementOf(
  readings: readonly DeviceReading[],
): { readonly apparentVa: number; readonly fromPowerVa: number; readonly sumV: number } | undefined {
  const both = readings.flatMap((reading) => {
    const { voltageV, currentA, reactivePowerVar } = reading;
    if (voltageV === undefined || currentA === undefined) return [];
    const parts = voltageV.map((v, p) => v * Math.abs(currentA[p]!));
    const known = parts.filter(Number.isFinite);
    if (known.length === 0) return [];
    const sumV = voltageV.filter(Number.isFinite).reduce((a, b) => a + b, 0);
    const reactive = Number.isFinite(reactivePowerVar) ? reactivePowerVar : 0;
    // Phases may flow against each other (import on one, export on another): sizes are added, as V × I does.
    const active = reading.activePowerW.filter(Number.isFinite).reduce((a, b) => a + Math.abs(b), 0);
    return [{ apparentVa: known.reduce((a, b) => a + b, 0), fromPowerVa: Math.hypot(active, reactive), sumV }];
  });
  if (both.length === 0) return undefined;
  return {
    apparentVa: mean(both.map(({ apparentVa }) => apparentVa)),
    fromPowerVa: mean(both.map(({ fromPowerVa }) => fromPowerVa)),
    sumV: mean(both.map(({ sumV }) => sumV)),
  };
}
