/**
 * Reads from the twin everything that is judged or drawn. Series are for plots only: if the record cannot give one, the
 * run keeps its verdict and a remark says what is missing.
 */
import { wijk } from '#proto/wijk.js';
import { messageOf } from '../../errors.js';
import type { Bench, Branch, Evidence, GridPoint, Series, Slot } from './evidence.js';
import type { Experiment } from './load.js';
import type { TwinClient } from './twin-client.js';

/** Points per plot: more than a page shows, and small beside the rest of verdict.json. */
const POINTS_MAX = 480;
/** Columns per request, so that a large wijk does not make one huge message. */
const COLUMNS_PER_REQUEST = 60;
/** A line-to-line rating above this is not low voltage. */
const LOW_VOLTAGE_V = 1000;

const KINDS: ReadonlyMap<wijk.v1.AssetKind, string> = new Map([
  [wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD, 'household'],
  [wijk.v1.AssetKind.ASSET_KIND_PV, 'pv'],
  [wijk.v1.AssetKind.ASSET_KIND_BATTERY, 'battery'],
  [wijk.v1.AssetKind.ASSET_KIND_HEAT_PUMP, 'heat-pump'],
  [wijk.v1.AssetKind.ASSET_KIND_HEAT_PLANT, 'heat-plant'],
  [wijk.v1.AssetKind.ASSET_KIND_BUSINESS, 'business'],
  [wijk.v1.AssetKind.ASSET_KIND_EV_CHARGER, 'ev-charger'],
]);

const WIJK_LINES = [
  'groupActivePowerW',
  'groupLimitW',
  'inflexibleActivePowerW',
  'transformerLoadingRatio',
  'outdoorTemperatureC',
] as const;

/** `inHurry` leaves out the hundreds of lines of single slots: whoever ends a run early is waiting for its end. */
export async function collect(
  twin: TwinClient,
  experiment: Experiment,
  description: wijk.v1.DescribeResponse,
  status: wijk.v1.GetStatusResponse,
  bench: Bench,
  inHurry: boolean,
): Promise<{ readonly evidence: Evidence; readonly remarks: readonly string[] }> {
  const [quarters, tenMinutes, events, summaries] = await Promise.all([
    twin.quarters(),
    twin.tenMinuteMeans(),
    twin.events(),
    twin.slots(),
  ]);
  const slots = slotsOf(description, summaries.slots);
  const remarks: string[] = [];
  const plots = new Plots(twin, (what, error) =>
    remarks.push(`Plot data for ${what} are missing: ${messageOf(error)}.`),
  );
  // Slots first: the record keeps them more coarsely than the wijk, and all lines share one time axis.
  const noSlots = experiment.record.slotSamples === 'none';
  if (!inHurry && !noSlots) await plots.powerByKind(slots);
  await plots.wijkLines();
  if (noSlots) remarks.push('Plots per kind of asset and per slot are left out, because the record keeps no slots.');
  else if (inHurry) remarks.push('Plots per kind of asset and per slot are left out, because the run was ended early.');
  else {
    await plots.stores(slots);
    await plots.boundSlots(bench.devices.map((device) => device.slotId));
  }
  const evidence: Evidence = {
    wijkTitle: description.title || description.wijkName,
    startUs: description.startUs,
    durationS: experiment.durationS,
    simulatedS: status.tick * description.tickS,
    tickS: description.tickS,
    speed: experiment.speed,
    externalStrategy: experiment.strategy.name === 'external',
    modelOnly: bench.modelOnly,
    benchName: bench.name,
    quarters: quarters.quarters.map((q) => ({
      startUs: q.startUs ?? 0,
      complete: q.complete ?? false,
      meanPowerW: q.meanActivePowerW ?? Number.NaN,
      limitW: q.limitW ?? Number.NaN,
      limitFrom: q.limitFrom ?? '',
      substitutedRatio: q.substitutedRatio ?? 0,
    })),
    tenMinutes: tenMinutes.means.map((m) => ({
      startUs: m.startUs ?? 0,
      complete: m.complete ?? false,
      voltageV: m.voltageV ?? [],
      loadingRatio: m.branchLoadingRatio ?? [],
    })),
    points: pointsOf(description),
    branches: branchesOf(description),
    slots,
    events: events.events.map((event) => ({
      timeUs: event.timeUs ?? 0,
      kind: event.kind ?? '',
      subject: event.subject ?? '',
      text: event.text ?? '',
      actor: event.actor ?? '',
    })),
    devices: bench.devices,
    links: bench.links,
    timing: {
      ticks: status.tick,
      lateTicks: status.lateTicks,
      latenessP50Us: status.latenessP50Us,
      latenessP99Us: status.latenessP99Us,
      latenessMaxUs: status.latenessMaxUs,
      overrun: status.overrun,
      decisionsMissed: status.decisionsMissed,
      tickCostMeanUs: status.tickCostMeanUs,
    },
    seriesTimeUs: plots.timeUs,
    series: plots.series,
  };
  return { evidence, remarks };
}

