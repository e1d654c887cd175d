/**
 * The electrical model of every two-ended element, in per unit and in sequence components.
 *
 * An element between nodes f (from) and t (to) draws the currents
 *
 *     I_f = Yff U_f + Yft U_t          I_t = Ytf U_f + Ytt U_t        (positive into the element)
 *
 * This project keeps it as a transfer S and two excesses g, so that equal voltages give no difference of large numbers:
 *
 *     S = -Yft,  g_f = Yff + Yft,  g_t = Ytt + Ytf
 *     I_f = g_f U_f + S (U_f - U_t)    I_t = g_t U_t + Sᵀ (U_t - U_f)
 *
 * All elements are reciprocal: Ytf = Yftᵀ. With an ideal transformer N = k e^(jθ) on the from side, a series admittance y and
 * a shunt admittance b in halves at both ends, all referred to the to side:
 *
 *     Yff = (y + b/2) / k²   Yft = -y / N*   Ytf = -y / N   Ytt = y + b/2
 *
 * The phase shift is +θ in the positive and -θ in the negative sequence, so Ytf is the transpose of Yft in phases.
 * Open at one end, the element is a shunt at the other: b/2 + 1/(1/y + 2/b).
 *
 * Base: 1 MVA of three phases and the rated line-to-line voltage of the node.
 */
import { add, type Complex, inverse, magnitude, mul, polar, type Sequences, scale, sub, ZERO } from './complex.js';
import { DELTA, type Row, WYE_N, ZIGZAG_N } from './schema.js';

export const BASE_POWER_VA = 1e6;
export const FREQUENCY_HZ = 50;
const OMEGA = 2 * Math.PI * FREQUENCY_HZ;
const ONE: Complex = [1, 0];

/** Which ends are closed. */
export interface Ends {
  readonly from: boolean;
  readonly to: boolean;
}

/** An element in sequence components: transfer S and the excesses at both ends. */
export interface TwoPort {
  readonly transfer: Sequences;
  readonly excessFrom: Sequences;
  readonly excessTo: Sequences;
}

interface Port {
  readonly transfer: Complex;
  readonly excessFrom: Complex;
  readonly excessTo: Complex;
}

const NO_PORT: Port = { transfer: ZERO, excessFrom: ZERO, excessTo: ZERO };

/** Below this shunt admittance (per unit) an element that is open at one end draws nothing; PGM does the same. */
const NO_SHUNT = 1e-8;

/** One sequence of an element with series admittance y, shunt admittance b, ratio k and phase shift θ. */
function port(y: Complex, b: Complex, k: number, thetaRad: number, ends: Ends): Port {
  const half = scale(b, 0.5);
  if (ends.from && ends.to) {
    const turn = thetaRad === 0 ? ONE : polar(1, thetaRad);
    const back: Complex = [turn[0], -turn[1]];
    return {
      transfer: scale(mul(y, turn), 1 / k),
      excessFrom: add(scale(mul(y, sub(scale(ONE, 1 / k), turn)), 1 / k), scale(half, 1 / (k * k))),
      excessTo: add(mul(y, sub(ONE, scale(back, 1 / k))), half),
    };
  }
  if (!ends.from && !ends.to) return NO_PORT;
  const shunt = magnitude(b) < NO_SHUNT ? ZERO : add(half, inverse(add(inverse(y), scale(inverse(b), 2))));
  return {
    transfer: ZERO,
    excessFrom: ends.from ? scale(shunt, 1 / (k * k)) : ZERO,
    excessTo: ends.to ? shunt : ZERO,
  };
}

function twoPort(zero: Port, positive: Port, negative: Port): TwoPort {
  return {
    transfer: [zero.transfer, positive.transfer, negative.transfer],
    excessFrom: [zero.excessFrom, positive.excessFrom, negative.excessFrom],
    excessTo: [zero.excessTo, positive.excessTo, negative.excessTo],
  };
}

export const endsOf = (branch: { readonly from_status: number; readonly to_status: number }): Ends => ({
  from: branch.from_status === 1,
  to: branch.to_status === 1,
});

/** Base admittance of a voltage level in S. */
export const baseAdmittance = (uRatedV: number): number => BASE_POWER_VA / (uRatedV * uRatedV);

/** A line or cable: pi model from totals in ohm and farad. In a symmetric calculation all sequences are the positive one. */
export function lineModel(line: Row<'line'>, uRatedV: number, symmetric: boolean): TwoPort {
  const base = baseAdmittance(uRatedV);
  const ends = endsOf(line);
  const sequence = (r: number, x: number, c: number, tan: number) =>
    port(scale(inverse([r, x]), 1 / base), [(OMEGA * c * tan) / base, (OMEGA * c) / base], 1, 0, ends);
  const positive = sequence(line.r1, line.x1, line.c1, line.tan1);
  const zero = symmetric ? positive : sequence(line.r0, line.x0, line.c0, line.tan0);
  return twoPort(zero, positive, positive);
}

