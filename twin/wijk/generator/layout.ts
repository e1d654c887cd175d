/**
 * Lays out the grid of a wijk: joints with homes, feeders of joints, transformers with feeders and the cables of customers, rings
 * of transformers. Each is as few as carry what `demand.ts` expects, and then as even as that number allows.
 *
 * | rule | figure |
 * |---|---|
 * | feeder | 4x150 Al behind 250 A; at most 60 homes, its fullest phase at most 0.9 of the fuse, at most 5 % of 230 V lost from busbar to last joint, at most 3 % gained by feed-in |
 * | customer's cable | the lightest that carries his fuse with at most 3 % lost |
 * | transformer | at most 0.7 of 630 kVA; then the smallest of which that is at most 0.9 |
 * | tap | the one that puts highest and lowest voltage of the design nearest to 230 V |
 * | ring | its whole load at most 0.8 of one MV cable, so that it can be fed from either end |
 *
 * Figures of cables and transformers are those of the public Gaia library; limits of loading and voltage are engineering estimates
 * of Dutch practice (planning band of about 5 %, feeder fuses of 160-250 A, 100-250 homes per transformer).
 */

import type { HomeKind } from '../catalogue/households.js';
import { CABLES, type CableType, MV_CABLE } from './cables.js';
import type { Customer } from './customers.js';
import {
  type Behind,
  DESIGN_POWER_FACTOR,
  feedInKw,
  NOTHING,
  PHASE_V,
  peakKw,
  phaseCurrentA,
  phaseFeedInKw,
  phasePeakKw,
  together,
} from './demand.js';
import type { TransformerType } from './grid-writer.js';
import type { HeatDemand } from './heat-demand.js';
import { HOME_TRAITS } from './home-traits.js';
import type { PlannedHome } from './homes.js';
import { interleave, partition } from './partition.js';
import { TRANSFORMERS } from './transformers.js';

export interface Joint {
  readonly homes: readonly PlannedHome[];
  /** Cars that charge at a public post here; 0 is no post. */
  readonly postCars: number;
  readonly spacingM: number;
  readonly behind: Behind;
}
export interface Feeder {
  readonly joints: readonly Joint[];
  readonly cable: CableType;
  readonly fuseA: number;
  readonly behind: Behind;
}
export interface CustomerCable {
  readonly customer: Customer;
  readonly cable: CableType;
  readonly lengthM: number;
}
export interface Station {
  readonly type: TransformerType;
  readonly tapPosition: number;
  readonly feeders: readonly Feeder[];
  readonly customers: readonly CustomerCable[];
  readonly behind: Behind;
}
export interface Layout {
  /** Rings of stations; a wijk of one station has one ring of one. */
  readonly rings: readonly (readonly Station[])[];
}

const FEEDER_CABLE = CABLES.main;
const FEEDER_FUSE_A = 250;
const FEEDER_FULL = 0.9;
/** So many homes are dark when a feeder's fuse blows. */
const FEEDER_HOMES_MAX = 60;
const FEEDER_LOSS_RATIO = 0.05;
const FEEDER_GAIN_RATIO = 0.03;
/** From the busbar to the first joint, m: at most; feeders go off at growing distances. */
const FIRST_STRETCH_MAX_M = 90;
const CUSTOMER_LOSS_RATIO = 0.03;
/** The usual transformer leaves room for growth and for a neighbour's feeders when his is out. */
const TRANSFORMER_USUAL_FULL = 0.7;
const TRANSFORMER_FULL = 0.9;
const TRANSFORMER_USUAL_VA = 630_000;
const RING_FULL = 0.8;
const CARS_PER_POST = 4;
const POST_KW = 17.25;
const HOME_POINT_KW = 11.04;
/** Common services per flat: 0.3-0.6 MWh a year, kW at the highest. */
export const COMMON_KWH_PER_FLAT = 420;
const COMMON_KW_PER_FLAT = 0.08;
const HOMES_PER_JOINT = { stacked: 4, ground: 2 } as const;
const SPACING_M = { stacked: 14, ground: 11 } as const;

