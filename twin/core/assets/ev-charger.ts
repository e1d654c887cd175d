/**
 * Charge point for electric cars with one or more sockets (at home, in public, a plaza) behind one limit.
 *
 * A socket has at most one car per day of its own (a day that begins at `dayFromHour`, so that a night is not cut): whether
 * it comes, when, with how many phases, how much energy it wants at the socket and when it leaves follow from (seed,
 * slot, socket, day). What is still wanted is state. A car that was there before the run began has charged freely until then.
 *
 * Current comes in steps between a minimum and what socket and car allow; below the minimum a car pauses. The limit is the
 * lowest of the point's own, the setpoint, and the netbewust profile, which is met to the nearest step:
 *   capacity = n · (base + f (most - base)),  n cars present, f the fraction of the hour     (ElaadNL ls-profielen-model)
 * It is shared out socket by socket in equal parts of what is left: first among cars that can wait no longer, then among
 * the others. If it does not reach for all, another socket is first every quarter of an hour.
 *
 * Setpoint: an upper limit, W. Free: as fast as the limits allow.
 * Available minimum: what cars need that would otherwise not be done when they leave.
 * Energy deficit: what cars left without, and what those that are there cannot get any more, even at full power.
 */
import { randomNormal, randomWord, STREAM } from '../base/random.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface CarKind {
  readonly shareRatio: number;
  readonly phases: 1 | 3;
  readonly maximumA: number;
}

export interface SessionKind {
  /** Chance per socket and day. */
  readonly perDay: number;
  /** Clock hours, counted from the midnight of the day: 31.5 is half past seven on the next. */
  readonly arrival: { readonly hour: number; readonly spreadH: number };
  readonly departure: { readonly hour: number; readonly spreadH: number };
  readonly energyWh: number;
  readonly energySpreadWh: number;
}

export interface EvChargerParameters {
  readonly sockets: number;
  /** Of the whole point, W. */
  readonly powerMaxW: number;
  readonly minimumA: number;
  readonly maximumA: number;
  readonly stepA: number;
  readonly powerFactor: number;
  readonly standbyW: number;
  readonly dayFromHour: number;
  readonly cars: readonly CarKind[];
  readonly sessions: readonly SessionKind[];
  /** Fractions at each full hour of the local day, 24, joined by straight lines; powers per socket in W. */
  readonly netbewust?: { readonly baseW: number; readonly mostW: number; readonly fractions: readonly number[] };
  /** The phases of the point, as shares of a, b, c. */
  readonly phaseShares: readonly number[];
}

export interface EvChargers {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly EvChargerParameters[];
  readonly tangent: Float64Array;
  /** Parameters that every tick needs, shares three per point: from rows of many shapes their numbers would come boxed. */
  readonly powerMaxW: Float64Array;
  readonly minimumA: Float64Array;
  readonly standbyW: Float64Array;
  readonly dayFromS: Float64Array;
  readonly share: Float64Array;
  /** First socket of each point; one more at the end. */
  readonly firstSocket: Int32Array;
  /** Per socket: the day its session is of, local seconds of arrival and departure, phases, current of the car. */
  readonly day: Float64Array;
  readonly fromS: Float64Array;
  readonly untilS: Float64Array;
  readonly phases: Uint8Array;
  readonly carA: Float64Array;
  /** State per socket: energy still wanted, 1 from arrival until the departure has been counted. */
  readonly wantedWh: Float64Array;
  readonly present: Uint8Array;
  /** 1 if a car can wait no longer. */
  readonly urgent: Uint8Array;
  readonly powerW: Float64Array;
  /** Per point: local seconds from one to the other nobody charges, and what the columns say stands. */
  readonly idleFromS: Float64Array;
  readonly idleUntilS: Float64Array;
  readonly deliveredWh: Float64Array;
  readonly deficitWh: Float64Array;
  readonly sessionsDone: Int32Array;
  /** Scratch, so that no number crosses a call: local second, hard limit, limit of the profile, capacity. */
  readonly now: Float64Array;
  seed: number;
}

