/** The nominal voltage from a phase to neutral where a connection's fuses are. */
import type { PreparedGrid } from '../core/grid/prepare.js';

/** Low voltage is 230/400 V, whatever its transformer has on its plate. */
const LOW_VOLTAGE_V = 230;
export const LOW_VOLTAGE_MAX_V = 1000;

/** V; `load` is the position of the connection's load in the grid, undefined where it is not known. */
export function phaseVoltageV({ network }: PreparedGrid, load: number | undefined): number {
  const ratedV = load === undefined ? Number.NaN : network.uRatedV[network.loadNode[load]!]!;
  return ratedV > LOW_VOLTAGE_MAX_V ? ratedV / Math.sqrt(3) : LOW_VOLTAGE_V;
}
