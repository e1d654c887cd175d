/** Thermal masses, solved exactly over a tick in which everything else is constant. */

/**
 * Temperature after `seconds` of  C dT/dt = heat - UA (T - ambient).
 * T(t) = T∞ + (T0 - T∞) e^(-t UA / C), T∞ = ambient + heat / UA. In W, W/K, J/K and °C.
 */
export function massTemperatureC(
  temperatureC: number,
  ambientC: number,
  heatW: number,
  lossWPerK: number,
  capacityJPerK: number,
  seconds: number,
): number {
  if (lossWPerK === 0) return temperatureC + (heatW * seconds) / capacityJPerK;
  const finalC = ambientC + heatW / lossWPerK;
  return finalC + (temperatureC - finalC) * Math.exp((-seconds * lossWPerK) / capacityJPerK);
}

/** Constant heat that brings the mass to `targetC` at the end of `seconds`, W; negative if it must cool. */
export function heatToReachW(
  temperatureC: number,
  targetC: number,
  ambientC: number,
  lossWPerK: number,
  capacityJPerK: number,
  seconds: number,
): number {
  if (lossWPerK === 0) return ((targetC - temperatureC) * capacityJPerK) / seconds;
  const decay = Math.exp((-seconds * lossWPerK) / capacityJPerK);
  return ((targetC - temperatureC * decay) / (1 - decay) - ambientC) * lossWPerK;
}

/** Mean temperature over the same `seconds`: what losses follow. */
export function massMeanC(
  temperatureC: number,
  ambientC: number,
  heatW: number,
  lossWPerK: number,
  capacityJPerK: number,
  seconds: number,
): number {
  if (lossWPerK === 0) return temperatureC + (heatW * seconds) / (2 * capacityJPerK);
  const finalC = ambientC + heatW / lossWPerK;
  const x = (seconds * lossWPerK) / capacityJPerK;
  // (1 - e^-x)/x loses digits when x is small; expm1 does not.
  return finalC - ((temperatureC - finalC) * Math.expm1(-x)) / x;
}

/**
 * Two masses: air and fabric (2R2C).
 *   Ca dTa/dt = Qa - Hv (Ta - To) - Hc (Ta - Tf)        air, with ventilation and the coupling to the fabric
 *   Cf dTf/dt = Qf - Hf (Tf - To) + Hc (Ta - Tf)        fabric, with its own way outside
 * In x = (Ta - To, Tf - To) this is dx/dt = A x + q, and over a tick of h seconds with constant q
 *   x' = E x + G q,  mean x = (G x + M q) / h,  with E = e^(A h), G = ∫ E dt, M = ∫ G dt.
 * A has two real negative eigenvalues, since it is similar to a symmetric matrix: E, G and M are sums over them.
 */
export interface TwoMasses {
  readonly airJPerK: number;
  readonly fabricJPerK: number;
  readonly ventilationWPerK: number;
  readonly couplingWPerK: number;
  readonly fabricWPerK: number;
}

/** Numbers of a step, for one tick length: E, G and M/h row by row; 12 in all. */
export const TWO_MASS_STEP = 12;

export function prepareTwoMasses(m: TwoMasses, seconds: number, out: Float64Array, at: number): void {
  const a = -(m.ventilationWPerK + m.couplingWPerK) / m.airJPerK;
  const b = m.couplingWPerK / m.airJPerK;
  const c = m.couplingWPerK / m.fabricJPerK;
  const d = -(m.fabricWPerK + m.couplingWPerK) / m.fabricJPerK;
  const half = (a + d) / 2;
  const root = Math.sqrt(((a - d) / 2) ** 2 + b * c);
  const fast = half - root;
  // The product of both is the determinant: the slow one from it, without a difference of near numbers.
  const slow = (a * d - b * c) / fast;
  // Projections: P1 = (A - slow) / (fast - slow), P2 = I - P1.
  const p = [(a - slow) / (fast - slow), b / (fast - slow), c / (fast - slow), (d - slow) / (fast - slow)];
  for (let i = 0; i < 4; i++) {
    const first = p[i]!;
    const second = (i === 0 || i === 3 ? 1 : 0) - first;
    out[at + i] = first * Math.exp(fast * seconds) + second * Math.exp(slow * seconds);
    const g = first * integral(fast, seconds) + second * integral(slow, seconds);
    out[at + 4 + i] = g;
    out[at + 8 + i] = first * doubleIntegral(fast, seconds) + second * doubleIntegral(slow, seconds);
  }
}

const integral = (rate: number, seconds: number): number => (rate === 0 ? seconds : Math.expm1(rate * seconds) / rate);

/** ∫ (e^(r t) - 1)/r dt; as a series where the difference would lose digits. */
function doubleIntegral(rate: number, seconds: number): number {
  const x = rate * seconds;
  if (Math.abs(x) < 1e-3) return seconds * seconds * (1 / 2 + x / 6 + (x * x) / 24 + (x * x * x) / 120);
  return (Math.expm1(x) - x) / (rate * rate);
}
