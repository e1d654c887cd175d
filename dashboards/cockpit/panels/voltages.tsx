import { useMemo, useState } from 'preact/hooks';
import type { MaybeNumber } from '../../server/messages.js';
import { fixed, volts } from '../format.js';
import { useSize } from '../hooks.js';
import { type Feeder, feedersOf, PHASE_LETTERS, type Tap, tapsOf, voltageExtremes } from '../layout.js';
import type { State } from '../state.js';
import type { Stations } from '../stations.js';
import { Panel } from './panel.js';
import type { Place } from './station-picker.js';
import { StationVoltages } from './station-voltages.js';
import { BAND_HIGH_V, BAND_LOW_V, MARGIN, type Scale, VoltageLines } from './voltage-axis.js';

const GAP = 14;
/** A pointer farther away than this from every point marks none. */
const REACH_PX = 24;
/** Room for `450 m` beside a feeder's name, by the width of a letter. */
const LENGTH_LETTERS = 6;
const LETTER_PX = 6.2;

interface Mark {
  readonly tap: Tap;
  readonly phase: number;
  readonly volts: number;
  readonly x: number;
  readonly y: number;
}

/** More connections than this on one drawing are a smear: they are shown by transformer. */
const TAPS_MAX = 400;

interface Props {
  readonly state: State;
  readonly stale: string | undefined;
  readonly stations: Stations;
  readonly place: Place;
}

/** The voltage at every connection, along its feeder; in a large wijk the span of each transformer until one is chosen. */
export function VoltagesPanel({ state, stale, stations, place }: Props) {
  const { description, frame } = state;
  const { chosen } = place;
  const station = chosen === undefined ? undefined : stations.list[chosen];
  const [fit, setFit] = useState(false);
  const taps = useMemo(
    () =>
      description === null
        ? []
        : tapsOf(description).filter(({ node }) => chosen === undefined || stations.ofNode[node] === chosen),
    [description, chosen],
  );
  const byStation = chosen === undefined && stations.list.length > 1 && taps.length > TAPS_MAX;
  const feeders = useMemo(() => {
    if (description === null || byStation) return [];
    return feedersOf(description, chosen === undefined ? undefined : (node) => stations.ofNode[node] === chosen);
  }, [description, chosen, byStation]);
  const voltageV = frame?.array.voltageV ?? [];
  const extremes = voltageExtremes(taps, voltageV);
  const scale = fit && extremes ? fitted(extremes) : BAND;
  return (
    <Panel
      name="voltages"
      title={station !== undefined ? `Voltage of ${station.name}` : byStation ? 'Voltage' : 'Voltage by feeder'}
      stale={stale}
      aside={
        <>
          {extremes ? (
            <span class="extremes" data-testid="voltage-extremes">
              <Bound name="low" {...extremes.lowest} /> · <Bound name="high" {...extremes.highest} />
            </span>
          ) : null}
          <ul class="legend" aria-label="Phases">
            {PHASE_LETTERS.map((letter) => (
              <li key={letter}>
                <i class={`key phase-key-${letter}`} /> {letter}
              </li>
            ))}
          </ul>
          {station === undefined ? null : (
            <button
              type="button"
              aria-label="Show the whole wijk"
              data-testid="whole-wijk"
              onClick={() => place.choose(undefined)}
            >
              All
            </button>
          )}
          <fieldset class="switch" aria-label="Scale">
            <button type="button" aria-pressed={!fit} onClick={() => setFit(false)}>
              Band
            </button>
            <button type="button" aria-pressed={fit} onClick={() => setFit(true)}>
              Fit
            </button>
          </fieldset>
        </>
      }
    >
      {byStation ? (
        <StationVoltages stations={stations} taps={taps} voltageV={voltageV} scale={scale} onChoose={place.choose} />
      ) : (
        <Feeders feeders={feeders} voltageV={voltageV} scale={scale} />
      )}
    </Panel>
  );
}

const BAND: Scale = { lowV: 203, highV: 257 };

function fitted({ lowest, highest }: { lowest: { volts: number }; highest: { volts: number } }): Scale {
  return { lowV: Math.floor(lowest.volts - 1), highV: Math.ceil(highest.volts + 1) };
}

function Bound({ name, volts: value, id, phase }: { name: string; volts: number; id: string; phase: number }) {
  const outside = value < BAND_LOW_V || value > BAND_HIGH_V;
  return (
    <span class={outside ? 'bad-text' : ''}>
      {name} <b class="value">{volts(value)}</b> {id} {PHASE_LETTERS[phase]}
      {outside ? ' outside the band' : ''}
    </span>
  );
}

interface FeedersProps {
  readonly feeders: readonly Feeder[];
  readonly voltageV: readonly MaybeNumber[];
  readonly scale: Scale;
}