/** Where the capacity stands in `now`. */
const CAPACITY = 3;
const PHASE_V = 230;
const DAY_S = 86_400;
const DRAW = { chance: 0, arrival: 1, departure: 2, energy: 3, car: 4, count: 8 } as const;

export function createEvChargers(entries: readonly AssetEntry<EvChargerParameters>[]): EvChargers {
  const n = entries.length;
  const firstSocket = new Int32Array(n + 1);
  entries.forEach(({ parameters }, k) => {
    firstSocket[k + 1] = firstSocket[k]! + parameters.sockets;
  });
  const sockets = firstSocket[n]!;
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    powerMaxW: column(entries, (p) => p.powerMaxW),
    minimumA: column(entries, (p) => p.minimumA),
    standbyW: column(entries, (p) => p.standbyW),
    dayFromS: column(entries, (p) => 3600 * p.dayFromHour),
    share: Float64Array.from(entries.flatMap(({ parameters }) => parameters.phaseShares)),
    firstSocket,
    day: new Float64Array(sockets).fill(Number.NaN),
    fromS: new Float64Array(sockets),
    untilS: new Float64Array(sockets),
    phases: new Uint8Array(sockets),
    carA: new Float64Array(sockets),
    wantedWh: new Float64Array(sockets),
    present: new Uint8Array(sockets),
    urgent: new Uint8Array(sockets),
    powerW: new Float64Array(sockets),
    idleFromS: new Float64Array(n).fill(Number.NaN),
    idleUntilS: new Float64Array(n).fill(Number.NaN),
    deliveredWh: new Float64Array(n),
    deficitWh: new Float64Array(n),
    sessionsDone: new Int32Array(n),
    now: new Float64Array(CAPACITY + 1),
    seed: Number.NaN,
  };
}

