/** Homes bottom-up: annual energy by kind, simultaneity of groups, and the shape of a group beside profile E1A. */
import { createHomes, type HomeParameters, stepHomes } from '../../twin/core/assets/home.js';
import { monthOfDay } from '../../twin/core/base/civil.js';
import { randomNormal, randomUniform, STREAM } from '../../twin/core/base/random.js';
import { ANNUAL_KWH, HOUSEHOLD_TYPES, type HomeKind } from '../../twin/wijk/catalogue/households.js';
import { type BottomUpHousehold, homeType } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { deviation, type Figure, mean, near, type Section, shown, within } from './figure.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const CBS = 'CBS 81528NED';
const E1A = 'E1A profile (Phase to Phase type library)';
const STRAND = 'Strand-Axelsson constants (Phase to Phase type library)';

/** A Dutch mix whose mean is CBS's 2,550 kWh: share of kinds. General knowledge, chosen for its mean. */
const MIX: readonly (readonly [HomeKind, number])[] = [
  ['appartement', 0.54],
  ['rijwoning', 0.29],
  ['hoekwoning', 0.08],
  ['twee-onder-een-kap', 0.06],
  ['vrijstaand', 0.03],
];
const MEAN_KWH = 2550;

const parsed = wijkSchema.shape.types.shape.households.parse(HOUSEHOLD_TYPES) as Record<HomeKind, BottomUpHousehold>;
const TYPES = Object.fromEntries(Object.entries(parsed).map(([name, type]) => [name, homeType(type)])) as Record<
  HomeKind,
  ReturnType<typeof homeType>
>;

/** Homes of a kind spread around its mean as in practice: 30 %. */
function home(kind: HomeKind, index: number): HomeParameters {
  const z = Math.max(-2, Math.min(2.5, randomNormal(77, STREAM.generator, index, 1)));
  return {
    annualEnergyWh: ANNUAL_KWH[kind] * 1000 * (1 + 0.3 * z),
    type: TYPES[kind],
    phaseShares: [1 / 3, 1 / 3, 1 / 3],
  };
}

export const mixed = (count: number): HomeParameters[] => mixedHomes(count);
function mixedHomes(count: number): HomeParameters[] {
  const homes: HomeParameters[] = [];
  for (let i = 0; i < count; i++) {
    let u = randomUniform(78, STREAM.generator, i, 0);
    const kind = MIX.find(([, share]) => {
      u -= share;
      return u < 0;
    })![0];
    homes.push(home(kind, i));
  }
  const factor = (MEAN_KWH * 1000) / mean(homes.map((h) => h.annualEnergyWh));
  return homes.map((h) => ({ ...h, annualEnergyWh: h.annualEnergyWh * factor }));
}

export interface GroupYear {
  /** Mean power of every quarter-hour of the year, of the first 1, 10, 100 and of all homes, W per home. */
  readonly quarterW: readonly (readonly [number, Float64Array])[];
  readonly energyWh: Float64Array;
  /** 12 months x working day, Saturday, Sunday x 96 local quarter-hours: mean of all homes, W. */
  readonly profileW: Float64Array;
}

export function groupYear(
  homes: readonly HomeParameters[],
  sizes: readonly number[],
  tickS: number,
  seed = 1,
): GroupYear {
  const entries = homes.map((parameters, slot) => ({ slot, parameters }));
  const set = createHomes(entries);
  const columns = columnsFor(homes.length);
  const days = generatedYear();
  const quarters = days.length * 96;
  const quarterW = sizes.map((size) => [size, new Float64Array(quarters)] as const);
  const energyWh = new Float64Array(homes.length);
  const profile = new Float64Array(12 * 3 * 96);
  const counts = new Float64Array(12 * 3 * 96);
  const perQuarter = 900 / tickS;
  runDays(days, 0, days.length, tickS, seed, (tick, index) => {
    stepHomes(set, tick, columns);
    const quarter = Math.floor(index / perQuarter);
    let sum = 0;
    let next = 0;
    for (let k = 0; k < homes.length; k++) {
      const powerW = columns.modelledPowerW[k]!;
      sum += powerW;
      energyWh[k]! += (powerW * tickS) / 3600;
      if (k + 1 === quarterW[next]?.[0]) {
        quarterW[next]![1][quarter]! += sum / (k + 1) / perQuarter;
        next++;
      }
    }
    const kind = tick.weekday < 5 ? 0 : tick.weekday - 4;
    const at = ((monthOfDay(tick.localDay) - 1) * 3 + kind) * 96 + Math.floor(tick.localSecondOfDay / 900);
    profile[at]! += sum / homes.length;
    counts[at]! += 1;
  });
  return { quarterW, energyWh, profileW: profile.map((sum, i) => sum / Math.max(1, counts[i]!)) };
}

/** P_max(n) = α W n + β √(W n), kW; per home. */
function strandAxelsson(alpha: number, beta: number, kwh: number, n: number): number {
  return alpha * kwh + beta * Math.sqrt(kwh / n);
}
const CLASSES = [
  ['etage', 0.189e-3, 0.0325],
  ['huishoudelijk', 0.1847e-3, 0.0437],
  ['eengezins', 0.2332e-3, 0.0159],
  ['gemiddeld', 0.3e-3, 0.03],
] as const;

