/**
 * Runs the catalogue on one device: every check in its order, what it says, and a confirmed neutral state at the end,
 * however the end came.
 */
import { messageOf, WijkError } from '../../errors.js';
import { canCommand } from '../devices/driver.js';
import { CATALOGUE } from './catalogue.js';
import type { Bench, Check, CheckId, Outcome } from './check.js';
import type { Declared } from './declared.js';
import type { Figure } from './figure.js';
import { safeWindow } from './test-powers.js';
import { type Verdict, worstOf } from './verdict.js';

export interface CheckResult extends Outcome {
  readonly check: Check;
  readonly verdict: Verdict;
  /** `ran`, or why there is nothing: the device has no such thing, or something that it needs did not hold. */
  readonly status: 'ran' | 'not-applicable' | 'not-run';
  readonly reason: string;
  readonly startedUs: number;
  /** s of the wall clock. */
  readonly durationS: number;
}

/** How the device was left. */
export interface Neutral {
  readonly state: 'confirmed' | 'not-confirmed' | 'nothing-to-do';
  readonly text: string;
  /** What it makes of the run. */
  readonly verdict: Verdict;
}

export interface RunResult {
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  readonly neutral: Neutral;
}

/** What a check does now, for who watches. */
export interface Progress {
  readonly check: Check;
  /** 1-based, of those that are to run. */
  readonly position: number;
  readonly count: number;
  readonly doing: string;
  /** s of the wall clock until this is done; NaN if not known. */
  readonly leftS: number;
  /** s of the wall clock until the whole run is done. */
  readonly runLeftS: number;
  readonly next: string;
}

export interface RunParts {
  /** Everything a check is given but what the run itself provides. */
  readonly bench: Omit<Bench, 'doing' | 'memory' | 'signal'>;
  /** The run ends when this aborts: the device goes to neutral, the report is still made. */
  readonly signal: AbortSignal;
  /** Only these, and what they need; absent: all. */
  readonly only?: ReadonlySet<CheckId>;
  readonly progress: (progress: Progress) => void;
  readonly done: (result: CheckResult) => void;
  /** UTC microseconds now. */
  readonly nowUs: () => number;
}

/** The checks to run: those asked for and what they rest on. `bench-health` always is there: it says what the rest is worth. */
export function selected(only: ReadonlySet<CheckId> | undefined): readonly Check[] {
  if (only === undefined) return CATALOGUE;
  const wanted = new Set<CheckId>(['bench-health', 'identity']);
  const add = (id: CheckId): void => {
    wanted.add(id);
    for (const need of CATALOGUE.find((check) => check.id === id)?.needs ?? []) add(need);
  };
  for (const id of only) add(id);
  return CATALOGUE.filter(({ id }) => wanted.has(id));
}

export const estimateS = (checks: readonly Check[], declared: Declared, speed: number): number =>
  checks
    .filter((check) => check.notApplicable(declared) === undefined)
    .reduce((sum, check) => sum + check.estimateS(declared), 0) / speed;

export async function runCatalogue(parts: RunParts): Promise<RunResult> {
  const { signal } = parts;
  const checks = selected(parts.only);
  const results: CheckResult[] = [];
  const memory = {};
  for (const [k, check] of checks.entries()) {
    const result = await runOne(parts, check, results, memory, checks, k);
    results.push(result);
    parts.done(result);
  }
  const neutral = await toNeutral(parts, results);
  const verdicts = results.map(({ verdict }) => verdict);
  if (signal.aborted) verdicts.push('aborted');
  verdicts.push(neutral.verdict);
  return { verdict: worstOf(verdicts), checks: results, neutral };
}

async function runOne(
  parts: RunParts,
  check: Check,
  before: readonly CheckResult[],
  memory: Bench['memory'],
  checks: readonly Check[],
  at: number,
): Promise<CheckResult> {
  const { declared, rig } = parts.bench;
  const startedUs = parts.nowUs();
  const nothing = (status: CheckResult['status'], reason: string, verdict: Verdict = 'not-set'): CheckResult => ({
    check,
    verdict,
    status,
    reason,
    startedUs,
    durationS: (parts.nowUs() - startedUs) / 1e6,
    summary: reason,
    figures: [],
  });
  const notApplicable = check.notApplicable(declared);
  if (notApplicable !== undefined) return nothing('not-applicable', `Does not apply: ${notApplicable}.`);
  if (parts.signal.aborted) return nothing('not-run', `Not run: ${messageOf(parts.signal.reason)}.`);
  const missing = check.needs.find((need) => !holds(before, need));
  if (missing !== undefined) {
    return nothing('not-run', `Not run: it proves nothing without ${missing}, which did not hold.`);
  }
  const count = checks.filter((other) => other.notApplicable(declared) === undefined).length;
  const position = checks.slice(0, at + 1).filter((other) => other.notApplicable(declared) === undefined).length;
  const later = checks.slice(at + 1).filter((other) => other.notApplicable(declared) === undefined);
  const laterS = estimateS(later, declared, rig.speed);
  const doing = (what: string, leftS: number): void =>
    parts.progress({
      check,
      position,
      count,
      doing: what,
      leftS: Math.max(0, leftS / rig.speed),
      runLeftS: Math.max(0, leftS / rig.speed) + laterS,
      next: later[0]?.title ?? 'neutral state and report',
    });
  doing(check.question, check.estimateS(declared));
  parts.bench.note(`check ${check.id} begins`);
  try {
    // The check before may have ended without the device in hand.
    if (rig.identity !== undefined && !rig.connected) await rig.connect(parts.signal);
    const outcome = await check.run({ ...parts.bench, signal: parts.signal, memory, doing });
    const figures = outcome.figures.map((figure) => doubted(figure, parts.bench));
    const verdict = worstOf([...figures, ...(outcome.findings ?? [])].map((part) => part.verdict));
    parts.bench.note(`check ${check.id}: ${verdict}`);
    const durationS = (parts.nowUs() - startedUs) / 1e6;
    return { ...outcome, figures, check, verdict, status: 'ran', reason: '', startedUs, durationS };
  } catch (error) {
    if (parts.signal.aborted) return nothing('ran', `Aborted: ${messageOf(parts.signal.reason)}.`, 'aborted');
    const verdict = blame(error, before);
    parts.bench.note(`check ${check.id}: ${verdict}, ${messageOf(error)}`);
    const code = error instanceof WijkError ? ` [${error.code}]` : '';
    return {
      ...nothing('ran', `${messageOf(error)}${code}`, verdict),
      reason: '',
      findings: [{ verdict, text: `${messageOf(error)}${code}` }],
    };
  }
}

