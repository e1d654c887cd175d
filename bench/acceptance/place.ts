/** Where the thing under test hangs, whatever it is: its line, the line of the meter, and who pulls its cable. */
import { createInterface } from 'node:readline/promises';
import type { LinkConfig } from '../config.js';
import type { StopMeans } from './abort-path.js';
import type { Hand } from './check.js';
import { noHand, personHand } from './hands.js';
import type { AcceptRequest } from './request.js';

export interface Place {
  /** For people; empty if it needs no words. */
  readonly text: string;
  readonly link: LinkConfig;
  /** Of the independent meter, if there is one. */
  readonly meterLink?: LinkConfig;
  readonly cable: Hand;
  readonly supply: Hand;
  close(): Promise<void>;
}

/** Hardware hangs where the bench file says; its cable is in the hands of a person, if one is at the terminal. */
export function hardwarePlace(
  { link, meter }: AcceptRequest,
  { operator, terminal }: StopMeans,
  say: (text: string) => void,
): Place {
  const lines = { text: '', link, ...(meter === undefined ? {} : { meterLink: meter.link }) };
  if (operator === 'none' || !terminal) {
    const reason = (what: string) => noHand(`nobody is there to ${what} (--operator NAME at a terminal)`);
    const nothing = async (): Promise<void> => undefined;
    return { ...lines, cable: reason('pull the cable'), supply: reason('cut the supply'), close: nothing };
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal gives Ctrl-C to the prompt while it waits.
  prompt.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const hand = (away: string, back: string) => personHand(operator, prompt, say, { away, back });
  return {
    ...lines,
    cable: hand('pull the data cable of the device', 'put the data cable back'),
    supply: hand('switch the supply of the device off', 'switch the supply on again'),
    // An open prompt keeps the process alive.
    close: async () => prompt.close(),
  };
}
