/** Is the output of a grid player open when it was switched off, and does it begin again with a grid as it should be? */
import { type Check, playsNothing } from '../check.js';
import { type Figure, judge } from '../figure.js';
import { apart, figureOfOpenOutput, figuresOfTerminals, player, playTo } from '../grid-play.js';

const OFF_MS = 3000;
/** What stored energy in filters may still show. */
const DISCHARGE_MS = 1000;
const SAME_V = 0.1;

export const outputOff: Check = {
  id: 'output-off',
  title: 'Output off',
  question: 'Switched off, is the output open, and does it begin with the nominal grid when it is switched on again?',
  method:
    'Off while it plays three different voltages; its terminals are measured, not only asked; then the same voltages are asked for again.',
  needs: ['played-voltage'],
  notApplicable: playsNothing,
  estimateS: () => 15,
  async run(bench) {
    const { rig, signal, declared } = bench;
    const p = player(bench);
    const goal = apart(p);
    await playTo(bench, goal, 'Before it is switched off');
    const fromMs = rig.clock.nowMs();
    bench.doing('switching the output off', declared.budgetMs / 1000);
    await rig.switchOff(signal);
    const offMs = rig.clock.nowMs();
    bench.note('output off');
    await rig.watch({ forMs: OFF_MS, signal });
    const figures: Figure[] = [
      judge(
        {
          id: 'off-within',
          title: 'Switched off, and seen to be open, within',
          value: (offMs - fromMs) / 1000 / rig.speed,
          unit: 's',
          source: bench.own.title,
          atUs: bench.us(offMs),
        },
        {
          sense: 'at most',
          limit: declared.budgetMs / 1000,
          limitSource: `profile ${declared.profile}, timing.budgetMs: that of the emergency stop`,
        },
      ),
      figureOfOpenOutput(
        bench,
        offMs + DISCHARGE_MS,
        'open-output',
        'Highest voltage on its terminals while it is off',
      ),
    ];
    const first = await rig.play(goal, signal);
    figures.push(
      judge(
        {
          id: 'begins-nominal',
          title: 'Switched on again: first voltage, from nominal',
          value: Math.max(...first.voltageV.slice(0, p.phases).map((v, k) => Math.abs(v - p.nominal.voltageV[k]!))),
          unit: 'V',
          source: `set registers of ${bench.own.id}, read back`,
          atUs: bench.us(rig.clock.nowMs()),
        },
        { sense: 'at most', limit: SAME_V, limitSource: 'a device under test meets the nominal grid first' },
      ),
    );
    const { findings, confirmed } = await playTo(bench, goal, 'After it was switched on');
    if (confirmed !== undefined) figures.push(...figuresOfTerminals(bench, confirmed, 'Switched on again'));
    const bad = [...findings, ...figures].filter(({ verdict }) => verdict === 'fail');
    return {
      summary:
        bad.length === 0
          ? 'Off is an open output, and on begins with the nominal grid.'
          : 'Its output is not what it says.',
      figures,
      findings,
    };
  },
};
