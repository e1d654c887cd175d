/** `wijktwin frames FILE`: a recorded line as a person reads it. */
import { readFileSync } from 'node:fs';
import { badInput, messageOf } from '../errors.js';
import { EXCEPTIONS, isException, type Request } from './modbus/pdu.js';
import { replayModbus, type Transaction } from './modbus/replay.js';
import { createP1Framer } from './p1/framer.js';
import { netPhasesW } from './p1/telegram.js';
import { parseRecording, type Recording } from './transport/recording.js';

export function framesCommand(file: string, { json = false }: { readonly json?: boolean }): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw badInput([{ file, path: '', rule: `cannot be read: ${messageOf(error)}` }]);
  }
  const recording = parseRecording(text, file);
  const lines = recording.header.protocol === 'p1' ? telegrams(recording, json) : transactions(recording, json);
  if (!json) {
    const { link, address, protocol, startedAt } = recording.header;
    process.stdout.write(`link ${link}, ${address}, ${protocol}, from ${startedAt}\n`);
  }
  for (const line of lines) process.stdout.write(`${line}\n`);
}

function transactions(recording: Recording, json: boolean): string[] {
  const replay = replayModbus(recording);
  const firstUs = recording.events[0]?.us ?? 0;
  const lines = replay.transactions.map((one) => (json ? JSON.stringify(plain(one)) : sentence(one, firstUs)));
  if (json) return lines;
  const { lateReplies, strayBytes, unfinished } = replay;
  const rest = `${lateReplies} late replies dropped, ${strayBytes} stray bytes, ${unfinished} requests without an end`;
  return [...lines, `${lines.length} transactions; ${rest}`];
}

const plain = ({ outcome, ...rest }: Transaction) => ({ ...rest, outcome: outcome.kind, result: resultOf(outcome) });

function sentence({ unit, request, sentUs, endedUs, outcome, probe }: Transaction, firstUs: number): string {
  const at = `${((sentUs - firstUs) / 1e6).toFixed(6).padStart(12)} s`;
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

function telegrams({ events }: Recording, json: boolean): string[] {
  const framer = createP1Framer();
  const lines: string[] = [];
  const firstUs = events[0]?.us ?? 0;
  for (const event of events) {
    if (event.kind !== 'rx') continue;
    for (const telegram of framer.push(event.bytes)) {
      const at = `${((event.us - firstUs) / 1e6).toFixed(6).padStart(12)} s`;
      const phases = netPhasesW(telegram)
        .map((w) => `${w} W`)
        .join(', ');
      lines.push(json ? JSON.stringify({ us: event.us, telegram }) : `${at}  ${telegram.header}: ${phases}`);
    }
  }
  const { crcErrors, malformed, discardedBytes } = framer.statistics;
  if (json) return lines;
  return [
    ...lines,
    `${lines.length} telegrams; ${crcErrors} with a wrong CRC, ${malformed} malformed, ${discardedBytes} bytes skipped`,
  ];
}
