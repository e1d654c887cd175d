/** What only shows over the whole run: readings that stand still, a state of charge that does not follow the energy. */
import { totalW } from '../../devices/driver.js';
import type { Bench, Check, Finding } from '../check.js';
import { counterFigures, energy } from '../counters.js';
import { type Figure, judge, report } from '../figure.js';
import { lineFigures } from '../line-figures.js';
import { longestPhaseStand, longestStandS, tellsVoltage, valuesOf } from '../standing.js';
import { control, safeWindow, targets, windowAt } from '../test-powers.js';

/** Values on a live grid change within this time, and a device that measures anew every few seconds shows it. */
const STILL_S = 20;
/** Of a device that tells no voltage: a power and temperatures of coarse steps may well stand for a while. */
const STILL_COARSE_S = 180;
/** A meter is read for so long without a break. */
const MORE_S = 30;
/** A longer gap between readings ends a stretch. */
const GAP_MS = 5000;
/** Or so many times as long as its readings are apart. */
const GAP_PERIODS = 3;
/** Of an hour at nameplate: so much energy moves any state of charge by a step that it can show. */
const ENERGY_HOURS = 0.04;
const LONGEST_S = 400;
/** Telegrams whose CRC begins with zero, to be seen; and for how long they are waited for: an honest meter misses it once in 300 000 runs. */
const ZERO_LED = 2;
const ZERO_LED_S = 240;

export const overTheRun: Check = {
  id: 'over-the-run',
  title: 'Readings over the whole run',
  question: 'Do its readings move, does its state of charge follow the energy, do its counters agree with its power?',
  method:
    'All samples of the run together; a storage moves energy until its state of charge must have changed by a step.',
  needs: ['read-sanity', 'effect', 'played-voltage'],
  notApplicable: () => undefined,
  estimateS: ({ control: c }) => (c?.meaning === 'target' ? 60 : 0),
  async run(bench) {
    const { rig } = bench;
    const figures: Figure[] = [];
    const findings: Finding[] = [];
    if (rig.lastReading?.stateOfChargeRatio !== undefined && bench.declared.control?.meaning === 'target') {
      figures.push(...(await stateOfCharge(bench, findings)));
    }
    if (bench.declared.control === undefined) {
      bench.doing('reading on', MORE_S);
      const play = bench.declared.player === undefined ? {} : { play: bench.declared.player.nominal };
      await rig.watch({ forMs: MORE_S * 1000, signal: bench.signal, ...play });
    }
    if (!tellsVoltage(rig.own) && bench.declared.subject !== 'model') await untilItMoves(bench);
    if (rig.station.telegrams) figures.push(...(await leadingZeros(bench, findings)));
    figures.push(...moving(bench), ...counters(bench));
    const bad = [...figures, ...findings].filter(({ verdict }) => verdict === 'fail');
    return {
      summary:
        bad.length === 0
          ? `Over ${rig.own.length} readings nothing stood still that should move.`
          : `Something stands still, or goes its own way: ${bad.map((part) => ('title' in part ? part.title : part.text)).join('; ')}.`,
      figures,
      findings,
    };
  },
};

/**
 * One CRC in sixteen begins with zero, and only that one shows whether zeros are written: what reads well for a minute may
 * be thrown away by another reader once in sixteen seconds.
 */
async function leadingZeros(bench: Bench, findings: Finding[]): Promise<Figure[]> {
  const { rig, signal } = bench;
  const { station } = rig;
  const seen = (): boolean => station.findings.zeroLedCrcs >= ZERO_LED;
  if (!seen()) {
    bench.doing('reading on, until a CRC begins with zero', ZERO_LED_S);
    await rig.watch({ forMs: ZERO_LED_S * 1000, signal, until: seen });
  }
  if (!seen()) {
    findings.push({
      verdict: 'inconclusive',
      text: `None of ${station.findings.telegrams} telegrams had a CRC that begins with zero: whether it writes leading zeros was not seen.`,
    });
  }
  return lineFigures(bench, bench.us(rig.clock.nowMs()));
}

/** Coarse values are watched until one of them is another, at rest where the device takes a setpoint. */
async function untilItMoves(bench: Bench): Promise<void> {
  const { rig, signal } = bench;
  const before = valuesOf(rig.own.at(-1)?.reading);
  bench.doing('waiting for a value to move', STILL_COARSE_S);
  await rig.watch({
    forMs: 1.1 * STILL_COARSE_S * 1000,
    signal,
    ...(bench.declared.control === undefined ? {} : { hold: safeWindow(bench) }),
    until: () => valuesOf(rig.own.at(-1)?.reading) !== before,
  });
}

