/**
 * The bench file: links, and the devices on them with their slots and limits. Read against a schema and then as a whole;
 * every problem comes at once, and nothing has been opened by then.
 */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../errors.js';
import { lineOfPath, type Parsed, parseYaml, readText, YAML_BYTES_MAX } from '../problems.js';
import { type Calibration, calibration } from './devices/profile/behaviour.js';
import {
  type ActuatorProfile,
  loadProfiles,
  type MeterProfile,
  type Profile,
  readProfilesWith,
} from './devices/profile.js';
import { checkEmulations, type EmulationConfig, emulationOf, emulationSchema } from './emulation/config.js';
import { DURATION_RULE, parseDuration } from './experiments/duration.js';
import { checkInterlocks, type InterlockConfig, interlockOf, interlockSchema } from './interlock-config.js';
import type { Envelope } from './safety.js';
import { parseAddress } from './transport/address.js';

export type LinkProtocol = 'modbus-rtu' | 'modbus-tcp' | 'p1' | 'scpi';

export interface LinkConfig {
  readonly id: string;
  readonly address: string;
  readonly protocol: LinkProtocol;
  /** Overrides of the profiles on this link; undefined: the most careful of them. */
  readonly minimumGapMs: number | undefined;
  readonly timeoutMs: number | undefined;
}

interface CommonDevice {
  readonly id: string;
  readonly linkId: string;
  /** Modbus unit; 0 on a P1 link. */
  readonly unit: number;
  readonly slotId: string;
  /** Phases a, b, c that the device is on; all false: as the slot. */
  readonly phases: readonly [boolean, boolean, boolean];
  readonly scale: number;
  readonly pollPeriodMs: number;
  readonly freshnessMs: number;
  readonly observeOnly: boolean;
  /** Of a grid emulator; undefined: the nominal one of its profile. */
  readonly frequency: { readonly hz: number; readonly source: string } | undefined;
  /** Of this very device; undefined: what the profile says, if anything. */
  readonly calibration: Calibration | undefined;
}

export interface MeterConfig extends CommonDevice {
  readonly lease: 'meter';
  readonly profile: MeterProfile;
}

export interface ActuatorConfig extends CommonDevice {
  readonly lease: 'actuator';
  readonly profile: ActuatorProfile;
  readonly safeSetpointW: number;
  /** The device reverts by itself when nobody refreshed its setpoint for so long. Never 0. */
  readonly revertTimeMs: number;
  readonly deadManMs: number;
  readonly envelope: Envelope;
}

export type DeviceConfig = MeterConfig | ActuatorConfig;

export interface BenchConfig {
  readonly name: string;
  readonly links: readonly LinkConfig[];
  readonly devices: readonly DeviceConfig[];
  /** Slots of the twin shown to real controllers. */
  readonly emulations: readonly EmulationConfig[];
  /** Contacts that must be seen closed; any that is not stops everything. */
  readonly interlocks: readonly InterlockConfig[];
}

/** A bench without hardware: it runs experiments on the model only. */
export const NO_DEVICES: BenchConfig = { name: 'bench', links: [], devices: [], emulations: [], interlocks: [] };

const DEAD_MAN_DEFAULT_S = 10;
/** Readings older than so many polls are not fresh. */
const FRESH_POLLS = 3;
/** The twin takes no freshness limit or revert time above these. */
const FRESHNESS_MAX_S = 3600;

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a name is letters, digits, ".", "_" and "-", at most 64 characters');

const seconds = (minimumS: number, maximumS: number) =>
  z.union([z.string(), z.number()]).transform((text, context) => {
    const value = typeof text === 'number' ? Number.NaN : parseDuration(text);
    if (value === undefined || Number.isNaN(value)) context.addIssue({ code: 'custom', message: DURATION_RULE });
    else if (value < minimumS || value > maximumS) {
      context.addIssue({ code: 'custom', message: `must lie between ${minimumS} s and ${maximumS} s` });
    } else return value;
    return z.NEVER;
  });

const linkSchema = z.strictObject({
  id: name,
  address: z.string(),
  protocol: z.enum(['modbus-rtu', 'modbus-tcp', 'p1', 'scpi']),
  minimumGapMs: z.int().min(0).max(10_000).optional(),
  timeoutMs: z.int().min(10).max(60_000).optional(),
});

