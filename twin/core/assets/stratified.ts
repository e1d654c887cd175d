/**
 * A stratified water buffer: layers that move with the water, hot above cold.
 *
 * Charging pushes water of the supply temperature in at the top and takes what stands at the bottom; drawing takes from
 * the top and pushes water of the return temperature in at the bottom. The layers move as a piston, so a thermocline is
 * not smeared by the length of the tick; what comes in mixes with the layer under way at its end, until that is full and
 * the next begins. A buffer of n layers thus has n full layers, or n - 1 and a part at either end.
 *
 * Between flows, exactly over the time given:
 *   standing loss   every layer by the same rate r towards the plant room:  T' = R + (T - R) e^(-r t)
 *   conduction      neighbours two by two, each pair by its closed form; the heat of the pair is kept
 *   inversion       a layer hotter than the one above mixes with it, as buoyancy does at once
 * Every operation says how much heat went; the sum over layers of C (T - T0) changes by exactly that, to rounding.
 */
import { type AssetEntry, column } from './tick.js';

export interface StratifiedParameters {
  /** Of the whole buffer. */
  readonly capacityJPerK: number;
  readonly layers: number;
  readonly heightM: number;
  /** Of water, wall and the small movements in it, W/(m·K). */
  readonly conductivityWPerMK: number;
  /** Standing loss, 1/s, of the heat above the plant room. */
  readonly lossPerS: number;
  readonly plantRoomC: number;
  readonly supplyC: number;
  readonly returnC: number;
  /** Part of the volume that is at supply temperature at first; the rest is at that of the return. */
  readonly initialRatio: number;
}

export interface Stratified {
  readonly parameters: readonly StratifiedParameters[];
  /** Places per buffer in the two arrays below. */
  readonly stride: number;
  readonly count: Int32Array;
  /** Layers from the top down: heat capacity, J/K, and temperature. */
  readonly capacityJPerK: Float64Array;
  readonly temperatureC: Float64Array;
  readonly fullJPerK: Float64Array;
  /** Vertical conductance times distance, W·m/K. */
  readonly conductanceWM: Float64Array;
  /** Time since conduction was last done, s. */
  readonly stillS: Float64Array;
}

/** Conduction is slow: once a minute is often enough. */
const CONDUCTION_S = 60;
/** J per m³ and K: 1.163 kWh. */
const WATER_J_PER_M3_K = 1.163e3 * 3600;

export function createStratified(entries: readonly AssetEntry<StratifiedParameters>[]): Stratified {
  const stride = entries.reduce((most, { parameters }) => Math.max(most, parameters.layers), 1) + 3;
  const n = entries.length;
  const buffers: Stratified = {
    parameters: entries.map((entry) => entry.parameters),
    stride,
    count: new Int32Array(n),
    capacityJPerK: new Float64Array(stride * n),
    temperatureC: new Float64Array(stride * n),
    fullJPerK: column(entries, (p) => p.capacityJPerK / p.layers),
    conductanceWM: column(entries, (p) => (p.conductivityWPerMK * (p.capacityJPerK / WATER_J_PER_M3_K)) / p.heightM),
    stillS: new Float64Array(n),
  };
  for (let k = 0; k < n; k++) fillBuffer(buffers, k, entries[k]!.parameters.initialRatio);
  return buffers;
}

/** Sets the buffer: so much of it at supply temperature above, the rest at return temperature. */
export function fillBuffer(b: Stratified, k: number, hotRatio: number): void {
  const { layers, supplyC, returnC } = b.parameters[k]!;
  const at = k * b.stride;
  b.count[k] = layers;
  for (let i = 0; i < layers; i++) {
    const hot = Math.max(0, Math.min(1, hotRatio * layers - i));
    b.capacityJPerK[at + i] = b.fullJPerK[k]!;
    b.temperatureC[at + i] = returnC + hot * (supplyC - returnC);
  }
}

/**
 * Pushes water of supply temperature in at the top until `heatJ` has gone in. Water at the bottom that is not at least
 * `riseK` colder is not worth heating: the buffer is full.
 * @returns what went in, J
 */
export function chargeBuffer(b: Stratified, k: number, heatJ: number, riseK: number): number {
  const { supplyC } = b.parameters[k]!;
  const at = k * b.stride;
  let leftJ = heatJ;
  while (leftJ > 0) {
    const last = at + b.count[k]! - 1;
    const rise = supplyC - b.temperatureC[last]!;
    if (rise < riseK) break;
    const has = b.capacityJPerK[last]!;
    const moved = Math.min(has, leftJ / rise);
    if (moved === has) b.count[k] = b.count[k]! - 1;
    else b.capacityJPerK[last] = has - moved;
    addAtTop(b, k, moved, supplyC);
    leftJ = moved === has ? leftJ - moved * rise : 0;
  }
  return heatJ - leftJ;
}

/**
 * Takes heat above the return temperature from the top, while the top is at least `floorC`, which lies above the return.
 * @returns what was taken, J
 */
export function drawBuffer(b: Stratified, k: number, heatJ: number, floorC: number): number {
  const { returnC } = b.parameters[k]!;
  const at = k * b.stride;
  let leftJ = heatJ;
  while (leftJ > 0) {
    const topC = b.temperatureC[at]!;
    if (topC < floorC) break;
    const drop = topC - returnC;
    const has = b.capacityJPerK[at]!;
    const moved = Math.min(has, leftJ / drop);
    if (moved === has) {
      const end = at + b.count[k]!;
      b.capacityJPerK.copyWithin(at, at + 1, end);
      b.temperatureC.copyWithin(at, at + 1, end);
      b.count[k] = b.count[k]! - 1;
    } else b.capacityJPerK[at] = has - moved;
    addAtBottom(b, k, moved, returnC);
    leftJ = moved === has ? leftJ - moved * drop : 0;
  }
  return heatJ - leftJ;
}

