/** Every judged figure of the report, as a test. The targets are those of the report: the same code makes both. */
import { describe, expect, it } from 'vitest';
import { holds, isJudged } from './figure.js';
import { SECTIONS } from './sections.js';
import { lineChart } from './svg.js';

describe('fidelity', () => {
  it.each(SECTIONS.map((make, s) => [s + 1, make] as const))(
    'section %i meets the published figures',
    (_, make) => {
      const { title, figures, charts } = make(true);
      const missed = figures
        .filter((figure) => !holds(figure))
        .map((figure) => `${title}: ${figure.what}: ${figure.ours} ${figure.unit}, wanted ${figure.target}`);
      expect(missed).toEqual([]);
      expect(figures.filter(isJudged).length).toBeGreaterThan(0);
      for (const figure of figures) expect(Number.isFinite(figure.ours), figure.what).toBe(true);
      for (const chart of charts) {
        expect(lineChart(chart)).toMatch(/^<svg /);
        for (const line of chart.lines) expect(line.y).toHaveLength(chart.x.length);
      }
    },
    // A minute of processor time on a quiet machine; a busy one takes several.
    300_000,
  );
});
