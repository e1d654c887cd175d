/**
 * A gRPC server that answers as a twin would after an evening that a test has written down: a group power over time,
 * a few nodes and slots, a record. It computes nothing by itself and runs as far as the test says.
 */
import * as grpc from '@grpc/grpc-js';
import {
  RecordServiceDefinition,
  type RecordServiceHandlers,
  SlotServiceDefinition,
  type SlotServiceHandlers,
  TwinServiceDefinition,
  type TwinServiceHandlers,
} from '#proto/services.js';
import { wijk } from '#proto/wijk.js';

const { SessionState, AssetKind, LeaseKind } = wijk.v1;

export interface Script {
  /** Group power at a time since the start, W. */
  readonly groupW: (elapsedS: number) => number;
  readonly limitW: number;
  /** How far the session runs by itself after Start; the whole duration if absent. */
  readonly runsToS?: number;
  readonly problems?: readonly wijk.v1.IProblem[];
  readonly leasedSlots?: readonly string[];
  readonly substitutedRatio?: (quarter: number) => number;
  readonly voltageV?: (interval: number, node: number, phase: number) => number;
  readonly transformerRatio?: (interval: number) => number;
  readonly comfortDeficitKh?: number;
  readonly fallbackTicks?: number;
  readonly failure?: string;
  readonly status?: wijk.v1.IGetStatusResponse;
  readonly refuseSeries?: boolean;
  readonly onStart?: () => void;
}

const SLOTS = [
  { id: 'home-001/household', kind: AssetKind.ASSET_KIND_HOUSEHOLD, controllable: false },
  { id: 'home-007/household', kind: AssetKind.ASSET_KIND_HOUSEHOLD, controllable: false },
  { id: 'home-007/battery', kind: AssetKind.ASSET_KIND_BATTERY, controllable: true },
  { id: 'school/business', kind: AssetKind.ASSET_KIND_BUSINESS, controllable: false },
  { id: 'school/heat-pump', kind: AssetKind.ASSET_KIND_HEAT_PUMP, controllable: true },
  { id: 'plant/heat', kind: AssetKind.ASSET_KIND_HEAT_PLANT, controllable: true },
  { id: 'home-001/pv', kind: AssetKind.ASSET_KIND_PV, controllable: true },
] as const;

const NODES = [
  { index: 0, pgmId: 1, ratedLineVoltageV: 10_500, feeder: '', distanceM: 0 },
  { index: 1, pgmId: 2, ratedLineVoltageV: 400, feeder: '', distanceM: 0 },
  { index: 2, pgmId: 3, ratedLineVoltageV: 400, feeder: 'feeder A', distanceM: 120 },
  { index: 3, pgmId: 4, ratedLineVoltageV: 400, feeder: 'feeder A', distanceM: 310 },
];

export class ScriptedTwin {
  /** Every call with its request, in order. */
  readonly calls: { readonly method: string; readonly request: unknown }[] = [];
  /** Called before each answer to GetStatus. */
  onStatus: () => void = () => undefined;
  private readonly server = new grpc.Server();
  private state: wijk.v1.SessionState = SessionState.SESSION_STATE_EMPTY;
  private session = 0;
  private elapsedS = 0;
  private loaded: wijk.v1.LoadRequest = wijk.v1.LoadRequest.create();

  private constructor(private script: Script) {}

