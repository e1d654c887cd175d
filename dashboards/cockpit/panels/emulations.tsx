import type { EmulationMessage, InterlockMessage, SourceMessage } from '../../server/messages.js';
import { duration, fixed, power, volts } from '../format.js';

/** Which slot is shown to a controller as what, what the controller did last, and what it holds in force. */
export function Emulations({ emulations }: { emulations: readonly EmulationMessage[] }) {
  if (emulations.length === 0) return null;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>Shown → slot</th>
          <th class="number" title="Age of what is shown">
            Age
          </th>
          <th title="The controller's newest read and write">Last read · write</th>
          <th class="number" title="What the controller asks of the slot, and when it ends by itself">
            In force
          </th>
        </tr>
      </thead>
      <tbody>
        {emulations.map((one) => (
          <tr
            key={one.id}
            data-testid={`emulation-${one.id}`}
            title={[
              one.address === '' ? 'its line is not open' : `${one.address}, ${one.protocol}, unit ${one.unit}`,
              `${fixed(one.clients, 0)} controllers, ${fixed(one.requests, 0)} requests, ${fixed(one.writes, 0)} writes, ${fixed(one.writesRefused, 0)} refused, ${fixed(one.telegrams, 0)} telegrams`,
              one.lastRead === '' ? '' : `last read: ${one.lastRead}`,
              one.lastWrite === '' ? '' : `last write: ${one.lastWrite}`,
              one.lastError,
            ]
              .filter(Boolean)
              .join('\n')}
          >
            <td class="device">
              {one.id} <span class="muted">{one.slot}</span>
              <div class="muted">
                {one.shownAs}
                {one.clients > 0 ? null : <span class="warn-text"> nobody connected</span>}
              </div>
            </td>
            <td class={`number value ${one.fresh ? '' : 'bad-text'}`}>
              {one.fresh ? duration(one.ageS) : `stale ${duration(one.ageS)}`}
            </td>
            <td class="value">
              {one.protocol === 'p1' ? `${fixed(one.telegrams, 0)} telegrams` : `${ago(one.lastReadAgeS)} · `}
              {one.protocol === 'p1' ? null : (
                <span class={one.lastWrite.includes('refused') ? 'warn-text' : ''}>{ago(one.lastWriteAgeS)}</span>
              )}
            </td>
            <td class="number value">{inForce(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ago = (seconds: number | null): string => (seconds === null ? 'never' : `${duration(seconds)} ago`);

function inForce({ askedMinimumW, askedMaximumW, askedGiven, revertsInS }: EmulationMessage) {
  if (askedMinimumW === null && askedMaximumW === null) return 'nothing';
  const asked =
    askedMinimumW === askedMaximumW
      ? power(askedMaximumW)
      : `${askedMinimumW === null ? '' : power(askedMinimumW)} … ${askedMaximumW === null ? '' : power(askedMaximumW)}`;
  return (
    <>
      {asked}
      {askedGiven ? null : (
        <span class="warn-text" title="the twin has not taken it yet">
          {' '}
          ?
        </span>
      )}
      <span class="muted"> {revertsInS === null ? 'no timer' : `${duration(revertsInS)} left`}</span>
    </>
  );
}

/** Each contact of the lab, how it stands, and since when. */
export function Interlocks({ interlocks }: { interlocks: readonly InterlockMessage[] }) {
  if (interlocks.length === 0) return null;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>Interlock</th>
          <th>Contact</th>
          <th>State</th>
          <th class="number">For</th>
          <th class="number" title="How often it opened since the bench started">
            Trips
          </th>
        </tr>
      </thead>
      <tbody>
        {interlocks.map(({ id, contact, closed, sinceS, cause, trips }) => (
          <tr key={id} data-testid={`interlock-${id}`} title={cause}>
            <td>{id}</td>
            <td class="address muted">{contact}</td>
            <td class={closed ? 'device-bound' : 'device-lost'}>
              <span aria-hidden="true">{closed ? '●' : '✕'}</span>{' '}
              {closed ? 'closed' : sinceS === null ? 'not seen closed yet' : 'open'}
            </td>
            <td class="number value">{duration(sinceS)}</td>
            <td class={`number value ${trips > 0 ? 'warn-text' : ''}`}>{fixed(trips, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What grid emulators play to the devices on their terminals. */
export function Sources({ sources }: { sources: readonly SourceMessage[] }) {
  if (sources.length === 0) return null;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>Grid emulator → slot</th>
          <th>Plays</th>
          <th class="number" title="Confirmed by the source, phases a, b, c to neutral">
            Voltage a · b · c
          </th>
          <th class="number">Frequency</th>
          <th class="number" title="How often what the twin wants was cut to the limits of the source">
            Cut
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((one) => (
          <tr
            key={one.id}
            data-testid={`source-${one.id}`}
            title={[one.cause, one.lastError].filter(Boolean).join('\n')}
          >
            <td class="device">
              {one.id} <span class="muted">{one.slot}</span>
            </td>
            <td class={one.playing === 'latched' ? 'bad-text' : one.playing === 'following' ? 'device-bound' : ''}>
              {one.playing}
            </td>
            <td class="number value" title={`the twin wants ${one.wantedV.map(volts).join(' · ')}`}>
              {one.playedV.map(volts).join(' · ')}
            </td>
            <td class="number value" title={one.frequencySource}>
              {one.frequencyHz === null ? '–' : `${fixed(one.frequencyHz, 2)}\u00a0Hz`}
            </td>
            <td class={`number value ${one.clamped > 0 ? 'warn-text' : ''}`}>{fixed(one.clamped, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
