/**
 * Finds the chain of models: "SunS" at 40000, 0 or 50000, then ID and length, ID and length, up to 0xFFFF. The length
 * that the device reports counts, also where it differs from the definition. A chain that breaks off keeps what was
 * found before (some inverters answer exception 2 in the middle).
 */
import { messageOf, WijkError } from '../../errors.js';
import type { FoundModel, ReadRegisters } from './read.js';

export { type FoundModel, type ReadRegisters, readModel, readPoints } from './read.js';

export interface Discovery {
  readonly base: number;
  readonly models: readonly FoundModel[];
  /** Why the chain could not be followed to its end; undefined if it ended as it should. */
  readonly truncated: string | undefined;
}

export const BASES = [40_000, 0, 50_000] as const;
const CHAIN_MAX = 64;

/** What a device says or fails to say; anything else (a closed line, a caller that gives up) ends the search. */
const isAnswer = (error: unknown): error is WijkError =>
  error instanceof WijkError && (error.code === 'DEVICE_EXCEPTION' || error.code === 'DEVICE_PROTOCOL');

/**
 * Rejects with WRONG_DEVICE if no SunSpec map is there, and with the reader's error if nothing answers at all. `hear` is
 * told of every model as it is found.
 */
export async function discover(
  read: ReadRegisters,
  hear: (model: FoundModel) => void = () => undefined,
): Promise<Discovery> {
  const answers: string[] = [];
  let silence: WijkError | undefined;
  // Whether a single register came: a device in trouble (every request refused or damaged) has said nothing of its kind.
  let unread = true;
  for (const base of BASES) {
    let marker: Uint16Array;
    try {
      marker = await read(base, 2);
    } catch (error) {
      // Silence at the first address is a silent device. A device that has spoken may be silent about an address it lacks.
      if (error instanceof WijkError && error.code === 'DEVICE_TIMEOUT' && answers.length > 0) silence = error;
      else if (!isAnswer(error)) throw error;
      answers.push(`${base}: ${messageOf(error)}`);
      continue;
    }
    unread = false;
    if (marker[0] === 0x5375 && marker[1] === 0x6e53) return follow(read, base, hear);
    answers.push(`${base}: 0x${marker[0]!.toString(16)} 0x${marker[1]!.toString(16)}`);
  }
  throw new WijkError('WRONG_DEVICE', `no SunSpec map ("SunS") at ${BASES.join(', ')}; found ${answers.join('; ')}`, {
    ...(silence === undefined ? {} : { cause: silence }),
    context: { unread },
  });
}

async function follow(read: ReadRegisters, base: number, hear: (model: FoundModel) => void): Promise<Discovery> {
  const models: FoundModel[] = [];
  let address = base + 2;
  const broken = (why: string): Discovery => ({ base, models, truncated: why });
  while (models.length < CHAIN_MAX) {
    try {
      // ID and length separately: after the end mark the length register may not exist.
      const id = (await read(address, 1))[0]!;
      if (id === 0xffff) return { base, models, truncated: undefined };
      const length = (await read(address + 1, 1))[0]!;
      if (length === 0 || address + 2 + length > 0xffff)
        return broken(`model ${id} at ${address} has length ${length}`);
      const model = { id, address, length };
      models.push(model);
      hear(model);
      address += 2 + length;
    } catch (error) {
      const silent = error instanceof WijkError && error.code === 'DEVICE_TIMEOUT';
      if (!silent && !isAnswer(error)) throw error;
      return broken(`after ${models.length} models, at ${address}: ${messageOf(error)}`);
    }
  }
  return broken(`more than ${CHAIN_MAX} models`);
}
