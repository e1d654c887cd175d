/** The plots of the report, from the series in `verdict.json`. */
import { QUARTER_S, TEN_MINUTES_S } from '../evidence.js';
import type { VerdictFile } from '../verdict.js';
import { kindText } from './budget.js';
import { formatNumber } from './format.js';
import { type Html, html, NOTHING } from './html.js';
import { type Bar, type Layer, plot, strips } from './plot.js';
import { COLORS } from './style.js';

type Line = VerdictFile['series']['lines'][number];
type Value = number | null;

const scaled = (values: readonly Value[], factor: number): Value[] =>
  values.map((v) => (v === null ? null : v * factor));

/** Plots of devices beyond this many say no more to a reader. */
const DEVICE_PLOTS_MAX = 6;

export function plotsSection(verdict: VerdictFile): Html {
  if (verdict.series.timeUs.length === 0 && verdict.quarters.length === 0) return NOTHING;
  return html`<h2>What happened</h2>${[
    groupPower(verdict),
    powerByKind(verdict),
    loading(verdict),
    voltage(verdict),
    stores(verdict),
    sources(verdict),
    devicePower(verdict),
  ]}`;
}

function spanOf(verdict: VerdictFile): { readonly fromUs: number; readonly untilUs: number } {
  const { startUs, simulatedS, durationS } = verdict.experiment;
  return { fromUs: startUs, untilUs: startUs + (simulatedS || durationS) * 1e6 };
}

const lineOf = (verdict: VerdictFile, id: string): Line | undefined =>
  verdict.series.lines.find((line) => line.id === id);

/** A line of the verdict as a layer; factor converts its unit to that of the axis. */
function layerOf(
  verdict: VerdictFile,
  id: string,
  factor: number,
  look: { color: string; label: string; thin?: boolean; dashed?: boolean; band?: boolean },
): Layer[] {
  const line = lineOf(verdict, id);
  if (line === undefined || line.mean.every((value) => value === null)) return [];
  const { band, ...rest } = look;
  const edges = band && line.min && line.max ? { low: scaled(line.min, factor), high: scaled(line.max, factor) } : {};
  return [{ kind: 'line', timeUs: verdict.series.timeUs, mean: scaled(line.mean, factor), ...edges, ...rest }];
}

/** An interval cut to the run: the first and the last may reach beyond it. */
function barOf(verdict: VerdictFile, startUs: number, lengthS: number, value: Value, color?: string): Bar {
  const { fromUs, untilUs } = spanOf(verdict);
  return {
    fromUs: Math.max(startUs, fromUs),
    untilUs: Math.min(startUs + lengthS * 1e6, untilUs),
    value,
    ...(color === undefined ? {} : { color }),
  };
}

function marksOf(verdict: VerdictFile): { us: number; text: string }[] {
  return verdict.experiment.events.map((event) => ({
    us: event.atUs,
    text:
      event.kind === 'group-limit'
        ? `call-off ${formatNumber(event.powerW / 1000)} kW`
        : `${event.kind === 'setpoint' ? 'setpoint' : 'load step'} ${formatNumber(event.powerW / 1000)} kW`,
  }));
}

function groupPower(verdict: VerdictFile): Html {
  const quarters = verdict.quarters.map((q) => {
    const over = q.meanPowerW !== null && q.limitW !== null && q.limitW > 0 && q.meanPowerW > q.limitW;
    const color = q.complete ? (over ? COLORS.over : COLORS.quarter) : COLORS.unjudged;
    return barOf(verdict, q.startUs, QUARTER_S, q.meanPowerW === null ? null : q.meanPowerW / 1000, color);
  });
  const limits = verdict.quarters.map((q) =>
    barOf(verdict, q.startUs, QUARTER_S, q.limitW === null || q.limitW === 0 ? null : q.limitW / 1000),
  );
  const anyOver = quarters.some((bar) => bar.color === COLORS.over);
  return plot({
    title: 'Power of the group against its limit',
    unit: 'kW',
    ...spanOf(verdict),
    height: 320,
    marks: marksOf(verdict),
    layers: [
      { kind: 'bars', bars: quarters, color: COLORS.quarter, label: 'quarter-hour mean' },
      ...(quarters.some((bar) => bar.color === COLORS.unjudged)
        ? [{ kind: 'bars' as const, bars: [], color: COLORS.unjudged, label: 'incomplete, not judged' }]
        : []),
      ...(anyOver ? [{ kind: 'bars' as const, bars: [], color: COLORS.over, label: 'above the limit' }] : []),
      ...layerOf(verdict, 'groupActivePowerW', 1e-3, { color: COLORS.power, label: 'power', thin: true, band: true }),
      ...layerOf(verdict, 'inflexibleActivePowerW', 1e-3, {
        color: COLORS.inflexible,
        label: 'of which not steered',
        thin: true,
        dashed: true,
      }),
      { kind: 'steps', bars: limits, color: COLORS.limit, label: 'limit' },
    ],
  });
}

