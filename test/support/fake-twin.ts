/**
 * A twin and a bench that are none: two gRPC servers with a made-up wijk of 120 homes on six feeders, for tests of what
 * talks to them. Nothing runs by itself: the test calls `advance`, loses a device, or stops a server.
 */
import * as grpc from '@grpc/grpc-js';
import {
  BenchServiceDefinition,
  type BenchServiceHandlers,
  ExperimentServiceDefinition,
  type ExperimentServiceHandlers,
  RecordServiceDefinition,
  type RecordServiceHandlers,
  TwinServiceDefinition,
  type TwinServiceHandlers,
} from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { COLUMN_NAMES, COLUMNS, columnLength, type Dimensions } from '../../twin/core/base/columns.js';

const { AssetKind, SessionState, SlotSource, Role, DeviceState, LeaseKind, Phase } = wijk.v1;

/** 2012-02-03 16:00 in Amsterdam. */
export const START_US = Date.UTC(2012, 1, 3, 15, 0, 0) * 1000;
export const TICKS_TOTAL = 21_600;
const LIMIT_W = 275_000;
const FEEDERS = 6;
const HOMES_PER_FEEDER = 20;
const DEVICES = [
  {
    id: 'inverter-1',
    slot: 'home-007/battery',
    link: 'rs485-1',
    profile: 'sunspec-storage',
    lease: LeaseKind.LEASE_KIND_ACTUATOR,
  },
  {
    id: 'meter-1',
    slot: 'home-012/household',
    link: 'p1-1',
    profile: 'dsmr5-meter',
    lease: LeaseKind.LEASE_KIND_METER,
  },
  {
    id: 'heat-pump-1',
    slot: 'school/heat-pump',
    link: 'rs485-2',
    profile: 'sg-ready-heat-pump',
    lease: LeaseKind.LEASE_KIND_ACTUATOR,
  },
] as const;

const STILL = [{ kind: 'standing-still', text: 'the same to the last digit for 20 s', count: 1, active: true }];

/** A tenth below, most at, some at twice this duration. */
function spread(count: number, us: number): wijk.v1.Histogram.$Properties {
  const upperBounds = [us / 1.2, us, 2 * us];
  const counts = [Math.floor(count / 10), Math.floor(count / 2), Math.ceil(count / 5)];
  return { unit: 'us', count, p50: us, p99: 2 * us, max: 2.1 * us, upperBounds, counts };
}

type Slot = wijk.v1.SlotInfo.$Properties & { id: string };
type Calls = { readonly method: string; readonly request: unknown }[];

interface Layout {
  readonly slots: Slot[];
  readonly connections: wijk.v1.ConnectionInfo.$Properties[];
  readonly nodes: wijk.v1.NodeInfo.$Properties[];
  readonly branches: wijk.v1.BranchInfo.$Properties[];
}

