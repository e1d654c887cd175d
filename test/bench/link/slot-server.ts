/** A SlotService that a test plays: it hears what the bench says and answers what the test wants. */
import * as grpc from '@grpc/grpc-js';
import { SlotServiceDefinition, type SlotServiceHandlers } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';

type Call = grpc.ServerDuplexStream<wijk.v1.AttachRequest, wijk.v1.IAttachResponse | Buffer>;

export class PlayedTwin {
  address = '';
  readonly heard: wijk.v1.AttachRequest[] = [];
  /** Why a slot is refused; absent: it is given. */
  readonly refusals = new Map<string, string>();
  /** Whether heartbeats are answered. */
  answers = true;
  #server = new grpc.Server();
  #calls = new Set<Call>();

  async start(port = 0): Promise<void> {
    this.#server = new grpc.Server();
    const handlers: SlotServiceHandlers = {
      attach: (call) => this.#attach(call),
      listLeases: (_, callback) => callback({ code: grpc.status.UNIMPLEMENTED }),
    };
    this.#server.addService(SlotServiceDefinition, handlers);
    const bound = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, chosen) =>
        error === null ? resolve(chosen) : reject(error),
      );
    });
    this.address = `127.0.0.1:${bound}`;
  }

  get attached(): number {
    return this.#calls.size;
  }

  setpoint(slotId: string, activePowerW: number): void {
    for (const call of this.#calls) call.write({ setpoints: { tick: 1, setpoints: [{ slotId, activePowerW }] } });
  }

  /** The session ends, as after the last tick: every stream ends well. */
  endStreams(): void {
    for (const call of this.#calls) call.end();
  }

  /** The process dies. */
  kill(): void {
    this.#server.forceShutdown();
    this.#calls.clear();
  }

  of<K extends keyof wijk.v1.IAttachRequest>(kind: K): NonNullable<wijk.v1.IAttachRequest[K]>[] {
    return this.heard.flatMap((request) => {
      const part = (request as wijk.v1.IAttachRequest)[kind];
      return part == null ? [] : [part as NonNullable<wijk.v1.IAttachRequest[K]>];
    });
  }

  #attach(call: Call): void {
    this.#calls.add(call);
    call.on('data', (request: wijk.v1.AttachRequest) => {
      this.heard.push(request);
      const { bind, heartbeat } = request;
      if (heartbeat && this.answers) call.write({ heartbeat: { ...heartbeat, twinMonotonicUs: 1 } });
      if (bind) {
        const slotId = bind.slotId ?? '';
        const reason = this.refusals.get(slotId);
        call.write({ bindResult: { slotId, accepted: reason === undefined, reason: reason ?? '' } });
      }
    });
    const over = (): void => void this.#calls.delete(call);
    call.on('end', () => {
      over();
      call.end();
    });
    call.on('cancelled', over);
    call.on('error', over);
  }
}
