/** SlotService: one stream per bench, readings in and setpoints out. */
import type * as grpc from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { SlotServiceHandlers } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { badInput, WijkError } from '../../errors.js';
import { ClockOffset } from '../runtime/clock-offset.js';
import { checkActor } from '../runtime/commands.js';
import type { Bench } from '../runtime/leases.js';
import { monotonicUs } from '../runtime/monotonic.js';
import type { Recorder } from '../runtime/recorder.js';
import type { Session } from '../runtime/session.js';
import type { Twin } from '../runtime/twin.js';
import { exhausted, fail, unary } from './grpc-errors.js';
import { actorOf, bindRequestOf, leaseMessage, readingOf, setpointMessage, spreadsOf } from './mapping.js';

export const BENCHES_MAX = 16;
/** Answers that wait for a bench that does not read them. */
const PENDING_MAX = 1000;
const READINGS_MAX = 5000;
const NAME_MAX = 200;

type AttachCall = grpc.ServerDuplexStream<wijk.v1.AttachRequest, wijk.v1.IAttachResponse | Buffer>;

export function slotService(twin: Twin<Recorder>, log: Logger): SlotServiceHandlers {
  let benches = 0;
  return {
    attach: (call) => {
      if (benches >= BENCHES_MAX) {
        call.emit('error', exhausted(`${BENCHES_MAX} benches are attached already`));
        return;
      }
      try {
        const { session } = twin.need();
        if (session.feed.closed) {
          throw new WijkError('STATE', `the session is ${session.state}; load a new one before attaching devices`);
        }
        benches++;
        new Attachment(call, session, log, () => benches--);
      } catch (error) {
        fail(call, error, log);
      }
    },
    listLeases: unary(log, () => ({ leases: (twin.stage?.session.slots.leases ?? []).map(leaseMessage) })),
  };
}

/** The life of one stream. */
class Attachment {
  #bench: Bench | null = null;
  #unsubscribe: () => void = () => undefined;
  #ready = true;
  /** Of its reports of timing; 0 before the first. */
  #stream = 0;
  #over = false;

  constructor(
    private readonly call: AttachCall,
    private readonly session: Session<Recorder>,
    private readonly log: Logger,
    private readonly left: () => void,
  ) {
    call.on('data', (request: wijk.v1.AttachRequest) => this.#take(request));
    call.on('drain', () => {
      this.#ready = true;
    });
    call.on('end', () => this.#leave(true));
    call.on('cancelled', () => this.#leave(false));
    call.on('error', () => this.#leave(false));
    // Until the bench says who it is there is only this to be told.
    this.#unsubscribe = session.feed.subscribe({
      everyTicks: 1,
      frame: (entry) => this.#setpoints(entry.tick, entry.frame),
      // Only the newest setpoint counts; those between are of no use to a device.
      missed: () => undefined,
      ended: () => this.#leave(true),
    });
  }

  #take(request: wijk.v1.AttachRequest): void {
    if (this.#over) return;
    try {
      if (request.hello) this.#hello(request.hello);
      else if (this.#bench === null) {
        throw badInput([{ file: '<stream>', path: 'hello', rule: 'the first message says who the bench is' }]);
      } else if (request.bind) this.#bind(this.#bench, request.bind);
      else if (request.unbind) {
        this.session.slots.unbind(this.#bench, request.unbind.slotId ?? '', request.unbind.reason ?? '');
      } else if (request.notice) {
        const { slotId, kind, text } = request.notice;
        this.session.slots.notice(this.#bench, { slotId: slotId ?? '', kind: kind ?? '', text: text ?? '' });
      } else if (request.timing) {
        this.#stream ||= this.session.slots.nextStream();
        this.session.slots.timing(spreadsOf(request.timing, this.#bench.name, this.#stream));
      } else if (request.readings) this.#readings(this.#bench, request.readings);
      else if (request.heartbeat) this.#heartbeat(this.#bench, request.heartbeat.benchMonotonicUs ?? 0);
    } catch (error) {
      this.#leave(false);
      fail(this.call, error, this.log);
    }
  }

  #hello({ benchName, actor }: wijk.v1.IHello): void {
    const name = checkActor({ ...actorOf(actor), name: benchName || actorOf(actor).name }).name;
    if (name.length > NAME_MAX || this.#bench !== null) {
      const rule = this.#bench === null ? `at most ${NAME_MAX} characters` : 'a stream says hello once';
      throw badInput([{ file: '<stream>', path: 'hello', rule }]);
    }
    this.#bench = { name, clock: new ClockOffset() };
    this.log.info({ bench: name }, 'bench attached');
  }

  #bind(bench: Bench, bind: wijk.v1.IBind): void {
    const request = bindRequestOf(bind);
    try {
      const lease = this.session.slots.bind(bench, request);
      this.#write({ bindResult: { slotId: request.slotId, accepted: true, slotIndex: lease.slot } });
      this.log.info({ bench: bench.name, slot: request.slotId, device: request.deviceId }, 'slot bound');
    } catch (error) {
      if (!(error instanceof WijkError) || error.code !== 'LEASE_REFUSED') throw error;
      this.#write({ bindResult: { slotId: request.slotId, accepted: false, reason: error.message } });
      this.log.warn({ bench: bench.name, slot: request.slotId }, `bind refused: ${error.message}`);
    }
  }

  #readings(bench: Bench, { readings, benchMonotonicUs }: wijk.v1.IReadingBatch): void {
    const list = readings ?? [];
    if (list.length > READINGS_MAX) {
      const rule = `at most ${READINGS_MAX} readings in a message`;
      throw badInput([{ file: '<stream>', path: 'readings', value: String(list.length), rule }]);
    }
    const sentUs = benchMonotonicUs ?? 0;
    bench.clock.observe(sentUs, monotonicUs());
    this.session.slots.read(bench, sentUs, list.map(readingOf));
  }

  #heartbeat(bench: Bench, benchUs: number): void {
    const nowUs = monotonicUs();
    bench.clock.observe(benchUs, nowUs);
    this.#write({ heartbeat: { benchMonotonicUs: benchUs, twinMonotonicUs: nowUs } });
  }

  #setpoints(tick: number, frame: Float64Array): void {
    if (this.#bench === null || !this.#ready) return;
    const setpoints = this.session.slots.setpoints(this.#bench, frame);
    if (setpoints.length > 0)
      this.#write({ setpoints: { tick, setpoints: setpoints.map(setpointMessage), twinMonotonicUs: monotonicUs() } });
  }

  #write(response: wijk.v1.IAttachResponse): void {
    this.#ready = this.call.write(response);
    if (this.call.writableLength <= PENDING_MAX) return;
    this.#leave(false);
    this.call.emit('error', exhausted(`${PENDING_MAX} answers wait and are not read`));
  }

  #leave(answer: boolean): void {
    if (this.#over) return;
    this.#over = true;
    this.#unsubscribe();
    this.left();
    if (this.#bench !== null) {
      this.session.slots.disconnect(this.#bench);
      this.log.info({ bench: this.#bench.name }, 'bench gone');
    }
    if (answer) this.call.end();
  }
}
