import { fixed } from '../format.js';

/** Un ±10 %, the band of NEN-EN 50160 and the Netcode for low voltage. */
export const BAND_LOW_V = 207;
export const BAND_HIGH_V = 253;
export const MARGIN = { left: 34, right: 8, top: 6, bottom: 18 };

export interface Scale {
  readonly lowV: number;
  readonly highV: number;
}

/** Horizontal lines: the band and round voltages between. */
export function VoltageLines({ scale, width, y }: { scale: Scale; width: number; y: (value: number) => number }) {
  const span = scale.highV - scale.lowV;
  const step = span > 40 ? 10 : span > 18 ? 5 : span > 8 ? 2 : 1;
  const rounds: number[] = [];
  for (let value = Math.ceil(scale.lowV / step) * step; value <= scale.highV; value += step) rounds.push(value);
  const inside = (value: number): boolean => value >= scale.lowV && value <= scale.highV;
  const right = width - MARGIN.right;
  return (
    <g>
      {rounds.map((value) => (
        <g key={value}>
          <path class="rule" d={`M ${MARGIN.left} ${y(value)} H ${right}`} />
          {Math.min(Math.abs(value - BAND_LOW_V), Math.abs(value - BAND_HIGH_V)) * (220 / span) > 12 ? (
            <text class="axis-label" x={MARGIN.left - 5} y={y(value) + 3.5}>
              {fixed(value, 0)}
            </text>
          ) : null}
        </g>
      ))}
      {[BAND_LOW_V, BAND_HIGH_V].filter(inside).map((value) => (
        <g key={value}>
          <path class="band-line" d={`M ${MARGIN.left} ${y(value)} H ${right}`} />
          <text class="axis-label band-label" x={MARGIN.left - 5} y={y(value) + 3.5}>
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}
