import type { DeviceHealthMessage, LinkHealthMessage } from '../../server/messages.js';
import { duration, fixed, milliseconds, power } from '../format.js';
import type { State } from '../state.js';
import { Emulations, Interlocks, Sources } from './emulations.js';
import { Panel } from './panel.js';
import { Timing } from './timing.js';

const STATE_MARKS = {
  bound: '●',
  ready: '○',
  identifying: '◌',
  safe: '■',
  lost: '✕',
  refused: '✕',
  unknown: '?',
} as const;

/** Devices and the links they hang on: age, jitter, round trip, errors. */
export function BenchPanel({ state, stale }: { state: State; stale: string | undefined }) {
  const { health } = state;
  return (
    <Panel
      name="bench"
      title={health?.bench ? `Bench ${health.bench}` : 'Bench'}
      stale={stale}
      aside={
        stale ? (
          <span class="bad-text" data-testid="bench-stale">
            {stale}
          </span>
        ) : health ? (
          <span class={health.twinConnected ? 'muted' : 'bad-text'}>
            {health.twinConnected ? 'attached to the twin' : 'not attached to the twin'} · loop delay p99{' '}
            {milliseconds(health.loopDelayP99Us)}
          </span>
        ) : null
      }
    >
      {health === undefined ? <p class="empty">Nothing heard of the bench yet.</p> : null}
      {health && health.devices.length === 0 ? (
        <p class="empty">No device on the bench: every slot is a model.</p>
      ) : null}
      {health && health.devices.length > 0 ? <Devices devices={health.devices} /> : null}
      {health ? <Interlocks interlocks={health.interlocks} /> : null}
      {health ? <Emulations emulations={health.emulations} /> : null}
      {health ? <Sources sources={health.sources} /> : null}
      {health && health.links.length > 0 ? <Links links={health.links} /> : null}
      {health ? <Timing links={health.links} /> : null}
    </Panel>
  );
}

function Devices({ devices }: { devices: readonly DeviceHealthMessage[] }) {
  return (
    <table class="table">
      <thead>
        <tr>
          <th>Device → slot</th>
          <th>State</th>
          <th class="number">Age</th>
          <th class="number" title="Spread of the time between readings around the poll period, 99th percentile">
            Jitter
          </th>
          <th class="number">Power</th>
          <th class="number" title="Setpoint given, and the last one that the device confirmed">
            Setpoint
          </th>
          <th class="number" title="Readings lost; setpoints acknowledged and not followed">
            Lost
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => {
          const old = device.ageS !== null && device.pollPeriodS > 0 && device.ageS > 3 * device.pollPeriodS;
          return (
            <tr
              key={device.id}
              data-testid={`device-${device.id}`}
              title={[
                device.profile,
                device.identity,
                device.lease,
                device.lastError,
                ...device.discrepancies.map(({ kind, count, text }) => `${kind} ×${count}: ${text}`),
              ]
                .filter(Boolean)
                .join('\n')}
            >
              <td class="device">
                {device.id} <span class="muted">{device.slot}</span>
                {device.discrepancies.length > 0 ? (
                  <div class="warn-text" data-testid={`discrepancies-${device.id}`}>
                    {device.discrepancies.map(({ kind }) => kind).join(', ')}
                  </div>
                ) : null}
              </td>
              <td class={`device-${device.state}`}>
                <span aria-hidden="true">{STATE_MARKS[device.state]}</span> {device.state}
              </td>
              <td class={`number value ${old ? 'bad-text' : ''}`}>{duration(device.ageS)}</td>
              <td class="number value">{milliseconds(device.jitterP99Us)}</td>
              <td class="number value">{power(device.activePowerW)}</td>
              <td class="number value">
                {power(device.setpointW)}
                {device.setpointW !== null && device.setpointConfirmedW !== device.setpointW ? (
                  <span class="warn-text" title={`confirmed: ${power(device.setpointConfirmedW)}`}>
                    {' '}
                    ≠
                  </span>
                ) : null}
              </td>
              <td class={`number value ${device.setpointsIgnored > 0 ? 'warn-text' : ''}`}>
                {fixed(device.readingsLost, 0)}
                {device.setpointsIgnored > 0 ? ` / ${fixed(device.setpointsIgnored, 0)}` : ''}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Links({ links }: { links: readonly LinkHealthMessage[] }) {
  return (
    <table class="table">
      <thead>
        <tr>
          <th>Link</th>
          <th>Address</th>
          <th class="number" title="Time from request to reply">
            Trip p50
          </th>
          <th class="number">p99</th>
          <th class="number">max</th>
          <th class="number">Requests</th>
          <th class="number" title="Timeouts, CRC errors, exceptions, late replies dropped, times reopened">
            Errors
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => {
          const errors = link.timeouts + link.crcErrors + link.exceptions + link.lateReplies;
          return (
            <tr
              key={link.id}
              data-testid={`bus-${link.id}`}
              title={`${link.address}\n${fixed(link.timeouts, 0)} timeouts, ${fixed(link.crcErrors, 0)} CRC errors, ${fixed(link.exceptions, 0)} exceptions, ${fixed(link.lateReplies, 0)} late replies, reopened ${fixed(link.reopened, 0)} times${link.lastError ? `\n${link.lastError}` : ''}`}
            >
              <td>{link.id}</td>
              <td class={`address ${link.open ? 'muted' : 'bad-text'}`}>
                {link.open ? link.address : `closed: ${link.address}`}
              </td>
              <td class="number value">{milliseconds(link.roundTripP50Us)}</td>
              <td class="number value">{milliseconds(link.roundTripP99Us)}</td>
              <td class="number value">{milliseconds(link.roundTripMaxUs)}</td>
              <td class="number value">{fixed(link.requests, 0)}</td>
              <td class={`number value ${errors > 0 ? 'warn-text' : ''}`}>{fixed(errors, 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
