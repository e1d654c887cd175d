/**
 * Faults that a person or a test switches on while a mock runs. One at a time, for a while or until `none`.
 *
 *   silence     nothing is sent
 *   bad-crc     the last byte of every frame is wrong
 *   exception   every Modbus request is refused with exception 4 (a P1 meter has no requests: silence)
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
  /** Switches; `forS` 0 means until the next command. */
  set(fault: Fault, forS: number): void;
}

export function createFaultSwitch(nowS: () => number, onReboot: () => void): FaultSwitch {
  let fault: Fault = 'none';
  let untilS = Number.POSITIVE_INFINITY;
  return {
    get current() {
      if (nowS() >= untilS) {
        if (fault === 'reboot') onReboot();
        fault = 'none';
        untilS = Number.POSITIVE_INFINITY;
      }
      return fault;
    },
    set(next, forS) {
      fault = next;
      const lasts = next === 'reboot' ? REBOOT_S : forS;
      untilS = lasts > 0 ? nowS() + lasts : Number.POSITIVE_INFINITY;
    },
  };
}

/** `silence`, `slow 10s`, `reboot`; undefined if it is none of them. */
export function parseFault(text: string): { readonly fault: Fault; readonly forS: number } | undefined {
  const match = /^([a-z-]+)(?:\s+(\d+(?:\.\d+)?)(ms|s|m)?)?$/.exec(text.trim());
  const fault = FAULTS.find((known) => known === match?.[1]);
  if (match === null || fault === undefined) return undefined;
  const unit = match[3] === 'ms' ? 0.001 : match[3] === 'm' ? 60 : 1;
  return { fault, forS: match[2] === undefined ? 0 : Number(match[2]) * unit };
}
