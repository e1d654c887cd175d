/** Evidence for tests of criteria: a well run with nothing in it, changed where the test says. */
import { type Evidence, emptyEvidence, type Quarter, type TenMinutes } from '../../../bench/experiments/evidence.js';
import { experimentSchema } from '../../../bench/experiments/schema.js';

/** 2012-02-03 16:00 in Amsterdam. */
export const START_US = Date.UTC(2012, 1, 3, 15) * 1000;

export function evidenceOf(change: Partial<Evidence>): Evidence {
  const bench = { modelOnly: true, name: '', devices: [], links: [] };
  const empty = emptyEvidence({ startUs: START_US, durationS: 21_600, tickS: 1, speed: 0, bench });
  return { ...empty, simulatedS: 21_600, timing: { ...empty.timing, ticks: 21_600 }, ...change };
}

export function quarter(index: number, meanKw: number, change: Partial<Quarter> = {}): Quarter {
  return {
    startUs: START_US + index * 900e6,
    complete: true,
    meanPowerW: meanKw * 1000,
    limitW: 285_000,
    substitutedRatio: 0,
    limitFrom: 'contract',
    ...change,
  };
}

/** 10-minute means of one node, all phases alike but for phase b where `voltageB` says otherwise. */
export function tenMinutes(index: number, change: Partial<TenMinutes> = {}): TenMinutes {
  return {
    startUs: START_US + index * 600e6,
    complete: true,
    voltageV: [230, 230, 230],
    loadingRatio: [0.5, 0.4],
    ...change,
  };
}

/** Criteria with the defaults of the file format. */
export const DEFAULTS = experimentSchema.shape.criteria.parse({
  groupLimit: {},
  voltage: {},
  transformerLoading: {},
  cableLoading: {},
  comfort: { maximumDeficitKh: 1 },
}) as Required<ReturnType<typeof experimentSchema.shape.criteria.parse>>;
