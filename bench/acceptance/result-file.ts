/**
 * `acceptance.json`: what was tested, how, by what instruments, every figure, and everything that the other reports are
 * drawn from. Versioned; the JSON Schema is made from this table of fields and written beside it.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { badInput } from '../../errors.js';
import { readYaml } from '../../problems.js';
import { CHECK_IDS } from './check.js';
import { VERDICTS } from './verdict.js';

export const RESULT_VERSION = 2;
export const RESULT_FILE = 'acceptance.json';
export const RESULT_SCHEMA_FILE = 'acceptance.schema.json';
export const JUNIT_FILE = 'junit.xml';
export const HTML_FILE = 'report.html';

/** JSON knows no NaN: what is not known is null. */
const known = z.number().nullable();
const text = z.string();
const us = z.number().int().describe('UTC microseconds since the epoch');
const verdict = z.enum(VERDICTS);

const figure = z.strictObject({
  id: text,
  title: text,
  verdict: verdict.describe('not-set: reported, no limit'),
  value: known.describe('in unit; null if it could not be measured'),
  unit: text,
  sense: z.enum(['at most', 'at least', 'within', 'reported']).describe('within: its size is at most the limit'),
  limit: known,
  limitSource: text,
  margin: known.describe('distance to the limit, positive is room'),
  uncertainty: z.number().describe('half-width of what the instrument may be wrong by, in unit'),
  source: text.describe('register, model and point, or instrument'),
  atUs: us,
  explanation: text,
});

const plot = z.strictObject({
  title: text,
  zeroUs: us.describe('instant of 0 s'),
  fromS: z.number(),
  untilS: z.number(),
  lines: z.array(
    z.strictObject({
      label: text,
      timeS: z.array(z.number()),
      powerW: z.array(known).describe('+ is consumption'),
    }),
  ),
  windows: z
    .array(z.strictObject({ fromS: z.number(), minimumW: z.number(), maximumW: z.number() }))
    .describe('commanded windows, each until the next'),
  band: z.strictObject({ fromS: z.number(), minimumW: z.number(), maximumW: z.number() }).optional(),
  marks: z.array(z.strictObject({ atS: z.number(), text })),
});

const check = z.strictObject({
  id: z.enum(CHECK_IDS),
  title: text,
  question: text,
  method: text,
  verdict,
  status: z.enum(['ran', 'not-applicable', 'not-run']),
  reason: text.describe('why it does not apply or did not run'),
  startedUs: us,
  durationS: z.number(),
  summary: text,
  facts: z.array(z.strictObject({ name: text, value: text, source: text })),
  figures: z.array(figure),
  findings: z.array(z.strictObject({ verdict, text })),
  remarks: z.array(text),
  plots: z.array(plot),
});

export const resultSchema = z.strictObject({
  $schema: text.optional(),
  schemaVersion: z.literal(RESULT_VERSION),
  id: text,
  verdict,
  exitCode: z.number().int(),
  remarks: z.array(text),
  device: z.strictObject({
    id: text,
    subject: z.enum(['hardware', 'mock', 'model']),
    profile: text,
    title: text,
    profileSource: text,
    identity: text,
    address: text,
    unit: z.number().int(),
    benchFile: text,
    meaning: text,
    safeSetpointW: known,
    revertTimeS: known,
    envelope: z.strictObject({ minimumW: z.number(), maximumW: z.number(), rampWPerS: z.number() }).nullable(),
    speed: z.number().describe('how many times faster than the wall clock the device lives; 1 for hardware'),
    sin: text.describe('sin of the mock; empty for none'),
  }),
  instruments: z.array(
    z.strictObject({ id: text, title: text, independent: z.boolean(), judges: z.boolean(), remarks: z.array(text) }),
  ),
  abortPath: z.array(text),
  neutral: z.strictObject({ state: z.enum(['confirmed', 'not-confirmed', 'nothing-to-do']), text }),
  checks: z.array(check),
  bench: z.strictObject({
    readings: z.number(),
    readingsLost: z.number(),
    ageP50Us: known,
    ageP99Us: known,
    jitterP99Us: known,
    roundTripP50Us: known,
    roundTripP99Us: known,
    requests: z.number(),
    timeouts: z.number(),
    crcErrors: z.number(),
    exceptions: z.number(),
    lateRepliesDropped: z.number(),
    commands: z.number(),
  }),
  frames: z
    .array(
      z.strictObject({
        file: text.describe('in the folder of the run; wijktwin frames reads it'),
        line: z.enum(['device', 'meter', 'controller']),
        events: z.number(),
        bytes: z.number().describe('sent and received'),
        failed: text.describe('why it is not whole; empty if it is'),
      }),
    )
    .describe('raw frames of each line, with microseconds'),
  environment: z.strictObject({
    actor: text,
    startedUs: us,
    finishedUs: us,
    wijktwin: text,
    node: text,
    platform: text,
    host: text,
    command: text,
  }),
});

export type ResultFile = z.output<typeof resultSchema>;
export type CheckFile = ResultFile['checks'][number];
export type FigureFile = CheckFile['figures'][number];
export type PlotFile = CheckFile['plots'][number];

export const resultJsonSchema = (): unknown => z.toJSONSchema(resultSchema, { io: 'input' });

/** Null for what is not a number; six digits are more than any figure here is worth. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);

/** Reads the result in a folder; throws BAD_INPUT with every problem. */
export function readResult(folder: string): ResultFile {
  const parsed = readYaml(join(folder, RESULT_FILE), resultSchema);
  if (!parsed.ok) throw badInput(parsed.problems);
  return parsed.value;
}
