/**
 * From the command line to what is to be tested: a device of a bench file, a profile on a link, or a slot of a wijk. Every
 * problem at once.
 */
import { badInput, type Problem, WijkError } from '../../errors.js';
import type { BenchConfig, DeviceConfig, LinkConfig, MeterConfig } from '../config.js';
import { loadBenchFile, parseBench } from '../config.js';
import { loadProfiles, readProfilesWith } from '../devices/profile.js';
import { EMULATION_KINDS } from '../emulation/config.js';
import type { InterlockConfig } from '../interlock-config.js';
import { CATALOGUE } from './catalogue.js';
import { CHECK_IDS, type CheckId } from './check.js';
import type { Subject } from './declared.js';
import type { MockOf, MockTable } from './mocks-here.js';
import { type ModelOf, profileOf, SHOWN_AS, startOf } from './model-slot.js';

export interface AcceptOptions {
  readonly bench?: string;
  readonly profile?: string;
  /** Folder with device profiles of the user's own. */
  readonly profiles?: string;
  readonly link?: string;
  readonly unit?: number;
  readonly protocol?: string;
  readonly mock?: boolean;
  readonly sin?: string;
  readonly playedBy?: string;
  readonly model?: boolean;
  readonly as?: string;
  readonly start?: string;
  readonly speed?: number;
  /** True: the meter in the supply line of the mock. */
  readonly meter?: string | true;
  readonly safe?: number;
  readonly limit?: readonly [number, number];
  readonly ramp?: number;
  readonly available?: number;
  readonly revert?: string;
  readonly operator?: string;
  readonly emergencyStop?: string;
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

export interface AcceptRequest {
  readonly subject: Subject;
  readonly benchFile: string;
  readonly device: DeviceConfig;
  readonly link: LinkConfig;
  readonly meter?: { readonly device: MeterConfig; readonly link: LinkConfig };
  /** Units of the other devices on its line. */
  readonly unitsInUse: readonly number[];
  readonly only: ReadonlySet<CheckId> | undefined;
  /** Contacts that must be closed while the device is commanded, and the links that some of them are on. */
  readonly interlocks: readonly InterlockConfig[];
  readonly interlockLinks: readonly LinkConfig[];
  /** That plays the device, if a mock is tested. */
  readonly mock?: MockOf;
  /** That is shown as the device, if a model is tested. */
  readonly model?: ModelOf;
  readonly sin: string;
  readonly speed: number;
  /** W, above 0; what the device could take or give at the time, if somebody knows. */
  readonly availableW?: number;
}

/** Nothing is wider than this; the nameplate narrows it once the device has told it. */
const ANY_POWER_W = 1e7;
/** Where a mock or a model will be is known when it has started. */
const ADDRESS_TO_COME = 'tcp:127.0.0.1:1';
const METER_ADDRESS_TO_COME = 'tcp:127.0.0.1:2';
/** What a mock has in its supply line. */
const MOCK_METER_PROFILE = 'eastron-sdm630';
const MOCK_METER = 'sdm630';
const METER_LINE = '<meter of the mock>';
/** Fast enough for a person to wait for, slow enough that a reading takes less than a second of the device's time. */
const FAST = 5;

export function readRequest(name: string | undefined, options: AcceptOptions, mocks: MockTable): AcceptRequest {
  const problems: Problem[] = [];
  const wrong = (path: string, value: string | undefined, rule: string): void => {
    problems.push({ file: '<command line>', path, ...(value === undefined ? {} : { value }), rule });
  };
  checkTogether(name, options, wrong);
  const only = new Set<CheckId>();
  for (const id of options.only ?? []) {
    const known = CHECK_IDS.find((check) => check === id);
    if (known === undefined) wrong('--only', id, `checks are ${CATALOGUE.map((check) => check.id).join(', ')}`);
    else only.add(known);
  }
  const shown = options.model === true && name !== undefined ? modelOf(name, options, wrong) : undefined;
  const fromFile = options.bench === undefined ? undefined : loadBenchFile(options.bench, options.profiles);
  if (fromFile?.ok === false) problems.push(...fromFile.problems);
  const profileName =
    shown?.profile ?? options.profile ?? (options.bench === undefined && options.model !== true ? name : undefined);
  const id = shown?.model.slotId.replace('/', '-') ?? profileName ?? name ?? '';
  const fromLine = profileName === undefined ? undefined : benchOfLine(id, profileName, options, wrong);
  if (problems.length > 0) throw badInput(problems);
  const bench: BenchConfig | undefined = fromFile?.ok === true ? fromFile.value : fromLine;
  const device = bench?.devices.find((candidate) => candidate.id === id);
  const known = bench?.devices.map((candidate) => candidate.id).join(', ') ?? '';
  if (device === undefined) wrong('DEVICE', id, `there is no such device in ${options.bench}; devices are ${known}`);
  const meter = meterFor(options, device, bench, wrong);
  const mock = options.mock === true && device !== undefined ? mockOf(device, options, mocks, wrong) : undefined;
  if (mock !== undefined && options.speed !== undefined && options.speed !== 1 && !mock.speeds) {
    wrong('--speed', String(options.speed), `the mock of ${device?.profile.profile} lives at wall clock; leave it out`);
  }
  const availableW = availableOf(options, device, mock, wrong);
  const interlocks = options.mock === true ? [] : (bench?.interlocks ?? []);
  if (device !== undefined)
    linesApart(interlocks, [device, ...(meter === undefined ? [] : [meter.device])], options, wrong);
  if (problems.length > 0 || device === undefined || bench === undefined) throw badInput(problems);
  const linkOf = ({ linkId }: DeviceConfig): LinkConfig => bench.links.find((link) => link.id === linkId)!;
  return {
    subject: options.mock === true ? 'mock' : shown === undefined ? 'hardware' : 'model',
    benchFile: options.bench ?? '',
    device,
    link: linkOf(device),
    ...(meter === undefined ? {} : { meter }),
    unitsInUse: bench.devices
      .filter((other) => other.linkId === device.linkId && other !== device)
      .map(({ unit }) => unit),
    interlocks,
    interlockLinks: bench.links.filter((link) =>
      interlocks.some((interlock) => interlock.contact === 'register' && interlock.link === link.id),
    ),
    only: only.size === 0 ? undefined : only,
    sin: options.sin ?? '',
    ...(availableW === undefined ? {} : { availableW }),
    ...(mock === undefined ? {} : { mock }),
    ...(shown === undefined ? {} : { model: shown.model }),
    speed: mock?.speeds === true || shown !== undefined ? (options.speed ?? speedFor(device)) : 1,
  };
}

type Meter = NonNullable<AcceptRequest['meter']>;

/** The meter that somebody named, or the one that a mock has in its supply line. */
function meterFor(
  { meter: name, bench: file, mock }: AcceptOptions,
  tested: DeviceConfig | undefined,
  bench: BenchConfig | undefined,
  wrong: Wrong,
): Meter | undefined {
  // The direction of a meter only shows beside another one: its mock brings it along.
  const brings = name === undefined && tested?.lease === 'meter';
  if (name === true || brings) return mock === true ? meterOfMock() : undefined;
  if (name === undefined || bench === undefined) return undefined;
  const meters = bench.devices.filter((device) => device.lease === 'meter' && device !== tested);
  const device = meters.find(({ id }) => id === name);
  const link = bench.links.find(({ id }) => id === device?.linkId);
  if (device?.lease === 'meter' && link !== undefined) return { device, link };
  const others = meters.map(({ id }) => id).join(', ') || 'none';
  const rule = name === tested?.id ? 'cannot judge itself' : `is no meter of ${file}`;
  wrong('--meter', name, `${rule}; meters are ${others}`);
  return undefined;
}

function meterOfMock(): Meter {
  const device = { id: MOCK_METER, profile: MOCK_METER_PROFILE, link: 'line', slot: 'accept', lease: 'meter', unit: 1 };
  const links = [{ id: 'line', address: METER_ADDRESS_TO_COME, protocol: 'modbus-rtu' }];
  const text = JSON.stringify({ bench: 'meter', links, devices: [device] });
  const parsed = parseBench(text, '<meter of the mock>', loadProfiles());
  const [meter] = parsed.ok ? parsed.value.devices : [];
  if (!parsed.ok || meter?.lease !== 'meter') throw new WijkError('INTERNAL', 'the meter of a mock has no profile');
  // Of its own: a device of the bench file may have a line of this name.
  return { device: { ...meter, linkId: METER_LINE }, link: { ...parsed.value.links[0]!, id: METER_LINE } };
}

/** A test unplugs and frees the lines that it uses: nobody may watch a contact there. */
function linesApart(
  interlocks: readonly InterlockConfig[],
  devices: readonly DeviceConfig[],
  { bench }: AcceptOptions,
  wrong: Wrong,
): void {
  for (const interlock of interlocks) {
    if (interlock.contact !== 'register') continue;
    const device = devices.find(({ linkId }) => linkId === interlock.link);
    if (device === undefined) continue;
    const rule = `interlock "${interlock.id}" is on the line of "${device.id}", which the test lets go of; give it a line of its own`;
    wrong('--bench', bench, rule);
  }
}

/** The mock that plays a shipped profile, or for a profile of the lab's own the one that somebody named. */
function mockOf(
  { profile: { profile } }: DeviceConfig,
  { playedBy }: AcceptOptions,
  mocks: MockTable,
  wrong: Wrong,
): MockOf | undefined {
  const all = Object.values(mocks);
  const found = playedBy === undefined ? mocks[profile] : all.find(({ mock }) => mock === playedBy);
  if (found !== undefined) return found;
  if (playedBy !== undefined) wrong('--played-by', playedBy, `mocks are ${all.map(({ mock }) => mock).join(', ')}`);
  else {
    const profiles = Object.keys(mocks).join(', ');
    wrong('--mock', profile, `no mock plays this profile; mocks are there for ${profiles}; --played-by MOCK names one`);
  }
  return undefined;
}

/** What somebody says that the device could do, or what a mock was made with. */
function availableOf(
  { available }: AcceptOptions,
  device: DeviceConfig | undefined,
  mock: MockOf | undefined,
  wrong: Wrong,
): number | undefined {
  const takesLimit = device?.lease === 'actuator' && device.profile.behaviour.control.meaning !== 'target';
  if (available === undefined) return takesLimit ? mock?.availableW : undefined;
  if (available <= 0) wrong('--available', String(available), 'is a power above 0, in the direction of the limit');
  if (device !== undefined && !takesLimit)
    wrong('--available', String(available), `${device.profile.title} takes no limit; leave it out`);
  return available;
}

/** A lost reading is noticed by the clock of the wall: five of them must fit into what the device waits for. */
function speedFor(device: DeviceConfig): number {
  if (device.lease !== 'actuator') return FAST;
  const { control, timing } = device.profile.behaviour;
  const waitsMs = Math.min(device.revertTimeMs, (control.heartbeat?.timeoutS ?? Number.POSITIVE_INFINITY) * 1000);
  return Math.max(1, Math.min(FAST, Math.floor(waitsMs / (5 * timing.replyTimeoutMs))));
}

type Wrong = (path: string, value: string | undefined, rule: string) => void;

function checkTogether(name: string | undefined, options: AcceptOptions, wrong: Wrong): void {
  const { bench, profile, link, mock, sin, playedBy, model, meter, speed } = options;
  if (bench !== undefined && profile !== undefined) {
    wrong('--profile', profile, 'a device of a bench file has its profile there; give --bench or --profile, not both');
  }
  if (bench !== undefined && name === undefined)
    wrong('DEVICE', undefined, 'name a device of the bench file, such as: accept battery --bench bench.yaml');
  if (bench === undefined && profile === undefined && name === undefined) {
    wrong(
      'DEVICE',
      undefined,
      'say what is to be tested: a device with --bench FILE, --profile NAME with --link ADDRESS or --mock, or WIJK:SLOT with --model',
    );
  }
  if (model === true) {
    const others = { bench, profile, link, mock, sin, 'played-by': playedBy, meter };
    for (const [option, value] of Object.entries(others)) {
      if (value !== undefined && value !== false)
        wrong(`--${option}`, String(value), `does not go with --model, whose device is a slot of a wijk; leave it out`);
    }
    return;
  }
  for (const option of ['as', 'start'] as const) {
    if (options[option] !== undefined)
      wrong(`--${option}`, options[option], 'is how a slot of the twin is shown; add --model, or leave it out');
  }
  if (bench === undefined && link === undefined && mock !== true) {
    wrong('--link', undefined, 'say where the device is: --link serial:/dev/ttyUSB0?baud=9600, or --mock');
  }
  if (link !== undefined && mock === true) wrong('--link', link, 'a mock brings its own line; leave --link out');
  if (sin !== undefined && mock !== true) wrong('--sin', sin, 'sins are those of a mock; add --mock');
  if (playedBy !== undefined && mock !== true) wrong('--played-by', playedBy, 'names a mock; add --mock');
  if (speed !== undefined && mock !== true)
    wrong('--speed', String(speed), 'only a mock or a model lives faster; add --mock or --model');
  if (meter === true && mock !== true)
    wrong('--meter', undefined, 'name a meter of the bench file; only a mock has its own');
  if (typeof meter === 'string' && mock === true)
    wrong('--meter', meter, 'no other meter sees a mock; --meter without a name is the one in its supply line');
  else if (typeof meter === 'string' && bench === undefined)
    wrong('--meter', meter, 'a meter is a device of a bench file; add --bench');
}

/** `merwede-blok:home-007/battery`, or with the path of a wijk file. */
function modelOf(
  text: string,
  { as, start }: AcceptOptions,
  wrong: Wrong,
): { readonly model: ModelOf; readonly profile: string } | undefined {
  const [, wijk, slotId, asset] = /^(.+):([^:/]+\/([^:/]+))$/.exec(text) ?? [];
  if (wijk === undefined || slotId === undefined || asset === undefined) {
    wrong('DEVICE', text, 'a model is WIJK:SLOT, such as merwede-blok:home-007/battery');
    return undefined;
  }
  const shownAs = as === undefined ? SHOWN_AS[asset] : EMULATION_KINDS.find((kind) => kind === as);
  if (shownAs === undefined) {
    const kinds = EMULATION_KINDS.join(', ');
    if (as === undefined) wrong('DEVICE', text, `say as what ${asset} is to be shown: --as ${kinds}`);
    else wrong('--as', as, `is one of ${kinds}`);
    return undefined;
  }
  return {
    model: { wijk, slotId, as: shownAs, start: start ?? startOf(asset) },
    profile: profileOf(shownAs, asset),
  };
}

/** A profile on a link as a bench of one device, so that it is held against the same rules as a bench file. */
function benchOfLine(id: string, profileName: string, options: AcceptOptions, wrong: Wrong): BenchConfig | undefined {
  const read = readProfilesWith(options.profiles);
  if (!read.ok) {
    for (const { file, path, value, rule } of read.problems) wrong(`--profiles ${file} ${path}`.trim(), value, rule);
    return undefined;
  }
  const profiles = read.value;
  const profile = profiles.get(profileName);
  if (profile === undefined) {
    wrong('--profile', profileName, `there is no such profile; profiles are ${[...profiles.keys()].join(', ')}`);
    return undefined;
  }
  const protocol = options.protocol ?? profile.protocols[0]!;
  const [minimumW, maximumW] = options.limit ?? [-ANY_POWER_W, ANY_POWER_W];
  const actuator = profile.lease === 'actuator';
  const file = {
    bench: 'accept',
    links: [{ id: 'line', address: options.link ?? ADDRESS_TO_COME, protocol }],
    devices: [
      {
        id,
        profile: profileName,
        link: 'line',
        slot: 'accept',
        lease: profile.lease,
        ...(protocol === 'p1' || protocol === 'scpi' ? {} : { unit: options.unit ?? 1 }),
        ...(actuator ? { envelope: { minimumW, maximumW, rampWPerS: options.ramp ?? ANY_POWER_W } } : {}),
        ...(actuator && options.safe !== undefined ? { safeSetpointW: options.safe } : {}),
        ...(actuator && options.revert !== undefined ? { revertTime: options.revert } : {}),
      },
    ],
  };
  const parsed = parseBench(JSON.stringify(file), '<command line>', profiles);
  if (parsed.ok) return parsed.value;
  for (const { path, value, rule } of parsed.problems) wrong(OPTION_OF[path.split('/').at(-1)!] ?? path, value, rule);
  return undefined;
}

/** Which option a field of that bench came from. */
const OPTION_OF: Readonly<Record<string, string>> = {
  address: '--link',
  protocol: '--protocol',
  link: '--protocol',
  unit: '--unit',
  envelope: '--limit',
  minimumW: '--limit',
  maximumW: '--limit',
  rampWPerS: '--ramp',
  safeSetpointW: '--safe',
  revertTime: '--revert',
};
