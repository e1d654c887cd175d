/**
 * Transport addresses: `serial:/dev/ttyUSB0?baud=9600&format=8N1`, `tcp:127.0.0.1:1502`, `listen:127.0.0.1:0`.
 */
import { badInput, type Problem } from '../../errors.js';

export type Parity = 'none' | 'even' | 'odd';

export interface SerialAddress {
  readonly kind: 'serial';
  readonly path: string;
  readonly baud: number;
  readonly dataBits: 7 | 8;
  readonly parity: Parity;
  readonly stopBits: 1 | 2;
  /** Level to put on a modem line after opening; absent: leave it as the driver set it. Ptys have no such lines. */
  readonly rts?: boolean;
  readonly dtr?: boolean;
}
export interface TcpAddress {
  readonly kind: 'tcp' | 'listen';
  readonly host: string;
  readonly port: number;
}
export type Address = SerialAddress | TcpAddress;

export type ParsedAddress =
  | { readonly ok: true; readonly address: Address }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the address stands, so that a problem points there. */
export interface AddressPlace {
  readonly file: string;
  readonly path: string;
  readonly line?: number;
}

const FORMS = 'serial:/dev/ttyUSB0?baud=9600&format=8N1, tcp:127.0.0.1:1502 or listen:127.0.0.1:0';
const PARITIES: Readonly<Record<string, Parity>> = { N: 'none', E: 'even', O: 'odd' };
const SERIAL_KEYS = ['baud', 'format', 'rts', 'dtr'];

/** Reads an address; every problem in it comes at once, placed where the caller says the text stood. */
export function parseAddress(text: string, place: AddressPlace = { file: '<command line>', path: '' }): ParsedAddress {
  const scheme = /^([a-z]+):(.+)$/s.exec(text);
  if (scheme?.[1] === 'serial') return parseSerial(text, scheme[2]!, place);
  if (scheme?.[1] === 'tcp' || scheme?.[1] === 'listen') return parseTcp(text, scheme[1], scheme[2]!, place);
  return refuse(text, place, [`an address is ${FORMS}`]);
}

/** Reads an address or throws BAD_INPUT with every problem in it. */
export function addressOf(text: string, place?: AddressPlace): Address {
  const parsed = parseAddress(text, place);
  if (!parsed.ok) throw badInput(parsed.problems);
  return parsed.address;
}

/** Bits on the wire for one character: start, data, parity, stop. */
export function bitsPerCharacter(address: Pick<SerialAddress, 'dataBits' | 'parity' | 'stopBits'>): number {
  return 1 + address.dataBits + (address.parity === 'none' ? 0 : 1) + address.stopBits;
}

/** What a Modbus bus must know of a serial line; nothing of a socket. */
export function serialTiming(address: Address): { readonly baud?: number; readonly bitsPerCharacter?: number } {
  return address.kind === 'serial' ? { baud: address.baud, bitsPerCharacter: bitsPerCharacter(address) } : {};
}

function parseSerial(text: string, rest: string, place: AddressPlace): ParsedAddress {
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : rest.slice(mark + 1));
  const rules: string[] = [];
  if (!path.startsWith('/')) rules.push('a serial port is an absolute path such as /dev/ttyUSB0');
  for (const key of new Set(query.keys())) {
    if (!SERIAL_KEYS.includes(key)) rules.push(`"${key}" is not an option; options are ${SERIAL_KEYS.join(', ')}`);
    else if (query.getAll(key).length > 1) rules.push(`${key} is given more than once`);
  }
  const baudText = query.get('baud') ?? '9600';
  const baud = /^\d{1,7}$/.test(baudText) ? Number(baudText) : Number.NaN;
  if (!(baud >= 50 && baud <= 4_000_000)) rules.push('baud is a whole number from 50 to 4000000');
  const format = /^([78])([NEO])([12])$/.exec(query.get('format') ?? '8N1');
  if (format === null) rules.push('format is data bits 7 or 8, parity N, E or O, stop bits 1 or 2, such as 8N1 or 7E1');
  for (const key of ['rts', 'dtr']) {
    const level = query.get(key);
    if (level !== null && level !== 'on' && level !== 'off') rules.push(`${key} is on or off`);
  }
  if (rules.length > 0 || format === null) return refuse(text, place, rules);
  const level = (key: 'rts' | 'dtr') => (query.has(key) ? { [key]: query.get(key) === 'on' } : {});
  return {
    ok: true,
    address: {
      kind: 'serial',
      path,
      baud,
      dataBits: format[1] === '7' ? 7 : 8,
      parity: PARITIES[format[2]!]!,
      stopBits: format[3] === '2' ? 2 : 1,
      ...level('rts'),
      ...level('dtr'),
    },
  };
}

function parseTcp(text: string, kind: 'tcp' | 'listen', rest: string, place: AddressPlace): ParsedAddress {
  const parts = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:\s[\]/]+)):(\d{1,5})$/.exec(rest);
  if (parts === null) {
    return refuse(text, place, [`${kind}: takes host:port, such as ${kind}:127.0.0.1:1502 or ${kind}:[::1]:1502`]);
  }
  const port = Number(parts[3]);
  const portMin = kind === 'listen' ? 0 : 1;
  if (port < portMin || port > 65535) return refuse(text, place, [`a port is a number from ${portMin} to 65535`]);
  return { ok: true, address: { kind, host: (parts[1] ?? parts[2])!, port } };
}

function refuse(value: string, place: AddressPlace, rules: readonly string[]): ParsedAddress {
  return { ok: false, problems: rules.map((rule) => ({ ...place, value, rule })) };
}
