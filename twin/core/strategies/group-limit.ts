/**
 * Keeps the mean power of every quarter-hour under the group's limit, with as little loss of comfort as possible.
 *
 * Letters, all in W, as the wijk was one tick ago:
 *   L  limit of this quarter-hour      T = (1 - margin) L   what the strategy aims for
 *   M  mean so far over the elapsed time e; what is left of the quarter is r
 *   A  power allowed from now on so that the quarter ends at T:  A = (T (e + r) - M e) / r,
 *      bounded by L: room saved early in a quarter is not spent as one spike at its end
 *   U  power of everything that follows no setpoint              R = A - U   room for the flexible slots
 *
 * Order in which the room is given:
 *   1. what cannot wait (available minimum): heat that comfort needs, cars that must charge from now on to be done
 *   2. heat (heat pumps, heat plants) and cars: the rest, divided between the two by what each needs, urgency times
 *      range; what one cannot use the other gets. Within each by urgency, see `share-out`
 *   3. elements of heat pumps whose home is cold in spite of a full compressor, each whole or not at all, those that run
 *      first: a watt of theirs is a third of the heat of one in a compressor, so that nobody else waits for them
 *   4. batteries: charge up to the reserve from room that heat and cars leave unused
 * If R does not cover step 1, batteries discharge for the difference, and only then, so that they are full when it
 * counts; what is still missing is taken from step 1, least urgent first, because the contract is a limit and comfort
 * degrades slowly.
 *
 * Against chatter, from the frame alone: as long as the room is within a dead band of what was ordered a tick ago, it counts
 * as that, and a slot whose order would change by little keeps it; who runs keeps running until another is more urgent by
 * a margin; cars are ordered in whole sixths of their least power, which are ampères. What the dead band lets through the
 * mean of the quarter corrects. A car that arrives waits for its turn: a point without a waiting car is held at zero.
 */
import { ASSET_BATTERY, ASSET_EV_CHARGER, ASSET_HEAT_PLANT, ASSET_HEAT_PUMP } from '../base/status.js';
import { createSharing, type Sharing, shareOut } from './share-out.js';
import type { StrategyKind, StrategyTables } from './strategy.js';

