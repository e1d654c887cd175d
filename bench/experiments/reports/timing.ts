/** How links and devices kept their time over the run: three figures and a picture of the histogram each. */
import type { VerdictFile } from '../verdict.js';
import { formatNumber, formatPercent } from './format.js';
import { type Html, html, NOTHING, when } from './html.js';

type Timing = NonNullable<VerdictFile['bench']['devices'][number]['timing']>;
type Spread = Timing['roundTrip'];

const ROWS = [
  ['roundTrip', 'Round trip'],
  ['age', 'Age of readings'],
  ['jitter', 'Jitter of readings'],
  ['oneWayDelay', 'Setpoint, twin to bench'],
  ['command', 'Setpoint, bench to confirmation'],
] as const satisfies readonly (readonly [keyof Timing, string])[];

const WIDTH = 160;
const HEIGHT = 24;
/** The axis of every picture, so that they compare: 10 µs to 100 s, logarithmic. */
const FROM_US = 10;
const DECADES = 7;
const DECADE_PX = WIDTH / DECADES;

export function timingSection({ bench: { devices, links } }: VerdictFile): Html {
  const parts = [
    ...links.map((link) => ({ kind: 'Link', ...link })),
    ...devices.map((d) => ({ kind: 'Device', ...d })),
  ];
  const told = parts.flatMap(({ kind, id, timing }) => (timing === undefined ? [] : [{ kind, id, timing }]));
  if (told.length === 0) return NOTHING;
  return html`<h3>Timing over the run</h3>
<table class="timing"><thead><tr><th>Where</th><th>What</th><th class="n">Count</th><th class="n">p50</th><th class="n">p99</th><th class="n">Max</th><th>10 µs to 100 s, logarithmic</th></tr></thead>
<tbody>${told.map(
    ({ kind, id, timing }) =>
      html`${ROWS.filter(([key]) => timing[key].count > 0).map(
        ([key, name], k) =>
          html`<tr><td>${k === 0 ? html`${id}<small>${kind}, loss ${formatPercent(timing.lossRatio)}, ${timing.crcErrors} damaged</small>` : NOTHING}</td><td>${name}</td>${figures(timing[key])}<td>${picture(timing[key], `${id}: ${name}`)}</td></tr>`,
      )}${when(
        ROWS.every(([key]) => timing[key].count === 0),
        () => html`<tr><td>${id}<small>${kind}</small></td><td colspan="6">nothing was measured</td></tr>`,
      )}`,
  )}</tbody></table>`;
}

function figures({ count, p50, p99, max }: Spread): Html {
  const ms = (us: number): Html => html`<td class="n">${formatNumber(us / 1000)} ms</td>`;
  return html`<td class="n">${formatNumber(count)}</td>${ms(p50)}${ms(p99)}${ms(max)}`;
}

/** One bar per bucket, as high as its share of the fullest. */
function picture({ upperBounds, counts }: Spread, label: string): Html {
  const most = Math.max(1, ...counts);
  const x = (us: number): number => Math.min(WIDTH - 1, Math.max(0, Math.log10(us / FROM_US) * DECADE_PX));
  const bars = upperBounds.map((upper, k) => {
    const height = Math.max(1, ((HEIGHT - 2) * counts[k]!) / most);
    return html`<rect x="${x(upper).toFixed(1)}" y="${(HEIGHT - 1 - height).toFixed(1)}" width="1.6" height="${height.toFixed(1)}" fill="#20639b"/>`;
  });
  const decades = Array.from(
    { length: DECADES - 1 },
    (_, k) =>
      html`<line x1="${((k + 1) * DECADE_PX).toFixed(1)}" x2="${((k + 1) * DECADE_PX).toFixed(1)}" y1="0" y2="${HEIGHT}" stroke="#dde3e8"/>`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" style="width:${WIDTH}px" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg">${decades}${bars}<line x1="0" x2="${WIDTH}" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}" stroke="#8a97a3"/></svg>`;
}