const power = z.number().min(-1e7).max(1e7);
const ratio = z.number().min(0, 'a ratio is 0 to 1').max(1, 'a ratio is 0 to 1');
const celsius = z.number().min(-100).max(500);

const deviceSchema = z.strictObject({
  id: name,
  profile: z.string(),
  link: z.string(),
  unit: z.int().min(1, 'a Modbus unit is 1 to 247').max(247, 'a Modbus unit is 1 to 247').optional(),
  slot: z.string().min(1),
  lease: z.enum(['actuator', 'meter']),
  phases: z
    .string()
    .regex(/^(a?b?c?)$/, 'phases are written as a, ab, abc and so on')
    .default(''),
  scale: z.number().positive().max(10_000).default(1),
  pollPeriod: seconds(0.1, 300).default(1),
  freshness: seconds(0.2, FRESHNESS_MAX_S).optional(),
  safeSetpointW: power.optional(),
  // Its limits are the profile's; 0 is refused there with a reason.
  revertTime: seconds(0, 86_400).optional(),
  deadMan: seconds(1, 3600).optional(),
  envelope: z
    .strictObject({
      minimumW: power,
      maximumW: power,
      rampWPerS: z.number().positive(),
      stateOfCharge: z.strictObject({ minimumRatio: ratio, maximumRatio: ratio }).optional(),
      temperatureC: z.strictObject({ minimum: celsius, maximum: celsius }).optional(),
      writesPerHour: z.number().positive().max(36_000).optional(),
    })
    .optional(),
  observeOnly: z.boolean().default(false),
  frequency: z.strictObject({ hz: z.number().positive(), source: z.string().min(1) }).optional(),
  calibration: calibration.optional(),
});

const emulation = emulationSchema(name, seconds);
const interlock = interlockSchema(name, seconds);

const benchSchema = z.strictObject({
  bench: name,
  /** Folder with profiles of the user's own, from the folder of the bench file. */
  profiles: z.string().min(1).optional(),
  links: z.array(linkSchema).max(64).default([]),
  devices: z.array(deviceSchema).max(256).default([]),
  emulations: z.array(emulation).max(256).default([]),
  interlocks: z.array(interlock).max(16).default([]),
});
type RawDevice = z.output<typeof deviceSchema>;

/**
 * Reads a bench file against the shipped profiles, those of the folder that it names, and those of `folder` (of the command
 * line, which goes before both). Nothing is opened.
 */
export function loadBenchFile(file: string, folder?: string): Parsed<BenchConfig> {
  const text = readText(file, YAML_BYTES_MAX);
  if (!text.ok) return text;
  const raw = parseYaml(text.value, file, z.looseObject({ profiles: z.string().min(1).optional().catch(undefined) }));
  const own = raw.ok ? raw.value.profiles : undefined;
  const profiles = readProfilesWith(own === undefined ? undefined : resolve(dirname(file), own), folder);
  if (profiles.ok) return parseBench(text.value, file, profiles.value);
  // What is wrong in the bench file itself is said too, as far as it does not hang on a profile that cannot be read.
  const rest = parseBench(text.value, file, loadProfiles());
  const other = rest.ok ? [] : rest.problems.filter(({ path }) => !path.endsWith('/profile'));
  return { ok: false, problems: [...profiles.problems, ...other] };
}

/** As `loadBenchFile`, from text; `file` only names it in problems. */
export function parseBench(text: string, file: string, profiles: ReadonlyMap<string, Profile>): Parsed<BenchConfig> {
  const parsed = parseYaml(text, file, benchSchema);
  const problems: Problem[] = parsed.ok ? [] : [...parsed.problems];
  const add = (path: readonly (string | number)[], value: unknown, rule: string): void => {
    const line = lineOfPath(text, path);
    problems.push({
      file,
      path: path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(value === undefined ? {} : { value: typeof value === 'string' ? value : JSON.stringify(value) }),
      rule,
    });
  };
  // What one rule broke must not hide what another found: the rules across entries look at every entry that is sound.
  const raw = parseYaml(text, file, z.unknown());
  if (raw.ok) checkTogether(raw.value, profiles, add);
  if (problems.length > 0 || !parsed.ok) return { ok: false, problems: inOrder(problems) };
  const links = parsed.value.links.map((link) => ({
    ...link,
    minimumGapMs: link.minimumGapMs,
    timeoutMs: link.timeoutMs,
  }));
  const devices = parsed.value.devices.map((device) => deviceOf(device, profiles.get(device.profile)!));
  const emulations = parsed.value.emulations.map(emulationOf);
  const interlocks = parsed.value.interlocks.map(interlockOf);
  return { ok: true, value: { name: parsed.value.bench, links, devices, emulations, interlocks } };
}

