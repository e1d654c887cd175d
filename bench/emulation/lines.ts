/**
 * The lines on which emulations live: `listen:` takes any number of clients, `serial:` is one line (an adapter, or one
 * end of a pty) that is opened again by itself. Emulations with the same address share it, each with its own unit.
 */
import { messageOf } from '../../errors.js';
import type { Log } from '../log.js';
import { silenceMsOf } from '../modbus/framing.js';
import type { Reply, Request } from '../modbus/pdu.js';
import { respond } from '../modbus/responder.js';
import { addressOf, bitsPerCharacter } from '../transport/address.js';
import type { Clock } from '../transport/clock.js';
import { openListener } from '../transport/open.js';
import type { Listener, Transport } from '../transport/transport.js';
import type { EmulationProtocol } from './config.js';

/** What a line needs of an emulation. */
export interface Resident {
  readonly unit: number;
  /** Modbus; undefined keeps silent. `by`: who asks, for the journal. */
  answer?(request: Request, by: string): Reply | undefined;
  /** P1: where its telegrams go. Returns the function that ends it. */
  attach?(send: (telegram: Uint8Array) => void): () => void;
  clients: number;
}

export interface LineParts {
  readonly address: string;
  readonly protocol: EmulationProtocol;
  readonly residents: readonly Resident[];
  readonly clock: Clock;
  readonly log: Log;
  readonly open?: typeof openListener;
}

const REOPEN_MS = 1000;
/** A line without a baud rate: as fast as any. */
const SILENCE_FAST_MS = 1.75;

export class EmulationLine {
  /** What a client opens; empty while the line is not open. */
  openAs = '';
  lastError = '';
  readonly #parts: LineParts;
  #listener: Listener | undefined;
  #closed = false;
  #cancelReopen: () => void = () => undefined;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  get parts(): LineParts {
    return this.#parts;
  }

  /** Rejects with PORT_IN_USE or NO_SUCH_PORT. */
  async open(): Promise<void> {
    const { address, log } = this.#parts;
    const listener = await (this.#parts.open ?? openListener)(address, (transport) => this.#accept(transport));
    this.#listener = listener;
    if (this.#closed) {
      await listener.close();
      return;
    }
    this.openAs = this.#listener.address;
    this.lastError = '';
    log.info({ address: this.openAs }, 'emulation line open');
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelReopen();
    await this.#listener?.close();
    this.openAs = '';
  }

  #accept(transport: Transport): void {
    const { protocol, residents, clock, address } = this.#parts;
    const by = transport.address;
    const send = (frame: Uint8Array): void => {
      // Who hung up has told the line's close; the last bytes have nowhere to go.
      transport.write(frame).catch((error: unknown) => {
        this.lastError = messageOf(error);
      });
    };
    const silenceMs = protocol === 'modbus-rtu' ? silenceFor(address) : 0;
    const endings = residents.map((resident) => {
      resident.clients++;
      const { answer } = resident;
      if (protocol === 'p1') return resident.attach?.(send) ?? (() => undefined);
      return respond(transport, {
        framing: protocol === 'modbus-tcp' ? 'tcp' : 'rtu',
        unit: resident.unit,
        alone: residents.length === 1,
        answer: (request) => answer?.call(resident, request, by),
        clock,
        ...(silenceMs === 0 ? {} : { silenceMs }),
        send: (frame) => {
          if (silenceMs === 0) send(frame);
          else clock.schedule(silenceMs, () => send(frame));
        },
      });
    });
    transport.onClose(({ kind, message }) => {
      for (const end of endings) end();
      for (const resident of residents) resident.clients--;
      if (kind === 'local' || this.#closed || !address.startsWith('serial:')) return;
      this.keepTrying(new Error(message));
    });
  }

  /** The line is not there; it is opened again by itself when it is. */
  keepTrying(cause: unknown): void {
    this.lastError = messageOf(cause);
    this.openAs = '';
    this.#parts.log.warn({ address: this.#parts.address }, `emulation line is not open: ${this.lastError}`);
    this.#reopen();
  }

  #reopen(): void {
    this.#cancelReopen = this.#parts.clock.schedule(REOPEN_MS, () => {
      this.open().catch((error: unknown) => {
        this.lastError = messageOf(error);
        if (!this.#closed) this.#reopen();
      });
    });
  }
}

function silenceFor(text: string): number {
  const address = addressOf(text);
  return address.kind === 'serial' ? silenceMsOf(address.baud, bitsPerCharacter(address)) : SILENCE_FAST_MS;
}
