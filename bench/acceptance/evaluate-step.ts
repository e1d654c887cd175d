/** One step of the setpoint: commanded, watched, drawn and judged. Shared by every check that moves the power. */
import type { PowerWindow } from '../devices/power-window.js';
import type { Bench, ResponsePlot } from './check.js';
import { bandAt, type DeclaredControl, deviation } from './declared.js';
import { type Figure, judge, report } from './figure.js';
import type { Command } from './rig.js';
import { type StepResponse, stepResponse } from './step-response.js';
import { control, safeWindow } from './test-powers.js';

/** Watched on after the time in which the device must have settled: what is accepted and then drops back is seen. */
const AFTER_MS = 3000;
const STEADY_SAMPLES_MIN = 3;
const REST_SAMPLES = 5;
/** Shown before the command. */
const BEFORE_MS = 2000;

export interface Step {
  readonly name: string;
  readonly window: PowerWindow;
  /** Setpoint that the power is held against, W. */
  readonly toW: number;
}

export interface SteppedPower {
  readonly command: Command;
  readonly response: StepResponse;
  readonly plot: ResponsePlot;
}

export const watchedS = ({ effectWithin }: DeclaredControl): number => effectWithin.value + AFTER_MS / 1000;

/** Commands a window and samples until the declared time of effect and a little more is over. */
export async function performStep(bench: Bench, step: Step): Promise<SteppedPower> {
  const { rig, signal } = bench;
  const c = control(bench);
  const fromW = rig.power.at(-1)?.powerW ?? Number.NaN;
  const startMs = rig.clock.nowMs();
  const command = await rig.moveTo(step.window, signal);
  const forMs = watchedS(c) * 1000;
  bench.doing(`${step.name}: ${watts(step.toW)} commanded, watching the power`, forMs / 1000);
  await rig.watch({ forMs, signal, hold: step.window });
  const bandW = bandAt(c, step.toW);
  const response = stepResponse(rig.powerSince(command.fromMs), {
    commandMs: command.fromMs,
    fromW,
    toW: step.toW,
    bandW,
    meaning: c.meaning,
  });
  const plot = drawPower(bench, step.name, Math.min(startMs, command.fromMs) - BEFORE_MS, command.fromMs, [
    { atMs: command.fromMs + c.effectWithin.value * 1000, text: `${c.effectWithin.value} s` },
  ]);
  const band = {
    fromS: c.effectWithin.value,
    minimumW: c.meaning === 'ceiling' ? Math.min(0, step.toW) : step.toW - bandW,
    maximumW: c.meaning === 'floor' ? Math.max(0, step.toW) : step.toW + bandW,
  };
  return { command, response, plot: { ...plot, band } };
}

/** To the safe setpoint, and on when the power is there: every check begins where it can be seen to begin. */
export async function rest(bench: Bench): Promise<void> {
  const { rig, signal } = bench;
  const c = control(bench);
  const window = safeWindow(bench);
  const { fromMs } = await rig.moveTo(window, signal);
  const forMs = c.effectWithin.value * 1000;
  bench.doing(`to the safe setpoint of ${watts(c.safeSetpointW)}`, forMs / 1000);
  const there = (): boolean => {
    const last = rig.powerSince(fromMs).slice(-REST_SAMPLES);
    const inside = last.filter(
      ({ powerW }) => Math.abs(deviation(c.meaning, powerW, c.safeSetpointW)) <= bandAt(c, c.safeSetpointW),
    );
    return inside.length === REST_SAMPLES;
  };
  await rig.watch({ forMs, signal, hold: window, until: there });
}