function slotsOf(description: wijk.v1.DescribeResponse, summaries: readonly wijk.v1.ISlotSummary[]): Slot[] {
  const byIndex = new Map(summaries.map((summary) => [summary.slotIndex ?? 0, summary]));
  return description.slots.map((info) => {
    const index = info.index ?? 0;
    const summary = byIndex.get(index);
    return {
      index,
      id: info.id ?? '',
      kind: KINDS.get(info.kind ?? wijk.v1.AssetKind.ASSET_KIND_UNSPECIFIED) ?? 'other',
      controllable: info.controllable ?? false,
      energyWh: summary?.energyWh ?? Number.NaN,
      powerMaxW: summary?.powerMaxW ?? Number.NaN,
      powerMinW: summary?.powerMinW ?? Number.NaN,
      comfortDeficitKh: summary?.comfortDeficitKh ?? Number.NaN,
      energyDeficitWh: summary?.energyDeficitWh ?? Number.NaN,
      coldShowers: summary?.coldShowers ?? Number.NaN,
      energyThroughputWh: summary?.energyThroughputWh ?? Number.NaN,
      ticksOnModel: summary?.ticksOnModel ?? 0,
      ticksOnDevice: summary?.ticksOnDevice ?? 0,
      ticksOnFallback: summary?.ticksOnFallback ?? 0,
    };
  });
}

function placeOf(node: wijk.v1.INodeInfo): string {
  // A wijk file need not say how long its lines are.
  const far = Number.isNaN(node.distanceM) ? '' : `, ${Math.round(node.distanceM ?? 0)} m`;
  return `node ${node.pgmId}${node.feeder ? ` (${node.feeder}${far})` : ''}`;
}

/** Low-voltage nodes that have a connection on them, once each. */
function pointsOf(description: wijk.v1.DescribeResponse): GridPoint[] {
  const connected = new Set(description.connections.map((connection) => connection.nodeIndex ?? 0));
  return description.nodes
    .filter((node) => connected.has(node.index ?? 0) && (node.ratedLineVoltageV ?? 0) <= LOW_VOLTAGE_V)
    .map((node) => ({ nodeIndex: node.index ?? 0, label: placeOf(node) }));
}

function branchesOf(description: wijk.v1.DescribeResponse): Branch[] {
  const nodes = new Map(description.nodes.map((node) => [node.index ?? 0, node]));
  return description.branches.map((branch) => {
    const to = nodes.get(branch.toNodeIndex ?? 0);
    return {
      index: branch.index ?? 0,
      kind: branch.kind ?? '',
      label: `${branch.kind} ${branch.pgmId}${to?.feeder ? ` to ${placeOf(to)}` : ''}`,
      rated: (branch.ratedCurrentA ?? 0) > 0 || (branch.ratedPowerVa ?? 0) > 0,
    };
  });
}

/** Sums, means and extremes over the lines of several slots, point by point; NaN is left out. */
function combine(
  lines: readonly (readonly number[])[],
  points: number,
  reduce: (values: number[]) => number,
): number[] {
  return Array.from({ length: points }, (_, i) => {
    const values = lines.map((line) => line[i] ?? Number.NaN).filter(Number.isFinite);
    return values.length === 0 ? Number.NaN : reduce(values);
  });
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: number[]) => sum(values) / values.length;

