/** Was the bench itself well while it judged? Its trouble is never a failure of the device: inconclusive, or an error. */
import type { Check } from '../check.js';
import { type Figure, judge } from '../figure.js';

/** As the experiments' bench health: lost readings above this share make figures doubtful. */
const LOST_RATIO = 0.01;
const CRC_RATIO = 0.01;

export const benchHealth: Check = {
  id: 'bench-health',
  title: 'Was the bench well?',
  question: 'Age, jitter, loss and damaged frames of the bench itself over the whole run: may its figures be believed?',
  method: 'Counted over every check; above its limit a figure makes the run inconclusive, never failed.',
  needs: [],
  notApplicable: () => undefined,
  estimateS: () => 0,
  async run(bench) {
    const { rig, declared } = bench;
    const counters = rig.station.counters();
    const atUs = bench.us(rig.clock.nowMs());
    const source = `bench, ${rig.readings} readings and ${counters.requests} requests on ${rig.station.address}`;
    const pushes = rig.station.telegrams;
    const asked = rig.readings + rig.lost;
    if (asked === 0) {
      return { summary: 'There were no readings that the bench could have lost.', figures: [] };
    }
    const doubt = (figure: Figure): Figure =>
      figure.verdict === 'fail' ? { ...figure, verdict: 'inconclusive' } : figure;
    const figures = [
      judge(
        {
          id: 'age-p99',
          title: 'Age of readings, 99 % below',
          value: rig.age.quantileUs(0.99) / 1000,
          unit: 'ms',
          source,
          atUs,
        },
        { sense: 'at most', limit: declared.freshnessMs, limitSource: 'bench file, freshness' },
      ),
      ...(pushes
        ? []
        : [
            judge(
              {
                id: 'jitter-p99',
                title: 'Jitter of asking, 99 % below',
                value: rig.jitter.quantileUs(0.99) / 1000,
                unit: 'ms',
                source,
                atUs,
              },
              { sense: 'at most', limit: declared.pollPeriodMs, limitSource: 'bench file, pollPeriod' },
            ),
          ]),
      judge(
        {
          id: 'readings-lost',
          title: 'Readings lost while the device was connected',
          value: (100 * rig.lost) / asked,
          unit: '%',
          source,
          atUs,
        },
        { sense: 'at most', limit: 100 * LOST_RATIO, limitSource: `default of the catalogue: ${100 * LOST_RATIO} %` },
      ),
      judge(
        {
          id: 'crc-errors',
          title: 'Frames with a wrong check',
          value: counters.requests === 0 ? Number.NaN : (100 * counters.crcErrors) / counters.requests,
          unit: '%',
          source,
          atUs,
        },
        { sense: 'at most', limit: 100 * CRC_RATIO, limitSource: `default of the catalogue: ${100 * CRC_RATIO} %` },
      ),
    ].map(doubt);
    const ill = figures.filter(({ verdict }) => verdict !== 'pass');
    return {
      summary:
        ill.length === 0
          ? 'The bench was well.'
          : `The bench was not well: ${ill.map(({ title }) => title.toLowerCase()).join(', ')}.`,
      figures,
    };
  },
};
