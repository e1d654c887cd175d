/**
 * A new product is a new file and no code: profiles that nobody has seen, written into a folder of the user's own, and devices
 * whose registers are typed in here by hand, in ways that no shipped profile uses.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Bench } from '../../../bench/bench.js';
import { loadBenchFile } from '../../../bench/config.js';
import { totalW } from '../../../bench/devices/driver.js';
import { parseProfile, profileJsonSchema } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import type { Reply, Request } from '../../../bench/modbus/pdu.js';
import { respond } from '../../../bench/modbus/responder.js';
import { openListener } from '../../../bench/transport/open.js';
import { formatProblem } from '../../../errors.js';
import { DEVICE_PROFILES, PACKAGE_ROOT } from '../../../paths.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Registers by function and address, and what happens after a write. */
class HandMade {
  readonly words = new Map<string, number>();
  readonly asked: string[] = [];
  constructor(
    readonly functions: readonly number[],
    readonly written: (device: HandMade) => void = () => undefined,
  ) {}
  put(space: number, address: number, ...words: number[]): this {
    words.forEach((word, k) => void this.words.set(`${space}/${address + k}`, word & 0xffff));
    return this;
  }
  at = (space: number, address: number): number => this.words.get(`${space}/${address}`)!;

  answer(request: Request): Reply | undefined {
    const { fc } = request;
    this.asked.push(`${fc}@${request.address}`);
    if (!this.functions.includes(fc)) return { fc, exception: 1 };
    if (fc <= 4 && 'count' in request) {
      const list = Array.from({ length: request.count }, (_, k) => this.words.get(`${fc}/${request.address + k}`));
      if (list.includes(undefined)) return { fc, exception: 2 };
      if (fc === 1 || fc === 2) return { fc, bits: list.map((bit) => bit === 1) };
      return { fc: fc as 3 | 4, values: Uint16Array.from(list as number[]) };
    }
    if (request.fc === 5) this.put(1, request.address, request.on ? 1 : 0);
    else if (request.fc === 15) this.put(1, request.address, ...request.bits.map(Number));
    else if (request.fc === 6) this.put(3, request.address, request.value);
    else if (request.fc === 16) this.put(3, request.address, ...Array.from(request.values));
    this.written(this);
    const value =
      request.fc === 6
        ? request.value
        : request.fc === 5
          ? request.on
            ? 0xff00
            : 0
          : 'values' in request
            ? request.values.length
            : request.fc === 15
              ? request.bits.length
              : 0;
    return { fc: fc as 6, address: request.address, value };
  }

  async serve(unit: number): Promise<string> {
    const listener = await openListener('listen:127.0.0.1:0', (transport) => {
      respond(transport, {
        framing: 'tcp',
        unit,
        answer: (request) => this.answer(request),
        send: (frame) => void transport.write(frame),
      });
    });
    closers.push(() => listener.close());
    return listener.address;
  }
}

const float32 = (value: number): [number, number] => {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return [view.getUint16(0), view.getUint16(2)];
};

const COMMON = `
source: written by hand for this test
protocols: [modbus-tcp, modbus-rtu]
measurement:
  instrument: own-register
  uncertainty: { activePowerW: { ofReadingRatio: 0.02, constant: 5 } }
  source: invented
`;
const TIMING =
  'timing: { replyTimeoutMs: 500, minimumGapMs: 0, budgetMs: 2000, identifyBudgetMs: 3000, lostAfterReadings: 3 }';

