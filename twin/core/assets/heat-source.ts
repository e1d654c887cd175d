/**
 * Where the central heat pumps of a heat plant take their heat: surface water (aquathermal), an aquifer with a warm and a
 * cold well (ATES, in Dutch WKO), or a source of constant temperature.
 *
 * Surface water: its undisturbed temperature is a yearly cosine at first and then follows the air through a first-order lag
 * of days, exact over a tick, never below freezing. Below `minimumC` nothing is taken from it.
 *
 * Wells: each is the water that was stored there, V m³ at one temperature, in ground of a constant temperature towards
 * which it decays exactly. Heating pumps from the warm well, cools by `cooledK` and stores in the cold one:
 *   dV = Q / (c · cooledK);   a warm well that is empty gives ground water.
 * Regeneration runs the other way: water of the cold well is warmed by the surface water and stored in the warm one, while
 * that is warm enough and the yearly books are not yet even. Heat of both wells above the ground:
 *   Δ(c Vw (Tw - Tg) + c Vc (Tc - Tg)) = - taken out + put in - lost to the ground
 * Pumping costs a fixed energy per m³.
 *
 * The temperature that the heat pump sees is that of the water less the exchanger's approach.
 */
import type { TickContext } from './tick.js';

export interface SurfaceWaterParameters {
  readonly meanC: number;
  readonly amplitudeK: number;
  /** Day of the year on which it is warmest. */
  readonly warmestDay: number;
  /** Time constant with which it follows the air, s. */
  readonly followS: number;
  /** By which sun and sewage keep it above the air in the mean. */
  readonly aboveAirK: number;
  readonly minimumC: number;
  readonly cooledK: number;
  readonly exchangerK: number;
  readonly pumpJPerM3: number;
}

export interface AtesParameters {
  readonly groundC: number;
  readonly warmC: number;
  readonly coldC: number;
  /** Water stored in each well at first, m³. */
  readonly warmM3: number;
  readonly coldM3: number;
  /** Decay towards the ground, 1/s. */
  readonly lossPerS: number;
  readonly cooledK: number;
  readonly exchangerK: number;
  readonly pumpJPerM3: number;
  /** Absent: never regenerated. */
  readonly regeneration?: { readonly aboveC: number; readonly m3PerS: number };
}

export interface HeatSourceParameters {
  /** Used if there is neither of the others; NaN otherwise. */
  readonly constantC: number;
  readonly surfaceWater?: SurfaceWaterParameters;
  readonly ates?: AtesParameters;
}

export interface HeatSources {
  readonly parameters: readonly HeatSourceParameters[];
  readonly waterC: Float64Array;
  readonly warmC: Float64Array;
  readonly coldC: Float64Array;
  readonly warmM3: Float64Array;
  readonly coldM3: Float64Array;
  /** Which one serves in this tick: SOURCE_OF_HEAT. */
  readonly serving: Uint8Array;
  /** What the heat pump sees, °C, and energy of pumping per energy taken. */
  readonly sourceC: Float64Array;
  readonly pumpingRatio: Float64Array;
  /** Ledgers, J: taken from surface water by the heat pumps, from the wells, put into them, and lost to the ground. */
  readonly fromWaterJ: Float64Array;
  readonly fromWellsJ: Float64Array;
  readonly intoWellsJ: Float64Array;
  readonly groundLossJ: Float64Array;
  readonly constantJ: Float64Array;
  /** Pumping for regeneration in this tick, W. */
  readonly regenerationW: Float64Array;
  /** Arguments of the operations below, places in an array: a number that crosses a call may be boxed on the heap. */
  readonly ask: Float64Array;
}

export const SOURCE_OF_HEAT = { none: 0, constant: 1, surfaceWater: 2, ates: 3 } as const;

const WATER_J_PER_M3_K = 1.163e3 * 3600;

export function createHeatSources(parameters: readonly HeatSourceParameters[]): HeatSources {
  const n = parameters.length;
  const zero = (): Float64Array => new Float64Array(n);
  const well = (value: (ates: AtesParameters) => number): Float64Array =>
    Float64Array.from(parameters, ({ ates }) => (ates === undefined ? Number.NaN : value(ates)));
  return {
    parameters,
    waterC: zero().fill(Number.NaN),
    warmC: well((a) => a.warmC),
    coldC: well((a) => a.coldC),
    warmM3: well((a) => a.warmM3),
    coldM3: well((a) => a.coldM3),
    serving: new Uint8Array(n),
    sourceC: zero().fill(Number.NaN),
    pumpingRatio: zero(),
    fromWaterJ: zero(),
    fromWellsJ: zero(),
    intoWellsJ: zero(),
    groundLossJ: zero(),
    constantJ: zero(),
    regenerationW: zero(),
    ask: new Float64Array(2),
  };
}

/** Moves water and wells on by a tick, and says what serves: the warmer of the two that can. */
export function prepareSource(s: HeatSources, k: number, tick: TickContext): void {
  const { surfaceWater, ates, constantC } = s.parameters[k]!;
  s.serving[k] = SOURCE_OF_HEAT.none;
  if (surfaceWater === undefined && ates === undefined) {
    s.serving[k] = SOURCE_OF_HEAT.constant;
    s.sourceC[k] = constantC;
    return;
  }
  if (surfaceWater !== undefined) {
    followAir(s, k, surfaceWater, tick);
    // Also where it is too cold to serve: whoever reckons with the source then gets a temperature, and takes nothing.
    s.sourceC[k] = s.waterC[k]! - surfaceWater.exchangerK;
    if (s.waterC[k]! >= surfaceWater.minimumC) serve(s, k, SOURCE_OF_HEAT.surfaceWater, surfaceWater);
  }
  if (ates !== undefined) {
    decay(s, k, ates, tick);
    const wellC = (s.warmM3[k]! > 0 ? s.warmC[k]! : ates.groundC) - ates.exchangerK;
    if (s.serving[k] === SOURCE_OF_HEAT.none || wellC > s.sourceC[k]!) {
      s.sourceC[k] = wellC;
      serve(s, k, SOURCE_OF_HEAT.ates, ates);
    }
  }
}

