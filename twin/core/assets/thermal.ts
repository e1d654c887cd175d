/** One thermal mass behind one resistance, solved exactly over a tick in which everything else is constant. */

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