/**
 * A link. PGM 1.13.213 gives it no impedance at all, 1.13.137 had 10⁸ (1 + j) per unit. With 10¹⁰ the ends of 1 MVA are 7e-11 pu
 * apart, below all that is asked of voltages, and Newton-Raphson still settles. Its current is the balance of its nodes (`link-flows.ts`).
 */
export function linkModel(link: Row<'link'>): TwoPort {
  const all = port([1e10, 1e10], ZERO, 1, 0, endsOf(link));
  return twoPort(all, all, all);
}

/** A generic branch, for symmetric calculations: pi model on the to side behind a ratio k e^(jθ). */
export function genericBranchModel(branch: Row<'generic_branch'>, uRatedToV: number): TwoPort {
  const base = baseAdmittance(uRatedToV);
  const y = scale(inverse([branch.r1, branch.x1]), 1 / base);
  const b: Complex = [branch.g1 / base, branch.b1 / base];
  const k = orElse(branch.k, 1);
  const theta = orElse(branch.theta, 0) % (2 * Math.PI);
  const ends = endsOf(branch);
  return twoPort(port(y, b, k, 0, ends), port(y, b, k, theta, ends), port(y, b, k, -theta, ends));
}

/** What the model of a two-winding transformer needs; a three-winding transformer is made of three such. */
export interface Windings {
  readonly ends: Ends;
  /** Rated voltages of the nodes. */
  readonly uRatedFromV: number;
  readonly uRatedToV: number;
  /** Voltages of the windings at the present tap. */
  readonly u1: number;
  readonly u2: number;
  readonly sn: number;
  /** At the present tap; negative in the star equivalent of some three-winding transformers. */
  readonly uk: number;
  readonly pk: number;
  readonly i0: number;
  readonly p0: number;
  readonly i0Zero: number;
  readonly p0Zero: number;
  readonly windingFrom: number;
  readonly windingTo: number;
  readonly clock: number;
  /** Ohm; referred to the rated voltage of the node. */
  readonly groundingFrom: Complex;
  readonly groundingTo: Complex;
}

/**
 * A transformer. On the to side: |Z| = |uk| u2²/sn, R = pk u2²/sn², |Y0| = i0 sn/u2², G0 = p0/u2².
 *
 * Zero sequence, with Zg the grounding impedances: YNyn conducts through Z + 3 (Zg_to + Zg_from/k²), reversed for clocks 2, 6
 * and 10. Otherwise each side is a path to earth of its own: an earthed star opposite a delta 1/(1/(1/Z + Y0) + 3 Zg), opposite
 * anything else through the core alone 1/(1/Y0 + 3 Zg), an earthed zigzag 1/(0.1 Z + 3 Zg). Where such a path is missing or is
 * the core's, a trace of susceptance keeps a floating part solvable: of the sign of uk, which is negative in some legs of a three-winding
 * transformer, and on neither side divided by k², both as in PGM.
 */
export function windingsModel(w: Windings, symmetric: boolean): TwoPort {
  const base = baseAdmittance(w.uRatedToV);
  const k = w.u1 / w.u2 / (w.uRatedFromV / w.uRatedToV);
  const u2Square = w.u2 * w.u2;
  const r = (w.pk * u2Square) / (w.sn * w.sn);
  const z = (Math.abs(w.uk) * u2Square) / w.sn;
  const x = Math.sign(w.uk) * Math.sqrt(Math.max(0, z * z - r * r));
  const y = scale(inverse([r, x]), 1 / base);
  const magnetising = (i0: number, p0: number): Complex => {
    const g = p0 / u2Square;
    const total = (i0 * w.sn) / u2Square;
    return [g / base, -Math.sqrt(Math.max(0, total * total - g * g)) / base];
  };
  const b = magnetising(w.i0, w.p0);
  const theta = (w.clock * Math.PI) / 6;
  const positive = port(y, b, k, theta, w.ends);
  const negative = port(y, b, k, -theta, w.ends);
  if (symmetric) return twoPort(port(y, b, k, 0, w.ends), positive, negative);
  return twoPort(zeroSequence(w, y, magnetising(w.i0Zero, w.p0Zero), k), positive, negative);
}

