/**
 * The twin's model of a slot as what is tested. A twin runs in a process of its own, and the way in is the bench's own
 * emulation of that slot on a line: the same registers, timers and arbitration that a real controller on the twin meets, so
 * that the catalogue asks a model what it asks a device.
 */
import { badInput, WijkError } from '../../errors.js';
import { startChild } from '../../launch.js';
import type { EmulationProtocol } from '../emulation/config.js';
import { Emulations } from '../emulation/emulations.js';
import { NO_LOG } from '../log.js';
import { systemClock } from '../transport/clock.js';
import { openListener } from '../transport/open.js';
import type { Transport } from '../transport/transport.js';
import { deviceClock, pause } from './device-clock.js';
import { noHand } from './hands.js';
import type { Place } from './place.js';
import type { AcceptRequest } from './request.js';

/** The twin's own. Shorter costs processor time, longer would blur every delay. */
const TICK_S = 1;
/** Loading a wijk, reading its weather, the first two frames. */
const SHOWN_WITHIN_MS = 60_000;
const LOOK_MS = 50;
/** Of the twin, whose record nobody keeps. */
const STOPS_WITHIN_MS = 3000;

/** Starts the twin and shows the slot; resolves once the slot is there to be read. */
export async function modelPlace(
  { model, device, link, speed }: AcceptRequest,
  signal: AbortSignal,
  log = NO_LOG,
): Promise<Place> {
  const { wijk, slotId, as, start } = model!;
  const twin = await startChild(
    'the twin',
    [
      'twin',
      ...['--listen', '127.0.0.1:0', '--wijk', wijk, '--start', start, '--tick', `${TICK_S}s`],
      ...['--speed', String(speed), '--log-level', 'error'],
      '--stop-with-parent',
    ],
    { signal },
  );
  const cut = new Cut();
  const emulations = new Emulations({
    benchName: 'acceptance',
    configs: [
      {
        id: device.id,
        as,
        address: 'listen:127.0.0.1:0',
        protocol: link.protocol as EmulationProtocol,
        unit: device.unit,
        slotId,
        freshnessMs: 3000,
        serialNumber: `MODEL-${slotId}`.slice(0, 32),
        energyWh: { importWh: 0, exportWh: 0 },
      },
    ],
    twinAddress: twin.ready.address,
    clock: systemClock,
    log,
    open: cut.listen,
    living: { speed, clock: deviceClock(systemClock, speed) },
  });
  const close = async (): Promise<void> => {
    await emulations.close();
    await twin.stop(STOPS_WITHIN_MS);
  };
  try {
    await emulations.open();
    emulations.start();
    await untilShown(emulations, `${wijk}:${slotId}`, signal);
  } catch (error) {
    await close();
    throw error;
  }
  const address = emulations.addressOf(emulations.all[0]!);
  return {
    text: `slot ${slotId} of ${wijk} as a ${as} on ${address}, twin in process ${twin.pid}, from ${start}`,
    link: { ...link, address },
    cable: cut.hand,
    supply: noHand('a model of the twin has no supply that could be cut'),
    close,
  };
}

async function untilShown({ all: [emulation], view }: Emulations, slot: string, signal: AbortSignal): Promise<void> {
  const fromMs = systemClock.nowMs();
  while (!emulation!.fresh) {
    if (emulation!.problem !== '') {
      throw badInput([{ file: '<command line>', path: 'DEVICE', value: slot, rule: emulation!.problem }]);
    }
    if (systemClock.nowMs() - fromMs > SHOWN_WITHIN_MS) {
      const why = view.lastError === '' ? 'it sends no frame of now' : view.lastError;
      throw new WijkError('UNREACHABLE', `the twin does not show ${slot} within ${SHOWN_WITHIN_MS / 1000} s: ${why}`);
    }
    await pause(systemClock, LOOK_MS, signal);
  }
}

/** The line of the emulation, and the hand that pulls its cable: connections end, and no new one is taken. */
class Cut {
  readonly #joined = new Set<Transport>();
  #out = false;

  readonly listen: typeof openListener = (address, accept) =>
    openListener(address, (transport) => {
      if (this.#out) {
        void transport.close();
        return;
      }
      this.#joined.add(transport);
      transport.onClose(() => this.#joined.delete(transport));
      accept(transport);
    });

  readonly hand = {
    how: "the emulation's line is unplugged",
    reason: '',
    away: async (): Promise<void> => {
      this.#out = true;
      await Promise.all([...this.#joined].map((transport) => transport.close()));
    },
    back: async (): Promise<void> => {
      this.#out = false;
    },
  };
}
