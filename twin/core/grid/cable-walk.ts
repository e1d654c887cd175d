/**
 * Voltages and currents along cables whose joints were eliminated before the iteration (`chains.ts`): a walk from one end, each joint
 * visited once. With series impedance z_s of a segment, half its charging h_s at either end, and e_n what joint n draws besides,
 *
 *     i_1 = S (U_A - U_B) + g U_A       U_n = U_(n-1) - z_s i_s       i_(s+1) = i_s - (h_s + h_(s+1) + e_n) U_n
 *
 * and the segment carries i_s + h_s U_(n-1) at its beginning and i_s - h_s U_n at its end. Lengths of one type of cable have
 * proportional h, so h U is one product per joint.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { type Chain, findChains } from './chains.js';
import { magnitude } from './complex.js';
import { compactOf, type Pair } from './impedance.js';
import type { PreparedGrid } from './prepare.js';

const SQRT3 = Math.sqrt(3);

/** Numbers per segment: z, h, h over that of the segment before (0: not proportional), loading per per-unit current, V per per-unit. */
const PER_SEGMENT = 11;

export class CableWalk {
  /** 1 for the nodes and branches that the walk writes. */
  readonly nodeDone: Uint8Array;
  readonly branchDone: Uint8Array;

  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly start: Int32Array;
  /** S and g per chain. */
  private readonly outside: Float64Array;
  private readonly node: Int32Array;
  private readonly branch: Int32Array;
  private readonly data: Float64Array;
  /** Place of the joint's e in `extras`, or -1 where it draws nothing more. */
  private readonly extra: Int32Array;
  private readonly extras: Float64Array;
  private readonly baseA: Float64Array;
  private readonly currentsToo: boolean;

  constructor(grid: PreparedGrid, currentsToo: boolean) {
    const { network } = grid;
    const chains = findChains(grid);
    const segments = chains.flatMap((chain) => chain.segments);
    this.currentsToo = currentsToo;
    this.nodeDone = new Uint8Array(network.nodeCount);
    this.branchDone = new Uint8Array(network.branchIds.length);
    this.from = Int32Array.from(chains, ({ from }) => from);
    this.to = Int32Array.from(chains, ({ to }) => to);
    this.start = startsOf(chains);
    this.outside = Float64Array.from(chains.flatMap(({ s, g }) => [...compactOf(s), ...compactOf(g)]));
    this.node = Int32Array.from(segments, ({ node }) => node);
    this.branch = Int32Array.from(segments, ({ branch }) => branch);
    this.baseA = Float64Array.from(segments, ({ node }) => BASE_POWER_VA / network.uRatedV[node]! / SQRT3);
    const drawing = segments.filter(({ extra }) => isSomething(extra));
    const places = new Map(drawing.map((segment, n) => [segment, n]));
    this.extra = Int32Array.from(segments, (segment) => places.get(segment) ?? -1);
    this.extras = Float64Array.from(drawing.flatMap(({ extra }) => [...compactOf(extra)]));
    this.data = new Float64Array(PER_SEGMENT * segments.length);
    segments.forEach(({ z, h, node, branch }, s) => {
      const at = PER_SEGMENT * s;
      const before = s > 0 ? segments[s - 1]!.h : h;
      this.data.set([...compactOf(z), ...compactOf(h), proportion(before, h)], at);
      this.data[at + 9] = this.baseA[s]! / network.ratedCurrentA[branch]!;
      this.data[at + 10] = network.uRatedV[node]! / SQRT3;
    });
    for (const { segments: own, to } of chains) {
      for (const { node, branch } of own) {
        this.branchDone[branch] = 1;
        if (node !== to) this.nodeDone[node] = 1;
      }
    }
  }

