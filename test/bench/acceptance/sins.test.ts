/**
 * The proof of the catalogue: every shipped profile passes on its honest mock, and every sinful mock fails in the check that
 * is about its sin. The table mock × sin × verdict × failing check is printed.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckId } from '../../../bench/acceptance/check.js';
import { MOCKS, type MockKind, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import { type SinName, sinsOf } from '../../../firmware-mocks/sins.js';
import { acceptInLab } from './virtual-lab.js';

const STORAGE = ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}';
const ROOF = ', envelope: {minimumW: -5000, maximumW: 0, rampWPerS: 5000}';

/** What the bench file says of each device, and how its mock is made. */
const DEVICES: Partial<Record<MockName, { readonly more: string; readonly made?: Readonly<Record<string, number>> }>> =
  {
    // By itself it charges with 800 W: that it lets go of a setpoint can be seen.
    'sunspec-inverter': { more: STORAGE, made: { freePower: -800 } },
    'sunspec-der-battery': { more: STORAGE },
    'sunspec-der-pv': { more: ROOF },
    'sunspec-pv': { more: ROOF },
    'heat-pump': {
      more: ', safeSetpointW: 6000, envelope: {minimumW: 0, maximumW: 12000, rampWPerS: 12000}',
    },
    sdm630: { more: '' },
    'p1-meter': { more: '' },
  };

/** The check that is about the sin: it must be the first that fails. */
const FOUND_BY: Readonly<Record<SinName, CheckId>> = {
  'ignore-writes': 'write-read-back',
  'no-effect': 'effect',
  'late-revert': 'revert',
  'early-revert': 'revert',
  'no-revert': 'revert',
  'no-heartbeat-expiry': 'heartbeat',
  'flipped-sign': 'effect',
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
  'swapped-directions': 'over-the-run',
} as Readonly<Record<SinName, CheckId>>;

const rows: string[] = [];
afterAll(() => {
  process.stdout.write(`\n${['mock', 'sin', 'verdict', 'failed in'].join(' | ')}\n${rows.join('\n')}\n`);
});

async function run(name: MockName, sins: readonly SinName[]) {
  const { more, made } = DEVICES[name]!;
  const device = await makeMock(name, made ?? {});
  const result = await acceptInLab({ profile: MOCKS[name].profile, tested: { device, sins }, more });
  const failed = result.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  rows.push([name, sins.join('+') || '–', result.verdict, failed.join(', ') || '–'].join(' | '));
  return { result, failed };
}

/** Where a device shows a sin elsewhere: its currents at rest are too small, it has no setpoint, its chain is short. */
const ELSEWHERE: Readonly<Record<string, CheckId>> = {
  'sunspec-der-battery wrong-current': 'effect',
  'sunspec-der-pv frozen-reading': 'over-the-run',
  'sunspec-pv frozen-reading': 'over-the-run',
  'heat-pump frozen-reading': 'over-the-run',
  'p1-meter frozen-reading': 'over-the-run',
  'sdm630 flipped-sign': 'over-the-run',
  'sdm630 frozen-reading': 'over-the-run',
  'sdm630 stale-reply': 'read-sanity',
  'sdm630 foreign-unit': 'read-sanity',
  'heat-pump stale-reply': 'read-sanity',
  'heat-pump foreign-unit': 'read-sanity',
  // The first write already is refused by a device that forgets when the controller of the check before has gone.
  'sunspec-der-pv forgets-on-reconnect': 'controller-killed',
  'heat-pump forgets-on-reconnect': 'controller-killed',
};

/** What no catalogue can see in the device alone, and why; such a mock passes and the table says so. */
const UNSEEN: Readonly<Record<string, string>> = {
  'sunspec-der-pv half-power': 'a roof promises no power: half of it is as good as half a sun',
  'sunspec-pv half-power': 'a roof promises no power: half of it is as good as half a sun',
  'heat-pump half-power': 'a limit is kept by who draws less',
  'heat-pump wrong-current': 'it tells no current, which the report says',
  'p1-meter flipped-sign': 'the direction of a meter shows only against another meter',
  'p1-meter swapped-directions': 'the direction of a meter shows only against another meter',
  'p1-meter gas-on-channel-2': 'the bench reads the living channel; no rule forbids the other',
};

const names = (Object.keys(MOCKS) as MockName[]).filter((name) => DEVICES[name] !== undefined);

for (const name of names) {
  const kind: MockKind = MOCKS[name];
  describe(`${kind.profile} on its mock ${name}`, () => {
    it('passes if it is honest', async () => {
      const { result } = await run(name, []);
      const notPassed = result.checks
        .filter(({ status, verdict }) => status === 'ran' && verdict !== 'pass')
        .map(({ id, summary, findings }) => ({ id, summary, findings }));
      expect(notPassed).toEqual([]);
      expect(result.verdict).toBe('pass');
      expect(result.neutral.state).toBe(kind.traits.includes('control') ? 'confirmed' : 'nothing-to-do');
    });

    for (const sin of sinsOf(kind.traits)) {
      const key = `${name} ${sin}`;
      const unseen = UNSEEN[key];
      if (unseen !== undefined) {
        it(`cannot show ${sin}: ${unseen}`, async () => {
          expect((await run(name, [sin])).result.verdict).toBe('pass');
        });
        continue;
      }
      const found = ELSEWHERE[key] ?? FOUND_BY[sin];
      it(`fails in ${found} for ${sin}`, async () => {
        const { result, failed } = await run(name, [sin]);
        expect(result.verdict).toBe('fail');
        expect(failed[0]).toBe(found);
      });
    }
  });
}
