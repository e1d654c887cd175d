/** What a person asks of the generator, and its rules. */
import type { Problem } from '../../../errors.js';
import type { HomeKind } from '../catalogue/households.js';
import { AMENITIES, type AmenityKind } from './amenities.js';
import { HOME_TRAITS } from './home-traits.js';

export const HEATS = ['collective', 'individual-air', 'individual-ground', 'none'] as const;
export type Heat = (typeof HEATS)[number];
export const CHARGING = ['direct', 'netbewust'] as const;
export type Charging = (typeof CHARGING)[number];

export interface WijkDesign {
  /** Name of the wijk and of its files. */
  readonly name: string;
  readonly title: string;
  readonly homes: number;
  /** Shares of the kinds of homes; they need not sum to 1. */
  readonly kinds: Readonly<Partial<Record<HomeKind, number>>>;
  readonly heat: Heat;
  /** Cars that charge, roofs with PV, homes with a battery: all per home. */
  readonly evShare: number;
  readonly pvShare: number;
  readonly batteryShare: number;
  /** Batteries of the wijk itself, each on a cable of its own. */
  readonly wijkBatteries: number;
  readonly charging: Charging;
  readonly amenities: Readonly<Partial<Record<AmenityKind, number>>>;
  readonly seed: number;
  /** 0: by the rule of `groupLimit`. */
  readonly limitKw: number;
  /** Where `limitKw` comes from, unless a person asked for it. */
  readonly limitSource: string;
  /** What is known of the wijk and what is assumed; stands in the wijk file. */
  readonly assumptions: readonly string[];
}

/** What the command line gives: text, not yet judged. */
export interface DesignFlags {
  readonly name?: string;
  readonly homes?: string;
  readonly kinds?: string;
  readonly heat?: string;
  readonly ev?: string;
  readonly pv?: string;
  readonly battery?: string;
  readonly wijkBatteries?: string;
  readonly charging?: string;
  readonly amenities?: string;
  readonly seed?: string;
  readonly limitKw?: string;
}

export const HOMES_MAX = 10_000;
const WIJK_BATTERIES_MAX = 200;
/** Homes of Dutch new-build of mixed density; an assumption. */
const USUAL_KINDS = { rijwoning: 0.45, hoekwoning: 0.15, appartement: 0.3, 'twee-onder-een-kap': 0.1 } as const;

export const DEFAULT_DESIGN: WijkDesign = {
  name: 'wijk',
  title: '',
  homes: 100,
  kinds: USUAL_KINDS,
  heat: 'collective',
  evShare: 0.5,
  pvShare: 0.4,
  batteryShare: 0.1,
  wijkBatteries: 0,
  charging: 'direct',
  amenities: {},
  seed: 1,
  limitKw: 0,
  limitSource: '',
  assumptions: [],
};

/** Where flags come from, in problems. */
export const COMMAND_LINE = '<command line>';

/** The design that `flags` make of `base`, or every problem of the flags. */
export function designOf(
  flags: DesignFlags,
  base: WijkDesign = DEFAULT_DESIGN,
): { readonly design: WijkDesign; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (path: string, value: string, rule: string): void => {
    problems.push({ file: COMMAND_LINE, path, value, rule });
  };
  const number = (
    flag: string,
    text: string | undefined,
    fallback: number,
    rule: string,
    ok: (n: number) => boolean,
  ) => {
    if (text === undefined) return fallback;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (ok(value)) return value;
    wrong(flag, text, rule);
    return fallback;
  };
  const share = (flag: string, text: string | undefined, fallback: number): number =>
    number(flag, text, fallback, 'must be a share of the homes from 0 to 1', (n) => n >= 0 && n <= 1);
  const choice = <T extends string>(flag: string, text: string | undefined, known: readonly T[], fallback: T): T => {
    if (text === undefined) return fallback;
    const found = known.find((one) => one === text);
    if (found === undefined) wrong(flag, text, `must be one of ${known.join(', ')}`);
    return found ?? fallback;
  };
  const counts = <K extends string>(
    flag: string,
    text: string,
    known: readonly K[],
    ok: (n: number) => boolean,
    what: string,
  ) => {
    const table: Partial<Record<K, number>> = {};
    for (const part of text.split(',').map((piece) => piece.trim())) {
      if (part === '') continue;
      const [key, amount, ...rest] = part.split('=');
      const kind = known.find((one) => one === key);
      const value = amount === undefined ? 1 : amount.trim() === '' ? Number.NaN : Number(amount);
      if (kind === undefined) wrong(flag, part, `must be one of ${known.join(', ')}`);
      else if (rest.length > 0 || !ok(value)) wrong(flag, part, what);
      else if (table[kind] !== undefined) wrong(flag, part, `${kind} is there twice`);
      else table[kind] = value;
    }
    return table;
  };

  if (flags.name !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(flags.name)) {
    wrong('--name', flags.name, 'must be lower-case letters, digits and single hyphens, such as my-wijk');
  }
  const whole = (low: number, high: number) => (n: number) => Number.isInteger(n) && n >= low && n <= high;
  const kindNames = Object.keys(HOME_TRAITS) as HomeKind[];
  const kinds =
    flags.kinds === undefined
      ? base.kinds
      : counts('--kinds', flags.kinds, kindNames, (n) => n >= 0 && n < 1e6, 'must be a share, such as rijwoning=0.6');
  if (
    flags.kinds !== undefined &&
    !Object.values(kinds).some((n) => n > 0) &&
    !problems.some((p) => p.path === '--kinds')
  ) {
    wrong('--kinds', flags.kinds, 'must hold at least one kind with a share above 0');
  }
  const amenityNames = Object.keys(AMENITIES) as AmenityKind[];
  const design: WijkDesign = {
    ...base,
    name: flags.name ?? base.name,
    homes: number(
      '--homes',
      flags.homes,
      base.homes,
      `must be a whole number from 1 to ${HOMES_MAX}`,
      whole(1, HOMES_MAX),
    ),
    kinds,
    heat: choice('--heat', flags.heat, HEATS, base.heat),
    evShare: share('--ev', flags.ev, base.evShare),
    pvShare: share('--pv', flags.pv, base.pvShare),
    batteryShare: share('--battery', flags.battery, base.batteryShare),
    wijkBatteries: number(
      '--wijk-batteries',
      flags.wijkBatteries,
      base.wijkBatteries,
      `must be a whole number from 0 to ${WIJK_BATTERIES_MAX}`,
      whole(0, WIJK_BATTERIES_MAX),
    ),
    charging: choice('--charging', flags.charging, CHARGING, base.charging),
    amenities:
      flags.amenities === undefined
        ? base.amenities
        : counts(
            '--amenities',
            flags.amenities,
            amenityNames,
            whole(0, 500),
            'must be a count from 0 to 500, such as school=2',
          ),
    seed: number('--seed', flags.seed, base.seed, 'must be a whole number from 0 to 4294967295', whole(0, 0xffffffff)),
    limitSource: flags.limitKw === undefined ? base.limitSource : 'as asked of the generator',
    limitKw: number(
      '--limit-kw',
      flags.limitKw,
      base.limitKw,
      'must be a number above 0, in kW',
      (n) => n > 0 && n < 1e6,
    ),
  };
  return { design, problems };
}