export const groupLimit: StrategyKind = {
  name: 'group-limit',
  meaning: 'keeps the quarter-hour means under the group limit with heat buffers, cars and batteries',
  options: {
    marginRatio: { default: 0.03, min: 0, max: 0.5, unit: '1', meaning: 'share of the limit that is kept free' },
    deadBandRatio: {
      default: 0.01,
      min: 0,
      max: 0.1,
      unit: '1',
      meaning: 'change of room, as a share of the limit, for which nothing is ordered anew',
    },
    stayRatio: {
      default: 0.15,
      min: 0,
      max: 1,
      unit: '1',
      meaning: 'how much more urgent a waiting slot must be than a running one to take its turn',
    },
    reserveRatio: {
      default: 0.9,
      min: 0,
      max: 1,
      unit: '1',
      meaning: 'state of charge to which batteries are charged from free room',
    },
    chargeShareRatio: {
      default: 0.5,
      min: 0,
      max: 1,
      unit: '1',
      meaning: 'share of the free room that batteries may take to charge',
    },
    stepW: {
      default: 10,
      min: 0,
      max: 1000,
      unit: 'W',
      meaning: 'setpoints are rounded to this step, so that devices are not written for noise',
    },
  },
  create(tables, options) {
    const margin = options['marginRatio']!;
    const deadBand = options['deadBandRatio']!;
    const stay = options['stayRatio']!;
    const reserve = options['reserveRatio']!;
    const chargeShare = options['chargeShareRatio']!;
    const stepW = options['stepW']!;
    const heat = slotsOfKind(tables, (kind) => kind === ASSET_HEAT_PUMP || kind === ASSET_HEAT_PLANT);
    const cars = slotsOfKind(tables, (kind) => kind === ASSET_EV_CHARGER);
    const batteries = slotsOfKind(tables, (kind) => kind === ASSET_BATTERY);
    const sharing = createSharing(tables.slotCount, 1 + stay);
    const sum = new Float64Array(SUMS);
    /** Change of a slot's order that is not worth an order while the room is held, W. */
    const holdW = Float64Array.from(tables.powerMaxW, (maxW) => Math.max(stepW, 2 * deadBand * maxW));
    const { elementMaxW, powerMaxW } = tables;
    const compressorW = Float64Array.from(powerMaxW, (maxW, i) =>
      elementMaxW[i]! > 0 ? maxW - elementMaxW[i]! : Number.POSITIVE_INFINITY,
    );
    const elements = heat.filter((i) => elementMaxW[i]! > 0);
    const fleet: Fleet = { sharing, heat, cars, elements, compressorW, sum, holdW, stepW };
    // Rounding down keeps the sum under the room; for a discharge it rounds away from zero, which is the same side.
    const down = (powerW: number): number => (stepW > 0 ? Math.floor(powerW / stepW) * stepW : powerW);

    return (view, setpointW) => {
      const { frame, limitW } = view;
      const { slotActivePowerW, slotAvailableMaxW, slotAvailableMinW, slotStateOfChargeRatio } = frame;
      setpointW.fill(Number.NaN);
      sum.fill(0);
      survey(fleet, heat, frame, stay, HEAT);
      survey(fleet, cars, frame, stay, CARS);
      let batteriesW = 0;
      let orderedChargeW = 0;
      let dischargeMaxW = 0;
      let chargeMaxW = 0;
      for (let k = 0; k < batteries.length; k++) {
        const i = batteries[k]!;
        batteriesW += slotActivePowerW[i]!;
        dischargeMaxW += Math.max(0, -slotAvailableMinW[i]!);
        const orderW = frame.slotSetpointW[i]!;
        if (orderW > 0) orderedChargeW += orderW;
        if (slotStateOfChargeRatio[i]! < reserve) chargeMaxW += Math.max(0, slotAvailableMaxW[i]!);
      }

      const targetW = (1 - margin) * limitW;
      const elapsedS = view.quarterElapsedS;
      const remainingS = Math.max(view.quarterRemainingS, view.tickS);
      const allowedW = Math.min(
        limitW,
        (targetW * (elapsedS + remainingS) - view.quarterMeanW * elapsedS) / remainingS,
      );
      const flexibleW = sum[HEAT + POWER]! + sum[CARS + POWER]! + batteriesW;
      const roomW = allowedW - (frame.groupActivePowerW[0]! - flexibleW);
      const mustRunW = sum[HEAT + LOW]! + sum[CARS + LOW]!;
      const bandW = deadBand * limitW;

      let dischargeW = 0;
      let chargeW = 0;
      if (roomW < mustRunW) {
        dischargeW = Math.min(mustRunW - roomW, dischargeMaxW);
        shareWhatMustRun(fleet, frame, roomW + dischargeW, setpointW);
      } else {
        const orderedW = sum[HEAT + ORDERED]! + sum[CARS + ORDERED]!;
        const held = Math.abs(roomW - orderedW) < bandW && orderedW >= mustRunW;
        shareRest(fleet, frame, (held ? orderedW : roomW) - mustRunW, held, setpointW);
        sum[FREE] = roomW - mustRunW - sum[HEAT + RANGE]! - sum[CARS + RANGE]!;
        if (elements.length > 0) runElements(fleet, frame, setpointW);
        const freeW = sum[FREE]!;
        chargeW = Math.max(0, Math.min(chargeMaxW, chargeShare * freeW));
        // Also while batteries charge the room is not followed watt by watt.
        if (Math.abs(chargeW - orderedChargeW) < bandW && orderedChargeW <= Math.min(chargeMaxW, Math.max(0, freeW))) {
          chargeW = orderedChargeW;
        }
      }

      for (let k = 0; k < batteries.length; k++) {
        const i = batteries[k]!;
        if (dischargeW > 0) {
          setpointW[i] = down((-dischargeW * Math.max(0, -slotAvailableMinW[i]!)) / dischargeMaxW);
        } else if (chargeW > 0 && slotStateOfChargeRatio[i]! < reserve) {
          setpointW[i] = down((chargeW * Math.max(0, slotAvailableMaxW[i]!)) / chargeMaxW);
        } else {
          setpointW[i] = 0;
        }
      }
    };
  },
};

