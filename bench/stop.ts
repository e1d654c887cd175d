/**
 * `wijktwin bench stop` and `wijktwin bench release`: the emergency stop from a command line. It asks the bench and
 * nobody else: no twin, no page. It ends when every device is where it should be or its time is over, and says so for each.
 */
import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { type BenchServiceClient, createBenchServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { badInput } from '../errors.js';
import { CLIENT_OPTIONS, call } from './experiments/grpc.js';

export interface StopOptions {
  readonly bench: string;
  readonly by?: string;
  readonly reason: string;
  /** How long to wait for the measured power, s. */
  readonly within: number;
  readonly json?: boolean;
}

/** 0: every device confirmed and measures its safe setpoint; 1: not all of them did; 2: nobody could be asked. */
export const STOP_EXIT = { neutral: 0, unconfirmed: 1 } as const;

/** The slowest device's budget, and the way there. */
const DEADLINE_S = 90;
const LOOK_EVERY_MS = 200;

export interface StopLine {
  readonly device: string;
  readonly confirmed: boolean;
  readonly tookS: number | null;
  readonly safeSetpointW: number;
  readonly measuredW: number | null;
  /** Whether the measured power is where the safe setpoint wants it; null: it was not measured after it confirmed. */
  readonly neutral: boolean | null;
  readonly revertTimeS: number;
  readonly error: string;
}

export async function stopCommand(
  options: StopOptions,
  stdout: { write(text: string): unknown } = process.stdout,
): Promise<number> {
  const { client, peer } = connect(options.bench);
  try {
    const actor = actorOf(options.by);
    const { emergencyStop } = client;
    const request = { actor, reason: options.reason };
    const answer = await call(client, emergencyStop, request, { peer, deadlineS: DEADLINE_S });
    const lines = await measured(client, peer, answer.devices ?? [], options.within);
    const neutral = lines.every((line) => line.confirmed && line.neutral === true);
    if (options.json === true) stdout.write(`${JSON.stringify({ neutral, by: actor.name, devices: lines })}\n`);
    else stdout.write(textOf(lines, neutral));
    return neutral ? STOP_EXIT.neutral : STOP_EXIT.unconfirmed;
  } finally {
    client.close();
  }
}

export async function releaseCommand(
  options: Pick<StopOptions, 'bench' | 'by' | 'json'>,
  stdout: { write(text: string): unknown } = process.stdout,
): Promise<void> {
  const { client, peer } = connect(options.bench);
  try {
    const actor = actorOf(options.by);
    const { releaseEmergencyStop } = client;
    await call(client, releaseEmergencyStop, { actor }, { peer, deadlineS: 10 });
    stdout.write(
      options.json === true
        ? `${JSON.stringify({ released: true, by: actor.name })}\n`
        : 'released: setpoints are passed on again\n',
    );
  } finally {
    client.close();
  }
}

/** Looks at the measured powers until all are neutral or the time is over. A device that did not confirm is not waited for. */
async function measured(
  client: BenchServiceClient,
  peer: string,
  stops: readonly wijk.v1.IDeviceStop[],
  withinS: number,
): Promise<StopLine[]> {
  const { getHealth } = client;
  for (let leftMs = withinS * 1000; ; leftMs -= LOOK_EVERY_MS) {
    const { health } = await call(client, getHealth, {}, { peer, deadlineS: 10 });
    const lines = stops.map((stop) =>
      lineOf(
        stop,
        health?.devices?.find(({ id }) => id === stop.deviceId),
      ),
    );
    if (leftMs <= 0 || lines.every((line) => !line.confirmed || line.neutral === true)) return lines;
    await wait(LOOK_EVERY_MS);
  }
}

function lineOf(stop: wijk.v1.IDeviceStop, device: wijk.v1.IDeviceHealth | undefined): StopLine {
  const finite = (value: number | null | undefined): number | null =>
    typeof value === 'number' && Number.isFinite(value) ? value : null;
  return {
    device: stop.deviceId ?? '',
    confirmed: stop.confirmed ?? false,
    tookS: finite(stop.tookS),
    safeSetpointW: stop.safeSetpointW ?? 0,
    measuredW: finite(device?.activePowerW),
    neutral: device?.atSafeSetpoint ?? null,
    revertTimeS: stop.revertTimeS ?? 0,
    error: stop.error ?? '',
  };
}

function textOf(lines: readonly StopLine[], neutral: boolean): string {
  if (lines.length === 0) return 'stopped; no device of this bench takes commands\n';
  const rows = lines.map((line) => {
    if (!line.confirmed) {
      const revert = `reverts by itself within ${line.revertTimeS} s of its last command`;
      return `  ${line.device}: NOT CONFIRMED: ${line.error}; ${revert}`;
    }
    const took = line.tookS === null ? '' : ` in ${line.tookS.toFixed(2)} s`;
    const now = line.measuredW === null ? 'no measurement' : `measures ${Math.round(line.measuredW)} W`;
    const there =
      line.neutral === true ? now : line.neutral === false ? `${now}, NOT THERE YET` : `${now}, NOT MEASURED SINCE`;
    return `  ${line.device}: confirmed ${line.safeSetpointW} W${took}; ${there}`;
  });
  const head = neutral
    ? 'stopped: every device confirmed its safe setpoint and measures it'
    : 'STOPPED, BUT NOT EVERY DEVICE IS CONFIRMED NEUTRAL: use the emergency switch of the lab';
  return `${head}\n${rows.join('\n')}\nIt holds until a person releases it: wijktwin bench release\n`;
}

function connect(address: string): { client: BenchServiceClient; peer: string } {
  if (!/^[^\s]+:\d{1,5}$/.test(address)) {
    const rule = 'is host:port, such as 127.0.0.1:50052';
    throw badInput([{ file: '<command line>', path: '--bench', value: address, rule }]);
  }
  return { client: createBenchServiceClient(address, undefined, CLIENT_OPTIONS), peer: `the bench at ${address}` };
}

const actorOf = (by: string | undefined): wijk.v1.IActor & { name: string } => ({
  name: by ?? `${userInfo().username} (command line)`,
  role: wijk.v1.Role.ROLE_OPERATOR,
});
