/** Who measured: an independent meter, or the device's own register; and how wrong it may be. */
import type { DeviceConfig } from '../config.js';
import { type Calibration, uncertaintyAt } from '../devices/profile/behaviour.js';

export interface Instrument {
  readonly id: string;
  /** As a report names it. */
  readonly title: string;
  /** What stands in a plot's legend. */
  readonly short: string;
  readonly independent: boolean;
  /** Half-width of what a power may be wrong by, W. */
  uncertaintyW(powerW: number): number;
  /** Wh; the least that its counters of energy move by, as declared; undefined: nothing is. */
  readonly energyStepWh: number | undefined;
  /** How old a value may be when it is read, s: the device measures anew only so often. */
  readonly refreshS: number;
  /** What a reader must know: no declared accuracy, calibration expired. */
  readonly remarks: readonly string[];
  /** Its calibration has run out, so its accuracy is a claim of the past: nothing measured with it passes. */
  readonly expired: boolean;
}

export function instrumentOf(device: DeviceConfig, independent: boolean, nowUs: number): Instrument {
  const { measurement, title } = device.profile;
  const { accuracyClass, uncertainty, refreshS = 0, source } = measurement;
  const calibration: Calibration | undefined = device.calibration ?? measurement.calibration;
  const subject = independent ? `Meter ${device.id}` : `The register of ${device.id} itself`;
  const expired =
    calibration?.validUntil !== undefined && nowUs > Date.parse(`${calibration.validUntil}T23:59:59Z`) * 1000;
  const remarks: string[] = [];
  if (!independent) {
    remarks.push(`${subject} tells of its own power; no independent meter saw it (--meter DEVICE names one).`);
  } else if (calibration === undefined) remarks.push(`${subject}: no calibration is declared.`);
  if (expired) {
    remarks.push(
      `${subject}: its calibration expired on ${calibration?.validUntil}; nothing that it measured can pass.`,
    );
  }
  const marks = [
    title,
    accuracyClass === undefined ? '' : `class ${accuracyClass}`,
    calibration === undefined ? '' : `calibrated ${calibration.date}, certificate ${calibration.certificate}`,
    `uncertainty: ${source}`,
  ].filter((text) => text !== '');
  const short = independent ? `meter ${device.id}` : `own register of ${device.id}`;
  return {
    id: device.id,
    title: `${short} (${marks.join('; ')})`,
    short,
    independent,
    uncertaintyW: (powerW) => uncertaintyAt(uncertainty.activePowerW, powerW),
    energyStepWh: uncertainty.energyWh?.constant,
    refreshS,
    remarks,
    expired,
  };
}