type Add = (path: readonly (string | number)[], value: unknown, rule: string) => void;

function checkTogether(raw: unknown, profiles: ReadonlyMap<string, Profile>, add: Add): void {
  const links = sound(listAt(raw, 'links'), linkSchema);
  const devices = sound(listAt(raw, 'devices'), deviceSchema);
  // A link with a wrong line of its own is still a link that a device may name.
  const linkIds = new Set(texts(raw, 'links', 'id').map(({ text }) => text));
  // Names are judged in every entry that has them, whatever else is wrong with it.
  for (const [key, noun] of NOUNS) {
    twice(
      texts(raw, key, 'id').map(({ text, k }) => ({ key: text, path: [key, k, 'id'] })),
      add,
      (id) => `${noun} "${id}"`,
    );
  }
  for (const { text, k } of texts(raw, 'devices', 'link')) {
    if (linkIds.has(text)) continue;
    const known = [...linkIds].join(', ');
    add(['devices', k, 'link'], text, `there is no such link; links are ${known === '' ? 'none' : known}`);
  }
  for (const { text, k } of texts(raw, 'devices', 'profile')) {
    if (profiles.has(text)) continue;
    add(['devices', k, 'profile'], text, `there is no such profile; profiles are ${[...profiles.keys()].join(', ')}`);
  }
  twice(
    links.map(({ value, k }) => ({ key: value.address, path: ['links', k, 'address'] })),
    add,
    (address) => `address ${address}`,
  );
  twice(
    devices
      // A grid emulator that only plays leaves the slot to the device that it plays to.
      .filter(({ value }) => !(value.observeOnly && profiles.get(value.profile)?.driver === 'scpi-source'))
      .map(({ value, k }) => ({ key: value.slot, path: ['devices', k, 'slot'] })),
    add,
    (slot) => `slot "${slot}"`,
  );
  twice(
    devices
      .filter(({ value }) => value.unit !== undefined)
      .map(({ value, k }) => ({ key: `${value.unit} on link "${value.link}"`, path: ['devices', k, 'unit'] })),
    add,
    (unit) => `unit ${unit}`,
  );
  const emulations = sound(listAt(raw, 'emulations'), emulation);
  twice(
    emulations
      .filter(({ value }) => value.unit !== undefined && !value.address.endsWith(':0'))
      .map(({ value, k }) => ({ key: `${value.unit} on ${value.address}`, path: ['emulations', k, 'unit'] })),
    add,
    (unit) => `unit ${unit}`,
  );
  checkEmulations(
    emulations,
    links.map(({ value }) => value),
    add,
  );
  const interlocks = sound(listAt(raw, 'interlocks'), interlock);
  checkInterlocks(
    interlocks,
    links.map(({ value }) => value),
    add,
  );
  for (const { value, k } of links) checkLink(value, k, add);
  const linkOf = new Map(links.map(({ value }) => [value.id, value]));
  const onP1 = new Map<string, string>();
  for (const { value: device, k } of devices) {
    const at = (...path: (string | number)[]) => ['devices', k, ...path];
    const link = linkOf.get(device.link);
    if (link?.protocol === 'p1' || link?.protocol === 'scpi') {
      const [name, one] = link.protocol === 'p1' ? ['P1', 'meter'] : ['SCPI', 'source'];
      const other = onP1.get(link.id);
      if (other !== undefined) {
        add(at('link'), device.link, `a ${name} link carries one ${one}; it has "${other}" already`);
      }
      onP1.set(link.id, device.id);
      if (device.unit !== undefined) add(at('unit'), device.unit, `a ${one} on ${name} has no unit; remove the line`);
    } else if (link !== undefined && device.unit === undefined) {
      add(at('unit'), undefined, `a device on ${link.protocol} needs its unit (1 to 247)`);
    }
    const profile = profiles.get(device.profile);
    if (profile === undefined) continue;
    if (link !== undefined && !(profile.protocols as readonly LinkProtocol[]).includes(link.protocol)) {
      add(
        at('link'),
        device.link,
        `${device.profile} speaks ${profile.protocols.join(' or ')}, this link is ${link.protocol}`,
      );
    }
    if (profile.lease !== device.lease) {
      add(at('lease'), device.lease, `${device.profile} is ${profile.lease === 'meter' ? 'a meter' : 'an actuator'}`);
    }
    if (device.freshness !== undefined && device.freshness < device.pollPeriod) {
      add(at('freshness'), `${device.freshness} s`, `must not be below the poll period of ${device.pollPeriod} s`);
    }
    checkFrequency(device, profile, at, add);
    if (profile.lease === 'actuator') checkActuator(device, profile, at, add);
    else checkMeter(device, at, add);
  }
}

