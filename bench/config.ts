/**
 * The bench file: links, and the devices on them with their slots and limits. Read against a schema and then as a whole;
 * every problem comes at once, and nothing has been opened by then.
 */
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../errors.js';
import { lineOfPath, type Parsed, parseYaml, readText, YAML_BYTES_MAX } from '../problems.js';
import { checkTogether } from './config/check.js';
import { benchSchema, type RawDevice } from './config/schema.js';
import type { Calibration } from './devices/profile/behaviour.js';
import {
  type ActuatorProfile,
  loadProfiles,
  type MeterProfile,
  type Profile,
  readProfilesWith,
} from './devices/profile.js';
import { type EmulationConfig, emulationOf } from './emulation/config.js';
import { type InterlockConfig, interlockOf } from './interlock-config.js';
import type { Envelope } from './safety.js';

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

const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
