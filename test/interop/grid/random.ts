/** Draws by seed: the same seed gives the same sequence, on every machine. */

export interface Draws {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** A small counter-based generator (mulberry32): uniform in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export function drawsOf(seed: number): Draws {
  const random = randomOf(seed);
  return {
    random,
    between: (low, high) => low + (high - low) * random(),
    chance: (probability) => random() < probability,
    pick: (list) => list[Math.floor(random() * list.length)]!,
  };
}
