/** Which requests read a set of registers: neighbours together, never across a hole that the device refuses. */
import type { RegisterPort } from './ports.js';
import type { ReadFunction, Register } from './profile/registers.js';

export interface PlannedRead {
  readonly readFunction: ReadFunction;
  readonly address: number;
  readonly count: number;
  readonly registers: readonly Register[];
}

export interface PlanLimits {
  readonly maximumRegisters: number;
  /** Registers without meaning that a read may span. */
  readonly holes: number;
  /** Whether the device has a register there, so that a read may span it although nobody asks for it. */
  readonly exists?: (readFunction: ReadFunction, address: number) => boolean;
}

/** Known registers that a read carries along rather than start another request: cheaper than the turn of the line. */
const PASSENGERS_MAX = 16;

export function planReads(registers: readonly Register[], limits: PlanLimits): PlannedRead[] {
  const sorted = [...new Set(registers)].sort(
    (a, b) => a.readFunction - b.readFunction || a.wireAddress - b.wireAddress || b.words - a.words,
  );
  const plan: { readFunction: ReadFunction; address: number; count: number; registers: Register[] }[] = [];
  for (const register of sorted) {
    const last = plan.at(-1);
    const end = register.wireAddress + register.words;
    const joins =
      last !== undefined &&
      last.readFunction === register.readFunction &&
      end - last.address <= limits.maximumRegisters &&
      spans(last.readFunction, last.address + last.count, register.wireAddress, limits);
    if (joins) {
      last.count = Math.max(last.count, end - last.address);
      last.registers.push(register);
    } else {
      const { readFunction, wireAddress: address, words: count } = register;
      plan.push({ readFunction, address, count, registers: [register] });
    }
  }
  return plan;
}

/** Whether a read may go on from `from` to `until` over registers that nobody asked for. */
function spans(readFunction: ReadFunction, from: number, until: number, { holes, exists }: PlanLimits): boolean {
  if (until - from <= holes) return true;
  if (exists === undefined || until - from > PASSENGERS_MAX) return false;
  for (let address = from; address < until; address++) if (!exists(readFunction, address)) return false;
  return true;
}

/** The words of every register of a plan, by name. */
export async function readPlan(
  plan: readonly PlannedRead[],
  port: RegisterPort,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint16Array>> {
  const words = new Map<string, Uint16Array>();
  for (const { readFunction, address, count, registers } of plan) {
    signal.throwIfAborted();
    const block = await port.read(address, count, signal, readFunction);
    for (const register of registers) {
      const at = register.wireAddress - address;
      words.set(register.name, block.subarray(at, at + register.words));
    }
  }
  return words;
}
