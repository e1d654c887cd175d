import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { composeVerdict } from '../../../bench/experiments/compose.js';
import { printVerdict, progressView, type TextStream } from '../../../bench/experiments/console.js';
import { judge, overallOutcome } from '../../../bench/experiments/judge.js';
import { loadExperiment } from '../../../bench/experiments/load.js';
import { addReportCommand } from '../../../bench/experiments/report-command.js';
import { formatNumber, formatPercent, formatSigned } from '../../../bench/experiments/reports/format.js';
import { html } from '../../../bench/experiments/reports/html.js';
import { plot } from '../../../bench/experiments/reports/plot.js';
import { renderReport } from '../../../bench/experiments/reports/report.js';
import { type VerdictFile, verdictSchema, verdictToProto } from '../../../bench/experiments/verdict.js';
import { ownFolder } from '../../support/folder.js';
import { evidenceOf, quarter, START_US, tenMinutes } from './evidence-of.js';

function verdictOf(change: Parameters<typeof evidenceOf>[0]): VerdictFile {
  const loaded = loadExperiment('merwede-evening-passive');
  if (!loaded.ok) throw new Error('the shipped experiment is broken');
  const evidence = evidenceOf(change);
  const results = judge(evidence, loaded.value.criteria, 'a <source> & "more"');
  return composeVerdict({ ...loaded.value, title: '<script>alert(1)</script>' }, evidence, results, {
    runId: 'run-1',
    outcome: overallOutcome(results, { aborted: false, failed: false }),
    remarks: ['</body><img src=x onerror=alert(1)>'],
    actor: "o'neill",
    startedUs: START_US,
    finishedUs: START_US,
    modelHash: '',
    frameHash: '',
    sessionId: '',
    recordDirectory: '',
  });
}

const MEASURED = {
  wijkTitle: 'A wijk',
  quarters: [quarter(0, 250), quarter(1, 320), quarter(2, 200, { complete: false })],
  tenMinutes: [tenMinutes(0), tenMinutes(1)],
  points: [{ nodeIndex: 0, label: 'node <7>' }],
  branches: [{ index: 0, kind: 'transformer', label: 'transformer 1', rated: true }],
  events: [{ timeUs: START_US, kind: 'note', subject: '<svg onload=alert(1)>', text: '&amp;', actor: 'x' }],
  seriesTimeUs: [START_US, START_US + 60e6, START_US + 120e6],
  series: [{ id: 'groupActivePowerW', unit: 'W', mean: [200e3, Number.NaN, 220e3] }],
};

it('a verdict says when and for how long the power flow had no solution, for its voltages are missing', () => {
  const at = (minute: number, text: string) => ({
    ...{ timeUs: START_US + minute * 60e6, kind: 'grid', subject: 'power flow', text, actor: '' },
  });
  const lost = (...events: ReturnType<typeof at>[]) => verdictOf({ ...MEASURED, events, simulatedS: 6000 }).remarks;
  expect(lost()).toEqual(lost(at(5, 'solved again')));
  const said = (share: string) => [
    expect.anything(),
    `The power flow had no solution for the first time at 2012-02-03 16:10, and for ${share} % of the time: there are no voltages and no loadings of it.`,
  ];
  expect(lost(at(10, 'no solution after 100 iterations'))).toEqual(said('90.0'));
  const twice = [at(10, 'no solution after 100 iterations'), at(20, 'solved again')];
  expect(lost(...twice, at(30, 'no solution after 9 iterations'), at(31, 'solved again'))).toEqual(said('11.0'));
});