function powerByKind(verdict: VerdictFile): Html {
  const parts = verdict.kinds.flatMap(({ kind }) => {
    const line = lineOf(verdict, `power/${kind}`);
    if (line === undefined) return [];
    return [{ values: scaled(line.mean, 1e-3), color: COLORS.kinds[kind] ?? COLORS.otherKind, label: kindText(kind) }];
  });
  if (parts.length === 0) return NOTHING;
  return plot({
    title: 'Power per kind of asset',
    unit: 'kW',
    ...spanOf(verdict),
    layers: [
      { kind: 'stack', timeUs: verdict.series.timeUs, parts },
      ...layerOf(verdict, 'groupActivePowerW', 1e-3, { color: '#1d2831', label: 'group', thin: true }),
    ],
  });
}

const limitOf = (verdict: VerdictFile, id: string): number | undefined =>
  verdict.criteria.find((c) => c.id === id)?.limit ?? undefined;

function loading(verdict: VerdictFile): Html {
  const means = (key: 'transformerLoadingRatio' | 'cableLoadingRatio') =>
    verdict.tenMinutes.map((m) => barOf(verdict, m.startUs, TEN_MINUTES_S, m[key] === null ? null : 100 * m[key]));
  const transformerLimit = limitOf(verdict, 'transformer-loading') ?? 100;
  const transformer = plot({
    title: 'Transformer loading',
    unit: '%',
    width: 470,
    height: 220,
    ...spanOf(verdict),
    include: [0],
    layers: [
      ...layerOf(verdict, 'transformerLoadingRatio', 100, { color: COLORS.power, label: 'loading', thin: true }),
      { kind: 'steps', bars: means('transformerLoadingRatio'), color: COLORS.transformer, label: '10-minute mean' },
      { kind: 'level', value: transformerLimit, color: COLORS.limit, text: `${transformerLimit} %` },
    ],
  });
  const cableLimit = limitOf(verdict, 'cable-loading') ?? 100;
  const cable = plot({
    title: 'Most loaded cable',
    unit: '%',
    width: 470,
    height: 220,
    ...spanOf(verdict),
    include: [0],
    layers: [
      { kind: 'steps', bars: means('cableLoadingRatio'), color: COLORS.cable, label: '10-minute mean' },
      { kind: 'level', value: cableLimit, color: COLORS.limit, text: `${cableLimit} %` },
    ],
  });
  return html`<div class="two">${transformer}${cable}</div>`;
}

/** The widest bounds of the Netcode for 230 V, drawn even if voltage was not a criterion. */
const BAND_V = { low: 207, high: 253 };

