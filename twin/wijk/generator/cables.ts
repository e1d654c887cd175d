/** Dutch low-voltage cables: what the generated grids are laid with. Per km at 20 °C; rated current in soil of 0.75 K·m/W. */

export interface CableType {
  readonly name: string;
  readonly rOhmPerKm: number;
  readonly xOhmPerKm: number;
  readonly r0OhmPerKm: number;
  readonly x0OhmPerKm: number;
  readonly ratedA: number;
}

/**
 * Figures of the public Gaia type library (Phase to Phase, 2023), as used by Dutch network operators: resistance,
 * reactance and rating per type. Capacitance is not in it: 0.72 µF/km, the value of power-grid-model's own examples for
 * 4x150 Al, which at 400 V weighs nothing.
 */
export const CABLES = {
  main: { name: '4x150 Al', rOhmPerKm: 0.206, xOhmPerKm: 0.079, r0OhmPerKm: 0.6, x0OhmPerKm: 0.15, ratedA: 260 },
  heavy: { name: '4x240 Al', rOhmPerKm: 0.129, xOhmPerKm: 0.073, r0OhmPerKm: 0.4, x0OhmPerKm: 0.15, ratedA: 330 },
  service10: { name: '4x10 Cu', rOhmPerKm: 1.83, xOhmPerKm: 0.063, r0OhmPerKm: 4.22, x0OhmPerKm: 0.24, ratedA: 101 },
  service16: { name: '4x16 Al', rOhmPerKm: 1.91, xOhmPerKm: 0.096, r0OhmPerKm: 4.65, x0OhmPerKm: 0.16, ratedA: 70 },
} as const satisfies Record<string, CableType>;

export const CAPACITANCE_F_PER_KM = 0.72e-6;
