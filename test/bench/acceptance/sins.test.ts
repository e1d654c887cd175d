/**
 * The proof of the catalogue: every shipped profile passes on its honest mock, and every sinful mock fails in the check that
 * is about its sin. The table mock × sin × verdict × failing check is printed.
 */
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { CheckId } from '../../../bench/acceptance/check.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { MOCKS, type MockKind, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import { SIN_NAMES, type SinName, sinsOf } from '../../../firmware-mocks/sins.js';
import { LABS, type Lab } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

/** The check that is about the sin: it must be the first that fails. */
const FOUND_BY: Readonly<Record<SinName, CheckId>> = {
  'ignore-writes': 'write-read-back',
  'no-effect': 'effect',
  'late-revert': 'revert',
  'early-revert': 'revert',
  'no-revert': 'revert',
  'no-heartbeat-expiry': 'heartbeat',
  'flipped-sign': 'effect',
  'wrong-transformer': 'read-sanity',
  'half-power': 'effect',
  'frozen-soc': 'over-the-run',
  'frozen-reading': 'effect',
  'sentinel-power': 'read-sanity',
  'wrong-current': 'read-sanity',
  sluggish: 'effect',
  overshoot: 'effect',
  'scale-after-reboot': 'restart',
  'serial-after-reboot': 'restart',
  'forgets-on-reconnect': 'cable-pulled',
  'flash-setpoints': 'restart',
  'chain-exception': 'identity',
  'stale-reply': 'identity',
  'foreign-unit': 'identity',
  'answers-for-another': 'identity',
  'busy-after-write': 'write-read-back',
  'gas-on-channel-2': 'read-sanity',
  'unpadded-crc': 'read-sanity',
  'swapped-directions': 'read-sanity',
  'ignores-voltage': 'played-voltage',
  'plays-less': 'played-voltage',
  'swapped-phases': 'played-voltage',
  'slow-voltage': 'played-voltage',
  'frozen-frequency': 'played-voltage',
  'output-sticks': 'output-off',
  'resets-on-reconnect': 'cable-pulled',
  'no-watchdog': 'cable-pulled',
  'output-at-power-up': 'restart',
};

/** Where a device shows a sin elsewhere, and why. */
const ELSEWHERE: Readonly<Record<string, CheckId>> = {
  // Currents at rest are smaller than their resolution, and a power of nothing is nothing by any transformer.
  'sunspec-der-battery wrong-current': 'effect',
  'sunspec-der-battery wrong-transformer': 'effect',
  // Nothing is asked of it.
  'p1-meter frozen-reading': 'over-the-run',
  // The second instrument next to it moves on.
  'sdm630 frozen-reading': 'read-sanity',
  'sunspec-meter frozen-reading': 'read-sanity',
  'scpi-source frozen-reading': 'read-sanity',
  // No setpoint shows its direction: the second instrument does.
  'sdm630 flipped-sign': 'read-sanity',
  'sunspec-meter flipped-sign': 'read-sanity',
  'scpi-source flipped-sign': 'read-sanity',
  'p1-meter flipped-sign': 'read-sanity',
  // Its identity is so short that the seventh question comes later.
  'sdm630 stale-reply': 'read-sanity',
  'sdm630 foreign-unit': 'read-sanity',
  'heat-pump stale-reply': 'read-sanity',
  'heat-pump foreign-unit': 'read-sanity',
  'supply-heat-pump stale-reply': 'read-sanity',
  'supply-heat-pump foreign-unit': 'read-sanity',
  // They are to end at their safe setpoint; dropped by the connection that comes to look, they run free.
  'sunspec-der-pv forgets-on-reconnect': 'controller-killed',
  'heat-pump forgets-on-reconnect': 'controller-killed',
};

/** Sins that only an instrument of its own can show: run with a meter around the cable, as every meter is. */
const ONLY_A_METER: ReadonlySet<SinName> = new Set(['wrong-transformer']);

const names = Object.keys(MOCKS) as MockName[];
const rows: string[] = [];
afterAll(() => {
  process.stdout.write(`\n${['mock', 'meter', 'sin', 'verdict', 'failed in'].join(' | ')}\n${rows.join('\n')}\n`);
});

const isMeter = (name: MockName): boolean => loadProfiles().get(MOCKS[name].profile)!.lease === 'meter';

async function run(name: MockName, sins: readonly SinName[], meter: boolean, made: Lab['made'] = {}) {
  const lab = LABS[name];
  const device = await makeMock(name, { ...lab.made, ...made });
  const { more = '', available } = lab;
  const given = available === undefined ? {} : { available };
  const result = await acceptInLab({ profile: MOCKS[name].profile, tested: { device, sins }, more, meter, ...given });
  const failed = result.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  const with_ = meter ? 'yes' : '–';
  rows.push([name, with_, sins.join('+') || '–', result.verdict, failed.join(', ') || '–'].join(' | '));
  return { result, failed };
}

const notPassed = ({ checks }: Awaited<ReturnType<typeof run>>['result']) =>
  checks
    .filter(({ status, verdict }) => status === 'ran' && verdict !== 'pass')
    .map(({ id, verdict, summary, findings, figures }) => ({
      id,
      verdict,
      summary,
      findings,
      figures: figures.filter((figure) => figure.verdict !== 'pass' && figure.verdict !== 'not-set'),
    }));

describe('the table', () => {
  it('has every shipped profile, by its mock', () => {
    expect(new Set(names.map((name) => MOCKS[name].profile))).toEqual(new Set(loadProfiles().keys()));
    expect(Object.keys(LABS).sort()).toEqual([...names].sort());
  });

  it('has every sin, on every device that can have it', () => {
    const possible = names.flatMap((name) => sinsOf(MOCKS[name].traits).map((sin) => `${name} ${sin}`));
    expect(new Set(possible.map((key) => key.split(' ')[1]))).toEqual(new Set(SIN_NAMES));
    // An exception for what is not in the table would be an exception for nothing.
    expect(Object.keys(ELSEWHERE).filter((key) => !possible.includes(key))).toEqual([]);
  });
});

for (const name of names) {
  const kind: MockKind = MOCKS[name];
  describe(`${kind.profile} on its mock ${name}`, () => {
    const metered = isMeter(name);
    it('passes if it is honest', async () => {
      const { result } = await run(name, [], metered);
      expect(notPassed(result)).toEqual([]);
      expect(result.verdict).toBe('pass');
      const writes = kind.traits.includes('control') || kind.traits.includes('scpi');
      expect(result.neutral.state).toBe(writes ? 'confirmed' : 'nothing-to-do');
    });

    if (metered) {
      it('is in doubt without a second instrument: nobody saw its direction', async () => {
        const { result } = await run(name, [], false);
        expect(result.verdict).toBe('inconclusive');
        expect(notPassed(result).map(({ id }) => id)).toEqual(['read-sanity']);
        expect(JSON.stringify(notPassed(result))).toMatch(/Direction not judged: no second instrument/);
      });
    }

    for (const sin of sinsOf(kind.traits)) {
      const key = `${name} ${sin}`;
      const meter = metered || ONLY_A_METER.has(sin);
      const found = ELSEWHERE[key] ?? FOUND_BY[sin];
      it(`fails in ${found} for ${sin}`, async () => {
        const { result, failed } = await run(name, [sin], meter);
        expect(result.verdict).toBe('fail');
        expect(failed[0]).toBe(found);
      });
    }
  });
}
