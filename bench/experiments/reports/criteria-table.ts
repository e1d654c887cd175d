/** The criteria as a table, and the sentence that says what decided. */
import { formatDateClock } from '../civil-time.js';
import { OUTCOMES } from '../criteria/criterion.js';
import type { VerdictFile } from '../verdict.js';
import { formatNumber, formatSigned, OUTCOME_TEXT } from './format.js';
import { type Html, html, NOTHING } from './html.js';

type Criterion = VerdictFile['criteria'][number];

/** Findings about the bench itself, by their ids. */
const isBench = (c: Criterion): boolean => c.id.startsWith('bench-');

export function criteriaSection(verdict: VerdictFile): Html {
  const criteria = verdict.criteria.filter((c) => !isBench(c));
  const bench = verdict.criteria.filter(isBench);
  return html`<h2>Criteria</h2>
<table><thead><tr><th>Criterion</th><th>Result</th><th class="n">Worst value</th><th class="n">Limit</th><th class="n">Margin</th><th>When</th><th>Judged</th><th style="width:21%">Source</th></tr></thead>
<tbody>${criteria.map(row)}</tbody></table>
<h2>Was the bench well?</h2>
<table><thead><tr><th>Finding</th><th>Result</th><th class="n">Value</th><th class="n">Limit</th><th class="n">Margin</th><th>Over</th></tr></thead>
<tbody>${bench.map(benchRow)}</tbody></table>
<p><small>${[...new Set(bench.map((c) => c.source))].join('; ')}. Trouble of the bench makes a verdict inconclusive or an error, never a failure.</small></p>`;
}

function benchRow(c: Criterion): Html {
  return html`<tr>
<td>${c.title.replace('Bench: ', '').replace(/^./, (first) => first.toUpperCase())}${c.explanation === '' ? NOTHING : html`<small>${c.explanation}</small>`}</td>
<td><span class="badge ${c.outcome}">${OUTCOME_TEXT[c.outcome]}</span></td>
<td class="n"><b>${quantity(c.value, c.unit)}</b></td>
<td class="n">${c.limit === null ? '–' : `≤ ${quantity(c.limit, c.unit)}`}</td>
<td class="n">${c.margin === null ? '–' : `${formatSigned(c.margin)} ${shortUnit(c.unit)}`}</td>
<td>${c.coverage}</td>
</tr>`;
}

function row(c: Criterion): Html {
  const sense = c.sense === 'at most' ? '≤' : '≥';
  return html`<tr>
<td><b>${c.title}</b>${c.explanation === '' ? NOTHING : html`<small>${c.explanation}</small>`}</td>
<td><span class="badge ${c.outcome}">${OUTCOME_TEXT[c.outcome]}</span></td>
<td class="n"><b>${quantity(c.value, c.unit)}</b></td>
<td class="n">${c.limit === null ? '–' : `${sense} ${quantity(c.limit, c.unit)}`}</td>
<td class="n">${c.margin === null ? '–' : `${formatSigned(c.margin)} ${shortUnit(c.unit)}`}</td>
<td class="nowrap">${c.worstUs === 0 ? 'whole run' : formatDateClock(c.worstUs)}</td>
<td><small>${c.coverage}</small></td>
<td><small>${c.source}</small></td>
</tr>`;
}

/** `% of time` is explained by the title; `%` is enough beside a number. */
const shortUnit = (unit: string): string => unit.split(' ')[0] ?? unit;

const quantity = (value: number | null, unit: string): string =>
  value === null ? '–' : `${formatNumber(value)}\u00a0${shortUnit(unit)}`;

/** The criterion that decided, in words: the first with the outcome of the whole run, else the first. */
export function leadSentence(verdict: VerdictFile): string {
  const decisive = verdict.criteria.find((c) => c.outcome === verdict.outcome) ?? verdict.criteria[0];
  if (verdict.outcome === 'error' || verdict.outcome === 'aborted') {
    const cause = verdict.criteria.find((c) => c.outcome === verdict.outcome);
    if (cause) return `${cause.title}: ${quantity(cause.value, cause.unit)}. ${cause.explanation}`;
    return verdict.outcome === 'error'
      ? 'The run did not come to a result; the remarks say why.'
      : 'The run was ended early; its complete intervals were judged.';
  }
  if (decisive === undefined) return 'Nothing was judged.';
  const worse = OUTCOMES.indexOf(verdict.outcome) > 0;
  if (decisive.value === null) return `${decisive.title}: nothing to judge, ${decisive.coverage}.`;
  const when = decisive.worstUs === 0 ? '' : ` at ${formatDateClock(decisive.worstUs)}`;
  const room = decisive.margin ?? 0;
  const distance = `${formatNumber(Math.abs(room))} ${shortUnit(decisive.unit)}`;
  const side = (decisive.sense === 'at most') === room >= 0 ? 'below' : 'above';
  return `${worse ? `${decisive.title}: worst` : `${decisive.title} kept: worst`} ${quantity(decisive.value, decisive.unit)}${when}, ${distance} ${side} the limit of ${quantity(decisive.limit, decisive.unit)} (${decisive.coverage}).`;
}
