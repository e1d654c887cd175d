/** Every emulated device by its name: its line, its options, and how it is made. The only list of them. */
import type { MockDevice } from './device.js';
import type { Trait } from './sins.js';

/** A number on the command line; the key is the property, the flag its name with dashes. */
export interface MockOption {
  readonly flag: string;
  readonly about: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

export interface MockKind {
  readonly about: string;
  readonly line: 'modbus' | 'p1' | 'text';
  readonly baud: number;
  /** Factory address on Modbus. */
  readonly unit: number;
  /** The shipped profile of the bench that it is the counterpart of. */
  readonly profile: string;
  /** For the list of its sins in the help. */
  readonly traits: readonly Trait[];
  readonly options: Readonly<Record<string, MockOption>>;
  /** The option that says what it could do without a limit, W. */
  readonly available?: string;
  make(values: Readonly<Record<string, number>>): Promise<MockDevice>;
}

const option = (flag: string, about: string, minimum: number, maximum: number, standard: number): MockOption => ({
  flag,
  about,
  minimum,
  maximum,
  default: standard,
});

const seed = option('--seed <n>', 'of its noise and its serial number', 0, 999_999, 1);
const ratedPower = option('--rated-power <W>', 'rated power', 500, 60_000, 5000);

export const MOCKS = {
  'sunspec-inverter': {
    about: 'a three-phase hybrid inverter with battery (SunSpec 1, 103, 120, 121, 123, 124)',
    line: 'modbus',
    baud: 9600,
    unit: 1,
    profile: 'sunspec-storage',
    traits: ['modbus', 'sunspec', 'control', 'revert', 'battery', 'power', 'sentinel', 'current', 'serial'],
    options: {
      seed,
      ratedPower,
      capacity: option('--capacity <Wh>', 'usable energy of the battery', 500, 60_000, 10_000),
      initialSoc: option('--initial-soc <ratio>', 'state of charge at the start', 0, 1, 0.6),
      freePower: option('--free-power <W>', 'what it does without control, + = discharge', -60_000, 60_000, 0),
    },
    make: async (v) =>
      (await import('./devices/sunspec-inverter.js')).createInverter({
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        capacityWh: v['capacity']!,
        initialStateOfChargeRatio: v['initialSoc']!,
        freePowerW: v['freePower']!,
      }),
  },
  'sunspec-der-battery': {
    about: 'a three-phase storage inverter (SunSpec 1, 701, 702, 704, 713, 715) with reversion value and heartbeat',
    line: 'modbus',
    baud: 19_200,
    unit: 1,
    profile: 'sunspec-storage-der',
    traits: [
      'modbus',
      'sunspec',
      'control',
      'revert',
      'power',
      'sentinel',
      'current',
      'serial',
      'battery',
      'heartbeat',
    ],
    options: {
      seed,
      ratedPower,
      capacity: option('--capacity <Wh>', 'usable energy of the battery', 500, 60_000, 10_000),
      initialSoc: option('--initial-soc <ratio>', 'state of charge at the start', 0, 1, 0.6),
      freePower: option('--free-power <W>', 'what it does without control, + = discharge', -60_000, 60_000, 0),
    },
    make: async (v) =>
      (await import('./devices/sunspec-der.js')).createDer('sunspec-der-battery', {
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        capacityWh: v['capacity']!,
        initialStateOfChargeRatio: v['initialSoc']!,
        freePowerW: v['freePower']!,
      }),
  },
  'sunspec-der-pv': {
    about: 'a three-phase PV inverter (SunSpec 1, 701, 702, 704) with a limit that reverts to a value',
    line: 'modbus',
    baud: 19_200,
    unit: 1,
    profile: 'sunspec-pv-der',
    traits: ['modbus', 'sunspec', 'control', 'revert', 'power', 'sentinel', 'current', 'serial'],
    options: {
      seed,
      ratedPower,
      sunPower: option('--sun-power <W>', 'what the panels could give', 0, 60_000, 4000),
    },
    available: 'sunPower',
    make: async (v) =>
      (await import('./devices/sunspec-der.js')).createDer('sunspec-der-pv', {
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        capacityWh: 0,
        initialStateOfChargeRatio: 0,
        freePowerW: v['sunPower']!,
      }),
  },
  'sunspec-pv': {
    about: 'a three-phase PV inverter (SunSpec 1, 113, 120, 121, 123 from register 50000) whose limit reverts',
    line: 'modbus',
    baud: 9600,
    unit: 1,
    profile: 'sunspec-pv',
    traits: ['modbus', 'sunspec', 'control', 'revert', 'power', 'sentinel', 'current', 'serial'],
    options: {
      seed,
      ratedPower,
      sunPower: option('--sun-power <W>', 'what the panels could give', 0, 60_000, 4000),
    },
    available: 'sunPower',
    make: async (v) =>
      (await import('./devices/sunspec-pv.js')).createPv({
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        sunPowerW: v['sunPower']!,
      }),
  },
  'heat-pump': {
    about: 'a heat pump with SG-Ready and a power limit on Modbus RTU (Warmtebron WB-12)',
    line: 'modbus',
    baud: 9600,
    unit: 7,
    profile: 'sg-ready-heat-pump',
    traits: ['modbus', 'control', 'revert', 'power', 'sentinel', 'serial'],
    options: {
      seed,
      ratedPower: option('--rated-power <W>', 'rated electric power', 2000, 32_000, 12_000),
      outdoorTemperature: option('--outdoor-temperature <C>', 'air outside', -30, 40, -5),
      initialTemperature: option('--initial-temperature <C>', 'zone at the start', 0, 35, 19.5),
    },
    make: async (v) =>
      (await import('./devices/heat-pump.js')).createHeatPump({
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        outdoorTemperatureC: v['outdoorTemperature']!,
        initialTemperatureC: v['initialTemperature']!,
      }),
  },
  'supply-heat-pump': {
    about: 'a heat pump that is steered by its supply temperature (Noordwarmte NW-8)',
    line: 'modbus',
    baud: 9600,
    unit: 10,
    profile: 'supply-temperature-heat-pump',
    traits: ['modbus', 'control', 'revert', 'power', 'sentinel', 'serial'],
    options: {
      seed,
      ratedPower: option('--rated-power <W>', 'rated electric power', 1000, 12_000, 2100),
      outdoorTemperature: option('--outdoor-temperature <C>', 'air outside', -30, 40, 2),
    },
    make: async (v) =>
      (await import('./devices/supply-heat-pump.js')).createSupplyHeatPump({
        seed: v['seed']!,
        ratedPowerW: v['ratedPower']!,
        outdoorTemperatureC: v['outdoorTemperature']!,
      }),
  },
  sdm630: {
    about: 'an Eastron SDM630 three-phase meter of a household',
    line: 'modbus',
    baud: 9600,
    unit: 1,
    profile: 'eastron-sdm630',
    traits: ['modbus', 'power', 'sentinel', 'meter', 'current', 'serial'],
    options: {
      seed,
      pv: option('--pv <W>', 'peak power of solar panels behind the meter', 0, 20_000, 0),
    },
    make: async (v) => {
      const { createSdm630, householdLoad } = await import('./devices/sdm630.js');
      return createSdm630({ seed: v['seed']!, loadW: householdLoad(v['seed']!, v['pv']!) });
    },
  },
  'sunspec-meter': {
    about: 'a three-phase SunSpec meter of a workshop (models 1, 203; Meetlint ML-3)',
    line: 'modbus',
    baud: 9600,
    unit: 1,
    profile: 'sunspec-meter',
    traits: ['modbus', 'sunspec', 'power', 'sentinel', 'meter', 'current', 'serial'],
    options: {
      seed,
      pv: option('--pv <W>', 'peak power of solar panels behind the meter', 0, 30_000, 9000),
    },
    make: async (v) => (await import('./devices/sunspec-meter.js')).createAcMeter({ seed: v['seed']!, pvW: v['pv']! }),
  },
  'scpi-source': {
    about: 'an AC source that speaks SCPI (Netbron NS-15), with a PV inverter under test on its terminals',
    line: 'text',
    baud: 115_200,
    unit: 0,
    profile: 'scpi-ac-source',
    traits: ['scpi', 'power', 'sentinel', 'current', 'serial'],
    options: {
      seed,
      feedIn: option('--feed-in <W>', 'what the inverter under test feeds in per phase', 0, 5000, 1500),
      droop: option('--droop <W>', 'how much less it feeds in per volt above 235 V', 0, 5000, 100),
    },
    make: async (v) =>
      (await import('./devices/scpi-source.js')).createSource({
        seed: v['seed']!,
        feedInW: v['feedIn']!,
        droopWPerV: v['droop']!,
      }),
  },
  'p1-meter': {
    about: 'a DSMR 5 smart meter of a household on its P1 port',
    line: 'p1',
    baud: 115_200,
    unit: 0,
    profile: 'dsmr5-meter',
    traits: ['p1', 'power', 'meter'],
    options: {
      seed,
      phases: option('--phases <n>', '1 or 3', 1, 3, 3),
      pv: option('--pv <W>', 'peak power of solar panels behind the meter', 0, 20_000, 0),
    },
    make: async (v) =>
      (await import('./devices/p1-meter.js')).createMeter({
        seed: v['seed']!,
        phases: v['phases'] === 1 ? 1 : 3,
        pvW: v['pv']!,
      }),
  },
} as const satisfies Readonly<Record<string, MockKind>>;

export type MockName = keyof typeof MOCKS;
export const MOCK_NAMES = Object.keys(MOCKS) as MockName[];

/** A device with its options at their defaults, unless given. */
export function makeMock(name: MockName, given: Readonly<Record<string, number>> = {}): Promise<MockDevice> {
  const kind: MockKind = MOCKS[name];
  const standard = Object.entries(kind.options).map(([key, { default: value }]) => [key, value] as const);
  return kind.make({ ...Object.fromEntries(standard), ...given });
}
