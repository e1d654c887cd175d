/** The `interlocks:` of the bench file. */
import { z } from 'zod';
import { parseAddress } from './transport/address.js';

interface Common {
  readonly id: string;
  /** How often it is looked at. */
  readonly periodMs: number;
  /** Not seen closed for longer: it is open. */
  readonly withinMs: number;
}

export type InterlockConfig = Common &
  (
    | { readonly contact: 'modem-line'; readonly address: string; readonly signal: 'cts' | 'dsr' | 'dcd' }
    | { readonly contact: 'byte'; readonly address: string; readonly closed: number }
    | {
        readonly contact: 'register';
        readonly link: string;
        readonly unit: number;
        readonly table: 'coil' | 'discrete-input' | 'holding' | 'input';
        /** Address on the wire. */
        readonly register: number;
        /** Value that means closed, after the mask. */
        readonly closed: number;
        readonly mask: number | undefined;
      }
  );

const PERIOD_DEFAULT_S = 0.1;
const WITHIN_DEFAULT_S = 0.5;

type Seconds = z.ZodType<number>;

/** `name` and `seconds` are the bench file's own rules for them. */
export function interlockSchema(name: z.ZodType<string>, seconds: (minimumS: number, maximumS: number) => Seconds) {
  const common = { id: name, period: seconds(0.02, 10).optional(), within: seconds(0.05, 30).optional() };
  return z.discriminatedUnion('contact', [
    z.strictObject({
      ...common,
      contact: z.literal('modem-line'),
      address: z.string(),
      signal: z.enum(['cts', 'dsr', 'dcd']),
    }),
    z.strictObject({ ...common, contact: z.literal('byte'), address: z.string(), closed: z.int().min(0).max(255) }),
    z.strictObject({
      ...common,
      contact: z.literal('register'),
      link: z.string(),
      unit: z.int().min(1, 'a Modbus unit is 1 to 247').max(247, 'a Modbus unit is 1 to 247'),
      table: z.enum(['coil', 'discrete-input', 'holding', 'input']),
      register: z.int().min(0).max(65_535),
      closed: z.int().min(0).max(65_535).default(1),
      mask: z.int().min(1).max(65_535).optional(),
    }),
  ]);
}

export type RawInterlock = z.output<ReturnType<typeof interlockSchema>>;

type Add = (path: readonly (string | number)[], value: unknown, rule: string) => void;

export function checkInterlocks(
  interlocks: readonly { readonly value: RawInterlock; readonly k: number }[],
  links: readonly { readonly id: string; readonly address: string; readonly protocol: string }[],
  add: Add,
): void {
  for (const { value, k } of interlocks) {
    const at = (key: string) => ['interlocks', k, key];
    const { periodMs, withinMs } = timesOf(value);
    if (withinMs < 2 * periodMs) {
      add(at('within'), `${withinMs / 1000} s`, `must be at least two periods (${(2 * periodMs) / 1000} s)`);
    }
    if (value.contact === 'register') {
      const link = links.find(({ id }) => id === value.link);
      if (link === undefined) add(at('link'), value.link, 'there is no such link');
      else if (link.protocol === 'p1') add(at('link'), value.link, 'a P1 link has no registers');
      if (value.mask !== undefined && (value.closed & ~value.mask) !== 0) {
        add(at('closed'), value.closed, `has bits that the mask ${value.mask} takes away: it could never be closed`);
      }
      continue;
    }
    const parsed = parseAddress(value.address);
    if (!parsed.ok) for (const problem of parsed.problems) add(at('address'), problem.value, problem.rule);
    else if (value.contact === 'modem-line' && parsed.address.kind !== 'serial') {
      add(at('address'), value.address, 'a modem line is one of a serial port: use serial:');
    } else if (parsed.address.kind === 'listen') add(at('address'), value.address, 'use serial: or tcp:');
    if (links.some(({ address }) => address === value.address)) {
      add(at('address'), value.address, 'a link of devices has this address already');
    }
  }
}

const timesOf = ({ period, within }: RawInterlock): { periodMs: number; withinMs: number } => ({
  periodMs: (period ?? PERIOD_DEFAULT_S) * 1000,
  withinMs: (within ?? Math.max(WITHIN_DEFAULT_S, 2 * (period ?? 0))) * 1000,
});

export function interlockOf(raw: RawInterlock): InterlockConfig {
  const { period: _, within: __, ...rest } = raw;
  const times = timesOf(raw);
  return rest.contact === 'register' ? { ...rest, ...times, mask: rest.mask } : { ...rest, ...times };
}
