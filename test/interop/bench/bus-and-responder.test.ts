/**
 * Our Modbus client against a server of pymodbus, and our device side against Debian's mbpoll: over TCP and over RTU on
 * ptys. Nothing of ours is on both ends.
 */
import { execFile } from 'node:child_process';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bus, createBus } from '../../../bench/modbus/bus.js';
import type { Reply, Request } from '../../../bench/modbus/pdu.js';
import { respond } from '../../../bench/modbus/responder.js';
import { openListener, openTransport } from '../../../bench/transport/open.js';
import { openPty, type Pty, ptyMaker } from '../../../firmware-mocks/pty.js';
import { available, hasProgram, makeEnvironment, required, start, title } from './foreign.js';

const maker = ptyMaker();
const canPty = required || maker !== undefined;
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function pty(): Promise<Pty> {
  const made = await openPty(maker!);
  closers.push(() => made.close());
  return made;
}

/** Two ptys joined back to back: a cable between two programs. */
async function cable(): Promise<[string, string]> {
  const [a, b] = [await pty(), await pty()];
  a.onData((bytes) => b.write(bytes));
  b.onData((bytes) => a.write(bytes));
  return [a.path, b.path];
}

describe.skipIf(!available)(title('our bus drives a server of pymodbus'), () => {
  beforeAll(makeEnvironment, 300_000);

  const connect = async (framing: 'tcp' | 'rtu'): Promise<Bus> => {
    if (framing === 'tcp') {
      const server = await start('server.py', ['tcp']);
      closers.push(() => server.stop());
      return bus(await openTransport(`tcp:127.0.0.1:${server.ready.port}`), framing);
    }
    const [ours, theirs] = await cable();
    const server = await start('server.py', ['rtu', theirs]);
    closers.push(() => server.stop());
    return bus(await openTransport(`serial:${ours}?baud=19200&format=8N1`), framing);
  };
  const bus = (transport: Awaited<ReturnType<typeof openTransport>>, framing: 'tcp' | 'rtu'): Bus => {
    const made = createBus(transport, {
      framing,
      ...(framing === 'rtu' ? { baud: 19_200, bitsPerCharacter: 10 } : {}),
      timeoutMs: 3000,
    });
    closers.push(() => made.close());
    return made;
  };

  it.each((['tcp', 'rtu'] as const).filter((kind) => kind === 'tcp' || canPty))('%s', async (framing) => {
    const line = await connect(framing);
    // Numbers of two registers in both word orders, as the server holds them.
    const words = await line.readHoldingRegisters(1, 0, 8);
    const view = (high: number, low: number): DataView => {
      const bytes = new DataView(new ArrayBuffer(4));
      bytes.setUint16(0, words[high]!);
      bytes.setUint16(2, words[low]!);
      return bytes;
    };
    expect([view(0, 1).getFloat32(0), view(3, 2).getFloat32(0)]).toEqual([230.5, 230.5]);
    expect([view(4, 5).getInt32(0), view(7, 6).getInt32(0)]).toEqual([-70_000, -70_000]);

    expect([...(await line.readHoldingRegisters(1, 100, 125))]).toEqual(Array.from({ length: 125 }, (_, k) => k + 1));
    expect([...(await line.readInputRegisters(1, 10, 3))]).toEqual([70, 77, 84]);
    const bits = async (fc: 1 | 2): Promise<string> => {
      const reply = await line.request(1, { fc, address: 0, count: 10 });
      return 'bits' in reply ? reply.bits.map(Number).join('') : 'no bits';
    };
    expect([await bits(1), await bits(2)]).toEqual(['1001001001', '1010101010']);

    await line.writeRegister(1, 150, 4321);
    await line.writeRegisters(1, 151, [1, 0xffff, 3]);
    expect([...(await line.readHoldingRegisters(1, 150, 4))]).toEqual([4321, 1, 0xffff, 3]);
    await line.request(1, { fc: 5, address: 1, on: true });
    await line.request(1, { fc: 15, address: 2, bits: [true, false, true] });
    expect(await bits(1)).toBe('1110101001');
    const both = await line.request(1, { fc: 23, address: 150, count: 2, writeAddress: 151, values: [99] });
    expect('values' in both && [...both.values]).toEqual([4321, 99]);
    // 123 registers are the most that one write holds.
    await line.writeRegisters(
      1,
      160,
      Array.from({ length: 123 }, (_, k) => 1000 + k),
    );
    expect([...(await line.readHoldingRegisters(1, 160, 123))].at(-1)).toBe(1122);

    // A second unit on the same line has its own registers; a hole is an exception and nothing more.
    expect([...(await line.readHoldingRegisters(17, 150, 1))]).toEqual([51]);
    await expect(line.readHoldingRegisters(1, 5000, 2)).rejects.toMatchObject({
      code: 'DEVICE_EXCEPTION',
      context: { exception: 2 },
    });
    // Twenty at once are twenty answers, in order.
    const many = await Promise.all(Array.from({ length: 20 }, (_, k) => line.readHoldingRegisters(1, 100 + k, 1)));
    expect(many.map(([value]) => value)).toEqual(Array.from({ length: 20 }, (_, k) => k + 1));
    expect(line.statistics).toMatchObject({
      timeouts: 0,
      crcErrors: 0,
      protocolErrors: 0,
      lateRepliesDropped: 0,
      strayBytes: 0,
      exceptions: 1,
    });
  });
});

