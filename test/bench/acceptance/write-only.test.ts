/**
 * A device whose command registers take a value and do not tell it: what it holds cannot be shown, what it does can; and the
 * report does not say more than that.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { parseProfile } from '../../../bench/devices/profile.js';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import { DEVICE_PROFILES } from '../../../paths.js';
import { LABS } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

vi.setConfig({ testTimeout: 120_000 });

it('is inconclusive where it would be read back, and judged by its power in effect and revert', async () => {
  const text = readFileSync(join(DEVICE_PROFILES, 'sg-ready-heat-pump.yaml'), 'utf8').replace(
    /^( {2}(?:powerLimitW|limitEnabled|controlTimeoutS): \{[^}]*write: volatile)/gm,
    '$1, writeOnly: true',
  );
  const own = parseProfile(text, 'sg-ready-heat-pump.yaml');
  if (!own.ok) throw new Error(JSON.stringify(own.problems));
  expect(text.match(/writeOnly/g)).toHaveLength(3);
  const device = await makeMock('heat-pump', {});
  const only = ['write-read-back', 'effect', 'revert'] as const;
  const { more = '' } = LABS['heat-pump'];
  const result = await acceptInLab({ profile: own.value.profile, own: own.value, tested: { device }, more, only });
  const of = (id: string) => result.checks.find((check) => check.id === id)!;
  expect(of('write-read-back')).toMatchObject({
    verdict: 'inconclusive',
    summary: expect.stringMatching(/^\d+ setpoints were acknowledged/),
    findings: [{ verdict: 'inconclusive', text: expect.stringMatching(/take a value and do not tell it/) }],
  });
  expect(of('effect').verdict).toBe('pass');
  expect(JSON.stringify(result)).toMatch(
    /The device acknowledged its safe setpoint of \d+ W \(it does not tell what it holds\)/,
  );
});
