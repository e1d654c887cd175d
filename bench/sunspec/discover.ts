/**
 * Finds the chain of models: "SunS" at 40000, 0 or 50000, then ID and length, ID and length, up to 0xFFFF. The length
 * that the device reports counts, also where it differs from the definition. A chain that breaks off keeps what was
 * found before (some inverters answer exception 2 in the middle).
 */
import { messageOf, WijkError } from '../../errors.js';
import { LIMITS } from '../modbus/pdu.js';
import { MODELS } from './models.js';
import { decodeModel, type Values } from './points.js';

export type ReadRegisters = (address: number, count: number) => Promise<Uint16Array>;

export interface FoundModel {
  readonly id: number;
  /** Address of the model's ID register. */
  readonly address: number;
  /** Registers after ID and length, as the device says. */
  readonly length: number;
}

export interface Discovery {
  readonly base: number;
  readonly models: readonly FoundModel[];
  /** Why the chain could not be followed to its end; undefined if it ended as it should. */
  readonly truncated: string | undefined;
}

export const BASES = [40_000, 0, 50_000] as const;
const CHAIN_MAX = 64;

/** Rejects with WRONG_DEVICE if no SunSpec map is there, and with the reader's error if nothing answers at all. */
export async function discover(read: ReadRegisters): Promise<Discovery> {
  const answers: string[] = [];
  for (const base of BASES) {
    let marker: Uint16Array;
    try {
      marker = await read(base, 2);
    } catch (error) {
      if (!(error instanceof WijkError) || error.code !== 'DEVICE_EXCEPTION') throw error;
      answers.push(`${base}: ${error.message}`);
      continue;
    }
    if (marker[0] === 0x5375 && marker[1] === 0x6e53) return follow(read, base);
    answers.push(`${base}: 0x${marker[0]!.toString(16)} 0x${marker[1]!.toString(16)}`);
  }
  throw new WijkError('WRONG_DEVICE', `no SunSpec map ("SunS") at ${BASES.join(', ')}; found ${answers.join('; ')}`);
}

async function follow(read: ReadRegisters, base: number): Promise<Discovery> {
  const models: FoundModel[] = [];
  let address = base + 2;
  let truncated: string | undefined;
  while (truncated === undefined) {
    if (models.length >= CHAIN_MAX) {
      truncated = `more than ${CHAIN_MAX} models`;
      break;
    }
    try {
      // ID and length separately: after the end mark the length register may not exist.
      const id = (await read(address, 1))[0]!;
      if (id === 0xffff) break;
      const length = (await read(address + 1, 1))[0]!;
      if (length === 0 || address + 2 + length > 0xffff) {
        truncated = `model ${id} at ${address} has length ${length}`;
        break;
      }
      models.push({ id, address, length });
      address += 2 + length;
    } catch (error) {
      truncated = `after ${models.length} models, at ${address}: ${messageOf(error)}`;
    }
  }
  return { base, models, truncated };
}

/** Reads and decodes one model, in as many requests as it needs; a cut lies on a point boundary. */
export async function readModel(read: ReadRegisters, found: FoundModel): Promise<Values> {
  const total = found.length + 2;
  const registers = new Uint16Array(total);
  const points = Object.values(MODELS[found.id] ?? {});
  for (let from = 0; from < total; ) {
    let until = Math.min(total, from + LIMITS.readRegisters);
    if (until < total) {
      const starts = points.map((point) => point.offset).filter((offset) => offset > from && offset <= until);
      if (starts.length > 0) until = Math.max(...starts);
    }
    registers.set(await read(found.address + from, until - from), from);
    from = until;
  }
  return decodeModel(MODELS[found.id] ?? {}, registers);
}
