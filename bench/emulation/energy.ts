/**
 * Energy registers that count what the frames say. Within a tick power is constant, so a tick's energy is exact; ticks
 * whose frames were lost on the way (a watcher that was too slow) are bridged with the mean of the two frames around
 * them, and counted: a real meter would have measured them.
 *
 * A session that begins anew goes on counting: no register of a meter ever goes back. Pauses of the twin are no time.
 */
import { type Shown, sum, type Three } from './shown.js';

export interface EnergyStart {
  readonly importWh: number;
  readonly exportWh: number;
}

/** A gap longer than this is not bridged: nobody knows what happened in it. */
const BRIDGE_MAX_S = 60;

export class EnergyMeter {
  /** By tariff: 1 low, 2 normal. Netted over the phases, as Dutch meters count. */
  readonly importWh: [number, number];
  readonly exportWh: [number, number];
  readonly phaseImportWh: [number, number, number] = [0, 0, 0];
  readonly phaseExportWh: [number, number, number] = [0, 0, 0];
  /** Simulated time that was bridged, s, and that was too long to be. */
  bridgedS = 0;
  missedS = 0;
  #last: { readonly timeUs: number; readonly phasesW: Three } | undefined;

  constructor(start: EnergyStart = { importWh: 0, exportWh: 0 }) {
    this.importWh = [0, start.importWh];
    this.exportWh = [0, start.exportWh];
  }

  get totalImportWh(): number {
    return this.importWh[0] + this.importWh[1];
  }

  get totalExportWh(): number {
    return this.exportWh[0] + this.exportWh[1];
  }

  /** `phasesW` of the tick that `shown` ends; `tariff` 1 or 2 in it. */
  count(shown: Pick<Shown, 'timeUs' | 'tickS'>, phasesW: Three, tariff: 1 | 2): void {
    if (!phasesW.every(Number.isFinite)) {
      this.#last = undefined;
      return;
    }
    const last = this.#last;
    this.#last = { timeUs: shown.timeUs, phasesW };
    const elapsedS = last === undefined ? shown.tickS : (shown.timeUs - last.timeUs) / 1e6;
    if (elapsedS < -1e-6) {
      // Another session with another start: its first tick is one tick long.
      this.#add(phasesW, shown.tickS, tariff);
      return;
    }
    if (elapsedS <= 1e-6) return;
    this.#add(phasesW, Math.min(shown.tickS, elapsedS), tariff);
    const gapS = elapsedS - shown.tickS;
    if (last === undefined || gapS <= 1e-6) return;
    if (gapS > BRIDGE_MAX_S) {
      this.missedS += gapS;
      return;
    }
    this.bridgedS += gapS;
    this.#add([0, 1, 2].map((p) => (phasesW[p]! + last.phasesW[p]!) / 2) as unknown as Three, gapS, tariff);
  }

  #add(phasesW: Three, seconds: number, tariff: 1 | 2): void {
    const hours = seconds / 3600;
    const net = sum(phasesW);
    this.importWh[tariff - 1]! += Math.max(0, net) * hours;
    this.exportWh[tariff - 1]! += Math.max(0, -net) * hours;
    for (let p = 0; p < 3; p++) {
      this.phaseImportWh[p]! += Math.max(0, phasesW[p]!) * hours;
      this.phaseExportWh[p]! += Math.max(0, -phasesW[p]!) * hours;
    }
  }
}
