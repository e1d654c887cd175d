/** `wijktwin frames FILE`: a recorded line as a person reads it. */
import { badInput } from '../errors.js';
import { readText } from '../problems.js';
import { EXCEPTIONS, isException, type Request } from './modbus/pdu.js';
import { replayModbus, type Transaction } from './modbus/replay.js';
import { createP1Framer } from './p1/framer.js';
import { netPhasesW } from './p1/telegram.js';
import { parseRecording, type Recording } from './transport/recording.js';

/** Days of a busy line; a longer text is more than a string holds. */
const RECORDING_BYTES_MAX = 512 * 1024 * 1024 - 32;

export function framesCommand(file: string, { json = false }: { readonly json?: boolean }): void {
  const text = readText(file, RECORDING_BYTES_MAX);
  if (!text.ok) throw badInput(text.problems);
  const recording = parseRecording(text.value, file);
  const lines = recording.header.protocol === 'p1' ? telegrams(recording, json) : transactions(recording, json);
  if (!json) {
    const { link, address, protocol, startedAt } = recording.header;
    process.stdout.write(`link ${link}, ${address}, ${protocol}, from ${startedAt}\n`);
  }
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** A line of the answer with its instant, µs of the recording's clock. */
interface Timed {
  readonly us: number;
  readonly line: string;
}

const inOrder = (lines: readonly Timed[]): string[] => [...lines].sort((a, b) => a.us - b.us).map(({ line }) => line);

const seconds = (us: number, firstUs: number): string => `${((us - firstUs) / 1e6).toFixed(6).padStart(12)} s`;

function notes({ events }: Recording, json: boolean): Timed[] {
  const firstUs = events[0]?.us ?? 0;
  return events.flatMap((event) => {
    if (event.kind !== 'note') return [];
    const { us, text } = event;
    return [{ us, line: json ? JSON.stringify({ us, note: text }) : `${seconds(us, firstUs)}  -- ${text}` }];
  });
}

function transactions(recording: Recording, json: boolean): string[] {
  const replay = replayModbus(recording);
  const firstUs = recording.events[0]?.us ?? 0;
  const asked = replay.transactions.map((one) => ({
    us: one.sentUs,
    line: json ? JSON.stringify(plain(one)) : sentence(one, firstUs),
  }));
  const lines = inOrder([...notes(recording, json), ...asked]);
  if (json) return lines;
  const { lateReplies, strayBytes, unfinished } = replay;
  const rest = `${lateReplies} late replies dropped, ${strayBytes} stray bytes, ${unfinished} requests without an end`;
  return [...lines, `${asked.length} transactions; ${rest}`];
}

const plain = ({ outcome, ...rest }: Transaction) => ({ ...rest, outcome: outcome.kind, result: resultOf(outcome) });

function sentence({ unit, request, sentUs, endedUs, outcome, probe }: Transaction, firstUs: number): string {
  const at = seconds(sentUs, firstUs);
  const took = `${((endedUs - sentUs) / 1000).toFixed(3).padStart(9)} ms`;
  return `${at} ${took}  unit ${unit} ${wordsOf(request)}${probe ? ' (probe)' : ''}: ${resultOf(outcome)}`;
}

function wordsOf(request: Request): string {
  const { fc, address } = request;
  switch (fc) {
    case 5:
      return `write coil ${address} ${request.on ? 'on' : 'off'}`;
    case 6:
      return `write ${address} = ${request.value}`;
    case 15:
      return `write ${request.bits.length} coils at ${address}`;
    case 16:
      return `write ${address} = ${Array.from(request.values).join(' ')}`;
    case 23:
      return `write ${request.writeAddress} = ${Array.from(request.values).join(' ')}, read ${request.count} at ${address}`;
    default: {
      const what = { 1: 'coils', 2: 'inputs', 3: 'holding registers', 4: 'input registers' }[fc];
      return `read ${request.count} ${what} at ${address}`;
    }
  }
}

function resultOf(outcome: Transaction['outcome']): string {
  switch (outcome.kind) {
    case 'timeout':
      return `no answer within ${Math.round(outcome.waitedMs)} ms`;
    case 'corrupt':
      return `damaged: ${Buffer.from(outcome.received.slice(0, 40)).toString('hex')}`;
    case 'malformed':
      return `wrong answer: ${outcome.reason}`;
    case 'reply': {
      const { reply } = outcome;
      if (isException(reply)) return `exception ${reply.exception}, ${EXCEPTIONS[reply.exception] ?? 'unknown'}`;
      if ('bits' in reply) return reply.bits.map((on) => (on ? '1' : '0')).join('');
      return 'values' in reply ? Array.from(reply.values).join(' ') : 'confirmed';
    }
  }
}

function telegrams(recording: Recording, json: boolean): string[] {
  const { events } = recording;
  const framer = createP1Framer();
  const came: Timed[] = [];
  const firstUs = events[0]?.us ?? 0;
  for (const event of events) {
    if (event.kind !== 'rx') continue;
    const { us } = event;
    for (const telegram of framer.push(event.bytes)) {
      const phases = netPhasesW(telegram)
        .map((w) => `${w} W`)
        .join(', ');
      const line = json ? JSON.stringify({ us, telegram }) : `${seconds(us, firstUs)}  ${telegram.header}: ${phases}`;
      came.push({ us, line });
    }
  }
  const { crcErrors, malformed, discardedBytes } = framer.statistics;
  const lines = inOrder([...notes(recording, json), ...came]);
  if (json) return lines;
  return [
    ...lines,
    `${came.length} telegrams; ${crcErrors} with a wrong CRC, ${malformed} malformed, ${discardedBytes} bytes skipped`,
  ];
}
