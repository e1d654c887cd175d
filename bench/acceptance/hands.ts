/** Who pulls the cable and cuts the supply: a mock's own hook, a person at the bench, or nobody. */
import type { Interface } from 'node:readline/promises';
import { systemClock } from '../transport/clock.js';
import type { Hand } from './check.js';
import { pause } from './device-clock.js';

/** Nobody is there to do it: the check says so and is inconclusive. */
export const noHand = (reason: string): Hand => ({
  how: undefined,
  reason,
  away: () => Promise.resolve(),
  back: () => Promise.resolve(),
});

/** A line of text to a running mock, such as `fault silence`. */
export function mockHand(
  how: string,
  say: (command: string) => void,
  away: string,
  back: string | undefined,
  backMs = 0,
): Hand {
  return {
    how,
    reason: '',
    away: async () => say(away),
    back: async (signal) => {
      if (back !== undefined) say(back);
      // A mock that restarts comes back by itself.
      await pause(systemClock, backMs, signal);
    },
  };
}

/** Asks a person and waits for Enter. */
export function personHand(
  name: string,
  prompt: Interface,
  say: (text: string) => void,
  what: { away: string; back: string },
): Hand {
  const ask = async (text: string, signal: AbortSignal): Promise<void> => {
    // A run that is being stopped waits for nobody: it needs the line whole to bring the device to its safe setpoint.
    say(`\u0007>>> ${name}: ${text}${signal.aborted ? ' NOW.' : ', then press Enter.'}`);
    if (!signal.aborted) await prompt.question('', { signal });
  };
  return {
    how: `by hand of ${name}`,
    reason: '',
    away: (signal) => ask(what.away, signal),
    back: (signal) => ask(what.back, signal),
  };
}
