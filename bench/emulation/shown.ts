/**
 * What an emulation shows: the twin's place for a slot, and its values in one frame. + is consumption, SI units, phases
 * a, b, c. A value that the twin does not have is NaN, and a register model says so in its protocol's own way.
 */
import { wijk } from '#proto/wijk.js';

const { AssetKind } = wijk.v1;

/** The frame's columns that emulations read. */
export const COLUMNS: readonly string[] = [
  'connectionPhaseActivePowerW',
  'connectionPhaseReactivePowerVar',
  'voltageV',
  'gridStatus',
  'outdoorTemperatureC',
  'slotActivePowerW',
  'slotSetpointW',
  'slotSetpointFrom',
  'slotStateOfChargeRatio',
  'slotTemperatureC',
  'slotSupplyTemperatureC',
  'slotAvailableMinW',
];

export type Three = readonly [number, number, number];

/** A slot as the twin describes it; the same for a whole session. */
export interface Place {
  readonly slotId: string;
  readonly slotIndex: number;
  readonly kind: wijk.v1.AssetKind;
  readonly controllable: boolean;
  /** Largest consumption, and largest feed-in as a negative number, W. */
  readonly powerMaxW: number;
  readonly powerMinW: number;
  /** 0 where nothing is stored. */
  readonly energyCapacityWh: number;
  /** 0 where it is not known. */
  readonly smallestRunningPowerW: number;
  /** Share of the slot's power per phase. */
  readonly share: Three;
  readonly connectionIndex: number;
  readonly connectionId: string;
  readonly ean: string;
  readonly fuseA: number;
  /** 1 or 3. */
  readonly phaseCount: number;
  /** The grid's phase of a connection with one phase. */
  readonly phase: 0 | 1 | 2;
  readonly nodeIndex: number;
}

export interface Shown {
  readonly tick: number;
  /** End of the tick, UTC microseconds of simulated time. */
  readonly timeUs: number;
  readonly tickS: number;
  /** Of the whole connection, as its meter sees it. */
  readonly connectionW: Three;
  readonly connectionVar: Three;
  /** Line to neutral at the connection; NaN while the grid has no solution. */
  readonly voltageV: Three;
  readonly slotW: number;
  /** Setpoint in force at the slot; NaN if it runs free. */
  readonly setpointW: number;
  readonly setpointFrom: wijk.v1.Role;
  readonly stateOfChargeRatio: number;
  readonly temperatureC: number;
  readonly supplyTemperatureC: number;
  readonly outdoorTemperatureC: number;
  /** What a roof could feed in now, as a negative number. */
  readonly availableMinW: number;
}

/** Every slot of a description. */
export function placesOf({ slots, connections }: wijk.v1.IDescribeResponse): Map<string, Place> {
  const all = slots ?? [];
  const places = new Map<string, Place>();
  for (const slot of all) {
    const connection = connections?.[slot.connectionIndex ?? 0];
    if (connection === undefined) continue;
    places.set(slot.id ?? '', {
      slotId: slot.id ?? '',
      slotIndex: slot.index ?? 0,
      kind: slot.kind ?? AssetKind.ASSET_KIND_UNSPECIFIED,
      controllable: slot.controllable ?? false,
      powerMaxW: slot.powerMaxW ?? 0,
      powerMinW: slot.powerMinW ?? 0,
      energyCapacityWh: slot.energyCapacityWh ?? 0,
      smallestRunningPowerW: slot.smallestRunningPowerW ?? 0,
      share: sharesOf(slot),
      connectionIndex: slot.connectionIndex ?? 0,
      connectionId: connection.id ?? '',
      ean: connection.ean ?? '',
      fuseA: connection.fuseA ?? 0,
      phaseCount: connection.phaseCount === 1 ? 1 : 3,
      phase: phaseOf(all.filter((other) => other.connectionIndex === slot.connectionIndex)),
      nodeIndex: connection.nodeIndex ?? 0,
    });
  }
  return places;
}

const sharesOf = (slot: wijk.v1.ISlotInfo): Three => [
  slot.shareARatio ?? 0,
  slot.shareBRatio ?? 0,
  slot.shareCRatio ?? 0,
];

/** The phase on which most of a connection stands. */
function phaseOf(slots: readonly wijk.v1.ISlotInfo[]): 0 | 1 | 2 {
  const sum = [0, 1, 2].map((p) => slots.reduce((total, slot) => total + sharesOf(slot)[p]!, 0));
  const most = Math.max(...sum);
  return sum[0] === most ? 0 : sum[1] === most ? 1 : 2;
}

/** The values of one place in a frame. */
export function shownIn(frame: wijk.v1.IFrame, place: Place, tickS: number): Shown {
  const at = (column: readonly number[] | null | undefined, index: number): number => column?.[index] ?? Number.NaN;
  const three = (column: readonly number[] | null | undefined, index: number): Three => [
    at(column, 3 * index),
    at(column, 3 * index + 1),
    at(column, 3 * index + 2),
  ];
  const { slotIndex, connectionIndex, nodeIndex } = place;
  const solved = (frame.gridStatus ?? 0) === 0;
  return {
    tick: frame.tick ?? 0,
    timeUs: frame.timeUs ?? 0,
    tickS,
    connectionW: three(frame.connectionPhaseActivePowerW, connectionIndex),
    connectionVar: three(frame.connectionPhaseReactivePowerVar, connectionIndex),
    // Without a solution the frame repeats the voltages of the last one: they are not of now.
    voltageV: solved ? three(frame.voltageV, nodeIndex) : [Number.NaN, Number.NaN, Number.NaN],
    slotW: at(frame.slotActivePowerW, slotIndex),
    setpointW: at(frame.slotSetpointW, slotIndex),
    setpointFrom: at(frame.slotSetpointFrom, slotIndex),
    stateOfChargeRatio: at(frame.slotStateOfChargeRatio, slotIndex),
    temperatureC: at(frame.slotTemperatureC, slotIndex),
    supplyTemperatureC: at(frame.slotSupplyTemperatureC, slotIndex),
    outdoorTemperatureC: frame.outdoorTemperatureC ?? Number.NaN,
    availableMinW: at(frame.slotAvailableMinW, slotIndex),
  };
}

export const sum = ([a, b, c]: Three): number => a + b + c;
export const each = (f: (p: 0 | 1 | 2) => number): Three => [f(0), f(1), f(2)];

/** Current of a phase, A, never negative; 0 without voltage and power, NaN if one of them is not known. */
export function currentA(powerW: number, reactiveVar: number, voltageV: number): number {
  const apparentVa = Math.hypot(powerW, reactiveVar);
  return voltageV === 0 ? (apparentVa === 0 ? 0 : Number.NaN) : apparentVa / voltageV;
}
