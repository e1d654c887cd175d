/** Does the device notice that its controller's counter stands still? */
import { type Check, takesNoSetpoint } from '../check.js';
import { watchedS } from '../evaluate-step.js';
import { watchExpiry } from '../expiry.js';

export const heartbeat: Check = {
  id: 'heartbeat',
  title: 'Expiry of the heartbeat',
  question:
    'Does it revert when the beats of its controller stop, at the declared time, and to where it is declared to go?',
  method: 'A setpoint with beats until it is followed; then no more beats, with the revert timer kept from ending it.',
  needs: ['effect'],
  notApplicable: (declared) =>
    takesNoSetpoint(declared) ??
    (declared.control!.heartbeat === undefined ? 'its profile declares no heartbeat' : undefined),
  estimateS: ({ control: c }) => (c === undefined ? 0 : (c.heartbeat?.timeout.value ?? 0) + 2 * watchedS(c) + 5),
  run: (bench) => watchExpiry(bench, { name: 'Heartbeat', by: 'heartbeat' }),
};