/** Magnitude and direction in two registers, low word first, percent with two decimals, charging counted negative. */
const BATTERY = `profile: accu-fabriek
title: An invented battery
driver: modbus-actuator
lease: actuator
${COMMON}
behaviour:
  ${TIMING}
  control:
    meaning: target
    stepW: 20
    safeSetpointW: 0
    revert: { kind: heartbeat, minimumS: 20, maximumS: 600, defaultS: 60, toleranceS: 5, to: free }
    heartbeat: { periodS: 1 }
    memory: volatile
    writes: { minimumIntervalMs: 0 }
  effect: { withinS: 5, bandW: 50, bandRatio: 0.02, refuseAfter: 3 }
modbus: { wordOrder: low-first, writes: block }
identity:
  manufacturer: maker
  serialNumber: serial
  expect: { kind: 77 }
  settings: [ratedPower]
registers:
  maker: { number: 40501, type: string, length: 4 }
  serial: { number: 40505, type: uint64 }
  kind: { number: 40509, type: uint16 }
  ratedPower: { number: 40510, type: uint16, unit: kW, scale: 0.1 }
  power: { address: 700, function: 4, type: int32, unit: W, sign: -1 }
  charge: { address: 702, function: 4, type: uint16, unit: "%", scale: 0.01 }
  mode: { address: 900, type: uint16, write: volatile }
  share: { address: 901, type: uint16, unit: "%", scale: 0.01, write: volatile, maximum: 100 }
  beat: { address: 950, type: uint16, write: volatile }
reads: { activePowerW: power, stateOfChargeRatio: charge }
edges: { fullRatio: 0.99, emptyRatio: 0.05 }
command:
  rating: { minimumPowerW: -6000, maximumPowerW: ratedPower }
  writes:
    - { register: mode, value: { of: targetPowerW, direction: { consume: 2, feedIn: 4, idle: 1 } } }
    - { register: share, value: { of: magnitudeW, percentOf: ratedPower } }
  release: [{ register: mode, value: 0 }]
  heartbeat: { register: beat }
`;

/** Three phases of floats in the other word order, import and export apart, all by function 4. */
const METER = `profile: meter-fabriek
title: An invented meter
driver: modbus-meter
lease: meter
${COMMON}
behaviour:
  ${TIMING}
modbus: { function: 4, wordOrder: low-first, holes: 4 }
identity:
  model: =MF-3
  between: { hertz: [45, 55] }
registers:
  volts: { address: 10, type: float32, unit: kV }
  hertz: { address: 12, type: uint16, scale: 0.01, unit: Hz }
  import: { address: 20, type: float32, unit: kW }
  export: { address: 22, type: float32, unit: kW }
  counter: { address: 24, type: uint32, unit: kWh, scale: 0.1 }
reads: { importPowerW: import, exportPowerW: export, frequencyHz: hertz, voltageAV: volts, importEnergyWh: counter }
`;

/** SG-Ready as it is wired in the field: two contacts on a relay board, and a pulse meter beside them. */
const HEAT_PUMP = `profile: sg-relais
title: An invented heat pump behind two relays
driver: modbus-actuator
lease: actuator
${COMMON}
behaviour:
  ${TIMING}
  control:
    meaning: ceiling
    stepW: 20
    safeSetpointW: 0
    revert: { kind: timer, minimumS: 10, maximumS: 600, defaultS: 60, toleranceS: 5, to: free }
    memory: volatile
    writes: { minimumIntervalMs: 0 }
  effect: { withinS: 5, bandW: 100, bandRatio: 0.1, refuseAfter: 3 }
modbus: { writes: single }
identity: { model: =SG }
registers:
  lock: { address: 3, function: 1, type: bit, write: volatile }
  boost: { address: 4, function: 1, type: bit, write: volatile }
  watchdog: { address: 40, type: uint16, unit: s, write: volatile }
  kilowatts: { address: 41, type: uint16, unit: kW, scale: 0.001 }
reads: { activePowerW: kilowatts }
command:
  rating: { minimumPowerW: 0, maximumPowerW: 4000 }
  writes:
    - { register: watchdog, value: revertTimeS }
    - register: lock
      value:
        modes:
          - { name: locked, value: 1, minimumPowerW: 0, maximumPowerW: 0 }
          - { name: normal, value: 0, minimumPowerW: 0, maximumPowerW: 4000 }
    - { register: boost, value: 0 }
`;