/** Collects the lines of the plots on one common time axis. */
class Plots {
  timeUs: number[] = [];
  readonly series: Series[] = [];

  constructor(
    private readonly twin: TwinClient,
    private readonly missing: (what: string, error: unknown) => void,
  ) {}

  async wijkLines(): Promise<void> {
    const lines = await this.read('the wijk', WIJK_LINES);
    for (const line of lines) this.add(line.column ?? '', line.unit ?? '', line);
  }

  /** `power/battery`: the sum over all slots of a kind. */
  async powerByKind(slots: readonly Slot[]): Promise<void> {
    for (const kind of new Set(slots.map((slot) => slot.kind))) {
      const columns = slots.filter((slot) => slot.kind === kind).map((slot) => `slotActivePowerW/${slot.id}`);
      const lines = await this.read(`the power of ${kind} slots`, columns);
      if (lines.length === 0) continue;
      const means = lines.map((line) => line.mean ?? []);
      this.series.push({ id: `power/${kind}`, unit: 'W', mean: combine(means, this.timeUs.length, sum) });
    }
  }

  /** `soc/battery` over all batteries, `room/heat-pump` over all buildings, `buffer/<slot>` per heat plant. */
  async stores(slots: readonly Slot[]): Promise<void> {
    const of = (kind: string, column: string) =>
      slots.filter((slot) => slot.kind === kind).map((slot) => `${column}/${slot.id}`);
    const over = async (id: string, what: string, unit: string, columns: readonly string[]) => {
      const lines = await this.read(what, columns);
      if (lines.length === 0) return;
      const means = lines.map((line) => line.mean ?? []);
      const points = this.timeUs.length;
      this.series.push({
        id,
        unit,
        mean: combine(means, points, mean),
        min: combine(means, points, (values) => Math.min(...values)),
        max: combine(means, points, (values) => Math.max(...values)),
      });
    };
    await over('soc/battery', 'the batteries', '1', of('battery', 'slotStateOfChargeRatio'));
    await over('room/heat-pump', 'the rooms with heat pumps', '°C', of('heat-pump', 'slotTemperatureC'));
    await over('buffer/heat-plant', 'the heat plants', '°C', of('heat-plant', 'slotTemperatureC'));
  }

  /** Where the power of every slot with a device came from, and measured beside modelled. */
  async boundSlots(slotIds: readonly string[]): Promise<void> {
    for (const slotId of new Set(slotIds)) {
      const columns = [`slotSource/${slotId}`, `slotActivePowerW/${slotId}`, `slotModelledPowerW/${slotId}`];
      const [source, active, modelled] = await this.read(slotId, columns);
      // The worst source within a point: a short fallback must not vanish in a mean.
      if (source)
        this.series.push({
          id: `source/${slotId}`,
          unit: '1',
          mean: source.max?.length ? source.max : (source.mean ?? []),
        });
      if (active) this.add(`active/${slotId}`, 'W', active);
      if (modelled) this.add(`modelled/${slotId}`, 'W', modelled);
    }
  }

  private add(id: string, unit: string, line: wijk.v1.ISeries): void {
    const full: Series = { id, unit, mean: line.mean ?? [] };
    this.series.push(line.min?.length && line.max?.length ? { ...full, min: line.min, max: line.max } : full);
  }

  private async read(what: string, columns: readonly string[]): Promise<wijk.v1.ISeries[]> {
    const lines: wijk.v1.ISeries[] = [];
    try {
      for (let from = 0; from < columns.length; from += COLUMNS_PER_REQUEST) {
        const part = columns.slice(from, from + COLUMNS_PER_REQUEST);
        const response = await this.twin.series({ columns: part, pointsMax: this.timeUs.length || POINTS_MAX });
        if (this.timeUs.length === 0) this.timeUs = response.timeUs;
        if (response.timeUs.length !== this.timeUs.length) throw new Error('the record gave another number of points');
        lines.push(...response.series);
      }
    } catch (error) {
      this.missing(what, error);
      return [];
    }
    return lines;
  }
}
