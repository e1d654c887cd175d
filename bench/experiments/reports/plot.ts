/**
 * Plots over time as inline SVG: no script, no font and no image from elsewhere, sharp on paper.
 *
 * A plot is a list of layers on one time axis and one value axis. Values are numbers in the unit of the axis; null and
 * NaN are gaps.
 */
import { formatClock, formatDateClock, secondOfDay } from '../civil-time.js';
import { escapeHtml, Html } from './html.js';

type Value = number | null;

export type Layer =
  /** A line through the middles of equal intervals, or through instants; a band between `low` and `high` if given. */
  | {
      readonly kind: 'line';
      readonly timeUs: readonly number[];
      readonly mean: readonly Value[];
      readonly low?: readonly Value[];
      readonly high?: readonly Value[];
      readonly color: string;
      readonly label?: string;
      readonly thin?: boolean;
      readonly dashed?: boolean;
      readonly instants?: boolean;
    }
  /** One bar per interval, from zero, in its own colour. */
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly color: string; readonly label?: string }
  /** A level per interval, joined as steps. */
  | {
      readonly kind: 'steps';
      readonly bars: readonly Bar[];
      readonly color: string;
      readonly label?: string;
      readonly dashed?: boolean;
    }
  /** An area between two levels per interval. */
  | { readonly kind: 'range'; readonly ranges: readonly Range[]; readonly color: string; readonly label?: string }
  /** Areas on top of each other: what is above zero upwards, what is below zero downwards. */
  | { readonly kind: 'stack'; readonly timeUs: readonly number[]; readonly parts: readonly Part[] }
  | {
      readonly kind: 'level';
      readonly value: number;
      readonly color: string;
      readonly label?: string;
      readonly text?: string;
    };

export interface Bar {
  readonly fromUs: number;
  readonly untilUs: number;
  readonly value: Value;
  readonly color?: string;
}

export interface Range {
  readonly fromUs: number;
  readonly untilUs: number;
  readonly low: Value;
  readonly high: Value;
}

export interface Part {
  readonly values: readonly Value[];
  readonly color: string;
  readonly label: string;
}

export interface Plot {
  readonly title: string;
  readonly unit: string;
  readonly fromUs: number;
  readonly untilUs: number;
  /** `elapsed`: seconds from 0 on instead of local time. */
  readonly axis?: 'civil' | 'elapsed';
  readonly layers: readonly Layer[];
  /** Value axis reaches at least this far. */
  readonly include?: readonly number[];
  /** Value axis spans at least this much, so that a line that stands still looks like it. */
  readonly spanMin?: number;
  /** Instants worth a vertical line, with a word. */
  readonly marks?: readonly { readonly us: number; readonly text: string }[];
  readonly height?: number;
  readonly width?: number;
}

const MARGIN = { left: 44, right: 26, top: 12, bottom: 24 };
const INK = '#3b4854';
const GRID = '#e3e8ed';

