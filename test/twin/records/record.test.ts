import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { wijk } from '#proto/wijk.js';
import { exportRecord } from '../../../twin/records/export.js';
import { TABLE_NAMES } from '../../../twin/records/tables.js';
import { replay } from '../../../twin/runtime/replay.js';
import { ACTOR, ask, type House, Inbox, refusal, START_US, startHouse } from '../server/harness.js';

vi.setConfig({ testTimeout: 90_000 });

const QUARTER_US = 900e6;
/** One whole quarter-hour and 100 s of the next. */
const DURATION_S = 1000;

let house: House;
let folder: string;
let frames: wijk.v1.IFrame[];
let slots: wijk.v1.ISlotInfo[];

beforeAll(async () => {
  house = await startHouse();
  folder = house.newFolder();
  await house.load({
    durationS: DURATION_S,
    recordDirectory: folder,
    groupLimitW: 50_000,
    labels: { purpose: 'test' },
  });
  slots = (await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done))).slots;
  await ask((done) =>
    house.twin.inject(
      {
        actor: ACTOR,
        groupLimit: { fromUs: START_US + QUARTER_US, untilUs: START_US + 2 * QUARTER_US, limitW: 40_000 },
      },
      done,
    ),
  );
  // The frames themselves, to hold the record against: read in the recorder's own way, without loss.
  const live = new Inbox<wijk.v1.WatchResponse>(
    house.twin.watch({ columns: ['groupActivePowerW', 'slotActivePowerW', 'voltageV'] }),
  );
  await ask((done) => house.twin.setSpeed({ actor: ACTOR, speed: 400 }, done));
  await house.start();
  await house.ended();
  await live.ended;
  frames = live.all.map(({ frame }) => frame!);
}, 120_000);
afterAll(() => house.close());

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the record of a session', () => {
  it('holds quarter-hours: the whole one exactly, the last as not complete', async () => {
    const { quarters } = await ask<wijk.v1.ListQuarterHoursResponse>((done) => house.record.listQuarterHours({}, done));
    expect(quarters).toHaveLength(2);
    const [whole, rest] = quarters as [wijk.v1.IQuarterHour, wijk.v1.IQuarterHour];
    expect(whole).toMatchObject({
      startUs: START_US,
      complete: true,
      limitW: 50_000,
      limitFrom: 'contract',
      numberInDay: 65,
    });
    expect(rest).toMatchObject({
      startUs: START_US + QUARTER_US,
      complete: false,
      limitW: 40_000,
      limitFrom: 'call-off',
    });
    if (frames.length === DURATION_S) {
      expect(whole.meanActivePowerW).toBeCloseTo(mean(frames.slice(0, 900).map((f) => f.groupActivePowerW!)), 3);
    }
    const { entries } = await ask<wijk.v1.ListLedgerResponse>((done) => house.record.listLedger({}, done));
    expect(entries).toHaveLength(whole.meanActivePowerW! > 50_000 ? 1 : 0);
    for (const entry of entries) {
      expect(entry).toMatchObject({ startUs: START_US, allowedW: 50_000, measuredW: whole.meanActivePowerW });
      expect(entry.excessWh).toBeCloseTo(entry.excessW! / 4, 6);
    }
  });

  it('holds the ten-minute means of voltages and loadings', async () => {
    const list = (withValues: boolean) =>
      ask<wijk.v1.ListTenMinuteMeansResponse>((done) => house.record.listTenMinuteMeans({ withValues }, done));
    const { means } = await list(true);
    expect(means).toHaveLength(1);
    const [first] = means as [wijk.v1.ITenMinuteMean];
    expect(first).toMatchObject({ startUs: START_US, complete: true });
    const values = first.voltageV!.filter((value) => value > 0 && value < 300);
    expect(first.voltageMinV).toBeGreaterThanOrEqual(Math.min(...values));
    expect(first.voltageMaxV).toBeLessThanOrEqual(Math.max(...values));
    expect(first.voltageMinV).toBeGreaterThan(200);
    expect(first.branchLoadingRatio![first.loadingMaxBranchIndex!]).toBe(first.loadingMaxRatio);
    expect((await list(false)).means[0]!.voltageV).toEqual([]);
  });

  it('sums every slot up', async () => {
    const answer = await ask<wijk.v1.SummarizeSlotsResponse>((done) => house.record.summarizeSlots({}, done));
    expect(answer.slots).toHaveLength(slots.length);
    expect(answer.slots.every((slot) => slot.ticksOnModel === DURATION_S && slot.ticksOnDevice === 0)).toBe(true);
    const totalWh = answer.slots.reduce((sum, { energyWh }) => sum + energyWh!, 0);
    const { series } = await ask<wijk.v1.ReadSeriesResponse>((done) =>
      house.record.readSeries({ columns: ['groupActivePowerW'], pointsMax: 1 }, done),
    );
    // Every connection of merwede-blok counts in the group.
    expect(totalWh).toBeCloseTo((series[0]!.mean![0]! * DURATION_S) / 3600, 3);
  });

  it('reads series in equal buckets', async () => {
    const { timeUs, series } = await ask<wijk.v1.ReadSeriesResponse>((done) =>
      house.record.readSeries(
        {
          columns: ['groupActivePowerW', 'slotActivePowerW/home-007/battery', 'outdoorTemperatureC'],
          pointsMax: 10,
          fromUs: START_US,
          untilUs: START_US + 600e6,
        },
        done,
      ),
    );
    expect(timeUs).toEqual(Array.from({ length: 10 }, (_, i) => START_US + i * 60e6));
    expect(series.map(({ column, unit }) => [column, unit])).toEqual([
      ['groupActivePowerW', 'W'],
      ['slotActivePowerW/home-007/battery', 'W'],
      ['outdoorTemperatureC', '°C'],
    ]);
    for (const { mean: m, min, max } of series) {
      for (let i = 0; i < 10; i++) {
        expect(m![i]).toBeGreaterThanOrEqual(min![i]! - 1e-9);
        expect(m![i]).toBeLessThanOrEqual(max![i]! + 1e-9);
      }
    }
    if (frames.length === DURATION_S) {
      const second = frames.slice(60, 120).map((f) => f.groupActivePowerW!);
      expect(series[0]!.mean![1]).toBeCloseTo(mean(second), 6);
      expect(series[0]!.max![1]).toBe(Math.max(...second));
    }
    const error = await refusal(
      ask((done) =>
        house.record.readSeries({ columns: ['voltageV', 'slotActivePowerW/home-0/x'], pointsMax: 99_999 }, done),
      ),
    );
    expect(error.details).toMatch(/pointsMax = 99999[\s\S]*columns\/0 = voltageV[\s\S]*there is no slot "home-0\/x"/);
  });

  it('lists what happened, with who did it', async () => {
    const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
    const commands = events.filter(({ actor }) => actor === 'test').map(({ kind }) => kind);
    expect(commands).toEqual(['load', 'speed', 'start', 'group-limit']);
    expect(events.find(({ kind, tick }) => kind === 'limit' && tick === 901)?.text).toBe('limit is now 40000 W');
  });

  it('is open to other programs once finished, and becomes Parquet', async () => {
    const files = await exportRecord(folder, join(folder, "it's parquet"));
    expect(files).toHaveLength(TABLE_NAMES.length);
    const asked = await ask<wijk.v1.ExportResponse>((done) =>
      house.record.export({ directory: join(folder, 'by twin') }, done),
    );
    expect(asked.files).toHaveLength(TABLE_NAMES.length);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const file = asked.files.find((name) => name.endsWith('wijk_samples.parquet'))!;
    const rows = await duck.runAndReadAll(`SELECT count(*)::INTEGER AS n, max(tick)::INTEGER AS t FROM '${file}'`);
    expect(rows.getRowObjectsJS()).toEqual([{ n: DURATION_S, t: DURATION_S }]);
    const codec = await duck.runAndReadAll(`SELECT DISTINCT compression AS c FROM parquet_metadata('${file}')`);
    expect(codec.getRowObjectsJS()).toEqual([{ c: 'ZSTD' }]);
  });

  it('can be replayed; a folder that holds one is not used again', async () => {
    const { frameHash } = await house.status();
    expect(await replay(join(folder, 'recording.wtr'))).toMatchObject({ equal: true, frameHash, ticks: DURATION_S });
    const { problems } = await house.load({ recordDirectory: folder });
    expect(problems).toMatchObject([{ path: 'recordDirectory' }]);
    expect(existsSync(join(folder, 'record.duckdb'))).toBe(true);
  });

  it('does not pass for another run: one changed input is found by the replay', async () => {
    const changed = join(house.newFolder(), 'x');
    const bytes = readFileSync(join(folder, 'recording.wtr'));
    const end = bytes.indexOf(10);
    const header = JSON.parse(bytes.toString('utf8', 0, end));
    header.blueprint.run.seed = 2;
    mkdirSync(changed, { recursive: true });
    const file = join(changed, 'recording.wtr');
    writeFileSync(file, Buffer.concat([Buffer.from(JSON.stringify(header)), bytes.subarray(end)]));
    const result = await replay(file);
    expect(result.equal).toBe(false);
    expect(result.difference).toMatch(/by tick 900: \w+\[\d+\]: .* live, .* now/);
  });
});

