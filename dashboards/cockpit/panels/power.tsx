import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import { fixed, kilo, minuteTime, percent, signed, wijkPower } from '../format.js';
import { useColorScheme, useSize } from '../hooks.js';
import { powerRange, quarterStartUs, sourceShares } from '../layout.js';
import type { State } from '../state.js';
import { Panel } from './panel.js';

const HOUR_S = 3600;

/** Power of the wijk against its limit: the numbers, where they come from, and the plot with quarter means as steps. */
export function PowerPanel({ state, stale }: { state: State; stale: string | undefined }) {
  const [span, setSpan] = useState<'session' | 'hour'>('session');
  const scalar = state.frame?.scalar;
  const power = scalar?.groupActivePowerW ?? null;
  const limit = scalar?.groupLimitW ?? null;
  const mean = scalar?.quarterMeanActivePowerW ?? null;
  const margin = power === null || limit === null ? null : limit - power;
  const meanMargin = mean === null || limit === null ? null : limit - mean;
  return (
    <Panel
      name="power"
      title="Wijk power and group limit"
      stale={stale}
      aside={
        <>
          <Legend />
          <fieldset class="switch" aria-label="Time shown">
            {(['session', 'hour'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={span === one} onClick={() => setSpan(one)}>
                {one === 'session' ? 'Session' : 'Last hour'}
              </button>
            ))}
          </fieldset>
        </>
      }
    >
      <div class="power-numbers">
        <div class="big">
          <span class="value" data-testid="group-power" title={state.description?.columns.groupActivePowerW?.meaning}>
            {kilo(power)}
          </span>
          <span class="unit">kW</span>
        </div>
        <dl class="facts">
          <dt>Limit</dt>
          <dd data-testid="group-limit">{limit === null ? 'none' : wijkPower(limit)}</dd>
          <dt>Margin now</dt>
          <dd class={margin !== null && margin < 0 ? 'warn-text' : ''} data-testid="margin">
            {signed(wijkPower(margin))}
          </dd>
          <dt>Quarter so far</dt>
          <dd title={`Mean of the first ${fixed((scalar?.quarterElapsedS ?? 0) / 60, 1)} of 15 min`} data-testid="mean">
            {wijkPower(mean)}
          </dd>
          <dt title="Room between the mean of this quarter-hour so far and the limit">Margin of mean</dt>
          <dd class={meanMargin !== null && meanMargin < 0 ? 'bad-text' : ''} data-testid="quarter-margin">
            {signed(wijkPower(meanMargin))}
          </dd>
          <dt>Inflexible</dt>
          <dd>{wijkPower(scalar?.inflexibleActivePowerW)}</dd>
          <dt>Quarters over</dt>
          <dd data-testid="quarters-over">
            <QuartersOver state={state} />
          </dd>
        </dl>
      </div>
      <Sources state={state} />
      <PowerPlot state={state} span={span} />
    </Panel>
  );
}

function QuartersOver({ state }: { state: State }) {
  const complete = state.quarters.filter((quarter) => quarter.complete && Number.isFinite(quarter.limitW));
  const over = complete.filter((quarter) => quarter.meanW > quarter.limitW).length;
  return (
    <span class={over > 0 ? 'bad-text' : ''}>
      {over} of {complete.length}
    </span>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="Legend">
      <li>
        <i class="key key-power" /> power
      </li>
      <li>
        <i class="key key-mean" /> quarter mean
      </li>
      <li>
        <i class="key key-limit" /> limit
      </li>
    </ul>
  );
}