const isNumber = (value: Value | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

export function plot(spec: Plot): Html {
  const width = spec.width ?? 960;
  const height = spec.height ?? 250;
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const axis = valueAxis([...spec.layers.flatMap(valuesOf), ...(spec.include ?? [])], spec.spanMin ?? 0);
  const x = (us: number) => MARGIN.left + ((us - spec.fromUs) / (spec.untilUs - spec.fromUs)) * inner.width;
  const y = (value: number) => MARGIN.top + ((axis.high - value) / (axis.high - axis.low)) * inner.height;
  const scale: Scale = { x, y, zero: y(Math.min(Math.max(0, axis.low), axis.high)) };
  const bottom = MARGIN.top + inner.height;
  const out: string[] = [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(spec.title)}" xmlns="http://www.w3.org/2000/svg">`,
  ];
  for (const tick of axis.ticks) {
    const at = round(y(tick));
    out.push(
      `<line x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${at}" y2="${at}" stroke="${tick === 0 ? '#9aa6b1' : GRID}"/>`,
      label(MARGIN.left - 7, at + 3.5, axisNumber(tick, axis.step), 'end'),
    );
  }
  const ticksOf = spec.axis === 'elapsed' ? elapsedTicks : timeTicks;
  for (const tick of ticksOf(spec.fromUs, spec.untilUs, Math.floor(inner.width / PIXELS_PER_TICK))) {
    const at = round(x(tick.us));
    out.push(
      `<line x1="${at}" x2="${at}" y1="${bottom}" y2="${bottom + 4}" stroke="#9aa6b1"/>`,
      label(at, bottom + 16, tick.text, 'middle'),
    );
  }
  for (const layer of spec.layers) out.push(draw(layer, scale, width));
  for (const mark of spec.marks ?? []) {
    const at = round(x(mark.us));
    const end = at > width - 150;
    out.push(
      `<line x1="${at}" x2="${at}" y1="${MARGIN.top}" y2="${bottom}" stroke="${INK}" stroke-dasharray="2 3"/>`,
      label(end ? at - 4 : at + 4, MARGIN.top + 9, mark.text, end ? 'end' : 'start'),
    );
  }
  out.push('</svg>');
  return new Html(
    `<figure><figcaption><span>${escapeHtml(spec.title)}, <b>${escapeHtml(spec.unit)}</b></span>${legend(spec.layers)}</figcaption>${out.join('')}</figure>`,
  );
}

/** One row of coloured stretches per thing: which source a slot had when. */
export function strips(spec: {
  readonly title: string;
  readonly fromUs: number;
  readonly untilUs: number;
  readonly rows: readonly {
    readonly label: string;
    readonly stretches: readonly (Bar & { readonly color: string })[];
  }[];
  readonly legend: readonly { readonly color: string; readonly label: string }[];
}): Html {
  const width = 960;
  const left = 170;
  const rowHeight = 24;
  const height = spec.rows.length * rowHeight + 34;
  const x = (us: number) => left + ((us - spec.fromUs) / (spec.untilUs - spec.fromUs)) * (width - left - MARGIN.right);
  const out = [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(spec.title)}" xmlns="http://www.w3.org/2000/svg">`,
  ];
  spec.rows.forEach((row, i) => {
    const top = 6 + i * rowHeight;
    out.push(label(left - 8, top + 12, row.label, 'end'));
    for (const stretch of row.stretches) {
      const [from, until] = [x(stretch.fromUs), x(stretch.untilUs)];
      out.push(
        `<rect x="${round(from)}" y="${top}" width="${round(Math.max(until - from, 0.6))}" height="${rowHeight - 8}" fill="${stretch.color}"/>`,
      );
    }
  });
  const bottom = 6 + spec.rows.length * rowHeight;
  for (const tick of timeTicks(spec.fromUs, spec.untilUs, 12))
    out.push(label(round(x(tick.us)), bottom + 14, tick.text, 'middle'));
  out.push('</svg>');
  const keys = spec.legend.map((key) => swatch(key.color, key.label)).join('');
  return new Html(
    `<figure><figcaption>${escapeHtml(spec.title)}<span class="legend">${keys}</span></figcaption>${out.join('')}</figure>`,
  );
}

