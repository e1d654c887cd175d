/**
 * One monotonic clock for all threads of the process, in microseconds. `performance.now` counts per thread from another
 * origin; the offset to the process-wide clock is taken once, so that reading the time makes no garbage.
 */
const originUs = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;

export function monotonicUs(): number {
  return originUs + performance.now() * 1000;
}
