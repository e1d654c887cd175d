/**
 * Currents and loading of branches from the voltages of their ends. One pass after each solve; square roots only of what is
 * reported.
 *
 * A line with series admittance S and charging h at either end carries, with Σ and Δ the sum and difference of its ends' voltages,
 *
 *     I_f = c + m,  -I_t = c - m,    c = (S + h/2) Δ,  m = h/2 Σ
 *
 * so |I|² = |c|² + |m|² ± 2 Re(c m*) at the two ends, and the larger one has the plus before the absolute value. All other
 * branches are computed from their blocks (`flows.ts`).
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK } from './complex.js';
import { BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { addPairs, compactOf, type Pair, sequencePair } from './impedance.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND, type Network } from './network.js';

export class BranchResults {
  private readonly network: Network;
  private readonly currentsToo: boolean;
  /** Lines of compact form that are closed at both ends: S + h/2 and h/2, eight numbers each. */
  private readonly lines: Int32Array;
  private readonly lineFrom: Int32Array;
  private readonly lineTo: Int32Array;
  private readonly lineData: Float64Array;
  private readonly lineBaseA: Float64Array;
  /** Loading per per-unit current. */
  private readonly lineLoading: Float64Array;
  private readonly others: Int32Array;
  private readonly ends = new Float64Array(BRANCH_CURRENTS);

  /** `done`: lists in which 1 marks the branches that something else writes. */
  constructor(network: Network, currentsToo: boolean, done: readonly Uint8Array[]) {
    this.network = network;
    this.currentsToo = currentsToo;
    const lines: number[] = [];
    const data: number[] = [];
    const others: number[] = [];
    for (let b = 0; b < network.branchIds.length; b++) {
      if (done.some((marks) => marks[b] === 1)) continue;
      const model = lineModel(network, b);
      if (model === null) others.push(b);
      else {
        lines.push(b);
        data.push(...compactOf(model.c), ...compactOf(model.m));
      }
    }
    this.lines = Int32Array.from(lines);
    this.lineFrom = this.lines.map((b) => 3 * network.branchFrom[b]!);
    this.lineTo = this.lines.map((b) => 3 * network.branchTo[b]!);
    this.lineData = Float64Array.from(data);
    this.lineBaseA = Float64Array.from(lines, (b) => baseA(network, network.branchFrom[b]!));
    this.lineLoading = Float64Array.from(lines, (b, n) => this.lineBaseA[n]! / network.ratedCurrentA[b]!);
    this.others = Int32Array.from(others);
  }

  /**
   * Writes the loading of every branch and, where they are wanted, the currents of its phases at the end where the largest of
   * them is larger. `re` and `im` hold three phases per node.
   */
  write(re: Float64Array, im: Float64Array, loading: Float64Array, currentA: Float64Array): void {
    this.writeLines(re, im, loading, currentA);
    for (let n = 0; n < this.others.length; n++) this.writeOther(this.others[n]!, re, im, loading, currentA);
  }

  private writeLines(re: Float64Array, im: Float64Array, loading: Float64Array, currentA: Float64Array): void {
    const { lines, lineFrom, lineTo, lineData, lineBaseA, lineLoading, currentsToo } = this;
    for (let n = 0; n < lines.length; n++) {
      const f = lineFrom[n]!;
      const t = lineTo[n]!;
      const far = re[f]!;
      const fai = im[f]!;
      const fbr = re[f + 1]!;
      const fbi = im[f + 1]!;
      const fcr = re[f + 2]!;
      const fci = im[f + 2]!;
      const tar = re[t]!;
      const tai = im[t]!;
      const tbr = re[t + 1]!;
      const tbi = im[t + 1]!;
      const tcr = re[t + 2]!;
      const tci = im[t + 2]!;
      const d = 8 * n;
      const xar = far - tar;
      const xai = fai - tai;
      const xbr = fbr - tbr;
      const xbi = fbi - tbi;
      const xcr = fcr - tcr;
      const xci = fci - tci;
      const xs = xar + xbr + xcr;
      const xsi = xai + xbi + xci;
      const dr = lineData[d]!;
      const di = lineData[d + 1]!;
      const nr = lineData[d + 2]! * xs - lineData[d + 3]! * xsi;
      const ni = lineData[d + 2]! * xsi + lineData[d + 3]! * xs;
      const car = dr * xar - di * xai + nr;
      const cai = dr * xai + di * xar + ni;
      const cbr = dr * xbr - di * xbi + nr;
      const cbi = dr * xbi + di * xbr + ni;
      const ccr = dr * xcr - di * xci + nr;
      const cci = dr * xci + di * xcr + ni;
      const yar = far + tar;
      const yai = fai + tai;
      const ybr = fbr + tbr;
      const ybi = fbi + tbi;
      const ycr = fcr + tcr;
      const yci = fci + tci;
      const ys = yar + ybr + ycr;
      const ysi = yai + ybi + yci;
      const hr = lineData[d + 4]!;
      const hi = lineData[d + 5]!;
      const kr = lineData[d + 6]! * ys - lineData[d + 7]! * ysi;
      const ki = lineData[d + 6]! * ysi + lineData[d + 7]! * ys;
      const mar = hr * yar - hi * yai + kr;
      const mai = hr * yai + hi * yar + ki;
      const mbr = hr * ybr - hi * ybi + kr;
      const mbi = hr * ybi + hi * ybr + ki;
      const mcr = hr * ycr - hi * yci + kr;
      const mci = hr * yci + hi * ycr + ki;
      const qa = car * car + cai * cai + mar * mar + mai * mai;
      const qb = cbr * cbr + cbi * cbi + mbr * mbr + mbi * mbi;
      const qc = ccr * ccr + cci * cci + mcr * mcr + mci * mci;
      const pa = 2 * (car * mar + cai * mai);
      const pb = 2 * (cbr * mbr + cbi * mbi);
      const pc = 2 * (ccr * mcr + cci * mci);
      let inFrom = qa + pa;
      if (qb + pb > inFrom) inFrom = qb + pb;
      if (qc + pc > inFrom) inFrom = qc + pc;
      let inTo = qa - pa;
      if (qb - pb > inTo) inTo = qb - pb;
      if (qc - pc > inTo) inTo = qc - pc;
      const b = lines[n]!;
      const atFrom = inFrom >= inTo;
      loading[b] = Math.sqrt(atFrom ? inFrom : inTo) * lineLoading[n]!;
      if (currentsToo) {
        const k = 3 * b;
        const base = lineBaseA[n]!;
        const sign = atFrom ? 1 : -1;
        currentA[k] = base * Math.sqrt(Math.max(0, qa + sign * pa));
        currentA[k + 1] = base * Math.sqrt(Math.max(0, qb + sign * pb));
        currentA[k + 2] = base * Math.sqrt(Math.max(0, qc + sign * pc));
      }
    }
  }

  private writeOther(
    b: number,
    re: Float64Array,
    im: Float64Array,
    loading: Float64Array,
    currentA: Float64Array,
  ): void {
    const { ends, network } = this;
    const from = network.branchFrom[b]!;
    const to = network.branchTo[b]!;
    branchCurrents(ends, network, BLOCK * b, re, im, from, to);
    let largestFrom = 0;
    let largestTo = 0;
    let powerFrom = 0;
    let powerTo = 0;
    for (let phase = 0; phase < 3; phase++) {
      const f = 3 * from + phase;
      const t = 3 * to + phase;
      const i = length(ends[2 * phase]!, ends[2 * phase + 1]!);
      const o = length(ends[6 + 2 * phase]!, ends[7 + 2 * phase]!);
      if (i > largestFrom) largestFrom = i;
      if (o > largestTo) largestTo = o;
      powerFrom += i * length(re[f]!, im[f]!);
      powerTo += o * length(re[t]!, im[t]!);
    }
    const baseFrom = baseA(network, from);
    const baseTo = baseA(network, to);
    const kind = network.branchKinds[b]!;
    const sn = network.ratedPowerVA[b]!;
    if (kind === BRANCH_KIND.line || kind === BRANCH_KIND.asym_line) {
      loading[b] = Math.max(baseFrom * largestFrom, baseTo * largestTo) / network.ratedCurrentA[b]!;
    } else if (kind === BRANCH_KIND.link || !(sn > 0)) loading[b] = 0;
    else {
      // a leg of a three-winding transformer is judged at its winding, which is its from end
      const leg = kind === BRANCH_KIND.three_winding_transformer;
      loading[b] = ((leg ? powerFrom : Math.max(powerFrom, powerTo)) * BASE_POWER_PHASE_VA) / sn;
    }
    if (!this.currentsToo) return;
    const atFrom = baseFrom * largestFrom >= baseTo * largestTo;
    const at = atFrom ? 0 : 6;
    for (let phase = 0; phase < 3; phase++) {
      const i = length(ends[at + 2 * phase]!, ends[at + 2 * phase + 1]!);
      currentA[3 * b + phase] = (atFrom ? baseFrom : baseTo) * i;
    }
  }
}

const SQRT3 = Math.sqrt(3);

const baseA = (network: Network, node: number): number => BASE_POWER_VA / network.uRatedV[node]! / SQRT3;

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** S + h/2 and h/2 of a closed line of compact form, else null. */
function lineModel(network: Network, b: number): { c: Pair; m: Pair } | null {
  const { sequence } = network;
  if (network.branchKinds[b] !== BRANCH_KIND.line) return null;
  if (network.fromClosed[b] === 0 || network.toClosed[b] === 0) return null;
  const s = sequencePair(sequence.transfer, BLOCK * b);
  const h = sequencePair(sequence.excessFrom, BLOCK * b);
  if (s === null || h === null) return null;
  const half: Pair = [
    [h[0][0] / 2, h[0][1] / 2],
    [h[1][0] / 2, h[1][1] / 2],
  ];
  return { c: addPairs(s, half), m: half };
}
