/** Splits a sequence into as few neighbouring groups as fit, and then as evenly as that number allows. */

/**
 * `load(items)` is how full a group is: 1 is full. It must not fall when a group grows. A single item that is more than full is a
 * group of its own: the caller judges it.
 */
export function partition<T>(items: readonly T[], load: (group: readonly T[]) => number): T[][] {
  const groups = (full: number): T[][] => {
    const made: T[][] = [];
    let group: T[] = [];
    for (const item of items) {
      if (group.length > 0 && load([...group, item]) > full) {
        made.push(group);
        group = [];
      }
      group.push(item);
    }
    if (group.length > 0) made.push(group);
    return made;
  };
  const fewest = groups(1);
  // The same number of groups, none fuller than needed: halving finds the smallest bound that still gives it.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (groups(middle).length > fewest.length) low = middle;
    else high = middle;
  }
  return groups(high);
}

/** Puts `extra` between `items` at even distances, so that what is rare is spread over the whole. */
export function interleave<T>(items: readonly T[], extra: readonly T[]): T[] {
  if (items.length === 0) return [...extra];
  const mixed: T[] = [];
  let placed = 0;
  items.forEach((item, i) => {
    mixed.push(item);
    const due = Math.round(((i + 1) * extra.length) / items.length);
    while (placed < due) mixed.push(extra[placed++]!);
  });
  return mixed;
}
