/** From a request to a session plan: loads the wijk, holds everything against its rules, and tells all problems at once. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../errors.js';
import type { Parsed } from '../../problems.js';
import type { Model } from '../core/engine/model.js';
import { buildModel } from '../wijk/build.js';
import { type LoadedWijk, loadWijk } from '../wijk/load.js';
import { LOW_VOLTAGE_MAX_V } from '../wijk/phase-voltage.js';
import type { RunParameters } from '../wijk/run.js';
import { makeBlueprint } from './blueprint.js';
import { engineHash, modelHash } from './build-hash.js';
import type { SessionPlan } from './plan.js';
import type { RecordChoice } from './record-choice.js';
import { RECORDING_FILE } from './recording.js';
import { newSessionId } from './session.js';

export interface SessionRequest {
  readonly actor: string;
  readonly wijk: string;
  readonly run: RunParameters;
  readonly speed: number;
  readonly recordDirectory: string;
  readonly record?: RecordChoice;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Prepared {
  readonly plan: SessionPlan;
  readonly model: Model;
  readonly loaded: LoadedWijk;
  readonly warnings: readonly Problem[];
}

/** Shorter ticks leave no time for the record; ticks above a minute say nothing about voltages. */
export const TICK_MIN_S = 0.1;
export const TICK_MAX_S = 60;
const TICKS_MAX = 2 ** 31 - 1;
const LABELS_MAX = 50;
const LABEL_LENGTH_MAX = 1000;

export function prepareSession(request: SessionRequest): Parsed<Prepared> {
  const { run, recordDirectory } = request;
  const problems = requestProblems(request);
  const loaded = loadWijk(request.wijk);
  if (!loaded.ok) return { ok: false, problems: [...problems, ...loaded.problems] };
  const built = buildModel(loaded.value, run);
  if (!built.ok) return { ok: false, problems: [...problems, ...built.problems] };
  const blueprint = makeBlueprint(loaded.value, run);
  if (!blueprint.ok) return { ok: false, problems: [...problems, ...blueprint.problems] };
  if (problems.length > 0) return { ok: false, problems };
  const { model, warnings } = built.value;
  const plan: SessionPlan = {
    sessionId: newSessionId(),
    wijkName: loaded.value.wijk.wijk,
    blueprint: blueprint.value,
    engineHash: engineHash(),
    modelHash: modelHash(blueprint.value),
    actor: request.actor,
    startUs: run.startUs,
    tickS: run.tickS,
    ticksTotal: Math.round(run.durationS / run.tickS),
    speed: request.speed,
    recordDirectory,
    record: request.record ?? {},
    labels: request.labels,
    dimensions: model.dimensions,
    slotIds: model.slots.id,
    connectionNodes: [...model.connections.node].filter(
      (node) => model.grid.network.uRatedV[node]! <= LOW_VOLTAGE_MAX_V,
    ),
    nodeIds: [...model.grid.network.nodeIds],
    branchIds: [...model.grid.network.branchIds],
    contractLimitW: model.groupLimitW,
  };
  return { ok: true, value: { plan, model, loaded: loaded.value, warnings } };
}

function requestProblems({ run, speed, recordDirectory, record, labels }: SessionRequest): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: string, value: string, rule: string): void => {
    problems.push({ file: '<run parameters>', path, value, rule });
  };
  if (!(run.tickS >= TICK_MIN_S && run.tickS <= TICK_MAX_S)) {
    wrong('tickS', String(run.tickS), `must lie between ${TICK_MIN_S} and ${TICK_MAX_S} s`);
  }
  if (run.durationS / run.tickS > TICKS_MAX) wrong('durationS', String(run.durationS), `at most ${TICKS_MAX} ticks`);
  if (!(speed >= 0 && speed <= 1000)) {
    wrong('speed', String(speed), 'must be 1 (wall clock), 0 (as fast as possible) or a multiple up to 1000');
  }
  if (recordDirectory !== '' && existsSync(join(recordDirectory, RECORDING_FILE))) {
    wrong(
      'recordDirectory',
      recordDirectory,
      'holds a recording already, which is never written over; name another folder',
    );
  }
  for (const name of ['wijkSamplePeriodS', 'slotSamplePeriodS'] as const) {
    const periodS = record?.[name];
    if (periodS !== undefined && !(periodS > 0)) wrong(`record/${name}`, String(periodS), 'must be above 0 s');
  }
  const entries = Object.entries(labels);
  if (entries.length > LABELS_MAX) wrong('labels', `${entries.length} labels`, `at most ${LABELS_MAX}`);
  for (const [key, value] of entries) {
    if (key.length + value.length > LABEL_LENGTH_MAX) {
      wrong(`labels/${key.slice(0, 40)}`, `${value.length} characters`, `at most ${LABEL_LENGTH_MAX}`);
    }
  }
  return problems;
}