/** Sums over a group of slots, in one array, because numbers that cross a call are boxed: group + what. */
const HEAT = 0;
const CARS = 5;
/** What the last group was ordered of its budget. */
const USED = 10;
/** What heat and cars leave. */
const FREE = 11;
const SUMS = 12;
/** What they take, what cannot wait, what they could take beyond it, urgency times that, what was ordered a tick ago. */
const POWER = 0;
const LOW = 1;
const RANGE = 2;
const NEED = 3;
const ORDERED = 4;

function slotsOfKind(tables: StrategyTables, is: (kind: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < tables.slotCount; i++) {
    if (tables.controllable[i] === 1 && tables.inGroup[i] === 1 && is(tables.kind[i]!)) found.push(i);
  }
  return Int32Array.from(found);
}

type Frame = Parameters<ReturnType<StrategyKind['create']>>[0]['frame'];

/** Reads a group of slots from the frame into the sharing and its sums. */
function survey(fleet: Fleet, slots: Int32Array, frame: Frame, stay: number, group: number): void {
  const { sharing: s, sum, compressorW } = fleet;
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    const powerW = frame.slotActivePowerW[i]!;
    const capW = Math.min(Math.max(0, frame.slotAvailableMaxW[i]!), compressorW[i]!);
    const lowW = Math.max(0, Math.min(capW, frame.slotAvailableMinW[i]!));
    const runW = frame.slotMinimumRunW[i]!;
    const orderW = frame.slotSetpointW[i]!;
    s.capW[i] = capW;
    s.lowW[i] = lowW;
    s.runW[i] = runW;
    const runs = runW > 0 && powerW >= 0.98 * runW;
    s.runs[i] = runs ? 1 : 0;
    const urgency = Math.max(0, Math.min(1, frame.slotUrgencyRatio[i]!));
    s.key[i] = urgency + (runs ? stay : 0);
    sum[group + POWER] = sum[group + POWER]! + powerW;
    sum[group + LOW] = sum[group + LOW]! + lowW;
    sum[group + RANGE] = sum[group + RANGE]! + (capW - lowW);
    sum[group + NEED] = sum[group + NEED]! + urgency * (capW - lowW);
    sum[group + ORDERED] = sum[group + ORDERED]! + (Number.isNaN(orderW) ? powerW : Math.min(capW, orderW));
  }
}

interface Fleet {
  readonly sharing: Sharing;
  readonly heat: Int32Array;
  readonly cars: Int32Array;
  /** Of the heat pumps those with an element. */
  readonly elements: Int32Array;
  /** What a heat pump takes without its element, W; infinite for all others. */
  readonly compressorW: Float64Array;
  readonly sum: Float64Array;
  readonly holdW: Float64Array;
  readonly stepW: number;
}

/** Not even what cannot wait has room: the most urgent of it runs. */
function shareWhatMustRun(fleet: Fleet, frame: Frame, budgetW: number, powerW: Float64Array): void {
  const { sharing, heat, cars, sum } = fleet;
  const mustRunW = sum[HEAT + LOW]! + sum[CARS + LOW]!;
  const ratio = mustRunW > 0 ? Math.max(0, Math.min(1, budgetW / mustRunW)) : 0;
  onlyWhatMustRun(sharing, heat);
  onlyWhatMustRun(sharing, cars);
  sharing.left[0] = ratio * sum[CARS + LOW]!;
  shareOut(sharing, cars, powerW);
  settle(fleet, cars, frame, false, powerW);
  sharing.left[0] = ratio * sum[HEAT + LOW]! + sharing.left[0]!;
  shareOut(sharing, heat, powerW);
  settle(fleet, heat, frame, false, powerW);
}

function onlyWhatMustRun({ lowW, capW }: Sharing, slots: Int32Array): void {
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    capW[i] = lowW[i]!;
    lowW[i] = 0;
  }
}