/** A check holds if it passed, or is only in doubt: in doubt is no reason not to look further. */
function holds(before: readonly CheckResult[], id: CheckId): boolean {
  const result = before.find(({ check }) => check.id === id);
  if (result?.status === 'not-applicable') return true;
  if (result === undefined || result.status !== 'ran') return false;
  return result.verdict === 'pass' || result.verdict === 'inconclusive';
}

/** What an instrument without a valid calibration measured can fail, and can not pass. */
function doubted(figure: Figure, { instrument, own }: RunParts['bench']): Figure {
  const by = [instrument, own].find(({ title }) => title === figure.source);
  if (by?.expired !== true || figure.verdict !== 'pass') return figure;
  return {
    ...figure,
    verdict: 'inconclusive',
    explanation: `${figure.explanation} Its calibration has expired.`.trim(),
  };
}

/**
 * Whose fault an interrupted check is. A device that refuses or ignores has failed. One that was there and falls silent
 * has failed too; before it has ever answered, and when the line itself is gone, it is the bench that is to be looked at.
 */
function blame(error: unknown, before: readonly CheckResult[]): 'fail' | 'error' | 'inconclusive' {
  if (!(error instanceof WijkError)) return 'error';
  const identified = holds(before, 'identity');
  switch (error.code) {
    case 'SETPOINT_IGNORED':
    case 'WRONG_DEVICE':
    case 'DEVICE_EXCEPTION':
      return 'fail';
    case 'DEVICE_TIMEOUT':
      return identified ? 'fail' : 'error';
    // Damaged bytes may be the line's or the device's: nothing here can tell which.
    case 'DEVICE_PROTOCOL':
      return identified ? 'inconclusive' : 'error';
    default:
      return 'error';
  }
}

/** To the safe setpoint with its read-back, whatever happened; its own signal, because the run's may be what ended it. */
async function toNeutral({ bench }: RunParts, results: readonly CheckResult[]): Promise<Neutral> {
  const { rig, declared } = bench;
  const { control } = declared;
  if (control === undefined && declared.player === undefined)
    return { state: 'nothing-to-do', verdict: 'not-set', text: 'It takes no setpoint.' };
  if (rig.identity === undefined) {
    return {
      state: 'nothing-to-do',
      verdict: 'not-set',
      text: 'The device was never identified; nothing was written to it.',
    };
  }
  const signal = AbortSignal.timeout(3 * declared.budgetMs + declared.identifyBudgetMs);
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt > 1 || !rig.connected) {
        await rig.disconnect();
        await rig.connect(signal);
      }
      const text = await neutral(bench, signal);
      bench.note('neutral state confirmed');
      return { state: 'confirmed', verdict: 'not-set', text };
    } catch (error) {
      if (attempt < 3 && !signal.aborted) continue;
      bench.note(`neutral state NOT confirmed: ${messageOf(error)}`);
      return {
        state: 'not-confirmed',
        // One that refuses or ignores has failed; one that cannot be reached any more is the bench's to look after.
        verdict: blame(error, results),
        text: `The device did NOT confirm its ${control === undefined ? 'open output' : 'safe setpoint'}: ${messageOf(error)}. ${byItself(declared)}; look at it.`,
      };
    }
  }
}

/** Commands the neutral state and resolves, once it is confirmed, to what it is. */
async function neutral(bench: RunParts['bench'], signal: AbortSignal): Promise<string> {
  const { rig } = bench;
  const { control } = bench.declared;
  if (control === undefined) {
    await rig.switchOff(signal);
    return 'Its output was switched off and measured to be open.';
  }
  const { held } = await rig.command(safeWindow({ ...bench, signal, memory: {}, doing: () => undefined }), signal);
  const { driver } = rig.station;
  const setpoint = `its safe setpoint of ${Math.round(control.safeSetpointW)} W`;
  const said =
    canCommand(driver) && driver.writeOnly === true
      ? `acknowledged ${setpoint} (it does not tell what it holds)`
      : `confirmed ${setpoint} (it holds ${Math.round(held.minimumW)} to ${Math.round(held.maximumW)} W)`;
  return `The device ${said} and reverts by itself ${control.revertTime.value} s later.`;
}

/** What it does when nobody commands it any more, as declared. */
function byItself({ control, player }: Declared): string {
  if (control !== undefined) return `It should revert by itself within ${control.revertTime.value} s`;
  return player?.watchdog === undefined
    ? 'It goes on playing by itself'
    : `Its output should open by itself after ${player.watchdog.value} s of silence`;
}
