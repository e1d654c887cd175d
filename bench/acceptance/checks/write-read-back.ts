/** Does the device hold what was written, in its own registers? What it then does is the next check's question. */
import { messageOf, WijkError } from '../../../errors.js';
import { canCommand } from '../../devices/driver.js';
import { difference } from '../../devices/power-window.js';
import { type Check, type Finding, takesNoSetpoint } from '../check.js';
import { watts } from '../evaluate-step.js';
import { type Figure, judge } from '../figure.js';
import { control, edgeOf, room, safeWindow, targets, windowAt } from '../test-powers.js';

export const writeReadBack: Check = {
  id: 'write-read-back',
  title: 'Write and read back',
  question: 'Does it hold the setpoint that was written, in its own registers, with the revert timer armed?',
  method: 'Setpoints across the test range, each read back at once; a device may round to its resolution.',
  needs: ['identity', 'read-sanity'],
  notApplicable: takesNoSetpoint,
  estimateS: () => 8,
  async run(bench) {
    const { rig, signal, declared } = bench;
    const c = control(bench);
    const { charge = 0, discharge = 0, notes } = c.meaning === 'target' ? targets(bench) : { notes: [] };
    const { minimumW, maximumW } = room(bench);
    const edgeW = c.meaning === 'floor' ? minimumW : maximumW;
    const powers =
      c.meaning === 'target' ? [charge, discharge, 0.3 * charge, 0.3 * discharge] : [edgeW, 0.75 * edgeW, 0.5 * edgeW];
    const windows = [...new Set(powers.map(Math.round))].map((powerW) => windowAt(c, powerW));
    const figures: Figure[] = [];
    const findings: Finding[] = [];
    for (const window of [...windows, safeWindow(bench)]) {
      const text = watts(edgeOf(c, window));
      bench.doing(`writing ${text} and reading it back`, declared.budgetMs / 1000);
      try {
        const { held, fromMs } = await rig.moveTo(window, signal);
        const offW = c.meaning === 'target' ? difference(window, held) : Math.abs(edgeOf(c, window) - edgeOf(c, held));
        figures.push(
          judge(
            {
              id: `held.${text.replaceAll(' ', '')}`,
              title: `${text} written: held differs by`,
              value: offW,
              unit: 'W',
              source: `control registers of ${bench.own.id}, read back`,
              atUs: bench.us(fromMs),
            },
            {
              sense: 'at most',
              limit: Math.max(1, c.stepW),
              limitSource: `profile ${declared.profile}, control.stepW`,
            },
          ),
        );
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WijkError) || !REFUSALS.has(error.code)) throw error;
        findings.push({ verdict: 'fail', text: `${text} written: ${messageOf(error)}` });
        break;
      }
    }
    const { driver } = rig.station;
    const writeOnly = canCommand(driver) && driver.writeOnly === true;
    if (writeOnly) {
      const text =
        'Its command registers take a value and do not tell it: what was acknowledged counts as held, and only the effect shows whether it follows.';
      findings.push({ verdict: 'inconclusive', text });
    }
    const bad = [...findings, ...figures].filter(({ verdict }) => verdict === 'fail').length;
    return {
      summary:
        bad === 0
          ? `${figures.length} setpoints were ${writeOnly ? 'acknowledged' : 'held as written'}, with ${c.revertTime.value} s of revert time armed.`
          : `The device does not hold what is written to it.`,
      figures,
      findings,
      remarks: notes,
    };
  },
};

const REFUSALS = new Set(['SETPOINT_IGNORED', 'DEVICE_EXCEPTION']);
