/**
 * What a sinner makes of the setpoint that it holds: its registers say one thing, and its power goes after another. An honest
 * device follows what it holds.
 */
import type { Quirks } from './sins.js';

/** From the setpoint or limit that is held at an instant, W, to the one that is followed; undefined: under no control. */
export type Follower = (heldW: number | undefined, nowS: number) => number | undefined;

export function follower(quirks: Quirks): Follower {
  /** What was held since when, the one that is followed first. */
  const history: { readonly sinceS: number; readonly heldW: number | undefined }[] = [];
  let firstW: number | undefined;
  return (heldW, nowS) => {
    if (history.length === 0 || history.at(-1)!.heldW !== heldW) history.push({ sinceS: nowS, heldW });
    while (history.length > 1 && history[1]!.sinceS <= nowS - quirks.setpointDelayS) history.shift();
    const followedW = history[0]!.heldW;
    firstW ??= followedW;
    if (followedW === undefined) return undefined;
    const { setpointRatio, setpointStepW: stepW, setpointLeastW: leastW } = quirks;
    const toldW = setpointRatio * (quirks.followsOnce ? firstW! : followedW);
    const steppedW = stepW > 0 ? Math.round(toldW / stepW) * stepW : toldW;
    return steppedW === 0 ? 0 : Math.sign(steppedW) * Math.max(leastW, Math.abs(steppedW));
  };
}

/** Of its life in stretches of five minutes: whether its readings stand still at an instant. */
export const repeats = ({ repeatsS }: Quirks, nowS: number): boolean => repeatsS > 0 && nowS % 300 < repeatsS;