interface Scale {
  readonly x: (us: number) => number;
  readonly y: (value: number) => number;
  readonly zero: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function draw(layer: Layer, scale: Scale, width: number): string {
  switch (layer.kind) {
    case 'line':
      return drawLine(layer, scale);
    case 'bars':
      return layer.bars
        .map((bar) => {
          if (!isNumber(bar.value)) return '';
          const [left, right, top] = [scale.x(bar.fromUs), scale.x(bar.untilUs), scale.y(bar.value)];
          const [high, low] = [Math.min(top, scale.zero), Math.max(top, scale.zero)];
          return `<rect x="${round(left + 0.6)}" y="${round(high)}" width="${round(Math.max(right - left - 1.2, 0.5))}" height="${round(low - high)}" fill="${bar.color ?? layer.color}"/>`;
        })
        .join('');
    case 'steps': {
      const path = layer.bars
        .map((bar, i) => {
          if (!isNumber(bar.value)) return '';
          const before = layer.bars[i - 1];
          const joined = before !== undefined && isNumber(before.value) && before.untilUs === bar.fromUs;
          return `${joined ? 'L' : 'M'}${round(scale.x(bar.fromUs))} ${round(scale.y(bar.value))}H${round(scale.x(bar.untilUs))}`;
        })
        .join('');
      return `<path d="${path}" fill="none" stroke="${layer.color}" stroke-width="2"${layer.dashed ? ' stroke-dasharray="6 4"' : ''}/>`;
    }
    case 'range':
      return layer.ranges
        .map((range) => {
          if (!isNumber(range.low) || !isNumber(range.high)) return '';
          const [left, right] = [scale.x(range.fromUs), scale.x(range.untilUs)];
          const [top, bottom] = [scale.y(range.high), scale.y(range.low)];
          return `<rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(Math.max(bottom - top, 1))}" fill="${layer.color}" shape-rendering="crispEdges"/>`;
        })
        .join('');
    case 'stack':
      return drawStack(layer, scale);
    case 'level': {
      const at = round(scale.y(layer.value));
      const line = `<line x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${at}" y2="${at}" stroke="${layer.color}" stroke-width="1.6" stroke-dasharray="6 4"/>`;
      return layer.text === undefined
        ? line
        : line + label(width - MARGIN.right - 4, at - 4, layer.text, 'end', `fill="${layer.color}"`);
    }
  }
}

/** Middles of intervals, from their starts. */
function middles(timeUs: readonly number[]): number[] {
  return timeUs.map((us, i) => {
    const step = (timeUs[i + 1] ?? us) - us || us - (timeUs[i - 1] ?? us);
    return us + step / 2;
  });
}

function drawLine(layer: Extract<Layer, { kind: 'line' }>, { x, y }: Scale): string {
  const at = layer.instants ? layer.timeUs : middles(layer.timeUs);
  let band = '';
  const { low, high } = layer;
  if (low && high) {
    band = runs(at.length, (i) => isNumber(low[i]) && isNumber(high[i]))
      .map((run) => {
        const up = run.map((i) => `${round(x(at[i]!))} ${round(y(high[i]!))}`);
        const down = [...run].reverse().map((i) => `${round(x(at[i]!))} ${round(y(low[i]!))}`);
        return `<path d="M${[...up, ...down].join('L')}Z" fill="${layer.color}" opacity="0.16"/>`;
      })
      .join('');
  }
  const path = runs(at.length, (i) => isNumber(layer.mean[i]))
    .map((run) => `M${run.map((i) => `${round(x(at[i]!))} ${round(y(layer.mean[i]!))}`).join('L')}`)
    .join('');
  return `${band}<path d="${path}" fill="none" stroke="${layer.color}" stroke-width="${layer.thin ? 1.1 : 1.8}" stroke-linejoin="round"${layer.dashed ? ' stroke-dasharray="5 3"' : ''}/>`;
}

/** Consecutive indices for which something holds. */
function runs(length: number, holds: (i: number) => boolean): number[][] {
  const found: number[][] = [];
  let current: number[] = [];
  for (let i = 0; i < length; i++) {
    if (holds(i)) current.push(i);
    else if (current.length > 0) {
      found.push(current);
      current = [];
    }
  }
  if (current.length > 0) found.push(current);
  return found;
}

function drawStack(layer: Extract<Layer, { kind: 'stack' }>, { x, y }: Scale): string {
  const at = middles(layer.timeUs);
  const base = { up: at.map(() => 0), down: at.map(() => 0) };
  return layer.parts
    .map((part) => {
      const areas = (['up', 'down'] as const).map((side) => {
        const from = [...base[side]];
        const to = from.map((start, i) => {
          const value = part.values[i];
          const here = isNumber(value) ? value : 0;
          return start + (side === 'up' ? Math.max(here, 0) : Math.min(here, 0));
        });
        base[side] = to;
        if (to.every((value, i) => value === from[i])) return '';
        const there = to.map((value, i) => `${round(x(at[i]!))} ${round(y(value))}`);
        const back = from.map((value, i) => `${round(x(at[i]!))} ${round(y(value))}`).reverse();
        return `M${[...there, ...back].join('L')}Z`;
      });
      return `<path d="${areas.join('')}" fill="${part.color}"/>`;
    })
    .join('');
}

function valuesOf(layer: Layer): number[] {
  switch (layer.kind) {
    case 'line':
      return [...layer.mean, ...(layer.low ?? []), ...(layer.high ?? [])].filter(isNumber);
    case 'bars':
      return [0, ...layer.bars.map((bar) => bar.value).filter(isNumber)];
    case 'steps':
      return layer.bars.map((bar) => bar.value).filter(isNumber);
    case 'range':
      return layer.ranges.flatMap((range) => [range.low, range.high]).filter(isNumber);
    case 'level':
      return [layer.value];
    case 'stack':
      return layer.timeUs.flatMap((_, i) => {
        const here = layer.parts.map((part) => part.values[i]).filter(isNumber);
        const sum = (side: (value: number) => number) => here.reduce((total, value) => total + side(value), 0);
        return [sum((value) => Math.max(value, 0)), sum((value) => Math.min(value, 0))];
      });
  }
}

/** Round ticks around the values: 1, 2 or 5 times a power of ten apart. */
function valueAxis(
  values: readonly number[],
  spanMin: number,
): { low: number; high: number; step: number; ticks: number[] } {
  let low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  let high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) [low, high] = [0, 1];
  const short = Math.max(spanMin - (high - low), high === low ? 2 : 0);
  [low, high] = [low - short / 2, high + short / 2];
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, step, ticks };
}

