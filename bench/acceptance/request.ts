/** From the command line to what is to be tested: a device of a bench file, or a profile on a link. Every problem at once. */
import { badInput, type Problem } from '../../errors.js';
import type { BenchConfig, DeviceConfig, LinkConfig, MeterConfig } from '../config.js';
import { loadBenchFile, parseBench } from '../config.js';
import { loadProfiles } from '../devices/profile.js';
import { CATALOGUE } from './catalogue.js';
import { CHECK_IDS, type CheckId } from './check.js';
import type { Subject } from './declared.js';
import type { MockOf, MockTable } from './mocks.js';

export interface AcceptOptions {
  readonly bench?: string;
  readonly profile?: string;
  readonly link?: string;
  readonly unit?: number;
  readonly protocol?: string;
  readonly mock?: boolean;
  readonly sin?: string;
  readonly speed?: number;
  readonly meter?: string;
  readonly safe?: number;
  readonly limit?: readonly [number, number];
  readonly ramp?: number;
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
  /** That plays the device, if a mock is tested. */
  readonly mock?: MockOf;
  readonly sin: string;
  readonly speed: number;
}

/** Nothing is wider than this; the nameplate narrows it once the device has told it. */
const ANY_POWER_W = 1e7;
/** Where a mock will be is known when it has started. */
const MOCK_ADDRESS = 'tcp:127.0.0.1:1';
/** Fast enough for a person to wait for, slow enough that a reading takes less than a second of the device's time. */
const MOCK_SPEED = 5;

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
  const fromFile = options.bench === undefined ? undefined : loadBenchFile(options.bench);
  if (fromFile?.ok === false) problems.push(...fromFile.problems);
  const profileName = options.profile ?? (options.bench === undefined ? name : undefined);
  const fromLine = profileName === undefined ? undefined : benchOfLine(profileName, options, wrong);
  if (problems.length > 0) throw badInput(problems);
  const bench: BenchConfig | undefined = fromFile?.ok === true ? fromFile.value : fromLine;
  const id = options.bench === undefined ? bench?.devices[0]?.id : name;
  const device = bench?.devices.find((candidate) => candidate.id === id);
  const known = bench?.devices.map((candidate) => candidate.id).join(', ') ?? '';
  if (device === undefined) wrong('DEVICE', id, `there is no such device in ${options.bench}; devices are ${known}`);
  const meter = bench?.devices.find((candidate) => candidate.id === options.meter);
  if (options.meter !== undefined && meter?.lease !== 'meter') {
    const meters = bench?.devices.filter(({ lease }) => lease === 'meter').map((candidate) => candidate.id) ?? [];
    wrong('--meter', options.meter, `is no meter of ${options.bench}; meters are ${meters.join(', ') || 'none'}`);
  }
  if (options.mock === true && device !== undefined && mocks[device.profile.profile] === undefined) {
    wrong(
      '--mock',
      device.profile.profile,
      `no mock plays this profile; mocks are there for ${Object.keys(mocks).join(', ')}`,
    );
  }
  if (problems.length > 0 || device === undefined || bench === undefined) throw badInput(problems);
  const linkOf = ({ linkId }: DeviceConfig): LinkConfig => bench.links.find((link) => link.id === linkId)!;
  const mock = options.mock === true ? mocks[device.profile.profile] : undefined;
  return {
    subject: options.mock === true ? 'mock' : 'hardware',
    benchFile: options.bench ?? '',
    device,
    link: linkOf(device),
    ...(meter?.lease === 'meter' ? { meter: { device: meter, link: linkOf(meter) } } : {}),
    unitsInUse: bench.devices
      .filter((other) => other.linkId === device.linkId && other !== device)
      .map(({ unit }) => unit),
    only: only.size === 0 ? undefined : only,
    sin: options.sin ?? '',
    ...(mock === undefined ? {} : { mock }),
    speed: mock === undefined ? 1 : mock.speeds ? (options.speed ?? MOCK_SPEED) : 1,
  };
}

type Wrong = (path: string, value: string | undefined, rule: string) => void;

function checkTogether(name: string | undefined, options: AcceptOptions, wrong: Wrong): void {
  const { bench, profile, link, mock, sin, meter, speed } = options;
  if (bench !== undefined && profile !== undefined) {
    wrong('--profile', profile, 'a device of a bench file has its profile there; give --bench or --profile, not both');
  }
  if (bench !== undefined && name === undefined)
    wrong('DEVICE', undefined, 'name a device of the bench file, such as: accept battery --bench bench.yaml');
  if (bench === undefined && profile === undefined && name === undefined) {
    wrong(
      'DEVICE',
      undefined,
      'say what is to be tested: a device with --bench FILE, or --profile NAME with --link ADDRESS or --mock',
    );
  }
  if (bench === undefined && link === undefined && mock !== true) {
    wrong('--link', undefined, 'say where the device is: --link serial:/dev/ttyUSB0?baud=9600, or --mock');
  }
  if (link !== undefined && mock === true) wrong('--link', link, 'a mock brings its own line; leave --link out');
  if (sin !== undefined && mock !== true) wrong('--sin', sin, 'sins are those of a mock; add --mock');
  if (speed !== undefined && mock !== true) wrong('--speed', String(speed), 'only a mock lives faster; add --mock');
  if (meter !== undefined && bench === undefined)
    wrong('--meter', meter, 'a meter is a device of a bench file; add --bench');
}

/** A profile on a link as a bench of one device, so that it is held against the same rules as a bench file. */
function benchOfLine(profileName: string, options: AcceptOptions, wrong: Wrong): BenchConfig | undefined {
  const profiles = loadProfiles();
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
    links: [{ id: 'line', address: options.link ?? MOCK_ADDRESS, protocol }],
    devices: [
      {
        id: profileName,
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
