/**
 * Wijk power over time in a bounded number of points. Pure: the server keeps one for pages that connect, and each page
 * keeps one of its own.
 *
 * When the list is full, neighbours are merged two by two: the power becomes their mean, the limit the lower one, the
 * time that of the later. What is judged is the mean of a quarter-hour, which is kept apart and is never thinned.
 */
import type { HistoryMessage, MaybeNumber } from './messages.js';

export class History {
  readonly #pointsMax: number;
  #timeUs: number[] = [];
  #powerW: number[] = [];
  #limitW: MaybeNumber[] = [];

  /** `pointsMax`: the list is halved when it grows beyond this. */
  constructor(pointsMax = 3600) {
    this.#pointsMax = pointsMax;
  }

  get length(): number {
    return this.#timeUs.length;
  }

  /** Adds a point; one that is not later than the newest is left out (a frame seen twice). */
  add(timeUs: number, powerW: number, limitW: MaybeNumber): void {
    const newest = this.#timeUs.at(-1);
    if (newest !== undefined && timeUs <= newest) return;
    this.#timeUs.push(timeUs);
    this.#powerW.push(powerW);
    this.#limitW.push(limitW);
    if (this.#timeUs.length > this.#pointsMax) this.#halve();
  }

  clear(): void {
    this.#timeUs = [];
    this.#powerW = [];
    this.#limitW = [];
  }

  values(): HistoryMessage {
    return { timeUs: this.#timeUs, powerW: this.#powerW, limitW: this.#limitW };
  }

  #halve(): void {
    const timeUs: number[] = [];
    const powerW: number[] = [];
    const limitW: MaybeNumber[] = [];
    for (let i = 0; i + 1 < this.#timeUs.length; i += 2) {
      timeUs.push(this.#timeUs[i + 1]!);
      powerW.push((this.#powerW[i]! + this.#powerW[i + 1]!) / 2);
      limitW.push(lower(this.#limitW[i]!, this.#limitW[i + 1]!));
    }
    if (this.#timeUs.length % 2 === 1) {
      timeUs.push(this.#timeUs.at(-1)!);
      powerW.push(this.#powerW.at(-1)!);
      limitW.push(this.#limitW.at(-1)!);
    }
    this.#timeUs = timeUs;
    this.#powerW = powerW;
    this.#limitW = limitW;
  }
}

function lower(a: MaybeNumber, b: MaybeNumber): MaybeNumber {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