const axisNumber = (value: number, step: number): string =>
  value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9))).replace('-', '\u2212');

const TIME_STEPS_S = [
  1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];
const PIXELS_PER_TICK = 62;

/** Whole local times, no more than fit. */
function timeTicks(fromUs: number, untilUs: number, ticksMax: number): { us: number; text: string }[] {
  const spanS = (untilUs - fromUs) / 1e6;
  const stepS = TIME_STEPS_S.find((step) => spanS / step <= ticksMax) ?? 604_800;
  const firstUs = fromUs + (((stepS - (secondOfDay(fromUs) % stepS)) % stepS) * 1e6 - (fromUs % 1e6));
  const ticks: { us: number; text: string }[] = [];
  for (let us = firstUs; us <= untilUs; us += stepS * 1e6) {
    const seconds = stepS < 60 ? `:${String(secondOfDay(us) % 60).padStart(2, '0')}` : '';
    ticks.push({ us, text: stepS >= 86_400 ? formatDateClock(us).slice(5, 10) : `${formatClock(us)}${seconds}` });
  }
  return ticks;
}

/** Whole seconds from the zero of the axis. */
function elapsedTicks(fromUs: number, untilUs: number, ticksMax: number): { us: number; text: string }[] {
  const spanS = (untilUs - fromUs) / 1e6;
  const stepS = [1, 2, ...TIME_STEPS_S.slice(1)].find((step) => spanS / step <= ticksMax) ?? 604_800;
  const first = Math.ceil(fromUs / 1e6 / stepS);
  const count = Math.floor(untilUs / 1e6 / stepS) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, k) => {
    const seconds = (first + k) * stepS;
    return { us: seconds * 1e6, text: `${String(seconds).replace('-', '\u2212')} s` };
  });
}

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end', more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" ${more}>${escapeHtml(text)}</text>`;
}

const swatch = (color: string, text: string): string =>
  `<span class="key"><i style="background:${color}"></i>${escapeHtml(text)}</span>`;

function legend(layers: readonly Layer[]): string {
  const keys = layers.flatMap((layer) =>
    layer.kind === 'stack'
      ? layer.parts.map((part) => swatch(part.color, part.label))
      : layer.label === undefined
        ? []
        : [swatch(layer.color, layer.label)],
  );
  return keys.length === 0 ? '' : `<span class="legend">${keys.join('')}</span>`;
}
