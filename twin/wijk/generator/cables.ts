/** Dutch low-voltage cables: what the generated grids are laid with. Per km at 20 °C; rated current in soil of 0.75 K·m/W. */

export interface CableType {
  readonly name: string;
  readonly rOhmPerKm: number;
  readonly xOhmPerKm: number;
  readonly r0OhmPerKm: number;
  readonly x0OhmPerKm: number;
  readonly ratedA: number;
  /** That of low-voltage cables if absent. */
  readonly capacitanceFPerKm?: number;
}

/**
 * Figures of the public Gaia type library (Phase to Phase, 2023), as used by Dutch network operators: resistance,
 * reactance and rating per type. Capacitance is not in it: 0.72 µF/km, the value of power-grid-model's own examples for
 * 4x150 Al, which at 400 V weighs nothing.
 */
export const CABLES = {
  light: { name: '4x50 Al', rOhmPerKm: 0.641, xOhmPerKm: 0.085, r0OhmPerKm: 1.64, x0OhmPerKm: 0.15, ratedA: 130 },
  medium: { name: '4x95 Al', rOhmPerKm: 0.32, xOhmPerKm: 0.082, r0OhmPerKm: 0.91, x0OhmPerKm: 0.15, ratedA: 200 },
  main: { name: '4x150 Al', rOhmPerKm: 0.206, xOhmPerKm: 0.079, r0OhmPerKm: 0.6, x0OhmPerKm: 0.15, ratedA: 260 },
  heavy: { name: '4x240 Al', rOhmPerKm: 0.129, xOhmPerKm: 0.073, r0OhmPerKm: 0.4, x0OhmPerKm: 0.15, ratedA: 330 },
  service10: { name: '4x10 Cu', rOhmPerKm: 1.83, xOhmPerKm: 0.063, r0OhmPerKm: 4.22, x0OhmPerKm: 0.24, ratedA: 101 },
  service16: { name: '4x16 Al', rOhmPerKm: 1.91, xOhmPerKm: 0.096, r0OhmPerKm: 4.65, x0OhmPerKm: 0.16, ratedA: 70 },
} as const satisfies Record<string, CableType>;

export const CAPACITANCE_F_PER_KM = 0.72e-6;

/**
 * 3x1x240 Al XLPE 6/10 kV in trefoil: resistance, reactance and rating of the same library. Its zero sequence is not in it: 0.4
 * and 0.3 Ω/km are usual values, and behind Dyn transformers nothing flows in it. Capacitance as of such cables in general.
 */
export const MV_CABLE: CableType = {
  name: '3x1x240 Al',
  rOhmPerKm: 0.126,
  xOhmPerKm: 0.109,
  r0OhmPerKm: 0.4,
  x0OhmPerKm: 0.3,
  ratedA: 370,
  capacitanceFPerKm: 0.4e-6,
};
