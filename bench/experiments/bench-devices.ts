/** What an experiment needs of the bench, and the health of its devices counted over one run. */
import { wijk } from '#proto/wijk.js';
import { since } from '../histogram.js';
import { figuresOf } from '../timing.js';
import type { BenchTiming, Device, Discrepancy, Link, Spread } from './evidence.js';

/** The bench's side of an experiment; the bench's server implements it. */
export interface BenchDevices {
  /** Health now; counters count from the start of the bench. */
  health(): wijk.v1.IBenchHealth;
  /** False: free every slot and bind none. True: bind all devices again as soon as the twin has a session. */
  setBinding(enabled: boolean): Promise<void>;
}

const STATES: ReadonlyMap<wijk.v1.DeviceState, string> = new Map([
  [wijk.v1.DeviceState.DEVICE_STATE_IDENTIFYING, 'being identified'],
  [wijk.v1.DeviceState.DEVICE_STATE_READY, 'ready'],
  [wijk.v1.DeviceState.DEVICE_STATE_BOUND, 'bound'],
  [wijk.v1.DeviceState.DEVICE_STATE_LOST, 'lost'],
  [wijk.v1.DeviceState.DEVICE_STATE_REFUSED, 'refused'],
  [wijk.v1.DeviceState.DEVICE_STATE_SAFE, 'in its safe state'],
]);

const LEASES: ReadonlyMap<wijk.v1.LeaseKind, string> = new Map([
  [wijk.v1.LeaseKind.LEASE_KIND_ACTUATOR, 'actuator'],
  [wijk.v1.LeaseKind.LEASE_KIND_METER, 'meter'],
]);

export const stateText = (device: wijk.v1.IDeviceHealth): string =>
  STATES.get(device.state ?? wijk.v1.DeviceState.DEVICE_STATE_UNSPECIFIED) ?? 'unknown';

/** In its slot; a grid emulator that only plays has none, and is in its place once it is known. */
function inPlace({ sources }: wijk.v1.IBenchHealth, { id, state, leaseKind }: wijk.v1.IDeviceHealth): boolean {
  const { DEVICE_STATE_BOUND, DEVICE_STATE_READY } = wijk.v1.DeviceState;
  const plays = !leaseKind && (sources ?? []).some(({ deviceId }) => deviceId === id);
  return state === (plays ? DEVICE_STATE_READY : DEVICE_STATE_BOUND);
}

/** Devices that are not in their slot yet, each with its state and last error, for a person. */
export function notBound(health: wijk.v1.IBenchHealth): string[] {
  return (health.devices ?? [])
    .filter((device) => !inPlace(health, device))
    .map((device) => {
      const error = device.lastError ? `: ${device.lastError}` : '';
      return `${device.id} (${device.slotId}) is ${stateText(device)}${error}`;
    });
}

/**
 * Why no test may begin on this hardware: a stop that holds, an interlock that is open, or a device that would not go to its
 * safe state by itself if everything else failed. Empty if every device has its way out.
 */
export function noAbortPath(health: wijk.v1.IBenchHealth): { readonly never: string[]; readonly notYet: string[] } {
  const open = (health.interlocks ?? []).filter(({ closed }) => closed !== true);
  const texts = open.map(({ id, contact, cause }) => `interlock ${id} (${contact}) is open: ${cause}`);
  // An interlock that was never closed since the bench started holds everything by itself, and lets go by itself.
  const starting = open.length > 0 && open.every(({ trips }) => !trips);
  const stopped = health.emergencyStop === true && !starting;
  const never = [
    ...(stopped ? [`the emergency stop holds, by ${health.emergencyStopBy}; release it first`] : []),
    ...(starting ? [] : texts),
  ];
  const unarmed = (health.devices ?? [])
    .filter(({ leaseKind, armed }) => leaseKind === wijk.v1.LeaseKind.LEASE_KIND_ACTUATOR && armed !== true)
    .map(
      ({ id, lastError }) =>
        `${id} has not confirmed its safe setpoint with its reversion timer${lastError ? `: ${lastError}` : ''}`,
    );
  return { never, notYet: [...(starting ? texts : []), ...unarmed] };
}

