/**
 * A laboratory on a virtual clock: an emulated device with registers and physics of its own, on a line that can be cut, and
 * the whole catalogue run on it. A minute of revert time costs no time at all, and nothing depends on how busy the machine is.
 */

import { accept } from '../../../bench/acceptance/accept.js';
import type { CheckId, Hand, Holder } from '../../../bench/acceptance/check.js';
import { declaredOf } from '../../../bench/acceptance/declared.js';
import { noHand } from '../../../bench/acceptance/hands.js';
import { createJournal } from '../../../bench/acceptance/journal.js';
import type { AcceptRequest } from '../../../bench/acceptance/request.js';
import type { ResultFile } from '../../../bench/acceptance/result-file.js';
import { Rig } from '../../../bench/acceptance/rig.js';
import { LineStation } from '../../../bench/acceptance/station.js';
import { parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import type { Reply, Request } from '../../../bench/modbus/pdu.js';
import { respond } from '../../../bench/modbus/responder.js';
import type { Transport } from '../../../bench/transport/transport.js';
import { WijkError } from '../../../errors.js';
import type { MockDevice, ModbusDevice, P1Device } from '../../../firmware-mocks/device.js';
import { memoryPair } from '../transport/memory-pair.js';
import { settle, VirtualClock } from '../transport/virtual-clock.js';

const START_US = Date.UTC(2026, 10, 24, 12) * 1000;

/** What a test does to the frames of a device. */
export interface Mischief {
  /** Sees a request first; `undefined` passes it on to the device, `null` keeps silent. */
  readonly request?: (request: Request, device: ModbusDevice) => Reply | null | undefined;
  /** Changes a frame on its way out; undefined drops it. */
  readonly frame?: (frame: Uint8Array) => Uint8Array | undefined;
  readonly delayMs?: number;
  /** At the restart, after the device powered up. */
  readonly restarted?: (device: MockDevice) => void;
}

export interface LabDevice {
  readonly device: MockDevice;
  readonly mischief?: Mischief;
}

export class VirtualLab {
  readonly clock = new VirtualClock();
  readonly journal: string[] = [];
  #cut = false;
  #restartedAtMs = Number.NEGATIVE_INFINITY;

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
    }
    return watched;
  }

  nowUs = (): number => START_US + this.clock.nowMs() * 1000;

  /** How a link to the device opens. */
  open({ device, mischief = {} }: LabDevice): () => Promise<Transport> {
    return async () => {
      const [client, end] = memoryPair();
      if (device.kind === 'p1') this.#telegrams(device, end, mischief);
      else this.#answers(device, end, mischief);
      return client;
    };
  }

  cable: Hand = {
    how: 'the virtual line is cut',
    reason: '',
    away: async () => {
      this.#cut = true;
    },
    back: async () => {
      this.#cut = false;
    },
  };

  supply({ device, mischief }: LabDevice): Hand {
    return {
      how: 'the virtual device powers up again',
      reason: '',
      away: async () => {
        this.#restartedAtMs = this.clock.nowMs() + 5000;
      },
      back: async () => {
        device.powerUp();
        mischief?.restarted?.(device);
      },
    };
  }

  get #silent(): boolean {
    return this.#cut || this.clock.nowMs() < this.#restartedAtMs;
  }

  #send(end: Transport, frame: Uint8Array, delayMs: number, { frame: change }: Mischief): void {
    if (this.#silent) return;
    const sent = change === undefined ? frame : change(frame);
    if (sent !== undefined) this.clock.schedule(delayMs, () => void end.write(sent).catch(() => undefined));
  }

  #answers(device: ModbusDevice, end: Transport, mischief: Mischief): void {
    const answer = (request: Request): Reply | undefined => {
      const { fc } = request;
      if (this.#silent) return undefined;
      device.advance(this.clock.nowMs() / 1000);
      const mischievous = mischief.request?.(request, device);
      if (mischievous === null) return undefined;
      if (mischievous !== undefined) return mischievous;
      if (request.fc === 3) {
        const values = device.read(request.address, request.count);
        return values === undefined ? { fc, exception: 2 } : { fc: 3, values };
      }
      if (request.fc !== 6 && request.fc !== 16) return { fc, exception: 1 };
      const values = request.fc === 6 ? [request.value] : request.values;
      const refused = device.write(request.address, values, false);
      if (refused !== undefined) return { fc, exception: refused };
      return { fc: request.fc, address: request.address, value: request.fc === 6 ? request.value : values.length };
    };
    const delayMs = device.replyDelayS * 1000 + (mischief.delayMs ?? 0);
    respond(end, { framing: 'rtu', unit: 1, answer, send: (frame) => this.#send(end, frame, delayMs, mischief) });
  }

  #telegrams(device: P1Device, end: Transport, mischief: Mischief): void {
    const next = (): void => {
      if (end.closed) return;
      device.advance(this.clock.nowMs() / 1000);
      this.#send(end, device.telegram(Math.round(this.nowUs() / 1e6) * 1e6), 0, mischief);
      this.clock.schedule(device.periodS * 1000, next);
    };
    this.clock.schedule(device.periodS * 1000, next);
  }
}

