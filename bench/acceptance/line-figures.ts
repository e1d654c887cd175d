/** What came over the line and no driver shows, as figures: late replies, replies in another's name, loose telegrams. */
import type { Bench } from './check.js';
import { type Figure, mustBeNone } from './figure.js';

/** A meter on M-Bus that has said nothing new for so long is not there any more: gas is read every 5 minutes (DSMR 5). */
const M_BUS_SILENT_US = 86_400e6;
const M_BUS_TYPES: Readonly<Record<number, string>> = { 3: 'gas', 4: 'heat', 7: 'water' };

export function lineFigures({ rig, declared }: Bench, atUs: number): Figure[] {
  const { findings } = rig.station;
  const source = `line ${rig.station.address}`;
  if (rig.station.telegrams === false) {
    const { lateRepliesDropped } = rig.station.counters();
    return [
      mustBeNone(
        {
          id: 'late-replies',
          title: 'Replies after their time, which could be taken for the answer to the next question',
          value: lateRepliesDropped,
          source,
          atUs,
        },
        `profile ${declared.profile}, timing.replyTimeoutMs`,
      ),
      mustBeNone(
        {
          id: 'foreign-replies',
          title: 'Replies in the name of another unit',
          value: findings.foreignReplies,
          source,
          atUs,
          ...(findings.foreignReplies === 0 ? {} : { explanation: `Named unit ${findings.foreignUnits.join(', ')}.` }),
        },
        'MODBUS over serial line 2.2: a reply carries the address of who was asked',
      ),
    ];
  }
  if (findings.telegrams === 0) return [];
  const abandoned = findings.mBus.filter(
    ({ timeUs }) => timeUs === undefined || Math.abs((findings.telegramTimeUs ?? atUs) - timeUs) > M_BUS_SILENT_US,
  );
  const typed = (deviceType: number): string => M_BUS_TYPES[deviceType] ?? `type ${deviceType}`;
  const named = [
    ...abandoned.map(({ channel, deviceType }) => `channel ${channel} (${typed(deviceType)})`),
    ...findings.mBusWithoutUnit.map(
      ({ channel, deviceType, text }) => `channel ${channel} (${typed(deviceType)}) says "${text}", without a unit`,
    ),
  ];
  return [
    mustBeNone(
      {
        id: 'loose-crcs',
        title: 'Telegrams whose CRC is not four upper-case hexadecimal digits',
        value: findings.looseCrcs,
        unit: `of ${findings.telegrams}`,
        source,
        atUs,
        ...(findings.looseCrcs === 0
          ? {}
          : { explanation: `Such as "!${findings.looseCrc}". The bench reads it; other readers may not.` }),
      },
      'DSMR 5.0.2 P1, 5.2: CRC16 as 4 hexadecimal characters',
    ),
    mustBeNone(
      {
        id: 'abandoned-m-bus',
        title: 'M-Bus meters without a reading of the last day',
        value: named.length,
        unit: `of ${findings.mBus.length + findings.mBusWithoutUnit.length}`,
        source,
        atUs,
        ...(named.length === 0
          ? {}
          : { explanation: `${named.join(', ')}: who reads that channel reads an old value for ever.` }),
      },
      'DSMR 5.0.2 P1: an M-Bus meter is read every 5 minutes, and its last reading is (time)(value*unit)',
    ),
  ];
}