function voltage(verdict: VerdictFile): Html {
  const ranges = verdict.tenMinutes.map((m) => ({
    ...barOf(verdict, m.startUs, TEN_MINUTES_S, null),
    low: m.voltageMinV,
    high: m.voltageMaxV,
  }));
  if (ranges.every((range) => range.low === null)) return NOTHING;
  const edge = (key: 'low' | 'high'): Bar[] => ranges.map((range) => ({ ...range, value: range[key] }));
  return plot({
    title: 'Voltage at the connections: from lowest to highest, 10-minute means',
    unit: 'V',
    ...spanOf(verdict),
    include: [200, 260],
    layers: [
      { kind: 'range', ranges, color: COLORS.voltage, label: 'all connections and phases' },
      { kind: 'steps', bars: edge('low'), color: COLORS.voltageEdge },
      { kind: 'steps', bars: edge('high'), color: COLORS.voltageEdge },
      { kind: 'level', value: BAND_V.low, color: COLORS.limit, text: '230 V − 10 %' },
      { kind: 'level', value: BAND_V.high, color: COLORS.limit, text: '230 V + 10 %' },
    ],
  });
}

function stores(verdict: VerdictFile): Html {
  const one = (
    title: string,
    unit: string,
    factor: number,
    include: number[],
    ids: [string, string, string][],
  ): Html => {
    const layers = ids.flatMap(([id, color, label]) => layerOf(verdict, id, factor, { color, label, band: true }));
    if (layers.length === 0) return NOTHING;
    const spanMin = unit === '°C' ? 2 : 0;
    return plot({ title, unit, width: 470, height: 220, ...spanOf(verdict), include, spanMin, layers });
  };
  const kind = (name: string) => COLORS.kinds[name] ?? COLORS.otherKind;
  return html`<div class="two">${[
    one(
      'Batteries, state of charge',
      '%',
      100,
      [0, 100],
      [['soc/battery', kind('battery'), 'mean, lowest to highest']],
    ),
    one('Heat buffers', '°C', 1, [], [['buffer/heat-plant', kind('heat-plant'), 'buffer temperature']]),
    one('Rooms with heat pumps', '°C', 1, [], [['room/heat-pump', kind('heat-pump'), 'mean, lowest to highest']]),
    one('Outdoor air', '°C', 1, [], [['outdoorTemperatureC', COLORS.inflexible, 'temperature']]),
  ]}</div>`;
}

const SOURCE_COLORS = [undefined, COLORS.sources.model, COLORS.sources.device, COLORS.sources.fallback] as const;

function sources(verdict: VerdictFile): Html {
  const { timeUs, lines } = verdict.series;
  const { untilUs } = spanOf(verdict);
  const rows = lines
    .filter((line) => line.id.startsWith('source/'))
    .map((line) => {
      const stretches: (Bar & { color: string })[] = [];
      timeUs.forEach((fromUs, i) => {
        const value = line.mean[i] ?? null;
        const color = value === null ? undefined : SOURCE_COLORS[Math.round(value)];
        if (color === undefined) return;
        const end = timeUs[i + 1] ?? untilUs;
        const last = stretches.at(-1);
        if (last?.color === color && last.untilUs === fromUs)
          stretches[stretches.length - 1] = { ...last, untilUs: end };
        else stretches.push({ fromUs, untilUs: end, value, color });
      });
      return { label: line.id.slice('source/'.length), stretches };
    });
  if (rows.length === 0) return NOTHING;
  return strips({
    title: 'Where the power of the slots with a device came from',
    ...spanOf(verdict),
    rows,
    legend: [
      { color: COLORS.sources.device, label: 'device' },
      { color: COLORS.sources.fallback, label: 'fallback' },
      { color: COLORS.sources.model, label: 'model' },
    ],
  });
}

function devicePower(verdict: VerdictFile): Html {
  const slots = [...new Set(verdict.bench.devices.map((device) => device.slotId))].slice(0, DEVICE_PLOTS_MAX);
  const plots = slots.flatMap((slot) => {
    const layers = [
      ...layerOf(verdict, `modelled/${slot}`, 1e-3, {
        color: COLORS.inflexible,
        label: 'model',
        thin: true,
        dashed: true,
      }),
      ...layerOf(verdict, `active/${slot}`, 1e-3, { color: COLORS.voltageEdge, label: 'used by the grid', band: true }),
    ];
    return layers.length === 0
      ? []
      : [plot({ title: slot, unit: 'kW', width: 470, height: 190, ...spanOf(verdict), include: [0], layers })];
  });
  return plots.length === 0 ? NOTHING : html`<div class="two">${plots}</div>`;
}
