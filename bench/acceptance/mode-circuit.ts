/** Every ordered pair of modes exactly once, without a way in between: an Eulerian circuit of the complete digraph. */

/** Indices of the modes to visit: n(n−1)+1 of them, beginning and ending with 0. */
export function modeCircuit(count: number): number[] {
  const left = Array.from({ length: count }, (_, from) =>
    Array.from({ length: count }, (_, to) => to).filter((to) => to !== from),
  );
  // Hierholzer: walk until stuck, then insert the detours.
  const stack = [0];
  const circuit: number[] = [];
  while (stack.length > 0) {
    const next = left[stack.at(-1)!]?.shift();
    if (next === undefined) circuit.push(stack.pop()!);
    else stack.push(next);
  }
  return circuit.reverse();
}
