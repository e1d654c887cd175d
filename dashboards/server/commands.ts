/**
 * Commands as REST: one POST per command, each with a schema, each carrying who gave it. An answer that is not a success
 * has the body `{code, message}` of the server that refused.
 */
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { BenchServiceClient, TwinServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { type ErrorCode, messageOf, WijkError } from '../../errors.js';
import { unary } from './grpc.js';
import type { EmergencyStopAnswer, RefusalMessage, StopAnswer } from './messages.js';

/** Largest body of a command; the longest real one is under 300 bytes. */
export const BODY_BYTES_MAX = 8 * 1024;
/** Shortest and longest power and the like that a person could mean: ±100 MW, a year. */
const POWER_W_MAX = 100e6;
const DURATION_S_MAX = 366 * 86_400;

const HTTP_STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  STATE: 409,
  LEASE_REFUSED: 409,
  UNREACHABLE: 503,
};

interface By {
  readonly operator?: string;
}
interface SpeedBody extends By {
  readonly speed: number;
}
interface StopBody extends By {
  readonly reason?: string;
}
interface InjectBody extends By {
  readonly groupLimit?: { readonly fromUs: number; readonly untilUs: number; readonly limitW: number };
  readonly setpoint?: { readonly slotId: string; readonly activePowerW?: number; readonly release?: boolean };
  readonly loadStep?: { readonly slotId: string; readonly activePowerW: number; readonly durationS: number };
}

const operator = { type: 'string', minLength: 1, maxLength: 64 };
const slotId = { type: 'string', minLength: 1, maxLength: 128 };
const power = { type: 'number', minimum: -POWER_W_MAX, maximum: POWER_W_MAX };
const instant = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

const body = (properties: Record<string, object>, required: readonly string[] = []): FastifySchema => ({
  body: { type: 'object', additionalProperties: false, properties: { operator, ...properties }, required },
});
const nested = (properties: Record<string, object>, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const INJECT: FastifySchema = {
  body: {
    ...nested(
      {
        operator,
        groupLimit: nested({ fromUs: instant, untilUs: instant, limitW: { ...power, minimum: 0 } }, [
          'fromUs',
          'untilUs',
          'limitW',
        ]),
        setpoint: {
          ...nested({ slotId, activePowerW: power, release: { type: 'boolean' } }, ['slotId']),
          oneOf: [{ required: ['activePowerW'] }, { required: ['release'], properties: { release: { const: true } } }],
        },
        loadStep: nested(
          {
            slotId,
            activePowerW: power,
            durationS: { type: 'number', exclusiveMinimum: 0, maximum: DURATION_S_MAX },
          },
          ['slotId', 'activePowerW', 'durationS'],
        ),
      },
      [],
    ),
    oneOf: [{ required: ['groupLimit'] }, { required: ['setpoint'] }, { required: ['loadStep'] }],
  },
};

/** Ajv as commands want it: a body is right or wrong; nothing is converted, filled in or taken out. */
export const STRICT_SCHEMAS = {
  customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false },
} as const;

