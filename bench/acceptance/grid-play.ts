/** A grid player in the hands of the catalogue: what is played, how it gets there, and what is measured on its terminals. */
import type { PlayedGrid } from '../devices/driver.js';
import type { Bench, Finding } from './check.js';
import type { DeclaredPlayer } from './declared.js';
import { type Figure, judge } from './figure.js';
import { mean } from './step-response.js';

/** Of the nominal voltage: how far the terminals may be from what is confirmed; makers of such sources promise 0.1 to 0.5 %. */
const VOLTAGE_RATIO = 0.005;
const FREQUENCY_HZ = 0.05;
/** After the last step a source has so long to be there. */
const SETTLE_MS = 2000;
const READINGS = 3;
/** What counts as played, as against what the register resolves. */
const SAME_V = 0.06;
const SAME_HZ = 0.006;
/** A move may take so much longer than its slew needs. */
const PATIENCE_RATIO = 2;
const PATIENCE_S = 5;
/** Each phase on a voltage of its own: two that have changed places are seen. */
const APART_V = 5;

export const PHASE_NAMES = ['a', 'b', 'c'] as const;

export const player = ({ declared }: Pick<Bench, 'declared'>): DeclaredPlayer => declared.player!;

/** Phases a, b and c below, at and above the nominal voltage. */
export function apart({ nominal }: DeclaredPlayer): PlayedGrid {
  const [a, b, c] = nominal.voltageV;
  return { voltageV: [a - APART_V, b, c + APART_V], frequencyHz: nominal.frequencyHz };
}

/** `goal` as far as the declared limits allow. */
export function bounded({ limits }: DeclaredPlayer, { voltageV, frequencyHz }: PlayedGrid): PlayedGrid {
  const inside = (value: number, { minimum, maximum }: DeclaredPlayer['limits']['voltageV']): number =>
    Math.min(maximum, Math.max(minimum, value));
  return {
    voltageV: voltageV.map((v) => inside(v, limits.voltageV)) as [number, number, number],
    frequencyHz: inside(frequencyHz, limits.frequencyHz),
  };
}

export interface Move {
  /** ms; when the source confirmed the grid before, and the goal. NaN if it never did. */
  readonly fromMs: number;
  readonly arrivedMs: number;
  readonly from: PlayedGrid | undefined;
  readonly confirmed: PlayedGrid | undefined;
  /** Why it did not arrive. */
  readonly findings: readonly Finding[];
}

/** Plays towards a grid until the source confirms it, and on until its terminals have had their time. */
export async function playTo(bench: Bench, goal: PlayedGrid, what: string): Promise<Move> {
  const { rig, signal } = bench;
  const p = player(bench);
  const wanted = bounded(p, goal);
  const before = rig.played.at(-1);
  const from = before?.grid;
  const needS = from === undefined ? 0 : moveS(p, from, wanted);
  const patienceS = PATIENCE_RATIO * needS + PATIENCE_S;
  const startMs = rig.clock.nowMs();
  bench.doing(`${what}: ${text(wanted)}`, needS + SETTLE_MS / 1000);
  const there = (): boolean => {
    const last = rig.played.at(-1);
    return last !== undefined && last.atMs >= startMs && same(last.grid, wanted, p.phases);
  };
  await rig.watch({ forMs: patienceS * 1000, signal, play: goal, until: there });
  const arrived = there()
    ? rig.played.find(({ atMs, grid }) => atMs >= startMs && same(grid, wanted, p.phases))
    : undefined;
  const confirmed = rig.played.at(-1)?.grid;
  if (arrived === undefined) {
    const held = confirmed === undefined ? 'nothing' : text(confirmed);
    const finding = `${what}: ${text(wanted)} was asked for, and after ${patienceS.toFixed(0)} s it confirms ${held}.`;
    return {
      fromMs: before?.atMs ?? startMs,
      arrivedMs: Number.NaN,
      from,
      confirmed,
      findings: [{ verdict: 'fail', text: finding }],
    };
  }
  await rig.watch({ forMs: SETTLE_MS, signal, play: goal });
  return { fromMs: before?.atMs ?? startMs, arrivedMs: arrived.atMs, from, confirmed, findings: [] };
}

