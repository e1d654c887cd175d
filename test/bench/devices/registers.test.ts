/**
 * What makers do with registers besides numbering them: bits, directions and scales in other registers, sums over parts, bytes
 * the wrong way round, several values for "not there". Profiles as a user writes them, against words typed in by hand.
 */
import { describe, expect, it } from 'vitest';
import { createModbusActuator, createModbusMeter } from '../../../bench/devices/modbus-device.js';
import type { RegisterPort } from '../../../bench/devices/ports.js';
import type { ReadFunction } from '../../../bench/devices/profile/registers.js';
import { parseProfile } from '../../../bench/devices/profile.js';
import { formatProblem } from '../../../errors.js';

const never = new AbortController().signal;

const profileText = (registers: string, reads: string, more = ''): string => `
profile: any-meter
title: A meter
source: typed in for this test
driver: modbus-meter
lease: meter
protocols: [modbus-rtu]
behaviour:
  timing: { replyTimeoutMs: 500, minimumGapMs: 0, budgetMs: 2000, identifyBudgetMs: 3000, lostAfterReadings: 3 }
measurement:
  instrument: meter
  uncertainty: { activePowerW: { ofReadingRatio: 0.01, constant: 1 } }
  source: invented
identity: { model: =any }
${more}
registers:
${registers}
reads: ${reads}
`;

/** The reading of a profile whose device has these words, by function and address; others are refused. */
async function reading(text: string, spaces: Partial<Record<ReadFunction, Record<number, number>>>) {
  const parsed = parseProfile(text, 'x.yaml');
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  if (parsed.value.driver !== 'modbus-meter') throw new Error('no meter');
  const asked: string[] = [];
  const port: RegisterPort = {
    read: async (address, count, _, readFunction = 3) => {
      asked.push(`${readFunction}@${address}+${count}`);
      return Uint16Array.from({ length: count }, (__, k) => {
        const word = spaces[readFunction]?.[address + k];
        if (word === undefined) throw new Error(`no register ${address + k} by function ${readFunction}`);
        return word;
      });
    },
    write: async () => undefined,
  };
  const meter = createModbusMeter({ id: 'meter', profile: parsed.value, port, nowMs: () => 0 });
  return { ...(await meter.read(never)), asked };
}

const totalW = ({ activePowerW: [a, b, c] }: { readonly activePowerW: readonly [number, number, number] }): number =>
  a + b + c;