/** How long its readings were the same to the last digit without a break. */
function moving({ rig, own, us, declared }: Bench): Figure[] {
  const tells = tellsVoltage(rig.own);
  const spanMs = (rig.own.at(-1)?.atMs ?? 0) - (rig.own[0]?.atMs ?? 0);
  const limitS = tells ? STILL_S : STILL_COARSE_S;
  const enough = spanMs > limitS * 1000;
  const measured = {
    id: 'standing-still',
    title: tells
      ? 'Longest time in which power, voltage, current and frequency were the same to the last digit'
      : 'Longest time in which everything that it tells was the same to the last digit',
    value: enough ? longestStandS(rig.own, GAP_MS) : Number.NaN,
    unit: 's',
    source: own.title,
    atUs: us(rig.clock.nowMs()),
    explanation: enough ? '' : `The readings span ${(spanMs / 1000).toFixed(0)} s: too short to tell.`,
  };
  // Nothing is measured in a model: its values have no noise, and stand while nothing happens in the wijk.
  if (declared.subject === 'model') return [report(measured)];
  const still = {
    sense: 'at most',
    limit: limitS,
    limitSource: `default of the catalogue: ${limitS} s; a measured value moves`,
  } as const;
  const all = judge(measured, still);
  const { s, phase } = longestPhaseStand(rig.own, GAP_MS);
  if (s === 0) return [all];
  const one = {
    ...measured,
    id: 'phase-standing-still',
    title: `Longest time in which power, voltage and current of phase ${phase} were the same while another phase moved`,
    value: s,
    explanation: '',
  };
  return [all, judge(one, still)];
}

async function stateOfCharge(bench: Bench, findings: Finding[]): Promise<Figure[]> {
  const { rig, own, signal } = bench;
  const c = control(bench);
  const neededWh = ENERGY_HOURS * Math.max(Math.abs(c.envelope.minimumW), Math.abs(c.envelope.maximumW));
  const { charge, discharge } = targets(bench);
  const powerW = discharge ?? charge;
  if (powerW === undefined) {
    findings.push({ verdict: 'inconclusive', text: 'No power can be asked for that would move its state of charge.' });
    return [];
  }
  const window = windowAt(c, powerW);
  const forS = Math.min(LONGEST_S, (1.1 * neededWh * 3600) / Math.abs(powerW));
  const fromMs = rig.clock.nowMs();
  bench.doing(`moving ${Math.round(neededWh)} Wh to see the state of charge follow`, forS);
  await rig.moveTo(window, signal);
  const [before] = rig.own.slice(-1);
  await rig.watch({ forMs: forS * 1000, signal, hold: window });
  const after = rig.own.at(-1)!;
  const energyWh = energy(
    rig.own.filter(({ atMs }) => atMs >= fromMs),
    ({ reading }) => totalW(reading),
  );
  const changeRatio =
    (after.reading.stateOfChargeRatio ?? Number.NaN) - (before?.reading.stateOfChargeRatio ?? Number.NaN);
  const common = { source: own.title, atUs: bench.us(after.atMs) };
  const figures = [
    judge(
      {
        id: 'state-of-charge-follows',
        title: `State of charge: change in the direction of ${Math.round(energyWh)} Wh`,
        value: 100 * changeRatio * Math.sign(energyWh),
        unit: '%',
        ...common,
        explanation: changeRatio === 0 ? 'It stands still to the last digit.' : '',
      },
      {
        sense: 'at least',
        // Half of what a storage of ten hours at nameplate would show.
        limit: (100 * Math.abs(energyWh)) / (20 * (neededWh / ENERGY_HOURS)),
        limitSource: 'default of the catalogue: a storage of at most 20 hours at its nameplate',
      },
    ),
  ];
  if (changeRatio !== 0) {
    const capacityWh = energyWh / changeRatio;
    figures.push(
      report({ id: 'implied-capacity', title: 'Capacity that this implies', value: capacityWh, unit: 'Wh', ...common }),
    );
  }
  return figures;
}

/** Counters of energy, where it has some. */
function counters({ rig, own, us }: Bench): Figure[] {
  return counterFigures({
    samples: rig.own,
    gapMs: Math.max(GAP_MS, GAP_PERIODS * rig.samplePeriodMs),
    resolutionWh: own.energyStepWh,
    source: own.title,
    atUs: us(rig.clock.nowMs()),
  });
}
