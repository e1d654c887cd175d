/**
 * The homes of a generated wijk, before there is a grid: kind, energy, roof, car, phases. Shares are met exactly: of 560 homes
 * with `evShare` 0.6 there are 336 cars; the seed says whose.
 */
import { randomNormal, randomUniform, STREAM } from '../../core/base/random.js';
import { ANNUAL_KWH, type HomeKind } from '../catalogue/households.js';
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';
import { kindsInOrder } from './kinds.js';

/** Draws of one home, by purpose; a number once given is never used for something else. */
const DRAW = {
  energy: 100,
  threePhase: 101,
  phase: 102,
  shares: 103,
  pv: 105,
  pvSize: 106,
  pvSide: 107,
  pvPhase: 108,
  battery: 109,
  initial: 110,
  ev: 111,
  driveway: 112,
  heatPhase: 113,
} as const;

export type Phases = 'a' | 'b' | 'c' | 'abc';

export interface PlannedHome {
  /** From 1. */
  readonly number: number;
  readonly kind: HomeKind;
  readonly annualKwh: number;
  readonly phases: Phases;
  readonly fuseA: number;
  readonly phaseShares: readonly number[] | null;
  readonly pv: {
    readonly peakKw: number;
    readonly inverterKw: number;
    readonly azimuthDeg: number;
    readonly phases: Phases;
  } | null;
  readonly batteryInitialRatio: number | null;
  /** Where its car charges. */
  readonly car: 'home' | 'street' | 'plaza' | null;
  /** Phase of a heat pump of its own. */
  readonly heatPhase: Phases;
}

/** CBS counts homes on gas as well; nobody cooks on gas in new-build: 250 kWh more (assumption, as in merwede-blok). */
const ELECTRIC_COOKING_KWH = 250;
const ENERGY_SPREAD = 0.28;
/** The others have one phase of 35 A; older homes mostly have (general knowledge). */
const THREE_PHASE_SHARE = { new: 0.75, old: 0.4 } as const;
/** Single-phase homes go round the phases a, b, c along a street; so many were connected otherwise. */
const OFF_ROTATION = 0.15;
const PV_THREE_PHASE_FROM_KW = 4.2;

/** Installers begin at L1: single-phase inverters and heat pumps are not spread evenly. */
function installersPhase(draw: number): Phases {
  if (draw < 0.42) return 'a';
  return draw < 0.73 ? 'b' : 'c';
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function planHomes(design: WijkDesign): PlannedHome[] {
  const { seed, homes } = design;
  const draw = (home: number, purpose: number): number => randomUniform(seed, STREAM.generator, home, purpose);
  /** Exactly the share of all homes, the lowest draws first. */
  const chosen = (share: number, purpose: number, first: (home: number) => boolean = () => false): Set<number> => {
    const ranked = Array.from({ length: homes }, (_, h) => h + 1)
      .map((home) => ({ home, rank: draw(home, purpose) - (first(home) ? 1 : 0) }))
      .sort((p, q) => p.rank - q.rank || p.home - q.home);
    return new Set(ranked.slice(0, Math.round(share * homes)).map(({ home }) => home));
  };
  const withPv = chosen(design.pvShare, DRAW.pv);
  const withBattery = chosen(design.batteryShare, DRAW.battery, (home) => withPv.has(home));
  const withCar = chosen(design.evShare, DRAW.ev);

  let rotation = 0;
  return kindsInOrder(design).map((kind, h): PlannedHome => {
    const number = h + 1;
    const traits = HOME_TRAITS[kind];
    const driveway = draw(number, DRAW.driveway) < traits.drivewayShare;
    const car = !withCar.has(number) ? null : driveway ? 'home' : traits.stacked ? 'plaza' : 'street';
    const ownHeat = design.heat === 'individual-air' || design.heat === 'individual-ground';
    const threeShare = design.heat === 'none' ? THREE_PHASE_SHARE.old : THREE_PHASE_SHARE.new;
    const three = car === 'home' || ownHeat || draw(number, DRAW.threePhase) < threeShare;
    let phases: Phases = 'abc';
    if (!three) {
      const place = draw(number, DRAW.phase);
      phases =
        place < OFF_ROTATION
          ? ('abc'.charAt(Math.floor((3 * place) / OFF_ROTATION)) as Phases)
          : ('abc'.charAt(rotation % 3) as Phases);
      rotation++;
    }
    const spread = Math.max(-2, Math.min(2.5, randomNormal(seed, STREAM.generator, number, DRAW.energy)));
    const meanKwh = ANNUAL_KWH[kind] + (design.heat === 'none' ? 0 : ELECTRIC_COOKING_KWH);
    const [smallest, largest] = traits.roofKw;
    const peakKw = round(smallest + (largest - smallest) * draw(number, DRAW.pvSize), 1);
    const pvPhases = !three
      ? phases
      : peakKw >= PV_THREE_PHASE_FROM_KW
        ? 'abc'
        : installersPhase(draw(number, DRAW.pvPhase));
    return {
      number,
      kind,
      annualKwh: Math.round((meanKwh * (1 + ENERGY_SPREAD * spread)) / 10) * 10,
      phases,
      fuseA: three ? 25 : 35,
      phaseShares: three ? shares(draw(number, DRAW.shares), draw(number, DRAW.shares + 1)) : null,
      pv: withPv.has(number)
        ? {
            peakKw,
            inverterKw: round(peakKw * 0.85, 1),
            azimuthDeg: [180, 180, 90, 270][Math.floor(4 * draw(number, DRAW.pvSide))]!,
            phases: pvPhases,
          }
        : null,
      batteryInitialRatio: withBattery.has(number) ? round(0.3 + 0.3 * draw(number, DRAW.initial), 2) : null,
      car,
      heatPhase: three ? installersPhase(draw(number, DRAW.heatPhase)) : phases,
    };
  });
}

/** How a three-phase home spreads over its phases: three groups of unequal size, in hundredths. */
function shares(first: number, second: number): readonly number[] {
  const a = Math.round(100 * (0.25 + 0.3 * first));
  const b = Math.round((100 - a) * (0.35 + 0.3 * second));
  // Which group is on which phase is as chance wants: rotate by the draw's own digits.
  const turn = Math.floor(first * 3000) % 3;
  const groups = [a / 100, b / 100, (100 - a - b) / 100];
  return [groups[turn]!, groups[(turn + 1) % 3]!, groups[(turn + 2) % 3]!];
}
