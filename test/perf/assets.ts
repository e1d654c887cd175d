/** `npm run perf:assets`: nanoseconds per asset and tick of each kernel, and bytes allocated per tick. Times are this machine's. */
import { performance } from 'node:perf_hooks';
import { createHomes, stepHomes } from '../../twin/core/assets/home.js';
import {
  type AssetColumns,
  advanceTickContext,
  createTickContext,
  type TickContext,
} from '../../twin/core/assets/tick.js';
import { householdType } from '../../twin/wijk/catalogue/households.js';
import { type BottomUpHousehold, homeType } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { columnsFor } from '../fidelity/years.js';

const COUNT = 4225;
const START_US = Date.parse('2012-02-03T15:00:00Z') * 1000;

function measure(name: string, count: number, step: (tick: TickContext, columns: AssetColumns) => void): void {
  const columns = columnsFor(count);
  const context = createTickContext();
  Object.assign(context, { tickS: 1, seed: 1, latitudeDeg: 52.1, longitudeDeg: 5.18, outdoorTemperatureC: -5 });
  let t = 0;
  const run = (ticks: number): void => {
    for (let i = 0; i < ticks; i++, t++) {
      context.tick = t;
      context.timeUs = START_US + t * 1e6;
      advanceTickContext(context);
      step(context, columns);
    }
  };
  run(4000);
  global.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const from = performance.now();
  run(4000);
  const ms = performance.now() - from;
  const bytes = (process.memoryUsage().heapUsed - heap) / 4000;
  process.stdout.write(
    `${name.padEnd(24)} ${((ms * 1e6) / 4000 / count).toFixed(1).padStart(8)} ns/asset-tick ${(ms / 4000).toFixed(3).padStart(8)} ms/tick of ${count}  ${bytes.toFixed(1)} B/tick\n`,
  );
}

const types = wijkSchema.shape.types.shape.households.parse({ appartement: householdType('appartement', 1) });
const type = homeType(types['appartement'] as BottomUpHousehold);
const homes = createHomes(
  Array.from({ length: COUNT }, (_, slot) => ({
    slot,
    parameters: { annualEnergyWh: 2.25e6, type, phaseShares: [1 / 3, 1 / 3, 1 / 3] },
  })),
);
measure('home', COUNT, (tick, columns) => stepHomes(homes, tick, columns));
