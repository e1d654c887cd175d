/**
 * One contract for every transport: TCP, and serial over a pty. A pty tells nothing about baud, parity or modem lines;
 * what is held here is opening, carrying bytes, and ending.
 */
import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { openListener, openTransport } from '../../../bench/transport/open.js';
import type { CloseReason, Transport } from '../../../bench/transport/transport.js';
import { openPty, ptyMaker } from '../../../firmware-mocks/pty.js';

interface Far {
  readonly address: string;
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): void;
  /** The other side goes away. */
  hangUp(): Promise<void>;
  close(): Promise<void>;
}

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function farTcp(): Promise<Far> {
  const accepted: Transport[] = [];
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const early: Uint8Array[] = [];
  const listener = await openListener('listen:127.0.0.1:0', (transport) => {
    accepted.push(transport);
    transport.onData((bytes) => {
      for (const on of listeners) on(bytes);
    });
    for (const bytes of early.splice(0)) void transport.write(bytes);
  });
  closers.push(() => listener.close());
  return {
    address: listener.address,
    write: (bytes) => {
      if (accepted.length === 0) early.push(bytes);
      for (const transport of accepted) void transport.write(bytes);
    },
    onData: (on) => void listeners.push(on),
    hangUp: async () => void (await Promise.all(accepted.map((transport) => transport.close()))),
    close: () => listener.close(),
  };
}

const maker = ptyMaker();
if (maker === undefined && process.env['CI'] === 'true')
  throw new Error('a pty needs python3 or socat; CI must have one');

async function farPty(): Promise<Far> {
  const pty = await openPty(maker!);
  closers.push(() => pty.close());
  return {
    address: `serial:${pty.path}?baud=9600&rts=on`,
    write: (bytes) => pty.write(bytes),
    onData: (on) => pty.onData(on),
    hangUp: async () => pty.close(),
    close: async () => pty.close(),
  };
}

const kinds: [string, boolean, () => Promise<Far>][] = [
  ['tcp', true, farTcp],
  [`serial on a pty (${maker ?? 'no python3 and no socat here'})`, maker !== undefined, farPty],
];

describe.each(kinds)('%s', (_, available, makeFar) => {
  const gather = (on: (listener: (bytes: Uint8Array) => void) => void, count: number): Promise<Buffer> =>
    new Promise((resolve) => {
      const parts: Uint8Array[] = [];
      on((bytes) => {
        parts.push(bytes);
        const all = Buffer.concat(parts);
        if (all.length >= count) resolve(all);
      });
    });
  const open = async (far: Far): Promise<Transport> => {
    const transport = await openTransport(far.address);
    closers.push(() => transport.close());
    return transport;
  };

  it.skipIf(!available)('carries every byte value, both ways, in order', async () => {
    const far = await makeFar();
    const transport = await open(far);
    const bytes = Uint8Array.from({ length: 512 }, (_, k) => k & 0xff);
    const there = gather((on) => far.onData(on), 512);
    const back = gather((on) => transport.onData(on), 512);
    await transport.write(bytes.subarray(0, 200));
    await transport.write(bytes.subarray(200));
    far.write(bytes);
    expect(new Uint8Array(await there)).toEqual(bytes);
    expect(new Uint8Array(await back)).toEqual(bytes);
  });

  it.skipIf(!available)('keeps what comes before the first listener', async () => {
    const far = await makeFar();
    const transport = await open(far);
    const witness = gather((on) => transport.onData(on), 3);
    far.write(Uint8Array.of(1, 2, 3));
    expect([...(await witness)]).toEqual([1, 2, 3]);
    expect(transport.closed).toBe(false);
  });

  it.skipIf(!available)('closing is told once as ours; writing afterwards is refused', async () => {
    const transport = await open(await makeFar());
    const reasons: CloseReason[] = [];
    transport.onClose((reason) => reasons.push(reason));
    await transport.close();
    await transport.close();
    expect(reasons).toEqual([{ kind: 'local', message: expect.stringContaining(transport.address) }]);
    expect(transport.closed).toBe(true);
    await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'NO_SUCH_PORT' });
    const late = await new Promise<CloseReason>((resolve) => transport.onClose(resolve));
    expect(late).toEqual(reasons[0]);
  });

  it.skipIf(!available)('notices that the other side hangs up', async () => {
    const far = await makeFar();
    const transport = await open(far);
    const greeting = gather((on) => transport.onData(on), 1);
    far.write(Uint8Array.of(1));
    await greeting;
    const ended = new Promise<CloseReason>((resolve) => transport.onClose(resolve));
    await far.hangUp();
    expect((await ended).kind).not.toBe('local');
  });

  it.skipIf(!available)('notices a hang-up in the first moments after opening', async () => {
    const far = await makeFar();
    const transport = await open(far);
    const ended = new Promise<CloseReason>((resolve) => transport.onClose(resolve));
    await far.close();
    expect((await ended).kind).not.toBe('local');
  });
});

describe('what cannot be opened says so in one line', () => {
  it('nothing listens', async () => {
    const far = await farTcp();
    await far.close();
    await expect(openTransport(far.address)).rejects.toMatchObject({
      code: 'NO_SUCH_PORT',
      message: expect.stringMatching(/^tcp:127\.0\.0\.1:\d+: nothing listens there; start the device/),
    });
  });

  it('the port is taken', async () => {
    const far = await farTcp();
    await expect(openListener(far.address.replace('tcp:', 'listen:'), () => undefined)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
    });
  });

  it('no such serial port', async () => {
    await expect(openTransport('serial:/dev/ttyNONE9')).rejects.toMatchObject({
      code: 'NO_SUCH_PORT',
      message: expect.stringContaining('there is no such serial port'),
    });
  });

  it('not a serial port', async () => {
    await expect(openTransport('serial:/dev/null')).rejects.toMatchObject({ code: 'NO_SUCH_PORT' });
  });

  it.skipIf(maker === undefined)('a serial port that another program holds', async () => {
    const far = await farPty();
    const first = await openTransport(far.address);
    closers.push(() => first.close());
    await expect(openTransport(far.address)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining('another program holds this serial port'),
    });
  });

  it('a caller that no longer waits', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(openTransport('tcp:127.0.0.1:9', stop.signal)).rejects.toThrow('enough');
  });
});

/** A reply to a program that died must not be the answer to the first question of the next. */
describe.skipIf(maker === undefined)('a serial port that nobody had open', () => {
  it('begins empty: what came in meanwhile is thrown away', async () => {
    const far = await farPty();
    const before = await openTransport(far.address);
    const heard = new Promise<string>((resolve) => {
      before.onData((bytes) => resolve(Buffer.from(bytes).toString()));
    });
    far.write(Buffer.from('to the one that dies'));
    expect(await heard).toContain('to');
    await before.close();
    far.write(Buffer.from('to nobody'));
    // The far side has one queue: when it hears this, it has long written that.
    const path = /^serial:([^?]+)/.exec(far.address)![1]!;
    const rang = new Promise<void>((resolve) => {
      far.onData(() => resolve());
    });
    writeFileSync(path, 'ring');
    await rang;
    const after = await openTransport(far.address);
    const first = new Promise<string>((resolve) => {
      after.onData((bytes) => resolve(Buffer.from(bytes).toString()));
    });
    far.write(Buffer.from('now'));
    expect(await first).toBe('now');
    await after.close();
  });
});
