/** The twin as an experiment sees it: the calls it makes, each with its deadline. */
import { createRecordServiceClient, createSlotServiceClient, createTwinServiceClient } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { CLIENT_OPTIONS, call } from './grpc.js';

/** Loading solves the grid once and reads weather; closing a record flushes it to disk. */
const DEADLINE_S = { control: 10, load: 60, record: 120, stop: 60 } as const;

export type TwinClient = ReturnType<typeof createTwinClient>;

export function createTwinClient(address: string) {
  const peer = `the twin at ${address}`;
  const twin = createTwinServiceClient(address, undefined, CLIENT_OPTIONS);
  const record = createRecordServiceClient(address, undefined, CLIENT_OPTIONS);
  const slot = createSlotServiceClient(address, undefined, CLIENT_OPTIONS);
  const control = { peer, deadlineS: DEADLINE_S.control };
  const reading = { peer, deadlineS: DEADLINE_S.record };
  return {
    peer,
    load: (request: wijk.v1.ILoadRequest) => call(twin, twin.load, request, { peer, deadlineS: DEADLINE_S.load }),
    describe: () => call(twin, twin.describe, {}, control),
    status: () => call(twin, twin.getStatus, {}, control),
    start: (request: wijk.v1.IStartRequest) => call(twin, twin.start, request, control),
    pause: (request: wijk.v1.IPauseRequest) => call(twin, twin.pause, request, control),
    inject: (request: wijk.v1.IInjectRequest) => call(twin, twin.inject, request, control),
    stop: (request: wijk.v1.IStopRequest) => call(twin, twin.stop, request, { peer, deadlineS: DEADLINE_S.stop }),
    leases: () => call(slot, slot.listLeases, {}, control),
    quarters: () => call(record, record.listQuarterHours, {}, reading),
    tenMinuteMeans: () => call(record, record.listTenMinuteMeans, { withValues: true }, reading),
    events: () => call(record, record.listEvents, {}, reading),
    slots: () => call(record, record.summarizeSlots, {}, reading),
    series: (request: wijk.v1.IReadSeriesRequest) => call(record, record.readSeries, request, reading),
    close(): void {
      for (const client of [twin, record, slot]) client.close();
    },
  };
}
