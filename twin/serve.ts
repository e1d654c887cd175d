/** `wijktwin twin`: puts the rooms together and serves until told to stop. */
import { type Logger, pino } from 'pino';
import { badInput, formatProblem } from '../errors.js';
import { parseTwinOptions, sessionRequest } from './config.js';
import { EXTERNAL } from './core/strategies/registry.js';
import { RecordKeeper } from './records/recorder.js';
import type { SessionRequest } from './runtime/prepare.js';
import { Twin } from './runtime/twin.js';
import { startServer } from './server/server.js';

const ACTOR = { name: 'wijktwin twin', role: 0 };

export async function serve(given: Record<string, unknown>): Promise<void> {
  const options = parseTwinOptions(given);
  const log = pino({ name: 'twin', level: options.logLevel }, pino.destination({ fd: 2, sync: true }));
  const { wijkSamples, slotSamples, means } = options;
  const record = {
    ...(wijkSamples === undefined ? {} : { wijkSamplePeriodS: wijkSamples }),
    ...(slotSamples === undefined ? {} : { slotSamplePeriodS: slotSamples }),
    ...(means === undefined ? {} : { everyMean: means === 'all' }),
  };
  const twin = new Twin((plan, ring) => RecordKeeper.start(plan, ring, record));
  const server = await startServer(twin, options.listen, log);
  const request = sessionRequest(options);
  try {
    if (request !== undefined) await runAtOnce(twin, request, log);
  } catch (error) {
    await server.close();
    throw error;
  }
  const stop = stopSignal(options.stopWithParent);
  process.stdout.write(`${JSON.stringify({ ready: true, service: 'twin', address: server.address })}\n`);
  if (!/^(127\.|localhost:|\[::1\])/.test(server.address)) {
    log.warn({ address: server.address }, 'every machine that reaches this address commands the twin');
  }
  await stop;
  await server.close();
}

async function runAtOnce(twin: Twin<RecordKeeper>, request: SessionRequest, log: Logger): Promise<void> {
  const loaded = await twin.load(request);
  if (!loaded.ok) throw badInput(loaded.problems);
  for (const warning of loaded.value.warnings) log.warn(formatProblem(warning));
  const { session } = loaded.value;
  if (request.run.strategy.name === EXTERNAL) log.info('the session starts when TwinService.Start is called');
  else session.start(ACTOR);
  void session.ended.then(() => log.info({ state: session.state, ticks: session.tick }, 'session ended'));
}

/** Resolves on SIGTERM or SIGINT, or, if asked, when standard input ends. */
function stopSignal(withParent: boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.off('SIGTERM', done).off('SIGINT', done);
      if (withParent) process.stdin.off('end', done).destroy();
      resolve();
    };
    process.on('SIGTERM', done).on('SIGINT', done);
    if (withParent) process.stdin.on('end', done).resume();
  });
}
