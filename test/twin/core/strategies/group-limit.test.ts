/**
 * The strategy that keeps a group under its limit: on single frames of any content, and in a loop with charge points,
 * batteries and a load that nobody steers.
 */

import { describe, expect, it } from 'vitest';
import { createBatteries, stepBatteries } from '../../../../twin/core/assets/battery.js';
import { createEvChargers, type EvChargerParameters, stepEvChargers } from '../../../../twin/core/assets/ev-charger.js';
import { type Columns, columnViews, frameLayout } from '../../../../twin/core/base/columns.js';
import {
  ASSET_BATTERY,
  ASSET_EV_CHARGER,
  ASSET_HEAT_PLANT,
  ASSET_HEAT_PUMP,
  ASSET_HOUSEHOLD,
  ASSET_PV,
} from '../../../../twin/core/base/status.js';
import { groupLimit } from '../../../../twin/core/strategies/group-limit.js';
import { completeOptions } from '../../../../twin/core/strategies/registry.js';
import type { StrategyTables, StrategyView } from '../../../../twin/core/strategies/strategy.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from '../assets/support.js';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const { options: DEFAULTS } = completeOptions('group-limit', {});

/** One slot as a frame shows it. */
interface Shown {
  readonly kind: number;
  readonly powerW: number;
  readonly minW: number;
  readonly maxW: number;
  readonly runW: number;
  readonly urgency: number;
  readonly soc: number;
  readonly orderW: number;
  /** Part of `maxW` that is an electric element; absent: none. */
  readonly elementW?: number;
}

const fixed: fc.Arbitrary<Shown> = fc.record({
  kind: fc.constantFrom(ASSET_HOUSEHOLD, ASSET_PV),
  powerW: real(-3000, 6000),
  minW: fc.constant(0),
  maxW: fc.constant(0),
  runW: fc.constant(0),
  urgency: fc.constant(0),
  soc: fc.constant(Number.NaN),
  orderW: fc.constant(Number.NaN),
});
const battery: fc.Arbitrary<Shown> = fc.record({
  kind: fc.constant(ASSET_BATTERY),
  powerW: real(-5000, 5000),
  minW: real(-5000, 0),
  maxW: real(0, 5000),
  runW: fc.constant(0),
  urgency: fc.constant(0),
  soc: real(0, 1),
  orderW: fc.oneof(fc.constant(Number.NaN), real(-5000, 5000)),
});
const runner: fc.Arbitrary<Shown> = fc
  .record({
    kind: fc.constantFrom(ASSET_EV_CHARGER, ASSET_EV_CHARGER, ASSET_HEAT_PUMP, ASSET_HEAT_PLANT),
    runW: fc.constantFrom(0, 600, 1383, 4143),
    span: real(0, 12_000),
    must: fc.constantFrom(0, 0, 0, 0.5, 1),
    off: fc.boolean(),
    urgency: real(0, 1.2),
    now: real(0, 1),
    order: fc.oneof(fc.constant(Number.NaN), real(0, 1)),
  })
  .map(({ kind, runW, span, must, off, urgency, now, order }) => {
    const maxW = off ? 10 : runW + span;
    return {
      kind,
      runW,
      maxW,
      minW: off ? 10 : must * maxW,
      powerW: now * maxW,
      urgency,
      soc: Number.NaN,
      orderW: order * maxW,
    };
  });
const wijk = fc.array(fc.oneof(fixed, battery, runner, runner), { minLength: 1, maxLength: 60 });

function tablesOf(
  slots: readonly { readonly kind: number; readonly maxW: number; readonly elementW?: number }[],
): StrategyTables {
  return {
    slotCount: slots.length,
    kind: Uint8Array.from(slots, (s) => s.kind),
    controllable: Uint8Array.from(slots, (s) => (s.kind === ASSET_HOUSEHOLD ? 0 : 1)),
    inGroup: new Uint8Array(slots.length).fill(1),
    powerMaxW: Float64Array.from(slots, (s) => s.maxW),
    powerMinW: new Float64Array(slots.length),
    elementMaxW: Float64Array.from(slots, (s) => s.elementW ?? 0),
  };
}