export interface LabRun {
  readonly profile: string;
  readonly tested: LabDevice;
  /** More of the device's lines in the bench file. */
  readonly more?: string;
  readonly only?: readonly CheckId[];
  readonly operator?: boolean;
  readonly signal?: AbortSignal;
  /** An independent meter on a link of its own. */
  readonly meter?: { readonly profile: string; readonly tested: LabDevice; readonly more?: string };
}

/** The whole acceptance on a virtual clock. */
export async function acceptInLab(run: LabRun, lab = new VirtualLab()): Promise<ResultFile> {
  const profiles = loadProfiles();
  const entry = (id: string, name: string, more: string): string => {
    const profile = profiles.get(name)!;
    const unit = profile.protocols[0] === 'p1' ? '' : ', unit: 1';
    return `  - {id: ${id}, profile: ${name}, link: ${id}${unit}, slot: ${id}, lease: ${profile.lease}${more}}`;
  };
  const link = (id: string, name: string): string =>
    `  - {id: ${id}, address: 'tcp:127.0.0.1:${id === 'dut' ? 1 : 2}', protocol: ${profiles.get(name)!.protocols[0]}}`;
  const { meter } = run;
  const text = [
    'bench: lab\nlinks:',
    link('dut', run.profile),
    ...(meter === undefined ? [] : [link('meter', meter.profile)]),
    'devices:',
    entry('dut', run.profile, run.more ?? ''),
    ...(meter === undefined ? [] : [entry('meter', meter.profile, meter.more ?? '')]),
  ].join('\n');
  const parsed = parseBench(text, 'lab.yaml', profiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [device, meterDevice] = parsed.value.devices;
  const [deviceLink, meterLink] = parsed.value.links;
  const openings = new Map([
    ['tcp:127.0.0.1:1', lab.open(run.tested)],
    ...(meter === undefined ? [] : [['tcp:127.0.0.1:2', lab.open(meter.tested)] as const]),
  ]);
  const open = (address: string): Promise<Transport> => openings.get(address)!();
  const journal = createJournal((lines) => void lab.journal.push(lines), lab.nowUs);
  const parts = { clock: lab.clock, log: NO_LOG, journal, open };
  const request: AcceptRequest = {
    subject: 'mock',
    benchFile: 'lab.yaml',
    device: device!,
    link: deviceLink!,
    ...(meterDevice?.lease === 'meter' ? { meter: { device: meterDevice, link: meterLink! } } : {}),
    only: run.only === undefined ? undefined : new Set(run.only),
    sin: '',
    speed: 1,
  };
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
      clock: lab.clock,
      wire: lab.clock,
      journal,
      cable: gone ? noHand('nobody is there') : lab.cable,
      supply: gone ? noHand('nobody is there') : lab.supply(run.tested),
      startHolder: async (window, signal): Promise<Holder> => {
        const other = new LineStation({ ...parts, device: device!, link: deviceLink! });
        const rig = new Rig({
          declared: declaredOf(device!, 'mock'),
          station: other,
          clock: lab.clock,
          wire: lab.clock,
          speed: 1,
          journal,
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
      means: { terminal: false, emergencyStop: '', operator: 'none' },
      signal: run.signal ?? new AbortController().signal,
      nowUs: lab.nowUs,
      command: 'wijktwin accept',
    }),
  );
}
