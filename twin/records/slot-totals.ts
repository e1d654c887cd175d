/** Energy, extremes, comfort and source of every slot over the whole session. */
import type { FrameLayout } from '../core/base/columns.js';
import { SOURCE_DEVICE, SOURCE_FALLBACK } from '../core/base/status.js';
import type { RingEntry } from '../runtime/ring.js';
import type { SlotSummary } from './answers.js';
import type { Database } from './database.js';

export class SlotTotals {
  readonly #energyWs: Float64Array;
  readonly #maxW: Float64Array;
  readonly #minW: Float64Array;
  readonly #comfortKh: Float64Array;
  readonly #deficitWh: Float64Array;
  readonly #coldShowers: Float64Array;
  readonly #throughputWh: Float64Array;
  readonly #onDevice: Float64Array;
  readonly #onFallback: Float64Array;
  #ticks = 0;

  constructor(
    private readonly layout: FrameLayout,
    private readonly tickS: number,
  ) {
    const { slots } = layout.dimensions;
    this.#energyWs = new Float64Array(slots);
    this.#maxW = new Float64Array(slots).fill(-Infinity);
    this.#minW = new Float64Array(slots).fill(Infinity);
    this.#comfortKh = new Float64Array(slots);
    this.#deficitWh = new Float64Array(slots);
    this.#coldShowers = new Float64Array(slots);
    this.#throughputWh = new Float64Array(slots);
    this.#onDevice = new Float64Array(slots);
    this.#onFallback = new Float64Array(slots);
  }

  add({ frame }: RingEntry): void {
    const { offset, dimensions } = this.layout;
    const { tickS } = this;
    const column = (from: number): Float64Array => frame.subarray(from, from + dimensions.slots);
    const power = column(offset.slotActivePowerW);
    const source = column(offset.slotSource);
    const [energyWs, maxW, minW] = [this.#energyWs, this.#maxW, this.#minW];
    for (let i = 0; i < power.length; i++) {
      const powerW = power[i]!;
      energyWs[i]! += powerW * tickS;
      if (powerW > maxW[i]!) maxW[i] = powerW;
      if (powerW < minW[i]!) minW[i] = powerW;
      if (source[i] === SOURCE_DEVICE) this.#onDevice[i]!++;
      else if (source[i] === SOURCE_FALLBACK) this.#onFallback[i]!++;
    }
    this.#comfortKh.set(column(offset.slotComfortDeficitKh));
    this.#deficitWh.set(column(offset.slotEnergyDeficitWh));
    this.#coldShowers.set(column(offset.slotColdShowers));
    this.#throughputWh.set(column(offset.slotEnergyThroughputWh));
    this.#ticks++;
  }

  summaries(): SlotSummary[] {
    if (this.#ticks === 0) return [];
    return Array.from(this.#energyWs, (energyWs, slot) => ({
      slot,
      energyWh: energyWs / 3600,
      powerMaxW: this.#maxW[slot]!,
      powerMinW: this.#minW[slot]!,
      comfortDeficitKh: this.#comfortKh[slot]!,
      energyDeficitWh: this.#deficitWh[slot]!,
      coldShowers: this.#coldShowers[slot]!,
      energyThroughputWh: this.#throughputWh[slot]!,
      ticksOnModel: this.#ticks - this.#onDevice[slot]! - this.#onFallback[slot]!,
      ticksOnDevice: this.#onDevice[slot]!,
      ticksOnFallback: this.#onFallback[slot]!,
    }));
  }

  write(database: Database): void {
    for (const s of this.summaries()) {
      database.append('slot_summary', [
        s.slot,
        s.energyWh,
        s.powerMaxW,
        s.powerMinW,
        s.comfortDeficitKh,
        s.energyDeficitWh,
        s.coldShowers,
        s.energyThroughputWh,
        s.ticksOnModel,
        s.ticksOnDevice,
        s.ticksOnFallback,
      ]);
    }
  }
}
