/** StrategyService: an external strategy in lock-step. */
import type * as grpc from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { StrategyServiceHandlers } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { badInput, WijkError } from '../../errors.js';
import { checkActor } from '../runtime/commands.js';
import type { Recorder } from '../runtime/recorder.js';
import type { RingEntry } from '../runtime/ring.js';
import type { Session } from '../runtime/session.js';
import type { StrategyClient } from '../runtime/strategy-desk.js';
import type { Twin } from '../runtime/twin.js';
import { FrameEncoder, observation } from './frame-encoding.js';
import { fail } from './grpc-errors.js';
import { actorOf } from './mapping.js';
import { watchChoice } from './watchers.js';

type DecideCall = grpc.ServerDuplexStream<wijk.v1.DecideRequest, wijk.v1.IDecideResponse | Buffer>;

export function strategyService(twin: Twin<Recorder>, log: Logger): StrategyServiceHandlers {
  return {
    decide: (call) => {
      try {
        const { session } = twin.need();
        if (session.feed.closed) throw new WijkError('STATE', `the session is ${session.state}; load a new one`);
        new Conversation(call, session, log);
      } catch (error) {
        fail(call, error, log);
      }
    },
  };
}

/** The life of one stream. */
class Conversation {
  #client: StrategyClient | null = null;
  #missed = 0;
  #over = false;

  constructor(
    private readonly call: DecideCall,
    private readonly session: Session<Recorder>,
    private readonly log: Logger,
  ) {
    call.on('data', (request: wijk.v1.DecideRequest) => this.#take(request));
    call.on('end', () => this.#leave(true));
    call.on('cancelled', () => this.#leave(false));
    call.on('error', () => this.#leave(false));
  }

  #take({ hello, decision }: wijk.v1.DecideRequest): void {
    if (this.#over) return;
    try {
      if (hello) this.#hello(hello);
      else if (this.#client === null) {
        throw badInput([{ file: '<stream>', path: 'hello', rule: 'the first message says who the strategy is' }]);
      } else if (decision) this.#decide(decision);
    } catch (error) {
      this.#leave(false);
      fail(this.call, error, this.log);
    }
  }

  #hello(hello: wijk.v1.IStrategyHello): void {
    if (this.#client !== null) {
      throw badInput([{ file: '<stream>', path: 'hello', rule: 'a stream says hello once' }]);
    }
    const { name } = checkActor(actorOf(hello.actor));
    const { columns } = watchChoice({ columns: hello.columns ?? [], everyTicks: 1, watcherName: '' });
    const { layout } = this.session.model;
    const encoder = new FrameEncoder(layout, columns);
    const client: StrategyClient = {
      name,
      deadlineS: hello.deadlineS ?? 0,
      holdTicks: hello.holdTicks ?? 0,
      observe: (entry, tick, deadlineS) => {
        this.#tellMissed(entry, entry.frame[layout.offset.decisionsMissed]!);
        this.call.write(observation(tick, encoder.frame(entry), deadlineS));
      },
      ended: () => this.#leave(true),
    };
    this.session.strategy.attach(client);
    this.#client = client;
    this.log.info({ strategy: name }, 'external strategy attached');
  }

  #decide({ tick, setpoints }: wijk.v1.IDecision): void {
    const decision = (setpoints ?? []).map((s) => ({
      slot: s.slotIndex ?? 0,
      powerW: s.activePowerW ?? 0,
      sgReady: s.sgReady ?? 0,
    }));
    if (this.session.strategy.decide(tick ?? 0, decision)) return;
    const text = `the decision for tick ${tick} came after its deadline (or answers no question) and was dropped`;
    this.call.write({ notice: { text, decisionsMissed: this.#missed } });
  }

  #tellMissed(entry: RingEntry, missed: number): void {
    if (missed <= this.#missed) return;
    this.#missed = missed;
    const text = `no decision in time for tick ${entry.tick}: setpoints hold, then go to their safe values`;
    this.call.write({ notice: { text, decisionsMissed: missed } });
  }

  #leave(answer: boolean): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#client !== null) this.session.strategy.detach(this.#client);
    if (answer) this.call.end();
  }
}