export function stepEvChargers(ev: EvChargers, tick: TickContext, columns: AssetColumns): void {
  if (ev.seed !== tick.seed) {
    ev.seed = tick.seed;
    ev.day.fill(Number.NaN);
    ev.idleFromS.fill(Number.NaN);
  }
  const nowS = tick.localDay * DAY_S + tick.localSecondOfDay;
  ev.now[0] = nowS;
  const hours = tick.tickS / 3600;
  for (let k = 0; k < ev.count; k++) {
    if (nowS >= ev.idleFromS[k]! && nowS < ev.idleUntilS[k]!) continue;
    const p = ev.parameters[k]!;
    const slot = ev.slots[k]!;
    const powerMaxW = ev.powerMaxW[k]!;
    const standbyW = ev.standbyW[k]!;
    const minimumA = ev.minimumA[k]!;
    const dayFromS = ev.dayFromS[k]!;
    const shareAt = 3 * k;
    const first = ev.firstSocket[k]!;
    const end = ev.firstSocket[k + 1]!;
    const day = Math.floor((nowS - dayFromS) / DAY_S);
    let cars = 0;
    let waiting = 0;
    let urgent = 0;
    let neededW = 0;
    let possibleW = 0;
    let requiredW = 0;
    let wantedWh = 0;
    let lostWh = 0;
    let lowestW = Number.POSITIVE_INFINITY;
    for (let s = first; s < end; s++) {
      if (ev.day[s] !== day) changeDay(ev, k, s, day);
      if (ev.present[s] === 1 && nowS >= ev.untilS[s]!) leave(ev, k, s);
      if (ev.present[s] === 0 && nowS >= ev.fromS[s]! && nowS < ev.untilS[s]!) ev.present[s] = 1;
      ev.powerW[s] = 0;
      ev.urgent[s] = 0;
      if (ev.present[s] === 0) continue;
      cars++;
      if (ev.wantedWh[s]! <= 0) continue;
      waiting++;
      possibleW += ev.phases[s]! * PHASE_V * ev.carA[s]!;
      wantedWh += ev.wantedWh[s]!;
    }
    // What a car can count on if all that wait charge at once: its part of the point.
    const part = possibleW > powerMaxW ? powerMaxW / possibleW : 1;
    for (let s = first; waiting > 0 && s < end; s++) {
      if (ev.present[s] === 0 || ev.wantedWh[s]! <= 0) continue;
      const mostW = ev.phases[s]! * PHASE_V * ev.carA[s]!;
      const leastW = ev.phases[s]! * PHASE_V * minimumA;
      const partW = Math.max(leastW, part * mostW);
      // A car that must charge with its part from the next tick on has no time left to wait.
      const leftS = ev.untilS[s]! - nowS - tick.tickS;
      const wantedWs = ev.wantedWh[s]! * 3600;
      const meanW = leftS > 0 ? Math.min(mostW, wantedWs / leftS) : mostW;
      if (meanW >= partW) {
        ev.urgent[s] = 1;
        urgent++;
        neededW += meanW;
      }
      requiredW += meanW;
      lowestW = Math.min(lowestW, leastW);
      // A car charges for whole ticks, so that what is lost never becomes less.
      const chargeableS = Math.ceil((ev.untilS[s]! - nowS) / tick.tickS) * tick.tickS;
      lostWh += Math.max(0, wantedWs - mostW * chargeableS) / 3600;
    }
    setCapacity(ev.now, p, cars, tick);
    const capacityW = ev.now[CAPACITY]!;
    const setpointW = columns.setpointW[slot]!;
    const hardW = Number.isNaN(setpointW) ? powerMaxW : Math.max(0, Math.min(powerMaxW, setpointW - standbyW));
    if (waiting > 0) {
      ev.now[1] = hardW;
      ev.now[2] = Math.min(hardW, capacityW);
      if (urgent > 0) shareOut(ev, k, first, end, urgent, 1);
      if (waiting > urgent) shareOut(ev, k, first, end, waiting - urgent, 0);
    }

    let totalW = standbyW;
    let a = standbyW * ev.share[shareAt]!;
    let b = standbyW * ev.share[shareAt + 1]!;
    let c = standbyW * ev.share[shareAt + 2]!;
    for (let s = first; s < end; s++) {
      if (ev.powerW[s]! <= 0) continue;
      // The last tick of a car takes what is left: the mean over the tick.
      const powerW = Math.min(ev.powerW[s]!, ev.wantedWh[s]! / hours);
      ev.powerW[s] = powerW;
      ev.wantedWh[s] = powerW * hours >= ev.wantedWh[s]! ? 0 : ev.wantedWh[s]! - powerW * hours;
      ev.deliveredWh[k] = ev.deliveredWh[k]! + powerW * hours;
      totalW += powerW;
      if (ev.phases[s] === 3) {
        a += powerW / 3;
        b += powerW / 3;
        c += powerW / 3;
      } else {
        // Sockets of a three-phase point are turned, so that single-phase cars do not all meet on one.
        const phase = singlePhase(ev.share, shareAt, s - first + slot);
        if (phase === 0) a += powerW;
        else if (phase === 1) b += powerW;
        else c += powerW;
      }
    }
    columns.modelledPowerW[slot] = totalW;
    columns.modelledReactiveVar[slot] = totalW * ev.tangent[k]!;
    columns.modelledPhaseW[3 * slot] = a;
    columns.modelledPhaseW[3 * slot + 1] = b;
    columns.modelledPhaseW[3 * slot + 2] = c;
    columns.modelledPhaseVar[3 * slot] = a * ev.tangent[k]!;
    columns.modelledPhaseVar[3 * slot + 1] = b * ev.tangent[k]!;
    columns.modelledPhaseVar[3 * slot + 2] = c * ev.tangent[k]!;
    // The profile is met to the nearest step, which may lie half a step above it.
    const reachableW = capacityW < powerMaxW ? capacityW + 0.5 * p.stepA * 3 * PHASE_V : capacityW;
    columns.availableMaxW[slot] = standbyW + Math.min(possibleW, reachableW, powerMaxW);
    columns.availableMinW[slot] = standbyW + Math.min(neededW, capacityW);
    columns.energyThroughputWh[slot] = ev.deliveredWh[k]!;
    columns.energyDeficitWh[slot] = ev.deficitWh[k]! + lostWh;
    columns.wantedEnergyWh[slot] = wantedWh;
    columns.urgencyRatio[slot] = waiting > 0 ? Math.min(1, requiredW / (part * possibleW)) : 0;
    columns.minimumRunW[slot] = waiting > 0 ? standbyW + lowestW : 0;
    if (waiting === 0) {
      ev.idleFromS[k] = nowS;
      ev.idleUntilS[k] = nextChangeS(ev, first, end, (day + 1) * DAY_S + dayFromS);
    } else ev.idleFromS[k] = Number.NaN;
  }
}

