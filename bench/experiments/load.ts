/**
 * From the name or path of an experiment to an experiment that can run, or to every problem in its file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../errors.js';
import { EXPERIMENT_EXAMPLES } from '../../paths.js';
import { lineOfPath, type Parsed, parseYaml, readText, YAML_BYTES_MAX } from '../../problems.js';
import { type InstantResult, parseClock, parseInstant } from './civil-time.js';
import { DURATION_RULE, formatDuration, parseDuration } from './duration.js';
import {
  type Criteria,
  duration,
  type EventEntry,
  type ExperimentFile,
  eventSchema,
  experimentSchema,
  instant,
} from './schema.js';

/** Something that happens during the run; instants are UTC microseconds, + is consumption. */
export type ExperimentEvent =
  | { readonly kind: 'group-limit'; readonly atUs: number; readonly untilUs: number; readonly limitW: number }
  | {
      readonly kind: 'setpoint';
      readonly atUs: number;
      readonly untilUs: number;
      readonly slot: string;
      readonly powerW: number;
    }
  | {
      readonly kind: 'load-step';
      readonly atUs: number;
      readonly untilUs: number;
      readonly slot: string;
      readonly powerW: number;
    };

export interface Experiment {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  /** SHA-256 of the file as read. */
  readonly fileHash: string;
  readonly wijk: string;
  readonly startUs: number;
  readonly durationS: number;
  readonly tickS: number;
  /** 1 is wall clock, 0 as fast as possible. */
  readonly speed: number;
  readonly seed: number;
  readonly strategy: ExperimentFile['strategy'];
  readonly contract: { readonly groupLimitW: number; readonly source: string } | undefined;
  readonly weather: { readonly stressWeek: string; readonly knmiDailyFile: string };
  readonly record: ExperimentFile['record'];
  /** `none`, `mocks`, or the absolute path of a bench file. */
  readonly bench: string;
  readonly waitForDevicesS: number;
  readonly events: readonly ExperimentEvent[];
  readonly budget: ExperimentFile['budget'];
  readonly criteria: Criteria;
}

const QUARTER_US = 900_000_000;
/** Wall clock only: a device lives in real time, so any other speed puts every slot on its model. */
export const isModelOnly = (experiment: Experiment): boolean => experiment.bench === 'none' || experiment.speed !== 1;