describe('a register as makers have them', () => {
  it('power without sign, whose direction is a bit of a state register', async () => {
    const text = profileText(
      `  running: { address: 13000, function: 4, type: uint16 }
  discharging: { address: 13000, function: 4, type: uint16, bits: [2, 2] }
  battery: { address: 13021, function: 4, type: uint16, unit: W, signBy: { register: discharging, negative: [1] } }`,
      '{ activePowerW: battery, state: running }',
      'modbus: { wordOrder: low-first, holes: 30 }',
    );
    const space = (state: number) => ({
      4: { ...Object.fromEntries(Array.from({ length: 30 }, (_, k) => [13000 + k, 0])), 13000: state, 13021: 1500 },
    });
    expect(totalW(await reading(text, space(0b0010)))).toBeCloseTo(1500);
    const discharging = await reading(text, space(0b0101));
    expect(totalW(discharging)).toBeCloseTo(-1500);
    expect(discharging).toMatchObject({ state: 5, asked: ['4@13000+22'] });
  });

  it('bits of a wide register, as a number', async () => {
    const text = profileText(
      `  power: { address: 0, type: int16, unit: W }
  mode: { address: 1, type: uint32, bits: [12, 15] }`,
      '{ activePowerW: power, state: mode }',
    );
    expect(await reading(text, { 3: { 0: 7, 1: 0xffff, 2: 0x9fff } })).toMatchObject({ state: 9 });
  });

  it('a scale in another register: as a power of ten, and as the ratio of a current transformer', async () => {
    const text = profileText(
      `  exponent: { address: 9, type: int16, absent: -32768 }
  ratio: { address: 20, type: uint16 }
  power: { address: 0, type: int32, unit: W, scaleBy: { register: exponent, as: exponent } }
  current: { address: 2, type: uint16, unit: A, scale: 0.001, scaleBy: { register: ratio, as: factor } }`,
      '{ activePowerW: power, currentAA: current, currentBA: current, currentCA: current }',
      'modbus: { holes: 10 }',
    );
    const words = (exponent: number) => ({
      3: { ...Object.fromEntries(Array.from({ length: 21 }, (_, k) => [k, 0])), 1: 1234, 2: 4500, 9: exponent, 20: 40 },
    });
    expect(totalW(await reading(text, words(0xffff)))).toBeCloseTo(123.4, 9);
    expect(await reading(text, words(2))).toMatchObject({ currentA: [180, 180, 180] });
    expect(totalW(await reading(text, words(2)))).toBeCloseTo(123_400);
    // A scale that the device does not have leaves no value, rather than a wrong one.
    expect(await reading(text, words(0x8000))).toMatchObject({ quality: 'invalid', missing: ['activePowerW'] });
  });

  it('a sum over parts, and none while a part is missing', async () => {
    const text = profileText(
      `  one: { address: 0, type: int16, unit: W, absent: [0x7fff, -32768] }
  two: { address: 5, type: int16, unit: kW, scale: 0.01, absent: [0x7fff, -32768] }`,
      '{ activePowerW: [one, two] }',
    );
    expect(totalW(await reading(text, { 3: { 0: 250, 5: 0xffff } }))).toBeCloseTo(240);
    for (const gone of [0x7fff, 0x8000]) {
      expect(await reading(text, { 3: { 0: 250, 5: gone } })).toMatchObject({ quality: 'invalid' });
    }
  });

  it('floats in all four orders of their bytes', async () => {
    // 1234.5 W is 44 9A 50 00.
    const orders: [string, readonly [number, number]][] = [
      ['', [0x449a, 0x5000]],
      ['wordOrder: low-first', [0x5000, 0x449a]],
      ['byteOrder: low-first', [0x9a44, 0x0050]],
      ['wordOrder: low-first, byteOrder: low-first', [0x0050, 0x9a44]],
    ];
    for (const [order, [first, second]] of orders) {
      const text = profileText(
        '  power: { address: 0, type: float32, unit: W }',
        '{ activePowerW: power }',
        `modbus: { ${order} }`,
      );
      expect(totalW(await reading(text, { 3: { 0: first, 1: second } })), order).toBeCloseTo(1234.5);
    }
  });

  it('numbers of six digits, as in tables that go beyond 9999', async () => {
    const text = profileText(
      `  power: { number: 413050, type: int16, unit: W }
  volts: { number: 300001, type: uint16, unit: V, scale: 0.1 }`,
      '{ activePowerW: power, voltageAV: volts, voltageBV: volts, voltageCV: volts }',
    );
    const found = await reading(text, { 3: { 13049: 42 }, 4: { 0: 2301 } });
    expect(found).toMatchObject({ voltageV: [230.1, 230.1, 230.1] });
    expect(totalW(found)).toBeCloseTo(42);
  });

  it('tells names that lead nowhere beside faults of the schema, in the order of the file', () => {
    const text = profileText(
      '  power: { address: 70000, type: int16, unit: Watt }',
      '{ activePowerW: [power, second], voltageAV: volts }',
    ).replace('{ model: =any }', '{ model: kind, expect: { code: 3 } }');
    const parsed = parseProfile(text, 'x.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(({ path, rule }) => `${path}: ${rule.slice(0, 38)}`)).toEqual([
      'identity/model: there is no register "kind" in the tab',
      'identity/expect/code: there is no register "code" in the tab',
      'registers/power/address: must be at most 65535',
      'registers/power/unit: must be one of W, kW, MW, var, kvar, V',
      'reads/activePowerW: there is no register "second" in the t',
      'reads/voltageAV: there is no register "volts" in the ta',
    ]);
  });

  it('says all that is wrong with them', () => {
    const text = profileText(
      `  power: { address: 0, type: int32, unit: W, bits: [0, 3] }
  state: { address: 2, type: uint16, bits: [9, 3] }
  high: { address: 3, type: uint16, bits: [8, 16] }
  scaled: { address: 4, type: int16, unit: W, scaleBy: { register: nowhere, as: exponent } }
  signed: { address: 5, type: int16, unit: W, signBy: { register: scaled, negative: [1] } }
  set: { address: 6, type: uint16, bits: [0, 0], write: volatile }
  number: { number: 200001, type: uint16 }
  name: { address: 8, type: string, length: 2, scaleBy: { register: set, as: factor } }`,
      '{ activePowerW: [power, gone], stateOfChargeRatio: [state, high] }',
    );
    const parsed = parseProfile(text, 'x.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(({ path, rule }) => `${path}: ${rule}`)).toEqual([
      'registers/power/bits: are taken from a uint16 or a uint32',
      'registers/state/bits: are the lowest and the highest, from 0 to 15',
      'registers/high/bits: are the lowest and the highest, from 0 to 15',
      'registers/scaled/scaleBy/register: there is no register "nowhere" in the table',
      'registers/signed/signBy/register: register "scaled" must be a number without unit that needs no other register',
      'registers/set/write: a register with bits, scaleBy or signBy is only read',
      'registers/number/number: is 1-9999, 10001-19999, 30001-39999 or 40001-49999, or six digits such as 400001; otherwise give the address',
      'registers/name/scaleBy: a text has none',
      'reads/activePowerW: there is no register "gone" in the table',
      'reads/stateOfChargeRatio: is ratio; only power, reactive power, apparent power, energy, current can be the sum of several registers',
      'reads/stateOfChargeRatio: is ratio; register "state" is in none',
      'reads/stateOfChargeRatio: is ratio; register "high" is in none',
    ]);
  });
});