describe('a coarse record', () => {
  it('keeps quarter-hours and extremes as exactly, no lists and no slots, and says so when it is asked for them', async () => {
    const exact = await ask<wijk.v1.ListTenMinuteMeansResponse>((done) =>
      house.record.listTenMinuteMeans({ withValues: false }, done),
    );
    const coarse = await startHouse();
    try {
      const record = { wijkSamplePeriodS: 900, noSlotSamples: true, extremesOnly: true };
      await coarse.load({ durationS: DURATION_S, recordDirectory: coarse.newFolder(), groupLimitW: 50_000, record });
      await coarse.start();
      await coarse.ended();
      const list = await ask<wijk.v1.ListTenMinuteMeansResponse>((done) =>
        coarse.record.listTenMinuteMeans({ withValues: true }, done),
      );
      const without = (means: readonly wijk.v1.ITenMinuteMean[]) =>
        means.map((mean) => ({
          ...mean,
          voltageV: [...mean.voltageV!],
          branchLoadingRatio: [...mean.branchLoadingRatio!],
        }));
      expect(without(list.means)).toEqual(without(exact.means));
      const { quarters } = await ask<wijk.v1.ListQuarterHoursResponse>((done) =>
        coarse.record.listQuarterHours({}, done),
      );
      expect(quarters).toHaveLength(2);
      const quarter = { pointsMax: 100, fromUs: START_US, untilUs: START_US + QUARTER_US };
      const read = (column: string) =>
        ask<wijk.v1.ReadSeriesResponse>((done) => coarse.record.readSeries({ columns: [column], ...quarter }, done));
      const { timeUs, series } = await read('groupActivePowerW');
      expect(timeUs).toHaveLength(1);
      expect(series[0]!.mean![0]).toBeCloseTo(quarters[0]!.meanActivePowerW!, 3);
      expect((await refusal(read('slotActivePowerW/home-007/battery'))).details).toMatch(/keeps no samples of slots/);
    } finally {
      await coarse.close();
    }
  });
});
