/** Can the line carry what the bench will ask of it, and does a setpoint get through while it does? */
import { messageOf, WijkError } from '../../../errors.js';
import { Histogram } from '../../histogram.js';
import type { Check, Finding } from '../check.js';
import { type Figure, judge, report } from '../figure.js';
import { lineFigures } from '../line-figures.js';
import { safeWindow } from '../test-powers.js';

const READINGS = 25;
/** Of what sends by itself, once a second. */
const PUSHED = 12;
const COMMANDS = 5;
/** Share of the poll period that one reading may take: the rest is for setpoints and for others on the line. */
const SHARE_OF_PERIOD = 0.8;

export const busLoad: Check = {
  id: 'bus-load',
  title: 'Bus load',
  question: 'How long do a reading and a setpoint take back to back, and does the line carry them at the poll period?',
  method: `${READINGS} readings without a pause, ${COMMANDS} of them followed at once by a setpoint.`,
  needs: ['read-sanity', 'write-read-back', 'played-voltage'],
  notApplicable: () => undefined,
  estimateS: ({ pollPeriodMs, control }) => (control === undefined ? (PUSHED * pollPeriodMs) / 1000 : READINGS * 0.4),
  async run(bench) {
    const { rig, signal, declared } = bench;
    const pushes = rig.station.driver.pushes === true;
    const readings = pushes ? PUSHED : READINGS;
    const before = rig.station.counters();
    const reading = new Histogram();
    const command = new Histogram();
    const findings: Finding[] = [];
    let lost = 0;
    const startMs = rig.clock.nowMs();
    for (let k = 0; k < readings; k++) {
      bench.doing(`reading ${k + 1} of ${readings} back to back`, ((readings - k) * reading.maxUs) / 1e6);
      const fromMs = rig.clock.nowMs();
      try {
        await rig.sample(signal);
        reading.add(((rig.clock.nowMs() - fromMs) * 1000) / rig.speed);
        if (declared.player !== undefined && k % Math.ceil(READINGS / COMMANDS) === 0) {
          const atMs = rig.clock.nowMs();
          await rig.play(declared.player.nominal, signal);
          command.add(((rig.clock.nowMs() - atMs) * 1000) / rig.speed);
        }
        if (declared.control !== undefined && k % Math.ceil(READINGS / COMMANDS) === 0) {
          const atMs = rig.clock.nowMs();
          await rig.command(safeWindow(bench), signal);
          command.add(((rig.clock.nowMs() - atMs) * 1000) / rig.speed);
        }
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WijkError)) throw error;
        lost++;
        findings.push({ verdict: 'fail', text: `Reading ${k + 1}: ${messageOf(error)}` });
        if (lost >= declared.lostAfterReadings) break;
      }
    }
    const after = rig.station.counters();
    const requests = after.requests - before.requests;
    const common = { source: `line of ${bench.own.id}, ${rig.station.address}`, atUs: bench.us(startMs) };
    const ms = (histogram: Histogram, q: number): number => histogram.quantileUs(q) / 1000;
    const counted = (id: string, title: string, value: number, source: string): Figure =>
      judge(
        { id, title, value, unit: `of ${requests}`, ...common },
        { sense: 'at most', limit: 0, limitSource: source },
      );
    const figures: Figure[] = [
      report({
        id: 'reading-p50',
        title: 'Reading, half of them within',
        value: ms(reading, 0.5),
        unit: 'ms',
        ...common,
      }),
      judge(
        { id: 'reading-p99', title: 'Reading, 99 % within', value: ms(reading, 0.99), unit: 'ms', ...common },
        { sense: 'at most', limit: declared.budgetMs, limitSource: `profile ${declared.profile}, timing.budgetMs` },
      ),
      ...(pushes
        ? []
        : [
            judge(
              {
                id: 'share-of-period',
                title: `Share of the poll period of ${declared.pollPeriodMs} ms that a reading takes`,
                value: (100 * ms(reading, 0.5)) / declared.pollPeriodMs,
                unit: '%',
                ...common,
              },
              {
                sense: 'at most',
                limit: 100 * SHARE_OF_PERIOD,
                limitSource: `default of the catalogue: ${100 * SHARE_OF_PERIOD} %`,
              },
            ),
          ]),
      ...(command.count === 0
        ? []
        : [
            judge(
              {
                id: 'command-p99',
                title: 'Setpoint with read-back between readings, 99 % within',
                value: ms(command, 0.99),
                unit: 'ms',
                ...common,
              },
              {
                sense: 'at most',
                limit: declared.budgetMs,
                limitSource: `profile ${declared.profile}, timing.budgetMs`,
              },
            ),
          ]),
      counted('readings-lost', 'Readings lost', lost, 'a line that is fit loses none back to back'),
      ...lineFigures(bench, common.atUs),
    ];
    return {
      summary: `A reading takes ${ms(reading, 0.5).toFixed(0)} ms (99 %: ${ms(reading, 0.99).toFixed(0)} ms)${command.count === 0 ? '' : `, a setpoint ${ms(command, 0.99).toFixed(0)} ms`}; ${lost} of ${readings} readings lost.`,
      figures,
      findings,
    };
  },
};