const mbpoll = hasProgram('mbpoll');

describe.skipIf(!mbpoll)(
  mbpoll ? 'mbpoll reads our device side' : 'mbpoll (skipped: not installed; run npm run setup)',
  () => {
    const poll = (args: readonly string[]): Promise<string> =>
      new Promise((resolve, reject) => {
        execFile('mbpoll', ['-1', '-0', '-o', '3', ...args], { timeout: 30_000 }, (error, stdout, stderr) => {
          if (error) reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
          else resolve(stdout);
        });
      });
    const numbers = (text: string): number[] =>
      [...text.matchAll(/^\[\d+\]:\s+(-?[\d.]+)/gm)].map((match) => Number(match[1]));

    /** Unit 3: register n holds n, 200 and 201 hold 230.5 high word first, what is written stays. */
    function device(): (request: Request) => Reply {
      const held = new Map<number, number>([
        [200, 0x4366],
        [201, 0x8000],
      ]);
      return (request) => {
        const { fc, address } = request;
        if (request.fc === 3 || request.fc === 4) {
          if (address >= 1000) return { fc, exception: 2 };
          return {
            fc: request.fc,
            values: Uint16Array.from({ length: request.count }, (_, k) => held.get(address + k) ?? address + k),
          };
        }
        if (request.fc === 6) held.set(address, request.value);
        else if (request.fc === 16)
          for (const [k, value] of Array.from(request.values).entries()) held.set(address + k, value);
        else return { fc, exception: 1 };
        return { fc: request.fc, address, value: request.fc === 6 ? request.value : request.values.length };
      };
    }

    async function target(framing: 'tcp' | 'rtu'): Promise<string[]> {
      const answer = device();
      if (framing === 'tcp') {
        const listener = await openListener('listen:127.0.0.1:0', (transport) => {
          respond(transport, { framing, unit: 3, answer, send: (frame) => void transport.write(frame) });
        });
        closers.push(() => listener.close());
        return ['-m', 'tcp', '-p', listener.address.split(':').at(-1)!, '-a', '3', '127.0.0.1'];
      }
      const line = await pty();
      respond(line, { framing, unit: 3, answer, send: (frame) => line.write(frame) });
      return ['-m', 'rtu', '-b', '9600', '-P', 'none', '-a', '3', line.path];
    }

    it.each((['tcp', 'rtu'] as const).filter((kind) => kind === 'tcp' || canPty))('%s', async (framing) => {
      const [place, at] = (([...options]) => [options.pop()!, options])(await target(framing));
      const ask = (options: readonly string[], values: readonly string[] = []) =>
        poll([...at, ...options, place, ...values]);
      expect(numbers(await ask(['-t', '4', '-r', '10', '-c', '5']))).toEqual([10, 11, 12, 13, 14]);
      expect(numbers(await ask(['-t', '4', '-r', '300', '-c', '125']))).toHaveLength(125);
      expect(numbers(await ask(['-t', '3', '-r', '7', '-c', '1']))).toEqual([7]);
      expect(numbers(await ask(['-t', '4:float', '-B', '-r', '200', '-c', '1']))).toEqual([230.5]);
      expect(await ask(['-t', '4', '-r', '20'], ['4321'])).toContain('Written 1 references');
      expect(await ask(['-t', '4', '-r', '21'], ['5', '6', '7'])).toContain('Written 3 references');
      expect(numbers(await ask(['-t', '4', '-r', '20', '-c', '4']))).toEqual([4321, 5, 6, 7]);
      await expect(ask(['-t', '4', '-r', '1000', '-c', '1'])).rejects.toThrow(/Illegal data address/);
      await expect(ask(['-t', '0', '-r', '0', '-c', '1'])).rejects.toThrow(/Illegal function/);
    });
  },
);
