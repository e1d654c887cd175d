/**
 * What a device made of a step in its setpoint, from samples of its power. Pure: samples in, figures out.
 *
 * With P0 the power before the step, P1 the setpoint and h = P1 − P0, and times counted from the command:
 *   delay     until the power has left P0 by 10 % of h for good
 *   rise      from 10 % to 90 % of h
 *   settling  until the power is inside P1 ± band and stays there
 *   overshoot farthest beyond where it settled, in the direction of h, as W
 *   steady    mean − P1 over what follows settling
 * Crossings are interpolated between samples; none of them is known better than one sampling interval.
 */

import { deviation } from './declared.js';

export interface PowerSample {
  /** When the power was asked for, ms on the same clock as the command. */
  readonly atMs: number;
  /** W, + = consumption. */
  readonly powerW: number;
}

export interface StepAsked {
  readonly commandMs: number;
  readonly fromW: number;
  readonly toW: number;
  readonly bandW: number;
  /** `ceiling`: anything up to the setpoint is right; `floor`: anything from it up. */
  readonly meaning: 'target' | 'ceiling' | 'floor';
}

/** Times in s, NaN where the power never got there. */
export interface StepResponse {
  readonly delayS: number;
  readonly riseS: number;
  readonly settlingS: number;
  readonly overshootW: number;
  readonly steadyErrorW: number;
  /** Samples that the steady error rests on. */
  readonly steadySamples: number;
  /** Mean power at the end, W. */
  readonly finalW: number;
  /** Largest distance between samples, s: no time above is known better. */
  readonly samplingS: number;
}

const LEFT = 0.1;
const ARRIVED = 0.9;

export function stepResponse(samples: readonly PowerSample[], step: StepAsked): StepResponse {
  const after = samples.filter(({ atMs }) => atMs >= step.commandMs);
  const { commandMs, fromW, toW, bandW, meaning } = step;
  const heightW = toW - fromW;
  const share = (powerW: number): number => (heightW === 0 ? 1 : (powerW - fromW) / heightW);
  const leftMs = lastingCrossing(after, commandMs, (powerW) => share(powerW) - LEFT);
  const arrivedMs = firstCrossing(after, commandMs, (powerW) => share(powerW) - ARRIVED);
  const errorW = (powerW: number): number => deviation(meaning, powerW, toW);
  const settledFrom = settledIndex(after, (powerW) => Math.abs(errorW(powerW)) <= bandW);
  const settled = after.slice(settledFrom);
  const finalW = mean(after.slice(-3).map(({ powerW }) => powerW));
  const restW = settled.length > 0 ? mean(settled.map(({ powerW }) => powerW)) : toW;
  const beyond = after.slice(firstBeyond(after, share)).map(({ powerW }) => Math.sign(heightW || 1) * (powerW - restW));
  return {
    delayS: (leftMs - commandMs) / 1000,
    riseS: (arrivedMs - leftMs) / 1000,
    settlingS: settled.length === 0 ? Number.NaN : (settled[0]!.atMs - commandMs) / 1000,
    overshootW: Math.max(0, ...beyond),
    steadyErrorW: mean(settled.map(({ powerW }) => errorW(powerW))),
    steadySamples: settled.length,
    finalW,
    samplingS: widest(samples) / 1000,
  };
}

/** Steepest lasting change of power, W/s: a straight line through `windowMs` of samples, so that noise is no ramp. */
export function steepest(samples: readonly PowerSample[], windowMs: number): number {
  let most = Number.NaN;
  for (let from = 0; from < samples.length; from++) {
    let to = from;
    while (to + 1 < samples.length && samples[to]!.atMs - samples[from]!.atMs < windowMs) to++;
    const spanMs = samples[to]!.atMs - samples[from]!.atMs;
    if (spanMs < windowMs || to - from < 2) continue;
    const slope = Math.abs(slopeOf(samples.slice(from, to + 1)));
    if (!(slope <= most)) most = slope;
  }
  return most;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;

function widest(samples: readonly PowerSample[]): number {
  return samples.reduce((most, { atMs }, k) => Math.max(most, atMs - (samples[k - 1]?.atMs ?? atMs)), 0);
}

/** Instant from which `level` stays at or above zero; NaN if it does not. */
function lastingCrossing(samples: readonly PowerSample[], startMs: number, level: (powerW: number) => number): number {
  const from = settledIndex(samples, (powerW) => level(powerW) >= 0);
  return from >= samples.length ? Number.NaN : crossingAt(samples, from, startMs, level);
}

function firstCrossing(samples: readonly PowerSample[], startMs: number, level: (powerW: number) => number): number {
  const from = samples.findIndex(({ powerW }) => level(powerW) >= 0);
  return from < 0 ? Number.NaN : crossingAt(samples, from, startMs, level);
}

function crossingAt(
  samples: readonly PowerSample[],
  at: number,
  startMs: number,
  level: (powerW: number) => number,
): number {
  const here = samples[at]!;
  const before = samples[at - 1];
  if (before === undefined) return Math.max(startMs, here.atMs);
  const [low, high] = [level(before.powerW), level(here.powerW)];
  return before.atMs + ((here.atMs - before.atMs) * -low) / (high - low);
}

/** First index from which every sample fits; the length if the last one does not. */
function settledIndex(samples: readonly PowerSample[], fits: (powerW: number) => boolean): number {
  let from = samples.length;
  while (from > 0 && fits(samples[from - 1]!.powerW)) from--;
  return from;
}

/** Overshoot begins once the power has arrived: what it did on its way is not beyond anything. */
function firstBeyond(samples: readonly PowerSample[], share: (powerW: number) => number): number {
  const at = samples.findIndex(({ powerW }) => share(powerW) >= ARRIVED);
  return at < 0 ? samples.length : at;
}

function slopeOf(samples: readonly PowerSample[]): number {
  const t = samples.map(({ atMs }) => atMs / 1000);
  const [tMean, pMean] = [mean(t), mean(samples.map(({ powerW }) => powerW))];
  let [top, bottom] = [0, 0];
  samples.forEach(({ powerW }, k) => {
    top += (t[k]! - tMean) * (powerW - pMean);
    bottom += (t[k]! - tMean) ** 2;
  });
  return top / bottom;
}
