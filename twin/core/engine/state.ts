/**
 * All that changes during a run. Everything is allocated here, once; `step` allocates nothing.
 *
 * `columns` are views on `frame`: what the engine has published for tick `tick`. During tick k they still hold frame
 * k-1 until the phase that owns a column writes it, and `decide` runs before any of them does.
 */
import { type AssetColumns, createTickContext, type TickContext } from '../assets/tick.js';
import { type Columns, columnViews } from '../base/columns.js';
import { ROLE_NONE, ROLE_STRATEGY, SOURCE_MODEL } from '../base/status.js';
import { createGroupLimit, type GroupLimit } from '../contracts/group-limit.js';
import { createIntervalMean, type IntervalMean } from '../contracts/interval-mean.js';
import { createSolver, type GridSolver } from '../grid/solver.js';
import { EXTERNAL, findStrategy } from '../strategies/registry.js';
import type { Decide, StrategyView } from '../strategies/strategy.js';
import { EventList } from './events.js';
import type { Model } from './model.js';
import { surelyInBand } from './voltage-band.js';

/** Rows of `roleSetpointW`: one per role that can hold a slot, index = role. Roles: base/status. */
export const ROLES = 6;

/** What is known of the device in a slot. All per slot, but for the list of slots. */
export interface DeviceState {
  /** Slots that have or had a device, in ascending order: `slots[0 .. slotCount)`. All others are their model's. */
  readonly slots: Int32Array;
  slotCount: number;
  /** LEASE_*: what is bound; a loss leaves it bound. */
  readonly lease: Uint8Array;
  readonly observeOnly: Uint8Array;
  readonly scale: Float64Array;
  readonly freshnessS: Float64Array;
  readonly safeSetpointW: Float64Array;
  readonly revertS: Float64Array;
  /** Share per phase of what the device stands for; three per slot. */
  readonly share: Float64Array;
  /** 1 once a reading has come since the binding. */
  readonly hasReading: Uint8Array;
  /** Age of the newest reading at the start of the tick, or time since the binding if there is none yet. */
  readonly ageS: Float64Array;
  readonly sequence: Float64Array;
  /** Newest reading times scale; three phases per slot. */
  readonly activePowerW: Float64Array;
  readonly reactivePowerVar: Float64Array;
  readonly stateOfChargeRatio: Float64Array;
  readonly temperatureC: Float64Array;
  /** Memory of the last tick on the device, for the switch to fallback. */
  readonly modelledAtFreshW: Float64Array;
  readonly usedAtFreshW: Float64Array;
  readonly setpointAtFreshW: Float64Array;
  /** Time on fallback so far. */
  readonly fallbackS: Float64Array;
  /** Difference to the shadow model that the bound on the step asks for at the switch; fades over the freshness limit. */
  readonly fallbackOffsetW: Float64Array;
}

export interface StrategyState {
  readonly decide: Decide | undefined;
  readonly view: StrategyView;
  /** The strategy's row of `roleSgReady`. */
  readonly sgReady: Uint8Array;
  readonly external: boolean;
  /** 1 once an external strategy has led. */
  led: number;
  holdTicks: number;
  answeredTick: number;
  missedInARow: number;
  missedTotal: number;
}

export interface State {
  /** Ticks done; the frame is that of this tick. */
  tick: number;
  /** Start and end of the tick under way, UTC microseconds. */
  readonly spanUs: Float64Array;
  readonly frame: Float64Array;
  readonly columns: Columns;
  readonly events: EventList;
  readonly context: TickContext;
  readonly assetColumns: AssetColumns;
  readonly solver: GridSolver;

  readonly device: DeviceState;
  /** SOURCE_* of this tick, per slot. */
  readonly source: Uint8Array;
  /** 1 in the tick in which a slot switches to fallback. */
  readonly switched: Uint8Array;
  /** What each role asks of each slot, W; NaN if nothing. Row = role, `ROLES` rows of `slots` columns. */
  readonly roleSetpointW: Float64Array;
  /** Window that each role puts on each slot, W; -∞ and +∞ if none. Rows as `roleSetpointW`. */
  readonly roleMinimumW: Float64Array;
  readonly roleMaximumW: Float64Array;
  /** Tick in which what a role asked of a slot lapses; +∞ if it holds until released. Rows as `roleSetpointW`. */
  readonly roleLapseTick: Float64Array;
  /** Slots that follow setpoints. */
  readonly controllableSlots: Int32Array;
  /** The highest role that ever asked for something. */
  highestRole: number;
  /** SG-Ready state that each role asks of each slot, SG_NONE if none. Rows as `roleSetpointW`. */
  readonly roleSgReady: Uint8Array;
  /** Whether any of them was ever given: the sweep over them is then worth its time. */
  windowsGiven: boolean;
  sgReadyGiven: boolean;
  lapsesGiven: boolean;
  /** Position of a slot in the list of its kind. */
  readonly position: Int32Array;
  readonly loadStepW: Float64Array;
  readonly loadStepUntilTick: Float64Array;
  /** The last of them to end. */
  loadStepsUntilTick: number;
  /** Power of each slot as the grid sees it, three phases, W and var. */
  readonly slotPhaseW: Float64Array;
  readonly slotPhaseVar: Float64Array;
  /** Slots of each connection: `slotOrder[slotStart[c] .. slotStart[c+1])`. */
  readonly slotStart: Int32Array;
  readonly slotOrder: Int32Array;