function zeroSequence(w: Windings, y: Complex, b: Complex, k: number): Port {
  const groundingFrom = scale(w.groundingFrom, (3 * baseAdmittance(w.uRatedFromV)) / (k * k));
  const groundingTo = scale(w.groundingTo, 3 * baseAdmittance(w.uRatedToV));
  const z = inverse(y);
  if (w.windingFrom === WYE_N && w.windingTo === WYE_N) {
    const reversed = w.clock === 2 || w.clock === 6 || w.clock === 10;
    return port(inverse(add(z, add(groundingTo, groundingFrom))), b, k, reversed ? Math.PI : 0, w.ends);
  }
  const trace: Complex = [0, (-1e-8 * w.sn) / BASE_POWER_VA / w.uk];
  /** The path to earth of one side, given the winding on the other. */
  const earth = (winding: number, other: number, grounding: Complex): Complex => {
    if (winding === ZIGZAG_N) return inverse(add(scale(z, 0.1), grounding));
    if (winding !== WYE_N) return trace;
    if (other === DELTA) return inverse(add(inverse(add(y, b)), grounding));
    return add(magnitude(b) === 0 ? ZERO : inverse(add(inverse(b), grounding)), trace);
  };
  const from = earth(w.windingFrom, w.windingTo, groundingFrom);
  const to = earth(w.windingTo, w.windingFrom, groundingTo);
  return {
    transfer: ZERO,
    excessFrom: w.ends.from ? (from === trace ? trace : scale(from, 1 / (k * k))) : ZERO,
    excessTo: w.ends.to ? to : ZERO,
  };
}

/** Taps as every transformer states them. */
export interface Taps {
  readonly tap_pos: number;
  readonly tap_min: number;
  readonly tap_max: number;
  readonly tap_nom: number;
  readonly tap_size: number;
}

export interface TapState {
  /** Position within its limits. */
  readonly position: number;
  readonly nominal: number;
  /** What the present tap adds to the voltage of the tapped winding, in V. */
  readonly addedV: number;
}

export function tapState(t: Taps): TapState {
  const nominal = orElse(t.tap_nom, 0);
  const low = Math.min(t.tap_min, t.tap_max);
  const high = Math.max(t.tap_min, t.tap_max);
  const position = Math.max(low, Math.min(high, orElse(t.tap_pos, nominal)));
  const direction = t.tap_max > t.tap_min ? 1 : -1;
  return { position, nominal, addedV: direction * (position - nominal) * t.tap_size };
}

/** uk or pk at a tap: linear from the nominal position to either end. Absent end values mean no change. */
export function atTap(t: Taps, tap: TapState, nominal: number, atMin: number, atMax: number): number {
  const { position } = tap;
  const towardsMax = position <= Math.max(tap.nominal, t.tap_max) && position >= Math.min(tap.nominal, t.tap_max);
  const end = towardsMax ? t.tap_max : t.tap_min;
  const value = orElse(towardsMax ? atMax : atMin, nominal);
  if (end === tap.nominal) return nominal;
  return nominal + ((position - tap.nominal) * (value - nominal)) / (end - tap.nominal);
}

export function transformerModel(
  t: Row<'transformer'>,
  uRatedFromV: number,
  uRatedToV: number,
  symmetric: boolean,
): TwoPort {
  const tap = tapState(t);
  const pk = atTap(t, tap, t.pk, t.pk_min, t.pk_max);
  const i0Zero = orElse(t.i0_zero_sequence, t.i0);
  return windingsModel(
    {
      ends: endsOf(t),
      uRatedFromV,
      uRatedToV,
      u1: t.u1 + (t.tap_side === 0 ? tap.addedV : 0),
      u2: t.u2 + (t.tap_side === 1 ? tap.addedV : 0),
      sn: t.sn,
      uk: atTap(t, tap, t.uk, t.uk_min, t.uk_max),
      pk,
      i0: t.i0,
      p0: t.p0,
      i0Zero,
      p0Zero: orElse(t.p0_zero_sequence, t.p0 + t.pk * (i0Zero * i0Zero - t.i0 * t.i0)),
      windingFrom: t.winding_from,
      windingTo: t.winding_to,
      clock: (t.clock + 12) % 12,
      groundingFrom: [orElse(t.r_grounding_from, 0), orElse(t.x_grounding_from, 0)],
      groundingTo: [orElse(t.r_grounding_to, 0), orElse(t.x_grounding_to, 0)],
    },
    symmetric,
  );
}

/**
 * A three-winding transformer: three two-winding ones from its nodes to a star point at the voltage of node 1. The
 * losses without load are in the first, which is always YNyn0. Short-circuit voltages and losses of the pairs, on the lesser
 * rating of each pair, become those of the star by the delta-star rule on the rating of winding 1.
 */
