/** What only shows over the whole run: readings that stand still, a state of charge that does not follow the energy. */
import { totalW } from '../../devices/driver.js';
import type { Bench, Check, Finding } from '../check.js';
import { type Figure, judge, report } from '../figure.js';
import type { Sample } from '../rig.js';
import { control, targets, windowAt } from '../test-powers.js';

/** Values on a live grid change within this time, and a device that measures anew every few seconds shows it. */
const STILL_S = 20;
/** A meter is read for so long without a break. */
const MORE_S = 30;
/** A longer gap between readings ends a stretch. */
const GAP_MS = 5000;
/** Of an hour at nameplate: so much energy moves any state of charge by a step that it can show. */
const ENERGY_HOURS = 0.04;
const LONGEST_S = 400;

export const overTheRun: Check = {
  id: 'over-the-run',
  title: 'Readings over the whole run',
  question: 'Do its readings move, does its state of charge follow the energy, do its counters agree with its power?',
  method:
    'All samples of the run together; a storage moves energy until its state of charge must have changed by a step.',
  needs: ['read-sanity', 'effect'],
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
      await rig.watch({ forMs: MORE_S * 1000, signal: bench.signal });
    }
    figures.push(moving(bench), ...counters(bench));
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

/** How long its readings were the same to the last digit without a break. */
function moving({ rig, own, us, declared }: Bench): Figure {
  let [longestMs, sinceMs, before, lastMs] = [0, Number.NaN, '', Number.NaN];
  for (const { atMs, reading: r } of rig.own) {
    const now = JSON.stringify([r.activePowerW, r.voltageV, r.currentA, r.frequencyHz]);
    if (now !== before || atMs - lastMs > GAP_MS) sinceMs = atMs;
    longestMs = Math.max(longestMs, atMs - sinceMs);
    [before, lastMs] = [now, atMs];
  }
  const spanMs = (rig.own.at(-1)?.atMs ?? 0) - (rig.own[0]?.atMs ?? 0);
  const enough = spanMs > STILL_S * 1000;
  // A power of coarse steps alone may well stand; a voltage on a live grid does not.
  // Nothing is measured in a model: its values have no noise, and stand while nothing happens in the wijk.
  const tells = declared.subject !== 'model' && rig.own.some(({ reading }) => reading.voltageV !== undefined);
  const measured = {
    id: 'standing-still',
    title: 'Longest time in which power, voltage, current and frequency were the same to the last digit',
    value: enough ? longestMs / 1000 : Number.NaN,
    unit: 's',
    source: own.title,
    atUs: us(rig.clock.nowMs()),
    explanation: enough ? '' : `The readings span ${(spanMs / 1000).toFixed(0)} s: too short to tell.`,
  };
  return tells
    ? judge(measured, {
        sense: 'at most',
        limit: STILL_S,
        limitSource: `default of the catalogue: ${STILL_S} s; a measured value moves`,
      })
    : report(measured);
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
  const energyWh = energyOf(rig.own.filter(({ atMs }) => atMs >= fromMs));
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

/** Counters of energy against the power that was measured between two of their readings. */
function counters({ rig, own, us }: Bench): Figure[] {
  const counted = rig.own.filter(
    ({ reading }) => reading.importEnergyWh !== undefined && reading.exportEnergyWh !== undefined,
  );
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const net = ({ reading }: Sample): number => reading.importEnergyWh! - reading.exportEnergyWh!;
  const byCountersWh = net(last) - net(first);
  const byPowerWh = energyOf(counted);
  const steps = counted.slice(1).map((sample, k) => Math.abs(net(sample) - net(counted[k]!)));
  const resolutionWh = 2 * Math.min(RESOLUTION_WH / 2, ...steps.filter((step) => step > 1e-6));
  return [
    judge(
      {
        id: 'counters-agree',
        title: 'Its energy counters against its own power',
        value: byCountersWh - byPowerWh,
        unit: 'Wh',
        source: own.title,
        atUs: us(last.atMs),
        explanation: `Counters say ${byCountersWh.toFixed(1)} Wh, the power ${byPowerWh.toFixed(1)} Wh.`,
      },
      {
        sense: 'within',
        limit: resolutionWh + AGREEMENT_RATIO * energyOf(counted.map((s) => ({ ...s, reading: sized(s) }))),
        limitSource: `default of the catalogue: ${100 * AGREEMENT_RATIO} % of the energy that flowed, and ${resolutionWh.toFixed(1)} Wh of resolution`,
      },
    ),
  ];
}

/** Counters of whole tens of Wh are common; the gaps of a pulled cable are bridged by the mean of their edges. */
const RESOLUTION_WH = 10;
const AGREEMENT_RATIO = 0.25;

const sized = ({ reading }: Sample): Sample['reading'] => ({
  ...reading,
  activePowerW: reading.activePowerW.map(Math.abs) as unknown as Sample['reading']['activePowerW'],
});

/** Trapezoids between samples, Wh. */
function energyOf(samples: readonly Sample[]): number {
  let wattMs = 0;
  for (let k = 1; k < samples.length; k++) {
    const [a, b] = [samples[k - 1]!, samples[k]!];
    wattMs += ((totalW(a.reading) + totalW(b.reading)) / 2) * (b.atMs - a.atMs);
  }
  return wattMs / 3.6e6;
}
