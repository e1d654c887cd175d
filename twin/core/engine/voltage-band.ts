/** The band of voltages at connections. */
import type { Model } from './model.js';

/** Un ± 10 % at 230 V: Netcode, NEN-EN 50160. */
export const LOW_RATIO = 0.9;
export const HIGH_RATIO = 1.1;

/** Within this much of a limit a voltage is divided by its rated one and judged; what is further inside costs a comparison. */
const NEAR_RATIO = 1e-6;

/** Per connection, V: a phase above the one and below the other is in the band whatever rounding does. */
export function surelyInBand(model: Model, nodeRatedV: Float64Array): { aboveV: Float64Array; belowV: Float64Array } {
  const at = (ratio: number) =>
    Float64Array.from(model.connections.node, (node) => (ratio * nodeRatedV[node]!) / Math.sqrt(3));
  return { aboveV: at(LOW_RATIO + NEAR_RATIO), belowV: at(HIGH_RATIO - NEAR_RATIO) };
}