describe('the report', () => {
  const page = renderReport(verdictOf(MEASURED));

  it('needs nothing else: no script, no address of another place', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/i);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\//);
  });

  it('escapes every text it is given', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&lt;/body&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&lt;svg onload=alert(1)&gt;');
    expect(page).toContain('o&#39;neill');
    expect(page).toContain('&amp;amp;');
  });

  it('says what failed, by how much and when, and has a place to sign', () => {
    expect(page).toContain(
      'Group limit per quarter-hour: worst 320\u00a0kW at 2012-02-03 16:15, 35 kW above the limit of 285\u00a0kW (2 of 2 quarters).',
    );
    expect(page).toMatch(/Signature/);
    expect(page).toMatch(/Voltage never outside/);
  });

  it('can be drawn of a run in which nothing happened', () => {
    const empty = renderReport(verdictOf({ simulatedS: 0 }));
    expect(empty).toContain('nothing to judge, 0 of 0 quarters');
    expect(empty).not.toMatch(/NaN|Infinity|undefined/);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('is made again from the folder of a run', async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, 'verdict.json'), JSON.stringify(verdictOf(MEASURED)));
    const program = new Command().exitOverride();
    addReportCommand(program);
    await program.parseAsync(['report', folder], { from: 'user' });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe(page);
    rmSync(join(folder, 'verdict.json'));
    await expect(program.parseAsync(['report', folder], { from: 'user' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    writeFileSync(join(folder, 'verdict.json'), '{"schemaVersion": 9}');
    await expect(program.parseAsync(['report', folder], { from: 'user' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the verdict file', () => {
  it('obeys its own schema after a trip through JSON, with nulls for what is not known', () => {
    const file = verdictOf({});
    const back = verdictSchema.parse(JSON.parse(JSON.stringify(file)));
    expect(back).toEqual(file);
    expect(back.criteria[0]).toMatchObject({ id: 'group-limit', value: null, outcome: 'inconclusive' });
  });
});

class Text implements TextStream {
  all = '';
  constructor(readonly isTTY = false) {}
  write(text: string): void {
    this.all += text;
  }
}

describe('the console', () => {
  it('colours on a terminal only', () => {
    const [terminal, file] = [new Text(true), new Text()];
    const verdict = verdictToProto(verdictOf(MEASURED), '/out');
    printVerdict(verdict, terminal);
    printVerdict(verdict, file);
    expect(terminal.all).toContain('\u001b[31mFAIL');
    expect(file.all).not.toContain('\u001b');
    expect(file.all).toMatch(/≥ 195\.5 V|≤ 253 V/);
    expect(file.all).toContain('Report: /out/report.html');
  });

  it('shows a bar on a terminal and one line per tenth elsewhere', () => {
    const [terminal, file] = [new Text(true), new Text()];
    for (const stream of [terminal, file]) {
      const view = progressView(stream);
      for (let i = 0; i <= 100; i++) view.update({ title: 'running', ratio: i / 100, text: '' });
      view.close();
    }
    expect(file.all.trimEnd().split('\n')).toHaveLength(11);
    expect(terminal.all.split('\r')).toHaveLength(103);
    expect(terminal.all).toContain('█');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.1234, '0.123'],
    [4.999, '5'],
    [268.34, '268.3'],
    [-14.35, '\u221214.35'],
    [12_345.6, '12\u202f346'],
    [1_234_567, '1\u202f234\u202f567'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
  it('have a sign as a margin and a share as a percentage', () => {
    expect(formatSigned(16.7)).toBe('+16.7');
    expect(formatSigned(-16.7)).toBe('\u221216.7');
    expect(formatPercent(0.6667)).toBe('66.67 %');
    expect(formatPercent(null)).toBe('–');
  });
});

describe('html and plots', () => {
  it('escape what is put in and nothing twice', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`<p title="${'"'}">${inner}${['a', '&']}${3}</p>`.text).toBe('<p title="&quot;"><b>&lt;</b>a&amp;3</p>');
  });

  it('leave gaps where there is no value', () => {
    const timeUs = [0, 1, 2, 3, 4].map((i) => START_US + i * 60e6);
    const drawn = plot({
      title: 't',
      unit: 'kW',
      fromUs: START_US,
      untilUs: START_US + 300e6,
      layers: [{ kind: 'line', timeUs, mean: [1, 2, null, 3, 4], color: '#000' }],
    }).text;
    const path = /<path d="(M[^"]+)"/.exec(drawn)?.[1] ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/L/g)).toHaveLength(2);
    expect(drawn).toContain('16:00');
    expect(drawn).toContain('16:05');
  });

  it('label a winter day and the day of 25 hours in local time', () => {
    const fromUs = Date.parse('2012-10-27T22:00:00Z') * 1000;
    const drawn = plot({ title: 't', unit: 'V', fromUs, untilUs: fromUs + 25 * 3600e6, layers: [] }).text;
    expect(drawn).toContain('>00:00<');
    expect(drawn).not.toContain('NaN');
  });
});
