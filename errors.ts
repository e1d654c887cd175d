/**
 * How wijktwin says that something is wrong, in every room outside the pure core.
 *
 * A `WijkError` carries a code for the program and a sentence for the person: the cause, its numbers and its place.
 * A `Problem` is one finding about input; input problems come as a list, never one at a time.
 */

/** Every code, with what it means for the caller. `README.md` holds the same table; a test keeps the two equal. */
export const ERROR_CODES = {
  BAD_INPUT: 'a file or an argument breaks a rule; every problem is in `problems`',
  NOT_FOUND: 'a named thing (wijk, slot, run, device, file) does not exist',
  PORT_IN_USE: 'another program listens on that address',
  NO_SUCH_PORT: 'a serial port or address cannot be opened',
  WRONG_DEVICE: 'the device that answered is not of the declared kind',
  DEVICE_TIMEOUT: 'a device did not answer within its time',
  DEVICE_EXCEPTION: 'a device refused a request with an exception code',
  DEVICE_PROTOCOL: 'a device sent bytes that break its protocol',
  SETPOINT_IGNORED: 'a device acknowledged a setpoint and did not follow it',
  LEASE_REFUSED: 'a slot cannot be bound: already held, unknown, or not of that kind',
  STATE: 'the command does not fit the present state of the session',
  UNREACHABLE: 'a wijktwin server cannot be reached',
  OVERRUN: 'a lossless reader fell behind by more than the ring holds',
  GRID_NOT_CONVERGED: 'the power flow has no solution within the iteration limit',
  REPLAY_MISMATCH: 'a replay gave another result than the live run',
  COMPONENT_MISSING: 'a program that this task needs is not installed',
  INTERNAL: 'a defect in wijktwin itself',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One finding about input: which file, where in it, the offending value, the rule it breaks and what to do. */
export interface Problem {
  /** The file as the user named it, or `<command line>`. */
  readonly file: string;
  /** Path inside the file, such as `connections/3/node` or `data/0/line/17`. Empty for the file as a whole. */
  readonly path: string;
  /** 1-based line, where the format tells it. */
  readonly line?: number;
  /** The offending value as a person would write it; absent if something is missing. */
  readonly value?: string;
  /** The rule, and where it helps what to do, as one sentence without a final stop. */
  readonly rule: string;
}

export class WijkError extends Error {
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { context?: Record<string, unknown>; problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'WijkError';
    this.code = code;
    this.context = options.context ?? {};
    this.problems = options.problems ?? [];
  }
}

/** `grid.json:12: data/line/17/r1 = 0: r1 and x1 are both 0; at least one must not be` */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const subject = [problem.path, problem.value === undefined ? '' : `= ${problem.value}`]
    .filter((s) => s !== '')
    .join(' ');
  return subject === '' ? `${place}: ${problem.rule}` : `${place}: ${subject}: ${problem.rule}`;
}

/** One error for a list of problems, ready to throw. */
export function badInput(problems: readonly Problem[]): WijkError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new WijkError('BAD_INPUT', `${count} in the input`, { problems });
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