function addAtTop(b: Stratified, k: number, capacityJPerK: number, temperatureC: number): void {
  const at = k * b.stride;
  let left = capacityJPerK;
  if (b.count[k]! > 0) left -= mixInto(b, k, at, left, temperatureC);
  while (left > 0) {
    const end = at + b.count[k]!;
    b.capacityJPerK.copyWithin(at + 1, at, end);
    b.temperatureC.copyWithin(at + 1, at, end);
    b.count[k] = b.count[k]! + 1;
    const part = Math.min(left, b.fullJPerK[k]!);
    b.capacityJPerK[at] = part;
    b.temperatureC[at] = temperatureC;
    left -= part;
  }
}

function addAtBottom(b: Stratified, k: number, capacityJPerK: number, temperatureC: number): void {
  const at = k * b.stride;
  let left = capacityJPerK;
  if (b.count[k]! > 0) left -= mixInto(b, k, at + b.count[k]! - 1, left, temperatureC);
  while (left > 0) {
    const end = at + b.count[k]!;
    b.count[k] = b.count[k]! + 1;
    const part = Math.min(left, b.fullJPerK[k]!);
    b.capacityJPerK[end] = part;
    b.temperatureC[end] = temperatureC;
    left -= part;
  }
}

/** Mixes water into a layer up to its full size; what was taken in. */
function mixInto(b: Stratified, k: number, i: number, capacityJPerK: number, temperatureC: number): number {
  const has = b.capacityJPerK[i]!;
  const taken = Math.min(capacityJPerK, b.fullJPerK[k]! - has);
  if (taken <= 0) return 0;
  b.temperatureC[i] = (has * b.temperatureC[i]! + taken * temperatureC) / (has + taken);
  b.capacityJPerK[i] = has + taken;
  return taken;
}

/**
 * Lets the buffer stand for a tick: mixing of inversions, conduction, standing loss.
 * @returns the standing loss, J
 */
export function restBuffer(b: Stratified, k: number, seconds: number): number {
  const p = b.parameters[k]!;
  const at = k * b.stride;
  const end = at + b.count[k]!;
  mixInversions(b, k);
  b.stillS[k] = b.stillS[k]! + seconds;
  if (b.stillS[k]! >= CONDUCTION_S) {
    conduct(b, k, b.stillS[k]!);
    b.stillS[k] = 0;
  }
  const keep = Math.exp(-p.lossPerS * seconds);
  const lost = -Math.expm1(-p.lossPerS * seconds);
  let lostJ = 0;
  for (let i = at; i < end; i++) {
    const aboveK = b.temperatureC[i]! - p.plantRoomC;
    lostJ += b.capacityJPerK[i]! * aboveK * lost;
    b.temperatureC[i] = p.plantRoomC + aboveK * keep;
  }
  return lostJ;
}

/** Pools neighbours from the top down until no layer is colder than the one below it. */
function mixInversions(b: Stratified, k: number): void {
  const at = k * b.stride;
  const end = at + b.count[k]!;
  const { temperatureC, capacityJPerK } = b;
  for (let i = at + 1; i < end; i++) {
    if (temperatureC[i]! <= temperatureC[i - 1]!) continue;
    let heat = capacityJPerK[i]! * temperatureC[i]!;
    let capacity = capacityJPerK[i]!;
    let from = i;
    while (from > at && temperatureC[from - 1]! < heat / capacity) {
      from--;
      heat += capacityJPerK[from]! * temperatureC[from]!;
      capacity += capacityJPerK[from]!;
    }
    for (let j = from; j <= i; j++) temperatureC[j] = heat / capacity;
  }
}

/** Two bodies that exchange heat over G come together as e^(-G t (1/C1 + 1/C2)). */
function conduct(b: Stratified, k: number, seconds: number): void {
  const at = k * b.stride;
  const end = at + b.count[k]!;
  const { temperatureC, capacityJPerK } = b;
  const perCapacity = b.parameters[k]!.heightM / b.parameters[k]!.capacityJPerK;
  for (let i = at; i < end - 1; i++) {
    const above = capacityJPerK[i]!;
    const below = capacityJPerK[i + 1]!;
    const distanceM = ((above + below) / 2) * perCapacity;
    const inverse = 1 / above + 1 / below;
    const apartK = temperatureC[i]! - temperatureC[i + 1]!;
    const heatJ = (-Math.expm1((-b.conductanceWM[k]! / distanceM) * seconds * inverse) * apartK) / inverse;
    temperatureC[i] = temperatureC[i]! - heatJ / above;
    temperatureC[i + 1] = temperatureC[i + 1]! + heatJ / below;
  }
}

/** Heat above a temperature, J; negative below it. */
export function heatAbove(b: Stratified, k: number, referenceC: number): number {
  const at = k * b.stride;
  const end = at + b.count[k]!;
  let sumJ = 0;
  for (let i = at; i < end; i++) sumJ += b.capacityJPerK[i]! * (b.temperatureC[i]! - referenceC);
  return sumJ;
}

/** Heat above the return by that of a full buffer, 0 to 1. */
export function chargeRatio(b: Stratified, k: number): number {
  const { capacityJPerK, supplyC, returnC } = b.parameters[k]!;
  return Math.max(0, Math.min(1, heatAbove(b, k, returnC) / (capacityJPerK * (supplyC - returnC))));
}