function frameOf(slots: readonly Shown[]): Columns {
  const layout = frameLayout({ slots: slots.length, connections: 0, nodes: 0, branches: 0 });
  const frame = columnViews(layout, new Float64Array(layout.total));
  slots.forEach((s, i) => {
    frame.slotActivePowerW[i] = s.powerW;
    frame.slotAvailableMinW[i] = s.minW;
    frame.slotAvailableMaxW[i] = s.maxW;
    frame.slotMinimumRunW[i] = s.runW;
    frame.slotUrgencyRatio[i] = s.urgency;
    frame.slotStateOfChargeRatio[i] = s.soc;
    frame.slotSetpointW[i] = s.orderW;
    frame.groupActivePowerW[0]! += s.powerW;
  });
  return frame;
}

/** At the start of a quarter, so that the allowed power is the target. */
const viewOf = (frame: Columns, limitW: number, change: Partial<StrategyView> = {}): StrategyView => ({
  frame,
  tickS: 1,
  limitW,
  quarterElapsedS: 0,
  quarterMeanW: 0,
  quarterRemainingS: 900,
  ...change,
});

function decideOn(slots: readonly Shown[], limitW: number, change: Partial<StrategyView> = {}): Float64Array {
  const ordersW = new Float64Array(slots.length);
  groupLimit.create(tablesOf(slots), DEFAULTS)(
    viewOf(frameOf(slots), limitW, change),
    ordersW,
    new Uint8Array(slots.length),
  );
  return ordersW;
}

const isRunner = ({ kind }: Shown) =>
  kind === ASSET_EV_CHARGER || kind === ASSET_HEAT_PUMP || kind === ASSET_HEAT_PLANT;