  /** Writes voltages of joints, loading and (where wanted) currents of lines, from the voltages of the nodes that stay. */
  write(
    re: Float64Array,
    im: Float64Array,
    voltageV: Float64Array,
    loading: Float64Array,
    currentA: Float64Array,
  ): void {
    const { from, to, start, outside, node, branch, data, extra, extras } = this;
    for (let c = 0; c < from.length; c++) {
      const a = 3 * from[c]!;
      let ar = re[a]!;
      let ai = im[a]!;
      let br = re[a + 1]!;
      let bi = im[a + 1]!;
      let cr = re[a + 2]!;
      let ci = im[a + 2]!;
      const us = ar + br + cr;
      const usi = ai + bi + ci;
      // i = g U_A + S (U_A - U_B)
      const o = 8 * c;
      const gr = outside[o + 4]!;
      const gi = outside[o + 5]!;
      const gmr = outside[o + 6]! * us - outside[o + 7]! * usi;
      const gmi = outside[o + 6]! * usi + outside[o + 7]! * us;
      let iar = gr * ar - gi * ai + gmr;
      let iai = gr * ai + gi * ar + gmi;
      let ibr = gr * br - gi * bi + gmr;
      let ibi = gr * bi + gi * br + gmi;
      let icr = gr * cr - gi * ci + gmr;
      let ici = gr * ci + gi * cr + gmi;
      const b = 3 * to[c]!;
      if (b >= 0) {
        const xar = ar - re[b]!;
        const xai = ai - im[b]!;
        const xbr = br - re[b + 1]!;
        const xbi = bi - im[b + 1]!;
        const xcr = cr - re[b + 2]!;
        const xci = ci - im[b + 2]!;
        const xs = xar + xbr + xcr;
        const xsi = xai + xbi + xci;
        const dr = outside[o]!;
        const di = outside[o + 1]!;
        const mr = outside[o + 2]! * xs - outside[o + 3]! * xsi;
        const mi = outside[o + 2]! * xsi + outside[o + 3]! * xs;
        iar += dr * xar - di * xai + mr;
        iai += dr * xai + di * xar + mi;
        ibr += dr * xbr - di * xbi + mr;
        ibi += dr * xbi + di * xbr + mi;
        icr += dr * xcr - di * xci + mr;
        ici += dr * xci + di * xcr + mi;
      }
      // h U at A, later at the end of the segment before
      const h = PER_SEGMENT * start[c]! + 4;
      const hr = data[h]!;
      const hi = data[h + 1]!;
      const kr = data[h + 2]! * us - data[h + 3]! * usi;
      const ki = data[h + 2]! * usi + data[h + 3]! * us;
      let har = hr * ar - hi * ai + kr;
      let hai = hr * ai + hi * ar + ki;
      let hbr = hr * br - hi * bi + kr;
      let hbi = hr * bi + hi * br + ki;
      let hcr = hr * cr - hi * ci + kr;
      let hci = hr * ci + hi * cr + ki;
      const end = start[c + 1]!;
      for (let s = start[c]!; s < end; s++) {
        const f = PER_SEGMENT * s;
        if (s > start[c]!) {
          // on to this segment: the joint's own draw, and its half of the charging, which is proportional to the one before
          const ratio = data[f + 8]!;
          if (ratio > 0) {
            har *= ratio;
            hai *= ratio;
            hbr *= ratio;
            hbi *= ratio;
            hcr *= ratio;
            hci *= ratio;
          } else {
            const dr = data[f + 4]!;
            const di = data[f + 5]!;
            const us = ar + br + cr;
            const usi = ai + bi + ci;
            const mr = data[f + 6]! * us - data[f + 7]! * usi;
            const mi = data[f + 6]! * usi + data[f + 7]! * us;
            har = dr * ar - di * ai + mr;
            hai = dr * ai + di * ar + mi;
            hbr = dr * br - di * bi + mr;
            hbi = dr * bi + di * br + mi;
            hcr = dr * cr - di * ci + mr;
            hci = dr * ci + di * cr + mi;
          }
          iar -= har;
          iai -= hai;
          ibr -= hbr;
          ibi -= hbi;
          icr -= hcr;
          ici -= hci;
          const x = 4 * extra[s - 1]!;
          if (x >= 0) {
            const dr = extras[x]!;
            const di = extras[x + 1]!;
            const us = ar + br + cr;
            const usi = ai + bi + ci;
            const mr = extras[x + 2]! * us - extras[x + 3]! * usi;
            const mi = extras[x + 2]! * usi + extras[x + 3]! * us;
            iar -= dr * ar - di * ai + mr;
            iai -= dr * ai + di * ar + mi;
            ibr -= dr * br - di * bi + mr;
            ibi -= dr * bi + di * br + mi;
            icr -= dr * cr - di * ci + mr;
            ici -= dr * ci + di * cr + mi;
          }
        }
        const far = iar + har;
        const fai = iai + hai;
        const fbr = ibr + hbr;
        const fbi = ibi + hbi;
        const fcr = icr + hcr;
        const fci = ici + hci;
        const fa = far * far + fai * fai;
        const fb = fbr * fbr + fbi * fbi;
        const fc = fcr * fcr + fci * fci;
        const zr = data[f]!;
        const zi = data[f + 1]!;
        const is = iar + ibr + icr;
        const isi = iai + ibi + ici;
        const zmr = data[f + 2]! * is - data[f + 3]! * isi;
        const zmi = data[f + 2]! * isi + data[f + 3]! * is;
        ar -= zr * iar - zi * iai + zmr;
        ai -= zr * iai + zi * iar + zmi;
        br -= zr * ibr - zi * ibi + zmr;
        bi -= zr * ibi + zi * ibr + zmi;
        cr -= zr * icr - zi * ici + zmr;
        ci -= zr * ici + zi * icr + zmi;
        const dr = data[f + 4]!;
        const di = data[f + 5]!;
        const us = ar + br + cr;
        const usi = ai + bi + ci;
        const hmr = data[f + 6]! * us - data[f + 7]! * usi;
        const hmi = data[f + 6]! * usi + data[f + 7]! * us;
        har = dr * ar - di * ai + hmr;
        hai = dr * ai + di * ar + hmi;
        hbr = dr * br - di * bi + hmr;
        hbi = dr * bi + di * br + hmi;
        hcr = dr * cr - di * ci + hmr;
        hci = dr * ci + di * cr + hmi;
        iar -= har;
        iai -= hai;
        ibr -= hbr;
        ibi -= hbi;
        icr -= hcr;
        ici -= hci;
        const ta = iar * iar + iai * iai;
        const tb = ibr * ibr + ibi * ibi;
        const tc = icr * icr + ici * ici;
        let inFrom = fa;
        if (fb > inFrom) inFrom = fb;
        if (fc > inFrom) inFrom = fc;
        let inTo = ta;
        if (tb > inTo) inTo = tb;
        if (tc > inTo) inTo = tc;
        const atFrom = inFrom >= inTo;
        loading[branch[s]!] = Math.sqrt(atFrom ? inFrom : inTo) * data[f + 9]!;
        if (this.currentsToo) {
          const k = 3 * branch[s]!;
          const base = this.baseA[s]!;
          currentA[k] = base * Math.sqrt(atFrom ? fa : ta);
          currentA[k + 1] = base * Math.sqrt(atFrom ? fb : tb);
          currentA[k + 2] = base * Math.sqrt(atFrom ? fc : tc);
        }
        if (s === end - 1 && to[c]! >= 0) break;
        const n = 3 * node[s]!;
        const base = data[f + 10]!;
        re[n] = ar;
        im[n] = ai;
        re[n + 1] = br;
        im[n + 1] = bi;
        re[n + 2] = cr;
        im[n + 2] = ci;
        voltageV[n] = base * Math.sqrt(ar * ar + ai * ai);
        voltageV[n + 1] = base * Math.sqrt(br * br + bi * bi);
        voltageV[n + 2] = base * Math.sqrt(cr * cr + ci * ci);
      }
    }
  }
}

function startsOf(chains: readonly Chain[]): Int32Array {
  const start = new Int32Array(chains.length + 1);
  chains.forEach(({ segments }, c) => {
    start[c + 1] = start[c]! + segments.length;
  });
  return start;
}

const isSomething = (pair: Pair): boolean => pair.some(([re, im]) => re !== 0 || im !== 0);

/** The real factor by which `next` is `before`; 0 if it is none. */
function proportion(before: Pair, next: Pair): number {
  const ratio = magnitude(next[0]) / magnitude(before[0]);
  const apart = [0, 1].some((n) => {
    const [p, q] = [before[n]!, next[n]!];
    return magnitude([q[0] - ratio * p[0], q[1] - ratio * p[1]]) > 1e-14 * magnitude(q);
  });
  return apart || !Number.isFinite(ratio) ? 0 : ratio;
}
