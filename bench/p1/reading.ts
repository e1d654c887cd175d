/**
 * DSMR telegrams as values. Names say import (from the grid) and export (to the grid), because the field's own words
 * "delivered" and "used" mean opposite things in different programs. Powers of a telegram are never negative: import
 * and export are separate lines, per phase too; what is `net` here is import minus export, + = consumption.
 */

export interface MBusReading {
  readonly channel: number;
  /** 3 gas, 4 heat, 7 water. */
  readonly deviceType: number;
  readonly id: string;
  readonly timeUs: number | undefined;
  readonly value: number;
  /** `m3` or `GJ`, as the meter says. */
  readonly unit: string;
  /** Belgium and versions before 5. */
  readonly valveOpen?: boolean;
}

export interface FailureLogEntry {
  readonly endedUs: number | undefined;
  readonly durationS: number;
}

/** Highest mean power of a quarter-hour in a month, from which the Belgian capacity tariff is taken. */
export interface Peak {
  readonly timeUs: number | undefined;
  readonly powerW: number;
}

export interface Telegram {
  /** What stands after the slash: manufacturer and model. */
  readonly header: string;
  /** "50" for DSMR 5, such as "50217" in Belgium; empty before version 4. */
  readonly version: string;
  /** The meter's own clock, UTC microseconds; undefined if the meter does not know its time. */
  readonly timeUs: number | undefined;
  /** Serial number, decoded from its hexadecimal form. */
  readonly equipmentId: string;
  /** Tariff 1 is low in the Netherlands and 2 normal; in Belgium 1 is day and 2 night. A meter with one register has it first. */
  readonly importEnergyWh: readonly [number, number];
  readonly exportEnergyWh: readonly [number, number];
  readonly tariff: number;
  /** NaN, as the export, if the meter counts no electricity: a heat meter with a P1 port. */
  readonly importPowerW: number;
  readonly exportPowerW: number;
  /** Phases a, b, c; undefined where the meter has no such phase. */
  readonly phaseImportW: readonly (number | undefined)[];
  readonly phaseExportW: readonly (number | undefined)[];
  readonly voltageV: readonly (number | undefined)[];
  /** Whole amperes on most Dutch meters. */
  readonly currentA: readonly (number | undefined)[];
  readonly mBus: readonly MBusReading[];
  /** All further ones only if the meter has them. */
  readonly powerFailures?: number;
  readonly longPowerFailures?: number;
  readonly failureLog?: readonly FailureLogEntry[];
  readonly voltageSags?: readonly (number | undefined)[];
  readonly voltageSwells?: readonly (number | undefined)[];
  readonly message?: string;
  /** As the meter names them; some meters in the field have the two swapped. */
  readonly reactiveImportVar?: number;
  readonly reactiveExportVar?: number;
  readonly breakerClosed?: boolean;
  readonly powerLimitW?: number;
  readonly currentLimitA?: number;
  /** Mean import of the quarter-hour that runs. */
  readonly averageDemandW?: number;
  /** Of the month that runs. */
  readonly monthPeak?: Peak;
  /** Of the last thirteen months, oldest first. */
  readonly peaks?: readonly Peak[];
}

/** Net power per phase, W, + = consumption; a meter with one phase gives its total on phase a. */
export function netPhasesW(telegram: Telegram): [number, number, number] {
  const net = [0, 1, 2].map((p) => (telegram.phaseImportW[p] ?? 0) - (telegram.phaseExportW[p] ?? 0));
  const known = telegram.phaseImportW.some((w) => w !== undefined);
  if (!known) return [telegram.importPowerW - telegram.exportPowerW, 0, 0];
  return [net[0]!, net[1]!, net[2]!];
}
