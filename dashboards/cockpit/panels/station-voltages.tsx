import type { MaybeNumber } from '../../server/messages.js';
import { volts } from '../format.js';
import { useSize } from '../hooks.js';
import { PHASE_LETTERS, type Tap } from '../layout.js';
import type { Stations } from '../stations.js';
import { MARGIN, type Scale, VoltageLines } from './voltage-axis.js';

const LETTER_PX = 7;

interface Span {
  low: number;
  high: number;
}

interface Props {
  readonly stations: Stations;
  readonly taps: readonly Tap[];
  readonly voltageV: readonly MaybeNumber[];
  readonly scale: Scale;
  readonly onChoose: (station: number) => void;
}

/** Lowest to highest voltage of each phase behind each transformer; one that is pressed is shown by feeder. */
export function StationVoltages({ stations, taps, voltageV, scale, onChoose }: Props) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const plotHeight = height - MARGIN.top - MARGIN.bottom;
  const y = (value: number): number => MARGIN.top + ((scale.highV - value) / (scale.highV - scale.lowV)) * plotHeight;
  const column = Math.max(0, width - MARGIN.left - MARGIN.right) / Math.max(1, stations.list.length);
  const longest = Math.max(1, ...stations.list.map(({ name }) => name.length));
  // Names that would lie on each other are left out: every second, third, …
  const every = Math.max(1, Math.ceil((longest * LETTER_PX) / Math.max(1, column)));
  const spans = spansOf(stations, taps, voltageV);
  return (
    <div class="feeders" ref={box}>
      {width > 0 && plotHeight > 20 ? (
        <svg width={width} height={height} data-testid="station-voltages" aria-label="Voltage behind each transformer">
          <title>Lowest to highest voltage of each phase behind each transformer</title>
          <VoltageLines scale={scale} width={width} y={y} />
          {stations.list.map((station, s) => {
            const left = MARGIN.left + s * column;
            const { low, high } = bounds(spans[s]!);
            const label = Number.isFinite(low) ? `${station.name}: ${volts(low)} to ${volts(high)}` : station.name;
            const choose = (): void => onChoose(s);
            return (
              // biome-ignore lint/a11y/useSemanticElements: a part of a drawing; SVG has no button
              <g
                key={station.branch}
                class="station-column"
                role="button"
                tabIndex={0}
                aria-label={label}
                data-testid={`station-column-${station.name}`}
                onClick={choose}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  choose();
                }}
              >
                <title>{label}</title>
                <rect
                  class="feeder-back"
                  x={left + 1}
                  y={MARGIN.top}
                  width={Math.max(0, column - 2)}
                  height={plotHeight}
                />
                {PHASE_LETTERS.map((letter, phase) => {
                  const span = spans[s]![phase]!;
                  if (!Number.isFinite(span.low)) return null;
                  const x = left + (column * (phase + 1)) / 4;
                  const bottom = Math.max(y(span.low), y(span.high) + 1);
                  return (
                    <path
                      key={letter}
                      class={`station-span phase-${letter}`}
                      d={`M${x.toFixed(1)} ${y(span.high).toFixed(1)}V${bottom.toFixed(1)}`}
                    />
                  );
                })}
                {s % every === 0 ? (
                  <text class="feeder-label" x={left + 2} y={height - MARGIN.bottom + 13}>
                    {station.name}
                  </text>
                ) : null}
              </g>
            );
          })}
        </svg>
      ) : null}
    </div>
  );
}

function spansOf(stations: Stations, taps: readonly Tap[], voltageV: readonly MaybeNumber[]): Span[][] {
  const spans = stations.list.map(() =>
    PHASE_LETTERS.map((): Span => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY })),
  );
  for (const { node, phases } of taps) {
    const own = spans[stations.ofNode[node]!];
    if (own === undefined) continue;
    for (const phase of phases) {
      const value = voltageV[3 * node + phase];
      if (value === null || value === undefined || value === 0) continue;
      const span = own[phase]!;
      if (value < span.low) span.low = value;
      if (value > span.high) span.high = value;
    }
  }
  return spans;
}

function bounds(spans: readonly Span[]): Span {
  return { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) };
}