/** Names of the experiments that are shipped. */
export function shippedExperiments(): string[] {
  return readdirSync(EXPERIMENT_EXAMPLES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/** Reads an experiment by the name of a shipped one, or by the path of a file. */
export function loadExperiment(nameOrPath: string): Parsed<Experiment> {
  const isName = /^[A-Za-z0-9-]+$/.test(nameOrPath) && !existsSync(nameOrPath);
  const file = isName ? join(EXPERIMENT_EXAMPLES, `${nameOrPath}.yaml`) : nameOrPath;
  if (isName && !existsSync(file)) {
    const rule = `there is no shipped experiment of that name (there are: ${shippedExperiments().join(', ')}) and no file of that path`;
    return { ok: false, problems: [{ file: '<command line>', path: 'experiment', value: nameOrPath, rule }] };
  }
  const read = readText(file, YAML_BYTES_MAX);
  return read.ok ? parseExperiment(read.value, file) : read;
}

/** Parses the text of an experiment file; `file` names it in problems and is where its relative paths start. */
export function parseExperiment(text: string, file: string): Parsed<Experiment> {
  const parsed = parseYaml(text, file, experimentSchema);
  const crossed = crossChecks(text, file, parsed.ok || !isSyntax(parsed.problems));
  if (!parsed.ok) return { ok: false, problems: byLine([...parsed.problems, ...crossed.problems]) };
  if (crossed.problems.length > 0) return { ok: false, problems: byLine(crossed.problems) };
  const written = parsed.value;
  const near = (path: string) => (isAbsolute(path) ? path : resolve(dirname(file), path));
  const isPath = (value: string) => /[/\\]|\.ya?ml$/.test(value);
  return {
    ok: true,
    value: {
      name: written.experiment,
      title: written.title,
      file,
      fileHash: createHash('sha256').update(text).digest('hex'),
      wijk: isPath(written.wijk) ? near(written.wijk) : written.wijk,
      startUs: written.start,
      durationS: written.duration,
      tickS: written.tick,
      speed: written.speed,
      seed: written.seed,
      strategy: written.strategy,
      contract: written.contract && {
        groupLimitW: written.contract.groupLimitKw * 1000,
        source: written.contract.source,
      },
      weather: {
        stressWeek: written.weather?.stressWeek ?? '',
        knmiDailyFile: written.weather?.knmiDailyFile === undefined ? '' : near(written.weather.knmiDailyFile),
      },
      record: written.record,
      bench: written.bench === 'none' || written.bench === 'mocks' ? written.bench : near(written.bench),
      waitForDevicesS: written.waitForDevices,
      events: crossed.events,
      budget: written.budget,
      criteria: written.criteria,
    },
  };
}

/** What the command line may change. */
export interface Overrides {
  /** Seconds; undefined or 0 means as the file says. */
  readonly durationS?: number | undefined;
  /** `max` or a number; undefined or empty means as the file says. */
  readonly speed?: string | undefined;
}

/** The experiment with its overrides. Events that then lie after the end fall away; `remarks` says which. */
export function withOverrides(
  experiment: Experiment,
  overrides: Overrides,
): Parsed<{ readonly experiment: Experiment; readonly remarks: readonly string[] }> {
  const problems: Problem[] = [];
  const refuse = (path: string, value: unknown, rule: string) =>
    problems.push({ file: '<command line>', path, value: String(value), rule });
  const durationS = overrides.durationS || experiment.durationS;
  if (!(durationS > 0 && Number.isFinite(durationS))) refuse('duration', durationS, 'a duration is above zero');
  else if (!isMultiple(durationS, experiment.tickS)) refuse('duration', `${durationS} s`, ticksRule(experiment.tickS));
  let speed = experiment.speed;
  if (overrides.speed !== undefined && overrides.speed !== '') {
    speed = overrides.speed === 'max' ? 0 : Number(overrides.speed);
    const good = overrides.speed === 'max' || (Number.isFinite(speed) && speed > 0);
    if (!good) refuse('speed', overrides.speed, 'speed is max or a number above 0: 1 is wall clock');
  }
  if (problems.length > 0) return { ok: false, problems };
  const endUs = experiment.startUs + durationS * 1e6;
  const events = experiment.events.filter((event) => event.atUs < endUs);
  const lost = experiment.events.length - events.length;
  const remarks = [
    ...(durationS === experiment.durationS
      ? []
      : [
          `The run was given ${formatDuration(durationS)} instead of the ${formatDuration(experiment.durationS)} in its file.`,
        ]),
    ...(lost > 0 ? [`${lost} of the file's events lie after the end and did not happen.`] : []),
  ];
  return { ok: true, value: { experiment: { ...experiment, durationS, speed, events }, remarks } };
}

const isSyntax = (problems: readonly Problem[]) => problems.some((p) => p.rule.startsWith('not valid YAML'));

const byLine = (problems: readonly Problem[]): Problem[] => [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

const ticksRule = (tickS: number) => `the duration is a whole number of ticks of ${formatDuration(tickS)}`;

function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, times);
}

/**
 * The rules that look at more than one field. Each field is read on its own, so that a mistake elsewhere in the file
 * does not hide what is wrong here.
 */
function crossChecks(
  text: string,
  file: string,
  readable: boolean,
): { readonly events: ExperimentEvent[]; readonly problems: Problem[] } {
  const events: ExperimentEvent[] = [];
  const problems: Problem[] = [];
  if (!readable) return { events, problems };
  const raw = parse(text) as unknown;
  if (raw === null || typeof raw !== 'object') return { events, problems };
  const fields = raw as Record<string, unknown>;
  const report = (path: (string | number)[], value: unknown, rule: string) => {
    const line = lineOfPath(text, path);
    problems.push({
      file,
      path: path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(value === undefined ? {} : { value: String(value) }),
      rule,
    });
  };

  const durationS = duration.safeParse(fields.duration).data;
  const tickS = fields.tick === undefined ? 1 : duration.safeParse(fields.tick).data;
  const startUs = instant.safeParse(fields.start).data;
  if (tickS !== undefined && !(tickS <= 60 && isMultiple(300, tickS))) {
    report(
      ['tick'],
      fields.tick,
      'a tick divides 5 minutes and is at most 60 s, so that quarter-hours and 10-minute means are whole',
    );
  } else if (durationS !== undefined && tickS !== undefined && !isMultiple(durationS, tickS)) {
    report(['duration'], fields.duration, ticksRule(tickS));
  }
  const criteria = fields.criteria;
  if (
    criteria !== null &&
    typeof criteria === 'object' &&
    Object.keys(criteria).every((key) => key === 'benchHealth')
  ) {
    report(['criteria'], undefined, 'an experiment has at least one criterion besides benchHealth');
  }
  const { means } = (fields.record ?? {}) as { means?: unknown };
  if (means === 'extremes' && criteria !== null && typeof criteria === 'object') {
    for (const key of ['voltage', 'transformerLoading', 'cableLoading'].filter((name) => name in criteria)) {
      const rule = 'is judged on the means of every node and branch: it wants record/means: all, or falls away';
      report(['criteria', key], undefined, rule);
    }
  }
  const entries = z.array(z.unknown()).safeParse(fields.events).data ?? [];
  if (startUs === undefined || durationS === undefined) return { events, problems };
  entries.forEach((entry, index) => {
    const parsed = eventSchema.safeParse(entry);
    if (!parsed.success) return; // the schema has said why
    const event = eventOf(parsed.data, startUs, durationS, (key, value, rule) =>
      report(key === '' ? ['events', index] : ['events', index, key], value, rule),
    );
    if (event !== undefined) events.push(event);
  });
  return { events: events.sort((a, b) => a.atUs - b.atUs), problems };
}

type Report = (key: string, value: unknown, rule: string) => void;

function eventOf(entry: EventEntry, startUs: number, durationS: number, report: Report): ExperimentEvent | undefined {
  const endUs = startUs + durationS * 1e6;
  const kinds = (['groupLimitKw', 'setpointW', 'loadStepW'] as const).filter((key) => entry[key] !== undefined);
  if (kinds.length !== 1) {
    report('', undefined, 'an event has exactly one of groupLimitKw, setpointW and loadStepW');
    return undefined;
  }
  const at = timeOf(entry.at, startUs, startUs);
  if ('rule' in at) report('at', entry.at, at.rule);
  else if (at.us < startUs || at.us >= endUs) {
    report('at', entry.at, `an event lies within the run of ${formatDuration(durationS)}`);
  }
  const atUs = 'us' in at ? at.us : startUs;
  const until = entry.until === undefined ? undefined : timeOf(entry.until, startUs, atUs);
  if (until !== undefined && 'rule' in until) report('until', entry.until, until.rule);
  else if (until !== undefined && until.us <= atUs) report('until', entry.until, 'until is later than at');
  if ('rule' in at || (until !== undefined && 'rule' in until)) return undefined;

  if (entry.groupLimitKw !== undefined) {
    if (entry.slot !== undefined) report('slot', entry.slot, 'a group limit concerns the group, not a slot');
    if (entry.duration !== undefined) report('duration', undefined, 'a group limit ends at its until');
    for (const [key, us] of [
      ['at', at.us],
      ['until', until?.us],
    ] as const) {
      if (us !== undefined && us % QUARTER_US !== 0) {
        report(key, entry[key], 'a group limit holds for whole quarter-hours: :00, :15, :30 or :45');
      }
    }
    const untilUs = until?.us ?? Math.ceil(endUs / QUARTER_US) * QUARTER_US;
    return { kind: 'group-limit', atUs, untilUs, limitW: entry.groupLimitKw * 1000 };
  }
  const slot = entry.slot;
  if (slot === undefined) report('', undefined, `${kinds[0]} needs the slot it is for`);
  if (until !== undefined && entry.duration !== undefined)
    report('duration', undefined, 'give until or duration, not both');
  const untilUs = until?.us ?? (entry.duration === undefined ? endUs : atUs + entry.duration * 1e6);
  if (slot === undefined) return undefined;
  return entry.setpointW === undefined
    ? { kind: 'load-step', atUs, untilUs, slot, powerW: entry.loadStepW ?? 0 }
    : { kind: 'setpoint', atUs, untilUs, slot, powerW: entry.setpointW };
}

/** `+2h30m` after the start, `18:30` the first time at or after `fromUs`, or a whole instant. */
function timeOf(written: string, startUs: number, fromUs: number): InstantResult {
  if (written.startsWith('+')) {
    const seconds = parseDuration(written.slice(1));
    return seconds === undefined ? { rule: DURATION_RULE } : { us: startUs + seconds * 1e6 };
  }
  return written.includes('-') ? parseInstant(written) : parseClock(written, fromUs);
}