/** `heat`: of a home's own heat pump. */
export function layOut(
  homes: readonly PlannedHome[],
  customers: readonly Customer[],
  heat: (kind: HomeKind) => HeatDemand,
): Layout {
  const joints = jointsOf(homes, heat);
  const feeders = partition(joints, feederLoad).map(
    (of): Feeder => ({
      joints: of,
      cable: FEEDER_CABLE,
      fuseA: FEEDER_FUSE_A,
      behind: together(of.map((joint) => joint.behind)),
    }),
  );
  const cables = customers.map((customer, i) => customerCable(customer, 30 + 15 * (i % 5)));
  const items: (Feeder | CustomerCable)[] = interleave<Feeder | CustomerCable>(feeders, cables);
  const stations = partition(items, (group) => stationVA(group) / (TRANSFORMER_USUAL_FULL * TRANSFORMER_USUAL_VA)).map(
    stationOf,
  );
  const rings = partition(stations, (group) => ringLoadRatio(group));
  return { rings };
}

function jointsOf(homes: readonly PlannedHome[], heat: (kind: HomeKind) => HeatDemand): Joint[] {
  const joints: Joint[] = [];
  let streetCars = 0;
  for (let at = 0; at < homes.length; ) {
    const { stacked } = HOME_TRAITS[homes[at]!.kind];
    const form = stacked ? 'stacked' : 'ground';
    const here: PlannedHome[] = [];
    while (
      here.length < HOMES_PER_JOINT[form] &&
      at < homes.length &&
      HOME_TRAITS[homes[at]!.kind].stacked === stacked
    ) {
      here.push(homes[at++]!);
    }
    streetCars += here.filter((home) => home.car === 'street').length;
    const last = at >= homes.length;
    const postCars = streetCars >= CARS_PER_POST || (last && streetCars > 0) ? streetCars : 0;
    if (postCars > 0) streetCars = 0;
    const own = here.filter((home) => home.car === 'home').length;
    joints.push({
      homes: here,
      postCars,
      spacingM: SPACING_M[form],
      behind: {
        ...NOTHING,
        homesKwh: here.reduce((sum, home) => sum + home.annualKwh, 0),
        cars: own + postCars,
        chargersKw: own * HOME_POINT_KW + (postCars > 0 ? POST_KW : 0),
        heatPumps: here.filter(({ kind }) => heat(kind).fullKw > 0).length,
        heatKw: here.reduce((sum, { kind }) => sum + heat(kind).meanKw, 0),
        heatFullKw: here.reduce((sum, { kind }) => sum + heat(kind).fullKw, 0),
        otherKw: stacked ? here.length * COMMON_KW_PER_FLAT : 0,
        pvKw: here.reduce((sum, home) => sum + (home.pv?.inverterKw ?? 0), 0),
        pvOnePhaseKw: here.reduce((sum, { pv }) => sum + (pv === null || pv.phases === 'abc' ? 0 : pv.inverterKw), 0),
      },
    });
  }
  return joints;
}

/** Volts that a phase loses over a length when it carries `phaseA` and the mean of the phases is `meanA`: the rest returns by the neutral. */
function lossV(cable: CableType, lengthM: number, phaseA: number, meanA: number, powerFactor: number): number {
  const reactive = Math.sqrt(1 - powerFactor * powerFactor);
  const z1 = cable.rOhmPerKm * powerFactor + cable.xOhmPerKm * reactive;
  const z0 = cable.r0OhmPerKm * powerFactor + cable.x0OhmPerKm * reactive;
  return (lengthM / 1000) * (z1 * phaseA + (z0 - z1) * Math.max(0, phaseA - meanA));
}

/** From the last joint to the busbar: current of the head and loss of voltage, at the winter peak and at noon in May. */
function walk(joints: readonly Joint[]): { headA: number; noonA: number; lossV: number; gainV: number } {
  const figures = { headA: 0, noonA: 0, lossV: 0, gainV: 0 };
  for (let j = joints.length - 1; j >= 0; j--) {
    const behind = together(joints.slice(j).map((joint) => joint.behind));
    const lengthM = j === 0 ? FIRST_STRETCH_MAX_M : joints[j]!.spacingM;
    figures.headA = phaseCurrentA(phasePeakKw(behind));
    figures.noonA = (1000 * phaseFeedInKw(behind)) / PHASE_V;
    const meanA = phaseCurrentA(peakKw(behind) / 3);
    figures.lossV += lossV(FEEDER_CABLE, lengthM, figures.headA, meanA, DESIGN_POWER_FACTOR);
    figures.gainV += lossV(FEEDER_CABLE, lengthM, figures.noonA, (1000 * feedInKw(behind)) / (3 * PHASE_V), 1);
  }
  return figures;
}

