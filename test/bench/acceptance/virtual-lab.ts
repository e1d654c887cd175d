/**
 * A laboratory on a virtual clock: an emulated device with registers and physics of its own, on a line that can be cut, and
 * the whole catalogue run on it. A minute of revert time costs no time at all, and nothing depends on how busy the machine is.
 */

import { accept } from '../../../bench/acceptance/accept.js';
import type { CheckId, Hand, Holder } from '../../../bench/acceptance/check.js';
import { declaredOf } from '../../../bench/acceptance/declared.js';
import { deviceClock, pause } from '../../../bench/acceptance/device-clock.js';
import { noHand } from '../../../bench/acceptance/hands.js';
import { createRecordings } from '../../../bench/acceptance/recordings.js';
import type { AcceptRequest } from '../../../bench/acceptance/request.js';
import type { ResultFile } from '../../../bench/acceptance/result-file.js';
import { Rig } from '../../../bench/acceptance/rig.js';
import { LineStation } from '../../../bench/acceptance/station.js';
import { parseBench } from '../../../bench/config.js';
import { loadProfiles, type Profile } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import type { FrameFile } from '../../../bench/transport/recording.js';
import type { Transport } from '../../../bench/transport/transport.js';
import { WijkError } from '../../../errors.js';
import type { MockDevice } from '../../../firmware-mocks/device.js';
import { createSdm630 } from '../../../firmware-mocks/devices/sdm630.js';
import { type MockServer, serveMock } from '../../../firmware-mocks/serve.js';
import { commit, type Quirks, type SinName } from '../../../firmware-mocks/sins.js';
import { memoryPair } from '../transport/memory-pair.js';
import { settle, settlePromises, VirtualClock } from '../transport/virtual-clock.js';

const START_US = Date.UTC(2026, 10, 24, 12) * 1000;

const METER_PROFILE = 'eastron-sdm630';
const LONGEST_MS = 2 * 3600_000;
const PROFILES = loadProfiles();

/** Where the frames of a virtual line go: they are counted, and nobody reads them. */
const NO_FILE: FrameFile = { failed: undefined, add: () => undefined, close: async () => undefined };

/** An emulated device, with its sins; `quirks` are those that have no name on the command line. */
export interface LabDevice {
  readonly device: MockDevice;
  readonly sins?: readonly SinName[];
  readonly quirks?: Partial<Quirks>;
}

export class VirtualLab {
  readonly clock = new VirtualClock(settlePromises);
  #servers: MockServer[] = [];

  /** Turns the clock until a promise has settled. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const watched = promise.finally(() => {
      done = true;
    });
    watched.catch(() => undefined);
    while (!done) {
      await settle();
      if (!done) await this.clock.advance(250);
      // Nothing in a catalogue takes so long: whoever waits here waits for nothing.
      if (this.clock.nowMs() > LONGEST_MS) throw new Error('the acceptance does not come to an end');
    }
    return watched;
  }

  nowUs = (): number => START_US + this.clock.nowMs() * 1000;

  /** Puts a device on a line of memory; resolves to how a client opens it, and to the mock. */
  async serve(
    { device, sins = [], quirks = {} }: LabDevice,
    speed = 1,
    baud = 0,
  ): Promise<{ open: () => Promise<Transport>; server: MockServer }> {
    for (const sin of sins) commit(device, sin);
    Object.assign(device.quirks, quirks);
    let attach: (transport: Transport) => void = () => undefined;
    const server = await serveMock(device, {
      address: '',
      framing: 'rtu',
      unit: 1,
      baud,
      speed,
      disturbances: { interceptors: [], echo: false },
      clock: this.clock,
      wallMs: () => Math.round(this.nowUs() / 1000),
      accept: (join) => {
        attach = join;
      },
    });
    this.#servers.push(server);
    const open = async (): Promise<Transport> => {
      const [client, end] = memoryPair();
      attach(end);
      return client;
    };
    return { open, server };
  }

  cable(server: MockServer): Hand {
    return {
      how: 'the virtual line is cut',
      reason: '',
      away: async () => server.unplug(1e6),
      back: async () => server.unplug(0),
    };
  }

  supply(server: MockServer): Hand {
    return {
      how: 'the virtual device powers up again',
      reason: '',
      away: async () => server.fault.set({ fault: 'reboot', afterS: 0, forS: 0 }),
      back: (signal) => pause(this.clock, 5000, signal),
    };
  }

