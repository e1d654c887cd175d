import { celsius, fixed, percent, wijkPower } from '../format.js';
import type { State } from '../state.js';
import { fullest, type Stations } from '../stations.js';
import { Panel } from './panel.js';

const GAUGE_MAX = 1.2;
const RADIUS = 62;

interface Props {
  readonly state: State;
  readonly stale: string | undefined;
  readonly stations: Stations;
}

/** Loading of the transformer, of several that of the fullest; the hottest cable, losses and weather. */
export function GridPanel({ state, stale, stations }: Props) {
  const { frame } = state;
  const loading = frame?.scalar.transformerLoadingRatio ?? null;
  const { list } = stations;
  const most = list.length > 1 ? fullest(stations, frame?.array.branchLoadingRatio ?? []) : undefined;
  const ratedVa = (most?.station ?? list[0])?.ratedPowerVa ?? 0;
  const kva = ratedVa > 0 ? `of ${fixed(ratedVa / 1000, 0)} kVA` : '';
  const cable = hottestCable(state);
  return (
    <Panel
      name="grid"
      title={list.length > 1 ? `Transformers (${list.length}) and grid` : 'Transformer and grid'}
      stale={stale}
    >
      <div class="grid-body">
        <Gauge ratio={loading} rating={most === undefined ? kva : `${most.station.name}, ${kva}`} />
        <dl class="facts">
          <dt>Hottest cable</dt>
          <dd class={cable && cable.ratio > 1 ? 'bad-text' : ''} title={cable?.name}>
            {percent(cable?.ratio)} <span class="muted">{cable?.name}</span>
          </dd>
          <dt>Losses</dt>
          <dd>{wijkPower(frame?.scalar.gridLossesW)}</dd>
          <dt>Power flow</dt>
          <dd class={frame?.scalar.gridStatus === 1 ? 'bad-text' : ''}>
            {frame === undefined ? '–' : frame.scalar.gridStatus === 1 ? 'not converged' : 'solved'}
          </dd>
          <dt>Outdoors</dt>
          <dd>
            {celsius(frame?.scalar.outdoorTemperatureC)}{' '}
            <span class="muted">{fixed(frame?.scalar.globalIrradianceWPerM2, 0)} W/m²</span>
          </dd>
        </dl>
      </div>
    </Panel>
  );
}

function hottestCable(state: State): { ratio: number; name: string } | undefined {
  const { frame, description } = state;
  let hottest: { ratio: number; name: string } | undefined;
  if (frame === undefined || description === null) return undefined;
  frame.array.branchLoadingRatio.forEach((ratio, i) => {
    const branch = description.branches[i];
    if (branch === undefined || branch.kind === 'transformer' || ratio === null) return;
    const feeder = description.nodes[branch.to]?.feeder || description.nodes[branch.from]?.feeder || '';
    if (hottest === undefined || ratio > hottest.ratio)
      hottest = { ratio, name: `${branch.kind} ${branch.pgmId} ${feeder}` };
  });
  return hottest;
}

/** A half circle from 0 to 120 %, with marks at 80 and 100 %. */
function Gauge({ ratio, rating }: { ratio: number | null; rating: string }) {
  const level = ratio === null ? 'none' : ratio > 1 ? 'bad' : ratio > 0.8 ? 'warn' : 'good';
  return (
    <svg class="gauge" viewBox="0 0 160 92" role="img" aria-label={`Transformer loading ${percent(ratio)} ${rating}`}>
      <path class="gauge-back" d={arc(0, GAUGE_MAX)} />
      <path class={`gauge-fill gauge-${level}`} d={arc(0, Math.min(GAUGE_MAX, Math.max(0, ratio ?? 0)))} />
      {[0.8, 1].map((mark) => (
        <g key={mark}>
          <path class="gauge-mark" d={`M ${point(mark, RADIUS - 10)} L ${point(mark, RADIUS + 10)}`} />
          <text class="gauge-label" x={xOf(mark, RADIUS + 15)} y={yOf(mark, RADIUS + 13)}>
            {mark * 100}
          </text>
        </g>
      ))}
      <text class="gauge-value value" x="80" y="72" data-testid="transformer-loading">
        {percent(ratio)}
      </text>
      <text class="gauge-rating" x="80" y="87">
        {rating}
      </text>
    </svg>
  );
}

const angle = (ratio: number): number => Math.PI * (1 - ratio / GAUGE_MAX);
const xOf = (ratio: number, radius: number): number => 80 + radius * Math.cos(angle(ratio));
const yOf = (ratio: number, radius: number): number => 80 - radius * Math.sin(angle(ratio));
const point = (ratio: number, radius: number): string =>
  `${xOf(ratio, radius).toFixed(2)} ${yOf(ratio, radius).toFixed(2)}`;

function arc(from: number, to: number): string {
  return `M ${point(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 0 1 ${point(to, RADIUS)}`;
}
