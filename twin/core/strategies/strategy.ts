/** What a strategy that decides within a tick sees and answers. */
import type { Columns } from '../base/columns.js';

export interface StrategyTables {
  readonly slotCount: number;
  /** ASSET_* per slot. */
  readonly kind: Uint8Array;
  readonly controllable: Uint8Array;
  /** 1 per slot if its connection counts in the group. */
  readonly inGroup: Uint8Array;
  readonly powerMaxW: Float64Array;
  readonly powerMinW: Float64Array;
  /** Part of `powerMaxW` that is the electric element of a heat pump, W; all or nothing, beside its full compressor. */
  readonly elementMaxW: Float64Array;
}

/** One object, refilled every tick. */
export interface StrategyView {
  /** The published frame of the tick before: no algebraic loop. */
  readonly frame: Columns;
  tickS: number;
  /** Limit that holds in the quarter-hour of this tick, W. */
  limitW: number;
  /** Time of this quarter-hour that is already covered, s, and the group's mean over it, W. */
  quarterElapsedS: number;
  quarterMeanW: number;
  /** Time from the start of this tick to the end of the quarter-hour, s. */
  quarterRemainingS: number;
}

export interface OptionSpec {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly meaning: string;
}

export interface StrategyKind {
  readonly name: string;
  readonly meaning: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly usesSgReady?: boolean;
  /** `options` is complete: defaults filled in and ranges checked. */
  create(tables: StrategyTables, options: Readonly<Record<string, number>>): Decide;
}

/**
 * Writes one setpoint per slot in W, NaN to let a slot run free; and, if its kind says that it uses them, SG-Ready states
 * (SG_*) of heat pumps and heat plants. Allocates nothing.
 */
export type Decide = (view: StrategyView, setpointW: Float64Array, sgReady: Uint8Array) => void;
