/**
 * Coefficient of performance of heat pumps, from the regressions of When2Heat (Ruhnau, Hirth, Praktiknjo, Scientific
 * Data 6:189, 2019): a quadratic in the lift ΔT = sink - source, with a floor of 15 K and a factor for the field.
 */

export interface CopCurve {
  readonly constant: number;
  readonly perK: number;
  readonly perK2: number;
}

/** Air, ground and water as source. */
export const COP_CURVES = {
  air: { constant: 6.08, perK: -0.09, perK2: 0.0005 },
  ground: { constant: 10.29, perK: -0.21, perK2: 0.0012 },
  water: { constant: 9.97, perK: -0.2, perK2: 0.0012 },
} as const satisfies Record<string, CopCurve>;

const LIFT_FLOOR_K = 15;

/** `fieldRatio` is what a pump in use reaches of the curve; When2Heat takes 0.85. */
export function coefficientOfPerformance(curve: CopCurve, sinkC: number, sourceC: number, fieldRatio: number): number {
  // Beyond the vertex the parabola would rise again, which no machine does.
  const vertexK = -curve.perK / (2 * curve.perK2);
  const liftK = Math.min(vertexK, Math.max(LIFT_FLOOR_K, sinkC - sourceC));
  return fieldRatio * (curve.constant + curve.perK * liftK + curve.perK2 * liftK * liftK);
}
