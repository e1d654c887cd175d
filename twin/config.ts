/** Every option of `wijktwin twin` with its form and range, once. Defaults: defaults.ts. */
import { z } from 'zod';
import { badInput, type Problem } from '../errors.js';
import { daysFromCivil, localMidnightUs, utcOffsetS } from './core/base/civil.js';
import { TWIN_DEFAULTS } from './defaults.js';
import { NO_SAMPLES } from './records/options.js';
import type { SessionRequest } from './runtime/prepare.js';

const address = z
  .string()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[^:[\]\s]+):\d{1,5}$/, {
    error: 'an address is host:port, such as 127.0.0.1:50051',
    abort: true,
  })
  .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) <= 65_535, 'a port is at most 65535');

const number = (rule: string) =>
  z.string().transform((text, context) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isNaN(value)) context.addIssue({ code: 'custom', message: rule });
    return value;
  });

/** "90", "60s", "16m", "6h", "2d": seconds. */
const duration = z.string().transform((text, context) => {
  const match = /^(\d+(?:\.\d+)?)(s|m|h|d)?$/.exec(text);
  if (match === null) {
    context.addIssue({ code: 'custom', message: 'a duration is a number with s, m, h or d, such as 60s or 6h' });
    return Number.NaN;
  }
  return Number(match[1]) * { s: 1, m: 60, h: 3600, d: 86_400 }[(match[2] ?? 's') as 's' | 'm' | 'h' | 'd'];
});

/** An instant with offset, or wall time in Europe/Amsterdam: UTC microseconds. */
const instant = z.string().transform((text, context) => {
  const us = instantUs(text);
  if (us === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'an instant is like 2012-02-03T16:00 (Amsterdam) or 2012-02-03T15:00Z',
    });
  }
  return us ?? Number.NaN;
});

const speed = z.string().transform((text, context) => {
  const value = text === 'max' ? 0 : Number(text);
  // 0 is how the contract says "max"; on the command line it would read as standing still.
  if (text !== 'max' && !(value > 0)) {
    context.addIssue({ code: 'custom', message: 'a speed is 1 (wall clock), another multiple of it, or max' });
  }
  return value;
});

const strategyOptions = z.array(z.string()).transform((texts, context) => {
  const options: Record<string, number> = {};
  for (const text of texts) {
    const [name = '', value = ''] = text.split('=');
    if (name === '' || value === '' || Number.isNaN(Number(value))) {
      context.addIssue({
        code: 'custom',
        message: `an option is name=number, such as marginRatio=0.05; "${text}" is not`,
      });
    }
    options[name] = Number(value);
  }
  return options;
});

export const twinOptionsSchema = z.object({
  listen: address,
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
  stopWithParent: z.boolean().default(false),
  wijk: z.string().optional(),
  start: instant.optional(),
  duration,
  tick: duration,
  seed: number('a seed is a whole number'),
  strategy: z.string(),
  strategyOption: strategyOptions.default({}),
  groupLimit: number('the limit is a number in kW').default(0),
  stressWeek: z.string().optional(),
  knmi: z.string().optional(),
  speed,
  record: z.string().default(''),
  wijkSamples: duration.optional(),
  slotSamples: z.union([z.literal('none').transform(() => NO_SAMPLES), duration]).optional(),
  means: z.enum(['all', 'extremes'], 'means are kept of all nodes and branches, or as extremes').optional(),
});

export type TwinOptions = z.infer<typeof twinOptionsSchema>;

/** Throws BAD_INPUT with every problem. */
export function parseTwinOptions(given: Record<string, unknown>): TwinOptions {
  const parsed = twinOptionsSchema.safeParse({ ...TWIN_DEFAULTS, ...given });
  const problems: Problem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        file: '<command line>',
        path: `--${String(issue.path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        rule: issue.message,
      }));
  if (parsed.success && parsed.data.wijk !== undefined && parsed.data.start === undefined) {
    problems.push({ file: '<command line>', path: '--start', rule: 'a wijk that runs at once needs its start' });
  }
  if (problems.length > 0) throw badInput(problems);
  return parsed.data!;
}

/** The session that the command line asks for; undefined without --wijk. */
export function sessionRequest(options: TwinOptions): SessionRequest | undefined {
  if (options.wijk === undefined) return undefined;
  return {
    actor: 'wijktwin twin',
    wijk: options.wijk,
    run: {
      startUs: options.start!,
      durationS: options.duration,
      tickS: options.tick,
      seed: options.seed,
      strategy: { name: options.strategy, options: options.strategyOption },
      groupLimitW: options.groupLimit * 1000,
      weather: {
        ...(options.stressWeek === undefined ? {} : { stressWeek: options.stressWeek }),
        ...(options.knmi === undefined ? {} : { knmiDailyFile: options.knmi }),
      },
    },
    speed: options.speed,
    recordDirectory: options.record,
    labels: {},
  };
}

/** Wall time without offset is that of Amsterdam; the hour that comes twice in autumn is the first of the two. */
export function instantUs(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) return undefined;
  if (match[7] !== undefined) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : ms * 1000;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  const midnightUs = localMidnightUs(daysFromCivil(year, month, day));
  const atUs = midnightUs + (hour * 3600 + minute * 60 + second) * 1e6;
  return atUs + (utcOffsetS(midnightUs) - utcOffsetS(atUs)) * 1e6;
}
