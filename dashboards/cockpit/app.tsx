import { useCallback, useMemo, useState } from 'preact/hooks';
import { type CommandName, command, type Outcome } from './commands.js';
import { clockTime } from './format.js';
import { BenchPanel } from './panels/bench.js';
import { Controls } from './panels/controls.js';
import { EventsPanel } from './panels/events.js';
import { GridPanel } from './panels/grid.js';
import { Header } from './panels/header.js';
import { PowerPanel } from './panels/power.js';
import { SlotsPanel } from './panels/slots.js';
import { VoltagesPanel } from './panels/voltages.js';
import { benchStaleness, emergencyStopText, type State, staleness } from './state.js';
import { NO_STATIONS, stationsOf } from './stations.js';
import { TwoStepButton } from './two-step.js';

/** The whole page for one state at one moment. */
export function App({ state, nowMs }: { state: State; nowMs: number }) {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const send = useCallback((label: string, name: CommandName, body?: object): void => {
    void command(label, name, body).then(setOutcome);
  }, []);
  const stale = staleness(state, nowMs);
  const benchStale = stale && state.twin?.up !== false ? stale : benchStaleness(state, nowMs);
  const stopped = emergencyStopText(state);
  const failure = state.status?.failure;
  // A panel is drawn again when what it shows has changed, not with every message: a page stays open all day.
  const { frame, description, history, quarters, events: list, eventsUnavailable, health } = state;
  const stations = useMemo(() => (description === null ? NO_STATIONS : stationsOf(description)), [description]);
  const [chosen, choose] = useState<number | undefined>(undefined);
  const place = useMemo(
    () => ({
      stations: stations.list,
      // Of another session, perhaps with fewer.
      chosen: chosen !== undefined && chosen < stations.list.length ? chosen : undefined,
      choose,
    }),
    [stations, chosen],
  );
  const power = useMemo(
    () => <PowerPanel state={state} stale={stale} />,
    [frame, description, history, quarters, stale],
  );
  const voltages = useMemo(
    () => <VoltagesPanel state={state} stale={stale} stations={stations} place={place} />,
    [frame, description, stale, place],
  );
  const events = useMemo(() => <EventsPanel state={state} stale={stale} />, [list, eventsUnavailable, stale]);
  const grid = useMemo(
    () => <GridPanel state={state} stale={stale} stations={stations} />,
    [frame, description, stale],
  );
  const slots = useMemo(
    () => <SlotsPanel state={state} stale={stale} send={send} place={place} />,
    [frame, description, stale, send, place],
  );
  const bench = useMemo(() => <BenchPanel state={state} stale={benchStale} />, [health, benchStale]);
  return (
    <div class="app">
      <Header
        state={state}
        nowMs={nowMs}
        stale={stale}
        onEmergencyStop={() => send('Emergency stop', 'emergency-stop', { reason: 'button in the cockpit' })}
      />
      <div role="alert">
        {stopped ? (
          <div class="banner banner-stop" data-testid="emergency-banner">
            <b>{stopped}</b>
            <TwoStepButton
              testId="release"
              label="Release"
              armedLabel="Click again to release"
              onConfirm={() => send('Release', 'emergency-stop/release')}
            />
          </div>
        ) : null}
        {stale ? (
          <div class="banner banner-stale" data-testid="stale">
            {stale}
          </div>
        ) : null}
        {failure ? (
          <div class="banner banner-stop" data-testid="failure">
            The session failed: {failure}
          </div>
        ) : null}
      </div>
      <Controls state={state} send={send} />
      <main class="panels">
        {power}
        {voltages}
        {events}
        {grid}
        {slots}
        {bench}
      </main>
      <Toast outcome={outcome} nowMs={nowMs} onClose={() => setOutcome(undefined)} />
    </div>
  );
}

/** What became of the last command: a success goes by itself, a refusal stays until it is closed. */
const TOAST_MS = 8_000;

interface ToastProps {
  readonly outcome: Outcome | undefined;
  readonly nowMs: number;
  readonly onClose: () => void;
}

function Toast({ outcome, nowMs, onClose }: ToastProps) {
  const shown = outcome !== undefined && (!outcome.ok || nowMs - outcome.atMs < TOAST_MS) ? outcome : undefined;
  return (
    <div class="toast-place" aria-live="polite">
      {shown ? (
        <div class={`toast ${shown.ok ? '' : 'toast-bad'}`}>
          <span data-testid="outcome">
            <span class="value">{clockTime(shown.atMs * 1000)}</span> {shown.text}
          </span>
          <button type="button" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        </div>
      ) : null}
    </div>
  );
}