function checkFrequency(
  { frequency, profile: name }: RawDevice,
  profile: Profile,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  if (frequency === undefined) return;
  if (profile.driver !== 'scpi-source') {
    add(at('frequency'), frequency.hz, `${name} plays no grid; remove the line`);
    return;
  }
  const { minimum, maximum } = profile.scpi.limits.frequencyHz;
  if (frequency.hz < minimum || frequency.hz > maximum) {
    add(at('frequency', 'hz'), frequency.hz, `must lie inside the limits of ${name}, ${minimum} to ${maximum} Hz`);
  }
}

function checkLink(link: z.output<typeof linkSchema>, k: number, add: Add): void {
  const parsed = parseAddress(link.address);
  const at = ['links', k, 'address'];
  if (!parsed.ok) for (const { value, rule } of parsed.problems) add(at, value, rule);
  else if (parsed.address.kind === 'listen') add(at, link.address, 'a bench dials its devices: use serial: or tcp:');
  else if (link.protocol === 'modbus-tcp' && parsed.address.kind === 'serial') {
    add(at, link.address, 'modbus-tcp runs over tcp:; on a serial line it is modbus-rtu');
  }
}

function checkActuator(
  device: RawDevice,
  { behaviour: { control }, profile }: ActuatorProfile,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  const { revert } = control;
  const { envelope, safeSetpointW = control.safeSetpointW } = device;
  if (safeSetpointW === undefined) add(at('safeSetpointW'), undefined, 'an actuator declares its safe setpoint in W');
  if (envelope === undefined) {
    add(at('envelope'), undefined, 'an actuator declares its envelope: minimumW, maximumW, rampWPerS');
  } else if (envelope.minimumW > envelope.maximumW) {
    add(at('envelope', 'minimumW'), envelope.minimumW, `must not be above maximumW = ${envelope.maximumW}`);
  } else if (safeSetpointW !== undefined && (safeSetpointW < envelope.minimumW || safeSetpointW > envelope.maximumW)) {
    add(
      at('safeSetpointW'),
      safeSetpointW,
      `must lie inside the envelope, ${envelope.minimumW} to ${envelope.maximumW} W`,
    );
  }
  const revertS = device.revertTime ?? revert.defaultS;
  checkEnvelope(device, revertS, at, add);
  if (revertS === undefined) {
    add(at('revertTime'), undefined, 'an actuator declares after what time it reverts by itself, such as 60s');
  } else if (revertS === 0) {
    add(
      at('revertTime'),
      '0 s',
      'a revert time of 0 means never: a dead bench would leave the device on its last setpoint',
    );
  } else if (revertS < revert.minimumS || revertS > revert.maximumS || !Number.isInteger(revertS)) {
    const { minimumS, maximumS } = revert;
    add(at('revertTime'), `${revertS} s`, `${profile} takes whole seconds from ${minimumS} to ${maximumS}`);
  } else if (revertS < 4 * device.pollPeriod) {
    add(
      at('revertTime'),
      `${revertS} s`,
      `must be at least 4 poll periods (${4 * device.pollPeriod} s) to be refreshed in time`,
    );
  }
}

function checkMeter(device: RawDevice, at: (...path: (string | number)[]) => (string | number)[], add: Add): void {
  for (const key of ['safeSetpointW', 'envelope', 'revertTime', 'deadMan'] as const) {
    if (device[key] !== undefined) add(at(key), device[key], 'a meter takes no setpoint; remove the line');
  }
}

