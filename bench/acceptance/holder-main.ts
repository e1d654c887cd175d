/**
 * The controller that is going to be killed: a process of its own that connects to the device, commands a setpoint and
 * renews it until SIGKILL. Started by `holder.ts`, told what to do by one message, and says when it holds.
 */
import { messageOf } from '../../errors.js';
import { NO_LOG } from '../log.js';
import { systemClock } from '../transport/clock.js';
import { declaredOf } from './declared.js';
import { deviceClock } from './device-clock.js';
import type { HolderOrder, HolderReport } from './holder.js';
import { openUnbuffered, wallUs } from './recordings.js';
import { Rig } from './rig.js';
import { LineStation } from './station.js';
import { windowAt } from './test-powers.js';

const tell = (report: HolderReport): void => void process.send?.(report);

process.once('message', (order: HolderOrder) => {
  hold(order).catch((error: unknown) => {
    tell({ kind: 'failed', message: messageOf(error) });
    process.exit(1);
  });
});

async function hold({ device, link, window, speed, subject, framesFile }: HolderOrder): Promise<void> {
  const station = new LineStation({
    device,
    link,
    clock: systemClock,
    log: NO_LOG,
    sink: (_, header) => openUnbuffered(framesFile, { ...header, link: 'controller' }),
  });
  const declared = declaredOf(device, subject);
  const clock = deviceClock(systemClock, speed);
  const rig = new Rig({ declared, station, clock, wire: systemClock, speed });
  const parent = new AbortController();
  // Its starter died first: then this controller is the one that has to leave the device safe.
  process.once('disconnect', () => parent.abort(new Error('the acceptance is gone')));
  let told = 1;
  await rig.connect(parent.signal);
  await rig.command(window, parent.signal);
  tell({ kind: 'holding', us: wallUs() });
  try {
    await rig.watch({
      forMs: Number.POSITIVE_INFINITY,
      signal: parent.signal,
      hold: window,
      progress: () => {
        if (rig.commands.length > told) tell({ kind: 'holding', us: wallUs() });
        told = rig.commands.length;
      },
    });
  } finally {
    await rig.command(
      windowAt(declared.control!, declared.control!.safeSetpointW),
      AbortSignal.timeout(declared.budgetMs),
    );
    await rig.close();
    process.exit(1);
  }
}
