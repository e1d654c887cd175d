/**
 * `verdict.json`: what a run was, what it showed, and everything its report is drawn from. Versioned; the JSON Schema
 * is made from the same table of fields and written beside it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { wijk } from '#proto/wijk.js';
import { wijk as proto } from '#proto/wijk.js';
import { badInput } from '../../errors.js';
import { readYaml } from '../../problems.js';
import { formatInstant } from './civil-time.js';
import type { CriterionResult, Outcome } from './criteria/criterion.js';
import { OUTCOMES } from './criteria/criterion.js';

export const VERDICT_VERSION = 1;
export const VERDICT_FILE = 'verdict.json';
/** How links and devices kept their time: histograms in µs, beside the record they belong to. */
export const BENCH_TIMING_FILE = 'bench-timing.json';
export const VERDICT_SCHEMA_FILE = 'verdict.schema.json';
export const REPORT_FILE = 'report.html';

/** JSON knows no NaN: what is not known is null. */
const known = z.number().nullable();
const us = z.number().int().describe('UTC microseconds since the epoch');
const outcome = z.enum(OUTCOMES);
const text = z.string();

const criterion = z.strictObject({
  id: text,
  title: text,
  outcome,
  value: known.describe('worst value, in unit; null if nothing could be judged'),
  unit: text,
  sense: z.enum(['at most', 'at least']),
  limit: known,
  margin: known.describe('distance to the limit, positive is room'),
  coverage: text.describe('intervals judged, such as "24 of 24 quarters"'),
  worstUs: us.describe('when the worst value was; 0 where it concerns the whole run'),
  worstLocal: text,
  explanation: text,
  source: text,
});

const event = z.strictObject({
  kind: z.enum(['group-limit', 'setpoint', 'load-step']),
  atUs: us,
  untilUs: us,
  slot: text.optional(),
  powerW: z.number().describe('+ is consumption'),
});

const spread = z.strictObject({
  unit: z.literal('us'),
  count: z.number(),
  p50: z.number(),
  p99: z.number(),
  max: z.number(),
  upperBounds: z.array(z.number()).readonly().describe('upper edges of the buckets that hold anything'),
  counts: z.array(z.number()).readonly(),
});
const benchTiming = z.strictObject({
  roundTrip: spread,
  age: spread.describe('of readings when they were sent to the twin'),
  oneWayDelay: spread.describe('of setpoints from the twin to the bench'),
  jitter: spread,
  command: spread.describe("of setpoints from the bench to the device's confirmation"),
  lossRatio: known,
  crcErrors: z.number(),
});

export const verdictSchema = z.strictObject({
  $schema: text.optional(),
  schemaVersion: z.literal(VERDICT_VERSION),
  runId: text,
  outcome,
  remarks: z.array(text),
  criteria: z.array(criterion),
  experiment: z.strictObject({
    name: text,
    title: text,
    file: text,
    fileHash: text.describe('SHA-256 of the experiment file'),
    wijk: text,
    wijkTitle: text,
    startUs: us,
    startLocal: text,
    durationS: z.number(),
    simulatedS: z.number().describe('what was simulated; less than durationS if the run ended early'),
    tickS: z.number(),
    speed: z.number().describe('1 is wall clock, 0 as fast as possible'),
    seed: z.number().int(),
    strategy: z.strictObject({ name: text, options: z.record(text, z.number()) }),
    contract: z.strictObject({ groupLimitW: z.number(), source: text }).nullable(),
    weather: text,
    budget: z
      .strictObject({ inflexiblePeakKw: z.number(), passivePeakKw: z.number(), source: text.optional() })
      .nullable(),
    events: z.array(event),
  }),
  environment: z.strictObject({
    actor: text.describe('who asked for the run'),
    startedUs: us,
    finishedUs: us,
    wijktwin: text,
    node: text,
    platform: text,
    cpu: text,
    host: text,
    modelHash: text.describe('SHA-256 of everything that determines the run'),
    frameHash: text.describe('chained hash over all published frames'),
    sessionId: text,
    recordDirectory: text,
  }),
  bench: z.strictObject({
    mode: text,
    name: text,
    devices: z.array(
      z.strictObject({
        id: text,
        profile: text,
        identity: text,
        slotId: text,
        lease: text,
        stateAtEnd: text,
        readings: z.number(),
        readingsLost: z.number(),
        setpointsIgnored: z.number(),
        setpointsLimited: z.number(),
        jitterP99Us: known,
        roundTripP50Us: known,
        roundTripP99Us: known,
        lastError: text,
        discrepancies: z
          .array(z.strictObject({ kind: text, text: text.describe('the newest one'), count: z.number() }))
          .readonly()
          .optional()
          .describe('what the device said or did during the run that cannot be true or is not what it was told'),
        timing: benchTiming.optional(),
        onDeviceRatio: known,
        onFallbackRatio: known,
      }),
    ),
    links: z.array(
      z.strictObject({
        id: text,
        address: text,
        requests: z.number(),
        timeouts: z.number(),
        crcErrors: z.number(),
        exceptions: z.number(),
        roundTripP50Us: known,
        roundTripP99Us: known,
        timing: benchTiming.optional(),
      }),
    ),
  }),
  timing: z.strictObject({
    ticks: z.number(),
    lateTicks: z.number(),
    latenessP50Us: known,
    latenessP99Us: known,
    latenessMaxUs: known,
    overrun: z.boolean(),
    decisionsMissed: z.number(),
    tickCostMeanUs: known,
  }),
  quarters: z.array(
    z.strictObject({
      startUs: us,
      complete: z.boolean(),
      meanPowerW: known,
      limitW: known,
      limitFrom: text,
      substitutedRatio: known,
    }),
  ),
  tenMinutes: z.array(
    z.strictObject({
      startUs: us,
      complete: z.boolean(),
      voltageMinV: known,
      voltageMaxV: known,
      transformerLoadingRatio: known,
      cableLoadingRatio: known,
    }),
  ),
  kinds: z.array(
    z.strictObject({
      kind: text,
      slots: z.number(),
      controllable: z.number(),
      energyWh: known,
      peakShareW: known.describe('mean power of the kind at the highest group power of the plotted points'),
      powerMaxW: known.describe('highest mean power of the kind over a plotted point'),
      powerMinW: known,
      comfortDeficitKh: known.default(null).describe('sum over the slots; so are those below'),
      energyDeficitWh: known.default(null).describe('wanted and not given; of roofs: feed-in held back'),
      coldShowers: known.default(null),
      energyThroughputWh: known.default(null).describe('through batteries, into cars'),
    }),
  ),
  events: z.array(z.strictObject({ timeUs: us, kind: text, subject: text, text, actor: text })),
  series: z.strictObject({
    timeUs: z.array(us).describe('starts of the points of every line'),
    lines: z.array(
      z.strictObject({
        id: text,
        unit: text,
        mean: z.array(known),
        min: z.array(known).optional(),
        max: z.array(known).optional(),
      }),
    ),
  }),
});