function makeLayout(): Layout {
  const slots: Slot[] = [];
  const connections: wijk.v1.ConnectionInfo.$Properties[] = [];
  const nodes: wijk.v1.NodeInfo.$Properties[] = [
    { index: 0, pgmId: 1, ratedLineVoltageV: 10_500, feeder: '', distanceM: 0 },
    { index: 1, pgmId: 2, ratedLineVoltageV: 400, feeder: '', distanceM: 0 },
  ];
  const branches: wijk.v1.BranchInfo.$Properties[] = [
    { index: 0, pgmId: 1000, kind: 'transformer', fromNodeIndex: 0, toNodeIndex: 1, ratedPowerVa: 630_000 },
  ];
  const addNode = (from: number, feeder: string, distanceM: number, ratedCurrentA: number): number => {
    const index = nodes.length;
    nodes.push({ index, pgmId: index + 1, ratedLineVoltageV: 400, feeder, distanceM });
    branches.push({
      index: branches.length,
      pgmId: 1000 + branches.length,
      kind: 'line',
      fromNodeIndex: from,
      toNodeIndex: index,
      ratedCurrentA,
    });
    return index;
  };
  const addConnection = (id: string, nodeIndex: number, use: string, phaseCount: number): number => {
    const index = connections.length;
    connections.push({ index, id, ean: '', nodeIndex, fuseA: 25, phaseCount, use, inGroup: true });
    return index;
  };
  const addSlot = (
    id: string,
    kind: wijk.v1.AssetKind,
    connectionIndex: number,
    phase: number,
    maxW: number,
    minW: number,
    controllable: boolean,
  ): void => {
    const share = (p: number): number => (phase === 3 ? 1 / 3 : phase === p ? 1 : 0);
    slots.push({
      index: slots.length,
      id,
      kind,
      connectionIndex,
      controllable,
      powerMaxW: maxW,
      powerMinW: minW,
      shareARatio: share(0),
      shareBRatio: share(1),
      shareCRatio: share(2),
    });
  };
  let home = 0;
  for (let f = 0; f < FEEDERS; f++) {
    const feeder = `feeder-${f + 1}`;
    let at = 1;
    for (let h = 0; h < HOMES_PER_FEEDER; h++) {
      home++;
      const id = `home-${String(home).padStart(3, '0')}`;
      const distance = 25 + h * (12 + 2 * f);
      at = addNode(at, feeder, distance, 225);
      const service = addNode(at, feeder, distance + 10, 75);
      const phase = home === 7 ? 3 : home % 3;
      const connection = addConnection(id, service, 'home', phase === 3 ? 3 : 1);
      addSlot(`${id}/household`, AssetKind.ASSET_KIND_HOUSEHOLD, connection, phase, 8_000, 0, false);
      if (home % 3 === 1) addSlot(`${id}/pv`, AssetKind.ASSET_KIND_PV, connection, phase, 0, -4_000, true);
      if (home % 4 === 3)
        addSlot(`${id}/battery`, AssetKind.ASSET_KIND_BATTERY, connection, phase, 5_000, -5_000, true);
    }
  }
  const school = addConnection('school', addNode(1, 'school', 40, 225), 'school', 3);
  addSlot('school/base', AssetKind.ASSET_KIND_BUSINESS, school, 3, 40_000, 0, false);
  addSlot('school/heat-pump', AssetKind.ASSET_KIND_HEAT_PUMP, school, 3, 12_000, 0, true);
  const shop = addConnection('supermarket', addNode(1, 'supermarket', 60, 225), 'shop', 3);
  addSlot('supermarket/base', AssetKind.ASSET_KIND_BUSINESS, shop, 3, 60_000, 0, false);
  const plant = addConnection('heat-plant', addNode(1, 'heat-plant', 30, 225), 'heat-plant', 3);
  addSlot('heat-plant/heat-pumps', AssetKind.ASSET_KIND_HEAT_PLANT, plant, 3, 120_000, 0, true);
  return { slots, connections, nodes, branches };
}

/** Deterministic unit noise from three whole numbers: enough to make lines look like loads. */
function noise(a: number, b: number, c: number): number {
  const x = Math.sin(a * 12.9898 + b * 78.233 + c * 37.719) * 43_758.5453;
  return x - Math.floor(x);
}

export class FakeTwin {
  readonly #layout = makeLayout();
  readonly #servers = new Map<'twin' | 'bench', grpc.Server>();
  readonly #watchers = new Set<grpc.ServerWritableStream<wijk.v1.WatchRequest, wijk.v1.IWatchResponse | Buffer>>();
  readonly #lostSince = new Map<string, number>();
  readonly #quarters: wijk.v1.QuarterHour.$Properties[] = [];
  readonly events: wijk.v1.RecordedEvent.$Properties[] = [];
  /** Every command received, in order. */
  readonly calls: Calls = [];
  readonly #extraW = new Map<string, number>();
  #tick = 0;
  #quarterSumW = 0;
  #quarterTicks = 0;
  state = SessionState.SESSION_STATE_RUNNING;
  sessionId = 'session-1';
  speed = 1;
  emergencyStop = false;
  emergencyStopBy = '';
  /** Whether the session keeps a record. */
  recorded = true;

  get tick(): number {
    return this.#tick;
  }

  get slotIds(): string[] {
    return this.#layout.slots.map((slot) => slot.id);
  }

