/**
 * The devices of another bench process, as an experiment needs them. Experiments in a process of their own outlive a
 * crash of the process that talks to the hardware: the slots fall back, the bench comes back, and the verdict says so.
 */
import { createBenchServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { WijkError } from '../../errors.js';
import type { BenchDevices } from './bench-devices.js';
import { CLIENT_OPTIONS } from './grpc.js';

const HEALTH_PERIOD_S = 0.5;
const RETRY_MS = 500;
/** Counters that start again at zero when the other process does; here they go on. */
const DEVICE_COUNTERS = ['readings', 'readingsLost', 'setpointsIgnored', 'setpointsLimited'] as const;
const LINK_COUNTERS = ['requests', 'timeouts', 'crcErrors', 'exceptions'] as const;

export interface RemoteDevices {
  readonly devices: BenchDevices;
  /** Resolves when the other bench has told its health for the first time. */
  readonly known: Promise<void>;
  close(): void;
}

export function remoteDevices(address: string): RemoteDevices {
  const client = createBenchServiceClient(address, undefined, CLIENT_OPTIONS);
  let newest: wijk.v1.IBenchHealth = {};
  let connected = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let cancel: () => void = () => undefined;
  const before = new Map<string, number>();
  const last = new Map<string, number>();
  let tellKnown: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    tellKnown = resolve;
  });

  /** A counter over all lives of the other process. */
  const goingOn = (key: string, value: number): number => {
    const previous = last.get(key) ?? 0;
    if (value < previous) before.set(key, (before.get(key) ?? 0) + previous);
    last.set(key, value);
    return value + (before.get(key) ?? 0);
  };

  /** What a device has shown in any life of the other process: a bench that starts again has not seen it. */
  const shown = new Map<string, Map<string, wijk.v1.IDiscrepancy>>();
  const discrepancies = (device: wijk.v1.IDeviceHealth): wijk.v1.IDiscrepancy[] => {
    const id = device.id ?? '';
    const known = shown.get(id) ?? new Map<string, wijk.v1.IDiscrepancy>();
    shown.set(id, known);
    const now = new Map((device.discrepancies ?? []).map((one) => [one.kind ?? '', one]));
    for (const kind of new Set([...known.keys(), ...now.keys()])) {
      const count = goingOn(`device ${id} ${kind}`, now.get(kind)?.count ?? 0);
      known.set(kind, { ...known.get(kind), active: false, ...now.get(kind), count });
    }
    return [...known.values()];
  };

  const take = (health: wijk.v1.IBenchHealth): void => {
    connected = true;
    newest = {
      ...health,
      devices: (health.devices ?? []).map((device) => ({
        ...device,
        ...Object.fromEntries(DEVICE_COUNTERS.map((c) => [c, goingOn(`device ${device.id} ${c}`, device[c] ?? 0)])),
        discrepancies: discrepancies(device),
      })),
      links: (health.links ?? []).map((link) => ({
        ...link,
        ...Object.fromEntries(LINK_COUNTERS.map((c) => [c, goingOn(`link ${link.id} ${c}`, link[c] ?? 0)])),
      })),
    };
    tellKnown();
  };

  const watch = (): void => {
    const stream = client.watchHealth({ periodS: HEALTH_PERIOD_S });
    cancel = () => stream.cancel();
    stream.on('data', (message: wijk.v1.WatchHealthResponse) => {
      if (message.health) take(message.health);
    });
    const again = (): void => {
      if (!connected && timer !== undefined) return;
      connected = false;
      if (!closed) timer ??= setTimeout(retry, RETRY_MS);
    };
    const retry = (): void => {
      timer = undefined;
      watch();
    };
    // Both come at the end of a broken stream, in either order; the first arranges the next attempt.
    stream.on('error', again);
    stream.on('end', again);
  };
  watch();

  return {
    known,
    devices: {
      health: () => {
        if (connected) return newest;
        const lastError = `the bench at ${address} cannot be reached`;
        const state = wijk.v1.DeviceState.DEVICE_STATE_LOST;
        return { ...newest, devices: (newest.devices ?? []).map((device) => ({ ...device, state, lastError })) };
      },
      setBinding: async (enabled) => {
        if (enabled || (newest.devices ?? []).length === 0) return;
        throw new WijkError(
          'STATE',
          `the bench at ${address} keeps its devices in their slots; a run on the model alone needs a bench without devices`,
        );
      },
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      cancel();
      client.close();
    },
  };
}
