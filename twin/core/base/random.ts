/**
 * Counter-based randomness: a number is a pure function of (seed, stream, slot, counter). Nothing is drawn in sequence,
 * so binding a device to slot 7 or adding a slot changes nothing in slot 8.
 *
 * The mixer is the 32-bit finaliser of MurmurHash3 (Appleby, public domain) applied to each word in turn.
 */

/** Streams keep the draws of different purposes apart. A number, once given, is never reused for something else. */
export const STREAM = {
  householdScale: 1,
  householdBase: 2,
  householdAppliance: 3,
  householdNoise: 4,
  businessNoise: 5,
  hotWater: 6,
  buildingGains: 7,
  measurementNoise: 8,
  generator: 9,
  weather: 10,
  home: 11,
  homeDay: 12,
  homeEvent: 13,
  evSession: 14,
} as const;

/** 32 random bits as a signed integer: integers of 32 bits are never boxed on the heap, unsigned ones above 2^31 are. */
export function randomWord(seed: number, stream: number, slot: number, counter: number): number {
  let h = mix(seed ^ 0x9e3779b9);
  h = mix(h ^ Math.imul(stream + 1, 0x85ebca6b));
  h = mix(h ^ Math.imul(slot + 1, 0xc2b2ae35));
  h = mix(h ^ (counter | 0));
  // Counters beyond 32 bits (ticks of a very long run) still matter.
  return mix(h ^ Math.imul(Math.floor(counter / 4294967296) | 0, 0x27d4eb2f));
}

/** 32 random bits as an unsigned number. */
export function randomBits(seed: number, stream: number, slot: number, counter: number): number {
  return randomWord(seed, stream, slot, counter) >>> 0;
}

/** Uniform in [0, 1). */
export function randomUniform(seed: number, stream: number, slot: number, counter: number): number {
  return (randomWord(seed, stream, slot, counter) >>> 0) / 4294967296;
}

/** Standard normal by Box-Muller from two independent draws. */
export function randomNormal(seed: number, stream: number, slot: number, counter: number): number {
  const u = (randomBits(seed, stream, slot, 2 * counter) + 1) / 4294967297;
  const v = randomBits(seed, stream, slot, 2 * counter + 1) / 4294967296;
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

function mix(word: number): number {
  let h = word | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h;
}
