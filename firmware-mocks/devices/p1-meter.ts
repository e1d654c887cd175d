/**
 * A three-phase DSMR 5 meter of a household: one telegram a second, energies that count what the powers say, and a gas
 * meter on M-Bus with a reading every five minutes. The household behind it is the mock's own: standby, a refrigerator
 * on one phase, a cooking hob on another, and now and then a kettle.
 */
import { crc16Arc } from '../../bench/p1/crc.js';
import { composeTelegram } from '../../bench/p1/telegram.js';
import { inCable } from '../cable.js';
import type { P1Device } from '../device.js';
import { noise } from '../noise.js';
import { repeats } from '../setpoint.js';
import { honest, type Quirks } from '../sins.js';

export interface MeterOptions {
  readonly seed: number;
  /** 1 or 3. */
  readonly phases: number;
  /** Peak power of solar panels on phase b (a for one phase), W; they shine at half of it. */
  readonly pvW: number;
}

const AMSTERDAM = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', hourCycle: 'h23' });

export function createMeter(options: MeterOptions): P1Device {
  const random = noise(options.seed);
  const baseW = 90 + 80 * random();
  const fridgeS = 2400 + 1200 * random();
  const hobStartS = 60 + 240 * random();
  let nowS = Number.NaN;
  let startS = Number.NaN;
  let kettleUntilS = Number.NEGATIVE_INFINITY;
  const netW = [0, 0, 0];
  const voltageV = [230, 230, 230];
  const importWh: [number, number] = [4_321_098, 5_210_345];
  const exportWh: [number, number] = [123_456, 345_678];
  let gasM3 = 2345.678;
  const quirks = honest();
  let frozen: readonly [readonly number[], readonly number[]] | undefined;

  /** Power and voltage of phase b, where that stands still. */
  let stuck: readonly [number, number] | undefined;

  const summerTime = (timeUs: number): boolean =>
    (Number(AMSTERDAM.format(timeUs / 1000)) - new Date(timeUs / 1000).getUTCHours() + 24) % 24 === 2;

  /** Low tariff at night and in the weekend; this mock's clock decides by the telegram's instant. */
  const tariffAt = (timeUs: number): 1 | 2 => {
    const local = new Date(timeUs / 1000 + (summerTime(timeUs) ? 2 : 1) * 3_600_000);
    const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
    return weekend || local.getUTCHours() < 7 || local.getUTCHours() >= 23 ? 1 : 2;
  };
  let tariff: 1 | 2 = 2;

  const advance = (toS: number): void => {
    if (Number.isNaN(startS)) startS = toS;
    const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
    nowS = toS;
    const t = nowS - startS;
    if (t > kettleUntilS && random() < stepS / 1800) kettleUntilS = t + 150;
    const fridgeW = (t % fridgeS) / fridgeS < 0.3 ? 85 : 0;
    // A hob keeps its mean by switching its full power: 60 % of 20 s.
    const cooking = t > hobStartS && t < hobStartS + 1800;
    const hobW = cooking && t % 20 < 12 ? 2000 : 0;
    const kettleW = t < kettleUntilS ? 2000 : 0;
    const wobble = 1 + 0.04 * (random() - 0.5);
    const perPhase = [baseW * wobble + fridgeW, hobW + 15, kettleW + 25 * wobble];
    if (options.phases === 1) netW.splice(0, 3, perPhase[0]! + perPhase[1]! + perPhase[2]! - options.pvW / 2, 0, 0);
    else netW.splice(0, 3, perPhase[0]!, perPhase[1]! - options.pvW / 2, perPhase[2]!);
    for (let p = 0; p < 3; p++) voltageV[p] = 231 - netW[p]! / 1500 + 1.2 * (random() - 0.5);
    const total = netW[0]! + netW[1]! + netW[2]!;
    const counted = quirks.swapsDirections ? -total : total;
    importWh[tariff - 1]! += (quirks.energyRatio * Math.max(0, counted) * stepS) / 3600;
    exportWh[tariff - 1]! += (quirks.energyRatio * Math.max(0, -counted) * stepS) / 3600;
    gasM3 += (0.6 * stepS) / 3600;
  };

  const present = (value: (p: number) => number): (number | undefined)[] =>
    [0, 1, 2].map((p) => (p < options.phases ? value(p) : undefined));

  return {
    kind: 'p1',
    name: 'p1-meter',
    traits: ['p1', 'power', 'meter'],
    quirks,
    periodS: 1,
    powerUp: () => undefined,
    advance,
    telegram(timeUs) {
      tariff = tariffAt(timeUs);
      frozen = quirks.frozenReading || repeats(quirks, nowS) ? (frozen ?? [[...netW], [...voltageV]]) : undefined;
      if (quirks.frozenPhase) stuck ??= [netW[1]!, voltageV[1]!];
      const sign = quirks.powerFactor * (quirks.swapsDirections ? -1 : 1);
      const [powersW, shownV] = [[...(frozen?.[0] ?? netW)], [...(frozen?.[1] ?? voltageV)]];
      if (stuck !== undefined) [powersW[1], shownV[1]] = stuck;
      const shownW = powersW.map((w) => Math.round(sign * w));
      const total = shownW[0]! + shownW[1]! + shownW[2]!;
      const gasUs = Math.floor(timeUs / 300e6) * 300e6;
      const channel = quirks.gasOnChannel2 ? 2 : 1;
      const telegram = composeTelegram({
        header: 'WTM5\\2MT382-1000',
        timeUs,
        summerTime: summerTime(timeUs),
        equipmentId: `E00${String(26_000_000 + options.seed)}`,
        importEnergyWh: importWh,
        exportEnergyWh: exportWh,
        tariff,
        importPowerW: Math.max(0, total),
        exportPowerW: Math.max(0, -total),
        phaseImportW: present((p) => Math.max(0, shownW[p]!)),
        phaseExportW: present((p) => Math.max(0, -shownW[p]!)),
        voltageV: present((p) => shownV[p]!),
        currentA: present((p) => Math.abs(shownW[p]!) / shownV[p]!),
        mBus: [
          {
            channel,
            deviceType: 3,
            id: `G00${String(52_000_000 + options.seed)}`,
            timeUs: gasUs,
            value: gasM3,
            unit: 'm3',
          },
        ],
      });
      return sinned(telegram, quirks);
    },
    supplyPowerW: () => inCable(quirks, [netW[0]!, netW[1]!, netW[2]!]),
    status: () => ({
      totalW: Math.round(netW[0]! + netW[1]! + netW[2]!),
      importWh: Math.round(importWh[0] + importWh[1]),
    }),
  };
}

/** An abandoned gas meter on channel 1 and a CRC without its leading zeros, as some meters send them. */
function sinned(telegram: Uint8Array, { gasOnChannel2, unpaddedCrc }: Quirks): Uint8Array {
  if (!gasOnChannel2 && !unpaddedCrc) return telegram;
  let body = Buffer.from(telegram)
    .toString('latin1')
    .replace(/![0-9A-F]{4}\r\n$/, '!');
  if (gasOnChannel2) {
    const abandoned = '0-1:24.1.0(003)\r\n0-1:96.1.0()\r\n0-1:24.2.1(700101010000W)(00000000)\r\n';
    body = body.replace('0-2:24.1.0', `${abandoned}0-2:24.1.0`);
  }
  const crc = crc16Arc(Buffer.from(body, 'latin1')).toString(16).toUpperCase();
  return Buffer.from(`${body}${unpaddedCrc ? crc.replace(/^0+(?=.)/, '') : crc.padStart(4, '0')}\r\n`, 'latin1');
}
