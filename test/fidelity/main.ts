/**
 * `npm run fidelity`: the models of the wijk beside published Dutch figures. Prints target, tolerance, source and ours,
 * and draws the shapes. Exit code 1 if a figure misses its target.
 *
 *   npm run fidelity                         prints, and writes SVGs to runs/fidelity
 *   npm run fidelity -- --json               for machines
 *   npm run fidelity -- --output /tmp/shapes another folder
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, holds, isJudged } from './figure.js';
import { SECTIONS } from './sections.js';
import { lineChart } from './svg.js';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, output: { type: 'string', default: join('runs', 'fidelity') } },
});
mkdirSync(values.output, { recursive: true });

function line(figure: Figure): string {
  const verdict = isJudged(figure) ? (holds(figure) ? 'ok  ' : 'MISS') : '    ';
  const digits = figure.digits ?? 1;
  const number = digits > 6 ? figure.ours.toExponential(1) : figure.ours.toFixed(digits);
  const ours = `${number} ${figure.unit}`;
  const source = figure.source === '' ? '' : `  [${figure.mark}: ${figure.source}]`;
  return `${verdict} ${figure.what.padEnd(52)} ${ours.padStart(16)}   ${figure.target}${source}`;
}

const answer: { title: string; figures: (Figure & { holds: boolean | null })[] }[] = [];
let judged = 0;
let missed = 0;
for (const section of SECTIONS) {
  const began = performance.now();
  const { title, figures, charts } = section(false);
  judged += figures.filter(isJudged).length;
  missed += figures.filter((figure) => !holds(figure)).length;
  for (const chart of charts) writeFileSync(join(values.output, `${chart.name}.svg`), lineChart(chart));
  answer.push({
    title,
    figures: figures.map((figure) => ({ ...figure, holds: isJudged(figure) ? holds(figure) : null })),
  });
  if (values.json) continue;
  process.stdout.write(`\n${title} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
  for (const figure of figures) process.stdout.write(`${line(figure)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
else process.stdout.write(`\n${judged - missed} of ${judged} figures hold; shapes in ${values.output}\n`);
process.exitCode = missed > 0 ? 1 : 0;