  /** Starts a server on a port (0: a free one) and answers its address. */
  async start(name: 'twin' | 'bench', port = 0): Promise<string> {
    const server = new grpc.Server();
    if (name === 'twin') {
      server.addService(TwinServiceDefinition, this.#twinHandlers());
      server.addService(RecordServiceDefinition, this.#recordHandlers());
    } else {
      server.addService(BenchServiceDefinition, this.#benchHandlers());
      server.addService(ExperimentServiceDefinition, this.#experimentHandlers());
    }
    const taken = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    this.#servers.set(name, server);
    return `127.0.0.1:${taken}`;
  }

  /** Ends a server at once, as if its process were killed. */
  stop(name: 'twin' | 'bench'): void {
    this.#servers.get(name)?.forceShutdown();
    this.#servers.delete(name);
    if (name === 'twin') this.#watchers.clear();
  }

  close(): void {
    this.stop('twin');
    this.stop('bench');
  }

  /** Advances a number of ticks; watchers get the frame of the last one, or of every one if asked. */
  advance(ticks = 1, everyFrame = false): void {
    for (let i = 0; i < ticks; i++) {
      this.#tick++;
      const frame = this.#frame();
      if (everyFrame || i === ticks - 1) for (const watcher of this.#watchers) watcher.write({ frame, dropped: 0 });
    }
  }

  /** The device in a slot stops answering: after three ticks its slot is on fallback. */
  loseDevice(slotId: string): void {
    this.#lostSince.set(slotId, this.#tick);
    this.#event('loss', slotId, 'no reading for 3.0 s; the re-seeded model stands in', 'twin');
  }

  returnDevice(slotId: string): void {
    this.#lostSince.delete(slotId);
    this.#event('return', slotId, 'readings are fresh again', 'twin');
  }

  #event(kind: string, subject: string, text: string, actor: string): void {
    this.events.push({ tick: this.#tick, timeUs: START_US + this.#tick * 1e6, kind, subject, text, actor });
  }

  get #dimensions(): Dimensions {
    const { slots, connections, nodes, branches } = this.#layout;
    return { slots: slots.length, connections: connections.length, nodes: nodes.length, branches: branches.length };
  }

  #frame(): wijk.v1.IFrame {
    const { slots, connections, nodes, branches } = this.#layout;
    const k = this.#tick;
    const hour = 16 + k / 3600;
    const evening = Math.exp(-(((hour - 18.2) / 1.6) ** 2));
    const active = new Array<number>(slots.length);
    const modelled = new Array<number>(slots.length);
    const source = new Array<number>(slots.length).fill(SlotSource.SLOT_SOURCE_MODEL);
    const age = new Array<number>(slots.length).fill(Number.NaN);
    const measured = new Array<number>(slots.length).fill(Number.NaN);
    const setpoint = new Array<number>(slots.length).fill(Number.NaN);
    const from = new Array<number>(slots.length).fill(0);
    const soc = new Array<number>(slots.length).fill(Number.NaN);
    const temperature = new Array<number>(slots.length).fill(Number.NaN);
    const connectionW = new Array<number>(connections.length).fill(0);
    slots.forEach((slot, i) => {
      let w = 0;
      switch (slot.kind) {
        case AssetKind.ASSET_KIND_HOUSEHOLD:
          w =
            180 +
            700 * evening * (0.4 + noise(i, 1, 0)) +
            (noise(i, Math.floor(k / 240 + noise(i, 2, 0)), 3) > 0.93 ? 2_000 : 0);
          break;
        case AssetKind.ASSET_KIND_PV:
          w = -1_500 * Math.max(0, 17.4 - hour) * (0.7 + 0.3 * noise(i, 3, 0));
          break;
        case AssetKind.ASSET_KIND_BATTERY:
          setpoint[i] = Math.round(-2_600 * evening);
          from[i] = this.emergencyStop ? Role.ROLE_EMERGENCY_STOP : Role.ROLE_STRATEGY;
          if (this.emergencyStop) setpoint[i] = 0;
          w = setpoint[i] ?? 0;
          soc[i] = Math.max(0.1, 0.85 - (k / TICKS_TOTAL) * (0.5 + 0.3 * noise(i, 4, 0)));
          break;
        case AssetKind.ASSET_KIND_HEAT_PUMP:
          w = 6_500 + 800 * Math.sin(k / 90);
          temperature[i] = 20.4 + 0.3 * Math.sin(k / 1500);
          break;
        case AssetKind.ASSET_KIND_HEAT_PLANT:
          setpoint[i] = Math.round(105_000 - 38_000 * evening);
          from[i] = Role.ROLE_STRATEGY;
          w = setpoint[i] ?? 0;
          soc[i] = 0.75 - 0.3 * evening;
          temperature[i] = 62 - 8 * evening;
          break;
        default:
          w = 22_000 + 6_000 * evening;
      }
      w += this.#extraW.get(slot.id) ?? 0;
      modelled[i] = w;
      const device = DEVICES.find((one) => one.slot === slot.id);
      if (device) {
        const lost = this.#lostSince.get(slot.id);
        age[i] = lost === undefined ? 0.35 + 0.2 * noise(i, k, 5) : k - lost + 0.4;
        source[i] = (age[i] ?? 0) > 3 ? SlotSource.SLOT_SOURCE_FALLBACK : SlotSource.SLOT_SOURCE_DEVICE;
        measured[i] = modelled[i]! * 1.03 + 20 * (noise(i, k, 6) - 0.5);
        if (source[i] === SlotSource.SLOT_SOURCE_DEVICE) w = measured[i]!;
      }
      active[i] = w;
      connectionW[slot.connectionIndex ?? 0]! += w;
    });
    const groupW = connectionW.reduce((sum, w) => sum + w, 0);
    this.#quarterSumW += groupW;
    this.#quarterTicks++;
    const quarterMeanW = this.#quarterSumW / this.#quarterTicks;
    const quarterElapsedS = this.#quarterTicks;
    if (this.#quarterTicks === 900) {
      const startUs = START_US + (k - 900) * 1e6;
      this.#quarters.push({
        startUs,
        meanActivePowerW: quarterMeanW,
        limitW: LIMIT_W,
        complete: true,
        substitutedRatio: 0,
        limitFrom: 'contract',
      });
      this.#quarterSumW = 0;
      this.#quarterTicks = 0;
    }
    const voltage = new Array<number>(3 * nodes.length).fill(6062);
    const loading = new Array<number>(branches.length).fill(0);
    const sourceV = 236.5 - (groupW / 630_000) * 6;
    for (let p = 0; p < 3; p++) voltage[3 + p] = sourceV;
    for (let b = 1; b < branches.length; b++) {
      const branch = branches[b]!;
      const [u, v] = [branch.fromNodeIndex ?? 0, branch.toNodeIndex ?? 0];
      const position = (v - 2) % (2 * HOMES_PER_FEEDER);
      for (let p = 0; p < 3; p++) {
        const drop =
          0.42 * evening * (1.1 - position / 45) * (0.6 + 0.5 * ((p + (v % 5)) % 3)) + 0.04 * (noise(v, p, k) - 0.5);
        voltage[3 * v + p] = voltage[3 * u + p]! - drop;
      }
      loading[b] = (branch.ratedCurrentA === 225 ? 0.55 : 0.12) * (0.25 + evening) * (1.05 - position / 45);
    }
    loading[0] = (groupW * 1.03) / 630_000;
    const absolute = active.reduce((sum, w) => sum + Math.abs(w), 0);
    const substituted = active.reduce(
      (sum, w, i) => sum + (source[i] === SlotSource.SLOT_SOURCE_FALLBACK ? Math.abs(w) : 0),
      0,
    );
    const last = this.#quarters.at(-1);
    return {
      tick: k,
      timeUs: START_US + k * 1e6,
      groupActivePowerW: groupW,
      groupLimitW: LIMIT_W,
      quarterMeanActivePowerW: quarterMeanW,
      quarterElapsedS,
      gridLossesW: 0.012 * groupW,
      outdoorTemperatureC: -6.4,
      inflexibleActivePowerW: groupW * 0.62,
      transformerLoadingRatio: loading[0]!,
      substitutedShareRatio: substituted / absolute,
      emergencyStop: this.emergencyStop ? 1 : 0,
      slotActivePowerW: active,
      slotModelledPowerW: modelled,
      slotMeasuredPowerW: measured,
      slotSetpointW: setpoint,
      slotSetpointFrom: from,
      slotSource: source,
      slotAgeS: age,
      slotStateOfChargeRatio: soc,
      slotTemperatureC: temperature,
      slotComfortDeficitKh: new Array<number>(slots.length).fill(0),
      connectionActivePowerW: connectionW,
      voltageV: voltage,
      branchLoadingRatio: loading,
      lastQuarterIndex: last ? (last.startUs ?? 0) / 900e6 : -1,
      lastQuarterMeanActivePowerW: last?.meanActivePowerW ?? 0,
      lastQuarterLimitW: LIMIT_W,
      lastQuarterComplete: last ? 1 : 0,
      lastQuarterSubstitutedRatio: 0,
    };
  }

  #twinHandlers(): TwinServiceHandlers {
    const note = (method: string, request: unknown): void => {
      this.calls.push({ method, request });
    };
    const refuse = (done: grpc.sendUnaryData<never>, code: grpc.status, details: string): void =>
      done({ code, details });
    return {
      load: (_call, done) => refuse(done, grpc.status.UNIMPLEMENTED, 'the fake twin loads nothing'),
      describe: (_call, done) => {
        const dimensions = this.#dimensions;
        done(null, {
          sessionId: this.sessionId,
          wijkName: 'merwede-blok',
          title: 'Merwede-blok: 120 homes, school, supermarket',
          columns: COLUMN_NAMES.map((name) => ({
            name,
            frameField: COLUMNS[name].field,
            unit: COLUMNS[name].unit,
            sign: COLUMNS[name].sign,
            indexSpace: COLUMNS[name].space,
            length: columnLength(COLUMNS[name].space, dimensions),
            meaning: COLUMNS[name].meaning,
          })),
          ...this.#layout,
          startUs: START_US,
          durationS: TICKS_TOTAL,
          tickS: 1,
          strategy: { name: 'group-limit', options: {} },
          modelHash: 'c0ffee',
          labels: { experiment: 'merwede-evening', run: 'run-1' },
        });
      },
      getStatus: (_call, done) =>
        done(null, {
          state: this.state,
          sessionId: this.state === SessionState.SESSION_STATE_EMPTY ? '' : this.sessionId,
          tick: this.#tick,
          ticksTotal: TICKS_TOTAL,
          simulatedUs: START_US + this.#tick * 1e6,
          speed: this.speed,
          lateTicks: 3,
          latenessP50Us: 140,
          latenessP99Us: 310,
          latenessMaxUs: 2_700,
          tickCostMeanUs: 410,
          watchers: [{ name: 'cockpit', framesSent: this.#tick, framesDropped: 0 }],
        }),
      start: (call, done) => {
        note('start', call.request);
        this.state = SessionState.SESSION_STATE_RUNNING;
        done(null, {});
      },
      pause: (call, done) => {
        note('pause', call.request);
        this.state = SessionState.SESSION_STATE_PAUSED;
        done(null, {});
      },
      setSpeed: (call, done) => {
        note('setSpeed', call.request);
        refuse(done, grpc.status.FAILED_PRECONDITION, 'speed 1 is the only one while a device is bound: inverter-1');
      },
      inject: (call, done) => {
        note('inject', call.request);
        const { loadStep, emergencyStop } = call.request;
        if (loadStep) this.#extraW.set(loadStep.slotId ?? '', loadStep.activePowerW ?? 0);
        if (emergencyStop) this.emergencyStop = emergencyStop.active ?? false;
        done(null, { tick: this.#tick + 1 });
      },
      stop: (call, done) => {
        note('stop', call.request);
        this.state = SessionState.SESSION_STATE_STOPPED;
        done(null, { frameHash: 'c0ffee', ticks: this.#tick, recordDirectory: '' });
      },
      watch: (call) => {
        note('watch', call.request);
        this.#watchers.add(call);
        call.on('cancelled', () => this.#watchers.delete(call));
        call.on('close', () => this.#watchers.delete(call));
      },
    };
  }

  #recordHandlers(): RecordServiceHandlers {
    const refuse = (done: grpc.sendUnaryData<never>): void =>
      done({ code: grpc.status.FAILED_PRECONDITION, details: 'this session keeps no record' });
    return {
      listQuarterHours: (_call, done) => (this.recorded ? done(null, { quarters: this.#quarters }) : refuse(done)),
      listEvents: (_call, done) => (this.recorded ? done(null, { events: this.events }) : refuse(done)),
      readSeries: (_call, done) => {
        if (!this.recorded) return refuse(done);
        const timeUs = this.#history.map(([at]) => at);
        const power = this.#history.map(([, w]) => w);
        done(null, {
          timeUs,
          series: [
            { column: 'groupActivePowerW', unit: 'W', mean: power, min: power, max: power },
            { column: 'groupLimitW', unit: 'W', mean: [], min: power.map(() => LIMIT_W), max: [] },
          ],
        });
      },
      listTenMinuteMeans: (_call, done) => refuse(done),
      summarizeSlots: (_call, done) => refuse(done),
      listLedger: (_call, done) => refuse(done),
      getSettlement: (_call, done) => refuse(done),
      export: (_call, done) => refuse(done),
    };
  }

  /** One point a minute of the ticks so far, as a record would hold them. */
  get #history(): [number, number][] {
    const points: [number, number][] = [];
    for (const quarter of this.#quarters) {
      for (let m = 1; m <= 15; m++) {
        const w = (quarter.meanActivePowerW ?? 0) + 8_000 * (noise(m, (quarter.startUs ?? 0) / 900e6, 9) - 0.5);
        points.push([(quarter.startUs ?? 0) + m * 60e6, w]);
      }
    }
    return points;
  }

  #benchHandlers(): BenchServiceHandlers {
    return {
      getHealth: (_call, done) => done(null, { health: this.#health() }),
      watchHealth: (call) => {
        call.write({ health: this.#health() });
        call.end();
      },
      emergencyStop: (call, done) => {
        this.calls.push({ method: 'bench.emergencyStop', request: call.request });
        this.emergencyStop = true;
        this.emergencyStopBy = call.request.actor?.name ?? '';
        this.#event('emergency-stop', '', call.request.reason, this.emergencyStopBy);
        const lost = DEVICES.filter((device) => this.#lostSince.has(device.slot)).map((device) => device.id);
        const confirmed = DEVICES.map((device) => device.id).filter((id) => !lost.includes(id));
        done(null, { confirmedDeviceIds: confirmed, unconfirmedDeviceIds: lost });
      },
      releaseEmergencyStop: (call, done) => {
        this.calls.push({ method: 'bench.releaseEmergencyStop', request: call.request });
        this.emergencyStop = false;
        this.emergencyStopBy = '';
        done(null, {});
      },
    };
  }

  #health(): wijk.v1.BenchHealth.$Properties {
    return {
      benchName: 'lab-utrecht',
      twinConnected: this.#servers.has('twin'),
      emergencyStop: this.emergencyStop,
      emergencyStopBy: this.emergencyStopBy,
      loopDelayP99Us: 410,
      loopDelayMaxUs: 5_200,
      links: DEVICES.map((device, i) => ({
        id: device.link,
        address: ['serial:/dev/ttyUSB0', 'serial:/dev/ttyUSB1', 'tcp:192.168.7.20:502'][i]!,
        open: true,
        requests: this.#tick * 2,
        timeouts: this.#lostSince.has(device.slot) ? this.#tick - this.#lostSince.get(device.slot)! : 0,
        crcErrors: i,
        exceptions: 0,
        lateRepliesDropped: 0,
        roundTripP50Us: 14_200 + 3_000 * i,
        roundTripP99Us: 21_900 + 4_000 * i,
        roundTripMaxUs: 48_000,
        reopened: 0,
        lastError: '',
        timing: {
          roundTrip: spread(this.#tick, 14_200 + 3_000 * i),
          age: spread(this.#tick, 31_000),
          jitter: spread(this.#tick, 1_200),
          lossRatio: 0.0025 * i,
          crcErrors: i,
        },
      })),
      interlocks: [
        { id: 'button', contact: 'CTS of serial:/dev/ttyUSB3', closed: true, cause: '', trips: 0, sinceS: 190 },
        { id: 'door', contact: 'input 4 of unit 9', closed: false, cause: 'it is open', trips: 2, sinceS: 12 },
      ],
      emulations: [
        {
          id: 'hems',
          shownAs: 'sunspec-inverter',
          slotId: 'home-009/battery',
          address: 'tcp:127.0.0.1:1502',
          protocol: 'modbus-tcp',
          unit: 1,
          clients: 1,
          requests: 4_211,
          writes: 17,
          fresh: true,
          ageS: 0.3,
          askedMinimumW: -1_500,
          askedMaximumW: -1_500,
          askedGiven: true,
          revertsInS: 42,
          lastRead: 'holding 40070–40119, by 127.0.0.1',
          lastReadAgeS: 0.8,
          lastWrite: '40351 = 1, by 127.0.0.1',
          lastWriteAgeS: 18,
        },
        {
          id: 'cupboard',
          shownAs: 'p1-meter',
          slotId: 'home-009/household',
          address: 'serial:/dev/ttyUSB2',
          protocol: 'p1',
          clients: 1,
          telegrams: 3_600,
          fresh: false,
          ageS: 7,
          askedMinimumW: Number.NaN,
          askedMaximumW: Number.NaN,
          revertsInS: Number.NaN,
          lastReadAgeS: Number.NaN,
          lastWriteAgeS: Number.NaN,
        },
      ],
      sources: [
        {
          deviceId: 'rack',
          slotId: 'home-011/pv',
          playing: 'following',
          wantedAV: 231.42,
          wantedBV: 229.9,
          wantedCV: 233.07,
          playedAV: 231.4,
          playedBV: 229.9,
          playedCV: 233.1,
          frequencyHz: 49.85,
          frequencySource: 'test plan 4.2',
          clamped: 1,
        },
      ],
      devices: DEVICES.map((device, i) => {
        const lostAt = this.#lostSince.get(device.slot);
        return {
          id: device.id,
          profile: device.profile,
          linkId: device.link,
          slotId: device.slot,
          state: lostAt === undefined ? DeviceState.DEVICE_STATE_BOUND : DeviceState.DEVICE_STATE_LOST,
          identity: ['Voltwerk SH5.0RT 1.4.2 #A2231877', 'ISK5\\2M550E-1012', 'Thermaal HP12 3.0.1'][i]!,
          readings: this.#tick,
          readingsLost: i,
          ageS: lostAt === undefined ? 0.4 : this.#tick - lostAt + 0.4,
          jitterP99Us: 3_200 + 900 * i,
          activePowerW: [-2_100, 640, 6_700][i]!,
          setpointW: i === 1 ? Number.NaN : [-2_120, 0, 7_000][i]!,
          setpointConfirmedW: i === 1 ? Number.NaN : [-2_120, 0, 7_000][i]!,
          setpointAgeS: i === 1 ? Number.NaN : 0.6,
          lastError: lostAt === undefined ? '' : 'no answer within 300 ms, 3 times',
          pollPeriodS: 1,
          roundTripP50Us: 14_200,
          roundTripP99Us: 21_900,
          leaseKind: device.lease,
          discrepancies: device.id === 'meter-1' ? STILL : [],
        };
      }),
    };
  }

  #experimentHandlers(): ExperimentServiceHandlers {
    const refuse = (done: grpc.sendUnaryData<never>): void =>
      done({ code: grpc.status.UNIMPLEMENTED, details: 'the fake bench runs nothing' });
    return {
      run: (_call, done) => refuse(done),
      watchExperiment: (call) => {
        call.write({
          runId: call.request.runId,
          phase: Phase.PHASE_RUNNING,
          progressRatio: this.#tick / TICKS_TOTAL,
          simulatedS: this.#tick,
          text: '',
        });
      },
      getVerdict: (_call, done) => refuse(done),
      getReport: (_call, done) => done(null, { html: '<!doctype html><title>report</title><p>the report' }),
      abort: (_call, done) => refuse(done),
    };
  }
}
