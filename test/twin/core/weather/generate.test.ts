import { describe, expect, it } from 'vitest';
import { daysFromCivil } from '../../../../twin/core/base/civil.js';
import { alongMonths, nodesWithMeans } from '../../../../twin/core/weather/climate.js';
import { generateDays, generateRows } from '../../../../twin/core/weather/generate.js';
import { dayMinutes } from '../../../../twin/core/weather/reconstruct.js';
import { deviation, holds, isJudged } from '../../../fidelity/figure.js';
import { weatherSection } from '../../../fidelity/weather.js';

const FIRST = daysFromCivil(2001, 1, 1);

describe('generated weather', () => {
  it('is a function of seed and day, whatever part of it is asked for', () => {
    const all = generateRows(7, FIRST, 800);
    expect(generateRows(7, FIRST + 300, 10)).toEqual(all.slice(300, 310));
    expect(generateRows(8, FIRST, 10)).not.toEqual(all.slice(0, 10));
    // Across the end of a block.
    const edge = daysFromCivil(2021, 1, 1);
    const across = generateRows(7, edge - 3, 6);
    expect(across.map((row) => row.date)).toEqual([20201229, 20201230, 20201231, 20210101, 20210102, 20210103]);
    expect(across[5]).toEqual(generateRows(7, edge + 2, 1)[0]);
  });

  it('keeps the months for other seeds, and for twenty years that begin anywhere', () => {
    for (const [seed, year] of [
      [2, 2001],
      [3, 2021],
      [4, 2041],
    ] as const) {
      const missed = weatherSection(seed, year).figures.filter((figure) => isJudged(figure) && !holds(figure));
      expect(missed.map((figure) => `${seed}: ${figure.what} ${figure.ours}`)).toEqual([]);
    }
    // Between two blocks nothing is centred: one figure in twenty may miss.
    const between = weatherSection(5, 2009).figures.filter((figure) => isJudged(figure) && !holds(figure));
    expect(between.length).toBeLessThanOrEqual(3);
  });

  it('scatters as the record does: cold and mild Januaries, dark and bright Junes', () => {
    const januaries: number[] = [];
    const junes: number[] = [];
    for (let year = 2001; year <= 2020; year++) {
      const january = generateRows(1, daysFromCivil(year, 1, 1), 31);
      januaries.push(january.reduce((sum, row) => sum + row.tg / 310, 0));
      const june = generateRows(1, daysFromCivil(year, 6, 1), 30);
      junes.push(june.reduce((sum, row) => sum + (row.q * 2.7778) / 1000, 0));
    }
    // De Bilt 2001-2020: 2.0 K and 13.5 kWh/m².
    expect(deviation(januaries)).toBeGreaterThan(1.3);
    expect(deviation(januaries)).toBeLessThan(2.8);
    expect(deviation(junes)).toBeGreaterThan(9);
    expect(deviation(junes)).toBeLessThan(19);
  });

  it('gives days that can be: extremes around the mean, light that a sky can send, minutes with that mean', () => {
    const days = generateDays(11, FIRST, 366);
    for (const [d, day] of days.entries()) {
      expect(day.minimumC).toBeLessThanOrEqual(day.meanC);
      expect(day.meanC).toBeLessThanOrEqual(day.maximumC);
      expect(day.globalWhPerM2).toBeGreaterThan(0);
      expect(day.globalWhPerM2).toBeLessThan(9200);
      expect(day.windMPerS).toBeLessThan(20);
      if (d % 10 !== 0) continue;
      const minutes = dayMinutes(days, d, 52.1, 5.18);
      let sum = 0;
      for (let m = 0; m < 1440; m++) sum += minutes[4 * m]! / 1440;
      expect(Math.abs(sum - day.meanC)).toBeLessThan(0.1);
    }
  });
});

describe('curves through months', () => {
  it('have the mean of every month', () => {
    const means = [4, 4, 6, 10, 14, 17, 18, 18, 15, 11, 7, 4];
    const nodes = nodesWithMeans(means);
    for (let m = 0; m < 12; m++) {
      const first = daysFromCivil(2011, m + 1, 1);
      const count = (m === 11 ? daysFromCivil(2012, 1, 1) : daysFromCivil(2011, m + 2, 1)) - first;
      let sum = 0;
      for (let d = 0; d < count; d++) sum += alongMonths(nodes, first + d) / count;
      expect(Math.abs(sum - means[m]!)).toBeLessThan(0.01);
    }
  });
});