const GROUP = 560;

export function householdSection(quick: boolean): Section {
  const figures: Figure[] = [];
  const year = groupYear(mixedHomes(GROUP), [1, 10, 100, GROUP], quick ? 300 : 60);
  for (const [size, quarterW] of year.quarterW) {
    const peakKw = Math.max(...quarterW) / 1000;
    const byClass = CLASSES.map(([, alpha, beta]) => strandAxelsson(alpha, beta, MEAN_KWH, size));
    const [low, high] = [Math.min(...byClass), Math.max(...byClass)];
    const words = `${low.toFixed(2)}-${high.toFixed(2)} (classes at ${MEAN_KWH} kWh)`;
    const what = `highest quarter-hour of ${size} home${size === 1 ? '' : 's'}`;
    figures.push(
      size >= 100
        ? within(what, 'kW/home', peakKw, low, high, words, STRAND, 'sourced', 3)
        : shown(what, 'kW/home', peakKw, 3, STRAND, `printed only; ${words}`, 'sourced'),
    );
  }
  figures.push(
    near(
      'mean annual energy of the group',
      'kWh',
      mean(year.energyWh) / 1000,
      MEAN_KWH,
      0.05,
      `${CBS}, 2024`,
      'sourced',
      0,
    ),
    ...shapeFigures(year.profileW),
    ...kindFigures(quick),
  );
  const december = (kind: number) => [...year.profileW.subarray((11 * 3 + kind) * 96, (11 * 3 + kind + 1) * 96)];
  const june = (kind: number) => [...year.profileW.subarray((5 * 3 + kind) * 96, (5 * 3 + kind + 1) * 96)];
  const hours = Array.from({ length: 96 }, (_, q) => (q + 0.5) / 4);
  return {
    title: `Households, ${GROUP} homes bottom-up, a generated year in ticks of ${quick ? 300 : 60} s`,
    figures,
    charts: [
      {
        name: 'household-day',
        title: `Mean of ${GROUP} homes`,
        xLabel: 'local hour',
        yLabel: 'W per home',
        x: hours,
        lines: [
          { name: 'December working day', y: december(0) },
          { name: 'December Sunday', y: december(2) },
          { name: 'June working day', y: june(0) },
          { name: 'June Sunday', y: june(2) },
        ],
      },
    ],
  };
}

/** The profile's own terms: everything by its highest value. */
function shapeFigures(profileW: Float64Array): Figure[] {
  let top = 0;
  for (let i = 0; i < profileW.length; i++) if (profileW[i]! > profileW[top]!) top = i;
  const highestW = profileW[top]!;
  const weight = (i: number): number => [5 / 7, 1 / 7, 1 / 7][Math.floor(i / 96) % 3]!;
  let sum = 0;
  for (let i = 0; i < profileW.length; i++) sum += (profileW[i]! * weight(i)) / (12 * 96);
  const hour = ((top % 96) + 0.5) / 4;
  const month = Math.floor(top / 288) + 1;
  const fromDecember = month > 6 ? month - 12 : month;
  return [
    within('months from December to the highest quarter', '', fromDecember, -1, 1, 'December ± 1', E1A, 'sourced', 0),
    within('its hour', 'h', hour, 17.25, 18.25, '17:45 ± half an hour', E1A, 'sourced', 2),
    near('lowest by highest of the profile', '', Math.min(...profileW) / highestW, 0.234, 0.1, E1A, 'sourced', 3),
    near('mean by highest of the profile', '', sum / highestW, 0.452, 0.1, E1A, 'sourced', 3),
  ];
}

const PER_KIND = 60;

function kindFigures(quick: boolean): Figure[] {
  const kinds = Object.keys(ANNUAL_KWH) as HomeKind[];
  const homes = kinds.flatMap((kind, i) =>
    Array.from({ length: PER_KIND }, (_, k) => home(kind, 1000 + i * PER_KIND + k)),
  );
  const { energyWh } = groupYear(homes, [], quick ? 900 : 300);
  return kinds.flatMap((kind, i) => {
    const ours = energyWh.subarray(i * PER_KIND, (i + 1) * PER_KIND).map((wh) => wh / 1000);
    // The homes of the sample have their own mean; the kernel is held against it, scaled to that of the kind.
    const asked = mean(homes.slice(i * PER_KIND, (i + 1) * PER_KIND).map((h) => h.annualEnergyWh)) / 1000;
    const scaled = (mean(ours) / asked) * ANNUAL_KWH[kind];
    const source = kind === 'woongroep' ? 'estimate' : `${CBS}, Venlo 2021`;
    const mark = kind === 'woongroep' ? 'general knowledge' : 'sourced';
    return [
      near(`annual energy, ${kind}`, 'kWh', scaled, ANNUAL_KWH[kind], 0.05, source, mark, 0),
      shown(`  spread of ${PER_KIND} of them`, 'kWh', deviation(ours), 0),
    ];
  });
}
