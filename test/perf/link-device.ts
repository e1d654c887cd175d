/**
 * The instrument of `link.ts`: a device on a line, in a process of its own.
 *
 *   rtu FD BAUD   on the inherited file descriptor of a pty's master side. Answers function 3 for every unit, register n
 *                 holding n. A pty has no baud rate, so each completed frame is paced: the request takes its time on the wire,
 *                 3.5 characters of silence follow, and the whole reply is there when its last bit would be.
 *   tcp           Modbus TCP on a free port of 127.0.0.1.
 *
 * On the RTU line everything is synchronous, the last part of a wait is spent looking at the clock: its own lateness is some
 * 20 µs and is not the lateness that is to be measured. Prints one line of JSON when it is ready; ends with standard input.
 */
import { readSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { crc16, crcFits } from '../../bench/modbus/crc.js';

const [kind, fd, baudText] = process.argv.slice(2);

/** The reply frame without unit and check: function 3, register n holds n. */
function pdu(address: number, count: number): Buffer {
  const reply = Buffer.alloc(2 + 2 * count);
  reply[0] = 3;
  reply[1] = 2 * count;
  for (let k = 0; k < count; k++) reply.writeUInt16BE((address + k) & 0xffff, 2 + 2 * k);
  return reply;
}

const sleepCell = new Int32Array(new SharedArrayBuffer(4));
function waitUntil(dueMs: number): void {
  for (;;) {
    const left = dueMs - performance.now();
    if (left <= 0) return;
    if (left > 0.4) Atomics.wait(sleepCell, 0, 0, left - 0.3);
  }
}

function serveRtu(line: number, baud: number): void {
  const characterMs = 10_000 / baud;
  const silenceMs = baud > 19_200 ? 1.75 : 3.5 * characterMs;
  const chunk = Buffer.alloc(512);
  let held = Buffer.alloc(0);
  for (;;) {
    const got = readSync(line, chunk, 0, chunk.length, null);
    if (got === 0) return;
    const arrivedMs = performance.now();
    held = Buffer.concat([held, chunk.subarray(0, got)]);
    if (held.length < 8) continue;
    const request = held.subarray(0, 8);
    held = Buffer.alloc(0);
    if (request[1] !== 3 || !crcFits(request, 0, 8)) continue;
    const body = pdu(request.readUInt16BE(2), request.readUInt16BE(4));
    const frame = Buffer.concat([request.subarray(0, 1), body, Buffer.alloc(2)]);
    frame.writeUInt16LE(crc16(frame, 0, frame.length - 2), frame.length - 2);
    waitUntil(arrivedMs + 8 * characterMs + silenceMs + frame.length * characterMs);
    writeSync(line, frame);
  }
}

function serveTcp(): void {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      for (let at = 0; at + 12 <= bytes.length; at += 12) {
        const body = pdu(bytes.readUInt16BE(at + 8), bytes.readUInt16BE(at + 10));
        const head = Buffer.from(bytes.subarray(at, at + 7));
        head.writeUInt16BE(body.length + 1, 4);
        socket.write(Buffer.concat([head, body]));
      }
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
  });
  process.stdin.on('end', () => process.exit(0)).resume();
}

if (kind === 'tcp') serveTcp();
else serveRtu(Number(fd), Number(baudText));