export function addCommands(server: FastifyInstance, twin: TwinServiceClient, bench: BenchServiceClient): void {
  server.setErrorHandler((error: unknown, _request, reply) => {
    const { status, refusal } = refusalOf(error);
    return reply.code(status).send(refusal);
  });

  server.post<{ Body: By }>('/api/start', { schema: body({}) }, async (request) => {
    const actor = actorOf(request.body);
    await unary('twin', undefined, (options, done) => twin.start({ actor }, options, done));
    return { ok: true };
  });

  server.post<{ Body: By }>('/api/pause', { schema: body({}) }, async (request) => {
    const actor = actorOf(request.body);
    await unary('twin', undefined, (options, done) => twin.pause({ actor }, options, done));
    return { ok: true };
  });

  server.post<{ Body: SpeedBody }>(
    '/api/speed',
    { schema: body({ speed: { type: 'number', minimum: 0, maximum: 100_000 } }, ['speed']) },
    async (request) => {
      const { speed } = request.body;
      const actor = actorOf(request.body);
      await unary('twin', undefined, (options, done) => twin.setSpeed({ actor, speed }, options, done));
      return { ok: true };
    },
  );

  server.post<{ Body: InjectBody }>('/api/inject', { schema: INJECT }, async (request) => {
    const { groupLimit, setpoint, loadStep } = request.body;
    const actor = actorOf(request.body);
    const event = groupLimit ? { groupLimit } : setpoint ? { setpoint } : { loadStep: loadStep ?? {} };
    const { tick } = await unary<wijk.v1.InjectResponse>('twin', undefined, (options, done) =>
      twin.inject({ actor, ...event }, options, done),
    );
    return { ok: true, tick };
  });

  server.post<{ Body: By }>('/api/end', { schema: body({}) }, async (request) => {
    const actor = actorOf(request.body);
    const { ticks, frameHash, recordDirectory } = await unary<wijk.v1.StopResponse>(
      'twin',
      undefined,
      (options, done) => twin.stop({ actor }, options, done),
    );
    return { ok: true, ticks, frameHash, recordDirectory };
  });

  server.post<{ Body: StopBody }>(
    '/api/emergency-stop',
    { schema: body({ reason: { type: 'string', maxLength: 200 } }) },
    async (request, reply) => {
      const actor = actorOf(request.body);
      const reason = request.body.reason ?? 'button in the cockpit';
      const answer = await askBoth(
        async () => {
          const { confirmedDeviceIds, unconfirmedDeviceIds } = await unary<wijk.v1.EmergencyStopResponse>(
            'bench',
            undefined,
            (options, done) => bench.emergencyStop({ actor, reason }, options, done),
          );
          return confirmation(confirmedDeviceIds, unconfirmedDeviceIds);
        },
        async () => {
          await unary('twin', undefined, (options, done) =>
            twin.inject({ actor, emergencyStop: { active: true } }, options, done),
          );
          return { ok: true, text: 'all controllable slots to their safe setpoint' };
        },
      );
      return reply.code(answer.bench.ok && answer.twin.ok ? 200 : 502).send(answer);
    },
  );

  server.post<{ Body: By }>('/api/emergency-stop/release', { schema: body({}) }, async (request, reply) => {
    const actor = actorOf(request.body);
    const answer = await askBoth(
      async () => {
        await unary('bench', undefined, (options, done) => bench.releaseEmergencyStop({ actor }, options, done));
        return { ok: true, text: 'setpoints are passed on again' };
      },
      async () => {
        await unary('twin', undefined, (options, done) =>
          twin.inject({ actor, emergencyStop: { active: false } }, options, done),
        );
        return { ok: true, text: 'slots are released' };
      },
    );
    return reply.code(answer.bench.ok && answer.twin.ok ? 200 : 502).send(answer);
  });
}

/** Asks the bench and the twin at the same moment; neither waits for nor depends on the other. */
async function askBoth(
  bench: () => Promise<StopAnswer>,
  twin: () => Promise<StopAnswer>,
): Promise<EmergencyStopAnswer> {
  const answerOf = (ask: () => Promise<StopAnswer>): Promise<StopAnswer> =>
    ask().catch((error: unknown) => ({ ok: false, text: messageOf(error) }));
  const [benchAnswer, twinAnswer] = await Promise.all([answerOf(bench), answerOf(twin)]);
  return { bench: benchAnswer, twin: twinAnswer };
}

function confirmation(confirmed: readonly string[], unconfirmed: readonly string[]): StopAnswer {
  const by = confirmed.length === 0 ? '' : `confirmed by ${confirmed.join(', ')}`;
  if (unconfirmed.length === 0) return { ok: true, text: by || 'no device is connected' };
  return { ok: false, text: [`not confirmed by ${unconfirmed.join(', ')}`, by].filter(Boolean).join('; ') };
}

function actorOf(by: By): wijk.v1.IActor {
  return { name: by.operator ?? 'cockpit', role: wijk.v1.Role.ROLE_OPERATOR };
}

function refusalOf(error: unknown): { status: number; refusal: RefusalMessage } {
  if (error instanceof WijkError) {
    return { status: HTTP_STATUS[error.code] ?? 502, refusal: { code: error.code, message: error.message } };
  }
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode < 500) return { status: statusCode, refusal: { code: 'BAD_INPUT', message: messageOf(error) } };
  return { status: statusCode, refusal: { code: 'INTERNAL', message: messageOf(error) } };
}
