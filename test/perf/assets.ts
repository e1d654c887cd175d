/** `npm run perf:assets`: nanoseconds per asset and tick of each kernel, and bytes allocated per tick. Times are this machine's. */
import { performance } from 'node:perf_hooks';
import { createBatteries, stepBatteries } from '../../twin/core/assets/battery.js';
import { createBusinesses, stepBusinesses } from '../../twin/core/assets/business.js';
import { createEvChargers, stepEvChargers } from '../../twin/core/assets/ev-charger.js';
import { createHeatPlants, stepHeatPlants } from '../../twin/core/assets/heat-plant.js';
import { createHeatPumps, stepHeatPumps } from '../../twin/core/assets/heat-pump.js';
import { createHomes, stepHomes } from '../../twin/core/assets/home.js';
import { createPvs, stepPvs } from '../../twin/core/assets/pv.js';
import {
  type AssetColumns,
  advanceTickContext,
  createTickContext,
  type TickContext,
} from '../../twin/core/assets/tick.js';
import { BUSINESS_TYPES, CALENDAR_TYPES } from '../../twin/wijk/catalogue/businesses.js';
import { CHARGER_TYPES } from '../../twin/wijk/catalogue/charging.js';
import { collectiveHeat } from '../../twin/wijk/catalogue/collective-heat.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../twin/wijk/catalogue/heat.js';
import { householdType } from '../../twin/wijk/catalogue/households.js';
import { loadWijk } from '../../twin/wijk/load.js';
import {
  type BottomUpHousehold,
  batteryParameters,
  businessParameters,
  evChargerParameters,
  heatPlantParameters,
  heatPumpParameters,
  homeType,
  pvParameters,
} from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { columnsFor } from '../fidelity/years.js';

const COUNT = 4225;
/** There are tens of these in a wijk, not thousands. */
const PLANTS = 100;
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

const loaded = loadWijk('merwede-blok');
if (!loaded.ok) throw new Error('merwede-blok must load');
const merwede = loaded.value.wijk.types;
const { shape } = wijkSchema.shape.types;
const many = <P>(parameters: P) => Array.from({ length: COUNT }, (_, slot) => ({ slot, parameters }));

const types = wijkSchema.shape.types.shape.households.parse({ appartement: householdType('appartement', 1) });
const type = homeType(types['appartement'] as BottomUpHousehold);
const homes = createHomes(
  Array.from({ length: COUNT }, (_, slot) => ({
    slot,
    parameters: { annualEnergyWh: 2.25e6, type, phaseShares: [1 / 3, 1 / 3, 1 / 3] },
  })),
);
measure('home', COUNT, (tick, columns) => stepHomes(homes, tick, columns));

const roof = { kind: 'pv', type: 'roof', peakKw: 4, inverterKw: 3.4, tiltDeg: 35, azimuthDeg: 180 } as const;
const pvs = createPvs(many(pvParameters(roof, merwede.pv['roof']!)));
measure('pv', COUNT, (tick, columns) => stepPvs(pvs, tick, columns));

const trip = {
  filterS: 5,
  reduce: { fromV: 248, toV: 253 },
  trip: {
    meanAboveV: 253,
    aboveV: 264.5,
    belowV: 184,
    reconnectBelowV: 253,
    reconnectAfterS: 60,
    rampRatioPerS: 0.0017,
  },
};
const guarded = createPvs(many({ ...pvParameters(roof, merwede.pv['roof']!), overVoltage: trip }));
measure('pv with over-voltage', COUNT, (tick, columns) => {
  columns.voltageV.fill(249);
  stepPvs(guarded, tick, columns);
});

const battery = { kind: 'battery', type: 'battery-10' } as const;
const batteries = createBatteries(many(batteryParameters(battery, merwede.batteries['battery-10']!)));
measure('battery', COUNT, (tick, columns) => {
  columns.freeTargetW.fill(tick.tick % 600 < 300 ? 800 : -800);
  stepBatteries(batteries, tick, columns);
});

const building = shape.buildings.parse(BUILDING_TYPES)['rijwoning-nieuw']!;
const pumps = createHeatPumps(many(heatPumpParameters(shape.heatPumps.parse(HEAT_PUMP_TYPES)['lucht']!, building)));
measure('heat pump, 2R2C, tank', COUNT, (tick, columns) => stepHeatPumps(pumps, tick, columns));

const point = shape.evChargers.parse(CHARGER_TYPES)['thuis-netbewust']!;
const spec = { kind: 'ev-charger', type: 'thuis-netbewust', sockets: 1 } as const;
const chargers = createEvChargers(many(evChargerParameters(spec, point, [1 / 3, 1 / 3, 1 / 3])));
measure('charge point', COUNT, (tick, columns) => stepEvChargers(chargers, tick, columns));

const central = shape.heatPlants.parse({ central: collectiveHeat(120) })['central']!;
const plants = createHeatPlants(
  many(heatPlantParameters({ kind: 'heat-plant', type: 'central', homes: 120 }, central)).slice(0, PLANTS),
);
measure('heat plant, wells, layers', PLANTS, (tick, columns) => stepHeatPlants(plants, tick, columns));

const calendars = shape.calendars.parse(CALENDAR_TYPES);
const businesses = shape.businesses.parse(BUSINESS_TYPES);
const shop = { kind: 'business', type: 'supermarkt', annualKwh: 300_000 } as const;
const shops = createBusinesses(many(businessParameters(shop, businesses['supermarkt']!, calendars)).slice(0, PLANTS));
measure('business with cooling', PLANTS, (tick, columns) => {
  tick.outdoorTemperatureC = 25;
  stepBusinesses(shops, tick, columns);
});
