/** Can its readings be believed: present, in range, agreeing with themselves and with the independent meter? */

import { messageOf, WijkError } from '../../../errors.js';
import type { Bench, Check, Finding } from '../check.js';
import { type Figure, judge } from '../figure.js';
import { player, playTo } from '../grid-play.js';
import { lineFigures } from '../line-figures.js';
import type { Rig } from '../rig.js';
import { notTold, sanityFigures } from '../sanity.js';

const READINGS = 8;
/** Of the device's power: what a meter next to it may differ by, beyond what the instruments may be wrong by. */
const METER_W = 50;
const METER_RATIO = 0.05;
/** A load that switches moves both instruments, not at once: the middle of many pairs stands above that. */
const COMPARED_MS = 10_000;
const PAIR_MS = 750;

/** The upper middle one: one slow reading on a busy machine must not slow all that follow. */
const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;

export const readSanity: Check = {
  id: 'read-sanity',
  title: 'Sanity of readings',
  question: 'Are its readings there, in range, and do they agree with each other (V × I ≈ P) and with the meter?',
  method: `${READINGS} readings; sentinels, ranges of EN 50160, apparent power two ways, and the independent meter's power.`,
  needs: ['identity'],
  notApplicable: () => undefined,
  estimateS: ({ pollPeriodMs }) => (READINGS * pollPeriodMs) / 1000,
  async run(bench) {
    const { rig, signal, instrument, own } = bench;
    const startMs = rig.clock.nowMs();
    const findings: Finding[] = [];
    if (bench.declared.player !== undefined) {
      // Behind an open output there is nothing to measure.
      const { findings: stuck } = await playTo(bench, player(bench).nominal, 'The nominal grid');
      findings.push(...stuck);
    }
    const readings = [];
    const tookMs: number[] = [];
    let lost = 0;
    for (let k = 0; k < READINGS; k++) {
      bench.doing(`reading ${k + 1} of ${READINGS}`, ((READINGS - k) * rig.declared.pollPeriodMs) / 1000);
      const fromMs = rig.clock.nowMs();
      try {
        readings.push((await rig.sample(signal)).reading);
        tookMs.push((rig.clock.nowMs() - fromMs) / rig.speed);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WijkError) || ++lost >= READINGS / 2) throw error;
        bench.note(`reading lost: ${messageOf(error)}`);
      }
    }
    if (rig.station.driver.pushes !== true) rig.adaptSampling(middleOf(tookMs));
    const atUs = bench.us(startMs);
    const figures: Figure[] = sanityFigures({
      readings,
      source: own.title,
      atUs,
      uncertaintyW: (powerW) => own.uncertaintyW(powerW),
    });
    figures.push(...lineFigures(bench, atUs));
    if (lost > 0)
      findings.push({
        verdict: 'inconclusive',
        text: `${lost} of ${READINGS} readings were lost: ${rig.lastError || 'no answer in time'}.`,
      });
    if (instrument.independent) await againstMeter(bench, figures, findings);
    else if (bench.declared.control === undefined && bench.declared.subject !== 'model') {
      findings.push({
        verdict: 'inconclusive',
        text: 'Direction not judged: no second instrument. A meter that was installed the wrong way round agrees with itself in everything; name another one with --meter.',
      });
    }
    const bad = [...figures, ...findings].filter(({ verdict }) => verdict === 'fail').length;
    return {
      summary:
        bad === 0
          ? `Its readings are there, in range, and agree; sampled every ${Math.round(rig.samplePeriodMs)} ms from here on.`
          : `Its readings cannot be believed.`,
      figures,
      findings,
      remarks: [...notTold(readings), ...own.remarks, ...(instrument.independent ? instrument.remarks : [])],
    };
  },
};

/** Its own power against that of a second instrument, and whether the two agree on the direction. */
async function againstMeter(bench: Bench, figures: Figure[], findings: Finding[]): Promise<void> {
  const { rig, signal, instrument, own } = bench;
  const fromMs = rig.clock.nowMs();
  const play = bench.declared.player === undefined ? {} : { play: bench.declared.player.nominal };
  bench.doing('beside the meter', COMPARED_MS / 1000);
  await rig.watch({ forMs: COMPARED_MS, signal, ...play });
  const pairs = pairsSince(rig, fromMs, PAIR_MS * rig.speed + rig.samplePeriodMs);
  if (pairs.length === 0) {
    findings.push({
      verdict: 'error',
      text: `The meter ${instrument.id} says nothing: ${rig.meterError || 'no reading yet'}.`,
    });
    return;
  }
  const differenceW = middleOf(pairs.map(({ ownW, meterW }) => ownW - meterW));
  const ownW = middleOf(pairs.map((pair) => pair.ownW));
  const meterW = middleOf(pairs.map((pair) => pair.meterW));
  const limitW = METER_W + METER_RATIO * Math.abs(meterW);
  const uncertainty = own.uncertaintyW(ownW) + instrument.uncertaintyW(meterW);
  figures.push(
    judge(
      {
        id: 'against-meter',
        title: 'Its own power against that of the meter',
        value: differenceW,
        unit: 'W',
        uncertainty,
        source: `${own.short} − ${instrument.short}, middle of ${pairs.length} pairs`,
        atUs: bench.us(fromMs),
        explanation: `It says ${Math.round(ownW)} W, the meter ${Math.round(meterW)} W. The meter must see this device and nothing else.`,
      },
      {
        sense: 'within',
        limit: limitW,
        limitSource: `default of the catalogue: ${METER_W} W and ${100 * METER_RATIO} %`,
      },
    ),
  );
  // The wrong way round differs by twice the power; a device with setpoints shows its direction under load.
  if (bench.declared.control === undefined && 2 * Math.abs(meterW) < limitW + uncertainty) {
    findings.push({
      verdict: 'inconclusive',
      text: `Direction not judged: ${Math.round(meterW)} W flow, and the wrong way round could not be told from that. Switch a load on and run again.`,
    });
  }
}

/** Each sample of the device with the nearest one of the meter. */
function pairsSince(rig: Rig, fromMs: number, apartMs: number): { readonly ownW: number; readonly meterW: number }[] {
  const beside = rig.meter.filter(({ atMs }) => atMs >= fromMs - apartMs);
  return rig.own.flatMap(({ atMs, powerW }) => {
    if (atMs < fromMs || beside.length === 0) return [];
    const nearest = beside.reduce((a, b) => (Math.abs(b.atMs - atMs) < Math.abs(a.atMs - atMs) ? b : a));
    return Math.abs(nearest.atMs - atMs) <= apartMs ? [{ ownW: powerW, meterW: nearest.powerW }] : [];
  });
}