/** Settling, overshoot and steady error against what is declared; delay and rise beside them. */
export function figuresOfStep(bench: Bench, step: Step, { command, response }: SteppedPower, fromW: number): Figure[] {
  const { instrument } = bench;
  const c = control(bench);
  const bandW = bandAt(c, step.toW);
  const atUs = bench.us(command.fromMs);
  const uncertaintyW = instrument.uncertaintyW(step.toW);
  const common = { source: instrument.title, atUs };
  const id = (what: string): string => `${step.name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.${what}`;
  const bandSource = `profile ${bench.declared.profile}, effect.bandW + effect.bandRatio × |setpoint|`;
  const stepW = step.toW - fromW;
  const settling = judge(
    {
      id: id('settling'),
      title: `${step.name}: inside ±${Math.round(bandW)} W for good`,
      value: response.settlingS,
      unit: 's',
      uncertainty: response.samplingS,
      ...common,
      explanation: Number.isFinite(response.settlingS)
        ? ''
        : `The power did not come to ${watts(step.toW)}: ${watts(response.finalW)} after ${watchedS(c)} s.`,
    },
    { sense: 'at most', limit: c.effectWithin.value, limitSource: c.effectWithin.source },
  );
  // Never inside the band is no doubt: the device had all of its time, and the instrument says where it stayed.
  const away = Math.abs(deviation(c.meaning, response.finalW, step.toW)) > bandW + uncertaintyW;
  const arrived = Number.isFinite(response.settlingS);
  const figures = [arrived || !away ? settling : { ...settling, verdict: 'fail' as const }];
  if (!arrived) return figures;
  figures.push(
    report({
      id: id('delay'),
      title: `${step.name}: delay to 10 %`,
      value: response.delayS,
      unit: 's',
      uncertainty: response.samplingS,
      ...common,
    }),
    report({
      id: id('rise'),
      title: `${step.name}: rise from 10 % to 90 %`,
      value: response.riseS,
      unit: 's',
      uncertainty: response.samplingS,
      ...common,
    }),
  );
  const overshoot = {
    id: id('overshoot'),
    title: `${step.name}: overshoot`,
    value: response.overshootW,
    unit: 'W',
    uncertainty: uncertaintyW,
    ...common,
  };
  const { overshootRatio } = c;
  figures.push(
    overshootRatio === undefined
      ? report({ ...overshoot, explanation: 'The profile declares no largest overshoot.' })
      : judge(overshoot, {
          sense: 'at most',
          limit: Math.max(bandW, overshootRatio.value * Math.abs(stepW)),
          limitSource: `${overshootRatio.source} of the step, at least the band`,
        }),
  );
  const enough = response.steadySamples >= STEADY_SAMPLES_MIN;
  figures.push(
    judge(
      {
        id: id('steady-error'),
        title: `${step.name}: steady error`,
        value: enough ? response.steadyErrorW : Number.NaN,
        unit: 'W',
        uncertainty: uncertaintyW,
        ...common,
        explanation: enough ? '' : `Only ${response.steadySamples} samples after settling.`,
      },
      { sense: 'within', limit: bandW, limitSource: bandSource },
    ),
  );
  return figures;
}

/** The power of a stretch, by every instrument that saw it, with what was commanded. */
export function drawPower(
  bench: Bench,
  title: string,
  fromMs: number,
  zeroMs: number,
  marks: readonly { readonly atMs: number; readonly text: string }[] = [],
): ResponsePlot {
  const { rig, instrument, own } = bench;
  const seconds = (ms: number): number => Number(((ms - zeroMs) / 1000).toFixed(3));
  const line = (label: string, samples: readonly { readonly atMs: number; readonly powerW: number }[]) => {
    const shown = samples.filter(({ atMs }) => atMs >= fromMs);
    return {
      label,
      timeS: shown.map(({ atMs }) => seconds(atMs)),
      powerW: shown.map(({ powerW }) => Number(powerW.toFixed(1))),
    };
  };
  const lines = [line(own.short, rig.own), ...(instrument.independent ? [line(instrument.short, rig.meter)] : [])];
  const before = rig.commands.findLastIndex(({ fromMs: at }) => at <= fromMs);
  return {
    title,
    zeroUs: bench.us(zeroMs),
    fromS: seconds(fromMs),
    untilS: seconds(rig.clock.nowMs()),
    lines,
    windows: rig.commands.slice(Math.max(0, before)).map(({ window, fromMs: at }) => ({
      fromS: seconds(at),
      minimumW: window.minimumW,
      maximumW: window.maximumW,
    })),
    marks: marks.map(({ atMs, text }) => ({ atS: seconds(atMs), text })),
  };
}

export const watts = (powerW: number): string => (Number.isFinite(powerW) ? `${Math.round(powerW)} W` : 'no power');