const DEVICES = {
  battery: BATTERY,
  meter: METER,
  'heat-pump': HEAT_PUMP,
};

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'wijktwin-profiles-'));
  closers.push(() => rmSync(path, { recursive: true, force: true }));
  mkdirSync(join(path, 'products'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, 'products', name), text);
  return path;
}

describe('a product that nobody has seen', () => {
  it('three of them, from a folder beside the bench file, identified, read, commanded and kept alive', async () => {
    const battery = new HandMade([3, 4, 16], (device) => {
      // Obeys at once: percent of 5 kW, charging shown negative.
      const sign = device.at(3, 900) === 2 ? -1 : device.at(3, 900) === 4 ? 1 : 0;
      const watts = sign * (device.at(3, 901) / 10_000) * 5000;
      device.put(4, 700, watts & 0xffff, (watts >> 16) & 0xffff);
    })
      .put(3, 500, 0x4163, 0x6375, 0x0000, 0x0000)
      .put(3, 504, 4711, 0, 0, 0)
      .put(3, 508, 77, 50)
      .put(4, 700, 0, 0, 5500)
      .put(3, 900, 0, 0)
      .put(3, 950, 0);
    const meter = new HandMade([4])
      .put(4, 10, ...float32(0.2315).reverse(), 5001)
      .put(4, 13, 0, 0, 0, 0, 0, 0, 0)
      .put(4, 20, ...float32(0).reverse(), ...float32(1.25).reverse(), 0x5678, 0x0001);
    const heatPump = new HandMade([1, 3, 5, 6], (device) => void device.put(3, 41, device.at(1, 3) === 1 ? 15 : 3200))
      .put(1, 3, 0, 0)
      .put(3, 40, 0, 3200);
    const path = folder({ 'accu-fabriek.yaml': BATTERY, 'meter-fabriek.yaml': METER, 'sg-relais.yaml': HEAT_PUMP });
    const addresses = await Promise.all([battery.serve(9), meter.serve(2), heatPump.serve(3)]);
    const file = join(path, 'bench.yaml');
    writeFileSync(
      file,
      `bench: lab
profiles: products
links:
${addresses.map((address, k) => `  - { id: link-${k}, address: '${address}', protocol: modbus-tcp }`).join('\n')}
devices:
  - { id: battery, profile: accu-fabriek, link: link-0, unit: 9, slot: a/battery, lease: actuator, pollPeriod: 0.2s,
      envelope: { minimumW: -6000, maximumW: 5000, rampWPerS: 100000 } }
  - { id: meter, profile: meter-fabriek, link: link-1, unit: 2, slot: b/household, lease: meter, pollPeriod: 0.2s }
  - { id: heat-pump, profile: sg-relais, link: link-2, unit: 3, slot: c/heat-pump, lease: actuator, pollPeriod: 0.2s,
      envelope: { minimumW: 0, maximumW: 4000, rampWPerS: 100000 } }
`,
    );
    const loaded = loadBenchFile(file);
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([]);
    if (!loaded.ok) return;
    const bench = new Bench({ config: loaded.value, twinAddress: '127.0.0.1:1', log: NO_LOG });
    closers.push(() => bench.close());
    bench.start();
    const session = (id: string) => bench.sessions.find(({ config }) => config.id === id)!;
    await vi.waitFor(
      () => {
        for (const { readings, lastError } of bench.sessions) expect(readings, lastError).toBeGreaterThan(1);
        // No twin: both actuators at their safe setpoint of 0.
        expect(heatPump.at(1, 3)).toBe(1);
        expect(battery.at(3, 900)).toBe(1);
        expect(battery.at(3, 950)).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(session('battery').life).toMatchObject({
      state: 'ready',
      identity: {
        text: 'Accu serial 4711',
        rating: { minimumW: -6000, maximumW: 5000 },
        settings: { ratedPower: 5000 },
      },
    });
    expect(totalW(session('meter').lastReading!)).toBeCloseTo(-1250, 0);
    expect(session('meter').lastReading).toMatchObject({ frequencyHz: 50.01, importEnergyWh: (0x15678 / 10) * 1000 });
    expect(heatPump.at(3, 40)).toBe(60);
    // As the twin would: a lease, then setpoints.
    session('battery').leaseChanged(true);
    session('heat-pump').leaseChanged(true);
    const follow = async (batteryW: number, heatPumpW: number) =>
      vi.waitFor(
        () => {
          session('battery').setpoint(batteryW);
          session('heat-pump').setpoint(heatPumpW);
          expect(totalW(session('battery').lastReading!)).toBeCloseTo(batteryW, 0);
          expect(totalW(session('heat-pump').lastReading!)).toBeLessThanOrEqual(heatPumpW + 20);
        },
        { timeout: 20_000, interval: 100 },
      );
    await follow(2500, 4000);
    expect(heatPump.at(1, 3)).toBe(0);
    expect([battery.at(3, 900), battery.at(3, 901)]).toEqual([2, 5000]);
    await follow(-3000, 1000);
    expect([battery.at(3, 900), battery.at(3, 901)]).toEqual([4, 6000]);
    // 1 kW is less than it takes in any state but locked.
    expect(heatPump.at(1, 3)).toBe(1);
    expect(session('battery').setpointsIgnored + session('heat-pump').setpointsIgnored).toBe(0);
    // Only functions that each product has were asked for.
    expect(battery.asked.some((line) => line.startsWith('6@'))).toBe(false);
  });

  it.each(Object.entries(DEVICES))('the %s keeps the schema', (_, text) => {
    const parsed = parseProfile(text, 'x.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([]);
  });
});

it('the example in the README holds', () => {
  const readme = readFileSync(join(PACKAGE_ROOT, 'bench', 'README.md'), 'utf8');
  const example = /```yaml\n(profile: .*?)```/s.exec(readme)![1]!;
  const parsed = parseProfile(example, 'README.md');
  expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([]);
});

it('the published JSON Schema is the schema', () => {
  const file = join(DEVICE_PROFILES, '..', 'profile.schema.json');
  expect(readFileSync(file, 'utf8')).toBe(profileJsonSchema());
});

describe('a profile with mistakes', () => {
  const problemsOf = (text: string, ...changes: [string, string][]): string[] => {
    const changed = changes.reduce((t, [from, to]) => {
      expect(t).toContain(from);
      return t.replace(from, to);
    }, text);
    const parsed = parseProfile(changed, 'x.yaml');
    return parsed.ok ? [] : parsed.problems.map(formatProblem);
  };

  const cases: [string, string, [string, string], RegExp][] = [
    [
      'a quantity that leads to no register',
      METER,
      ['importPowerW: import', 'importPowerW: imports'],
      /reads\/importPowerW.*no register "imports"/,
    ],
    [
      'a unit of another quantity',
      METER,
      ['unit: Hz', 'unit: A'],
      /reads\/frequencyHz: is frequency; register "hertz" is in A/,
    ],
    ['a power that nobody tells', METER, ['importPowerW: import, ', ''], /reads: must tell the active power/],
    [
      'an address and a number',
      BATTERY,
      ['kind: { number: 40509', 'kind: { address: 1, number: 40509'],
      /registers\/kind: has either an address/,
    ],
    ['a number that is none', BATTERY, ['number: 40509', 'number: 20509'], /registers\/kind\/number: is 1-9999/],
    [
      'a text without length',
      BATTERY,
      ['type: string, length: 4', 'type: string'],
      /registers\/maker: a text needs its length/,
    ],
    [
      'a bit among registers',
      HEAT_PUMP,
      ['lock: { address: 3, function: 1', 'lock: { address: 3, function: 3'],
      /registers\/lock\/type: function 3 reads registers/,
    ],
    [
      'a write to what can only be read',
      METER,
      ['unit: Hz }', 'unit: Hz, write: volatile }'],
      /registers\/hertz\/write: function 4 reads what cannot be written/,
    ],
    [
      'a command to a register that is not writable',
      BATTERY,
      ['scale: 0.01, write: volatile, maximum', 'scale: 0.01, maximum'],
      /command\/writes\/1\/register: register "share" is not writable/,
    ],
    ['a command without a power', HEAT_PUMP, ['modes:', 'mode:'], /command\/writes\/1\/value/],
    [
      'a command in the wrong unit',
      HEAT_PUMP,
      ['value: revertTimeS', 'value: targetPowerW'],
      /command\/writes\/0\/value: targetPowerW is power; register "watchdog" is in s/,
    ],
    [
      'percent into watts',
      BATTERY,
      ['unit: "%", scale: 0.01, write', 'unit: W, write'],
      /writes percent; register "share" is in W/,
    ],
    [
      'a heartbeat that is too slow',
      BATTERY,
      ['periodS: 1', 'periodS: 15'],
      /heartbeat\/periodS: must be at most half of the shortest revert time, 20 s/,
    ],
    [
      'a heartbeat without register',
      BATTERY,
      ['  heartbeat: { register: beat }\n', ''],
      /command: the heartbeat needs its register/,
    ],
    [
      'a heartbeat that is not declared',
      BATTERY,
      ['    heartbeat: { periodS: 1 }\n', ''],
      /needs heartbeat: \{periodS/,
    ],
    [
      'a register that is too long for a request',
      METER,
      ['holes: 4', 'maximumRegisters: 1'],
      /registers\/volts: is longer than one request/,
    ],
    [
      'a full load of a device that takes no ceiling',
      BATTERY,
      ['  heartbeat: { register: beat }\n', '  heartbeat: { register: beat }\n  fullLoad: { withinS: 60 }\n'],
      /command\/fullLoad: is of a device that takes a ceiling; behaviour\/control\/meaning is target/,
    ],
    [
      'a full load that the next command would not end',
      BATTERY,
      [
        '  heartbeat: { register: beat }\n',
        '  heartbeat: { register: beat }\n  fullLoad: { writes: [{ register: beat, value: 4 }], withinS: 60, supplyBelowC: 50 }\n',
      ],
      /fullLoad\/writes\/0\/register: "beat" is no register that the command itself writes/,
    ],
    ['a revert range upside down', BATTERY, ['minimumS: 20', 'minimumS: 900'], /must not be above maximumS/],
    ['a word that is none', METER, ['holes: 4', 'hole: 4'], /nrecognized key/],
  ];
  it.each(cases)('%s', (_, text, change, expected) => {
    expect(problemsOf(text, change).filter((problem) => expected.test(problem))).toHaveLength(1);
  });

  it('says all of them at once, each with its line', () => {
    const problems = problemsOf(
      METER,
      ['importPowerW: import, ', ''],
      ['unit: Hz', 'unit: A'],
      ['unit: kV', 'unit: s'],
    );
    expect(problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.every((problem) => /^x\.yaml:\d+: /.test(problem))).toBe(true);
  });

  it('makes the bench file that names its folder say so, beside its own problems', () => {
    const path = folder({ 'meter-fabriek.yaml': METER.replace('unit: Hz', 'unit: A') });
    const file = join(path, 'bench.yaml');
    writeFileSync(
      file,
      `bench: lab\nprofiles: products\nlinks: [{ id: a, address: nowhere, protocol: p1 }]\ndevices: []\n`,
    );
    const loaded = loadBenchFile(file);
    expect(loaded.ok ? [] : loaded.problems.map(({ path: at }) => at)).toEqual([
      'reads/frequencyHz',
      'links/0/address',
    ]);
  });
});
