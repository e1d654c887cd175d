/** An acceptance on the console: what is done now, what comes next, how long it takes; and the verdict as a table. */

import type { TextStream } from '../experiments/console.js';
import { formatDuration } from '../experiments/duration.js';
import { leadSentence } from './report/html.js';
import { figureText } from './report/text.js';
import type { ResultFile } from './result-file.js';
import type { CheckResult, Progress } from './run.js';
import { VERDICT_TEXT, type Verdict } from './verdict.js';

const COLORS: Readonly<Record<Verdict, number>> = {
  'not-set': 90,
  pass: 32,
  inconclusive: 33,
  fail: 31,
  aborted: 35,
  error: 35,
};
const paint = (text: string, code: number, stream: TextStream): string =>
  stream.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;
const LABEL_WIDTH = 14;
const COLUMNS = 100;
const MIN_COLUMNS = 20;

export interface AcceptView {
  update(progress: Progress): void;
  done(result: Pick<CheckResult, 'check' | 'verdict' | 'status' | 'summary'>): void;
  say(text: string): void;
  close(): void;
}

/** On a terminal the line of what is being done stays in place; elsewhere it is written when the check changes. */
export function acceptView(stream: TextStream): AcceptView {
  let open = false;
  let last = '';
  const clear = (): void => {
    if (open) stream.write('\r\u001b[2K');
    open = false;
  };
  return {
    update({ check, position, count, doing, leftS, runLeftS, next }) {
      const left = Number.isFinite(leftS) && leftS >= 1 ? `, ${duration(leftS)} left` : '';
      const text = `[${position}/${count}] ${check.title}: ${doing}${left} · next: ${next} · about ${duration(runLeftS)} in all`;
      if (stream.isTTY) {
        // A terminal that nobody gave a size says 0.
        const columns = stream.columns === undefined || stream.columns < MIN_COLUMNS ? COLUMNS : stream.columns;
        stream.write(`\r\u001b[2K${text.slice(0, columns - 1)}`);
        open = true;
      } else if (last !== check.id) stream.write(`${text}\n`);
      last = check.id;
    },
    done({ check, verdict, status, summary }) {
      clear();
      const label = status === 'ran' ? VERDICT_TEXT[verdict] : status.replace('-', ' ');
      stream.write(`${paint(label.padEnd(LABEL_WIDTH), COLORS[verdict], stream)} ${check.title}: ${summary}\n`);
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    close: clear,
  };
}

/** After the run: what decided, and what is not passed with its figures. */
export function printResult(result: ResultFile, folder: string, stream: TextStream): void {
  const verdict = VERDICT_TEXT[result.verdict].toUpperCase();
  stream.write(`\n${result.device.id} (${result.device.title}): ${paint(verdict, COLORS[result.verdict], stream)}\n`);
  stream.write(`${leadSentence(result)}\n`);
  for (const check of result.checks) {
    if (check.verdict === 'pass' || check.verdict === 'not-set') continue;
    const lines = [
      ...check.findings.filter((finding) => finding.verdict === check.verdict).map(({ text }) => text),
      ...check.figures.filter((figure) => figure.verdict === check.verdict).map(figureText),
    ];
    stream.write(`\n${check.title}\n`);
    for (const line of lines) stream.write(`  - ${line}\n`);
  }
  for (const remark of result.remarks) stream.write(`\n${remark}\n`);
  stream.write(`\n${result.neutral.text}\nReport: ${folder}/report.html\n`);
}

const duration = (seconds: number): string => formatDuration(Math.max(1, Math.round(seconds)));
