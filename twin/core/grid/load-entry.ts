/**
 * Load powers as they enter the sweep. Only what differs from the last solve is touched: the sweep leaves behind the currents
 * that all loads inject at the last voltages, and a load that changed by ΔS changes that of its node by
 *
 *     ΔJ = -conj(ΔS / U),   ΔS times |U| or |U|² for the types of constant current and impedance
 *
 * With no change at all the last solution stands. A place (interior node or leaf) with one load of constant power has a loop of
 * its own; the rest is rare.
 */

import { ALL_PHASES, GENERAL } from './leaves.js';
import { BASE_POWER_PHASE_VA } from './network.js';
import type { PreparedGrid } from './prepare.js';
import { CONST_CURRENT, CONST_IMPEDANCE, CONST_POWER } from './schema.js';
import type { Sweep } from './sweep.js';

const PER_UNIT = 1 / BASE_POWER_PHASE_VA;

/** Kind of a leaf in compact form by its loaded phases, bits a, b, c. */
const KIND_OF_PHASES = Uint8Array.of(0, 0, 1, ALL_PHASES, 2, ALL_PHASES, ALL_PHASES, ALL_PHASES);

/** Places and their one load each. */
interface Single {
  readonly place: Int32Array;
  readonly load: Int32Array;
}

export class LoadEntry {
  private readonly sweep: Sweep;
  private readonly nodes: Single;
  private readonly leaves: Single;
  /** All others, grouped by place and type: loads list[start[e]] to list[start[e + 1]] add up. */
  private readonly place: Int32Array;
  private readonly type: Uint8Array;
  private readonly start: Int32Array;
  private readonly list: Int32Array;
  private kindsChanged = false;
  private readonly change = new Float64Array(6);
  private readonly given = new Float64Array(6);

