/**
 * Device profiles: what a product is and how it behaves and measures, as data. One YAML file per product; a new product
 * of a known family is a new file, no code. Shipped ones lie in `profiles/`, a bench file may name a folder of its own.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { badInput, type Problem } from '../../errors.js';
import { DEVICE_PROFILES } from '../../paths.js';
import { lineFinder, type Parsed, parseYaml, readText, YAML_BYTES_MAX } from '../../problems.js';
import { actuatorBehaviour, measurement, meterBehaviour } from './profile/behaviour.js';
import { checkNames } from './profile/names.js';
import { type Complain, checkModbus, modbusCommandFields, modbusFields } from './profile/registers.js';
import { scpiFields } from './profile/scpi.js';
import { MODELS_OF_COMMAND, sunspecCommandFields, sunspecFields } from './profile/sunspec.js';

export const PROTOCOLS = ['modbus-rtu', 'modbus-tcp', 'p1', 'scpi'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

const common = {
  profile: z.string().regex(/^[a-z0-9-]{1,64}$/, 'a profile name is lower-case letters, digits and -, at most 64'),
  title: z.string().min(1),
  /** Where registers, times and commands were read: a document with its version, for whoever doubts them. */
  source: z.string().min(1),
  measurement,
};

const modbusProtocols = z.array(z.enum(['modbus-rtu', 'modbus-tcp'])).min(1);
const meter = { lease: z.literal('meter'), behaviour: meterBehaviour };
const actuator = { lease: z.literal('actuator'), behaviour: actuatorBehaviour };

const modbusMeter = z.strictObject({
  ...common,
  ...meter,
  driver: z.literal('modbus-meter'),
  protocols: modbusProtocols,
  ...modbusFields,
});

const modbusActuator = z.strictObject({
  ...common,
  ...actuator,
  driver: z.literal('modbus-actuator'),
  protocols: modbusProtocols,
  ...modbusFields,
  ...modbusCommandFields,
});

const sunspecMeter = z.strictObject({
  ...common,
  ...meter,
  driver: z.literal('sunspec-meter'),
  protocols: modbusProtocols,
  ...sunspecFields,
});

const sunspecActuator = z.strictObject({
  ...common,
  ...actuator,
  driver: z.literal('sunspec-actuator'),
  protocols: modbusProtocols,
  ...sunspecFields,
  ...sunspecCommandFields,
});

const dsmrMeter = z.strictObject({
  ...common,
  ...meter,
  driver: z.literal('dsmr-meter'),
  protocols: z.array(z.literal('p1')).min(1),
  /** Values of 1-3:0.2.8 that are accepted. */
  dsmr: z.strictObject({ versions: z.array(z.string()).min(1) }),
});

const scpiSource = z.strictObject({
  ...common,
  ...meter,
  driver: z.literal('scpi-source'),
  protocols: z.array(z.literal('scpi')).min(1),
  ...scpiFields,
});

const profileSchema = z.discriminatedUnion('driver', [
  modbusMeter,
  modbusActuator,
  sunspecMeter,
  sunspecActuator,
  dsmrMeter,
  scpiSource,
]);

export type Profile = z.output<typeof profileSchema>;
export type DriverFamily = Profile['driver'];
export type MeterProfile = Extract<Profile, { lease: 'meter' }>;
export type ActuatorProfile = Extract<Profile, { lease: 'actuator' }>;
export type ModbusMeterProfile = z.output<typeof modbusMeter>;
export type ModbusActuatorProfile = z.output<typeof modbusActuator>;
export type SunspecMeterProfile = z.output<typeof sunspecMeter>;
export type SunspecActuatorProfile = z.output<typeof sunspecActuator>;
export type ScpiSourceProfile = z.output<typeof scpiSource>;
export type DsmrMeterProfile = z.output<typeof dsmrMeter>;

