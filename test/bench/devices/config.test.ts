import { describe, expect, it } from 'vitest';
import { loadBenchFile, parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { formatProblem } from '../../../errors.js';

const profiles = loadProfiles();

const GOOD = `bench: lab
links:
  - {id: rs485, address: 'serial:/dev/ttyUSB0?baud=9600&format=8N1', protocol: modbus-rtu}
  - {id: p1, address: 'tcp:127.0.0.1:2001', protocol: p1}
devices:
  - id: battery
    profile: sunspec-storage
    link: rs485
    unit: 1
    slot: home-007/battery
    lease: actuator
    phases: abc
    safeSetpointW: 0
    revertTime: 60s
    envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 2500}
  - {id: meter, profile: dsmr5-meter, link: p1, slot: home-012/household, lease: meter, pollPeriod: 10s, observeOnly: true}
`;

/** GOOD with replacements, and what is said about it: `line: path: …`. */
function problemsOf(...changes: readonly (readonly [string, string])[]): string[] {
  const text = changes.reduce((t, [from, to]) => {
    expect(t).toContain(from);
    return t.replace(from, to);
  }, GOOD);
  const parsed = parseBench(text, 'bench.yaml', profiles);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

describe('a bench file', () => {
  it('gives links and devices with their defaults in SI', () => {
    const parsed = parseBench(GOOD, 'bench.yaml', profiles);
    expect(parsed.ok && parsed.value.devices).toMatchObject([
      {
        id: 'battery',
        unit: 1,
        phases: [true, true, true],
        scale: 1,
        pollPeriodMs: 1000,
        freshnessMs: 3000,
        revertTimeMs: 60_000,
        deadManMs: 10_000,
      },
      { id: 'meter', phases: [false, false, false], pollPeriodMs: 10_000, freshnessMs: 30_000, observeOnly: true },
    ]);
  });

  it('tells names that lead nowhere or are there twice also of entries with other faults', () => {
    const parsed = parseBench(
      `bench: lab
links:
  - { id: a, address: "tcp:nohost", protocol: modbus-tcp }
  - { id: a, address: "tcp:10.0.0.1:502", protocol: modbus }
devices:
  - { id: x, profile: sunspec-storag, link: b, unit: 300, slot: h/battery, lease: actuator }
  - { id: x, profile: dsmr5-meter, link: a, slot: 7, lease: meter }
emulations:
  - { id: e, as: toaster, address: "listen:127.0.0.1:1", protocol: p1, slot: a/b }
  - { id: e, as: p1-meter, address: "listen:127.0.0.1:2", protocol: p1, slot: a/b }
`,
      'bench.yaml',
      profiles,
    );
    const said = parsed.ok ? [] : parsed.problems.map(formatProblem);
    for (const rule of [
      /:4: links\/1\/id = a: link "a" is used twice, first at links\/0\/id/,
      /:6: devices\/0\/unit = 300/,
      /:6: devices\/0\/link = b: there is no such link; links are a$/,
      /:6: devices\/0\/profile = sunspec-storag: there is no such profile/,
      /:7: devices\/1\/id = x: device "x" is used twice/,
      /:7: devices\/1\/slot = 7/,
      /:10: emulations\/1\/id = e: emulation "e" is used twice/,
    ]) {
      expect(said.filter((line) => rule.test(line))).toHaveLength(1);
    }
  });

  it('says bounds in words', () => {
    const parsed = parseBench(
      `bench: lab
links: [{ id: a, address: "tcp:10.0.0.1:502", protocol: modbus-tcp }]
interlocks: [{ id: q, contact: register, link: a, unit: 1, table: coil, register: 70000, closed: 1 }]
devices:
  - { id: x, profile: sunspec-storage, link: a, unit: 1, slot: h/battery, lease: actuator,
      envelope: { minimumW: -1, maximumW: 1, rampWPerS: 0 }, calibration: { date: 2026-01-01, certificate: "" } }
`,
      'bench.yaml',
      profiles,
    );
    expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([
      'bench.yaml:3: interlocks/0/register = 70000: must be at most 65535',
      'bench.yaml:6: devices/0/envelope/rampWPerS = 0: must be above 0',
      'bench.yaml:6: devices/0/calibration/certificate = : must not be empty',
    ]);
  });

  const cases: [string, readonly [string, string], RegExp][] = [
    [
      'an unknown link',
      ['link: rs485', 'link: rs486'],
      /^bench\.yaml:8: devices\/0\/link = rs486: there is no such link; links are rs485, p1$/,
    ],
    [
      'an unknown profile',
      ['sunspec-storage', 'sunspec-toaster'],
      /devices\/0\/profile = sunspec-toaster: .*profiles are dsmr5-meter, /,
    ],
    [
      'a bad address',
      ['baud=9600', 'baud=fast'],
      /^bench\.yaml:3: links\/0\/address = serial.*: baud is a whole number/,
    ],
    ['an address that waits', ['tcp:127.0.0.1:2001', 'listen:127.0.0.1:2001'], /links\/1\/address .*a bench dials/],
    [
      'modbus-tcp on a serial line',
      ['modbus-rtu', 'modbus-tcp'],
      /links\/0\/address .*on a serial line it is modbus-rtu/,
    ],
    [
      'a revert time of 0',
      ['revertTime: 60s', 'revertTime: 0s'],
      /^bench\.yaml:14: devices\/0\/revertTime = 0 s: a revert time of 0 means never/,
    ],
    [
      'a revert time that cannot be refreshed in time',
      ['revertTime: 60s', 'revertTime: 10s\n    pollPeriod: 5s'],
      /at least 4 poll periods/,
    ],
    [
      'a revert time that the product does not take',
      ['revertTime: 60s', 'revertTime: 5s'],
      /takes whole seconds from 10 to 3600/,
    ],
    [
      'a safe setpoint outside the envelope',
      ['safeSetpointW: 0', 'safeSetpointW: 6000'],
      /^bench\.yaml:13: devices\/0\/safeSetpointW = 6000: must lie inside the envelope, -5000 to 5000 W$/,
    ],
    [
      'no envelope',
      ['    envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 2500}\n', ''],
      /an actuator declares its envelope/,
    ],
    [
      'an envelope upside down',
      ['minimumW: -5000', 'minimumW: 6000'],
      /envelope\/minimumW = 6000: must not be above maximumW = 5000/,
    ],
    ['no unit', ['    unit: 1\n', ''], /devices\/0\/unit: a device on modbus-rtu needs its unit/],
    ['a unit on P1', ['link: p1, slot', 'link: p1, unit: 3, slot'], /a meter on P1 has no unit/],
    ['a unit that Modbus has not', ['unit: 1', 'unit: 248'], /devices\/0\/unit = 248: a Modbus unit is 1 to 247/],
    [
      'a profile that does not speak the protocol',
      ['link: p1', 'link: rs485, unit: 9'],
      /devices\/1\/link = rs485: dsmr5-meter speaks p1, this link is modbus-rtu/,
    ],
    [
      'a meter as an actuator',
      ['lease: meter', 'lease: actuator'],
      /devices\/1\/lease = actuator: dsmr5-meter is a meter/,
    ],
    [
      'a meter with a setpoint',
      ['lease: meter', 'lease: meter, safeSetpointW: 0'],
      /a meter takes no setpoint; remove the line/,
    ],
    [
      'a slot with two devices',
      ['slot: home-012/household', 'slot: home-007/battery'],
      /slot "home-007\/battery" is used twice, first at devices\/0\/slot/,
    ],
    ['two devices of one name', ['id: meter', 'id: battery'], /device "battery" is used twice/],
    ['two links of one name', ['id: p1', 'id: rs485'], /link "rs485" is used twice/],
    [
      'two links on one line',
      ['tcp:127.0.0.1:2001', 'serial:/dev/ttyUSB0?baud=9600&format=8N1'],
      /address serial.* is used twice/,
    ],
    [
      'a freshness below the poll period',
      ['pollPeriod: 10s', 'pollPeriod: 10s, freshness: 2s'],
      /must not be below the poll period of 10 s/,
    ],
    [
      'a duration without unit',
      ['revertTime: 60s', 'revertTime: 60'],
      /devices\/0\/revertTime = 60: a duration is written with its units/,
    ],
    ['a word that is none', ['phases: abc', 'phase: abc'], /nrecognized key/],
    ['no YAML', ['bench: lab', 'bench: [lab'], /not valid YAML/],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    expect(problemsOf(change).filter((problem) => expected.test(problem))).toHaveLength(1);
  });

  it('a unit twice on one link', () => {
    const second = `  - {id: battery-2, profile: sunspec-storage, link: rs485, unit: 1, slot: home-008/battery, lease: actuator,
     safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -1, maximumW: 1, rampWPerS: 1}}\n`;
    const parsed = parseBench(GOOD + second, 'bench.yaml', profiles);
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { path: 'devices/2/unit', rule: expect.stringMatching(/unit 1 on link "rs485" is used twice/) },
    ]);
  });

  it('everything at once, in the order of the file', () => {
    const problems = problemsOf(
      ['baud=9600', 'baud=fast'],
      ['link: rs485', 'link: nowhere'],
      ['safeSetpointW: 0', 'safeSetpointW: 9999'],
      ['revertTime: 60s', 'revertTime: 0s'],
      ['pollPeriod: 10s', 'pollPeriod: 10'],
    );
    expect(problems.map((problem) => problem.split(' ')[1])).toEqual(
      [
        'links/0/address',
        'devices/0/link',
        'devices/0/safeSetpointW',
        'devices/0/revertTime',
        'devices/1/pollPeriod:',
      ].map((path) => expect.stringContaining(path.replace(':', ''))),
    );
  });

  it('that is not there is one problem', () => {
    expect(loadBenchFile('/no/such/bench.yaml')).toMatchObject({
      ok: false,
      problems: [{ rule: 'there is no such file' }],
    });
  });
});

describe('the shipped profiles', () => {
  it('each have the name of their file, a source, and say how well they measure', () => {
    for (const [name, { profile, source, measurement }] of profiles) {
      expect(name).toBe(profile);
      expect(source.length).toBeGreaterThan(10);
      expect(measurement.source.length).toBeGreaterThan(10);
    }
    expect([...profiles.keys()]).toEqual(
      expect.arrayContaining(['dsmr5-meter', 'sg-ready-heat-pump', 'sunspec-storage']),
    );
  });
});