export type VerdictFile = z.output<typeof verdictSchema>;

/** The JSON Schema of `verdict.json`. */
export const verdictJsonSchema = (): unknown => z.toJSONSchema(verdictSchema, { io: 'input' });

/** Null for what is not a number; eight digits are more than any figure here is worth. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(8)) : null);

export const orNaN = (value: number | null): number => value ?? Number.NaN;

export function criterionToFile(result: CriterionResult): VerdictFile['criteria'][number] {
  return {
    ...result,
    value: orNull(result.value),
    limit: orNull(result.limit),
    margin: orNull(result.margin),
    worstLocal: result.worstUs === 0 ? '' : formatInstant(result.worstUs),
  };
}

/** Reads the verdict of a run's folder; throws BAD_INPUT with every problem. */
export function readVerdict(folder: string): VerdictFile {
  const parsed = readYaml(join(folder, VERDICT_FILE), verdictSchema);
  if (!parsed.ok) throw badInput(parsed.problems);
  return parsed.value;
}

export function readReport(folder: string): string {
  return readFileSync(join(folder, REPORT_FILE), 'utf8');
}

const TO_PROTO: Readonly<Record<Outcome, wijk.v1.Outcome>> = {
  pass: proto.v1.Outcome.OUTCOME_PASS,
  inconclusive: proto.v1.Outcome.OUTCOME_INCONCLUSIVE,
  fail: proto.v1.Outcome.OUTCOME_FAIL,
  aborted: proto.v1.Outcome.OUTCOME_ABORTED,
  error: proto.v1.Outcome.OUTCOME_ERROR,
};

export function outcomeOfProto(value: wijk.v1.Outcome): Outcome {
  const found = OUTCOMES.find((name) => TO_PROTO[name] === value);
  // An outcome this program does not know must not pass for a good one.
  return found ?? 'error';
}

export function verdictToProto(file: VerdictFile, outputDirectory: string): wijk.v1.IVerdict {
  return {
    runId: file.runId,
    experiment: file.experiment.name,
    outcome: TO_PROTO[file.outcome],
    criteria: file.criteria.map((c) => ({
      id: c.id,
      title: c.title,
      outcome: TO_PROTO[c.outcome],
      value: orNaN(c.value),
      unit: c.unit,
      limit: orNaN(c.limit),
      margin: orNaN(c.margin),
      coverage: c.coverage,
      worstUs: c.worstUs,
      explanation: c.explanation,
      source: c.source,
    })),
    benchMode: file.bench.mode,
    frameHash: file.environment.frameHash,
    modelHash: file.environment.modelHash,
    outputDirectory,
    remarks: [...file.remarks],
  };
}

/** The bench's histograms of a run, for programs that read them without the rest of a verdict. */
export function benchTimingText({ bench, runId }: VerdictFile): string {
  const told = (list: readonly { readonly id: string; readonly timing?: unknown }[]) =>
    list.map(({ id, timing }) => ({ id, timing: timing ?? null }));
  return `${JSON.stringify({ runId, bench: bench.name, links: told(bench.links), devices: told(bench.devices) }, null, 2)}\n`;
}
