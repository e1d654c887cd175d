/**
 * Sinners that have no name: what a mock can also do otherwise than its document says. The catalogue measures; it knows of none
 * of them, and each fails in the check that is about it.
 */
import { expect, it, vi } from 'vitest';
import type { CheckId } from '../../../bench/acceptance/check.js';
import { MOCKS, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import type { Quirks } from '../../../firmware-mocks/sins.js';
import { LABS } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

interface Variant {
  readonly what: string;
  readonly mock: MockName;
  readonly quirks: Partial<Quirks>;
  readonly check: CheckId;
  /** What its first failing figure is. */
  readonly figure: RegExp;
}

const VARIANTS: readonly Variant[] = [
  {
    what: 'reverts after 45 s where 60 s were armed',
    mock: 'sunspec-der-pv',
    quirks: { revertFactor: 0.75 },
    check: 'revert',
    figure: /^Reverted after (44|45)\.\d s/,
  },
  {
    what: 'follows its setpoint by 80 %',
    mock: 'sunspec-der-battery',
    quirks: { setpointRatio: 0.8 },
    check: 'effect',
    figure: /^Step to charging: inside/,
  },
  {
    what: 'follows its setpoint in steps of 1500 W',
    mock: 'sunspec-der-battery',
    quirks: { setpointStepW: 1500 },
    check: 'effect',
    figure: /^Step to a part of discharging: inside/,
  },
  {
    what: 'takes every limit below 30 % for 30 %',
    mock: 'sunspec-pv',
    quirks: { setpointLeastW: 1500 },
    check: 'effect',
    figure: /^Limit to 25 %: inside/,
  },
  {
    what: 'takes charging for discharging',
    mock: 'sunspec-inverter',
    quirks: { setpointRatio: -1 },
    check: 'effect',
    figure: /^Step to charging: inside/,
  },
  {
    what: 'follows a setpoint 20 s late',
    mock: 'sunspec-inverter',
    quirks: { setpointDelayS: 20 },
    check: 'effect',
    figure: /^Step to charging: inside/,
  },
  {
    what: 'obeys once and never again',
    mock: 'heat-pump',
    quirks: { followsOnce: true },
    check: 'effect',
    figure: /^Limit to 80 %: inside/,
  },
  {
    what: 'takes 60 % of the supply temperature that it is given',
    mock: 'supply-heat-pump',
    quirks: { setpointRatio: 0.6 },
    check: 'effect',
    figure: /^Power under full load/,
  },
  {
    what: 'tells another scale to the next client',
    mock: 'sunspec-pv',
    quirks: { scaleAfterReconnect: true },
    check: 'controller-killed',
    figure: /^V × I against P and Q, to the client that came to look/,
  },
  {
    what: 'tells another scale after its cable was out',
    mock: 'sunspec-meter',
    quirks: { scaleAfterReconnect: true },
    check: 'cable-pulled',
    figure: /^V × I against P and Q, with the cable back/,
  },
  {
    what: 'has one phase that stands still',
    mock: 'sdm630',
    quirks: { frozenPhase: true },
    check: 'over-the-run',
    figure: /of phase b were the same while another phase moved$/,
  },
  {
    what: 'tells the same for two minutes of every five',
    mock: 'p1-meter',
    quirks: { repeatsS: 120 },
    check: 'over-the-run',
    figure: /^Longest time in which power, voltage, current and frequency were the same/,
  },
  {
    what: 'counts twice the energy that flows',
    mock: 'sunspec-meter',
    quirks: { energyRatio: 2 },
    check: 'over-the-run',
    figure: /^Its counter of import against its own power/,
  },
  {
    what: 'counts half of the energy that flows',
    mock: 'sunspec-der-battery',
    quirks: { energyRatio: 0.5 },
    check: 'over-the-run',
    figure: /^Its counter of (import|export) against its own power/,
  },
];

for (const { what, mock, quirks, check, figure } of VARIANTS)
  it(`${mock} that ${what} fails in ${check}`, async () => {
    const { more = '', made = {}, available } = LABS[mock];
    const meter = (MOCKS[mock].traits as readonly string[]).includes('meter');
    const { checks, verdict } = await acceptInLab({
      profile: MOCKS[mock].profile,
      tested: { device: await makeMock(mock, made), quirks },
      more,
      meter,
      only: [check],
      ...(available === undefined ? {} : { available }),
    });
    expect(verdict).toBe('fail');
    const [first] = checks.filter((candidate) => candidate.verdict === 'fail');
    expect(first!.id).toBe(check);
    expect(first!.figures.find((candidate) => candidate.verdict === 'fail')!.title).toMatch(figure);
  });