  constructor(grid: PreparedGrid, sweep: Sweep) {
    const { network, energized } = grid;
    this.sweep = sweep;
    const placeOf = (l: number) => sweep.place[network.loadNode[l]!]!;
    const groups = new Map<string, number[]>();
    for (const l of network.loadNode.keys()) {
      if (network.loadClosed[l] === 0 || energized[network.loadNode[l]!] === 0) continue;
      const key = `${placeOf(l)}/${network.loadTypes[l]}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [l]);
      else group.push(l);
    }
    const isPlainLeaf = (leaf: number) => grid.leafFactors.full[leaf]! < 0 && sweep.leaves.zip.has[leaf] === 0;
    const isSingle = ([l, another]: readonly number[]) =>
      another === undefined &&
      network.loadTypes[l!] === CONST_POWER &&
      (placeOf(l!) >= 0 || isPlainLeaf(-1 - placeOf(l!)));
    const ordered = [...groups.values()].sort(([a], [b]) => Math.abs(placeOf(a!)) - Math.abs(placeOf(b!)));
    const singles = ordered.filter(isSingle).map(([l]) => l!);
    const inside = singles.filter((l) => placeOf(l) >= 0);
    const outside = singles.filter((l) => placeOf(l) < 0);
    this.nodes = { place: Int32Array.from(inside, placeOf), load: Int32Array.from(inside) };
    this.leaves = { place: Int32Array.from(outside, (l) => -1 - placeOf(l)), load: Int32Array.from(outside) };
    const others = ordered.filter((group) => !isSingle(group));
    this.place = Int32Array.from(others, ([l]) => placeOf(l!));
    this.type = Uint8Array.from(others, ([l]) => network.loadTypes[l!]!);
    this.list = Int32Array.from(others.flat());
    this.start = new Int32Array(others.length + 1);
    others.forEach((group, e) => {
      this.start[e + 1] = this.start[e]! + group.length;
    });
  }

  /** Takes over the powers (three phases per load, W and var). Returns how many places changed. */
  enter(p: Float64Array, q: Float64Array): number {
    const changed = this.enterNodes(p, q) + this.enterLeaves(p, q) + this.enterOthers(p, q);
    if (this.kindsChanged) this.sweep.leaves.regroup();
    this.kindsChanged = false;
    return changed;
  }

  private enterNodes(p: Float64Array, q: Float64Array): number {
    const { power, u, j } = this.sweep;
    const { place, load } = this.nodes;
    let changed = 0;
    for (let e = 0; e < place.length; e++) {
      const o = 6 * place[e]!;
      const s = 3 * load[e]!;
      for (let phase = 0; phase < 3; phase++) {
        const x = o + 2 * phase;
        const active = p[s + phase]! * PER_UNIT;
        const reactive = q[s + phase]! * PER_UNIT;
        const dp = active - power[x]!;
        const dq = reactive - power[x + 1]!;
        if (dp === 0 && dq === 0) continue;
        changed++;
        power[x] = active;
        power[x + 1] = reactive;
        const re = u[x]!;
        const im = u[x + 1]!;
        const g = -1 / (re * re + im * im);
        j[x] = j[x]! + g * (dp * re + dq * im);
        j[x + 1] = j[x + 1]! + g * (dp * im - dq * re);
      }
    }
    return changed;
  }

  private enterLeaves(p: Float64Array, q: Float64Array): number {
    const { j } = this.sweep;
    const { power: last, u, j: leafJ, kind, w, parent } = this.sweep.leaves;
    const { place, load } = this.leaves;
    let changed = 0;
    for (let e = 0; e < place.length; e++) {
      const leaf = place[e]!;
      const o = 6 * leaf;
      const s = 3 * load[e]!;
      const pa = p[s]! * PER_UNIT;
      const qa = q[s]! * PER_UNIT;
      const pb = p[s + 1]! * PER_UNIT;
      const qb = q[s + 1]! * PER_UNIT;
      const pc = p[s + 2]! * PER_UNIT;
      const qc = q[s + 2]! * PER_UNIT;
      const aStands = pa === last[o]! && qa === last[o + 1]!;
      const bStands = pb === last[o + 2]! && qb === last[o + 3]!;
      const cStands = pc === last[o + 4]! && qc === last[o + 5]!;
      if (aStands && bStands && cStands) continue;
      changed++;
      last[o] = pa;
      last[o + 1] = qa;
      last[o + 2] = pb;
      last[o + 3] = qb;
      last[o + 4] = pc;
      last[o + 5] = qc;
      const f = 4 * leaf;
      const wr = w[f]!;
      const wi = w[f + 1]!;
      const vr = w[f + 2]!;
      const vi = w[f + 3]!;
      const node = 6 * parent[leaf]!;
      // what the change gives to all phases of the node alike
      let mr = 0;
      let mi = 0;
      for (let x = 0; x < 6; x += 2) {
        if (x === 0 ? aStands : x === 2 ? bStands : cStands) continue;
        const pw = last[o + x]!;
        const qw = last[o + x + 1]!;
        const re = u[o + x]!;
        const im = u[o + x + 1]!;
        const g = -1 / (re * re + im * im);
        const nr = g * (pw * re + qw * im);
        const ni = g * (pw * im - qw * re);
        const dr = nr - leafJ[o + x]!;
        const di = ni - leafJ[o + x + 1]!;
        leafJ[o + x] = nr;
        leafJ[o + x + 1] = ni;
        j[node + x] = j[node + x]! + (wr * dr - wi * di);
        j[node + x + 1] = j[node + x + 1]! + (wr * di + wi * dr);
        mr += vr * dr - vi * di;
        mi += vr * di + vi * dr;
      }
      for (let y = node; y < node + 6; y += 2) {
        j[y] = j[y]! + mr;
        j[y + 1] = j[y + 1]! + mi;
      }
      const loaded = (pa !== 0 || qa !== 0 ? 1 : 0) | (pb !== 0 || qb !== 0 ? 2 : 0) | (pc !== 0 || qc !== 0 ? 4 : 0);
      const now = KIND_OF_PHASES[loaded]!;
      if (now !== kind[leaf]!) {
        kind[leaf] = now;
        this.kindsChanged = true;
      }
    }
    return changed;
  }

  private enterOthers(p: Float64Array, q: Float64Array): number {
    const { sweep, place, type, start, list, change } = this;
    let changed = 0;
    for (let e = 0; e < place.length; e++) {
      const at = place[e]!;
      const onLeaf = at < 0;
      const o = onLeaf ? 6 * (-1 - at) : 6 * at;
      const last = this.lastOf(type[e]!, onLeaf);
      const first = start[e]!;
      const end = start[e + 1]!;
      let differs = false;
      for (let phase = 0; phase < 3; phase++) {
        let active = 0;
        let reactive = 0;
        for (let n = first; n < end; n++) {
          active += p[3 * list[n]! + phase]!;
          reactive += q[3 * list[n]! + phase]!;
        }
        active *= PER_UNIT;
        reactive *= PER_UNIT;
        const x = o + 2 * phase;
        const dp = active - last[x]!;
        const dq = reactive - last[x + 1]!;
        change[2 * phase] = dp;
        change[2 * phase + 1] = dq;
        if (dp !== 0 || dq !== 0) {
          differs = true;
          last[x] = active;
          last[x + 1] = reactive;
        }
      }
      if (!differs) continue;
      changed++;
      this.toCurrent(type[e]!, onLeaf ? sweep.leaves.u : sweep.u, o);
      if (onLeaf) this.addToLeaf(-1 - at);
      else addSix(sweep.j, 6 * at, change);
    }
    return changed;
  }

  private lastOf(type: number, onLeaf: boolean): Float64Array {
    const { sweep } = this;
    if (type === CONST_IMPEDANCE) return onLeaf ? sweep.leaves.zip.impedance : sweep.zip.impedance;
    if (type === CONST_CURRENT) return onLeaf ? sweep.leaves.zip.current : sweep.zip.current;
    return onLeaf ? sweep.leaves.power : sweep.power;
  }

  /** Turns the change of power into one of current at the voltage with offset `o`. */
  private toCurrent(type: number, u: Float64Array, o: number): void {
    const { change } = this;
    for (let n = 0; n < 6; n += 2) {
      const dp = change[n]!;
      const dq = change[n + 1]!;
      if (dp === 0 && dq === 0) continue;
      const re = u[o + n]!;
      const im = u[o + n + 1]!;
      const square = re * re + im * im;
      const g = type === CONST_IMPEDANCE ? -1 : type === CONST_CURRENT ? -1 / Math.sqrt(square) : -1 / square;
      change[n] = g * (dp * re + dq * im);
      change[n + 1] = g * (dp * im - dq * re);
    }
  }

  private addToLeaf(leaf: number): void {
    const { change, given, sweep } = this;
    const { j: leafJ, power: leafPower, kind } = sweep.leaves;
    const o = 6 * leaf;
    const now = sweep.leaves.kindOf(leaf);
    if (now !== kind[leaf]!) {
      kind[leaf] = now;
      this.kindsChanged = true;
    }
    const general = now === GENERAL;
    for (let n = 0; n < 6; n += 2) {
      const unloaded = !general && leafPower[o + n] === 0 && leafPower[o + n + 1] === 0;
      leafJ[o + n] = unloaded ? 0 : leafJ[o + n]! + change[n]!;
      leafJ[o + n + 1] = unloaded ? 0 : leafJ[o + n + 1]! + change[n + 1]!;
    }
    given.fill(0);
    sweep.leaves.toParent(leaf, given, 0, change, 0);
    addSix(sweep.j, 6 * sweep.leaves.parent[leaf]!, given);
  }
}

function addSix(y: Float64Array, o: number, x: Float64Array): void {
  for (let n = 0; n < 6; n++) y[o + n] = y[o + n]! + x[n]!;
}