  static async start(script: Script): Promise<{ twin: ScriptedTwin; address: string }> {
    const twin = new ScriptedTwin(script);
    twin.server.addService(TwinServiceDefinition, twin.twinService());
    twin.server.addService(RecordServiceDefinition, twin.recordService());
    twin.server.addService(SlotServiceDefinition, twin.slotService());
    const port = await new Promise<number>((resolve, reject) => {
      twin.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return { twin, address: `127.0.0.1:${port}` };
  }

  /** The session comes to its end. */
  finish(): void {
    this.elapsedS = this.loaded.durationS;
    this.state = SessionState.SESSION_STATE_FINISHED;
  }

  private status(): wijk.v1.IGetStatusResponse {
    return {
      state: this.state,
      sessionId: `session-${this.session}`,
      tick: Math.round(this.elapsedS / this.loaded.tickS),
      ticksTotal: this.loaded.durationS / this.loaded.tickS,
      simulatedUs: this.loaded.startUs + this.elapsedS * 1e6,
      speed: this.loaded.speed,
      latenessP50Us: 80,
      latenessP99Us: 900,
      latenessMaxUs: 4200,
      tickCostMeanUs: 310,
      failure: this.state === SessionState.SESSION_STATE_FAILED ? (this.script.failure ?? '') : '',
      ...this.script.status,
    };
  }

  /** Ends at once, also with calls open: as a crash would. */
  crash(): void {
    this.server.forceShutdown();
  }

  requests<T>(method: string): T[] {
    return this.calls.filter((entry) => entry.method === method).map((entry) => entry.request as T);
  }

  private answer<Q, R>(method: string, handle: (request: Q) => R): grpc.handleUnaryCall<Q, R> {
    return (call, callback) => {
      this.calls.push({ method, request: call.request });
      callback(null, handle(call.request));
    };
  }

  private twinService(): TwinServiceHandlers {
    const unused = () => {
      throw new Error('not used by experiments');
    };
    return {
      load: this.answer('load', (request: wijk.v1.LoadRequest) => {
        if (this.script.problems) return { problems: [...this.script.problems] };
        this.loaded = request;
        this.session++;
        this.elapsedS = 0;
        this.state = SessionState.SESSION_STATE_LOADED;
        return { sessionId: `session-${this.session}` };
      }),
      describe: this.answer('describe', () => ({
        sessionId: `session-${this.session}`,
        wijkName: 'merwede-blok',
        title: 'Merwede, one block <of many>',
        startUs: this.loaded.startUs,
        durationS: this.loaded.durationS,
        tickS: this.loaded.tickS,
        modelHash: 'a'.repeat(64),
        nodes: NODES,
        connections: [
          { index: 0, nodeIndex: 2 },
          { index: 1, nodeIndex: 3 },
        ],
        branches: [
          { index: 0, pgmId: 10, kind: 'transformer', fromNodeIndex: 0, toNodeIndex: 1, ratedPowerVa: 630_000 },
          { index: 1, pgmId: 11, kind: 'line', fromNodeIndex: 1, toNodeIndex: 2, ratedCurrentA: 240 },
          { index: 2, pgmId: 12, kind: 'line', fromNodeIndex: 2, toNodeIndex: 3, ratedCurrentA: 240 },
        ],
        slots: SLOTS.map((slot, index) => ({ ...slot, index })),
      })),
      getStatus: this.answer('getStatus', () => {
        this.onStatus();
        return this.status();
      }),
      start: this.answer('start', () => {
        this.script.onStart?.();
        this.elapsedS = Math.min(this.script.runsToS ?? this.loaded.durationS, this.loaded.durationS);
        this.state =
          this.script.failure !== undefined
            ? SessionState.SESSION_STATE_FAILED
            : this.elapsedS < this.loaded.durationS
              ? SessionState.SESSION_STATE_RUNNING
              : SessionState.SESSION_STATE_FINISHED;
        return {};
      }),
      pause: this.answer('pause', () => {
        this.state = SessionState.SESSION_STATE_PAUSED;
        return {};
      }),
      inject: this.answer('inject', () => ({ tick: 1 })),
      stop: this.answer('stop', () => {
        this.state = SessionState.SESSION_STATE_STOPPED;
        return { frameHash: 'f'.repeat(64), ticks: this.elapsedS, recordDirectory: this.loaded.recordDirectory };
      }),
      setSpeed: unused,
      watch: unused,
    };
  }

  private slotService(): SlotServiceHandlers {
    return {
      attach: () => {
        throw new Error('not used by experiments');
      },
      listLeases: this.answer('listLeases', () => ({
        leases: (this.script.leasedSlots ?? []).map((slotId) => ({
          slotId,
          kind: LeaseKind.LEASE_KIND_ACTUATOR,
          connected: true,
        })),
      })),
    };
  }

  /** Means over intervals of a length, aligned to the clock, that the run has touched. */
  private intervals(lengthS: number): { startUs: number; complete: boolean; meanW: number }[] {
    const from = this.loaded.startUs / 1e6;
    const until = from + this.elapsedS;
    const found: { startUs: number; complete: boolean; meanW: number }[] = [];
    for (let start = Math.floor(from / lengthS) * lengthS; start < until; start += lengthS) {
      const [begin, end] = [Math.max(start, from), Math.min(start + lengthS, until)];
      let sum = 0;
      for (let i = 0; i < 30; i++) sum += this.script.groupW(begin - from + ((i + 0.5) / 30) * (end - begin));
      found.push({ startUs: start * 1e6, complete: begin === start && end === start + lengthS, meanW: sum / 30 });
    }
    return found;
  }

  private recordService(): RecordServiceHandlers {
    const unused = () => {
      throw new Error('not used by experiments');
    };
    const { script } = this;
    return {
      listQuarterHours: this.answer('listQuarterHours', () => ({
        quarters: this.intervals(900).map(({ startUs, complete, meanW }, i) => ({
          startUs,
          complete,
          meanActivePowerW: meanW,
          limitW: script.limitW,
          limitFrom: 'contract',
          substitutedRatio: script.substitutedRatio?.(i) ?? 0,
        })),
      })),
      listTenMinuteMeans: this.answer('listTenMinuteMeans', () => ({
        means: this.intervals(600).map(({ startUs, complete, meanW }, i) => ({
          startUs,
          complete,
          voltageV: NODES.flatMap((node) =>
            [0, 1, 2].map((phase) =>
              node.index === 0
                ? 6062
                : (script.voltageV?.(i, node.index, phase) ?? 236 - meanW / 40e3 - phase - node.index * 0.7),
            ),
          ),
          branchLoadingRatio: [script.transformerRatio?.(i) ?? meanW / 600e3, meanW / 420e3, meanW / 700e3],
        })),
      })),
      listEvents: this.answer('listEvents', () => ({
        events: [
          { tick: 1, timeUs: this.loaded.startUs, kind: 'start', subject: 'session', text: 'started', actor: 'test' },
          {
            tick: 60,
            timeUs: this.loaded.startUs + 60e6,
            kind: 'note',
            subject: '<b>x</b>',
            text: 'a & b',
            actor: '"q"',
          },
        ],
      })),
      summarizeSlots: this.answer('summarizeSlots', () => ({
        slots: SLOTS.map((slot, slotIndex) => {
          const bound = script.leasedSlots?.includes(slot.id) ?? false;
          const ticks = this.elapsedS;
          const fallback = bound ? (script.fallbackTicks ?? 0) : 0;
          return {
            slotIndex,
            energyWh: 1000,
            powerMaxW: 5000,
            powerMinW: 0,
            comfortDeficitKh: slot.id === 'plant/heat' ? (script.comfortDeficitKh ?? 0.2) : 0,
            ticksOnModel: bound ? 0 : ticks,
            ticksOnDevice: bound ? ticks - fallback : 0,
            ticksOnFallback: fallback,
          };
        }),
      })),
      readSeries: (call, callback) => {
        this.calls.push({ method: 'readSeries', request: call.request });
        if (script.refuseSeries) {
          callback({ code: grpc.status.UNIMPLEMENTED, details: 'no series here' });
          return;
        }
        callback(null, this.series(call.request));
      },
      listLedger: unused,
      getSettlement: unused,
      export: unused,
    };
  }

  private series(request: wijk.v1.ReadSeriesRequest): wijk.v1.IReadSeriesResponse {
    // Slots are kept once a minute, the wijk every tick.
    const periodS = request.columns.some((column) => column.includes('/')) ? 60 : this.loaded.tickS;
    const points = Math.min(request.pointsMax, Math.max(1, Math.floor(this.elapsedS / periodS)));
    const stepS = this.elapsedS / points;
    const at = Array.from({ length: points }, (_, i) => (i + 0.5) * stepS);
    const levelOf = (column: string, t: number): number => {
      const group = this.script.groupW(t);
      const [name = '', slot = ''] = column.split(/\/(.*)/);
      if (name === 'groupActivePowerW') return group;
      if (name === 'groupLimitW') return this.script.limitW;
      if (name === 'inflexibleActivePowerW') return 0.62 * group + 8e3 * Math.sin(t / 700);
      if (name === 'transformerLoadingRatio') return group / 600e3;
      if (name === 'outdoorTemperatureC') return -6 - t / 4000;
      if (name === 'slotStateOfChargeRatio') return 0.9 - 0.7 * (t / this.elapsedS);
      if (name === 'slotTemperatureC') return slot.includes('plant') ? 62 - 9 * Math.sin(t / 6000) : 20.5 - t / 30e3;
      if (name === 'slotSource') return this.script.leasedSlots?.includes(slot) ? (t > 7200 && t < 7800 ? 3 : 2) : 1;
      const share: Record<string, number> = {
        household: 0.25,
        business: 0.12,
        'heat-pump': 0.1,
        heat: 0.36,
        battery: -0.08,
        pv: 0,
      };
      return (share[slot.split('/')[1] ?? ''] ?? 0) * group;
    };
    return {
      timeUs: at.map((t) => Math.round(this.loaded.startUs + (t - stepS / 2) * 1e6)),
      series: request.columns.map((column) => {
        const mean = at.map((t) => levelOf(column, t));
        const spread = column === 'groupActivePowerW' ? 9e3 : 0;
        return { column, unit: 'W', mean, min: mean.map((v) => v - spread), max: mean.map((v) => v + spread) };
      }),
    };
  }
}

/** An evening with its peak between five and eight, W. */
export function eveningW(peakW: number): (elapsedS: number) => number {
  return (t) => peakW * (0.62 + 0.38 * Math.exp(-(((t - 2.3 * 3600) / 5200) ** 2)) + 0.012 * Math.sin(t / 130));
}
