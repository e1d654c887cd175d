/** What this process writes at the top of a recording, and what it holds against another's. */
import { frameLayout } from '../core/base/columns.js';
import { engineHash } from './build-hash.js';
import type { SessionPlan } from './plan.js';
import { FORMAT, type RecordingHeader } from './recording.js';

export function recordingHeader(plan: SessionPlan): RecordingHeader {
  return {
    format: FORMAT,
    sessionId: plan.sessionId,
    node: process.version,
    arch: process.arch,
    engineHash: plan.engineHash,
    modelHash: plan.modelHash,
    frameLength: frameLayout(plan.dimensions).total,
    startUs: plan.startUs,
    tickS: plan.tickS,
    labels: plan.labels,
    blueprint: plan.blueprint,
  };
}

/** Why this process may compute other bits than the one that recorded; empty if it may not. */
export function differences(header: RecordingHeader): string[] {
  const found: string[] = [];
  const compare = (what: string, recorded: string, here: string): void => {
    if (recorded !== here) found.push(`${what} is ${here}, the recording has ${recorded}`);
  };
  compare('Node', header.node, process.version);
  compare('the architecture', header.arch, process.arch);
  compare('the engine hash', header.engineHash.slice(0, 12), engineHash().slice(0, 12));
  return found;
}
