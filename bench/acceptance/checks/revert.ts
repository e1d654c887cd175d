/** Does the device let go of a setpoint that nobody renews, when it said it would? */
import { type Check, takesNoSetpoint } from '../check.js';
import { watchedS } from '../evaluate-step.js';
import { watchExpiry } from '../expiry.js';

export const revert: Check = {
  id: 'revert',
  title: 'Expiry of the revert time',
  question:
    'Does it revert by itself when the setpoint is not renewed, at the declared time, and to where it is declared to go?',
  method:
    'One setpoint, then nothing is written; the instant at which the power leaves the setpoint, and where it goes.',
  needs: ['effect'],
  notApplicable: (declared) =>
    takesNoSetpoint(declared) ??
    (declared.control!.revertBy === 'heartbeat'
      ? 'it reverts when the beats of its controller stop, which the check heartbeat judges'
      : undefined),
  estimateS: ({ control: c }) => (c === undefined ? 0 : c.revertTime.value + watchedS(c) + 5),
  run: (bench) => watchExpiry(bench, { name: 'Revert', by: 'timer' }),
};
