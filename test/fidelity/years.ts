/** A year for kernels: contexts tick by tick with generated weather, without grid and engine. */
import {
  type AssetColumns,
  advanceTickContext,
  createTickContext,
  type TickContext,
} from '../../twin/core/assets/tick.js';
import { daysFromCivil } from '../../twin/core/base/civil.js';
import type { DailyFigures } from '../../twin/core/weather/daily.js';
import { generateDays } from '../../twin/core/weather/generate.js';
import { dayMinutes, type WeatherMinutes } from '../../twin/core/weather/reconstruct.js';

export const YEAR = 2011;
export const LATITUDE_DEG = 52.1;
export const LONGITUDE_DEG = 5.18;

export function columnsFor(slots: number): AssetColumns {
  const fill = (count: number, value = 0): Float64Array => new Float64Array(count).fill(value);
  return {
    modelledPowerW: fill(slots),
    modelledReactiveVar: fill(slots),
    modelledPhaseW: fill(3 * slots, Number.NaN),
    modelledPhaseVar: fill(3 * slots, Number.NaN),
    setpointW: fill(slots, Number.NaN),
    freeTargetW: fill(slots),
    stateOfChargeRatio: fill(slots, Number.NaN),
    temperatureC: fill(slots, Number.NaN),
    supplyTemperatureC: fill(slots, Number.NaN),
    energyDeficitWh: fill(slots),
    energyThroughputWh: fill(slots),
    wantedEnergyWh: fill(slots),
    urgencyRatio: fill(slots),
    minimumRunW: fill(slots),
    coldShowers: fill(slots),
    sgReady: fill(slots),
    voltageV: fill(slots, Number.NaN),
    availableMaxW: fill(slots),
    availableMinW: fill(slots),
    comfortDeficitKh: fill(slots),
  };
}

/** Calls `each` for every tick of the days from `firstDay` on, with calendar, sun and weather in the context. */
export function runDays(
  days: readonly DailyFigures[],
  from: number,
  count: number,
  tickS: number,
  seed: number,
  each: (tick: TickContext, index: number) => void,
): void {
  const context = createTickContext();
  context.latitudeDeg = LATITUDE_DEG;
  context.longitudeDeg = LONGITUDE_DEG;
  context.tickS = tickS;
  context.seed = seed;
  const perDay = 86_400 / tickS;
  let index = 0;
  for (let d = from; d < from + count; d++) {
    const minutes = minutesOf(days, d);
    for (let t = 0; t < perDay; t++) {
      const second = t * tickS;
      const at = 4 * Math.floor(second / 60);
      context.tick = index;
      context.timeUs = (days[d]!.day * 86_400 + second) * 1e6;
      context.outdoorTemperatureC = minutes[at]!;
      context.globalIrradianceWPerM2 = minutes[at + 1]!;
      context.diffuseIrradianceWPerM2 = minutes[at + 2]!;
      advanceTickContext(context);
      each(context, index++);
    }
  }
}

/** Sections look at the same weather again and again: rebuilding its minutes is a third of the report's processor time. */
const rebuilt = new WeakMap<readonly DailyFigures[], WeatherMinutes[]>();

function minutesOf(days: readonly DailyFigures[], index: number): WeatherMinutes {
  const known = rebuilt.get(days) ?? [];
  rebuilt.set(days, known);
  known[index] ??= dayMinutes(days, index, LATITUDE_DEG, LONGITUDE_DEG);
  return known[index];
}

const generated = new Map<string, readonly DailyFigures[]>();

/** The days of a year, the same list for the same year and seed. */
export function generatedYear(year = YEAR, seed = 1): readonly DailyFigures[] {
  const key = `${year}/${seed}`;
  const first = daysFromCivil(year, 1, 1);
  const days = generated.get(key) ?? generateDays(seed, first, daysFromCivil(year + 1, 1, 1) - first);
  generated.set(key, days);
  return days;
}