  outdoorTemperatureC: number;
  globalIrradianceWPerM2: number;
  diffuseIrradianceWPerM2: number;
  emergencyStop: number;
  readonly groupLimit: GroupLimit;
  limitW: number;
  readonly strategy: StrategyState;

  /** Integrals: group power, substituted share. */
  readonly quarter: IntervalMean;
  quarterLimitW: number;
  /** Integrals: V² per node-phase, then loading per branch. */
  readonly tenMinutes: IntervalMean;
  gridConverged: number;
  /** 1 while a slot's power is no finite number. */
  readonly noNumber: Uint8Array;
  /** Slots of which that is so. */
  noNumberSlots: number;
  voltageAlarm: number;
  overloadAlarm: number;
  /** Per connection, V: between them no phase has to be judged (see limits). */
  readonly surelyAboveV: Float64Array;
  readonly surelyBelowV: Float64Array;
  /** Branches that are transformers. */
  readonly transformers: Int32Array;
}

export function createState(model: Model): State {
  const { slots, connections, dimensions } = model;
  const n = dimensions.slots;
  const frame = new Float64Array(model.layout.total);
  const columns = columnViews(model.layout, frame);
  const perSlot = (fill = 0): Float64Array => new Float64Array(n).fill(fill);

  const device: DeviceState = {
    slots: new Int32Array(n),
    slotCount: 0,
    lease: new Uint8Array(n),
    observeOnly: new Uint8Array(n),
    scale: perSlot(1),
    freshnessS: perSlot(),
    safeSetpointW: perSlot(Number.NaN),
    revertS: perSlot(),
    share: new Float64Array(3 * n),
    hasReading: new Uint8Array(n),
    ageS: perSlot(Number.NaN),
    sequence: perSlot(),
    activePowerW: new Float64Array(3 * n),
    reactivePowerVar: perSlot(),
    stateOfChargeRatio: perSlot(Number.NaN),
    temperatureC: perSlot(Number.NaN),
    modelledAtFreshW: perSlot(),
    usedAtFreshW: perSlot(),
    setpointAtFreshW: perSlot(Number.NaN),
    fallbackS: perSlot(),
    fallbackOffsetW: perSlot(),
  };
  const assetColumns: AssetColumns = {
    modelledPowerW: columns.slotModelledPowerW,
    modelledReactiveVar: perSlot(),
    modelledPhaseW: new Float64Array(3 * n).fill(Number.NaN),
    modelledPhaseVar: new Float64Array(3 * n).fill(Number.NaN),
    setpointW: perSlot(Number.NaN),
    freeTargetW: perSlot(),
    stateOfChargeRatio: perSlot(Number.NaN),
    temperatureC: perSlot(Number.NaN),
    availableMaxW: columns.slotAvailableMaxW,
    availableMinW: columns.slotAvailableMinW,
    comfortDeficitKh: columns.slotComfortDeficitKh,
    supplyTemperatureC: columns.slotSupplyTemperatureC,
    energyDeficitWh: columns.slotEnergyDeficitWh,
    energyThroughputWh: columns.slotEnergyThroughputWh,
    wantedEnergyWh: columns.slotWantedEnergyWh,
    urgencyRatio: columns.slotUrgencyRatio,
    minimumRunW: columns.slotMinimumRunW,
    coldShowers: columns.slotColdShowers,
    sgReady: columns.slotSgReady,
    voltageV: perSlot(Number.NaN),
  };

  const position = new Int32Array(n);
  for (const list of Object.values(model.assets) as { readonly slots: Int32Array }[]) {
    list.slots.forEach((slot, k) => {
      position[slot] = k;
    });
  }
  const slotStart = new Int32Array(dimensions.connections + 1);
  for (let i = 0; i < n; i++) slotStart[slots.connection[i]! + 1]!++;
  for (let c = 0; c < dimensions.connections; c++) slotStart[c + 1]! += slotStart[c]!;
  const next = slotStart.slice();
  const slotOrder = new Int32Array(n);
  for (let i = 0; i < n; i++) slotOrder[next[slots.connection[i]!]!++] = i;

  columns.slotSource.fill(SOURCE_MODEL);
  columns.slotMeasuredPowerW.fill(Number.NaN);
  columns.slotSetpointW.fill(Number.NaN);
  columns.slotAgeS.fill(Number.NaN);
  columns.slotStateOfChargeRatio.fill(Number.NaN);
  columns.slotTemperatureC.fill(Number.NaN);
  columns.slotSupplyTemperatureC.fill(Number.NaN);
  columns.lastQuarterIndex[0] = -1;
  columns.lastTenMinuteIndex[0] = -1;

  const inGroup = new Uint8Array(n);
  for (let i = 0; i < n; i++) inGroup[i] = connections.inGroup[slots.connection[i]!]!;
  const kind = findStrategy(model.strategy.name);
  const tables = {
    slotCount: n,
    kind: slots.kind,
    controllable: slots.controllable,
    inGroup,
    powerMaxW: slots.powerMaxW,
    powerMinW: slots.powerMinW,
    elementMaxW: slots.elementMaxW,
  };
  const solver = createSolver(model.grid, {
    results: {
      voltageV: columns.voltageV,
      branchLoading: columns.branchLoadingRatio,
      branchCurrentA: columns.branchCurrentA,
    },
  });
  const inBand = surelyInBand(model, solver.nodeRatedV);
  const roleSgReady = new Uint8Array(ROLES * n);
  const view: StrategyView = {
    frame: columns,
    tickS: model.tickS,
    limitW: model.groupLimitW,
    quarterElapsedS: 0,
    quarterMeanW: 0,
    quarterRemainingS: 900,
  };

  return {
    tick: 0,
    spanUs: new Float64Array(2),
    frame,
    columns,
    events: new EventList(),
    context: Object.assign(createTickContext(), {
      tickS: model.tickS,
      seed: model.seed,
      latitudeDeg: model.latitudeDeg,
      longitudeDeg: model.longitudeDeg,
    }),
    assetColumns,
    solver,
    device,
    source: new Uint8Array(n).fill(SOURCE_MODEL),
    switched: new Uint8Array(n),
    roleSetpointW: new Float64Array(ROLES * n).fill(Number.NaN),
    roleMinimumW: new Float64Array(ROLES * n).fill(Number.NEGATIVE_INFINITY),
    roleMaximumW: new Float64Array(ROLES * n).fill(Number.POSITIVE_INFINITY),
    roleLapseTick: new Float64Array(ROLES * n).fill(Number.POSITIVE_INFINITY),
    controllableSlots: Int32Array.from([...slots.controllable.keys()].filter((i) => slots.controllable[i] === 1)),
    highestRole: ROLE_NONE,
    roleSgReady,
    windowsGiven: false,
    sgReadyGiven: kind?.usesSgReady === true,
    lapsesGiven: false,
    position,
    loadStepW: perSlot(),
    loadStepUntilTick: perSlot(),
    loadStepsUntilTick: 0,
    slotPhaseW: new Float64Array(3 * n),
    slotPhaseVar: new Float64Array(3 * n),
    slotStart,
    slotOrder,
    outdoorTemperatureC: 10,
    globalIrradianceWPerM2: 0,
    diffuseIrradianceWPerM2: 0,
    emergencyStop: 0,
    groupLimit: createGroupLimit(model.groupLimitW),
    limitW: model.groupLimitW,
    strategy: {
      decide: kind?.create(tables, model.strategy.options),
      view,
      sgReady: roleSgReady.subarray(ROLE_STRATEGY * n, (ROLE_STRATEGY + 1) * n),
      external: model.strategy.name === EXTERNAL,
      led: 0,
      holdTicks: 3,
      answeredTick: -1,
      missedInARow: 0,
      missedTotal: 0,
    },
    quarter: createIntervalMean(900, 2),
    quarterLimitW: Number.POSITIVE_INFINITY,
    tenMinutes: createIntervalMean(600, 3 * dimensions.nodes + dimensions.branches),
    gridConverged: 1,
    noNumber: new Uint8Array(n),
    noNumberSlots: 0,
    voltageAlarm: 0,
    overloadAlarm: 0,
    surelyAboveV: inBand.aboveV,
    surelyBelowV: inBand.belowV,
    transformers: Int32Array.from(
      [...solver.branchIsTransformer.keys()].filter((b) => solver.branchIsTransformer[b] === 1),
    ),
  };
}
