/** Phase 9, publish: the last of the wijk's own numbers; with it the frame of this tick stands. */
import type { State } from './state.js';

export function publish(state: State): void {
  const { columns } = state;
  columns.outdoorTemperatureC[0] = state.outdoorTemperatureC;
  columns.globalIrradianceWPerM2[0] = state.globalIrradianceWPerM2;
  columns.emergencyStop[0] = state.emergencyStop;
  columns.decisionsMissed[0] = state.strategy.missedTotal;
  state.tick++;
}
