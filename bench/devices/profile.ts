/**
 * Device profiles: what a product is and how it behaves, as data. One YAML file per product in `profiles/`; a new product
 * of a known family is a new file, no code.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { badInput, type Problem } from '../../errors.js';
import { DEVICE_PROFILES } from '../../paths.js';
import { readYaml } from '../../problems.js';

const whole = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);

const register = z.strictObject({
  /** The vendor's 4xxxx number of a holding register; the address on the wire is 40001 less. */
  number: whole(40001, 49999),
  type: z.enum(['uint16', 'int16', 'int32', 'uint32', 'string8', 'string16']),
  /** value = raw × scale, in the unit that the register's name ends with. */
  scale: z.number().positive().default(1),
  /** Raw word that means: not there. */
  absent: whole(0, 0xffff).optional(),
  /** Absent: read only. A flash-backed register is written only when its value differs. */
  write: z.enum(['volatile', 'flash']).optional(),
});
export type Register = z.output<typeof register>;

const common = {
  profile: z.string().regex(/^[a-z0-9-]+$/, 'a profile name is lower-case letters, digits and -'),
  title: z.string().min(1),
  protocols: z.array(z.enum(['modbus-rtu', 'modbus-tcp', 'p1'])).min(1),
  timing: z.strictObject({
    /** One request. */
    replyTimeoutMs: whole(10, 60_000),
    /** Silence the device wants between its reply and the next request. */
    minimumGapMs: whole(0, 5000),
    /** One reading, or one setpoint with its read-back. Also what the emergency stop waits for this device. */
    budgetMs: whole(100, 60_000),
    identifyBudgetMs: whole(100, 120_000),
    /** So many readings lost in a row: the device is lost. */
    lostAfterReadings: whole(1, 100),
  }),
};

const actuator = {
  lease: z.literal('actuator'),
  control: z.strictObject({
    /** `target`: the power is to be the setpoint. `ceiling`: it may be anything up to the setpoint. */
    meaning: z.enum(['target', 'ceiling']),
    /** A change of the setpoint smaller than this waits for the next refresh. */
    stepW: z.number().min(0),
    /** Revert times the product takes; 0 would mean never, and is not in any profile. */
    revertTime: z.strictObject({ minimumS: whole(1, 86_400), maximumS: whole(1, 86_400) }),
  }),
  /** The measured power must be inside the band around the setpoint within this time. */
  effect: z.strictObject({
    withinS: z.number().positive(),
    bandW: z.number().min(0),
    /** Of the setpoint, added to `bandW`. */
    bandRatio: z.number().min(0).max(1),
    /** So many ignored setpoints in a row: the device is refused. */
    refuseAfter: whole(1, 100),
  }),
};

const sunspecStorage = z.strictObject({
  ...common,
  ...actuator,
  driver: z.literal('sunspec-storage'),
  sunspec: z.strictObject({
    /** Models that must be there. */
    models: z.array(whole(1, 65_534)).min(1),
    /** −1 where the device counts generation positive. */
    powerSign: z.union([z.literal(1), z.literal(-1)]),
  }),
});

const heatPumpRegisters = [
  'manufacturer',
  'model',
  'firmware',
  'serialNumber',
  'deviceClass',
  'mapVersion',
  'ratedPowerW',
  'smallestPowerW',
  'activePowerW',
  'activePowerAW',
  'activePowerBW',
  'activePowerCW',
  'voltageAV',
  'voltageBV',
  'voltageCV',
  'reactivePowerVar',
  'flowTemperatureC',
  'returnTemperatureC',
  'zoneTemperatureC',
  'state',
  'faultCode',
  'sgReadyState',
  'limitEnabled',
  'powerLimitW',
  'controlTimeoutS',
  'controlRemainingS',
  'fallbackLimitW',
] as const;
export type HeatPumpRegister = (typeof heatPumpRegisters)[number];

const sgReadyHeatPump = z.strictObject({
  ...common,
  ...actuator,
  driver: z.literal('sg-ready-heat-pump'),
  /** What the identity registers must hold. */
  identity: z.strictObject({ deviceClass: whole(0, 0xffff), mapVersion: whole(0, 0xffff) }),
  registers: z.record(z.enum(heatPumpRegisters), register),
});

const dsmrMeter = z.strictObject({
  ...common,
  lease: z.literal('meter'),
  driver: z.literal('dsmr-meter'),
  /** Values of 1-3:0.2.8 that are accepted. */
  dsmr: z.strictObject({ versions: z.array(z.string()).min(1) }),
});

const profileSchema = z.discriminatedUnion('driver', [sunspecStorage, sgReadyHeatPump, dsmrMeter]);

export type Profile = z.output<typeof profileSchema>;
export type ActuatorProfile = Extract<Profile, { lease: 'actuator' }>;
export type SunspecStorageProfile = z.output<typeof sunspecStorage>;
export type HeatPumpProfile = z.output<typeof sgReadyHeatPump>;
export type DsmrMeterProfile = z.output<typeof dsmrMeter>;

/** Reads every profile of a folder, by name; throws BAD_INPUT with every problem of every file. */
export function loadProfiles(folder: string = DEVICE_PROFILES): ReadonlyMap<string, Profile> {
  const profiles = new Map<string, Profile>();
  const problems: Problem[] = [];
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const file = join(folder, name);
    const parsed = readYaml(file, profileSchema);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (`${parsed.value.profile}.yaml` !== name) {
      problems.push({ file, path: 'profile', value: parsed.value.profile, rule: 'a profile has the name of its file' });
    } else profiles.set(parsed.value.profile, parsed.value);
  }
  if (problems.length > 0) throw badInput(problems);
  return profiles;
}
