import type { LinkHealthMessage, SpreadMessage } from '../../server/messages.js';
import { fixed, milliseconds, percent } from '../format.js';
import { barsOf, DECADE_LABELS, DECADES } from '../spread.js';

const WIDTH = 210;
const HEIGHT = 34;

const ROWS = [
  ['roundTrip', 'Round trip', 'from a request to its reply'],
  ['age', 'Age', 'of a reading when it goes to the twin'],
  ['jitter', 'Jitter', 'spread of the time between readings around the poll period'],
] as const;

/** How each link keeps its time: one picture per quantity, all on the same axis, and what was lost. */
export function Timing({ links }: { links: readonly LinkHealthMessage[] }) {
  const told = links.flatMap(({ id, timing }) => (timing === null ? [] : [{ id, timing }]));
  if (told.length === 0) return null;
  return (
    <section class="timing" aria-label="Timing of the links">
      {told.map(({ id, timing }) => (
        <div key={id} class="timing-link" data-testid={`timing-${id}`}>
          <div class="timing-head">
            <b>{id}</b>{' '}
            <span
              class={timing.lossRatio !== null && timing.lossRatio > 0 ? 'warn-text' : 'muted'}
              title="Requests without a good answer, of all requests"
            >
              loss {percent(timing.lossRatio, 2)}
            </span>{' '}
            <span class={timing.crcErrors > 0 ? 'warn-text' : 'muted'} title="Answers that came damaged">
              CRC {fixed(timing.crcErrors, 0)}
            </span>
          </div>
          <div class="timing-pictures">
            {ROWS.map(([key, name, meaning]) => (
              <Picture key={key} id={id} name={name} meaning={meaning} spread={timing[key]} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

interface PictureProps {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly spread: SpreadMessage;
}

function Picture({ id, name, meaning, spread }: PictureProps) {
  const figures =
    spread.count === 0
      ? 'nothing yet'
      : `p50 ${milliseconds(spread.p50Us)}, p99 ${milliseconds(spread.p99Us)}, max ${milliseconds(spread.maxUs)}`;
  return (
    <figure class="timing-picture" title={`${name}: ${meaning}; ${fixed(spread.count, 0)} values`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 10}`} role="img" aria-label={`${id}: ${name}, ${figures}`}>
        {DECADE_LABELS.map((label, k) => (
          <g key={label}>
            <line class="timing-decade" x1={x(k / DECADES)} x2={x(k / DECADES)} y1={0} y2={HEIGHT} />
            <text class="timing-label" x={x(k / DECADES) + 1.5} y={HEIGHT + 9}>
              {label}
            </text>
          </g>
        ))}
        {barsOf(spread).map(({ from, to, share }) => (
          <rect
            key={from}
            class="timing-bar"
            x={x(from)}
            width={Math.max(0.8, x(to) - x(from) - 0.4)}
            y={HEIGHT - Math.max(1, share * (HEIGHT - 2))}
            height={Math.max(1, share * (HEIGHT - 2))}
          />
        ))}
        {spread.count > 0 ? <Mark us={spread.p99Us} /> : null}
        <line class="timing-axis" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <figcaption>
        {name} <span class="value muted">{figures}</span>
      </figcaption>
    </figure>
  );
}

/** Where the 99th percentile lies. */
function Mark({ us }: { us: number }) {
  const [bar] = barsOf({ count: 1, p50Us: us, p99Us: us, maxUs: us, upperUs: [us], counts: [1] });
  const at = x(bar?.to ?? 0);
  return <line class="timing-mark" x1={at} x2={at} y1={0} y2={HEIGHT} />;
}

const x = (share: number): number => Number((share * WIDTH).toFixed(1));