/** Divides what is left beside what cannot wait between heat and cars. */
function shareRest(fleet: Fleet, frame: Frame, restW: number, held: boolean, powerW: Float64Array): void {
  const { heat, cars, sum } = fleet;
  const needW = sum[HEAT + NEED]! + sum[CARS + NEED]!;
  const carShare = needW > 0 ? sum[CARS + NEED]! / needW : 0;
  const forCarsW = Math.min(sum[CARS + RANGE]!, Math.max(carShare * restW, restW - sum[HEAT + RANGE]!));
  shareOutAndSettle(fleet, cars, frame, forCarsW, held, powerW);
  const usedW = sum[USED]!;
  shareOutAndSettle(fleet, heat, frame, restW - usedW, held, powerW);
  // What heat cannot use, because it is less than a compressor's lowest, lets another car charge.
  const againW = restW - sum[USED]!;
  if (againW - usedW < MINIMUM_SHARE_W || usedW >= sum[CARS + RANGE]!) return;
  shareOutAndSettle(fleet, cars, frame, Math.min(againW, sum[CARS + RANGE]!), held, powerW);
}

/** Gives what is free to elements that have something to do: first to those that run, which then need not change turns. */
function runElements({ elements, sum, sharing }: Fleet, frame: Frame, powerW: Float64Array): void {
  for (let turn = 0; turn < 2; turn++) {
    for (let k = 0; k < elements.length && sum[FREE]! > 0; k++) {
      const i = elements[k]!;
      const capW = sharing.capW[i]!;
      const elementW = frame.slotAvailableMaxW[i]! - capW;
      const runs = frame.slotActivePowerW[i]! > capW;
      if (elementW <= 0 || elementW > sum[FREE]! || runs !== (turn === 0)) continue;
      powerW[i] = capW + elementW;
      sum[FREE] = sum[FREE]! - elementW;
    }
  }
}

/** Less than this is not shared again, W: the lowest current of a car on one phase. */
const MINIMUM_SHARE_W = 1380;

/** `sum[USED]` holds afterwards what was ordered of the budget. */
function shareOutAndSettle(
  fleet: Fleet,
  slots: Int32Array,
  frame: Frame,
  budgetW: number,
  held: boolean,
  powerW: Float64Array,
): void {
  const { sharing, sum } = fleet;
  sharing.left[0] = budgetW;
  shareOut(sharing, slots, powerW);
  settle(fleet, slots, frame, held, powerW);
  let usedW = 0;
  for (let k = 0; k < slots.length; k++) usedW += powerW[slots[k]!]! - sharing.lowW[slots[k]!]!;
  sum[USED] = usedW;
}

/** From shares to orders: on the grid of steps, downwards, and as they were where little would change. */
function settle(fleet: Fleet, slots: Int32Array, frame: Frame, held: boolean, powerW: Float64Array): void {
  const { lowW, runW, capW } = fleet.sharing;
  const { holdW, stepW } = fleet;
  const inSixths = slots === fleet.cars;
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    const shareW = powerW[i]!;
    const leastW = runW[i]!;
    const orderW = frame.slotSetpointW[i]!;
    const sixthW = leastW / 6;
    const running = leastW > 0 && shareW >= leastW;
    const nearW = inSixths ? Math.max(sixthW, holdW[i]!) : holdW[i]!;
    if (held && orderW <= capW[i]! && orderW >= leastW === running && Math.abs(orderW - shareW) <= nearW) {
      powerW[i] = orderW;
    } else if (running && inSixths) {
      // A little more than whole counts as whole: the standby of a point is part of its least power. What cannot wait stays.
      const steppedW = leastW + Math.floor((shareW - leastW) / sixthW + 0.02) * sixthW;
      powerW[i] = Math.max(lowW[i]!, Math.min(capW[i]!, steppedW));
    } else {
      const roundW = stepW > 0 ? Math.floor(shareW / stepW) * stepW : shareW;
      powerW[i] = running ? Math.max(leastW, roundW) : roundW;
    }
  }
}
