/**
 * Who may speak for a slot. A slot has at most one lease per kind; whether a slot can have a lease of a kind is the
 * slot's nature: an actuator needs a slot that follows setpoints, a meter belongs to the household of its connection.
 *
 * A lease whose bench is gone stays in the list, marked as not connected, until somebody binds the slot again: the
 * engine lets its readings age into fallback meanwhile.
 */
import { WijkError } from '../../errors.js';
import { ASSET_HOUSEHOLD, LEASE_ACTUATOR, LEASE_METER } from '../core/base/status.js';
import type { SlotTable } from '../core/engine/model.js';
import type { ClockOffset } from './clock-offset.js';

/** One bench's attachment; its identity is the object. */
export interface Bench {
  readonly name: string;
  readonly clock: ClockOffset;
}

/** What a bench says when it binds. Powers as the device has them: the slot's are `scale` times as large. */
export interface BindRequest {
  readonly slotId: string;
  readonly kind: number;
  readonly deviceId: string;
  readonly deviceIdentity: string;
  readonly scale: number;
  readonly freshnessS: number;
  readonly safeSetpointW: number;
  readonly revertS: number;
  readonly observeOnly: boolean;
  /** a 1, b 2, c 4; 0 as the slot */
  readonly phaseMask: number;
}

export interface Lease extends BindRequest {
  readonly slot: number;
  bench: Bench;
  connected: boolean;
  readings: number;
  readingsLost: number;
  lastSequence: number;
  setpointsSent: number;
}

export const FRESHNESS_MAX_S = 3600;
export const REVERT_MAX_S = 86_400;
const TEXT_MAX = 200;

export class LeaseTable {
  readonly #slotOf: Map<string, number>;
  /** Key: slot and kind. */
  readonly #leases = new Map<string, Lease>();

  constructor(private readonly slots: SlotTable) {
    this.#slotOf = new Map(slots.id.map((id, slot) => [id, slot]));
  }

  /** The slot of an id, or a LEASE_REFUSED that helps to find the right one. */
  slotOf(slotId: string): number {
    const slot = this.#slotOf.get(slotId);
    if (slot !== undefined) return slot;
    const stem = slotId.split('/')[0]!;
    const near = stem === '' ? [] : this.slots.id.filter((id) => id.startsWith(`${stem}/`)).slice(0, 5);
    const hint = near.length > 0 ? `there are ${near.join(', ')}` : 'TwinService.Describe lists the slots';
    throw new WijkError('LEASE_REFUSED', `slot "${slotId}" does not exist; ${hint}`);
  }

  /** Checks a request and takes the lease, or throws LEASE_REFUSED with the reason. */
  bind(bench: Bench, request: BindRequest): Lease {
    const slot = this.slotOf(request.slotId);
    this.#checkKind(slot, request);
    checkNumbers(request);
    const key = `${slot} ${request.kind}`;
    const held = this.#leases.get(key);
    if (held?.connected && held.bench !== bench) {
      throw new WijkError(
        'LEASE_REFUSED',
        `slot "${request.slotId}" is held by device "${held.deviceId}" of bench "${held.bench.name}"; unbind it there first`,
      );
    }
    if (held?.connected && held.deviceId !== request.deviceId) {
      throw new WijkError(
        'LEASE_REFUSED',
        `slot "${request.slotId}" is held by device "${held.deviceId}" of this bench; a slot takes one device`,
      );
    }
    const lease: Lease = {
      ...request,
      slot,
      bench,
      connected: true,
      readings: 0,
      readingsLost: 0,
      lastSequence: -1,
      setpointsSent: 0,
    };
    this.#leases.set(key, lease);
    return lease;
  }

  /** The lease of a slot that this bench holds, if it does. */
  heldBy(bench: Bench, slotId: string): Lease | undefined {
    const slot = this.#slotOf.get(slotId);
    if (slot === undefined) return undefined;
    for (const kind of [LEASE_ACTUATOR, LEASE_METER]) {
      const lease = this.#leases.get(`${slot} ${kind}`);
      if (lease?.connected && lease.bench === bench) return lease;
    }
    return undefined;
  }

  release(lease: Lease): void {
    this.#leases.delete(`${lease.slot} ${lease.kind}`);
  }

  /** The bench is gone: its leases end. Returns those that were connected. */
  disconnect(bench: Bench): Lease[] {
    const ended = this.list().filter((lease) => lease.connected && lease.bench === bench);
    for (const lease of ended) lease.connected = false;
    return ended;
  }

  list(): Lease[] {
    return [...this.#leases.values()];
  }

  connected(): Lease[] {
    return this.list().filter((lease) => lease.connected);
  }

  #checkKind(slot: number, { slotId, kind }: BindRequest): void {
    if (kind === LEASE_METER && this.slots.kind[slot] !== ASSET_HOUSEHOLD) {
      throw new WijkError(
        'LEASE_REFUSED',
        `slot "${slotId}" takes no meter: a meter measures a whole connection and binds to its household slot`,
      );
    }
    if (kind === LEASE_ACTUATOR && this.slots.controllable[slot] !== 1) {
      throw new WijkError('LEASE_REFUSED', `slot "${slotId}" takes no actuator: it follows no setpoint`);
    }
    if (kind !== LEASE_METER && kind !== LEASE_ACTUATOR) {
      throw new WijkError('LEASE_REFUSED', `slot "${slotId}": the kind of lease is ${kind}; wanted: actuator or meter`);
    }
  }
}

function checkNumbers(request: BindRequest): void {
  const refuse = (what: string): never => {
    throw new WijkError('LEASE_REFUSED', `slot "${request.slotId}": ${what}`);
  };
  if (request.deviceId === '') refuse('device_id is empty');
  if (request.deviceId.length > TEXT_MAX || request.deviceIdentity.length > 4 * TEXT_MAX) {
    refuse(`device_id is at most ${TEXT_MAX} and device_identity ${4 * TEXT_MAX} characters`);
  }
  if (!(request.scale > 0 && request.scale <= 10_000)) {
    refuse(`scale_ratio = ${request.scale}: one device stands for more than 0 and at most 10000`);
  }
  if (!(request.freshnessS > 0 && request.freshnessS <= FRESHNESS_MAX_S)) {
    refuse(`freshness_limit_s = ${request.freshnessS}: must be above 0 and at most ${FRESHNESS_MAX_S} s`);
  }
  if (request.kind !== LEASE_ACTUATOR) return;
  if (!Number.isFinite(request.safeSetpointW)) refuse(`safe_setpoint_w = ${request.safeSetpointW}: must be a number`);
  if (!(request.revertS > 0 && request.revertS <= REVERT_MAX_S)) {
    refuse(
      `revert_time_s = ${request.revertS}: must be above 0 and at most ${REVERT_MAX_S} s; a device that never reverts by itself may not be bound`,
    );
  }
}
