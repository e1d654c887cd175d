/** What a session is, as plain data: what its threads and its recording are made from. */
import type { Dimensions } from '../core/base/columns.js';
import type { Blueprint } from './blueprint.js';
import type { RecordChoice } from './record-choice.js';

export interface SessionPlan {
  readonly sessionId: string;
  readonly wijkName: string;
  readonly blueprint: Blueprint;
  readonly engineHash: string;
  readonly modelHash: string;
  /** Who loaded it. */
  readonly actor: string;
  readonly startUs: number;
  readonly tickS: number;
  /** 0: until stopped. */
  readonly ticksTotal: number;
  readonly speed: number;
  /** Folder of the record; empty: nothing is kept on disk. */
  readonly recordDirectory: string;
  readonly record: RecordChoice;
  readonly labels: Readonly<Record<string, string>>;
  readonly dimensions: Dimensions;
  readonly slotIds: readonly string[];
  /** Nodes of the connections at low voltage: whose voltages are judged. */
  readonly connectionNodes: readonly number[];
  /** Ids in the grid's dataset, for the words of events. */
  readonly nodeIds: readonly number[];
  readonly branchIds: readonly number[];
  readonly contractLimitW: number;
}
