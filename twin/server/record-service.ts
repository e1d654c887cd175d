/** RecordService: questions to the record of the present session, running or finished. */
import * as grpc from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { RecordServiceHandlers } from '#proto/services.js';
import type { RecordKeeper } from '../records/recorder.js';
import type { Twin } from '../runtime/twin.js';
import { unary } from './grpc-errors.js';
import {
  eventMessage,
  ledgerMessage,
  quarterMessage,
  seriesMessage,
  slotSummaryMessage,
  tenMinuteMessage,
} from './mapping.js';

export function recordService(twin: Twin<RecordKeeper>, log: Logger): RecordServiceHandlers {
  const record = (): RecordKeeper => twin.need().session.recorder;
  return {
    listQuarterHours: unary(log, async () => ({
      quarters: (await record().ask('quarterHours', undefined)).map(quarterMessage),
    })),
    listTenMinuteMeans: unary(log, async ({ withValues }) => ({
      means: (await record().ask('tenMinuteMeans', { withValues })).map(tenMinuteMessage),
    })),
    listEvents: unary(log, async () => ({ events: (await record().ask('events', undefined)).map(eventMessage) })),
    readSeries: unary(log, async ({ columns, pointsMax, fromUs, untilUs }) =>
      seriesMessage(await record().ask('series', { columns, pointsMax, fromUs, untilUs })),
    ),
    summarizeSlots: unary(log, async () => ({
      slots: (await record().ask('slotSummaries', undefined)).map(slotSummaryMessage),
    })),
    listLedger: unary(log, async () => ({ entries: (await record().ask('ledger', undefined)).map(ledgerMessage) })),
    // No settlement yet: see proto/README.md.
    getSettlement: (_call, callback) => {
      callback({
        code: grpc.status.UNIMPLEMENTED,
        details: 'GetSettlement has no implementation yet (proto/README.md)',
      });
    },
    export: unary(log, async ({ directory }) => ({ files: await record().ask('export', { directory }) })),
  };
}
