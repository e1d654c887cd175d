/** Can its readings be believed: present, in range, agreeing with themselves and with the independent meter? */

import { messageOf, WijkError } from '../../../errors.js';
import type { Check, Finding } from '../check.js';
import { type Figure, judge } from '../figure.js';
import { lineFigures } from '../line-figures.js';
import { notTold, sanityFigures } from '../sanity.js';
import { mean } from '../step-response.js';

const READINGS = 8;
/** Of the device's power: what a meter next to it may differ by, beyond what the instruments may be wrong by. */
const METER_W = 50;
const METER_RATIO = 0.05;

/** One slow reading on a busy machine must not slow all that follow. */
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
    const findings: Finding[] = [];
    if (lost > 0)
      findings.push({
        verdict: 'inconclusive',
        text: `${lost} of ${READINGS} readings were lost: ${rig.lastError || 'no answer in time'}.`,
      });
    if (instrument.independent) {
      await rig.watch({ forMs: 3000, signal });
      const ownW = mean(rig.own.slice(-5).map(({ powerW }) => powerW));
      const meterW = mean(rig.meter.slice(-3).map(({ powerW }) => powerW));
      if (rig.meter.length === 0) {
        findings.push({
          verdict: 'error',
          text: `The meter ${instrument.id} says nothing: ${rig.meterError || 'no reading yet'}.`,
        });
      } else {
        figures.push(
          judge(
            {
              id: 'against-meter',
              title: 'Its own power against that of the meter',
              value: ownW - meterW,
              unit: 'W',
              uncertainty: own.uncertaintyW(ownW) + instrument.uncertaintyW(meterW),
              source: `${own.short} − ${instrument.short}`,
              atUs,
              explanation: `It says ${Math.round(ownW)} W, the meter ${Math.round(meterW)} W. The meter must see this device and nothing else.`,
            },
            {
              sense: 'within',
              limit: METER_W + METER_RATIO * Math.abs(meterW),
              limitSource: `default of the catalogue: ${METER_W} W and ${100 * METER_RATIO} %`,
            },
          ),
        );
      }
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
