/** What flows in a device's cable: what it measures, unless its own current transformer is the wrong one. */
import type { Quirks } from './sins.js';

export type Phases = readonly [number, number, number];

/** `measuredW`: phases a, b, c as the device knows them, W, + = consumption. */
export const inCable = ({ cableRatio }: Quirks, [a, b, c]: Phases): Phases => [
  a * cableRatio,
  b * cableRatio,
  c * cableRatio,
];