function Feeders({ feeders, voltageV, scale }: FeedersProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const [chosen, setChosen] = useState<{ readonly id: string; readonly phase: number } | undefined>(undefined);
  const { width, height } = size;
  const plotHeight = height - MARGIN.top - MARGIN.bottom;
  const usable = width - MARGIN.left - MARGIN.right - GAP * Math.max(0, feeders.length - 1);
  // Each feeder gets a width by its number of connections, so that homes lie equally close everywhere.
  const weights = feeders.map((feeder) => Math.max(7, feeder.taps.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = MARGIN.left;
  const boxes = feeders.map((feeder, i) => {
    const own = { feeder, left, width: (Math.max(0, usable) * weights[i]!) / total };
    left += own.width + GAP;
    return own;
  });
  const y = (value: number): number => MARGIN.top + ((scale.highV - value) / (scale.highV - scale.lowV)) * plotHeight;
  const marks: Mark[] = [];
  for (const one of boxes) {
    for (const tap of one.feeder.taps) {
      for (const phase of tap.phases) {
        const value = voltageV[3 * tap.node + phase];
        if (value === null || value === undefined) continue;
        const x = one.left + (tap.distanceM / one.feeder.lengthM) * one.width;
        marks.push({ tap, phase, volts: value, x, y: y(value) });
      }
    }
  }
  const current = marks.find((mark) => mark.tap.id === chosen?.id && mark.phase === chosen.phase);
  const choose = (mark: Mark | undefined): void => setChosen(mark && { id: mark.tap.id, phase: mark.phase });
  const nearest = (event: PointerEvent): void => {
    const frame = (event.currentTarget as Element).getBoundingClientRect();
    choose(closest(marks, event.clientX - frame.left, event.clientY - frame.top));
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || marks.length === 0) return;
    event.preventDefault();
    const at = current ? marks.indexOf(current) + by : 0;
    choose(marks[(at + marks.length) % marks.length]);
  };
  const ready = width > 0 && plotHeight > 20 && feeders.length > 0;
  return (
    <div class="feeders" ref={box}>
      {ready ? (
        <svg
          width={width}
          height={height}
          role="img"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk from home to home
          tabIndex={0}
          aria-label="Voltage of each connection against its distance from the transformer; arrow keys walk along them"
          data-testid="voltage-drawing"
          onPointerMove={nearest}
          onPointerLeave={() => setChosen(undefined)}
          onBlur={() => setChosen(undefined)}
          onKeyDown={step}
        >
          <VoltageLines scale={scale} width={width} y={y} />
          {boxes.map((one) => (
            <FeederLines key={one.feeder.name} {...one} voltageV={voltageV} y={y} bottom={height - MARGIN.bottom} />
          ))}
          {PHASE_LETTERS.map((letter, phase) => (
            <path key={letter} class={`taps phase-${letter}`} d={dots(marks.filter((mark) => mark.phase === phase))} />
          ))}
          {current ? <circle class="tap-chosen" cx={current.x} cy={current.y} r="6" /> : null}
        </svg>
      ) : null}
      {current ? <Tip mark={current} width={width} /> : null}
    </div>
  );
}

interface FeederLinesProps {
  readonly feeder: Feeder;
  readonly left: number;
  readonly width: number;
  readonly voltageV: readonly MaybeNumber[];
  readonly y: (value: number) => number;
  readonly bottom: number;
}

function FeederLines({ feeder, left, width, voltageV, y, bottom }: FeederLinesProps) {
  return (
    <g>
      <rect class="feeder-back" x={left} y={MARGIN.top} width={width} height={Math.max(0, bottom - MARGIN.top)} />
      {PHASE_LETTERS.map((letter, phase) => (
        <path key={letter} class={`cable phase-${letter}`} d={cables(feeder, left, width, voltageV, phase, y)} />
      ))}
      {width > feeder.name.length * LETTER_PX ? (
        <text class="feeder-label" x={left + 2} y={bottom + 13}>
          {feeder.name}
        </text>
      ) : null}
      {width > (feeder.name.length + LENGTH_LETTERS) * LETTER_PX ? (
        <text class="feeder-length" x={left + width} y={bottom + 13}>
          {fixed(feeder.lengthM, 0)} m
        </text>
      ) : null}
    </g>
  );
}

function cables(
  feeder: Feeder,
  left: number,
  width: number,
  voltageV: readonly MaybeNumber[],
  phase: number,
  y: (value: number) => number,
): string {
  const at = (node: number, distanceM: number): string | undefined => {
    const value = voltageV[3 * node + phase];
    if (value === null || value === undefined || value === 0) return undefined;
    return `${(left + (distanceM / feeder.lengthM) * width).toFixed(1)} ${y(value).toFixed(1)}`;
  };
  let path = '';
  for (const { from, to, fromM, toM } of feeder.edges) {
    const [a, b] = [at(from, fromM), at(to, toM)];
    if (a !== undefined && b !== undefined) path += `M${a}L${b}`;
  }
  return path;
}

/** A round dot per mark as one path: a line of no length with round caps. */
function dots(marks: readonly Mark[]): string {
  return marks.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');
}

function closest(marks: readonly Mark[], x: number, y: number): Mark | undefined {
  let best: Mark | undefined;
  let bestSquare = REACH_PX * REACH_PX;
  for (const mark of marks) {
    const square = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (square < bestSquare) {
      best = mark;
      bestSquare = square;
    }
  }
  return best;
}

function Tip({ mark, width }: { mark: Mark; width: number }) {
  const { tap, phase, x, y } = mark;
  const side = x > width - 190 ? { right: `${width - x + 10}px` } : { left: `${x + 10}px` };
  return (
    <div class="tip" style={{ ...side, top: `${Math.max(0, y - 34)}px` }} role="status" data-testid="voltage-tip">
      <b>{tap.id}</b> phase {PHASE_LETTERS[phase]} <b class="value">{fixed(mark.volts, 2)} V</b>
      <span class="muted"> {fixed(tap.distanceM, 0)} m</span>
    </div>
  );
}
