/**
 * Heat pumps of one type are not in step: where each is in its cycle when a run begins, and at which hours its home draws hot
 * water, follow from (seed, slot). The type gives the band and the mean shape; the energy of a day stays what it says.
 */
import type { HeatPumpParameters } from '../core/assets/heat-pump.js';
import { randomUniform, STREAM } from '../core/base/random.js';

const DRAW = { room: 0, tank: 1, hour: 32 } as const;
/** Draw of a home in an hour against the mean of many homes: from one to the other, evenly; an assumption. */
const HABIT_RATIO = [0.4, 1.6] as const;

/**
 * Initial temperatures anywhere within the hysteresis, if those of the type lie in it: a run that is to begin cold begins
 * cold. Without spread the tanks of a whole wijk would call within the same minute, day after day.
 */
export function spreadHeatPump(parameters: HeatPumpParameters, seed: number, slot: number): HeatPumpParameters {
  const draw = (purpose: number): number => randomUniform(seed, STREAM.hotWater, slot, purpose);
  const within = (initialC: number, lowC: number, highC: number, purpose: number): number =>
    initialC >= lowC && initialC <= highC ? lowC + (highC - lowC) * draw(purpose) : initialC;
  const { building, tank, roomC, hysteresisK } = parameters;
  const [least, most] = HABIT_RATIO;
  return {
    ...parameters,
    building: {
      ...building,
      initialC: within(building.initialC, roomC - hysteresisK, roomC + hysteresisK, DRAW.room),
    },
    ...(tank === undefined
      ? {}
      : {
          tank: {
            ...tank,
            initialC: within(tank.initialC, tank.onC, tank.offC, DRAW.tank),
            drawShape: tank.drawShape.map((share, hour) => share * (least + (most - least) * draw(DRAW.hour + hour))),
          },
        }),
  };
}
