/** Does a grid player play what it is told: each phase by itself, and the frequency? */
import type { PlayedGrid } from '../../devices/driver.js';
import { type Check, playsNothing } from '../check.js';
import type { Figure } from '../figure.js';
import { apart, figuresOfTerminals, player, playTo, text } from '../grid-play.js';

/** Of the nominal voltage; inside EN 50160 (± 10 %), so that no device under test has to trip. */
const STEP_RATIO = 0.04;
const STEP_HZ = 0.2;

export const playedVoltage: Check = {
  id: 'played-voltage',
  title: 'Voltages and frequency played',
  question:
    'Does it hold the voltages and the frequency that it is told, and are they on its terminals, phase by phase?',
  method:
    'Steps inside EN 50160, also with three different voltages at once; what it confirms is read back, what it plays is measured.',
  needs: ['read-sanity'],
  notApplicable: playsNothing,
  estimateS: () => 25,
  async run(bench) {
    const p = player(bench);
    const { voltageV, frequencyHz } = p.nominal;
    const at = (ratio: number, hz: number): PlayedGrid => ({
      voltageV: voltageV.map((v) => v * ratio) as [number, number, number],
      frequencyHz: frequencyHz + hz,
    });
    const steps: readonly (readonly [string, PlayedGrid])[] = [
      ['Three voltages', apart(p)],
      ['Low', at(1 - STEP_RATIO, -STEP_HZ)],
      ['High', at(1 + STEP_RATIO, STEP_HZ)],
      ['Nominal', p.nominal],
    ];
    const figures: Figure[] = [];
    for (const [name, goal] of steps) {
      const { findings, confirmed } = await playTo(bench, goal, name);
      if (findings.length > 0 || confirmed === undefined)
        return { summary: 'It does not hold what it is told.', figures, findings };
      figures.push(...figuresOfTerminals(bench, confirmed, name));
    }
    const bad = figures.filter(({ verdict }) => verdict === 'fail');
    return {
      summary:
        bad.length === 0
          ? `It plays what it is told: ${steps.map(([, goal]) => text(goal)).join('; ')}.`
          : `What it confirms is not on its terminals: ${bad[0]!.title}.`,
      figures,
    };
  },
};