function deviceOf(device: RawDevice, profile: Profile): DeviceConfig {
  const {
    id,
    link: linkId,
    unit = 0,
    slot: slotId,
    phases,
    scale,
    pollPeriod,
    observeOnly,
    frequency,
    calibration,
  } = device;
  const common: CommonDevice = {
    id,
    linkId,
    unit,
    slotId,
    phases: [phases.includes('a'), phases.includes('b'), phases.includes('c')],
    scale,
    pollPeriodMs: pollPeriod * 1000,
    freshnessMs: (device.freshness ?? FRESH_POLLS * pollPeriod) * 1000,
    observeOnly,
    frequency,
    calibration,
  };
  if (profile.lease === 'meter') return { ...common, lease: 'meter', profile };
  const { control } = profile.behaviour;
  const revertS = device.revertTime ?? control.revert.defaultS!;
  return {
    ...common,
    lease: 'actuator',
    profile,
    safeSetpointW: device.safeSetpointW ?? control.safeSetpointW!,
    revertTimeMs: revertS * 1000,
    deadManMs: (device.deadMan ?? Math.max(DEAD_MAN_DEFAULT_S, FRESH_POLLS * pollPeriod)) * 1000,
    envelope: envelopeOf(device.envelope!),
  };
}

/** Without the keys that are not there. */
function envelopeOf({
  stateOfCharge,
  temperatureC,
  writesPerHour,
  ...rest
}: NonNullable<RawDevice['envelope']>): Envelope {
  return {
    ...rest,
    ...(stateOfCharge === undefined ? {} : { stateOfCharge }),
    ...(temperatureC === undefined ? {} : { temperatureC }),
    ...(writesPerHour === undefined ? {} : { writesPerHour }),
  };
}

function checkEnvelope(
  { envelope, pollPeriod }: RawDevice,
  revertS: number | undefined,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  const charge = envelope?.stateOfCharge;
  if (charge !== undefined && charge.minimumRatio >= charge.maximumRatio) {
    const rule = `must be below maximumRatio = ${charge.maximumRatio}`;
    add(at('envelope', 'stateOfCharge', 'minimumRatio'), charge.minimumRatio, rule);
  }
  const heat = envelope?.temperatureC;
  if (heat !== undefined && heat.minimum >= heat.maximum) {
    add(at('envelope', 'temperatureC', 'minimum'), heat.minimum, `must be below maximum = ${heat.maximum}`);
  }
  const refreshS = (revertS ?? 0) / 2 - pollPeriod;
  const writes = envelope?.writesPerHour;
  if (writes !== undefined && refreshS > 0 && writes < 3600 / refreshS) {
    const rule = `the revert time of ${revertS} s alone takes ${Math.ceil(3600 / refreshS)} writes an hour; allow more or revert later`;
    add(at('envelope', 'writesPerHour'), writes, rule);
  }
}

function listAt(raw: unknown, key: string): readonly unknown[] {
  const list = (raw as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? list : [];
}

/** What the entries of a list are called. */
const NOUNS = [
  ['links', 'link'],
  ['devices', 'device'],
  ['emulations', 'emulation'],
  ['interlocks', 'interlock'],
] as const;

/** A text of every entry of a list that has it, with its place. */
function texts(raw: unknown, list: string, key: string): { readonly text: string; readonly k: number }[] {
  return listAt(raw, list).flatMap((entry, k) => {
    const text = (entry as Record<string, unknown> | null)?.[key];
    return typeof text === 'string' ? [{ text, k }] : [];
  });
}

/** The entries that keep their schema, with their place. */
function sound<T>(list: readonly unknown[], schema: z.ZodType<T>): { readonly value: T; readonly k: number }[] {
  return list.flatMap((entry, k) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [{ value: parsed.data, k }] : [];
  });
}

function twice(
  entries: readonly { readonly key: string; readonly path: readonly (string | number)[] }[],
  add: Add,
  subject: (key: string) => string,
): void {
  const first = new Map<string, string>();
  for (const { key, path } of entries) {
    const seen = first.get(key);
    if (seen !== undefined) add(path, key, `${subject(key)} is used twice, first at ${seen}`);
    else first.set(key, path.join('/'));
  }
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