/** What the source measures on its terminals against what it confirmed, each phase by itself. */
export function figuresOfTerminals(bench: Bench, grid: PlayedGrid, title: string): Figure[] {
  const { rig, own, us, declared } = bench;
  const p = player(bench);
  const readings = rig.own.slice(-READINGS);
  const atUs = us(readings.at(-1)?.atMs ?? rig.clock.nowMs());
  const id = (what: string): string => `${title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.${what}`;
  const limitV = VOLTAGE_RATIO * p.nominal.voltageV[0];
  const figures = PHASE_NAMES.slice(0, p.phases).map((name, k) => {
    const measuredV = mean(readings.map(({ reading }) => reading.voltageV?.[k] ?? Number.NaN));
    return judge(
      {
        id: id(`voltage-${name}`),
        title: `${title}, phase ${name}: measured, from the ${grid.voltageV[k]!.toFixed(1)} V that it confirmed`,
        value: measuredV - grid.voltageV[k]!,
        unit: 'V',
        uncertainty: p.uncertaintyV(measuredV),
        source: own.title,
        atUs,
        explanation: `Measured ${measuredV.toFixed(2)} V.`,
      },
      {
        sense: 'within',
        limit: limitV,
        limitSource: `default of the catalogue: ${100 * VOLTAGE_RATIO} % of nominal, ${SETTLE_MS / 1000} s after the step`,
      },
    );
  });
  const measuredHz = mean(readings.map(({ reading }) => reading.frequencyHz ?? Number.NaN));
  figures.push(
    judge(
      {
        id: id('frequency'),
        title: `${title}: measured frequency, from the ${grid.frequencyHz.toFixed(2)} Hz that it confirmed`,
        value: measuredHz - grid.frequencyHz,
        unit: 'Hz',
        uncertainty: p.uncertaintyHz(measuredHz),
        source: own.title,
        atUs,
        explanation: `Measured ${measuredHz.toFixed(3)} Hz; profile ${declared.profile}.`,
      },
      { sense: 'within', limit: FREQUENCY_HZ, limitSource: `default of the catalogue: ${FREQUENCY_HZ} Hz` },
    ),
  );
  return figures;
}

/** Highest voltage on its terminals in the readings since an instant: of an open output. */
export function figureOfOpenOutput(bench: Bench, fromMs: number, id: string, title: string): Figure {
  const { rig, own, us } = bench;
  const p = player(bench);
  const readings = rig.own.filter(({ atMs }) => atMs >= fromMs);
  const highestV = Math.max(Number.NEGATIVE_INFINITY, ...readings.flatMap(({ reading }) => reading.voltageV ?? []));
  return judge(
    {
      id,
      title,
      value: readings.length === 0 ? Number.NaN : highestV,
      unit: 'V',
      uncertainty: p.uncertaintyV(highestV),
      source: own.title,
      atUs: us(readings.at(-1)?.atMs ?? rig.clock.nowMs()),
    },
    { sense: 'at most', limit: p.openBelowV, limitSource: 'voltage behind an open output, as the driver holds it' },
  );
}

export const text = ({ voltageV, frequencyHz }: PlayedGrid): string =>
  `${voltageV.map((v) => v.toFixed(1)).join(' / ')} V, ${frequencyHz.toFixed(2)} Hz`;

/** s that the declared slew needs. */
function moveS({ slewVPerS, slewHzPerS }: DeclaredPlayer, from: PlayedGrid, to: PlayedGrid): number {
  const volts = Math.max(...from.voltageV.map((v, k) => Math.abs(v - to.voltageV[k]!)));
  return Math.max(volts / slewVPerS.value, Math.abs(from.frequencyHz - to.frequencyHz) / slewHzPerS.value);
}

const same = (a: PlayedGrid, b: PlayedGrid, phases: number): boolean =>
  a.voltageV.slice(0, phases).every((v, k) => Math.abs(v - b.voltageV[k]!) <= SAME_V) &&
  Math.abs(a.frequencyHz - b.frequencyHz) <= SAME_HZ;
