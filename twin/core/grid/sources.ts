/** Sources as currents behind admittances, and the power that they deliver at given voltages. */
import { BLOCK, type Complex } from './complex.js';
import { addProduct } from './kernels.js';
import { BASE_POWER_PHASE_VA, type Network } from './network.js';

export interface SourceCurrents {
  /** Nodes of the closed sources, and their currents y u: six numbers each. */
  readonly node: Int32Array;
  readonly current: Float64Array;
  /** The same for every source of the network; 0 for open ones. */
  readonly all: Float64Array;
}

const TURN: readonly Complex[] = [
  [1, 0],
  [-0.5, -Math.sqrt(3) / 2],
  [-0.5, Math.sqrt(3) / 2],
];

export function sourceCurrents(network: Network): SourceCurrents {
  const all = new Float64Array(6 * network.sourceIds.length);
  const closed: number[] = [];
  network.sourceVoltage.forEach(([re, im], s) => {
    if (network.sourceClosed[s] === 0) return;
    closed.push(s);
    const u = Float64Array.from(TURN.flatMap(([c, d]) => [re * c - im * d, re * d + im * c]));
    addProduct(all, 6 * s, network.sourceAdmittance, BLOCK * s, u, 0);
  });
  return {
    node: Int32Array.from(closed, (s) => network.sourceNode[s]!),
    current: Float64Array.from(closed.flatMap((s) => [...all.subarray(6 * s, 6 * s + 6)])),
    all,
  };
}

/** Total power of each source, + is delivered into the grid, from the voltages of all nodes (three phases each). */
export function writeSourcePower(
  network: Network,
  { all }: SourceCurrents,
  re: Float64Array,
  im: Float64Array,
  activePowerW: Float64Array,
  reactivePowerVar: Float64Array,
): void {
  for (let s = 0; s < activePowerW.length; s++) {
    const n = 3 * network.sourceNode[s]!;
    const at = BLOCK * s;
    let p = 0;
    let q = 0;
    for (let row = 0; row < 3; row++) {
      let ir = all[6 * s + 2 * row]!;
      let ii = all[6 * s + 2 * row + 1]!;
      for (let column = 0; column < 3; column++) {
        const yr = network.sourceAdmittance[at + 6 * row + 2 * column]!;
        const yi = network.sourceAdmittance[at + 6 * row + 2 * column + 1]!;
        ir -= yr * re[n + column]! - yi * im[n + column]!;
        ii -= yr * im[n + column]! + yi * re[n + column]!;
      }
      p += re[n + row]! * ir + im[n + row]! * ii;
      q += im[n + row]! * ir - re[n + row]! * ii;
    }
    activePowerW[s] = p * BASE_POWER_PHASE_VA;
    reactivePowerVar[s] = q * BASE_POWER_PHASE_VA;
  }
}
