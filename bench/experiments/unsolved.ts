/** How long the power flow of a run had no solution: its voltages and loadings are then missing, and somebody should say so. */
import { formatInstant } from './civil-time.js';
import type { Evidence } from './evidence.js';

/** Undefined if there always was one. */
export function unsolvedRemark({
  events,
  startUs,
  simulatedS,
}: Pick<Evidence, 'events' | 'startUs' | 'simulatedS'>): string | undefined {
  const ofGrid = events.filter(({ kind }) => kind === 'grid');
  let seconds = 0;
  let since: number | undefined;
  for (const { timeUs, text } of ofGrid) {
    if (text.startsWith('no solution')) since ??= timeUs;
    else if (since !== undefined) {
      seconds += (timeUs - since) / 1e6;
      since = undefined;
    }
  }
  if (since !== undefined) seconds += (startUs + simulatedS * 1e6 - since) / 1e6;
  const first = ofGrid.find(({ text }) => text.startsWith('no solution'));
  if (first === undefined) return undefined;
  const share = simulatedS > 0 ? ((100 * seconds) / simulatedS).toFixed(1) : '–';
  return `The power flow had no solution for the first time at ${minuteOf(first.timeUs)}, and for ${share} % of the time: there are no voltages and no loadings of it.`;
}

const minuteOf = (timeUs: number): string => formatInstant(timeUs).slice(0, 16).replace('T', ' ');
