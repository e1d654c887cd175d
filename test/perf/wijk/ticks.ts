/**
 * What a tick costs, all of it: weather, engine, and the frame into the ring.
 *
 * Ticks are deterministic, so the same ticks are run several times and each counts with its best run: a busy neighbour then
 * disturbs less, and what is left at the 99th percentile is work of ours that falls into one tick. Processor time of the
 * process, which on an idle machine is the wall time.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { InputBatch } from '../../../twin/core/engine/inputs.js';
import type { Engine } from '../../../twin/runtime/engine.js';
import { createRingMemory, FrameRing } from '../../../twin/runtime/ring.js';
import type { LoadedWijk } from '../../../twin/wijk/load.js';
import { engineOf, need } from './subjects.js';

/** Kernels with few assets are called once a tick: the compiler needs long to trust them, which a small wijk gives it faster. */
const COMPILE = 'merwede-blok';
const COMPILE_TICKS = 60_000;
const WARM_UP = 1000;
const INPUTS = 1024;

/** An engine with a ring behind it; a tick is what the loop does for one, without waiting for its time. */
class Ticker {
  readonly engine: Engine;
  private readonly batch = new InputBatch(INPUTS);
  private readonly ring: FrameRing;

  constructor(loaded: LoadedWijk) {
    this.engine = engineOf(loaded);
    const frameLength = this.engine.frame.length;
    this.ring = new FrameRing(createRingMemory({ capacity: 124, inputsMax: INPUTS, eventsMax: 256, frameLength }));
  }

  tick(): void {
    const { engine, batch } = this;
    const tick = engine.tick + 1;
    batch.clear();
    engine.weather(tick, batch);
    engine.step(batch);
    this.ring.publish(tick, engine.timeUs, 0, 0, batch, engine.events, engine.frame);
  }

  ticks(count: number): void {
    for (let k = 0; k < count; k++) this.tick();
  }
}

export interface TickCost {
  readonly slots: number;
  readonly nodes: number;
  /** ms of processor time, each tick's best of the runs. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly mean: number;
  /** ms of wall time, the run with the lowest median. */
  readonly wallP50: number;
  readonly wallP99: number;
}

export function tickCost(loaded: LoadedWijk, ticks: number, runs: number): TickCost {
  const best = new Float64Array(ticks).fill(Number.POSITIVE_INFINITY);
  let quietest: Float64Array | undefined;
  for (let run = 0; run < runs; run++) {
    const ticker = new Ticker(loaded);
    const wall = new Float64Array(ticks);
    ticker.ticks(WARM_UP);
    for (let k = 0; k < ticks; k++) {
      const cpu = process.cpuUsage();
      const from = performance.now();
      ticker.tick();
      wall[k] = performance.now() - from;
      const { user, system } = process.cpuUsage(cpu);
      best[k] = Math.min(best[k]!, (user + system) / 1000);
    }
    wall.sort();
    if (quietest === undefined || wall[ticks >> 1]! < quietest[ticks >> 1]!) quietest = wall;
  }
  const mean = best.reduce((sum, ms) => sum + ms, 0) / ticks;
  best.sort();
  const at = (sorted: Float64Array, share: number): number => sorted[Math.min(ticks - 1, Math.floor(share * ticks))]!;
  return {
    slots: loaded.wijk.connections.reduce((sum, { assets }) => sum + assets.length, 0),
    nodes: loaded.grid.network.nodeIds.length,
    p50: at(best, 0.5),
    p99: at(best, 0.99),
    max: at(best, 1),
    mean,
    wallP50: at(quietest!, 0.5),
    wallP99: at(quietest!, 0.99),
  };
}

export interface Garbage {
  readonly collections: number;
  /** Bytes of heap per tick. */
  readonly growth: number;
}

/** Garbage collections in so many ticks, with nothing between them that could make garbage of its own. */
export async function garbageOf(loaded: LoadedWijk, ticks: number): Promise<Garbage> {
  new Ticker(need(COMPILE)).ticks(COMPILE_TICKS);
  const ticker = new Ticker(loaded);
  ticker.ticks(WARM_UP);
  const starts: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) starts.push(entry.startTime);
  });
  observer.observe({ entryTypes: ['gc'] });
  global.gc?.();
  await settled();
  const before = process.memoryUsage().heapUsed;
  const from = performance.now();
  ticker.ticks(ticks);
  const until = performance.now();
  const growth = (process.memoryUsage().heapUsed - before) / ticks;
  await settled();
  observer.disconnect();
  return { collections: starts.filter((at) => at >= from && at <= until).length, growth };
}

/** Lets the observer hear of what happened so far. */
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** Processor time per home and tick, µs: chunks of ticks, each with its best of the runs. */
export function costPerHome(loaded: LoadedWijk, homes: number, ticks: number, runs: number): number {
  const chunks = 20;
  const best = new Float64Array(chunks).fill(Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    const ticker = new Ticker(loaded);
    ticker.ticks(WARM_UP);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const cpu = process.cpuUsage();
      ticker.ticks(Math.ceil(ticks / chunks));
      const { user, system } = process.cpuUsage(cpu);
      best[chunk] = Math.min(best[chunk]!, user + system);
    }
  }
  return best.reduce((sum, us) => sum + us, 0) / (chunks * Math.ceil(ticks / chunks)) / homes;
}