  async close(): Promise<void> {
    for (const server of this.#servers) await server.close();
  }
}

export interface LabRun {
  readonly profile: string;
  /** A profile of the lab's own, by its name. */
  readonly own?: Profile;
  readonly tested: LabDevice;
  /** More of the device's lines in the bench file. */
  readonly more?: string;
  readonly only?: readonly CheckId[];
  readonly operator?: boolean;
  readonly signal?: AbortSignal;
  /** An honest SDM630 around the device's cable, on a link of its own; `more` of its lines in the bench file. */
  readonly meter?: boolean | { readonly more: string };
  /** The device lives so much faster than its line; default 1. */
  readonly speed?: number;
  /** Of its line; default 0: not paced. */
  readonly baud?: number;
  /** W; what somebody says that the device could do. */
  readonly available?: number;
}

/** The whole acceptance on a virtual clock. */
export async function acceptInLab(run: LabRun, lab = new VirtualLab()): Promise<ResultFile> {
  const profiles = run.own === undefined ? PROFILES : new Map([...PROFILES, [run.own.profile, run.own]]);
  const entry = (id: string, name: string, more: string): string => {
    const profile = profiles.get(name)!;
    const unit = ['p1', 'scpi'].includes(profile.protocols[0]!) ? '' : ', unit: 1';
    return `  - {id: ${id}, profile: ${name}, link: ${id}${unit}, slot: ${id}, lease: ${profile.lease}${more}}`;
  };
  const link = (id: string, name: string): string =>
    `  - {id: ${id}, address: 'tcp:127.0.0.1:${id === 'dut' ? 1 : 2}', protocol: ${profiles.get(name)!.protocols[0]}}`;
  const { speed = 1 } = run;
  const meter = run.meter !== undefined && run.meter !== false;
  const moreOfMeter = typeof run.meter === 'object' ? run.meter.more : '';
  const text = [
    'bench: lab\nlinks:',
    link('dut', run.profile),
    ...(meter ? [link('meter', METER_PROFILE)] : []),
    'devices:',
    entry('dut', run.profile, run.more ?? ''),
    ...(meter ? [entry('meter', METER_PROFILE, moreOfMeter)] : []),
  ].join('\n');
  const parsed = parseBench(text, 'lab.yaml', profiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [device, meterDevice] = parsed.value.devices;
  const [deviceLink, meterLink] = parsed.value.links;
  const served = await lab.serve(run.tested, speed, run.baud);
  const around = createSdm630({ seed: 7, loadW: () => run.tested.device.supplyPowerW() });
  const openings = new Map([
    ['tcp:127.0.0.1:1', served.open],
    ...(meter ? [['tcp:127.0.0.1:2', (await lab.serve({ device: around }, speed)).open] as const] : []),
  ]);
  const open = (address: string): Promise<Transport> => openings.get(address)!();
  const recordings = createRecordings(
    '',
    () => lab.clock.nowMs(),
    () => NO_FILE,
  );
  const parts = { clock: lab.clock, log: NO_LOG, sink: recordings.sink, open };
  const request: AcceptRequest = {
    subject: 'mock',
    benchFile: 'lab.yaml',
    interlocks: [],
    interlockLinks: [],
    unitsInUse: [],
    device: device!,
    link: deviceLink!,
    ...(meterDevice?.lease === 'meter' ? { meter: { device: meterDevice, link: meterLink! } } : {}),
    only: run.only === undefined ? undefined : new Set(run.only),
    sin: '',
    speed,
    ...(run.available === undefined ? {} : { availableW: run.available }),
  };
  const clock = deviceClock(lab.clock, speed);
  const station = new LineStation({
    ...parts,
    device: device!,
    link: deviceLink!,
    ...(request.meter ? { meter: request.meter } : {}),
  });
  const gone = run.operator === false;
  return lab.run(
    accept({
      request,
      station,
      clock,
      wire: lab.clock,
      recordings,
      cable: gone ? noHand('nobody is there') : lab.cable(served.server),
      supply: gone ? noHand('nobody is there') : lab.supply(served.server),
      startHolder: async (window, signal): Promise<Holder> => {
        const other = new LineStation({ ...parts, device: device!, link: deviceLink! });
        const rig = new Rig({
          declared: declaredOf(device!, 'mock'),
          station: other,
          clock,
          wire: lab.clock,
          speed,
        });
        const life = new AbortController();
        await rig.connect(signal);
        await rig.command(window, signal);
        const holding = rig.watch({ forMs: Number.POSITIVE_INFINITY, signal: life.signal, hold: window });
        holding.catch(() => undefined);
        return {
          pid: 'virtual',
          lastCommandUs: lab.nowUs(),
          kill: async () => {
            life.abort(new WijkError('STATE', 'killed'));
            await rig.close();
          },
        };
      },
      means: { terminal: false, emergencyStop: '', operator: 'none', interlocks: [] },
      signal: run.signal ?? new AbortController().signal,
      nowUs: lab.nowUs,
      command: 'wijktwin accept',
    }),
  );
}
