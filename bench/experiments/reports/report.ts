/**
 * The report of a run as one HTML page that needs nothing else: for a netbeheerder to read, print and sign.
 *
 * Everything in it comes from `verdict.json`, so that it can be made again from a run's folder.
 */
import { formatDateClock, formatDateClockSeconds, formatLongDate } from '../civil-time.js';
import { formatDuration } from '../duration.js';
import type { VerdictFile } from '../verdict.js';
import { budgetSection } from './budget.js';
import { criteriaSection, leadSentence } from './criteria-table.js';
import { formatNumber, formatPercent, OUTCOME_TEXT } from './format.js';
import { type Html, html, NOTHING, when } from './html.js';
import { plotsSection } from './plots.js';
import { STYLE } from './style.js';
import { timingSection } from './timing.js';

export function renderReport(verdict: VerdictFile): string {
  const { experiment, environment } = verdict;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${experiment.title} · ${OUTCOME_TEXT[verdict.outcome]} · ${verdict.runId}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<div>
<p class="kicker">Test report · wijktwin</p>
<h1>${experiment.title}</h1>
<p class="lead">${leadSentence(verdict)}</p>
</div>
<div class="verdict ${verdict.outcome}"><b>${OUTCOME_TEXT[verdict.outcome]}</b><span>${verdict.bench.mode}</span></div>
</header>
${facts(verdict)}
${when(
  verdict.remarks.length > 0,
  () => html`<ul class="remarks">${verdict.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`,
)}
${criteriaSection(verdict)}
${plotsSection(verdict)}
${budgetSection(verdict)}
${benchSection(verdict)}
${timingSection(verdict)}
${eventsSection(verdict)}
${environmentSection(verdict)}
${signSection()}
<footer>Run ${verdict.runId}, ${formatDateClock(environment.startedUs)} to ${formatDateClock(environment.finishedUs)} local time, by ${environment.actor}. Positive power is consumption. Times in the plots are local time of the simulated day.</footer>
</body>
</html>
`;
  return page.text;
}

function facts(verdict: VerdictFile): Html {
  const { experiment } = verdict;
  const endUs = experiment.startUs + experiment.simulatedS * 1e6;
  const options = Object.entries(experiment.strategy.options).map(([name, value]) => `${name} ${value}`);
  const speed =
    experiment.speed === 0
      ? 'as fast as possible'
      : experiment.speed === 1
        ? 'wall clock'
        : `${experiment.speed} × wall clock`;
  const fact = (name: string, value: string, more = '') =>
    html`<div><dt>${name}</dt>${value}${more === '' ? NOTHING : html`<small>${more}</small>`}</div>`;
  return html`<dl class="facts">
${fact('Wijk', experiment.wijkTitle || experiment.wijk, experiment.wijkTitle ? experiment.wijk : '')}
${fact('Simulated', formatLongDate(experiment.startUs), `${formatDateClock(experiment.startUs)} to ${formatDateClock(endUs)}, ${formatDuration(experiment.simulatedS)}`)}
${fact('Strategy', experiment.strategy.name, options.join(', '))}
${fact('Contract', experiment.contract === null ? 'as the wijk file says' : `${formatNumber(experiment.contract.groupLimitW / 1000)} kW per quarter-hour`, experiment.contract?.source ?? '')}
${fact('Weather', experiment.weather)}
${fact('Bench', verdict.bench.mode, `tick ${formatDuration(experiment.tickS)}, ${speed}, seed ${experiment.seed}`)}
</dl>`;
}

function benchSection(verdict: VerdictFile): Html {
  const { devices, links, name } = verdict.bench;
  if (devices.length === 0) return NOTHING;
  const ms = (us: number | null) => formatNumber(us === null ? null : us / 1000);
  return html`<h2>Devices on the bench${name === '' ? '' : ` “${name}”`}</h2>
<table><thead><tr><th>Device</th><th>Slot</th><th class="n">On device</th><th class="n">On fallback</th><th class="n">Readings</th><th class="n">Lost</th><th class="n">Jitter p99</th><th class="n">Setpoints ignored</th><th>At the end</th></tr></thead>
<tbody>${devices.map(
    (d) =>
      html`<tr><td>${d.id}<small>${d.identity || d.profile}</small></td><td>${d.slotId}<small>${d.lease}</small></td><td class="n">${formatPercent(d.onDeviceRatio)}</td><td class="n">${formatPercent(d.onFallbackRatio)}</td><td class="n">${formatNumber(d.readings)}</td><td class="n">${formatNumber(d.readingsLost)}</td><td class="n">${ms(d.jitterP99Us)} ms</td><td class="n">${d.setpointsIgnored}</td><td>${d.stateAtEnd}${d.lastError === '' ? NOTHING : html`<small>${d.lastError}</small>`}</td></tr>`,
  )}</tbody></table>
${discrepancyTable(devices)}
${when(
  links.length > 0,
  () => html`<h3>Links</h3><table><thead><tr><th>Link</th><th>Address</th><th class="n">Requests</th><th class="n">Timeouts</th><th class="n">CRC errors</th><th class="n">Exceptions</th><th class="n">Round trip p50</th><th class="n">p99</th></tr></thead>
<tbody>${links.map((l) => html`<tr><td>${l.id}</td><td>${l.address}</td><td class="n">${formatNumber(l.requests)}</td><td class="n">${l.timeouts}</td><td class="n">${l.crcErrors}</td><td class="n">${l.exceptions}</td><td class="n">${ms(l.roundTripP50Us)} ms</td><td class="n">${ms(l.roundTripP99Us)} ms</td></tr>`)}</tbody></table>`,
)}`;
}

/** What devices said or did that cannot be true, each kind with its newest words. */
function discrepancyTable(devices: VerdictFile['bench']['devices']): Html {
  const rows = devices.flatMap(({ id, discrepancies = [] }) => discrepancies.map((one) => ({ id, ...one })));
  if (rows.length === 0) return NOTHING;
  return html`<h3>What devices contradicted</h3>
<table><thead><tr><th>Device</th><th>What</th><th class="n">Times</th><th>Newest</th></tr></thead>
<tbody>${rows.map((r) => html`<tr><td>${r.id}</td><td class="nowrap">${r.kind}</td><td class="n">${r.count}</td><td>${r.text}</td></tr>`)}</tbody></table>`;
}

/** Rows on paper; all events stay in verdict.json. */
const EVENT_ROWS_MAX = 60;

function eventsSection(verdict: VerdictFile): Html {
  const { events } = verdict;
  if (events.length === 0) return NOTHING;
  const shown = events.slice(0, EVENT_ROWS_MAX);
  return html`<h2>Events</h2>
<table><thead><tr><th>Time</th><th>Event</th><th>Subject</th><th>What</th><th>By</th></tr></thead>
<tbody>${shown.map((e) => html`<tr><td class="nowrap">${formatDateClockSeconds(e.timeUs)}</td><td>${e.kind}</td><td>${e.subject}</td><td>${e.text}</td><td>${e.actor}</td></tr>`)}</tbody></table>
${when(events.length > shown.length, () => html`<p>${events.length - shown.length} more are in verdict.json.</p>`)}`;
}

function environmentSection(verdict: VerdictFile): Html {
  const { environment: env, experiment, timing } = verdict;
  const row = (name: string, value: Html | string) => html`<tr><td class="nowrap">${name}</td><td>${value}</td></tr>`;
  const hash = (value: string) => (value === '' ? html`–` : html`<code>${value}</code>`);
  const us = (value: number | null) => formatNumber(value);
  const lateness =
    experiment.speed === 0
      ? 'not applicable: as fast as possible'
      : `${formatNumber(timing.lateTicks)} of ${formatNumber(timing.ticks)} ticks late; p50 ${us(timing.latenessP50Us)} µs, p99 ${us(timing.latenessP99Us)} µs, largest ${us(timing.latenessMaxUs)} µs`;
  return html`<h2>How to repeat this run</h2>
<table><tbody>
${row('Experiment file', html`${experiment.file} <small><code>${experiment.fileHash}</code></small>`)}
${row('Model', hash(env.modelHash))}
${row('Published frames', hash(env.frameHash))}
${row('Record', env.recordDirectory || '–')}
${row('Programs', `wijktwin ${env.wijktwin}, Node ${env.node}, ${env.platform}`)}
${row('Machine', `${env.host}, ${env.cpu}`)}
${row('Lateness of ticks', lateness)}
</tbody></table>
<p>A replay of the record with the same model gives the same frames: their chained hash is the proof. Not judged: unbalance, flicker, rapid voltage changes, harmonics, protection, and anything below the connection.</p>`;
}

function signSection(): Html {
  const block = (title: string) =>
    html`<div class="sign"><b>${title}</b><div>Name</div><div>Organisation and function</div><div>Place and date</div><div class="tall">Signature</div></div>`;
  return html`<h2>Signatures</h2><div class="signs">${block('Performed by')}${block('Seen by the network operator')}</div>`;
}
