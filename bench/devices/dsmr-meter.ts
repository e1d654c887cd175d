/** A smart meter on P1: it sends by itself, about once a second; it takes nothing. */
import { WijkError } from '../../errors.js';
import { netPhasesW, type Telegram } from '../p1/telegram.js';
import type { DeviceReading, Driver, Identity } from './driver.js';
import type { TelegramPort } from './ports.js';
import type { DsmrMeterProfile } from './profile.js';

export interface DsmrMeterOptions {
  readonly id: string;
  readonly profile: DsmrMeterProfile;
  readonly port: TelegramPort;
}

export function createDsmrMeter({ id, profile, port }: DsmrMeterOptions): Driver {
  return {
    pushes: true,
    async identify(signal): Promise<Identity> {
      const { telegram } = await port.next(signal);
      const { versions } = profile.dsmr;
      if (!versions.includes(telegram.version)) {
        throw new WijkError(
          'WRONG_DEVICE',
          `${id}: ${profile.profile} wants DSMR version ${versions.join(' or ')}; found "${telegram.version}" from meter ${telegram.header}`,
        );
      }
      return { text: `${telegram.header} serial ${telegram.equipmentId}`, key: telegram.equipmentId };
    },
    async read(signal): Promise<DeviceReading> {
      const { telegram, startedAtMs } = await port.next(signal);
      return readingOf(telegram, startedAtMs);
    },
  };
}

/** Import and export are two lines without sign; their difference is ours, + = consumption. P1 has no reactive power. */
function readingOf(telegram: Telegram, startedAtMs: number): DeviceReading {
  const { voltageV, importEnergyWh, exportEnergyWh } = telegram;
  // A heat meter with a P1 port counts no electricity.
  const counts = Number.isFinite(telegram.importPowerW);
  const whole = voltageV.length === 3 && voltageV.every((v) => v !== undefined);
  return {
    askedAtMs: startedAtMs,
    quality: qualityOf(telegram),
    activePowerW: netPhasesW(telegram),
    reactivePowerVar: 0,
    ...(counts
      ? {
          importEnergyWh: importEnergyWh[0] + importEnergyWh[1],
          exportEnergyWh: exportEnergyWh[0] + exportEnergyWh[1],
        }
      : {}),
    ...(whole ? { voltageV: voltageV as [number, number, number] } : {}),
  };
}

/** Without lines per phase the total stands on phase a; a heat meter with a P1 port has no electricity at all. */
function qualityOf({ importPowerW, phaseImportW }: Telegram): DeviceReading['quality'] {
  if (Number.isNaN(importPowerW)) return 'invalid';
  return phaseImportW.some((w) => w !== undefined) ? 'good' : 'derived';
}
