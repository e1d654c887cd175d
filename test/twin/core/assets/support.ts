/** A small bench for kernels: columns for n slots, and ticks at a place, a time and a weather. */
import {
  type AssetColumns,
  advanceTickContext,
  createTickContext,
  type TickContext,
} from '../../../../twin/core/assets/tick.js';

export function columnsFor(slots: number): AssetColumns {
  const fill = (value = 0): Float64Array => new Float64Array(slots).fill(value);
  return {
    modelledPowerW: fill(),
    modelledReactiveVar: fill(),
    modelledPhaseW: new Float64Array(3 * slots).fill(Number.NaN),
    modelledPhaseVar: new Float64Array(3 * slots).fill(Number.NaN),
    setpointW: fill(Number.NaN),
    freeTargetW: fill(),
    stateOfChargeRatio: fill(Number.NaN),
    temperatureC: fill(Number.NaN),
    availableMaxW: fill(),
    availableMinW: fill(),
    comfortDeficitKh: fill(),
    supplyTemperatureC: fill(Number.NaN),
    energyDeficitWh: fill(),
    energyThroughputWh: fill(),
    wantedEnergyWh: fill(),
    urgencyRatio: fill(),
    minimumRunW: fill(),
    coldShowers: fill(),
    sgReady: fill(),
    voltageV: fill(Number.NaN),
  };
}

export interface Moment {
  readonly timeUs: number;
  readonly tickS?: number;
  readonly seed?: number;
  readonly outdoorTemperatureC?: number;
  readonly globalIrradianceWPerM2?: number;
  readonly diffuseIrradianceWPerM2?: number;
}

/** A context at De Bilt; pass one to reuse it, as the engine does. */
export function tickAt(moment: Moment, context: TickContext = createTickContext()): TickContext {
  context.latitudeDeg = 52.1;
  context.longitudeDeg = 5.18;
  context.tickS = moment.tickS ?? 1;
  context.timeUs = moment.timeUs;
  context.tick = Math.round(moment.timeUs / 1e6 / context.tickS);
  context.seed = moment.seed ?? 1;
  context.outdoorTemperatureC = moment.outdoorTemperatureC ?? 5;
  context.globalIrradianceWPerM2 = moment.globalIrradianceWPerM2 ?? 0;
  context.diffuseIrradianceWPerM2 = moment.diffuseIrradianceWPerM2 ?? 0;
  advanceTickContext(context);
  return context;
}

export const utc = (text: string): number => Date.parse(text) * 1000;