/** How much of the power is model, device and fallback, as text and as a bar. */
function Sources({ state }: { state: State }) {
  const { frame } = state;
  const shares = frame ? sourceShares(frame.array.slotSource, frame.array.slotActivePowerW) : [];
  return (
    <div class="sources" data-testid="sources" title="Share of the sum of absolute slot powers, and number of slots">
      <div class="bar" aria-hidden="true">
        {shares.map(({ source, ratio }) => (
          <i key={source} class={`fill-${source}`} style={{ flexGrow: ratio }} />
        ))}
      </div>
      <ul>
        {shares.map(({ source, ratio, slots }) => (
          <li key={source}>
            <i class={`badge badge-${source}`}>{source[0]!.toUpperCase()}</i> {source}{' '}
            <b class="value">{percent(ratio, 1)}</b>{' '}
            <span class="muted">{slots === 1 ? '1 slot' : `${slots} slots`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type PlotData = [number[], (number | null)[], (number | null)[], (number | null)[]];

/** Seconds, power, quarter mean and limit in kW; the mean of a quarter stands at every point in it. */
function plotData(state: State): PlotData {
  const { history, quarters, frame } = state;
  const means = new Map(quarters.map((quarter) => [quarter.startUs, quarter.meanW]));
  if (frame && frame.scalar.quarterMeanActivePowerW !== null) {
    means.set(quarterStartUs(frame.timeUs), frame.scalar.quarterMeanActivePowerW);
  }
  const inKw = (watts: number | null | undefined): number | null =>
    watts === null || watts === undefined ? null : watts / 1000;
  return [
    history.timeUs.map((timeUs) => timeUs / 1e6),
    history.powerW.map((watts) => watts / 1000),
    history.timeUs.map((timeUs) => inKw(means.get(quarterStartUs(timeUs)))),
    history.limitW.map(inKw),
  ];
}

function PowerPlot({ state, span }: { state: State; span: 'session' | 'hour' }) {
  const [box, size] = useSize<HTMLDivElement>();
  const scheme = useColorScheme();
  const plot = useRef<uPlot | undefined>(undefined);
  const data = useMemo(() => plotData(state), [state.history, state.quarters]);
  const startS = (state.description?.startUs ?? 0) / 1e6;
  const range = useRef({ span, startS });
  range.current = { span, startS };

  // The plot is made anew when the colours change; its size and data are set on the one there is.
  useEffect(() => {
    if (box.current === null) return;
    const made = new uPlot(options(box.current, range), data, box.current);
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = undefined;
    };
  }, [scheme]);
  useEffect(() => {
    if (size.width > 0 && size.height > 0) plot.current?.setSize(size);
  }, [size, scheme]);
  useEffect(() => plot.current?.setData(data), [data, span, startS]);

  return <div class="plot" ref={box} data-testid="power-plot" />;
}

function options(element: Element, range: { current: { span: string; startS: number } }): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis: uPlot.Axis = {
    stroke: colour('--muted'),
    font: `11px ${style.fontFamily}`,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1, size: 4 },
  };
  const stepped = uPlot.paths.stepped!({ align: -1 });
  return {
    width: Math.max(100, element.clientWidth),
    height: Math.max(80, element.clientHeight),
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false, x: false, y: false }, points: { size: 6 } },
    scales: {
      x: {
        time: true,
        range: (_plot, min, max) => {
          const { span, startS } = range.current;
          const end = Number.isFinite(max) ? max : startS;
          if (span === 'hour') return [end - HOUR_S, end];
          const start = Number.isFinite(min) ? Math.min(min, startS || min) : startS;
          return [start, Math.max(end, start + HOUR_S / 4)];
        },
      },
      y: {
        range: (_plot, min, max) => powerRange(min, max),
      },
    },
    axes: [
      { ...axis, size: 26, values: (_plot, splits) => splits.map((seconds) => minuteTime(seconds * 1e6)) },
      { ...axis, size: 44, values: (_plot, splits) => splits.map((kw) => fixed(kw, 0)) },
    ],
    series: [
      {},
      { label: 'power', stroke: colour('--power'), width: 1.5, points: { show: false } },
      { label: 'quarter mean', stroke: colour('--mean'), width: 2.5, paths: stepped, points: { show: false } },
      { label: 'limit', stroke: colour('--limit'), width: 2, dash: [7, 4], paths: stepped, points: { show: false } },
    ],
    plugins: [readout()],
  };
}

/** The numbers under the pointer, in a line over the plot. */
function readout(): uPlot.Plugin {
  const line = document.createElement('div');
  line.className = 'plot-readout';
  return {
    hooks: {
      init: (plot) => {
        plot.over.append(line);
      },
      setCursor: (plot) => {
        const i = plot.cursor.idx;
        const at = i === null || i === undefined ? undefined : plot.data[0][i];
        line.hidden = at === undefined;
        if (at === undefined) return;
        const kw = (series: number): string => `${fixed(plot.data[series]?.[i!], 1)} kW`;
        line.textContent = `${minuteTime(at * 1e6)}  power ${kw(1)}, quarter mean ${kw(2)}, limit ${kw(3)}`;
      },
    },
  };
}
