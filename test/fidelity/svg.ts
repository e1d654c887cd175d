/** A line chart as SVG text: enough to see a shape and to compare it with another. */
import type { Chart } from './figure.js';

/** Without the names of the lines at its right. */
const PLOT_WIDTH = 680;
const LETTER = 7;
const HEIGHT = 320;
const LEFT = 64;
const TOP = 34;
const BOTTOM = 42;
const COLOURS = ['#0b5fff', '#d1495b', '#2a9d5c', '#b07d00', '#7b4fa3', '#4a4a4a'];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough)!;
  const found: number[] = [];
  for (let t = Math.ceil(low / step) * step; t <= high + step / 1e6; t += step) found.push(Number(t.toPrecision(10)));
  return found;
}

export function lineChart(chart: Chart): string {
  const right = 20 + LETTER * Math.max(...chart.lines.map(({ name }) => name.length));
  const width = PLOT_WIDTH + right;
  const all = chart.lines.flatMap((line) => line.y.filter((y) => Number.isFinite(y)));
  const low = Math.min(0, ...all);
  const high = Math.max(...all, low + 1e-9);
  const x0 = chart.x[0]!;
  const x1 = chart.x.at(-1)!;
  const px = (x: number): number => LEFT + ((x - x0) / (x1 - x0)) * (width - LEFT - right);
  const py = (y: number): number => HEIGHT - BOTTOM - ((y - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const grid = ticks(low, high).map(
    (t) =>
      `<line x1="${LEFT}" x2="${width - right}" y1="${py(t).toFixed(1)}" y2="${py(t).toFixed(1)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 6}" y="${(py(t) + 4).toFixed(1)}" text-anchor="end">${t}</text>`,
  );
  const across = ticks(x0, x1).map(
    (t) => `<text x="${px(t).toFixed(1)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${t}</text>`,
  );
  const lines = chart.lines.map((line, l) => {
    const colour = COLOURS[l % COLOURS.length];
    const points = line.y.map((y, i) => `${px(chart.x[i]!).toFixed(1)},${py(y).toFixed(1)}`).join(' ');
    return (
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.6"/>` +
      `<text x="${width - right + 10}" y="${TOP + 8 + 17 * l}" fill="${colour}">${escaped(line.name)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-size="14" font-weight="bold">${escaped(chart.title)}</text>`,
    ...grid,
    ...across,
    `<text x="${(LEFT + width - right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(chart.xLabel)}</text>`,
    `<text x="14" y="${HEIGHT / 2}" transform="rotate(-90 14 ${HEIGHT / 2})" text-anchor="middle">${escaped(chart.yLabel)}</text>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
