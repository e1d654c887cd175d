/** Cars: simultaneity of home points, the netbewust profile, and energy that cars leave without. */
import { capacityOf, createEvChargers, stepEvChargers } from '../../twin/core/assets/ev-charger.js';
import { CHARGER_TYPES } from '../../twin/wijk/catalogue/charging.js';
import { evChargerParameters } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { type Figure, mean, type Section, shown, within } from './figure.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const types = wijkSchema.shape.types.shape.evChargers.parse(CHARGER_TYPES);
export const charger = (type: string, sockets = 1) =>
  evChargerParameters({ kind: 'ev-charger', type, sockets }, types[type]!, [1 / 3, 1 / 3, 1 / 3]);

interface ChargingYear {
  readonly quarterW: Float64Array;
  /** Mean working day, local quarter-hours, W per point. */
  readonly dayW: number[];
  readonly deliveredKwh: number;
  readonly missedKwh: number;
  /** Metered to delivered; and what cars wanted to delivered, left without, and still wanted. */
  readonly imbalance: number;
  readonly wants: number;
}

export function chargingYear(type: string, points: number, sockets: number, tickS: number): ChargingYear {
  const set = createEvChargers(
    Array.from({ length: points }, (_, slot) => ({ slot, parameters: charger(type, sockets) })),
  );
  const columns = columnsFor(points);
  const days = generatedYear();
  const quarterW = new Float64Array(days.length * 96);
  const dayW = new Array<number>(96).fill(0);
  const count = new Array<number>(96).fill(0);
  let throughWh = 0;
  let broughtWh = 0;
  const dayOf = new Float64Array(set.day.length).fill(Number.NaN);
  runDays(days, 0, days.length, tickS, 1, (tick, index) => {
    stepEvChargers(set, tick, columns);
    // A session is drawn with the day of its socket; what it brought is what it got in this tick and what it wants still.
    for (let s = 0; s < dayOf.length; s++) {
      if (dayOf[s] === set.day[s]) continue;
      dayOf[s] = set.day[s]!;
      broughtWh += set.wantedWh[s]! + (set.powerW[s]! * tickS) / 3600;
    }
    let sum = 0;
    for (let k = 0; k < points; k++) sum += columns.modelledPowerW[k]! - set.parameters[k]!.standbyW;
    throughWh += (sum * tickS) / 3600;
    quarterW[Math.floor((index * tickS) / 900)]! += (sum * tickS) / 900;
    const q = Math.floor(tick.localSecondOfDay / 900);
    if (tick.weekday < 5) {
      dayW[q]! += sum / points;
      count[q]! += 1;
    }
  });
  const delivered = set.deliveredWh.reduce((sum, wh) => sum + wh, 0);
  const left = set.deficitWh.reduce((sum, wh) => sum + wh, 0);
  const waiting = set.wantedWh.reduce((sum, wh) => sum + wh, 0);
  return {
    quarterW,
    dayW: dayW.map((sum, q) => sum / count[q]!),
    deliveredKwh: delivered / 1000 / points,
    missedKwh: left / 1000 / points,
    imbalance: Math.abs(delivered - throughWh) / throughWh,
    wants: Math.abs(broughtWh - delivered - left - waiting) / broughtWh,
  };
}

const BOLLERSLEV = 'Bollerslev et al. 2022: more than 50 cars at 11 kW';
const ELAAD = 'ElaadNL ls-profielen-model, model.R';

/** Published capacities of a point with n cars at a time of day, kW. */
const NETBEWUST_VECTORS = [
  [2, 18, 8],
  [2, 23, 8],
  [2, 2.5, 15],
  [2, 6, 17.25],
  [1, 18, 4],
  [1, 2.5, 7.5],
] as const;

export function evSection(quick: boolean): Section {
  const tickS = quick ? 300 : 60;
  const figures: Figure[] = [];
  for (const points of [60, 200]) {
    const year = chargingYear('thuis-11', points, 1, tickS);
    const share = Math.max(...year.quarterW) / (points * 11_040);
    const what = `highest quarter-hour of ${points} home points of 11 kW, uncontrolled`;
    figures.push(within(what, 'of installed', share, 0, 0.25, 'below 0.25', BOLLERSLEV, 'sourced', 3));
  }
  const point = charger('publiek-netbewust', 2);
  for (const [cars, hour, kw] of NETBEWUST_VECTORS) {
    const ours = capacityOf(point, cars, hour * 3600) / 1000;
    const what = `netbewust capacity, ${cars} cars at ${hour} h`;
    figures.push(within(what, 'kW', ours, kw - 1e-9, kw + 1e-9, `${kw} exactly`, ELAAD, 'sourced', 2));
  }
  const lines = [];
  for (const [type, points, sockets] of [
    ['thuis', 60, 1],
    ['thuis-netbewust', 60, 1],
    ['publiek', 30, 2],
    ['publiek-netbewust', 30, 2],
    ['laadplein', 6, 10],
  ] as const) {
    const year = chargingYear(type, points, sockets, tickS);
    lines.push({ name: `${type}, per socket`, y: year.dayW.map((w) => w / sockets) });
    figures.push(
      within(
        `energy of a year, ${type}: metered and wanted to delivered`,
        'of throughput',
        Math.max(year.imbalance, year.wants),
        0,
        1e-9,
        'at most 1e-9',
        'first law',
        'computed',
        12,
      ),
      shown(`energy per socket, ${type}`, 'kWh/a', year.deliveredKwh / sockets, 0),
      shown(`left without, per socket, ${type}`, 'kWh/a', year.missedKwh / sockets, 1),
      shown(`highest quarter-hour per socket, ${type}`, 'kW', Math.max(...year.quarterW) / points / sockets / 1000, 2),
      shown(
        `mean 17-20 h on working days per socket, ${type}`,
        'kW',
        mean(year.dayW.slice(68, 80)) / sockets / 1000,
        2,
      ),
    );
  }
  return {
    title: 'Charging',
    figures,
    charts: [
      {
        name: 'charging-day',
        title: 'Mean working day of charge points',
        xLabel: 'local hour',
        yLabel: 'W per socket',
        x: Array.from({ length: 96 }, (_, q) => (q + 0.5) / 4),
        lines,
      },
    ],
  };
}
