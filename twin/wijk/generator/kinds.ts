/** How many homes of each kind a wijk has, and in which order they stand along its streets. */
import type { HomeKind } from '../catalogue/households.js';
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';
import { interleave } from './partition.js';

/** Counts of kinds: their shares of all homes, largest remainders first. */
export function countsOfKinds(design: WijkDesign): Map<HomeKind, number> {
  const shares = Object.entries(design.kinds).filter(([, share]) => share > 0) as [HomeKind, number][];
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const exact = shares.map(([kind, share]) => ({ kind, due: (share / total) * design.homes }));
  const counts = new Map(exact.map(({ kind, due }) => [kind, Math.floor(due)]));
  let left = design.homes - [...counts.values()].reduce((sum, n) => sum + n, 0);
  for (const { kind } of exact.toSorted((p, q) => (q.due % 1) - (p.due % 1))) {
    if (left-- <= 0) break;
    counts.set(kind, counts.get(kind)! + 1);
  }
  return counts;
}

/** Homes on the ground come first, mixed along their streets; then those in blocks. */
export function kindsInOrder(design: WijkDesign): HomeKind[] {
  const counts = [...countsOfKinds(design)].sort(([, p], [, q]) => q - p);
  const order = (stacked: boolean): HomeKind[] =>
    counts
      .filter(([kind]) => HOME_TRAITS[kind].stacked === stacked)
      .reduce<HomeKind[]>((mixed, [kind, n]) => interleave(mixed, new Array<HomeKind>(n).fill(kind)), []);
  return [...order(false), ...order(true)];
}