/** The next local second at which a car comes or goes, at the latest the end of the sockets' day. */
function nextChangeS(ev: EvChargers, first: number, end: number, dayEndS: number): number {
  let nextS = dayEndS;
  for (let s = first; s < end; s++) {
    const changeS = ev.present[s] === 1 ? ev.untilS[s]! : ev.fromS[s]!;
    if (changeS > ev.now[0]! && changeS < nextS) nextS = changeS;
  }
  return nextS;
}

/** The point's own limit, and that of the netbewust profile for `cars` present, W. */
export function capacityOf(p: EvChargerParameters, cars: number, secondOfDay: number): number {
  const scratch = new Float64Array(CAPACITY + 1);
  setCapacity(scratch, p, cars, { localSecondOfDay: secondOfDay });
  return scratch[CAPACITY]!;
}

function setCapacity(
  scratch: Float64Array,
  p: EvChargerParameters,
  cars: number,
  { localSecondOfDay }: Pick<TickContext, 'localSecondOfDay'>,
): void {
  scratch[CAPACITY] = p.powerMaxW;
  const { netbewust } = p;
  if (netbewust === undefined) return;
  const at = localSecondOfDay / 3600;
  const hour = Math.floor(at);
  const before = netbewust.fractions[hour % 24]!;
  const after = netbewust.fractions[(hour + 1) % 24]!;
  const fraction = before + (after - before) * (at - hour);
  scratch[CAPACITY] = Math.min(p.powerMaxW, cars * (netbewust.baseW + fraction * (netbewust.mostW - netbewust.baseW)));
}

/**
 * Currents of the cars that wait, of those that are `urgent` or of the others. `now` holds the local second, the hard
 * limit, and that of the profile within it; what is given is taken from both.
 */
function shareOut(ev: EvChargers, k: number, first: number, end: number, waiting: number, urgent: number): void {
  const p = ev.parameters[k]!;
  const sockets = end - first;
  const turn = Math.floor(ev.now[0]! / 900) % sockets;
  let hardW = ev.now[1]!;
  let leftW = ev.now[2]!;
  // A profile is a plan and goes to the nearest step: 4 kW on three phases are 6 A. A limit is a limit.
  const rounding = leftW < hardW ? 0.5 : 1e-9;
  let left = waiting;
  for (let i = 0; i < sockets; i++) {
    const s = first + ((i + turn) % sockets);
    if (ev.present[s] === 0 || ev.wantedWh[s]! <= 0 || ev.urgent[s] !== urgent) continue;
    const perAmpereW = ev.phases[s]! * PHASE_V;
    const mostA = ev.carA[s]!;
    // An equal part of what is left, or the minimum if that part is too small and the whole still reaches for it.
    const partA = leftW / left / perAmpereW;
    let steps = Math.floor((Math.min(mostA, partA) - p.minimumA) / p.stepA + rounding);
    if (steps < 0 && leftW >= p.minimumA * perAmpereW) steps = 0;
    const hardSteps = Math.floor((hardW / perAmpereW - p.minimumA) / p.stepA + 1e-9);
    steps = Math.min(steps, hardSteps);
    const currentA = steps < 0 ? 0 : Math.min(mostA, p.minimumA + p.stepA * steps);
    ev.powerW[s] = currentA * perAmpereW;
    leftW -= currentA * perAmpereW;
    hardW -= currentA * perAmpereW;
    left--;
  }
  ev.now[1] = hardW;
  ev.now[2] = leftW;
}

