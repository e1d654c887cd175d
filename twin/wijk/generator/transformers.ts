/** Dutch distribution transformers, 10.5/0.42 kV Dyn5 with taps of ±2 x 0.25 kV: impedance and ecodesign losses (2009) of the public Gaia type library. */
import type { TransformerType } from './grid-writer.js';

const of = (kva: number, ukRatio: number, loadLossW: number, noLoadLossW: number): TransformerType => ({
  ratedVA: kva * 1000,
  ukRatio,
  loadLossW,
  noLoadLossW,
  // Not in the library: a usual value.
  noLoadCurrentRatio: 0.003,
});

/** Smallest first. */
export const TRANSFORMERS: readonly TransformerType[] = [
  of(250, 0.04, 2640, 365),
  of(400, 0.04, 3750, 520),
  of(630, 0.04, 5200, 745),
  of(1000, 0.06, 8800, 970),
];
