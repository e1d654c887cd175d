/**
 * Faults that a person or a test switches on, at the start or while a mock runs. One at a time: `silence` until `none`,
 * `silence 10s` for a while, `silence@30s+10s` from 30 s after the command.
 *
 *   silence     nothing is sent
 *   bad-crc     the last byte of every frame is wrong
 *   exception   every Modbus request is refused with exception 4 (a P1 meter has no requests: no effect)
 *   slow        replies come 1.5 s late
 *   ignore      writes are acknowledged and not followed
 *   reboot      5 s of silence, then as after power-up: volatile registers at their defaults
 */
export const FAULTS = ['none', 'silence', 'bad-crc', 'exception', 'slow', 'ignore', 'reboot'] as const;
export type Fault = (typeof FAULTS)[number];

export const REBOOT_S = 5;
export const SLOW_MS = 1500;

export interface FaultSwitch {
  /** The fault in force now. */
  readonly current: Fault;
  /** Switches, in place of whatever was commanded before. */
  set(asked: AskedFault): void;
}

export interface AskedFault {
  readonly fault: Fault;
  /** Seconds from now. */
  readonly afterS: number;
  /** 0: until the next command. A reboot lasts as long as a reboot takes. */
  readonly forS: number;
}

export function createFaultSwitch(nowS: () => number, onReboot: () => void): FaultSwitch {
  let fault: Fault = 'none';
  let fromS = Number.NEGATIVE_INFINITY;
  let untilS = Number.POSITIVE_INFINITY;
  return {
    get current() {
      if (nowS() >= untilS) {
        if (fault === 'reboot') onReboot();
        fault = 'none';
        untilS = Number.POSITIVE_INFINITY;
      }
      return nowS() >= fromS ? fault : 'none';
    },
    set({ fault: next, afterS, forS }) {
      fault = next;
      fromS = nowS() + afterS;
      const lasts = next === 'reboot' ? REBOOT_S : forS;
      untilS = lasts > 0 ? fromS + lasts : Number.POSITIVE_INFINITY;
    },
  };
}

const DURATION = String.raw`(\d+(?:\.\d+)?)(ms|s|m)?`;
const ASKED = new RegExp(`^([a-z-]+)(?:@${DURATION})?(?:[\\s+]+${DURATION})?$`);

/** `silence`, `slow 10s`, `reboot`, `bad-crc@30s+10s`; undefined if it is none of them. */
export function parseFault(text: string): AskedFault | undefined {
  const match = ASKED.exec(text.trim());
  const fault = FAULTS.find((known) => known === match?.[1]);
  if (match === null || fault === undefined) return undefined;
  return { fault, afterS: seconds(match[2], match[3]), forS: seconds(match[4], match[5]) };
}

function seconds(amount: string | undefined, unit: string | undefined): number {
  return Number(amount ?? 0) * (unit === 'ms' ? 0.001 : unit === 'm' ? 60 : 1);
}
