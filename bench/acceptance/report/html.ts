/**
 * The result as one HTML page that needs nothing else: for a lab to file, print and sign. Everything in it comes from
 * `acceptance.json`, so that it can be made again from a folder.
 */
import { formatDateClockSeconds } from '../../experiments/civil-time.js';
import { formatDuration } from '../../experiments/duration.js';
import { formatNumber } from '../../experiments/reports/format.js';
import { type Html, html, NOTHING, when } from '../../experiments/reports/html.js';
import { type Layer, plot } from '../../experiments/reports/plot.js';
import { COLORS, STYLE } from '../../experiments/reports/style.js';
import type { CheckFile, FigureFile, PlotFile, ResultFile } from '../result-file.js';
import { VERDICT_TEXT } from '../verdict.js';
import { limitText, marginText, uncertaintyText, valueText } from './text.js';

const SUBJECT_TEXT = { hardware: 'hardware', mock: 'mock', model: 'model of the twin' } as const;

export function renderHtml(result: ResultFile): string {
  const { device, environment } = result;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Acceptance of ${device.id} · ${VERDICT_TEXT[result.verdict]} · ${result.id}</title>
<style>${STYLE}
.not-set { --c:var(--aborted) }
.check { break-inside:auto }
.check h3 { display:flex; gap:12px; align-items:baseline; margin-top:30px; padding-top:8px; font-size:16px; border-top:1px solid var(--line); break-after:avoid }
.check h3 .badge { margin-left:auto }
.check > p.q { margin:0; color:var(--soft) }
td.figure { width:34% }
ul.findings { margin:8px 0; padding-left:18px }
</style>
</head>
<body>
<header>
<div>
<p class="kicker">Acceptance of a device · wijktwin</p>
<h1>${device.title}</h1>
<p class="lead">${leadSentence(result)}</p>
</div>
<div class="verdict ${result.verdict}"><b>${VERDICT_TEXT[result.verdict]}</b><span>${SUBJECT_TEXT[device.subject]}</span></div>
</header>
${facts(result)}
${when(
  result.remarks.length > 0,
  () => html`<ul class="remarks">${result.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`,
)}
${overview(result)}
<h2>Check by check</h2>
${result.checks.filter(({ status }) => status === 'ran').map(checkSection)}
${instruments(result)}
${benchSection(result)}
${repeatSection(result)}
${signatures()}
<footer>${result.id}, ${formatDateClockSeconds(environment.startedUs)} to ${formatDateClockSeconds(environment.finishedUs)} local time, by ${environment.actor}. Positive power is consumption. Every margin is the distance to the limit, positive is room; a margin smaller than the uncertainty of the instrument is inconclusive.</footer>
</body>
</html>
`;
  return page.text;
}

/** What decided, in words. */
export function leadSentence(result: ResultFile): string {
  const { checks, verdict } = result;
  const ran = checks.filter(({ status }) => status === 'ran');
  if (verdict === 'pass') return `All ${ran.length} checks that apply to it passed.`;
  if (verdict === 'not-set') return 'Nothing was judged.';
  if (result.neutral.state === 'not-confirmed' && verdict !== 'aborted')
    return `${result.neutral.text}${decided(result)}`;
  const decisive = checks.find((check) => check.verdict === verdict);
  if (decisive === undefined) return verdict === 'aborted' ? 'The run was ended early.' : '';
  return `${decisive.title}: ${decisive.summary}`;
}

/** The check that decided, for what cannot be said in one sentence. */
function decided({ checks, verdict }: ResultFile): string {
  const decisive = checks.find((check) => check.verdict === verdict);
  return decisive === undefined ? '' : ` ${decisive.title}: ${decisive.summary}`;
}

function facts(result: ResultFile): Html {
  const { device, neutral } = result;
  const fact = (name: string, value: string, more = '') =>
    html`<div><dt>${name}</dt>${value}${more === '' ? NOTHING : html`<small>${more}</small>`}</div>`;
  const speed = device.speed === 1 ? '' : `lives ${device.speed} times faster than the wall clock`;
  const sin = device.sin === '' ? '' : `with the sin ${device.sin}`;
  const unit = device.unit > 0 ? `, unit ${device.unit}` : '';
  const control =
    device.envelope === null
      ? fact('Setpoints', 'none: a meter')
      : fact(
          'Setpoints',
          `${device.meaning} inside ${formatNumber(device.envelope.minimumW)} to ${formatNumber(device.envelope.maximumW)} W`,
          `safe ${formatNumber(device.safeSetpointW)} W, reverts after ${formatNumber(device.revertTimeS)} s`,
        );
  return html`<dl class="facts">
${fact('Device', device.identity || 'not identified', device.id)}
${fact('Where', `${device.address}${unit}`, device.benchFile)}
${fact('Profile', device.profile, device.profileSource)}
${control}
${fact('Tested', SUBJECT_TEXT[device.subject], [sin, speed].filter((text) => text !== '').join(', '))}
${fact('Left as', neutral.state === 'confirmed' ? 'safe setpoint, confirmed' : neutral.state.replaceAll('-', ' '), neutral.text)}
</dl>`;
}

function overview({ checks }: ResultFile): Html {
  return html`<h2>Checks</h2>
<table><thead><tr><th>Check</th><th>Result</th><th class="n">Took</th><th>What was found</th></tr></thead>
<tbody>${checks.map(
    (check) => html`<tr><td class="nowrap"><b>${check.title}</b><small>${check.id}</small></td>
<td>${badge(check)}</td>
<td class="n">${check.status === 'ran' ? `${formatNumber(check.durationS)} s` : '–'}</td>
<td>${check.summary}</td></tr>`,
  )}</tbody></table>`;
}

const badge = ({ verdict, status }: Pick<CheckFile, 'verdict' | 'status'>): Html =>
  html`<span class="badge ${verdict}">${status === 'ran' ? VERDICT_TEXT[verdict] : status.replace('-', ' ')}</span>`;

function checkSection(check: CheckFile): Html {
  const limited = check.figures.filter(({ sense }) => sense !== 'reported');
  const reported = check.figures.filter(({ sense }) => sense === 'reported');
  return html`<section class="check"><h3>${check.title}${badge(check)}</h3>
<p class="q">${check.question}</p>
<p>${check.summary}</p>
${when(check.findings.length > 0, () => html`<ul class="findings">${check.findings.map((finding) => html`<li><b>${VERDICT_TEXT[finding.verdict]}</b>: ${finding.text}</li>`)}</ul>`)}
${when(check.facts.length > 0, () => html`<table><tbody>${check.facts.map((fact) => html`<tr><td class="nowrap">${fact.name}</td><td>${fact.value}<small>${fact.source}</small></td></tr>`)}</tbody></table>`)}
${check.plots.map(drawPlot)}
${when(limited.length + reported.length > 0, () => figureTable([...limited, ...reported]))}
${when(check.remarks.length > 0, () => html`<ul class="remarks">${check.remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`)}
<p><small>How: ${check.method}</small></p></section>`;
}

function figureTable(figures: readonly FigureFile[]): Html {
  return html`<table><thead><tr><th>Figure</th><th>Result</th><th class="n">Measured</th><th class="n">Limit</th><th class="n">Margin</th><th class="n">Uncertainty</th><th>Time</th></tr></thead>
<tbody>${figures.map(
    (
      figure,
    ) => html`<tr><td class="figure">${figure.title}${figure.explanation === '' ? NOTHING : html`<small>${figure.explanation}</small>`}<small>${[figure.source, figure.limitSource === '' ? '' : `limit: ${figure.limitSource}`].filter((t) => t !== '').join(' · ')}</small></td>
<td>${figure.sense === 'reported' ? html`<small>reported</small>` : html`<span class="badge ${figure.verdict}">${VERDICT_TEXT[figure.verdict]}</span>`}</td>
<td class="n"><b>${valueText(figure)}</b></td>
<td class="n">${limitText(figure)}</td>
<td class="n">${marginText(figure)}</td>
<td class="n">${uncertaintyText(figure)}</td>
<td class="nowrap">${formatDateClockSeconds(figure.atUs).slice(-8)}</td></tr>`,
  )}</tbody></table>`;
}

const LINE_COLORS = [COLORS.power, COLORS.kinds['battery']!];

function drawPlot(spec: PlotFile): Html {
  const at = (seconds: number): number => seconds * 1e6;
  const fromS = Math.max(spec.fromS, Math.min(...spec.lines.flatMap(({ timeS }) => timeS.slice(0, 1)), 0));
  // Of a window that ended before the picture begins, or begins after its end, nothing is to be seen.
  const seen = <T extends { readonly fromUs: number; readonly untilUs: number }>(ranges: readonly T[]): T[] =>
    ranges
      .map((range) => ({
        ...range,
        fromUs: Math.max(range.fromUs, at(fromS)),
        untilUs: Math.min(range.untilUs, at(spec.untilS)),
      }))
      .filter(({ fromUs, untilUs }) => untilUs > fromUs);
  const windows = seen(
    spec.windows.map((window, k) => ({
      fromUs: at(window.fromS),
      untilUs: at(spec.windows[k + 1]?.fromS ?? spec.untilS),
      low: window.minimumW,
      high: window.maximumW,
    })),
  );
  const isTarget = windows.every(({ low, high }) => low === high);
  const setpoint: Layer = isTarget
    ? {
        kind: 'steps',
        bars: windows.map(({ fromUs, untilUs, high }) => ({ fromUs, untilUs, value: high })),
        color: COLORS.limit,
        label: 'setpoint',
        dashed: true,
      }
    : { kind: 'range', ranges: windows, color: 'rgba(192,57,43,.10)', label: 'commanded window' };
  const band: Layer[] =
    spec.band === undefined
      ? []
      : [
          {
            kind: 'range',
            ranges: seen([
              {
                fromUs: at(spec.band.fromS),
                untilUs: at(spec.untilS),
                low: spec.band.minimumW,
                high: spec.band.maximumW,
              },
            ]),
            color: 'rgba(63,146,118,.18)',
            label: 'where it must be',
          },
        ];
  const power = spec.lines.map(
    (line, k): Layer => ({
      kind: 'line',
      instants: true,
      timeUs: line.timeS.map(at),
      mean: line.powerW,
      color: LINE_COLORS[k % LINE_COLORS.length]!,
      label: line.label,
    }),
  );
  return plot({
    title: spec.title,
    unit: 'W',
    axis: 'elapsed',
    fromUs: at(fromS),
    untilUs: at(spec.untilS),
    height: 220,
    include: [0],
    layers: [...band, setpoint, ...power],
    marks: spec.marks
      .filter(({ atS }) => atS >= fromS && atS <= spec.untilS)
      .map(({ atS, text }) => ({ us: at(atS), text })),
  });
}

function instruments(result: ResultFile): Html {
  return html`<h2>Instruments</h2>
<table><thead><tr><th>Instrument</th><th>Judges power</th><th>Remarks</th></tr></thead>
<tbody>${result.instruments.map((i) => html`<tr><td>${i.title}</td><td>${i.judges ? 'yes' : 'no'}</td><td>${i.remarks.join(' ')}</td></tr>`)}</tbody></table>`;
}

function benchSection({ bench, frames }: ResultFile): Html {
  const ms = (us: number | null) => `${formatNumber(us === null ? null : us / 1000)} ms`;
  const row = (name: string, value: string) => html`<tr><td class="nowrap">${name}</td><td>${value}</td></tr>`;
  return html`<h2>The bench</h2>
<table><tbody>
${row('Readings', `${formatNumber(bench.readings)}, ${bench.readingsLost} lost while the device was connected`)}
${row('Age of readings', `p50 ${ms(bench.ageP50Us)}, p99 ${ms(bench.ageP99Us)}; jitter p99 ${ms(bench.jitterP99Us)}`)}
${row('Round trip', `p50 ${ms(bench.roundTripP50Us)}, p99 ${ms(bench.roundTripP99Us)}`)}
${row('Requests', `${formatNumber(bench.requests)}; ${bench.timeouts} timeouts, ${bench.crcErrors} wrong checks, ${bench.exceptions} exceptions, ${bench.lateRepliesDropped} late replies dropped`)}
${row('Setpoints written', formatNumber(bench.commands))}
${frames.map(({ file, line, events, bytes, failed }) => row(`Frames, ${line}`, `${file}: ${formatNumber(events)} events, ${formatNumber(bytes)} bytes, with microsecond stamps; wijktwin frames reads it${failed === '' ? '' : `. NOT WHOLE: ${failed}`}`))}
</tbody></table>
<p><small>Trouble of the bench makes a verdict inconclusive or an error, never a failure of the device.</small></p>`;
}

function repeatSection({ environment, abortPath }: ResultFile): Html {
  const row = (name: string, value: string) => html`<tr><td class="nowrap">${name}</td><td>${value}</td></tr>`;
  return html`<h2>How to repeat this run</h2>
<table><tbody>
${row('Command', environment.command)}
${row('Programs', `wijktwin ${environment.wijktwin}, Node ${environment.node}, ${environment.platform}, on ${environment.host}`)}
${row('Began, took', `${formatDateClockSeconds(environment.startedUs)}, ${formatDuration(Math.round((environment.finishedUs - environment.startedUs) / 1e6))}`)}
${row('Ways to stop it', abortPath.join(' '))}
</tbody></table>`;
}

function signatures(): Html {
  const block = (title: string) =>
    html`<div class="sign"><b>${title}</b><div>Name</div><div>Organisation and function</div><div>Place and date</div><div class="tall">Signature</div></div>`;
  return html`<h2>Signatures</h2><div class="signs">${block('Performed by')}${block('Seen by')}</div>`;
}