function feederLoad(joints: readonly Joint[]): number {
  const { headA, noonA, lossV: lost, gainV } = walk(joints);
  return Math.max(
    joints.reduce((sum, joint) => sum + joint.homes.length, 0) / FEEDER_HOMES_MAX,
    Math.max(headA, noonA) / (FEEDER_FULL * FEEDER_FUSE_A),
    lost / (FEEDER_LOSS_RATIO * PHASE_V),
    gainV / (FEEDER_GAIN_RATIO * PHASE_V),
  );
}

function customerCable(customer: Customer, lengthM: number): CustomerCable {
  const { fuseA, behind } = customer;
  const currentA = phaseCurrentA(peakKw(behind) / 3);
  const kinds = [CABLES.light, CABLES.medium, CABLES.main, CABLES.heavy];
  const fitting = kinds.find(
    (cable) =>
      cable.ratedA >= fuseA &&
      lossV(cable, lengthM, currentA, currentA, DESIGN_POWER_FACTOR) <= CUSTOMER_LOSS_RATIO * PHASE_V,
  );
  return { customer, cable: fitting ?? CABLES.heavy, lengthM };
}

const behindOf = (item: Feeder | CustomerCable): Behind => ('customer' in item ? item.customer.behind : item.behind);

/** The larger of what it takes in winter and feeds in in May, VA. */
function stationVA(items: readonly (Feeder | CustomerCable)[]): number {
  const behind = together(items.map(behindOf));
  return (1000 * Math.max(peakKw(behind), feedInKw(behind))) / DESIGN_POWER_FACTOR;
}

function stationOf(items: readonly (Feeder | CustomerCable)[]): Station {
  const type =
    TRANSFORMERS.find(({ ratedVA }) => stationVA(items) <= TRANSFORMER_FULL * ratedVA) ?? TRANSFORMERS.at(-1)!;
  const feeders = items.filter((item): item is Feeder => !('customer' in item));
  const behind = together(items.map(behindOf));
  return {
    type,
    tapPosition: tapOf(type, feeders, behind),
    feeders,
    customers: items.filter((item): item is CustomerCable => 'customer' in item),
    behind,
  };
}

/** Of positions 1 to 5, each 0.25 kV on 10 kV: the one whose highest and lowest phase voltage lie best around 230 V. */
function tapOf(type: TransformerType, feeders: readonly Feeder[], behind: Behind): number {
  const walks = feeders.map((feeder) => walk(feeder.joints));
  const fullA = type.ratedVA / (3 * PHASE_V);
  const throughTransformerV = (kw: number): number => (type.ukRatio * PHASE_V * phaseCurrentA(kw / 3)) / fullA / 2;
  const lostV = throughTransformerV(peakKw(behind)) + Math.max(0, ...walks.map((w) => w.lossV));
  const gainedV = Math.max(0, ...walks.map((w) => w.gainV));
  const centreV = (position: number): number => {
    const idleV = (420 / Math.sqrt(3)) * (10_500 / (10_500 + (position - 3) * 250));
    return idleV + (gainedV - lostV) / 2;
  };
  const distance = (position: number): number => Math.abs(centreV(position) - PHASE_V);
  return [3, 4, 5].reduce((best, position) => (distance(position) < distance(best) ? position : best), 4);
}

function ringLoadRatio(stations: readonly Station[]): number {
  const kw = peakKw(together(stations.map((station) => station.behind)));
  const amperes = (1000 * kw) / DESIGN_POWER_FACTOR / (Math.sqrt(3) * 10_500);
  return amperes / (RING_FULL * MV_CABLE.ratedA);
}
