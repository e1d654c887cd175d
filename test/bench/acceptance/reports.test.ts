/** What is written about an acceptance: JUnit as a foreign parser reads it, JSON as its own schema says, and how figures are judged. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { judge } from '../../../bench/acceptance/figure.js';
import { modeCircuit } from '../../../bench/acceptance/mode-circuit.js';
import { renderHtml } from '../../../bench/acceptance/report/html.js';
import { renderJunit } from '../../../bench/acceptance/report/junit.js';
import { resultSchema } from '../../../bench/acceptance/result-file.js';
import { worstOf } from '../../../bench/acceptance/verdict.js';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

const STORAGE = ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}';
const READ = `import sys, json, xml.etree.ElementTree as E
s = E.fromstring(sys.stdin.buffer.read())[0]
print(json.dumps([dict(s.attrib), [[c.get('name').split(':')[0], [e.tag for e in c if e.tag != 'system-out']] for c in s.findall('testcase')]]))`;

describe('reports', () => {
  it('JUnit is read by a parser that is not ours, with every check in its place', async () => {
    const device = await makeMock('sunspec-inverter', { freePower: -800 });
    const result = await acceptInLab({
      profile: 'sunspec-storage',
      tested: { device, sins: ['late-revert'] },
      more: STORAGE,
      operator: false,
    });
    const answer = execFileSync('python3', ['-c', READ], { input: renderJunit(result) }).toString();
    const [suite, cases] = JSON.parse(answer) as [Record<string, string>, [string, string[]][]];
    expect(Object.fromEntries(cases)).toMatchObject({
      identity: [],
      effect: [],
      revert: ['failure'],
      heartbeat: ['skipped'],
      // Nobody is there to pull a cable: in doubt, and a gate must not open on it.
      'cable-pulled': ['failure'],
      restart: ['failure'],
    });
    expect(Number(suite['tests'])).toBe(cases.length);
    expect(Number(suite['skipped'])).toBe(cases.filter(([, tags]) => tags.includes('skipped')).length);
    expect(resultSchema.safeParse(JSON.parse(JSON.stringify(result))).error).toBeUndefined();
    const page = renderHtml(result);
    expect(page).toContain('<svg');
    expect(page).not.toMatch(/(?:src|href)="https?:/);
    expect(result.checks.find(({ id }) => id === 'cable-pulled')).toMatchObject({
      verdict: 'inconclusive',
      findings: [{ text: 'nobody is there' }],
    });
  });

  it('a run that is ended before it begins writes nothing to the device and still has its result', async () => {
    const stop = new AbortController();
    stop.abort(new Error('ended by the operator'));
    const device = await makeMock('sunspec-inverter');
    const result = await acceptInLab({
      profile: 'sunspec-storage',
      tested: { device },
      more: STORAGE,
      signal: stop.signal,
    });
    expect(result).toMatchObject({ verdict: 'aborted', exitCode: 2, neutral: { state: 'nothing-to-do' } });
  });
});

describe('judging', () => {
  const measured = { id: 'x', title: 'x', unit: 'W', source: 'meter', atUs: 0 };
  const limit = { sense: 'within', limit: 100, limitSource: 'profile' } as const;
  it.each([
    [0, 0, 'pass'],
    [-80, 10, 'pass'],
    [-95, 10, 'inconclusive'],
    [105, 10, 'inconclusive'],
    [-120, 10, 'fail'],
    [Number.NaN, 0, 'inconclusive'],
  ])('%d W with ± %d W against ± 100 W: %s', (value, uncertainty, verdict) => {
    expect(judge({ ...measured, value, uncertainty }, limit).verdict).toBe(verdict);
  });

  it('the worst verdict wins, in the order of the field', () => {
    expect(worstOf(['pass', 'inconclusive', 'fail'])).toBe('fail');
    expect(worstOf(['fail', 'aborted', 'error'])).toBe('error');
    expect(worstOf([])).toBe('not-set');
  });

  it('a walk through the modes takes every ordered pair once', () => {
    const walk = modeCircuit(4);
    const pairs = walk.slice(1).map((to, k) => `${walk[k]}>${to}`);
    expect(new Set(pairs).size).toBe(12);
    expect(pairs.length).toBe(12);
  });
});
