/**
 * Looks over the shoulder of the line to the device: what comes in that no driver ever shows, because the stack keeps it
 * away — replies in the name of another unit — and how a meter writes its telegrams, which the parser forgives.
 */

import type { LinkProtocol } from '../config.js';
import { crcFits } from '../modbus/crc.js';
import { createP1Framer } from '../p1/framer.js';
import type { MBusReading } from '../p1/telegram.js';
import type { Transport } from '../transport/transport.js';

export interface LineFindings {
  /** Whole replies with a right check that name another unit than the one that was asked. */
  readonly foreignReplies: number;
  readonly foreignUnits: readonly number[];
  readonly telegrams: number;
  /** Telegrams whose CRC is not four upper-case hexadecimal digits, and one of them. */
  readonly looseCrcs: number;
  readonly looseCrc: string;
  /** Telegrams whose CRC begins with zero: only they show whether leading zeros are written. */
  readonly zeroLedCrcs: number;
  /** M-Bus channels of the newest telegram that have a meter and a reading without a unit, as they stand there. */
  readonly mBusWithoutUnit: readonly { readonly channel: number; readonly deviceType: number; readonly text: string }[];
  /** M-Bus meters of the newest telegram. */
  readonly mBus: readonly MBusReading[];
  /** UTC microseconds, as the meter says in it. */
  readonly telegramTimeUs: number | undefined;
}

const TAIL_MAX = 4096;

export class LineWatch {
  readonly #protocol: LinkProtocol;
  #asked = -1;
  #received: Uint8Array = new Uint8Array();
  #text = '';
  #foreign = 0;
  #units = new Set<number>();
  #loose = 0;
  #looseCrc = '';
  #zeroLed = 0;
  #mBusWithoutUnit: LineFindings['mBusWithoutUnit'] = [];
  #telegrams = 0;
  #framer = createP1Framer();
  #mBus: readonly MBusReading[] = [];
  #timeUs: number | undefined;

  constructor(protocol: LinkProtocol) {
    this.#protocol = protocol;
  }

  get findings(): LineFindings {
    return {
      foreignReplies: this.#foreign,
      foreignUnits: [...this.#units],
      telegrams: this.#telegrams,
      looseCrcs: this.#loose,
      looseCrc: this.#looseCrc,
      zeroLedCrcs: this.#zeroLed,
      mBusWithoutUnit: this.#mBusWithoutUnit,
      mBus: this.#mBus,
      telegramTimeUs: this.#timeUs,
    };
  }

  tap(transport: Transport): Transport {
    return {
      address: transport.address,
      get closed() {
        return transport.closed;
      },
      write: (bytes) => {
        this.#sent(bytes);
        return transport.write(bytes);
      },
      onData: (listener) =>
        transport.onData((bytes) => {
          this.#came(bytes);
          listener(bytes);
        }),
      onClose: (listener) => transport.onClose(listener),
      close: () => transport.close(),
    };
  }

  #sent(bytes: Uint8Array): void {
    this.#asked = (this.#protocol === 'modbus-rtu' ? bytes[0] : this.#protocol === 'modbus-tcp' ? bytes[6] : -1) ?? -1;
    this.#received = new Uint8Array();
  }

  #came(bytes: Uint8Array): void {
    if (this.#protocol === 'p1') this.#telegram(bytes);
    else if (this.#protocol === 'modbus-rtu') this.#rtu(bytes);
    else if (this.#protocol === 'modbus-tcp' && bytes.length > 7 && bytes[6] !== this.#asked) this.#note(bytes[6]!);
  }

  #rtu(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#received.length + bytes.length);
    joined.set(this.#received);
    joined.set(bytes, this.#received.length);
    this.#received = joined.subarray(-TAIL_MAX);
    // From the first byte only: inside a reply of ours, register values may look like anything.
    const unit = this.#received[0]!;
    if (unit === this.#asked || this.#received.length < 5) return;
    const fc = this.#received[1]!;
    const length = fc & 0x80 ? 5 : fc <= 4 ? this.#received[2]! + 5 : 8;
    if (this.#received.length < length || !crcFits(this.#received, 0, length)) return;
    this.#note(unit);
    this.#received = this.#received.slice(length);
  }

  #note(unit: number): void {
    this.#foreign++;
    this.#units.add(unit);
  }

  #telegram(bytes: Uint8Array): void {
    for (const telegram of this.#framer.push(bytes)) {
      this.#telegrams++;
      this.#mBus = telegram.mBus;
      this.#timeUs = telegram.timeUs;
    }
    this.#text = `${this.#text}${Buffer.from(bytes).toString('latin1')}`.slice(-TAIL_MAX);
    for (let end = /!([^\r\n]*)\r?\n/.exec(this.#text); end !== null; end = /!([^\r\n]*)\r?\n/.exec(this.#text)) {
      if (!/^[0-9A-F]{4}$/.test(end[1]!)) {
        this.#loose++;
        this.#looseCrc = end[1]!;
      }
      if (/^0|^.{1,3}$/.test(end[1]!)) this.#zeroLed++;
      this.#mBusWithoutUnit = mBusWithoutUnit(this.#text.slice(0, end.index));
      this.#text = this.#text.slice(end.index + end[0].length);
    }
  }
}

/** A gas, heat or water reading is (time)(value*unit); a channel whose meter was taken away keeps a number without a unit. */
function mBusWithoutUnit(telegram: string): LineFindings['mBusWithoutUnit'] {
  return [...telegram.matchAll(/^0-([1-4]):24\.2\.[13](\([^()]*\))\(([^()*]*)\)\r?$/gm)].map(
    ([, channel, time, value]) => ({
      channel: Number(channel),
      deviceType: Number(new RegExp(`^0-${channel}:24\\.1\\.0\\((\\d+)\\)`, 'm').exec(telegram)?.[1] ?? 0),
      text: `${time}(${value})`,
    }),
  );
}
