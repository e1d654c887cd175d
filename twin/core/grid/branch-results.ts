/**
 * Currents and loading of all branches from the voltages of their ends, by the formulas at the head of `branch-model.ts`. One
 * pass after each solve; square roots only of what is reported.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK, selfMutual } from './complex.js';
import { BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND, type Network } from './network.js';

export class BranchResults {
  private readonly network: Network;
  /** d, m of transfer, excess from and excess to: twelve numbers per branch. */
  private readonly compact: Float64Array;
  private readonly isCompact: Uint8Array;
  /** Square of the base current at each end, A². */
  private readonly squareFrom: Float64Array;
  private readonly squareTo: Float64Array;
  /** Loading per A; and per unit of apparent power of a phase, 0 where the loading is by current. */
  private readonly perCurrent: Float64Array;
  private readonly perPower: Float64Array;
  private readonly ends = new Float64Array(BRANCH_CURRENTS);

  private readonly currentsToo: boolean;

  constructor(network: Network, currentsToo: boolean) {
    const count = network.branchIds.length;
    this.network = network;
    this.currentsToo = currentsToo;
    this.compact = new Float64Array(12 * count);
    this.isCompact = new Uint8Array(count);
    this.perCurrent = new Float64Array(count);
    this.perPower = new Float64Array(count);
    const square = (node: number) => (BASE_POWER_VA / network.uRatedV[node]!) ** 2 / 3;
    this.squareFrom = Float64Array.from(network.branchFrom, square);
    this.squareTo = Float64Array.from(network.branchTo, square);
    for (let b = 0; b < count; b++) {
      const parts = [network.transfer, network.excessFrom, network.excessTo];
      const forms = parts.map((part, n) => selfMutual(this.compact, 12 * b + 4 * n, part, BLOCK * b));
      this.isCompact[b] = forms.includes(false) ? 0 : 1;
      const kind = network.branchKinds[b];
      const sn = network.ratedPowerVA[b]!;
      if (kind === BRANCH_KIND.line || kind === BRANCH_KIND.asym_line) {
        this.perCurrent[b] = 1 / network.ratedCurrentA[b]!;
      } else if (kind !== BRANCH_KIND.link && sn > 0) this.perPower[b] = BASE_POWER_PHASE_VA / sn;
    }
  }

  /**
   * Writes the loading of every branch and, where they are wanted, the currents of its phases at the end where the largest of
   * them is larger. `re` and `im` hold three phases per node.
   */
  write(re: Float64Array, im: Float64Array, loading: Float64Array, currents: Float64Array): void {
    const currentA = this.currentsToo ? currents : null;
    const { compact, isCompact, squareFrom, squareTo, perCurrent, perPower, network, ends } = this;
    const { branchFrom, branchTo } = network;
    for (let b = 0; b < branchFrom.length; b++) {
      if (isCompact[b] === 0) {
        branchCurrents(ends, network, BLOCK * b, re, im, branchFrom[b]!, branchTo[b]!);
        this.fromEnds(b, re, im, loading, currentA);
        continue;
      }
      const f = 3 * branchFrom[b]!;
      const t = 3 * branchTo[b]!;
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
      const c = 12 * b;
      const xar = far - tar;
      const xai = fai - tai;
      const xbr = fbr - tbr;
      const xbi = fbi - tbi;
      const xcr = fcr - tcr;
      const xci = fci - tci;
      const xsr = xar + xbr + xcr;
      const xsi = xai + xbi + xci;
      const dr = compact[c]!;
      const di = compact[c + 1]!;
      const nr = compact[c + 2]!;
      const ni = compact[c + 3]!;
      const mr = nr * xsr - ni * xsi;
      const mi = nr * xsi + ni * xsr;
      // what goes through the series admittance, from the from to the to end
      const sar = dr * xar - di * xai + mr;
      const sai = dr * xai + di * xar + mi;
      const sbr = dr * xbr - di * xbi + mr;
      const sbi = dr * xbi + di * xbr + mi;
      const scr = dr * xcr - di * xci + mr;
      const sci = dr * xci + di * xcr + mi;
      const gr = compact[c + 4]!;
      const gi = compact[c + 5]!;
      const kr = compact[c + 6]!;
      const ki = compact[c + 7]!;
      const fsr = far + fbr + fcr;
      const fsi = fai + fbi + fci;
      const gmr = kr * fsr - ki * fsi;
      const gmi = kr * fsi + ki * fsr;
      const iar = sar + gr * far - gi * fai + gmr;
      const iai = sai + gr * fai + gi * far + gmi;
      const ibr = sbr + gr * fbr - gi * fbi + gmr;
      const ibi = sbi + gr * fbi + gi * fbr + gmi;
      const icr = scr + gr * fcr - gi * fci + gmr;
      const ici = sci + gr * fci + gi * fcr + gmi;
      const hr = compact[c + 8]!;
      const hi = compact[c + 9]!;
      const lr = compact[c + 10]!;
      const li = compact[c + 11]!;
      const tsr = tar + tbr + tcr;
      const tsi = tai + tbi + tci;
      const hmr = lr * tsr - li * tsi;
      const hmi = lr * tsi + li * tsr;
      const oar = hr * tar - hi * tai + hmr - sar;
      const oai = hr * tai + hi * tar + hmi - sai;
      const obr = hr * tbr - hi * tbi + hmr - sbr;
      const obi = hr * tbi + hi * tbr + hmi - sbi;
      const ocr = hr * tcr - hi * tci + hmr - scr;
      const oci = hr * tci + hi * tcr + hmi - sci;
      if (perPower[b] !== 0) {
        ends[0] = iar;
        ends[1] = iai;
        ends[2] = ibr;
        ends[3] = ibi;
        ends[4] = icr;
        ends[5] = ici;
        ends[6] = oar;
        ends[7] = oai;
        ends[8] = obr;
        ends[9] = obi;
        ends[10] = ocr;
        ends[11] = oci;
        this.fromEnds(b, re, im, loading, currentA);
        continue;
      }
      const bf = squareFrom[b]!;
      const bt = squareTo[b]!;
      const ia = bf * (iar * iar + iai * iai);
      const ib = bf * (ibr * ibr + ibi * ibi);
      const ic = bf * (icr * icr + ici * ici);
      const oa = bt * (oar * oar + oai * oai);
      const ob = bt * (obr * obr + obi * obi);
      const oc = bt * (ocr * ocr + oci * oci);
      let inFrom = ia;
      if (ib > inFrom) inFrom = ib;
      if (ic > inFrom) inFrom = ic;
      let inTo = oa;
      if (ob > inTo) inTo = ob;
      if (oc > inTo) inTo = oc;
      const atFrom = inFrom >= inTo;
      loading[b] = Math.sqrt(atFrom ? inFrom : inTo) * perCurrent[b]!;
      if (currentA !== null) {
        const k = 3 * b;
        currentA[k] = Math.sqrt(atFrom ? ia : oa);
        currentA[k + 1] = Math.sqrt(atFrom ? ib : ob);
        currentA[k + 2] = Math.sqrt(atFrom ? ic : oc);
      }
    }
  }

  /** Loading and currents of one branch from the currents in `ends`. */
  private fromEnds(
    b: number,
    re: Float64Array,
    im: Float64Array,
    loading: Float64Array,
    currentA: Float64Array | null,
  ): void {
    const { ends, network, squareFrom, squareTo, perCurrent, perPower } = this;
    const f = 3 * network.branchFrom[b]!;
    const t = 3 * network.branchTo[b]!;
    let largestFrom = 0;
    let largestTo = 0;
    let powerFrom = 0;
    let powerTo = 0;
    for (let phase = 0; phase < 3; phase++) {
      const iRe = ends[2 * phase]!;
      const iIm = ends[2 * phase + 1]!;
      const oRe = ends[6 + 2 * phase]!;
      const oIm = ends[7 + 2 * phase]!;
      const i = Math.sqrt(iRe * iRe + iIm * iIm);
      const o = Math.sqrt(oRe * oRe + oIm * oIm);
      if (i > largestFrom) largestFrom = i;
      if (o > largestTo) largestTo = o;
      powerFrom += i * Math.sqrt(re[f + phase]! * re[f + phase]! + im[f + phase]! * im[f + phase]!);
      powerTo += o * Math.sqrt(re[t + phase]! * re[t + phase]! + im[t + phase]! * im[t + phase]!);
    }
    const baseFrom = Math.sqrt(squareFrom[b]!);
    const baseTo = Math.sqrt(squareTo[b]!);
    const atFrom = baseFrom * largestFrom >= baseTo * largestTo;
    if (perPower[b] === 0) loading[b] = Math.max(baseFrom * largestFrom, baseTo * largestTo) * perCurrent[b]!;
    else {
      // a leg of a three-winding transformer is judged at its winding, which is its from end
      const leg = network.branchKinds[b] === BRANCH_KIND.three_winding_transformer;
      loading[b] = (leg ? powerFrom : Math.max(powerFrom, powerTo)) * perPower[b]!;
    }
    if (currentA === null) return;
    const at = atFrom ? 0 : 6;
    const base = atFrom ? baseFrom : baseTo;
    for (let phase = 0; phase < 3; phase++) {
      const x = ends[at + 2 * phase]!;
      const y = ends[at + 2 * phase + 1]!;
      currentA[3 * b + phase] = base * Math.sqrt(x * x + y * y);
    }
  }
}
