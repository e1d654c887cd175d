import { describe, expect, it } from 'vitest';
import { addressOf, bitsPerCharacter, parseAddress } from '../../../bench/transport/address.js';
import { openListener, openTransport } from '../../../bench/transport/open.js';

describe('addresses', () => {
  it.each([
    [
      'serial:/dev/ttyUSB0?baud=115200&format=7E1',
      { kind: 'serial', path: '/dev/ttyUSB0', baud: 115_200, dataBits: 7, parity: 'even', stopBits: 1 },
    ],
    ['serial:/dev/ttyS0', { kind: 'serial', path: '/dev/ttyS0', baud: 9600, dataBits: 8, parity: 'none', stopBits: 1 }],
    [
      'serial:/dev/ttyUSB0?rts=on&dtr=off',
      {
        kind: 'serial',
        path: '/dev/ttyUSB0',
        baud: 9600,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
        rts: true,
        dtr: false,
      },
    ],
    ['tcp:127.0.0.1:1502', { kind: 'tcp', host: '127.0.0.1', port: 1502 }],
    ['tcp:[::1]:502', { kind: 'tcp', host: '::1', port: 502 }],
    ['listen:127.0.0.1:0', { kind: 'listen', host: '127.0.0.1', port: 0 }],
  ])('%s', (text, address) => {
    expect(addressOf(text)).toEqual(address);
  });

  it.each([
    ['/dev/ttyUSB0', [/an address is serial:/]],
    ['serial:ttyUSB0', [/absolute path/]],
    ['serial:/dev/ttyUSB0?baud=fast&format=9X3&speed=1', [/"speed" is not an option/, /baud is a whole/, /format is/]],
    ['serial:/dev/ttyUSB0?baud=9600&baud=19200', [/more than once/]],
    ['tcp:localhost', [/host:port/]],
    ['tcp:127.0.0.1:0', [/from 1 to 65535/]],
    ['tcp:127.0.0.1:70000', [/from 1 to 65535/]],
  ])('every problem of %s comes at once, in its place', (text, rules) => {
    const place = { file: 'bench.yaml', path: 'links/0/address', line: 4 };
    const parsed = parseAddress(text, place);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems).toHaveLength(rules.length);
    rules.forEach((rule, k) => {
      expect(parsed.problems[k]).toMatchObject({ ...place, value: text, rule: expect.stringMatching(rule) });
    });
  });

  it('counts the bits of a character', () => {
    expect(bitsPerCharacter({ dataBits: 8, parity: 'none', stopBits: 1 })).toBe(10);
    expect(bitsPerCharacter({ dataBits: 8, parity: 'even', stopBits: 1 })).toBe(11);
    expect(bitsPerCharacter({ dataBits: 7, parity: 'even', stopBits: 1 })).toBe(10);
  });

  it('tells a client address from a server address', async () => {
    await expect(openTransport('listen:127.0.0.1:0')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(openListener('tcp:127.0.0.1:1', () => undefined)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
