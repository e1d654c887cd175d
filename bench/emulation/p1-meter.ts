/**
 * A home's smart meter on P1: DSMR 5 telegrams. Its clock is the twin's simulated time, its energies count what the
 * frames say, and a connection with one phase has it as L1, on whichever phase of the grid it stands.
 *
 * Tariffs as is usual in the Netherlands: low from 23:00 to 7:00 and at the weekend (public holidays are not known).
 */
import { offsetHoursAt } from '../experiments/civil-time.js';
import { composeTelegram } from '../p1/telegram.js';
import type { EnergyMeter } from './energy.js';
import { currentA, type Place, type Shown, sum } from './shown.js';

const HEADER = 'WKT5\\2WIJKTWIN-P1';

/** The tariff in force at an instant: 1 low, 2 normal. */
export function tariffAt(timeUs: number): 1 | 2 {
  const local = new Date(timeUs / 1000 + offsetHoursAt(timeUs) * 3_600_000);
  const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  return weekend || local.getUTCHours() < 7 || local.getUTCHours() >= 23 ? 1 : 2;
}

/** One telegram at `timeUs`; undefined if the frame has no voltages: a meter without them sends nothing. */
export function telegramOf(
  place: Place,
  energy: EnergyMeter,
  serialNumber: string,
  shown: Shown,
  timeUs: number,
): Uint8Array | undefined {
  const { connectionW, connectionVar, voltageV } = shown;
  const phases = place.phaseCount === 1 ? [place.phase] : ([0, 1, 2] as const);
  if (!phases.every((p) => Number.isFinite(voltageV[p]) && Number.isFinite(connectionW[p]))) return undefined;
  const whole = (powerW: number): number => Math.round(powerW) + 0;
  // The total of one phase is that phase: what stands on the others is 0 by the grid's model.
  const total = whole(place.phaseCount === 1 ? connectionW[place.phase] : sum(connectionW));
  const lines = (value: (p: 0 | 1 | 2) => number): (number | undefined)[] =>
    [0, 1, 2].map((k) => (k < phases.length ? value(phases[k]!) : undefined));
  return composeTelegram({
    header: HEADER,
    timeUs,
    summerTime: offsetHoursAt(timeUs) === 2,
    equipmentId: serialNumber,
    importEnergyWh: energy.importWh,
    exportEnergyWh: energy.exportWh,
    tariff: tariffAt(timeUs),
    importPowerW: Math.max(0, total),
    exportPowerW: Math.max(0, -total),
    phaseImportW: lines((p) => Math.max(0, whole(connectionW[p]))),
    phaseExportW: lines((p) => Math.max(0, -whole(connectionW[p]))),
    voltageV: lines((p) => voltageV[p]),
    currentA: lines((p) => currentA(connectionW[p], connectionVar[p], voltageV[p])),
    mBus: [],
  });
}
