/**
 * Can a device that takes a limit do what it should be able to do? Its power by itself does not tell: half a sun, half a
 * demand and half a device look the same. Three things do, and each is used where it is there: a load that the profile says
 * that the device takes when it is told to; what somebody with a PV simulator, an irradiance sensor or a measured demand says
 * is there; and failing both, that it does most of what its nameplate allows.
 */
import type { Bench } from './check.js';
import { bandAt } from './declared.js';
import { watts } from './evaluate-step.js';
import { type Figure, judge } from './figure.js';
import { freePower, lastPower } from './free-power.js';
import { control, freeWindow, room } from './test-powers.js';

/** A limit that was tested under less of what the device may do says nothing about more. */
const TESTED_RATIO = 0.6;
/** What somebody says is there is known so well: an irradiance sensor knows nothing of dirt, temperature and wires. */
const AVAILABLE_RATIO = 0.85;

/** W, with the sign of the limit: the most that the device may do. */
function edgeW(bench: Bench): number {
  const { minimumW, maximumW } = room(bench);
  return control(bench).meaning === 'floor' ? minimumW : maximumW;
}

/** Brings it under full load and waits until it is there; W. Its registers go back with the next command after `fullLoad(false)`. */
export async function underFullLoad(bench: Bench): Promise<number> {
  const { rig, signal } = bench;
  const c = control(bench);
  const { within, writes } = c.fullLoad!;
  const window = freeWindow(c);
  rig.fullLoad(true);
  await rig.moveTo(window, signal);
  bench.doing('under full load, as its profile says: what it can do', within.value);
  const there = (): boolean => lastPower(bench) >= fullLoadLimitW(bench);
  await rig.watch({ forMs: within.value * 1000, signal, hold: window, until: there });
  // Its first sample above the limit is not where it stands; where nothing else was written it already did.
  return writes ? freePower(bench, 'under full load: until it stands') : lastPower(bench);
}

const fullLoadLimitW = (bench: Bench): number => edgeW(bench) - bandAt(control(bench), edgeW(bench));

/** The power under full load against what is declared. */
export function fullLoadFigure(bench: Bench, loadedW: number): Figure {
  const { rig, instrument, declared, us } = bench;
  const { within, supplyBelowC, notInStates } = control(bench).fullLoad!;
  const figure = judge(
    {
      id: 'full-load',
      title: 'Power under full load, as its profile brings it there',
      value: loadedW,
      unit: 'W',
      uncertainty: instrument.uncertaintyW(loadedW),
      source: instrument.title,
      atUs: us(rig.clock.nowMs()),
      explanation: `${watts(edgeW(bench))} are declared within ${within.value} s.`,
    },
    {
      sense: 'at least',
      limit: fullLoadLimitW(bench),
      limitSource: `profile ${declared.profile}, command.fullLoad: command.rating.maximumPowerW less effect.bandW + effect.bandRatio × |power|`,
    },
  );
  if (figure.verdict !== 'fail') return figure;
  const { supplyTemperatureC: supplyC, state } = rig.lastReading ?? {};
  const warm = supplyBelowC !== undefined && !((supplyC ?? Number.NaN) < supplyBelowC);
  const elsewhere = state !== undefined && notInStates.includes(state);
  if (!warm && !elsewhere) return figure;
  const why = warm
    ? `Its supply is at ${supplyC?.toFixed(1) ?? 'no'} °C; it promises that below ${supplyBelowC} °C only. Let it cool down and run again.`
    : `Its state is ${state}, in which it promises nothing. Wait until that is over and run again.`;
  return { ...figure, verdict: 'inconclusive', explanation: `${figure.explanation} ${why}` };
}

/** Its own power against what somebody says is there; nothing where nobody does. */
export function availableFigures(bench: Bench, freeW: number): Figure[] {
  const { available } = control(bench);
  if (available === undefined) return [];
  const thereW = Math.min(available.value, Math.abs(edgeW(bench)));
  return [
    judge(
      {
        id: 'available-power',
        title: 'Power without a limit, of what is there',
        value: (100 * Math.abs(freeW)) / thereW,
        unit: '%',
        uncertainty: (100 * bench.instrument.uncertaintyW(freeW)) / thereW,
        source: bench.instrument.title,
        atUs: bench.us(bench.rig.clock.nowMs()),
        explanation: `${watts(available.value)} are there (${available.source}); it did ${watts(Math.abs(freeW))}.`,
      },
      {
        sense: 'at least',
        limit: 100 * AVAILABLE_RATIO,
        limitSource: `default of the catalogue: what is there is known to ${Math.round(100 * (1 - AVAILABLE_RATIO))} %`,
      },
    ),
  ];
}

/** Once more, after the limits: a device that cannot does the same again, and clouds are not alike. */
export async function availableAgain(bench: Bench, first: Figure, firstW: number): Promise<Figure> {
  const freeW = await freePower(bench, 'without a limit again: what it does of what is there');
  const [second] = availableFigures(bench, freeW);
  const both = `${first.explanation} After the limits it did ${watts(Math.abs(freeW))}.`;
  const alikeW = bandAt(control(bench), firstW) + bench.instrument.uncertaintyW(firstW);
  if (second?.verdict === 'fail' && Math.abs(freeW - firstW) <= alikeW) return { ...first, explanation: both };
  const doubt = 'What is there moves: give it a steady sun or demand and run again.';
  return { ...first, verdict: 'inconclusive', explanation: `${both} ${doubt}` };
}

/** Was there enough to limit? What it can do beyond was not seen, and that it obeys there neither. */
export function testedShare(bench: Bench, testedW: number, how: string): Figure {
  const c = control(bench);
  const figure = judge(
    {
      id: 'tested-share',
      title: 'Power under which limits were tested, of what it may do',
      value: (100 * testedW) / edgeW(bench),
      unit: '%',
      source: bench.instrument.title,
      atUs: bench.us(bench.rig.clock.nowMs()),
      explanation: `${how} it did ${watts(testedW)} of ${watts(edgeW(bench))}.`,
    },
    { sense: 'at least', limit: 100 * TESTED_RATIO, limitSource: `default of the catalogue: ${100 * TESTED_RATIO} %` },
  );
  if (figure.verdict !== 'fail') return figure;
  const settle =
    c.meaning === 'floor'
      ? `give it more than ${Math.round(100 * TESTED_RATIO)} % of its rated power (a PV simulator, more sun)`
      : `give it a demand for more than ${Math.round(100 * TESTED_RATIO)} % of its rated power, or say in its profile how it comes under full load (command.fullLoad)`;
  const known = c.available === undefined ? '; --available W says what is there, if a sensor or a simulator knows' : '';
  const doubt = `Whether it can do more, and obeys there, was not seen: ${settle}${known}, and run again.`;
  return { ...figure, verdict: 'inconclusive', explanation: `${figure.explanation} ${doubt}` };
}
