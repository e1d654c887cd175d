/** TwinService: load, start, watch, disturb. */
import type { Logger } from 'pino';
import type { TwinServiceHandlers } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { badInput, formatProblem, WijkError } from '../../errors.js';
import { checkActor } from '../runtime/commands.js';
import type { Recorder } from '../runtime/recorder.js';
import type { Twin } from '../runtime/twin.js';
import { exhausted, fail, unary } from './grpc-errors.js';
import { actorOf, commandOf, describeMessage, problemMessage, sessionRequestOf, statusMessage } from './mapping.js';
import { WATCHERS_MAX, Watchers, watchChoice } from './watchers.js';

export function twinService(twin: Twin<Recorder>, log: Logger): TwinServiceHandlers {
  const watchers = new Watchers();
  return {
    load: unary(log, async (request) => {
      checkActor(actorOf(request.actor));
      try {
        const loaded = await twin.load(sessionRequestOf(request));
        if (!loaded.ok) return { problems: loaded.problems.map(problemMessage) };
        const { plan, warnings } = loaded.value;
        log.info({ session: plan.sessionId, wijk: plan.wijkName, by: plan.actor }, 'session loaded');
        return { sessionId: plan.sessionId, warnings: warnings.map(formatProblem) };
      } catch (error) {
        // Found only when the engine was built: still a problem of the input.
        if (error instanceof WijkError && error.problems.length > 0) {
          return { problems: error.problems.map(problemMessage) };
        }
        throw error;
      }
    }),
    describe: unary(log, () => describeMessage(twin.need())),
    getStatus: unary(log, async () => {
      if (twin.stage === null) return { state: wijk.v1.SessionState.SESSION_STATE_EMPTY };
      return statusMessage(twin.stage.session, watchers.status());
    }),
    start: unary(log, (request) => {
      twin.need().session.start(actorOf(request.actor));
      return {};
    }),
    pause: unary(log, (request) => {
      twin.need().session.pause(actorOf(request.actor));
      return {};
    }),
    setSpeed: unary(log, (request) => {
      twin.need().session.setSpeed(actorOf(request.actor), request.speed);
      return {};
    }),
    inject: unary(log, (request) => {
      const command = commandOf(request);
      if (command === undefined) {
        throw badInput([{ file: '<request>', path: 'event', rule: 'the request holds no event' }]);
      }
      return { tick: twin.need().session.inject(actorOf(request.actor), command, request.atUs) };
    }),
    stop: unary(log, async (request) => {
      const { session, plan } = twin.need();
      await session.stop(actorOf(request.actor));
      const frameHash = session.state === 'failed' ? '' : await session.frameHash();
      return { frameHash, ticks: session.tick, recordDirectory: plan.recordDirectory };
    }),
    watch: (call) => {
      try {
        const choice = watchChoice(call.request);
        const { session } = twin.need();
        if (watchers.count >= WATCHERS_MAX) {
          call.emit('error', exhausted(`${WATCHERS_MAX} watchers are there already; end one first`));
          return;
        }
        watchers.add(call, choice, session);
      } catch (error) {
        fail(call, error, log);
      }
    },
  };
}
