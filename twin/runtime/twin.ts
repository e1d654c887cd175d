/** The twin: at most one session at a time, replaced by the next load. */
import { WijkError } from '../../errors.js';
import type { Parsed } from '../../problems.js';
import { type Prepared, prepareSession, type SessionRequest } from './prepare.js';
import type { Recorder, RecorderFactory } from './recorder.js';
import { Session } from './session.js';

export interface Stage<R extends Recorder> extends Prepared {
  readonly session: Session<R>;
}

/** Who ends a session when the program stops or another session replaces it. */
const TWIN = { name: 'wijktwin twin', role: 0 };

export class Twin<R extends Recorder> {
  #stage: Stage<R> | null = null;
  #loading = false;
  #closed = false;

  constructor(private readonly makeRecorder: RecorderFactory<R>) {}

  get stage(): Stage<R> | null {
    return this.#stage;
  }

  /** The present session with what it was made from; throws STATE if there is none. */
  need(): Stage<R> {
    if (this.#stage === null) throw new WijkError('STATE', 'no session is loaded; call TwinService.Load first');
    return this.#stage;
  }

  /** Makes a session and lets it take the place of the one before, which must not be running. */
  async load(request: SessionRequest): Promise<Parsed<Stage<R>>> {
    const old = this.#stage;
    if (old !== null && (old.session.state === 'running' || old.session.state === 'paused')) {
      throw new WijkError('STATE', `a session is ${old.session.state}; stop it first`);
    }
    if (this.#loading || this.#closed) {
      throw new WijkError('STATE', this.#closed ? 'the twin is stopping' : 'another load is under way');
    }
    this.#loading = true;
    try {
      const prepared = prepareSession(request);
      if (!prepared.ok) return prepared;
      const { plan, model, loaded } = prepared.value;
      const session = await Session.create(plan, model, loaded.wijk, this.makeRecorder);
      this.#stage = { ...prepared.value, session };
      if (old !== null) await end(old.session);
      if (this.#closed) await end(session);
      return { ok: true, value: this.#stage };
    } finally {
      this.#loading = false;
    }
  }

  /** Stops the session and completes its record. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#stage !== null) await end(this.#stage.session);
  }
}

async function end<R extends Recorder>(session: Session<R>): Promise<void> {
  await session.stop(TWIN);
  await session.close();
}