function singlePhase(share: Float64Array, at: number, turn: number): number {
  for (let i = 0; i < 3; i++) {
    const phase = (turn + i) % 3;
    if (share[at + phase]! > 0) return phase;
  }
  return 0;
}

function leave(ev: EvChargers, k: number, s: number): void {
  ev.deficitWh[k] = ev.deficitWh[k]! + ev.wantedWh[s]!;
  ev.wantedWh[s] = 0;
  ev.present[s] = 0;
  ev.sessionsDone[k] = ev.sessionsDone[k]! + 1;
}

const word = (seed: number, slot: number, counter: number): number =>
  (randomWord(seed, STREAM.evSession, slot, counter) >>> 0) / 4294967296;

/** Ends the session of the day before, if it still runs, and draws that of the new day. */
function changeDay(ev: EvChargers, k: number, s: number, day: number): void {
  const beganBefore = Number.isNaN(ev.day[s]!);
  if (ev.present[s] === 1) leave(ev, k, s);
  ev.day[s] = day;
  ev.present[s] = 0;
  ev.wantedWh[s] = 0;
  ev.fromS[s] = Number.POSITIVE_INFINITY;
  ev.untilS[s] = Number.POSITIVE_INFINITY;
  const p = ev.parameters[k]!;
  const slot = ev.slots[k]!;
  const counter = (day * 64 + (s - ev.firstSocket[k]!)) * DRAW.count;
  let u = word(ev.seed, slot, counter + DRAW.chance);
  for (let i = 0; i < p.sessions.length; i++) {
    const kind = p.sessions[i]!;
    if (u >= kind.perDay) {
      u -= kind.perDay;
      continue;
    }
    const z = (purpose: number): number =>
      Math.max(-2.5, Math.min(2.5, randomNormal(ev.seed, STREAM.evSession, slot, 0x20000000 + counter + purpose)));
    // Within the day of the socket: a car is there and gone before the next day begins.
    const beginS = day * DAY_S + 3600 * p.dayFromHour;
    const endS = beginS + DAY_S - 60;
    const arriveS = day * DAY_S + 3600 * (kind.arrival.hour + kind.arrival.spreadH * z(DRAW.arrival));
    const departS = day * DAY_S + 3600 * (kind.departure.hour + kind.departure.spreadH * z(DRAW.departure));
    const fromS = Math.max(beginS, Math.min(endS - 1800, arriveS));
    const untilS = Math.max(fromS + 1800, Math.min(endS, departS));
    ev.fromS[s] = fromS;
    ev.untilS[s] = untilS;
    let v = word(ev.seed, slot, counter + DRAW.car);
    let car = 0;
    while (car < p.cars.length - 1 && v >= p.cars[car]!.shareRatio) v -= p.cars[car++]!.shareRatio;
    const three = p.phaseShares[0]! > 0 && p.phaseShares[1]! > 0 && p.phaseShares[2]! > 0;
    ev.phases[s] = three ? p.cars[car]!.phases : 1;
    ev.carA[s] = Math.min(p.maximumA, p.cars[car]!.maximumA);
    // Published energies are of sessions that nobody held back: nobody wants more than the stay could give.
    const possibleWh = (ev.phases[s]! * PHASE_V * ev.carA[s]! * (untilS - fromS)) / 3600;
    const wantedWh = Math.min(possibleWh, Math.max(1000, kind.energyWh + kind.energySpreadWh * z(DRAW.energy)));
    const chargedS = beganBefore ? Math.max(0, ev.now[0]! - fromS) : 0;
    ev.wantedWh[s] = Math.max(0, wantedWh - (ev.phases[s]! * PHASE_V * ev.carA[s]! * chargedS) / 3600);
    return;
  }
}
