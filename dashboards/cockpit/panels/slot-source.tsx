import type { SlotDescription } from '../../server/messages.js';
import type { SourceName } from '../layout.js';

/** A slot with where its power comes from now. */
export interface SlotRow {
  readonly index: number;
  readonly slot: SlotDescription;
  readonly source: SourceName;
}

/** The source as a letter in a shape and a colour of its own, so that no reader depends on one of the three. */
export function Badge({ source }: { source: SourceName }) {
  return (
    <i class={`badge badge-${source}`} aria-hidden="true">
      {source === 'unknown' ? '?' : source[0]!.toUpperCase()}
    </i>
  );
}
