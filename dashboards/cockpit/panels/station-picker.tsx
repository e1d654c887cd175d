import type { Station } from '../stations.js';

/** Which part of the wijk the panels show: all of it, or what lies behind one transformer. */
export interface Place {
  readonly stations: readonly Station[];
  /** Index of the chosen one; undefined is the whole wijk. */
  readonly chosen: number | undefined;
  readonly choose: (station: number | undefined) => void;
}

/** Not there in a wijk of one transformer. */
export function StationPicker({ place: { stations, chosen, choose } }: { place: Place }) {
  if (stations.length < 2) return null;
  return (
    <select
      aria-label="Part of the wijk"
      data-testid="station"
      value={chosen === undefined ? '' : String(chosen)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        choose(value === '' ? undefined : Number(value));
      }}
    >
      <option value="">whole wijk</option>
      {stations.map((station, s) => (
        <option key={station.branch} value={String(s)}>
          {station.name}
        </option>
      ))}
    </select>
  );
}
