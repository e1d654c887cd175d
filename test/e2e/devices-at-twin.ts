/** One twin at wall clock, one bench at it, and emulated devices in slots, each on a TCP line of its own. */
import type { wijk } from '#proto/wijk.js';
import { Bench } from '../../bench/bench.js';
import { parseBench } from '../../bench/config.js';
import type { Profile } from '../../bench/devices/profile.js';
import { NO_LOG } from '../../bench/log.js';
import type { MockDevice } from '../../firmware-mocks/device.js';
import { type MockServer, serveMock } from '../../firmware-mocks/serve.js';
import { Frames } from '../twin/server/frames.js';
import { ACTOR, ask, type House, startHouse } from '../twin/server/harness.js';

type Slot = wijk.v1.DescribeResponse['slots'][number];

export class DevicesAtTwin {
  readonly mocks = new Map<string, MockServer>();
  bench!: Bench;
  frames!: Frames;
  readonly #links: string[] = [];
  readonly #places: ReadonlyMap<string, number>;

  private constructor(
    readonly house: House,
    readonly record: string,
    readonly slots: readonly Slot[],
  ) {
    this.#places = new Map(slots.map((slot, k) => [slot.id!, k]));
  }

  /** The twin is loaded and described, and waits. */
  static async load(tickS: number): Promise<DevicesAtTwin> {
    const house = await startHouse();
    const record = house.newFolder();
    await house.load({ speed: 1, durationS: 0, tickS, recordDirectory: record });
    const { slots } = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
    return new DevicesAtTwin(house, record, slots as Slot[]);
  }

  ofKind(kind: wijk.v1.AssetKind): Slot[] {
    return this.slots.filter((slot) => slot.kind === kind);
  }

  /** Where a slot stands in the columns of a frame. */
  place(slotId: string): number {
    const place = this.#places.get(slotId);
    if (place === undefined) throw new Error(`the wijk has no slot ${slotId}`);
    return place;
  }

  /** Puts an emulated device on a line whose link has its name. `speed`: the device lives so much faster than the clock. */
  async serve(id: string, device: MockDevice, speed = 1): Promise<void> {
    const mock = await serveMock(device, {
      address: 'listen:127.0.0.1:0',
      framing: 'rtu',
      unit: 1,
      baud: 0,
      disturbances: { interceptors: [], echo: false },
      speed,
    });
    this.mocks.set(id, mock);
    const protocol = device.kind === 'p1' ? 'p1' : 'modbus-rtu';
    this.#links.push(`  - {id: ${id}, address: '${mock.address}', protocol: ${protocol}}`);
  }

  /** Starts the bench on all lines, a watcher, and then the twin. `devices`: the lines of the bench file. */
  async start(
    bench: string,
    devices: readonly string[],
    profiles: ReadonlyMap<string, Profile>,
    columns: string[],
  ): Promise<void> {
    const text = `bench: ${bench}\nlinks:\n${this.#links.join('\n')}\ndevices:\n${devices.join('\n')}\n`;
    const parsed = parseBench(text, 'bench.yaml', profiles);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
    this.bench = new Bench({ config: parsed.value, twinAddress: this.house.address, log: NO_LOG });
    this.bench.start();
    this.frames = new Frames(this.house, columns);
    await this.house.start();
  }

  /** One setpoint for many slots, as an operator gives it. */
  async command(slotIds: readonly string[], activePowerW: number): Promise<void> {
    await Promise.all(
      slotIds.map((slotId) =>
        ask((done) => this.house.twin.inject({ actor: ACTOR, setpoint: { slotId, activePowerW } }, done)),
      ),
    );
  }

  async close(): Promise<void> {
    await this.bench?.close();
    for (const mock of this.mocks.values()) await mock.close();
    await this.house.close();
  }
}