export function threeWindingModel(
  t: Row<'three_winding_transformer'>,
  uRatedV: readonly [number, number, number],
  symmetric: boolean,
): readonly [TwoPort, TwoPort, TwoPort] {
  const tap = tapState(t);
  const u = [t.u1, t.u2, t.u3].map((value, side) => value + (t.tap_side === side ? tap.addedV : 0));
  const ratio12 = t.sn_1 / Math.min(t.sn_1, t.sn_2);
  const ratio13 = t.sn_1 / Math.min(t.sn_1, t.sn_3);
  const ratio23 = t.sn_1 / Math.min(t.sn_2, t.sn_3);
  const uk = starOf(
    atTap(t, tap, t.uk_12, t.uk_12_min, t.uk_12_max) * ratio12,
    atTap(t, tap, t.uk_13, t.uk_13_min, t.uk_13_max) * ratio13,
    atTap(t, tap, t.uk_23, t.uk_23_min, t.uk_23_max) * ratio23,
  );
  const pk = starOf(
    atTap(t, tap, t.pk_12, t.pk_12_min, t.pk_12_max) * ratio12 * ratio12,
    atTap(t, tap, t.pk_13, t.pk_13_min, t.pk_13_max) * ratio13 * ratio13,
    atTap(t, tap, t.pk_23, t.pk_23_min, t.pk_23_max) * ratio23 * ratio23,
  );
  const sn = [t.sn_1, t.sn_2, t.sn_3];
  const winding = [t.winding_1, t.winding_2, t.winding_3];
  const status = [t.status_1, t.status_2, t.status_3];
  const clock = [0, 24 - t.clock_12, 24 - t.clock_13];
  const grounding: readonly Complex[] = [
    [orElse(t.r_grounding_1, 0), orElse(t.x_grounding_1, 0)],
    [orElse(t.r_grounding_2, 0), orElse(t.x_grounding_2, 0)],
    [orElse(t.r_grounding_3, 0), orElse(t.x_grounding_3, 0)],
  ];
  const leg = (side: 0 | 1 | 2): TwoPort => {
    const share = sn[side]! / t.sn_1;
    return windingsModel(
      {
        ends: { from: status[side] === 1, to: true },
        uRatedFromV: uRatedV[side],
        uRatedToV: uRatedV[0],
        u1: u[side]!,
        u2: u[0]!,
        sn: sn[side]!,
        uk: uk[side] * share,
        pk: pk[side] * share * share,
        i0: side === 0 ? t.i0 : 0,
        p0: side === 0 ? t.p0 : 0,
        i0Zero: side === 0 ? t.i0 : 0,
        p0Zero: side === 0 ? t.p0 : 0,
        windingFrom: side === 0 ? WYE_N : winding[side]!,
        windingTo: side === 0 ? WYE_N : t.winding_1,
        clock: clock[side]! % 12,
        groundingFrom: grounding[side]!,
        groundingTo: ZERO,
      },
      symmetric,
    );
  };
  return [leg(0), leg(1), leg(2)];
}

/** Delta-star: the values of the three legs from those of the pairs. */
const starOf = (v12: number, v13: number, v23: number): readonly [number, number, number] => [
  0.5 * (v12 + v13 - v23),
  0.5 * (v12 + v23 - v13),
  0.5 * (v13 + v23 - v12),
];

/** Impedance of a source of infinite short-circuit power, per unit: of no consequence, and still a number. */
const IDEAL_SOURCE_PU = 1e-16;

/** A source: a voltage behind 1/sk per unit with r/x = rx_ratio; its zero-sequence impedance is z01_ratio times that. */
export function sourceAdmittance(source: Row<'source'>, symmetric: boolean): Sequences {
  const z = Math.max(IDEAL_SOURCE_PU, BASE_POWER_VA / orElse(source.sk, 1e10));
  const rx = orElse(source.rx_ratio, 0.1);
  const x = z / Math.sqrt(1 + rx * rx);
  const y1 = inverse([x * rx, x]);
  const y0 = symmetric ? y1 : scale(y1, 1 / orElse(source.z01_ratio, 1));
  return [y0, y1, y1];
}

export function shuntAdmittance(shunt: Row<'shunt'>, uRatedV: number, symmetric: boolean): Sequences {
  const base = baseAdmittance(uRatedV);
  const y1: Complex = [shunt.g1 / base, shunt.b1 / base];
  const y0: Complex = symmetric ? y1 : [shunt.g0 / base, shunt.b0 / base];
  return [y0, y1, y1];
}

/** A value, or another where the dataset does not give it. */
export const orElse = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);
