/** Two transports joined back to back; what one writes the other receives at once. */
import { LineEnd } from '../../../bench/transport/line-end.js';
import type { Transport } from '../../../bench/transport/transport.js';
import { WijkError } from '../../../errors.js';

export function memoryPair(): [Transport, Transport] {
  const ends = [new LineEnd(), new LineEnd()] as const;
  const side = (own: LineEnd, other: LineEnd, address: string): Transport => ({
    address,
    get closed() {
      return own.closed;
    },
    write: async (bytes) => {
      if (own.closed) throw new WijkError('NO_SUCH_PORT', `${address} is closed`);
      other.receive(bytes.slice());
    },
    onData: (listener) => own.onData(listener),
    onClose: (listener) => own.onClose(listener),
    close: async () => {
      own.end({ kind: 'local', message: `${address}: closed` });
      other.end({ kind: 'peer', message: `${address}: the other side closed` });
    },
  });
  return [side(ends[0], ends[1], 'memory:client'), side(ends[1], ends[0], 'memory:device')];
}