/** A device behind a port: registers that take a value, those of `silent` refuse to be read. */
async function actuator(
  registers: string,
  command: string,
  words: Record<number, number>,
  silent: readonly number[] = [],
) {
  const text = `
profile: any-battery
title: A battery
source: typed in for this test
driver: modbus-actuator
lease: actuator
protocols: [modbus-tcp]
behaviour:
  timing: { replyTimeoutMs: 500, minimumGapMs: 0, budgetMs: 2000, identifyBudgetMs: 3000, lostAfterReadings: 3 }
  control:
    meaning: target
    stepW: 10
    safeSetpointW: 0
    revert: { kind: timer, minimumS: 10, maximumS: 600, toleranceS: 5, to: free }
    memory: volatile
    writes: { minimumIntervalMs: 0 }
  effect: { withinS: 5, bandW: 50, bandRatio: 0.02, refuseAfter: 3 }
measurement:
  instrument: own-register
  uncertainty: { activePowerW: { ofReadingRatio: 0.01, constant: 1 } }
  source: invented
identity: { model: =any }
registers:
  power: { address: 0, type: int16, unit: W }
  timeout: { address: 1, type: uint16, unit: s, write: volatile }
${registers}
reads: { activePowerW: power }
command:
  rating: { minimumPowerW: -9000, maximumPowerW: 9000 }
${command}
`;
  const parsed = parseProfile(text, 'x.yaml');
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  if (parsed.value.driver !== 'modbus-actuator') throw new Error('no actuator');
  const memory = new Map(Object.entries({ 0: 0, 1: 0, ...words }).map(([at, word]) => [Number(at), word]));
  const port: RegisterPort = {
    read: async (address, count) =>
      Uint16Array.from({ length: count }, (_, k) => {
        const word = memory.get(address + k);
        if (word === undefined || silent.includes(address + k)) throw new Error(`${address + k} cannot be read`);
        return word;
      }),
    write: async (address, values) => values.forEach((word, k) => void memory.set(address + k, word)),
  };
  const options = { revertTimeMs: 30_000, safeSetpointW: 0, nowMs: () => 0 };
  const driver = createModbusActuator({ id: 'battery', profile: parsed.value, port, ...options });
  await driver.identify(never);
  return { driver, memory };
}

