/** From an address string to a transport (client side) or a listener (server side). */
import { badInput } from '../../errors.js';
import { addressOf } from './address.js';
import { openSerial } from './serial.js';
import { connectTcp, listenTcp } from './tcp.js';
import type { Listener, Transport } from './transport.js';

/**
 * Opens `serial:…` or `tcp:…`.
 * Rejects with BAD_INPUT (address), NO_SUCH_PORT (absent, refused, no permission), PORT_IN_USE (another program holds the
 * serial port), or the signal's reason. The caller closes what it gets.
 */
export async function openTransport(address: string, signal?: AbortSignal): Promise<Transport> {
  const parsed = addressOf(address);
  signal?.throwIfAborted();
  if (parsed.kind === 'serial') return openSerial(address, parsed, signal);
  if (parsed.kind === 'tcp') return connectTcp(address, parsed, signal);
  throw badInput([
    {
      file: '<command line>',
      path: '',
      value: address,
      rule: 'listen: waits for a client; open a device with serial: or tcp:',
    },
  ]);
}

/**
 * The side of a device: `listen:host:port` accepts any number of clients, `serial:…` is one line that is up at once.
 * `accept` is called for each. Rejects like `openTransport`; a taken TCP port is PORT_IN_USE.
 */
export async function openListener(address: string, accept: (transport: Transport) => void): Promise<Listener> {
  const parsed = addressOf(address);
  if (parsed.kind === 'listen') return listenTcp(parsed, accept);
  if (parsed.kind === 'serial') {
    const transport = await openSerial(address, parsed);
    accept(transport);
    return { address, close: () => transport.close() };
  }
  throw badInput([
    {
      file: '<command line>',
      path: '',
      value: address,
      rule: 'tcp: dials a server; a device waits on listen: or serial:',
    },
  ]);
}
