/** Quarter-hours and ten-minute intervals, exact: the engine accumulates them, the record writes down each that ends. */
import { quarterNumber } from '../core/base/civil.js';
import type { FrameLayout } from '../core/base/columns.js';
import type { SessionPlan } from '../runtime/plan.js';
import type { RingEntry } from '../runtime/ring.js';
import type { QuarterHour, TenMinuteMean } from './answers.js';
import type { Database } from './database.js';

const QUARTER_US = 900e6;
const TEN_MINUTES_US = 600e6;
const NONE = new Float64Array(0);

export class Quarters {
  #index = -1;
  /** The quarter that runs, as the last frame tells it; null between quarters and before the first frame. */
  running: QuarterHour | null = null;

  constructor(
    private readonly database: Database,
    private readonly layout: FrameLayout,
    private readonly contractLimitW: number,
  ) {}

  add({ timeUs, frame }: RingEntry): void {
    const { offset } = this.layout;
    const index = frame[offset.lastQuarterIndex]!;
    if (index !== this.#index) {
      this.#index = index;
      this.#write(
        this.#quarter(
          index,
          frame[offset.lastQuarterMeanActivePowerW]!,
          frame[offset.lastQuarterLimitW]!,
          frame[offset.lastQuarterComplete] === 1,
          frame[offset.lastQuarterSubstitutedRatio]!,
        ),
      );
    }
    const now = Math.ceil(timeUs / QUARTER_US) - 1;
    this.running =
      now === index
        ? null
        : this.#quarter(
            now,
            frame[offset.quarterMeanActivePowerW]!,
            frame[offset.groupLimitW]!,
            false,
            frame[offset.substitutedShareRatio]!,
          );
  }

  /** The session is over: what runs will stay incomplete. */
  end(): void {
    if (this.running !== null) this.#write(this.running);
    this.running = null;
  }

  #quarter(index: number, meanW: number, limitW: number, complete: boolean, substitutedRatio: number): QuarterHour {
    const startUs = index * QUARTER_US;
    return {
      startUs,
      meanActivePowerW: meanW,
      limitW,
      complete,
      substitutedRatio,
      limitFrom: limitW < this.contractLimitW ? 'call-off' : 'contract',
      numberInDay: quarterNumber(startUs),
    };
  }

  #write(q: QuarterHour): void {
    this.database.append('quarter_hours', [
      BigInt(q.startUs),
      q.meanActivePowerW,
      q.limitW,
      q.complete,
      q.substitutedRatio,
      q.limitFrom,
      q.numberInDay,
    ]);
  }
}

export class TenMinutes {
  #index = -1;
  #gridFailed = false;
  readonly #voltages: readonly number[];

  constructor(
    private readonly database: Database,
    private readonly layout: FrameLayout,
    plan: SessionPlan,
    /** Keeps the mean of every node and branch beside the extremes. */
    private readonly everyMean: boolean,
  ) {
    // Each node once: the node-phases whose voltage a connection sees.
    this.#voltages = [...new Set(plan.connectionNodes)].flatMap((node) => [3 * node, 3 * node + 1, 3 * node + 2]);
  }

  add({ frame }: RingEntry): void {
    const { offset, length } = this.layout;
    if (frame[offset.gridStatus] !== 0) this.#gridFailed = true;
    const index = frame[offset.lastTenMinuteIndex]!;
    if (index === this.#index) return;
    this.#index = index;
    const view = (name: 'lastTenMinuteVoltageV' | 'lastTenMinuteLoadingRatio'): Float64Array => {
      const means = frame.subarray(offset[name], offset[name] + length[name]);
      // A mean over the ticks that did have a solution would pass for one over ten minutes.
      return this.#gridFailed ? means.map(() => Number.NaN) : means;
    };
    const voltageV = view('lastTenMinuteVoltageV');
    const branchLoadingRatio = view('lastTenMinuteLoadingRatio');
    this.#gridFailed = false;
    const complete = frame[offset.lastTenMinuteComplete] === 1;
    const mean = this.#extremes(index * TEN_MINUTES_US, complete, voltageV, branchLoadingRatio);
    this.database.appendWithLists('ten_minute_means', [
      BigInt(mean.startUs),
      mean.complete,
      mean.voltageMinV,
      mean.voltageMaxV,
      mean.voltageMinNode,
      mean.voltageMaxNode,
      mean.loadingMaxRatio,
      mean.loadingMaxBranch,
      this.everyMean ? voltageV : NONE,
      this.everyMean ? branchLoadingRatio : NONE,
    ]);
  }

  #extremes(
    startUs: number,
    complete: boolean,
    voltageV: Float64Array,
    branchLoadingRatio: Float64Array,
  ): Omit<TenMinuteMean, 'voltageV' | 'branchLoadingRatio'> {
    let min = -1;
    let max = -1;
    for (const k of this.#voltages) {
      // 0 V is a node without supply.
      if (!(voltageV[k]! > 0)) continue;
      if (min < 0 || voltageV[k]! < voltageV[min]!) min = k;
      if (max < 0 || voltageV[k]! > voltageV[max]!) max = k;
    }
    let branch = -1;
    branchLoadingRatio.forEach((loading, b) => {
      if (!Number.isNaN(loading) && (branch < 0 || loading > branchLoadingRatio[branch]!)) branch = b;
    });
    return {
      startUs,
      complete,
      voltageMinV: voltageV[min] ?? Number.NaN,
      voltageMaxV: voltageV[max] ?? Number.NaN,
      voltageMinNode: Math.max(0, Math.floor(min / 3)),
      voltageMaxNode: Math.max(0, Math.floor(max / 3)),
      loadingMaxRatio: branchLoadingRatio[branch] ?? Number.NaN,
      loadingMaxBranch: Math.max(0, branch),
    };
  }
}