describe('a command as makers have it', () => {
  const at = (powerW: number) => ({ minimumW: powerW, maximumW: powerW });

  it('a setpoint per phase: the power in equal parts', async () => {
    const phase = (k: number): string => `    - { register: s${k}, value: { of: targetPowerW, parts: 3 } }`;
    const { driver, memory } = await actuator(
      [1, 2, 3].map((k) => `  s${k}: { address: ${36 + k}, type: int16, unit: W, write: volatile }`).join('\n'),
      `  writes:\n    - { register: timeout, value: revertTimeS }\n${[1, 2, 3].map(phase).join('\n')}`,
      { 37: 0, 38: 0, 39: 0 },
    );
    expect(await driver.command(at(-4500), never)).toEqual(at(-4500));
    expect([37, 38, 39].map((address) => memory.get(address))).toEqual([
      0x10000 - 1500,
      0x10000 - 1500,
      0x10000 - 1500,
    ]);
    expect(await driver.held(never)).toEqual({ window: at(-4500) });
  });

  it('registers that take a value and do not tell it: nothing is read back, and it says so', async () => {
    const { driver, memory } = await actuator(
      `  set: { address: 40149, type: int32, unit: W, sign: -1, write: volatile, writeOnly: true }
  mode: { address: 40151, type: uint32, write: volatile, writeOnly: true }`,
      `  writes:
    - { register: timeout, value: revertTimeS }
    - { register: mode, value: 802 }
    - { register: set, value: targetPowerW }
  release: [{ register: mode, value: 803 }]`,
      {},
      [40149, 40150, 40151, 40152],
    );
    expect(driver).toMatchObject({ writeOnly: true, untold: true });
    expect(await driver.command(at(-2000), never)).toEqual(at(-2000));
    expect([40149, 40150, 40151, 40152].map((address) => memory.get(address))).toEqual([0, 2000, 0, 802]);
    expect(await driver.held(never)).toEqual({});
    await driver.release(never);
    expect(memory.get(40152)).toBe(803);
  });

  it('registers that keep the last command after it has reverted: what is left of its time tells whether it is in force', async () => {
    const set = '  set: { address: 5, type: int16, unit: W, write: volatile }';
    const left = '\n  left: { address: 6, type: uint16, unit: s }';
    const writes =
      '  writes: [{ register: timeout, value: revertTimeS }, { register: set, value: targetPowerW }]\n  remembers: true';
    const told = await actuator(set + left, `${writes}\n  revertRemaining: left`, { 5: 0, 6: 30 });
    await told.driver.command(at(800), never);
    expect(await told.driver.held(never)).toEqual({ window: at(800), remainingS: 30 });
    told.memory.set(6, 0);
    expect(await told.driver.held(never)).toEqual({ remainingS: 0 });
    const untold = await actuator(set, writes, { 5: 0 });
    await untold.driver.command(at(800), never);
    expect(untold.driver).toMatchObject({ untold: true });
    expect(untold.driver.writeOnly).toBeUndefined();
    expect(await untold.driver.held(never)).toEqual({});
  });

  it('says what cannot be read', () => {
    const text = profileText(
      `  power: { address: 0, type: int16, unit: W, write: volatile, writeOnly: true }
  set: { address: 1, type: int16, unit: W, write: flash, writeOnly: true }`,
      '{ activePowerW: power }',
    );
    const parsed = parseProfile(text, 'x.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(({ path, rule }) => `${path}: ${rule}`)).toEqual([
      'registers/set/writeOnly: wants write: volatile; what is kept in flash is compared before it is written',
      'reads/activePowerW: register "power" is writeOnly and cannot be read',
    ]);
  });
});
