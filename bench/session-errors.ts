/** What an error of a device's driver means to its session. */
import { WijkError } from '../errors.js';

/** Ended by this bench, not by the device. */
export const isInterruption = (error: unknown): boolean => error instanceof WijkError && error.code === 'STATE';

const NO_WORD: ReadonlySet<string> = new Set(['DEVICE_EXCEPTION', 'DEVICE_PROTOCOL', 'DEVICE_TIMEOUT']);

/** Whether nothing was read of the device: what it is was concluded from refusals, damage and silence alone. */
export function saidNothing(error: unknown): boolean {
  for (let e = error; e instanceof WijkError; e = e.cause) {
    if (typeof e.context['unread'] === 'boolean') return e.context['unread'];
    if (e !== error && NO_WORD.has(e.code)) return true;
  }
  return false;
}

/** The line itself is gone: no use in waiting for more lost readings. */
export const isDown = (error: unknown): boolean => error instanceof WijkError && error.code === 'NO_SUCH_PORT';