describe('on one frame', () => {
  it('orders what a slot can follow: within its bounds, and from its least power on or not at all', () => {
    fc.assert(
      fc.property(wijk, real(0, 200_000), real(0, 899), real(0, 200_000), (slots, limitW, elapsedS, meanW) => {
        const at = { quarterElapsedS: elapsedS, quarterMeanW: meanW, quarterRemainingS: 900 - elapsedS };
        decideOn(slots, limitW, at).forEach((orderW, i) => {
          const s = slots[i]!;
          if (s.kind === ASSET_HOUSEHOLD || s.kind === ASSET_PV) {
            expect(orderW).toBeNaN();
            return;
          }
          expect(orderW).toBeLessThanOrEqual(s.maxW + 1e-9);
          // Rounded to ten watts away from zero.
          expect(orderW).toBeGreaterThanOrEqual(isRunner(s) ? 0 : s.minW - 10);
          if (isRunner(s) && orderW > 0 && orderW < s.runW) expect(orderW).toBeLessThanOrEqual(s.minW + 1e-9);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('orders no more than there is room for, as long as what cannot wait fits into it', () => {
    fc.assert(
      fc.property(wijk, real(1000, 200_000), (drawn, limitW) => {
        // An order far from the room: the dead band holds none.
        const slots = drawn.map((s) => ({ ...s, orderW: isRunner(s) ? 1e-9 : s.orderW }));
        const fixedW = slots.filter((s) => !isRunner(s) && s.kind !== ASSET_BATTERY).reduce((w, s) => w + s.powerW, 0);
        const roomW = 0.97 * limitW - fixedW;
        const mustW = slots.filter(isRunner).reduce((w, s) => w + Math.min(s.minW, s.maxW), 0);
        fc.pre(roomW >= mustW);
        const orders = decideOn(slots, limitW);
        const takenW = orders.reduce((w, order) => w + (Number.isNaN(order) ? 0 : order), 0);
        // Orders are nobody's yet, so nothing is held; a step counts as whole from 0.98 on.
        const rounding = slots.reduce((w, s) => w + (0.02 * s.runW) / 6, 0);
        expect(takenW).toBeLessThanOrEqual(roomW + rounding + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('discharges batteries only for what cannot wait, never for what can', () => {
    fc.assert(
      fc.property(wijk, real(1000, 200_000), (slots, limitW) => {
        const fixedW = slots.filter((s) => !isRunner(s) && s.kind !== ASSET_BATTERY).reduce((w, s) => w + s.powerW, 0);
        const mustW = slots.filter(isRunner).reduce((w, s) => w + Math.min(s.minW, s.maxW), 0);
        const shortW = mustW - (0.97 * limitW - fixedW);
        const dischargeW = decideOn(slots, limitW).reduce(
          (w, order, i) => w + (slots[i]!.kind === ASSET_BATTERY && order < 0 ? -order : 0),
          0,
        );
        const possibleW = slots.reduce((w, s) => w + (s.kind === ASSET_BATTERY ? -s.minW : 0), 0);
        const rounding = 10 * slots.length;
        if (shortW <= 0) expect(dischargeW).toBe(0);
        else expect(dischargeW).toBeGreaterThanOrEqual(Math.min(shortW, possibleW) - 1e-6);
        expect(dischargeW).toBeLessThanOrEqual(Math.max(0, Math.min(shortW, possibleW)) + rounding);
      }),
      { numRuns: 300 },
    );
  });

  it('is a function of the frame: the same orders again, from a strategy that has decided before as well', () => {
    fc.assert(
      fc.property(wijk, wijk, real(1000, 200_000), (slots, others, limitW) => {
        const fresh = decideOn(slots, limitW);
        const decide = groupLimit.create(tablesOf(slots), DEFAULTS);
        const used = new Float64Array(slots.length);
        // Another frame of the same wijk first.
        const other = slots.map((s, i) => ({ ...s, powerW: others[i % others.length]!.powerW }));
        const sgReady = new Uint8Array(slots.length);
        decide(viewOf(frameOf(other), limitW / 2), used, sgReady);
        decide(viewOf(frameOf(slots), limitW), used, sgReady);
        expect(used).toEqual(fresh);
      }),
    );
  });

  const car = (urgency: number, change: Partial<Shown> = {}): Shown => ({
    kind: ASSET_EV_CHARGER,
    powerW: 3,
    minW: 3,
    maxW: 11_043,
    runW: 4143,
    urgency,
    soc: Number.NaN,
    orderW: 0,
    ...change,
  });

  it('gives six ampères to the most urgent cars and nothing to the others, rather than too little to all', () => {
    const orders = decideOn([car(0.1), car(0.5), car(0.2), car(0.4)], 9500);
    expect(orders[0]).toBeLessThan(10);
    expect(orders[2]).toBeLessThan(10);
    for (const i of [1, 3]) expect(orders[i]).toBeGreaterThanOrEqual(4143);
    expect(orders[1]! + orders[3]!).toBeLessThanOrEqual(9500 * 0.97);
  });

  it('lets a car that charges go on until another is more urgent by the margin', () => {
    const charging = car(0.3, { powerW: 4143, orderW: 4143 });
    expect(decideOn([charging, car(0.4)], 5000)[0]).toBeGreaterThanOrEqual(4143);
    expect(decideOn([charging, car(0.5)], 5000)[0]).toBeLessThan(10);
  });

  it('holds a point without a waiting car, so that a car that arrives waits for its turn', () => {
    const empty = car(0, { maxW: 3, runW: 0 });
    expect(decideOn([empty], 50_000)[0]).toBeLessThanOrEqual(3);
  });

  it('lets an element heat a cold home beside its full compressor, from room that nobody else can use', () => {
    const cold: Shown = {
      ...{ kind: ASSET_HEAT_PUMP, powerW: 2000, minW: 2000, maxW: 4000, elementW: 2000 },
      ...{ runW: 600, urgency: 1, soc: Number.NaN, orderW: Number.NaN },
    };
    const mild: Shown = { ...cold, minW: 0, maxW: 2000, elementW: 0, urgency: 0.5 };
    const store: Shown = {
      ...{ kind: ASSET_BATTERY, powerW: 0, minW: -5000, maxW: 5000 },
      ...{ runW: 0, urgency: 0, soc: 0.3, orderW: Number.NaN },
    };
    const slots = [cold, mild, { ...cold, powerW: 4000 }, store];
    const withRoom = (roomW: number) => [...decideOn(slots, roomW / 0.97)];
    // Compressors alone, the running element, both, and only then the battery with half of what is left.
    expect(withRoom(6020)).toEqual([2000, 2000, 2000, 0]);
    expect(withRoom(8020)).toEqual([2000, 2000, 4000, 0]);
    expect(withRoom(10_020)).toEqual([4000, 2000, 4000, 0]);
    expect(withRoom(12_000)).toEqual([4000, 2000, 4000, 1000]);
    // No room for a compressor is given to the element of another home.
    expect(withRoom(4610)).toEqual([2000, 610, 2000, 0]);
  });

  it('leaves its orders alone while the room moves within the dead band', () => {
    const house = (powerW: number): Shown => ({ ...car(0), kind: ASSET_HOUSEHOLD, powerW, maxW: 0, minW: 0, runW: 0 });
    const cars = [0.5, 0.4, 0.3, 0.2, 0.1].map((urgency) => car(urgency));
    const first = decideOn([house(60_000), ...cars], 100_000);
    const again = cars.map((c, i) => ({ ...c, orderW: first[i + 1]!, powerW: first[i + 1]! }));
    for (const moved of [-900, -300, 300, 900]) {
      expect(decideOn([house(60_000 + moved), ...again], 100_000).slice(1)).toEqual(first.slice(1));
    }
    expect(decideOn([house(70_000), ...again], 100_000).slice(1)).not.toEqual(first.slice(1));
  });
});

const POINT: EvChargerParameters = {
  sockets: 1,
  powerMaxW: 11_040,
  minimumA: 6,
  maximumA: 16,
  stepA: 1,
  powerFactor: 1,
  standbyW: 3,
  dayFromHour: 12,
  cars: [
    { shareRatio: 0.7, phases: 3, maximumA: 16 },
    { shareRatio: 0.3, phases: 1, maximumA: 16 },
  ],
  sessions: [
    {
      perDay: 1,
      arrival: { hour: 18, spreadH: 1.5 },
      departure: { hour: 31, spreadH: 1 },
      energyWh: 15_000,
      energySpreadWh: 3000,
    },
  ],
  phaseShares: [1 / 3, 1 / 3, 1 / 3],
};
const BATTERY = {
  capacityWh: 10_000,
  chargeMaxW: 5000,
  dischargeMaxW: 5000,
  chargeEfficiencyRatio: 0.95,
  dischargeEfficiencyRatio: 0.95,
  standbyW: 10,
  rampWPerS: 1000,
  minimumRatio: 0.1,
  maximumRatio: 1,
  initialRatio: 0.8,
};
const NOON = utc('2012-02-03T12:00:00+01:00');

interface Loop {
  readonly points: number;
  readonly batteries: number;
  readonly limitW: number;
  readonly loadW: (tick: number) => number;
  readonly seed: number;
  readonly tickS: number;
}

/** 20 hours from noon. Quarter means, energy that cars left without, orders changed, and the fullest and emptiest battery. */
function loop({ points, batteries, limitW, loadW, seed, tickS }: Loop) {
  const n = points + batteries + 1;
  const kinds = Array.from({ length: n }, (_, i) =>
    i === n - 1 ? ASSET_HOUSEHOLD : i < points ? ASSET_EV_CHARGER : ASSET_BATTERY,
  );
  const decide = groupLimit.create(tablesOf(kinds.map((kind) => ({ kind, maxW: 11_043 }))), DEFAULTS);
  const layout = frameLayout({ slots: n, connections: 0, nodes: 0, branches: 0 });
  const frame = columnViews(layout, new Float64Array(layout.total));
  const columns = { ...columnsFor(n) };
  const sets = {
    ev: createEvChargers(Array.from({ length: points }, (_, slot) => ({ slot, parameters: POINT }))),
    battery: createBatteries(Array.from({ length: batteries }, (_, b) => ({ slot: points + b, parameters: BATTERY }))),
  };
  const context = tickAt({ timeUs: NOON });
  const view = viewOf(frame, limitW);
  view.tickS = tickS;
  const sgReady = new Uint8Array(n);
  const quartersW: number[] = [];
  const lowestSoc: number[] = [];
  let sumW = 0;
  let changes = 0;
  const perQuarter = 900 / tickS;
  for (let t = 0; t < (20 * 3600) / tickS; t++) {
    const inQuarter = t % perQuarter;
    view.quarterElapsedS = inQuarter * tickS;
    view.quarterMeanW = inQuarter === 0 ? 0 : sumW / inQuarter;
    view.quarterRemainingS = 900 - inQuarter * tickS;
    const before = columns.setpointW.slice();
    if (t === 0) columns.setpointW.fill(0);
    else decide(view, columns.setpointW, sgReady);
    if (t > 1) for (let i = 0; i < points; i++) if (columns.setpointW[i] !== before[i]) changes++;
    const tick = tickAt({ timeUs: NOON + t * tickS * 1e6, tickS, seed }, context);
    stepEvChargers(sets.ev, tick, columns);
    stepBatteries(sets.battery, tick, columns);
    columns.modelledPowerW[n - 1] = loadW(t);
    frame.slotActivePowerW.set(columns.modelledPowerW);
    frame.slotAvailableMaxW.set(columns.availableMaxW);
    frame.slotAvailableMinW.set(columns.availableMinW);
    frame.slotUrgencyRatio.set(columns.urgencyRatio);
    frame.slotMinimumRunW.set(columns.minimumRunW);
    frame.slotStateOfChargeRatio.set(columns.stateOfChargeRatio);
    frame.slotSetpointW.set(columns.setpointW);
    frame.groupActivePowerW[0] = columns.modelledPowerW.reduce((sum, w) => sum + w, 0);
    if (inQuarter === 0) sumW = 0;
    sumW += frame.groupActivePowerW[0]!;
    if (inQuarter === perQuarter - 1) {
      quartersW.push(sumW / perQuarter);
      lowestSoc.push(Math.min(1, ...columns.stateOfChargeRatio.slice(points, points + batteries)));
    }
  }
  const lostWh = columns.energyDeficitWh.slice(0, points).reduce((sum, wh) => sum + wh, 0);
  const deliveredWh = columns.energyThroughputWh.slice(0, points).reduce((sum, wh) => sum + wh, 0);
  return { quartersW, lostWh, deliveredWh, lowestSoc, ordersPerHour: changes / points / 20 };
}

/** A load with an evening peak and steps of a kettle's size, by hash: the same for the same seed. */
const evening = (baseW: number, peakW: number, noiseW: number, seed: number, tickS: number) => (t: number) => {
  const hour = 12 + (t * tickS) / 3600;
  const peak = Math.exp(-(((hour - 19) / 2.5) ** 2));
  const noise = (Math.imul(Math.floor((t * tickS) / 30) ^ seed, 0x9e3779b1) >>> 0) / 4294967296;
  return baseW + peakW * peak + noiseW * (noise - 0.5);
};

describe('in a loop with cars, batteries and a load that nobody steers', () => {
  it('keeps every quarter under the limit whenever the load leaves room, and cars leave charged if there was energy enough', () => {
    fc.assert(
      fc.property(
        fc.record({
          points: fc.integer({ min: 1, max: 40 }),
          batteries: fc.integer({ min: 0, max: 5 }),
          seed: fc.integer({ min: 1, max: 1e6 }),
          peakShare: real(0.2, 0.9),
          tickS: fc.constantFrom(10, 30, 60),
          spare: real(1.6, 4),
        }),
        ({ points, batteries, seed, peakShare, tickS, spare }) => {
          // Each car wants at most 22.5 kWh in nine hours or more: 2.5 kW each from 21:00 on is enough, spread evenly.
          const forCarsW = 2500 * points * spare + 5000;
          const limitW = forCarsW / (1 - 0.35);
          const baseW = 0.2 * limitW;
          const loadW = evening(baseW, peakShare * (0.95 * limitW - baseW), 0.02 * limitW, seed, tickS);
          const result = loop({ points, batteries, limitW, loadW, seed, tickS });
          for (const w of result.quartersW) expect(w).toBeLessThanOrEqual(limitW);
          // A car that must wait for its first order has a tick less than one that runs free.
          expect(result.lostWh).toBeLessThanOrEqual((points * 11_040 * 3 * tickS) / 3600);
          expect(result.lostWh).toBeLessThan(0.02 * result.deliveredWh);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps batteries for the peak: what they hold is not spent before the load alone needs it', () => {
    const limitW = 60_000;
    const loadW = evening(20_000, 36_000, 1000, 3, 30);
    const { lowestSoc, quartersW } = loop({ points: 12, batteries: 4, limitW, loadW, seed: 3, tickS: 30 });
    // Noon to half past five: cars come and the load rises, and no battery has given anything.
    for (const soc of lowestSoc.slice(0, 22)) expect(soc).toBeGreaterThanOrEqual(0.79);
    for (const w of quartersW) expect(w).toBeLessThanOrEqual(limitW);
  });

  it('discharges them when the load alone is above the limit, and the quarter holds', () => {
    const limitW = 50_000;
    const loadW = (t: number) => (t >= 840 && t < 960 ? 58_000 : 30_000);
    const { quartersW, lowestSoc } = loop({ points: 4, batteries: 4, limitW, loadW, seed: 5, tickS: 30 });
    for (const w of quartersW) expect(w).toBeLessThanOrEqual(limitW);
    expect(Math.min(...lowestSoc)).toBeLessThan(0.7);
  });

  it('writes to charge points a few times an hour, whatever the load does second by second', () => {
    const limitW = 100_000;
    const loadW = evening(40_000, 30_000, 3000, 9, 1);
    const { ordersPerHour } = loop({ points: 20, batteries: 0, limitW, loadW, seed: 9, tickS: 5 });
    expect(ordersPerHour).toBeLessThan(12);
  });
});