/** Health over the run: counters at the end minus those at the start. Spreads and round trips are as at the end. */
export function devicesOver(start: wijk.v1.IBenchHealth, end: wijk.v1.IBenchHealth): Device[] {
  const before = new Map((start.devices ?? []).map((device) => [device.id, device]));
  return (end.devices ?? []).map((device) => {
    const first = before.get(device.id);
    const over = (key: 'readings' | 'readingsLost' | 'setpointsIgnored' | 'setpointsLimited') =>
      (device[key] ?? 0) - (first?.[key] ?? 0);
    return {
      id: device.id ?? '',
      profile: device.profile ?? '',
      // A device that is lost at the end has said who it is at the start.
      identity: device.identity || first?.identity || '',
      slotId: device.slotId ?? '',
      lease: LEASES.get(device.leaseKind ?? wijk.v1.LeaseKind.LEASE_KIND_UNSPECIFIED) ?? '',
      stateAtEnd: stateText(device),
      readings: over('readings'),
      readingsLost: over('readingsLost'),
      setpointsIgnored: over('setpointsIgnored'),
      setpointsLimited: over('setpointsLimited'),
      jitterP99Us: device.jitterP99Us ?? Number.NaN,
      roundTripP50Us: device.roundTripP50Us ?? Number.NaN,
      roundTripP99Us: device.roundTripP99Us ?? Number.NaN,
      lastError: device.lastError ?? '',
      discrepancies: discrepanciesOver(first?.discrepancies ?? [], device.discrepancies ?? []),
      ...timingOver(first?.timing, device.timing, {
        lost: over('readingsLost'),
        of: over('readings') + over('readingsLost'),
      }),
    };
  });
}

function discrepanciesOver(
  before: readonly wijk.v1.IDiscrepancy[],
  now: readonly wijk.v1.IDiscrepancy[],
): Discrepancy[] {
  return now.flatMap(({ kind, text, count }) => {
    const first = before.find((one) => one.kind === kind);
    // A bench that started again in between counts from its own start.
    const began = (count ?? 0) - ((first?.count ?? 0) <= (count ?? 0) ? (first?.count ?? 0) : 0);
    const during = began + (first?.active === true ? 1 : 0);
    return during > 0 ? [{ kind: kind ?? '', text: text ?? '', count: during }] : [];
  });
}

export function linksOver(start: wijk.v1.IBenchHealth, end: wijk.v1.IBenchHealth): Link[] {
  const before = new Map((start.links ?? []).map((link) => [link.id, link]));
  return (end.links ?? []).map((link) => {
    const first = before.get(link.id);
    const over = (key: 'requests' | 'timeouts' | 'crcErrors' | 'exceptions') => (link[key] ?? 0) - (first?.[key] ?? 0);
    return {
      id: link.id ?? '',
      address: link.address ?? '',
      requests: over('requests'),
      timeouts: over('timeouts'),
      crcErrors: over('crcErrors'),
      exceptions: over('exceptions'),
      roundTripP50Us: link.roundTripP50Us ?? Number.NaN,
      roundTripP99Us: link.roundTripP99Us ?? Number.NaN,
      ...timingOver(first?.timing, link.timing, { lost: over('timeouts') + over('crcErrors'), of: over('requests') }),
    };
  });
}

/** Histograms of the run alone. A process that started again in between counts from its own start. */
function timingOver(
  before: wijk.v1.ITiming | null | undefined,
  now: wijk.v1.ITiming | null | undefined,
  loss: { readonly lost: number; readonly of: number },
): { readonly timing?: BenchTiming } {
  if (!now) return {};
  const spread = (key: 'roundTrip' | 'age' | 'oneWayDelay' | 'jitter' | 'command'): Spread => {
    const [old, all] = [figuresOf(before?.[key]), figuresOf(now[key])];
    const { count, p50Us, p99Us, maxUs, upperUs, counts } = since(old.count <= all.count ? old : undefined, all);
    return { unit: 'us', count, p50: p50Us, p99: p99Us, max: maxUs, upperBounds: upperUs, counts };
  };
  return {
    timing: {
      roundTrip: spread('roundTrip'),
      age: spread('age'),
      oneWayDelay: spread('oneWayDelay'),
      jitter: spread('jitter'),
      command: spread('command'),
      lossRatio: loss.of === 0 ? Number.NaN : loss.lost / loss.of,
      crcErrors: Math.max(0, (now.crcErrors ?? 0) - (before?.crcErrors ?? 0)),
    },
  };
}
