/** A run on the console: its progress, and its verdict as text or as JSON. */
import type { wijk } from '#proto/wijk.js';
import { formatDateClock } from './civil-time.js';
import { OUTCOMES, type Outcome } from './criteria/criterion.js';
import { formatDuration } from './duration.js';
import { formatNumber, formatSigned, OUTCOME_TEXT } from './reports/format.js';
import { outcomeOfProto, REPORT_FILE } from './verdict.js';

/** Where text goes; `isTTY` and `columns` are those of a terminal. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Exit codes of `wijktwin run`. An aborted run proves nothing and is no pass: it counts as an error. */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  pass: 0,
  fail: 1,
  error: 2,
  aborted: 2,
  inconclusive: 3,
};

const COLORS: Readonly<Record<Outcome, number>> = { pass: 32, inconclusive: 33, fail: 31, aborted: 35, error: 35 };
const paint = (text: string, code: number, stream: TextStream) =>
  stream.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;

export interface ProgressView {
  update(progress: { readonly title: string; readonly ratio: number; readonly text: string }): void;
  /** Ends the bar's line. */
  close(): void;
}

/** A bar that stays on its line on a terminal; elsewhere one line per phase and per tenth. */
export function progressView(stream: TextStream): ProgressView {
  let last = '';
  let open = false;
  return {
    update({ title, ratio, text }) {
      const percent = Math.floor(100 * ratio);
      if (stream.isTTY) {
        const width = Math.max(10, Math.min(40, (stream.columns ?? 80) - 50));
        const full = Math.round(width * ratio);
        const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
        stream.write(`\r\u001b[2K${title.padEnd(12)} ${bar} ${String(percent).padStart(3)} %  ${text}`);
        open = true;
        return;
      }
      const key = `${title} ${Math.floor(percent / 10)}`;
      if (key === last) return;
      last = key;
      stream.write(`${title}: ${percent} %, ${text}\n`);
    },
    close() {
      if (open) stream.write('\r\u001b[2K');
      open = false;
    },
  };
}

/** The verdict as a table for people, or as one JSON object. */
export function printVerdict(
  verdict: wijk.v1.IVerdict,
  stream: TextStream,
  options: { readonly json?: boolean } = {},
): void {
  if (options.json) {
    stream.write(`${JSON.stringify(plain(verdict))}\n`);
    return;
  }
  const outcome = outcomeOfProto(verdict.outcome ?? 0);
  const rows = (verdict.criteria ?? []).map((c) => {
    const result = outcomeOfProto(c.outcome ?? 0);
    const unit = (c.unit ?? '').split(' ')[0] ?? '';
    const nothing = !Number.isFinite(c.value ?? Number.NaN);
    return {
      result,
      cells: [
        c.title ?? '',
        OUTCOME_TEXT[result],
        nothing ? '–' : `${formatNumber(c.value)} ${unit}`,
        Number.isFinite(c.limit ?? Number.NaN) ? `${senseOf(c)}${formatNumber(c.limit)} ${unit}` : '–',
        nothing ? '–' : `${formatSigned(c.margin ?? null)} ${unit}`,
        c.worstUs ? formatDateClock(c.worstUs) : '',
        c.coverage ?? '',
      ],
      explanation: result === 'pass' ? '' : (c.explanation ?? ''),
    };
  });
  const head = ['Criterion', 'Result', 'Worst', 'Limit', 'Margin', 'When', 'Judged'];
  const right = new Set([2, 3, 4]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row.cells[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (right.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)));
  stream.write(
    `\n${verdict.experiment}: ${paint(OUTCOME_TEXT[outcome].toUpperCase(), COLORS[outcome], stream)} (${verdict.benchMode})\n\n`,
  );
  if (rows.length > 0) stream.write(`${line(head).join('  ').trimEnd()}\n`);
  for (const row of rows) {
    const cells = line(row.cells);
    cells[1] = paint(cells[1]!, COLORS[row.result], stream);
    stream.write(`${cells.join('  ').trimEnd()}\n`);
    if (row.explanation !== '') stream.write(`    ${row.explanation}\n`);
  }
  if (verdict.remarks?.length) stream.write('\n');
  for (const remark of verdict.remarks ?? []) stream.write(`- ${remark}\n`);
  stream.write(`\nReport: ${verdict.outputDirectory}/${REPORT_FILE}\n`);
}

/** The margin tells whether the limit is an upper or a lower one; without a value there is nothing to tell it. */
function senseOf(c: wijk.v1.ICriterionResult): string {
  const [value, limit, margin] = [c.value ?? Number.NaN, c.limit ?? Number.NaN, c.margin ?? Number.NaN];
  if (!Number.isFinite(value)) return '';
  return Math.abs(value - limit - margin) < Math.abs(limit - value - margin) ? '≥ ' : '≤ ';
}

/** Names for the numbers of enums, null for what is no number. */
function plain(verdict: wijk.v1.IVerdict): unknown {
  const number = (value: number | null | undefined) => (Number.isFinite(value ?? Number.NaN) ? value : null);
  const outcome = outcomeOfProto(verdict.outcome ?? 0);
  return {
    runId: verdict.runId,
    experiment: verdict.experiment,
    outcome,
    exitCode: EXIT_CODES[outcome],
    benchMode: verdict.benchMode,
    criteria: (verdict.criteria ?? []).map((c) => ({
      id: c.id,
      title: c.title,
      outcome: outcomeOfProto(c.outcome ?? 0),
      value: number(c.value),
      unit: c.unit,
      limit: number(c.limit),
      margin: number(c.margin),
      coverage: c.coverage,
      worstUs: c.worstUs,
      explanation: c.explanation,
      source: c.source,
    })),
    frameHash: verdict.frameHash,
    modelHash: verdict.modelHash,
    outputDirectory: verdict.outputDirectory,
    remarks: verdict.remarks,
  };
}

/** Outcomes with their exit codes, for --help. */
export const exitCodeHelp = (): string => OUTCOMES.map((outcome) => `${EXIT_CODES[outcome]} ${outcome}`).join(', ');

export const progressText = (simulatedS: number, text: string): string =>
  simulatedS > 0 ? `${formatDuration(Math.floor(simulatedS))} simulated, ${text}` : text;
