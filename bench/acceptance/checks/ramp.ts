/** Does the power follow a slow change of the setpoint as it follows a step? */
import { target } from '../../devices/power-window.js';
import { type Check, takesNoSetpoint } from '../check.js';
import { drawPower, watts } from '../evaluate-step.js';
import { type Figure, judge } from '../figure.js';
import type { PowerSample } from '../step-response.js';
import { control, targets } from '../test-powers.js';

const STAIRS = 10;
const STAIR_MS = 2000;
/** The slope is measured over the middle of the ramp, where start and end do not bend it. */
const FROM_SHARE = 0.2;
const TO_SHARE = 0.8;
const SLOPE_TOLERANCE_RATIO = 0.2;

export const ramp: Check = {
  id: 'ramp',
  title: 'Ramp',
  question: 'Does the power follow a ramp of setpoints at the commanded slope, and how far behind?',
  method: `${STAIRS} setpoints ${STAIR_MS / 1000} s apart from rest to the test power; the slope of the power between 20 % and 80 % of the way, and its lag at half the way.`,
  needs: ['effect'],
  notApplicable: (declared) =>
    takesNoSetpoint(declared) ??
    (declared.control!.meaning !== 'target'
      ? 'a limit may be followed at any slope; the time in which it must be obeyed is judged by effect'
      : undefined),
  estimateS: ({ control: c }) => (STAIRS * STAIR_MS) / 1000 + 2 * (c?.effectWithin.value ?? 0),
  async run(bench) {
    const { rig, signal, instrument } = bench;
    const c = control(bench);
    const { charge, discharge } = targets(bench);
    const toW = discharge ?? charge;
    if (toW === undefined) {
      const text = 'no power is left that could be ramped to';
      return { summary: `Not tested: ${text}.`, figures: [], findings: [{ verdict: 'inconclusive', text }] };
    }
    await rig.moveTo(target(0), signal);
    await rig.watch({ forMs: c.effectWithin.value * 1000, signal, hold: target(0) });
    const startMs = rig.clock.nowMs();
    const commands: PowerSample[] = [];
    for (let k = 1; k <= STAIRS; k++) {
      const powerW = Math.round((toW * k) / STAIRS);
      bench.doing(
        `ramp to ${watts(toW)}, now ${watts(powerW)}`,
        ((STAIRS - k) * STAIR_MS) / 1000 + c.effectWithin.value,
      );
      const { fromMs } = await rig.command(target(powerW), signal);
      commands.push({ atMs: fromMs, powerW });
      await rig.watch({ forMs: Math.max(0, startMs + k * STAIR_MS - rig.clock.nowMs()), signal });
    }
    await rig.watch({ forMs: c.effectWithin.value * 1000, signal, hold: target(toW) });
    const samples = rig.powerSince(startMs);
    const wanted = slope(commands, toW);
    const measured = slope(samples, toW);
    const samplingS = rig.samplePeriodMs / 1000;
    const common = { source: instrument.title, atUs: bench.us(startMs) };
    const figures: Figure[] = [
      judge(
        {
          id: 'slope-error',
          title: `Slope against ${Math.round(wanted.wattsPerSecond)} W/s commanded`,
          value: (100 * (measured.wattsPerSecond - wanted.wattsPerSecond)) / wanted.wattsPerSecond,
          unit: '%',
          // One sampling interval at either end of the stretch that the slope is taken over.
          uncertainty: (100 * samplingS) / (wanted.untilS - wanted.fromS),
          ...common,
        },
        {
          sense: 'within',
          limit: 100 * SLOPE_TOLERANCE_RATIO,
          limitSource: `default of the catalogue: ${100 * SLOPE_TOLERANCE_RATIO} %`,
        },
      ),
      judge(
        {
          id: 'lag',
          title: 'Lag behind the setpoint, half way',
          value: measured.middleS - wanted.middleS,
          unit: 's',
          uncertainty: samplingS,
          ...common,
        },
        { sense: 'at most', limit: c.effectWithin.value, limitSource: c.effectWithin.source },
      ),
    ];
    const plot = drawPower(bench, `Ramp to ${watts(toW)}`, startMs - 2000, startMs);
    await rig.moveTo(target(0), signal);
    return {
      summary: Number.isFinite(measured.wattsPerSecond)
        ? `Commanded ${Math.round(wanted.wattsPerSecond)} W/s, measured ${Math.round(measured.wattsPerSecond)} W/s, ${(measured.middleS - wanted.middleS).toFixed(1)} s behind.`
        : `Commanded ${Math.round(wanted.wattsPerSecond)} W/s; the slope of the power could not be resolved with a sample every ${samplingS.toFixed(1)} s.`,
      figures,
      plots: [plot],
    };
  },
};

/** The way from 20 % to 80 % of a power: when it began and ended, and its middle; NaN if it was not gone. */
function slope(
  samples: readonly PowerSample[],
  toW: number,
): { readonly wattsPerSecond: number; readonly middleS: number; readonly fromS: number; readonly untilS: number } {
  const at = (share: number): number => {
    const k = samples.findIndex(({ powerW }) => powerW / toW >= share);
    if (k < 0) return Number.NaN;
    const [a, b] = [samples[k - 1], samples[k]!];
    if (a === undefined) return b.atMs / 1000;
    return (a.atMs + ((b.atMs - a.atMs) * (share * toW - a.powerW)) / (b.powerW - a.powerW)) / 1000;
  };
  const [fromS, untilS] = [at(FROM_SHARE), at(TO_SHARE)];
  return {
    wattsPerSecond: (Math.abs(toW) * (TO_SHARE - FROM_SHARE)) / (untilS - fromS),
    middleS: at((FROM_SHARE + TO_SHARE) / 2),
    fromS,
    untilS,
  };
}
