/**
 * The limit that a group transport contract puts on the mean consumption of each local quarter-hour, and the call-offs
 * that lower it for a while.
 *
 * kW in contracts is the mean over the quarter-hour; several limits at once: the lowest holds. Quarter-hours are those
 * of the Dutch civil day; since offsets from UTC are whole hours, a local quarter is also a quarter in UTC, on days
 * with 92 or 100 of them too.
 */

/** Call-offs that can be active or announced at the same time; a day holds at most 100 quarter-hours. */
export const CALL_OFFS_MAX = 128;

export interface GroupLimit {
  readonly contractW: number;
  readonly fromUs: Float64Array;
  readonly untilUs: Float64Array;
  readonly limitW: Float64Array;
  count: number;
}

export function createGroupLimit(contractW: number): GroupLimit {
  return {
    contractW,
    fromUs: new Float64Array(CALL_OFFS_MAX),
    untilUs: new Float64Array(CALL_OFFS_MAX),
    limitW: new Float64Array(CALL_OFFS_MAX),
    count: 0,
  };
}

/** Adds a call-off for [fromUs, untilUs); false if there is no room even after dropping those that ended before nowUs. */
export function addCallOff(limit: GroupLimit, fromUs: number, untilUs: number, limitW: number, nowUs: number): boolean {
  if (limit.count === CALL_OFFS_MAX) {
    let kept = 0;
    for (let i = 0; i < limit.count; i++) {
      if (limit.untilUs[i]! <= nowUs) continue;
      limit.fromUs[kept] = limit.fromUs[i]!;
      limit.untilUs[kept] = limit.untilUs[i]!;
      limit.limitW[kept] = limit.limitW[i]!;
      kept++;
    }
    limit.count = kept;
    if (kept === CALL_OFFS_MAX) return false;
  }
  limit.fromUs[limit.count] = fromUs;
  limit.untilUs[limit.count] = untilUs;
  limit.limitW[limit.count] = limitW;
  limit.count++;
  return true;
}

/** The lowest limit that holds at an instant, W. */
export function limitAt(limit: GroupLimit, timeUs: number): number {
  let lowest = limit.contractW;
  for (let i = 0; i < limit.count; i++) {
    if (timeUs >= limit.fromUs[i]! && timeUs < limit.untilUs[i]! && limit.limitW[i]! < lowest)
      lowest = limit.limitW[i]!;
  }
  return lowest;
}
