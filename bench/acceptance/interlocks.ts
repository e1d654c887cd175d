/**
 * The interlocks of the bench file during an acceptance: every contact must be seen closed before the device is commanded,
 * and the first that opens ends the run. They are watched until the device is neutral.
 */
import { WijkError } from '../../errors.js';
import type { LinkConfig } from '../config.js';
import { createContact } from '../contacts.js';
import { HardwareLink } from '../devices/hardware-link.js';
import { InterlockWatch } from '../interlock.js';
import type { InterlockConfig } from '../interlock-config.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import { pause } from './device-clock.js';

export interface InterlockParts {
  readonly interlocks: readonly InterlockConfig[];
  /** Those that contacts are registers on. */
  readonly links: readonly LinkConfig[];
  readonly clock: Clock;
  readonly log: Log;
  /** One opened; called once. */
  readonly opened: (cause: string) => void;
}

export interface WatchedInterlocks {
  close(): Promise<void>;
}

/** Opening a port and the first looks. */
const CLOSED_WITHIN_MS = 5000;
const LOOK_MS = 20;

/**
 * Resolves once all of them are closed. Rejects with STATE and what is open if that does not come, with the signal's
 * reason if that comes first; nothing is open then.
 */
export async function watchInterlocks(
  { interlocks, links, clock, log, opened }: InterlockParts,
  signal: AbortSignal,
): Promise<WatchedInterlocks> {
  const opening = new Map(
    links.map((config) => {
      const minimumGapMs = config.minimumGapMs ?? 0;
      return [config.id, new HardwareLink({ config, minimumGapMs, clock, log, opened: () => undefined })] as const;
    }),
  );
  let armed = false;
  const watches = interlocks.map((config) => {
    const { id, periodMs, withinMs } = config;
    const port = config.contact === 'register' ? opening.get(config.link)?.registers(config.unit, withinMs) : undefined;
    return new InterlockWatch({
      id,
      contact: createContact(config, port, clock),
      periodMs,
      withinMs,
      clock,
      log,
      opened: (cause) => {
        if (armed) opened(`interlock ${id} is open: ${cause}`);
        armed = false;
      },
      closed: () => undefined,
    });
  });
  const close = async (): Promise<void> => {
    armed = false;
    await Promise.all([...watches.map((watch) => watch.close()), ...[...opening.values()].map((link) => link.close())]);
  };
  try {
    for (const link of opening.values()) link.start();
    for (const watch of watches) watch.start();
    const fromMs = clock.nowMs();
    for (;;) {
      const open = watches.filter((watch) => !watch.isClosed);
      if (open.length === 0) break;
      if (clock.nowMs() - fromMs > CLOSED_WITHIN_MS) {
        const what = open.map(({ id, contact, cause }) => `interlock ${id} (${contact}) is open: ${cause}`).join('; ');
        throw new WijkError('STATE', `${what}; close it, and begin again`);
      }
      await pause(clock, LOOK_MS, signal);
    }
    armed = true;
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
