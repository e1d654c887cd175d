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
 *
 * Numbers go in and out by `ask` and `moved`, places in arrays: a number that crosses a call may be boxed on the heap.
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
  /** Heat above the return by that of a full buffer, 0 to 1, and mean temperature: as of the last `readBuffer`. */
  readonly chargeRatio: Float64Array;
  readonly meanC: Float64Array;
  /** Arguments and answer of the operations: heat, J, and a temperature or difference; water under way, J/K. */
  readonly ask: Float64Array;
  readonly moved: Float64Array;
  readonly water: Float64Array;
}

/** Places in `ask`. */
const HEAT_J = 0;
const LIMIT = 1;

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
    chargeRatio: new Float64Array(n),
    meanC: new Float64Array(n),
    ask: new Float64Array(2),
    moved: new Float64Array(1),
    water: new Float64Array(1),
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
  readBuffer(b, k);
}

/**
 * Pushes water of supply temperature in at the top until `ask[0]` joule have gone in; `moved[0]` says how many did. Water at
 * the bottom that is not at least `ask[1]` kelvin colder is not worth heating: the buffer is full.
 */
export function chargeBuffer(b: Stratified, k: number): void {
  const { supplyC } = b.parameters[k]!;
  const at = k * b.stride;
  const riseK = b.ask[LIMIT]!;
  let leftJ = b.ask[HEAT_J]!;
  while (leftJ > 0) {
    const last = at + b.count[k]! - 1;
    const rise = supplyC - b.temperatureC[last]!;
    if (rise < riseK) break;
    const has = b.capacityJPerK[last]!;
    const moved = Math.min(has, leftJ / rise);
    if (moved === has) b.count[k] = b.count[k]! - 1;
    else b.capacityJPerK[last] = has - moved;
    b.water[0] = moved;
    addAtTop(b, k);
    leftJ = moved === has ? leftJ - moved * rise : 0;
  }
  b.moved[0] = b.ask[HEAT_J]! - leftJ;
}

/**
 * Takes `ask[0]` joule above the return temperature from the top, while the top is at least `ask[1]` °C, which lies above
 * the return; `moved[0]` says how many it had.
 */
export function drawBuffer(b: Stratified, k: number): void {
  const { returnC } = b.parameters[k]!;
  const at = k * b.stride;
  const floorC = b.ask[LIMIT]!;
  let leftJ = b.ask[HEAT_J]!;
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
    b.water[0] = moved;
    addAtBottom(b, k);
    leftJ = moved === has ? leftJ - moved * drop : 0;
  }
  b.moved[0] = b.ask[HEAT_J]! - leftJ;
}

function addAtTop(b: Stratified, k: number): void {
  const at = k * b.stride;
  const { supplyC } = b.parameters[k]!;
  const fullJPerK = b.fullJPerK[k]!;
  let left = b.water[0]!;
  if (b.count[k]! > 0) {
    const has = b.capacityJPerK[at]!;
    const taken = Math.max(0, Math.min(left, fullJPerK - has));
    b.temperatureC[at] = (has * b.temperatureC[at]! + taken * supplyC) / (has + taken);
    b.capacityJPerK[at] = has + taken;
    left -= taken;
  }
  while (left > 0) {
    const end = at + b.count[k]!;
    b.capacityJPerK.copyWithin(at + 1, at, end);
    b.temperatureC.copyWithin(at + 1, at, end);
    b.count[k] = b.count[k]! + 1;
    const part = Math.min(left, fullJPerK);
    b.capacityJPerK[at] = part;
    b.temperatureC[at] = supplyC;
    left -= part;
  }
}

function addAtBottom(b: Stratified, k: number): void {
  const at = k * b.stride;
  const { returnC } = b.parameters[k]!;
  const fullJPerK = b.fullJPerK[k]!;
  let left = b.water[0]!;
  if (b.count[k]! > 0) {
    const last = at + b.count[k]! - 1;
    const has = b.capacityJPerK[last]!;
    const taken = Math.max(0, Math.min(left, fullJPerK - has));
    b.temperatureC[last] = (has * b.temperatureC[last]! + taken * returnC) / (has + taken);
    b.capacityJPerK[last] = has + taken;
    left -= taken;
  }
  while (left > 0) {
    const end = at + b.count[k]!;
    b.count[k] = b.count[k]! + 1;
    const part = Math.min(left, fullJPerK);
    b.capacityJPerK[end] = part;
    b.temperatureC[end] = returnC;
    left -= part;
  }
}

/** Lets the buffer stand for `ask[0]` seconds: mixing of inversions, conduction, standing loss. `moved[0]` is the loss, J. */
export function restBuffer(b: Stratified, k: number): void {
  const seconds = b.ask[0]!;
  const p = b.parameters[k]!;
  const at = k * b.stride;
  const end = at + b.count[k]!;
  mixInversions(b, k);
  b.stillS[k] = b.stillS[k]! + seconds;
  if (b.stillS[k]! >= CONDUCTION_S) {
    conduct(b, k);
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
  b.moved[0] = lostJ;
  readBuffer(b, k);
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
function conduct(b: Stratified, k: number): void {
  const seconds = b.stillS[k]!;
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

function readBuffer(b: Stratified, k: number): void {
  const { capacityJPerK, supplyC, returnC } = b.parameters[k]!;
  const at = k * b.stride;
  const end = at + b.count[k]!;
  let sumJ = 0;
  for (let i = at; i < end; i++) sumJ += b.capacityJPerK[i]! * b.temperatureC[i]!;
  const meanC = sumJ / capacityJPerK;
  b.meanC[k] = meanC;
  b.chargeRatio[k] = Math.max(0, Math.min(1, (meanC - returnC) / (supplyC - returnC)));
}
