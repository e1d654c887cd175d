/** Roofs: yield per kWp in the dullest and the brightest year of 2001-2020. */
import { createPvs, stepPvs } from '../../twin/core/assets/pv.js';
import type { DailyFigures } from '../../twin/core/weather/daily.js';
import { loadWijk } from '../../twin/wijk/load.js';
import { pvParameters } from '../../twin/wijk/parameters.js';
import { type Figure, near, type Section, shown } from './figure.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const CBS = 'CBS key figure 875 kWh/kWp at 368,292 J/cm²';

/** The roofs held against the key figure, and those that are printed beside it. */
const ROOFS = [
  { name: 'south, 35°', azimuthDeg: 180, tiltDeg: 35 },
  { name: 'south, 20°', azimuthDeg: 180, tiltDeg: 20 },
  { name: 'east, 20°', azimuthDeg: 90, tiltDeg: 20 },
  { name: 'west, 20°', azimuthDeg: 270, tiltDeg: 20 },
];

/** kWh per kWp of each roof in a generated year whose light is scaled to a year's global radiation. */
export function yields(
  globalKwhPerM2: number,
  tickS: number,
): { readonly kwh: readonly number[]; readonly june: number[] } {
  const days = generatedYear();
  const sum = days.reduce((total, day) => total + day.globalWhPerM2, 0) / 1000;
  const scaled: DailyFigures[] = days.map((day) => ({
    ...day,
    globalWhPerM2: (day.globalWhPerM2 * globalKwhPerM2) / sum,
  }));
  const loaded = loadWijk('merwede-blok');
  if (!loaded.ok) throw new Error('merwede-blok must load');
  const type = loaded.value.wijk.types.pv['roof']!;
  const pvs = createPvs(
    ROOFS.map(({ azimuthDeg, tiltDeg }, slot) => ({
      slot,
      parameters: pvParameters({ kind: 'pv', type: 'roof', peakKw: 1, inverterKw: 0.85, tiltDeg, azimuthDeg }, type),
    })),
  );
  const columns = columnsFor(ROOFS.length);
  const kwh = ROOFS.map(() => 0);
  const june = new Array<number>(24).fill(0);
  runDays(scaled, 0, scaled.length, tickS, 1, (tick, index) => {
    stepPvs(pvs, tick, columns);
    for (let k = 0; k < kwh.length; k++) kwh[k]! -= (columns.modelledPowerW[k]! * tickS) / 3.6e6;
    const day = Math.floor((index * tickS) / 86_400);
    if (day >= 151 && day < 181)
      june[Math.floor(((index * tickS) % 86_400) / 3600)]! -= columns.modelledPowerW[0]! / (30 * (3600 / tickS));
  });
  return { kwh, june };
}

export function pvSection(quick: boolean): Section {
  const figures: Figure[] = [];
  const tickS = quick ? 300 : 60;
  let june: number[] = [];
  for (const [year, globalKwhPerM2] of [
    [2012, 989],
    [2018, 1137],
  ] as const) {
    const target = (875 * globalKwhPerM2) / (368_292 / 360);
    const ours = yields(globalKwhPerM2, tickS);
    june = ours.june;
    ROOFS.forEach(({ name }, k) => {
      const what = `yield at the radiation of ${year}, ${name}`;
      figures.push(
        k === 0
          ? near(what, 'kWh/kWp', ours.kwh[k]!, Math.round(target), 0.05, CBS, 'sourced', 0)
          : shown(
              what,
              'kWh/kWp',
              ours.kwh[k]!,
              0,
              '',
              'printed only; south 850-950, east and west 750-820',
              'general knowledge',
            ),
      );
    });
  }
  return {
    title: 'Photovoltaics',
    figures,
    charts: [
      {
        name: 'pv-june',
        title: 'Mean June day, 1 kWp south at 35°, radiation of 2018',
        xLabel: 'hour UT',
        yLabel: 'W',
        x: june.map((_, h) => h + 0.5),
        lines: [{ name: 'roof', y: june }],
      },
    ],
  };
}
