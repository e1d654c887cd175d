/** Is a grid player kept inside what the profile allows, and does it get there no faster than it allows? */
import type { PlayedGrid } from '../../devices/driver.js';
import { type Check, type Finding, playsNothing } from '../check.js';
import { type Figure, judge } from '../figure.js';
import { bounded, figuresOfTerminals, type Move, player, playTo, text } from '../grid-play.js';

/** Asked for so far beyond the limit. */
const BEYOND_RATIO = 0.05;
/** Steps are timed by their confirmation, which takes a moment that is not always the same. */
const SLEW_RATIO = 1.05;

export const playedLimits: Check = {
  id: 'played-limits',
  title: 'Limits and slew of what is played',
  question: 'Asked for more than is allowed, does it stop at the limit, and how fast does it get there?',
  method: `${100 * BEYOND_RATIO} % beyond the highest and below the lowest voltage and frequency of the profile is asked for.`,
  needs: ['played-voltage'],
  notApplicable: playsNothing,
  estimateS: ({ player: p }) =>
    p === undefined ? 0 : (3 * (p.limits.voltageV.maximum - p.limits.voltageV.minimum)) / p.slewVPerS.value + 20,
  async run(bench) {
    const p = player(bench);
    const { voltageV: v, frequencyHz: f } = p.limits;
    const all = (volts: number, hz: number): PlayedGrid => ({ voltageV: [volts, volts, volts], frequencyHz: hz });
    const beyond = 1 + BEYOND_RATIO;
    const moves: readonly (readonly [string, PlayedGrid])[] = [
      ['Highest', all(v.maximum * beyond, f.maximum * beyond)],
      ['Lowest', all(v.minimum / beyond, f.minimum / beyond)],
      ['Back to nominal', p.nominal],
    ];
    const figures: Figure[] = [];
    const findings: Finding[] = [];
    for (const [name, goal] of moves) {
      const move = await playTo(bench, goal, name);
      findings.push(...move.findings);
      if (move.findings.length > 0 || move.confirmed === undefined) break;
      figures.push(...slewFigures(bench, name, move), ...figuresOfTerminals(bench, bounded(p, goal), name));
    }
    const bad = [...findings, ...figures].filter(({ verdict }) => verdict === 'fail');
    return {
      summary:
        bad.length === 0
          ? `It stops at ${text(all(v.maximum, f.maximum))} and at ${text(all(v.minimum, f.minimum))}, and slews no faster than declared.`
          : 'It is not kept inside its limits.',
      figures,
      findings,
    };
  },
};

function slewFigures(bench: Parameters<Check['run']>[0], name: string, move: Move): Figure[] {
  const { from, confirmed, fromMs, arrivedMs } = move;
  const p = player(bench);
  if (from === undefined || confirmed === undefined || !(arrivedMs > fromMs)) return [];
  const seconds = (arrivedMs - fromMs) / 1000;
  const volts = Math.max(...from.voltageV.slice(0, p.phases).map((v, k) => Math.abs(confirmed.voltageV[k]! - v)));
  const common = {
    source: `set registers of ${bench.own.id}, read back`,
    atUs: bench.us(arrivedMs),
  };
  const slew = (id: string, title: string, value: number, unit: string, promised: typeof p.slewVPerS): Figure =>
    judge(
      { id: `${name.replaceAll(' ', '-').toLowerCase()}.${id}`, title: `${name}: ${title}`, value, unit, ...common },
      { sense: 'at most', limit: SLEW_RATIO * promised.value, limitSource: `${promised.source}, and 5 % of timing` },
    );
  return [
    slew('slew-voltage', 'mean slew of the voltage', volts / seconds, 'V/s', p.slewVPerS),
    slew(
      'slew-frequency',
      'mean slew of the frequency',
      Math.abs(confirmed.frequencyHz - from.frequencyHz) / seconds,
      'Hz/s',
      p.slewHzPerS,
    ),
  ];
}
