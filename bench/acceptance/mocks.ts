/**
 * The mock that plays a shipped profile, as a process of its own. The bench knows mocks only by the names of
 * their commands, which the command line gives it: their code is no part of it.
 */
import { resolve } from 'node:path';
import { startChild } from '../../launch.js';
import { mockHand } from './hands.js';
import type { Place } from './place.js';
import type { AcceptRequest } from './request.js';

/** For its pty's link to be taken away. */
const STOPS_WITHIN_MS = 3000;
/** What a mock does by itself to a restart, ms of the wall clock. */
const RESTART_MS = 5000;
/** Its line is no slower than its life: at the baud rate of its product a reading would take seconds of its time. */
const FAST_BAUD = 115_200;

/**
 * Starts the mock on a pty, a serial line like that of a real device, or on TCP where no pty can be made or Modbus TCP is
 * spoken. At wall clock the line has the baud rate of the product. `folder`: where the pty gets its name.
 */
export async function mockPlace(
  { device, link, mock, sin, speed, meter }: AcceptRequest,
  folder: string,
  canPty: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<Place> {
  const tcp = link.protocol === 'modbus-tcp';
  const pty = !tcp && (await canPty());
  const at = (name: string): string => (pty ? `pty:${resolve(folder, name)}` : 'listen:127.0.0.1:0');
  const program = await startChild(
    'the mock',
    [
      'mock',
      mock!.mock,
      '--address',
      at('line'),
      ...(tcp ? ['--framing', 'tcp'] : []),
      ...(device.unit > 0 ? ['--unit', String(device.unit)] : []),
      // TCP has no baud rate to pace to.
      ...(!pty ? ['--baud', '0'] : speed === 1 ? [] : ['--baud', String(FAST_BAUD)]),
      ...(speed === 1 ? [] : ['--speed', String(speed)]),
      ...(sin === '' ? [] : ['--sin', sin]),
      ...(meter === undefined ? [] : ['--meter', at('meter-line')]),
      '--stop-with-parent',
    ],
    { signal },
  );
  const { address, line, meter: meterAddress } = program.ready;
  return {
    text: `a mock on ${address} (${String(line)}), process ${program.pid}`,
    link: { ...link, address },
    ...(meter === undefined
      ? {}
      : { meterLink: { ...meter.link, ...(tcp ? { protocol: link.protocol } : {}), address: String(meterAddress) } }),
    cable: mockHand("the mock's line is unplugged", program.send, 'unplug 3600s', 'unplug 0s'),
    supply: mockHand("the mock's own restart (fault reboot)", program.send, 'fault reboot', undefined, RESTART_MS),
    close: async () => void (await program.stop(STOPS_WITHIN_MS)),
  };
}