function serve(
  s: HeatSources,
  k: number,
  which: number,
  p: { readonly cooledK: number; readonly pumpJPerM3: number },
): void {
  s.serving[k] = which;
  s.pumpingRatio[k] = p.pumpJPerM3 / (WATER_J_PER_M3_K * p.cooledK);
}

function followAir(s: HeatSources, k: number, p: SurfaceWaterParameters, tick: TickContext): void {
  if (Number.isNaN(s.waterC[k]!)) {
    s.waterC[k] = p.meanC + p.amplitudeK * Math.cos((2 * Math.PI * (tick.dayOfYear - p.warmestDay)) / 365.25);
  }
  // Frost makes ice, not colder water.
  const airC = Math.max(0, tick.outdoorTemperatureC + p.aboveAirK);
  s.waterC[k] = airC + (s.waterC[k]! - airC) * Math.exp(-tick.tickS / p.followS);
}

function decay(s: HeatSources, k: number, p: AtesParameters, tick: TickContext): void {
  const seconds = tick.tickS;
  const keep = Math.exp(-p.lossPerS * seconds);
  const lost = -Math.expm1(-p.lossPerS * seconds) * WATER_J_PER_M3_K;
  const warmK = s.warmC[k]! - p.groundC;
  const coldK = s.coldC[k]! - p.groundC;
  s.groundLossJ[k] = s.groundLossJ[k]! + lost * (s.warmM3[k]! * warmK + s.coldM3[k]! * coldK);
  s.warmC[k] = p.groundC + warmK * keep;
  s.coldC[k] = p.groundC + coldK * keep;
}

/** Books the `ask[0]` joule that the heat pumps took in this tick. */
export function takeHeat(s: HeatSources, k: number): void {
  const heatJ = s.ask[0]!;
  switch (s.serving[k]) {
    case SOURCE_OF_HEAT.constant:
      s.constantJ[k] = s.constantJ[k]! + heatJ;
      return;
    case SOURCE_OF_HEAT.surfaceWater:
      s.fromWaterJ[k] = s.fromWaterJ[k]! + heatJ;
      return;
    case SOURCE_OF_HEAT.ates: {
      const { cooledK, groundC } = s.parameters[k]!.ates!;
      const m3 = heatJ / (WATER_J_PER_M3_K * cooledK);
      const storedM3 = Math.min(m3, s.warmM3[k]!);
      s.warmM3[k] = s.warmM3[k]! - storedM3;
      // What comes from the warm well and what comes from the ground behind it, both colder by the same.
      const has = s.coldM3[k]!;
      const heat = storedM3 * (s.warmC[k]! - cooledK) + (m3 - storedM3) * (groundC - cooledK);
      if (m3 > 0) s.coldC[k] = (has * s.coldC[k]! + heat) / (has + m3);
      s.coldM3[k] = has + m3;
      s.fromWellsJ[k] = s.fromWellsJ[k]! + heatJ;
    }
  }
}

/**
 * Warms water of the cold well and stores it in the warm one for `ask[0]` seconds, if the surface water is warm enough, more
 * has been taken out than put in, and the pumps may have `ask[1]` W. Writes what they take.
 */
export function regenerate(s: HeatSources, k: number): void {
  const seconds = s.ask[0]!;
  const allowedW = s.ask[1]!;
  s.regenerationW[k] = 0;
  const { ates, surfaceWater } = s.parameters[k]!;
  if (ates?.regeneration === undefined || surfaceWater === undefined) return;
  const storeC = s.waterC[k]! - surfaceWater.exchangerK;
  const owedJ = s.fromWellsJ[k]! - s.intoWellsJ[k]!;
  if (storeC < ates.regeneration.aboveC || owedJ <= 0) return;
  const fromC = s.coldM3[k]! > 0 ? s.coldC[k]! : ates.groundC;
  const riseK = storeC - fromC;
  if (riseK <= 0) return;
  // Both circuits pump: the wells' and that of the surface water.
  const joulePerM3 = ates.pumpJPerM3 + surfaceWater.pumpJPerM3;
  let m3 = Math.min(ates.regeneration.m3PerS * seconds, owedJ / (WATER_J_PER_M3_K * riseK));
  // A cold well that runs out within the tick ends it there.
  if (s.coldM3[k]! > 0) m3 = Math.min(m3, s.coldM3[k]!);
  const powerW = (m3 * joulePerM3) / seconds;
  if (powerW > allowedW) return;
  if (s.coldM3[k]! > 0) s.coldM3[k] = s.coldM3[k]! - m3;
  const has = s.warmM3[k]!;
  s.warmC[k] = (has * s.warmC[k]! + m3 * storeC) / (has + m3);
  s.warmM3[k] = has + m3;
  s.intoWellsJ[k] = s.intoWellsJ[k]! + m3 * WATER_J_PER_M3_K * riseK;
  s.regenerationW[k] = powerW;
}

/** Heat of both wells above the ground, J. */
export function wellsHeatJ(s: HeatSources, k: number): number {
  const groundC = s.parameters[k]!.ates!.groundC;
  return WATER_J_PER_M3_K * (s.warmM3[k]! * (s.warmC[k]! - groundC) + s.coldM3[k]! * (s.coldC[k]! - groundC));
}