/** The schema of a profile as a person writes it (defaults may be left out), as JSON Schema text. */
export function profileJsonSchema(): string {
  const schema = z.toJSONSchema(profileSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'wijktwin device profile' }, null, 2)}\n`;
}

/** Reads a profile from text; `file` only names it in problems. Every problem comes at once. */
export function parseProfile(text: string, file: string): Parsed<Profile> {
  const parsed = parseYaml(text, file, profileSchema);
  const problems: Problem[] = parsed.ok ? [] : [...parsed.problems];
  const line = lineFinder(text);
  const complain: Complain = (path, rule) => {
    const at = line(path);
    problems.push({ file, path: path.join('/'), ...(at === undefined ? {} : { line: at }), rule });
  };
  if (parsed.ok) checkTogether(parsed.value, complain);
  else {
    // What one rule broke does not hide a name that leads nowhere.
    const raw = parseYaml(text, file, z.unknown());
    if (raw.ok) checkNames(raw.value, complain);
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  return parsed;
}

function checkTogether(profile: Profile, complain: (path: readonly (string | number)[], rule: string) => void): void {
  if (profile.driver === 'modbus-meter' || profile.driver === 'modbus-actuator') checkModbus(profile, complain);
  if (profile.driver === 'sunspec-actuator') {
    const missing = MODELS_OF_COMMAND[profile.command].filter((id) => !profile.sunspec.models.includes(id));
    if (missing.length > 0) {
      complain(['sunspec', 'models'], `command ${profile.command} also needs model ${missing.join(' and ')}`);
    }
  }
  if (profile.driver === 'scpi-source') checkNominal(profile, complain);
  if (profile.lease === 'actuator') checkHeartbeat(profile, complain);
  if (profile.driver === 'modbus-actuator' && profile.command.fullLoad !== undefined) {
    const { meaning } = profile.behaviour.control;
    if (meaning !== 'ceiling')
      complain(['command', 'fullLoad'], `is of a device that takes a ceiling; behaviour/control/meaning is ${meaning}`);
  }
}

function checkNominal(
  { scpi: { nominal, limits } }: ScpiSourceProfile,
  complain: (path: readonly (string | number)[], rule: string) => void,
): void {
  for (const key of ['voltageV', 'frequencyHz'] as const) {
    const { minimum, maximum } = limits[key];
    if (nominal[key] < minimum || nominal[key] > maximum) {
      complain(['scpi', 'nominal', key], `must lie inside limits/${key}, ${minimum} to ${maximum}`);
    }
  }
}

function checkHeartbeat(
  profile: ActuatorProfile,
  complain: (path: readonly (string | number)[], rule: string) => void,
): void {
  const { revert, heartbeat } = profile.behaviour.control;
  if (revert.kind === 'heartbeat' && heartbeat === undefined) {
    complain(['behaviour', 'control'], 'a device that reverts when its heartbeat stops needs heartbeat: {periodS: …}');
  }
  if (heartbeat === undefined) return;
  if (2 * heartbeat.periodS > revert.minimumS) {
    complain(
      ['behaviour', 'control', 'heartbeat', 'periodS'],
      `must be at most half of the shortest revert time, ${revert.minimumS} s`,
    );
  }
  if (profile.driver === 'modbus-actuator' && profile.command.heartbeat === undefined) {
    complain(['command'], 'the heartbeat needs its register: heartbeat: {register: …}');
  }
  if (profile.driver === 'sunspec-actuator' && !profile.sunspec.models.includes(715)) {
    complain(['sunspec', 'models'], 'the heartbeat needs model 715');
  }
}

/** Reads every profile of a folder, by name; throws BAD_INPUT with every problem of every file. */
export function loadProfiles(folder: string = DEVICE_PROFILES): ReadonlyMap<string, Profile> {
  const read = readProfiles(folder);
  if (!read.ok) throw badInput(read.problems);
  return read.value;
}

/**
 * The shipped profiles, and those of folders of the user's own; one that has the name of an earlier one takes its place. The
 * problems of all folders come at once.
 */
export function readProfilesWith(...folders: readonly (string | undefined)[]): Parsed<ReadonlyMap<string, Profile>> {
  const profiles = new Map(loadProfiles());
  const problems: Problem[] = [];
  for (const folder of folders) {
    if (folder === undefined) continue;
    const own = readProfiles(folder);
    if (own.ok) for (const [name, profile] of own.value) profiles.set(name, profile);
    else problems.push(...own.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: profiles };
}

/** Reads every `.yaml` file of a folder as a profile. */
export function readProfiles(folder: string): Parsed<ReadonlyMap<string, Profile>> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((entry) => entry.endsWith('.yaml'));
  } catch {
    return { ok: false, problems: [{ file: folder, path: '', rule: 'is no folder that can be read' }] };
  }
  const profiles = new Map<string, Profile>();
  const problems: Problem[] = [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const text = readText(file, YAML_BYTES_MAX);
    const parsed = text.ok ? parseProfile(text.value, file) : text;
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (`${parsed.value.profile}.yaml` !== name) {
      problems.push({ file, path: 'profile', value: parsed.value.profile, rule: 'a profile has the name of its file' });
    } else profiles.set(parsed.value.profile, parsed.value);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: profiles };
}
