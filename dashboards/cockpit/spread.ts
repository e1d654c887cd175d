/** A histogram of durations as bars on a logarithmic axis that is the same for all: 100 µs to 100 s. Pure. */
import type { SpreadMessage } from '../server/messages.js';

const FROM_US = 100;
export const DECADES = 6;
/** At the start of each decade. */
export const DECADE_LABELS = ['0.1 ms', '1 ms', '10 ms', '0.1 s', '1 s', '10 s'] as const;
/** The bench's buckets: each upper edge is this much above the one before. */
const BUCKET_FACTOR = 1.2;

export interface Bar {
  /** Edges, as shares of the axis. */
  readonly from: number;
  readonly to: number;
  /** Of the fullest bar. */
  readonly share: number;
}

/** What lies beyond the axis stands at its end, so that nothing is hidden. */
export function barsOf({ upperUs, counts }: SpreadMessage): Bar[] {
  const most = Math.max(1, ...counts);
  const at = (us: number): number => Math.min(1, Math.max(0, Math.log10(us / FROM_US) / DECADES));
  const width = Math.log10(BUCKET_FACTOR) / DECADES;
  return upperUs.map((us, k) => {
    const to = Math.max(width, at(us));
    return { from: to - width, to, share: (counts[k] ?? 0) / most };
  });
}
