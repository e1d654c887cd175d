/** What does not change during a run: the wijk, its grid and the rules. `twin/wijk` builds it from files. */
import type { AssetSet } from '../assets/asset-set.js';
import type { Dimensions, FrameLayout } from '../base/columns.js';
import type { PreparedGrid } from '../grid/prepare.js';

/** One physical place per index, such as `home-0012/battery`. */
export interface SlotTable {
  readonly id: readonly string[];
  /** ASSET_* of base/status. */
  readonly kind: Uint8Array;
  readonly connection: Int32Array;
  /** Share of the slot's power on phases a, b, c; three per slot, summing to 1. */
  readonly share: Float64Array;
  /** 1 if the slot follows setpoints. */
  readonly controllable: Uint8Array;
  /** Largest consumption of the asset, W. */
  readonly powerMaxW: Float64Array;
  /** Largest feed-in of the asset as a negative number, W. */
  readonly powerMinW: Float64Array;
  /** Part of `powerMaxW` that is the electric element of a heat pump, W. */
  readonly elementMaxW: Float64Array;
  /** Where the slot goes on an emergency stop or after the loss of its strategy, W; NaN: it runs free. */
  readonly safeSetpointW: Float64Array;
}

export interface ConnectionTable {
  readonly id: readonly string[];
  readonly ean: readonly string[];
  readonly use: readonly string[];
  /** Index into the solver's loads. */
  readonly load: Int32Array;
  /** Index into the solver's nodes. */
  readonly node: Int32Array;
  /** 1 if the connection's power counts in the group. */
  readonly inGroup: Uint8Array;
  readonly fuseA: Float64Array;
  readonly phaseCount: Uint8Array;
}

export interface StrategyChoice {
  /** `passive`, `group-limit` or `external`. */
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
}

export interface Model {
  readonly dimensions: Dimensions;
  readonly layout: FrameLayout;
  /** A divisor of 300 s. */
  readonly tickS: number;
  /** Start of the first tick, UTC microseconds, a multiple of the tick. */
  readonly startUs: number;
  readonly seed: number;
  /** Degrees, north and east positive. */
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly slots: SlotTable;
  readonly connections: ConnectionTable;
  /** Assets with their own state; `createState` takes it over, so a model serves one run. */
  readonly assets: AssetSet;
  readonly grid: PreparedGrid;
  /** The contract's limit on the group's mean consumption per quarter-hour, W. */
  readonly groupLimitW: number;
  readonly strategy: StrategyChoice;
}
