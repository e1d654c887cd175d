import { clockTime, day, duration, fixed, milliseconds, percent } from '../format.js';
import type { Link, State } from '../state.js';
import { TwoStepButton } from '../two-step.js';

interface Props {
  readonly state: State;
  readonly nowMs: number;
  readonly stale: string | undefined;
  readonly onEmergencyStop: () => void;
}

/** What runs, when it is there, how punctual it is, who is connected, and the emergency stop. */
export function Header({ state, nowMs, stale, onEmergencyStop }: Props) {
  const { description, status, frame, experiment } = state;
  const timeUs = frame?.timeUs ?? status?.simulatedUs;
  const run = experiment === null ? '' : `${experiment.phase} ${percent(experiment.progressRatio)}`;
  return (
    <header class="top">
      <div class="brand">
        <strong data-testid="wijk">{description?.wijk ?? 'wijktwin'}</strong>
        <span class="muted" data-testid="experiment" title={description?.title}>
          {description === null
            ? 'no session loaded'
            : [description.labels.experiment, description.strategy].filter(Boolean).join(' · ')}
        </span>
      </div>

      <div class={`fact time ${stale ? 'stale' : ''}`} title="Simulated local time, Europe/Amsterdam">
        <strong class="value" data-testid="time">
          {timeUs === undefined ? '–' : clockTime(timeUs)}
        </strong>
        <span class="muted">{timeUs === undefined ? 'simulated time' : day(timeUs)}</span>
      </div>

      <div class="fact" aria-live="polite">
        <strong class={`state state-${status?.state ?? 'unknown'}`} data-testid="state" title={status?.failure}>
          {status?.state ?? 'unknown'}
        </strong>
        <span class="muted" data-testid="run">
          {status ? `speed ${speedText(status.speed)}` : 'state'}
          {run === '' ? '' : ` · ${run}`}
          {experiment?.outcome ? (
            <>
              {' · '}
              <b class={`outcome outcome-${experiment.outcome}`}>{experiment.outcome}</b>{' '}
              <a href={`report/${encodeURIComponent(experiment.runId)}`} target="_blank" rel="noreferrer">
                report
              </a>
            </>
          ) : null}
        </span>
      </div>

      <div
        class={`fact ${stale ? 'stale' : ''}`}
        title={
          status &&
          `Lateness of ticks against wall clock: p50 ${milliseconds(status.latenessP50Us)}, p99 ${milliseconds(status.latenessP99Us)}, max ${milliseconds(status.latenessMaxUs)}; mean cost of a tick ${milliseconds(status.tickCostMeanUs)}; ${status.framesDropped} frames not sent to the cockpit; ${state.framesDropped} not sent to this page`
        }
      >
        <span data-testid="tick">
          tick {fixed(status?.tick, 0)}
          {status?.ticksTotal ? ` / ${fixed(status.ticksTotal, 0)}` : ''}
          {state.framesDropped > 0 ? (
            <span class="warn-text" data-testid="dropped">
              {` · ${fixed(state.framesDropped, 0)} frames dropped here`}
            </span>
          ) : null}
        </span>
        <span class="muted" data-testid="lateness">
          {status
            ? `${fixed(status.lateTicks, 0)} late · p99 ${milliseconds(status.latenessP99Us)} · max ${milliseconds(status.latenessMaxUs)}`
            : 'lateness'}
          {status?.overrun ? <b class="bad-text"> · RECORD OVERRUN</b> : null}
          {status && status.decisionsMissed > 0 ? (
            <b class="warn-text">{` · ${status.decisionsMissed} decisions missed`}</b>
          ) : null}
        </span>
      </div>

      <fieldset class="links" aria-label="Connections">
        <Pill
          name="page"
          up={nowMs - (state.heardMs ?? state.openedMs) <= 3_500}
          sinceMs={state.heardMs}
          nowMs={nowMs}
        />
        <LinkPill name="twin" link={state.twin} nowMs={nowMs} />
        <LinkPill name="bench" link={state.bench} nowMs={nowMs} />
      </fieldset>

      <TwoStepButton
        className="emergency"
        testId="emergency-stop"
        label={
          <>
            Emergency stop
            <small>software stop, no safety function</small>
          </>
        }
        armedLabel="Click again to stop all devices"
        title="All devices to their safe setpoint, now: click twice, or hold for a second. This is software and no safety function; keep the lab's own emergency switch in reach."
        onConfirm={onEmergencyStop}
      />
    </header>
  );
}

export function speedText(speed: number): string {
  return speed === 0 ? 'max' : `${fixed(speed, speed < 1 || !Number.isInteger(speed) ? 1 : 0)}×`;
}

function LinkPill({ name, link, nowMs }: { name: string; link: Link | undefined; nowMs: number }) {
  return (
    <Pill
      name={name}
      up={link?.up}
      sinceMs={link?.sinceMs}
      nowMs={nowMs}
      detail={link?.detail}
      address={link?.address}
    />
  );
}

interface PillProps {
  readonly name: string;
  /** Undefined: not known yet. */
  readonly up: boolean | undefined;
  readonly sinceMs: number | undefined;
  readonly nowMs: number;
  readonly detail?: string | undefined;
  readonly address?: string | undefined;
}

function Pill({ name, up, sinceMs, nowMs, detail, address }: PillProps) {
  const for_ = sinceMs === undefined ? '' : duration(Math.max(0, nowMs - sinceMs) / 1000);
  return (
    <span
      class={`pill ${up === undefined ? '' : up ? 'up' : 'down'}`}
      data-testid={`link-${name}`}
      title={[address, detail].filter(Boolean).join(': ')}
    >
      <span aria-hidden="true">{up === undefined ? '○' : up ? '●' : '✕'}</span> {name}
      {up === false ? ` down ${for_}` : ''}
    </span>
  );
}
