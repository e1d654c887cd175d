import { useState } from 'preact/hooks';
import { type CommandName, operatorName, setOperatorName } from '../commands.js';
import { clockTime } from '../format.js';
import type { State } from '../state.js';
import { TwoStepButton } from '../two-step.js';
import { speedText } from './header.js';

export type Send = (label: string, name: CommandName, body?: object) => void;

interface Props {
  readonly state: State;
  readonly send: Send;
}

const SPEEDS = [1, 10, 60, 0];
const QUARTER_US = 900e6;

/** Start, pause, speed, a call-off, and the end of the session. */
export function Controls({ state, send }: Props) {
  const [operator, setOperator] = useState(operatorName);
  const session = state.status?.state;
  const canStart = session === 'loaded' || session === 'paused';
  const speed = state.status?.speed;
  const speeds = speed === undefined || SPEEDS.includes(speed) ? SPEEDS : [speed, ...SPEEDS];
  return (
    <nav class="controls" aria-label="Controls">
      <button type="button" data-testid="start" disabled={!canStart} onClick={() => send('Start', 'start')}>
        ▶ Start
      </button>
      <button type="button" data-testid="pause" disabled={session !== 'running'} onClick={() => send('Pause', 'pause')}>
        ❚❚ Pause
      </button>
      <label>
        Speed
        <select
          data-testid="speed"
          value={String(speed ?? 1)}
          disabled={speed === undefined}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            // What the page shows is what the twin says, also when it refuses.
            event.currentTarget.value = String(speed);
            send(`Speed ${speedText(wanted)}`, 'speed', { speed: wanted });
          }}
        >
          {speeds.map((one) => (
            <option key={one} value={String(one)}>
              {speedText(one)}
            </option>
          ))}
        </select>
      </label>
      <CallOff state={state} send={send} />
      <TwoStepButton
        testId="end"
        label="End session"
        armedLabel="Click again to end"
        disabled={!canStart && session !== 'running'}
        title="Ends the session; its record is flushed and closed"
        onConfirm={() => send('End session', 'end')}
      />
      <label>
        Operator
        <input
          type="text"
          data-testid="operator"
          size={10}
          maxLength={64}
          placeholder="cockpit"
          value={operator}
          title="Goes with every command into the journal"
          onInput={(event) => {
            setOperator(event.currentTarget.value);
            setOperatorName(event.currentTarget.value);
          }}
        />
      </label>
    </nav>
  );
}

/** A lower group limit for whole quarter-hours, from the next one on. */
function CallOff({ state, send }: { state: State; send: Send }) {
  const [limitKw, setLimitKw] = useState('');
  const [quarters, setQuarters] = useState('4');
  const timeUs = state.frame?.timeUs ?? state.status?.simulatedUs;
  const limit = Number(limitKw);
  const valid = limitKw !== '' && Number.isFinite(limit) && limit >= 0 && timeUs !== undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!valid) return;
    const fromUs = Math.ceil(timeUs / QUARTER_US) * QUARTER_US;
    const untilUs = fromUs + Number(quarters) * QUARTER_US;
    send(`Call-off ${limit} kW ${clockTime(fromUs)}–${clockTime(untilUs)}`, 'inject', {
      groupLimit: { fromUs, untilUs, limitW: limit * 1000 },
    });
  };
  return (
    <form class="call-off" onSubmit={submit}>
      <label title="A call-off: the lowest of contract and call-offs holds, for whole quarter-hours from the next one">
        Call-off
        <input
          type="number"
          min="0"
          step="1"
          inputMode="numeric"
          placeholder="kW"
          data-testid="call-off-kw"
          aria-label="Call-off limit in kW"
          value={limitKw}
          onInput={(event) => setLimitKw(event.currentTarget.value)}
        />
        kW
      </label>
      <label>
        for
        <select
          aria-label="Length of the call-off"
          value={quarters}
          onChange={(event) => setQuarters(event.currentTarget.value)}
        >
          <option value="1">15 min</option>
          <option value="2">30 min</option>
          <option value="4">1 h</option>
          <option value="8">2 h</option>
        </select>
      </label>
      <button type="submit" data-testid="call-off" disabled={!valid}>
        Send
      </button>
    </form>
  );
}
