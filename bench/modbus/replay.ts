/**
 * A recording of a Modbus line, run once more through the same framer and machine: the same bytes and the same timers give
 * the same transactions. No clock and no port; an afternoon in the lab takes a second at a desk.
 *
 * A recording may begin anywhere (a ring, a second file). What was sent stands in it, so nothing has to be known about
 * the time before; only replies to requests from before it are bytes of no frame.
 */
import type { Recording } from '../transport/recording.js';
import { ByteBuffer, takeTcpFrame } from './framing.js';
import {
  type Exchange,
  INITIAL_LINE,
  type LineOutput,
  type LineRules,
  type LineState,
  type Outcome,
  step,
  transmit,
} from './line.js';
import { decodeRequest, type Request } from './pdu.js';
import { RtuRequests } from './requests.js';

export interface Transaction {
  readonly unit: number;
  readonly request: Request;
  /** First byte of the request, µs of the recording's clock. */
  readonly sentUs: number;
  readonly endedUs: number;
  readonly outcome: Outcome;
  /** A short read that the bus sent to prove that no late reply is under way. */
  readonly probe: boolean;
}

export interface Replay {
  readonly transactions: readonly Transaction[];
  readonly lateReplies: number;
  readonly strayBytes: number;
  /** Requests that have no end in the recording, or bytes sent that are no request. */
  readonly unfinished: number;
}

const NO_RULES: LineRules = { framing: 'rtu', baud: undefined, gapMs: 0, localEcho: false };

export function replayModbus(recording: Recording): Replay {
  const rules = rulesOf(recording);
  const transactions: Transaction[] = [];
  let lateReplies = 0;
  let strayBytes = 0;
  let unfinished = 0;
  let line: LineState = INITIAL_LINE;
  let open: { exchange: Exchange; sentUs: number; probe: boolean } | undefined;

  const perform = ([state, outputs]: readonly [LineState, readonly LineOutput[]], us: number): void => {
    line = state;
    for (const output of outputs) {
      if (output.kind === 'note' && output.what === 'lateReplies') lateReplies += output.count;
      else if (output.kind === 'note') strayBytes += output.count;
      else if (output.kind === 'result' && open !== undefined) {
        const { exchange, sentUs, probe } = open;
        const { unit, request } = exchange;
        transactions.push({ unit, request, sentUs, endedUs: us, outcome: output.outcome, probe });
        open = undefined;
      }
    }
  };

  for (const event of recording.events) {
    switch (event.kind) {
      case 'tx': {
        if (open !== undefined) unfinished++;
        const sent = requestOf(event.bytes, rules);
        if (sent === undefined) {
          unfinished++;
          break;
        }
        const { timeoutMs = 0, silent = false } = event;
        const exchange: Exchange = { unit: sent.unit, request: sent.request, timeoutMs, silent };
        open = { exchange, sentUs: event.us, probe: event.probe ?? false };
        const transaction = sent.transaction === undefined ? line.transaction : (sent.transaction - 1) & 0xffff;
        perform(transmit(rules, { transaction, debts: line.debts }, exchange, undefined), event.us);
        break;
      }
      case 'rx':
        perform(step(rules, line, { kind: 'bytes', bytes: event.bytes }), event.us);
        break;
      case 'timer':
        if (line.at !== 'ready') perform(step(rules, line, { kind: 'timer' }), event.us);
        break;
      case 'note':
        break;
      default:
        // The line closed, or a stretch is missing: what was under way has no end here.
        if (open !== undefined) unfinished++;
        open = undefined;
        line = INITIAL_LINE;
    }
  }
  if (open !== undefined) unfinished++;
  return { transactions, lateReplies, strayBytes, unfinished };
}

function rulesOf({ header }: Recording): LineRules {
  const { framing, baud, gapMs, localEcho } = header.rules ?? {};
  return {
    ...NO_RULES,
    framing: framing === 'tcp' || (framing === undefined && header.protocol === 'modbus-tcp') ? 'tcp' : 'rtu',
    ...(typeof baud === 'number' ? { baud } : {}),
    ...(typeof gapMs === 'number' ? { gapMs } : {}),
    ...(localEcho === true ? { localEcho } : {}),
  };
}

function requestOf(
  bytes: Uint8Array,
  rules: LineRules,
): { readonly unit: number; readonly request: Request; readonly transaction?: number } | undefined {
  const tcp = rules.framing === 'tcp' ? takeTcpFrame(new ByteBuffer(bytes)) : undefined;
  const frame = rules.framing === 'tcp' ? tcp : new RtuRequests().push(bytes, true)[0];
  if (frame === undefined) return undefined;
  const decoded = decodeRequest(frame.pdu);
  if (!decoded.ok) return undefined;
  const { unit } = frame;
  return { unit, request: decoded.request, ...(tcp === undefined ? {} : { transaction: tcp.transaction }) };
}
