import type { EventMessage } from '../../server/messages.js';
import { clockTime, fixed } from '../format.js';
import type { State } from '../state.js';
import { Panel } from './panel.js';

const BAD: ReadonlySet<string> = new Set(['emergency-stop', 'overrun', 'refused', 'not-converged']);
const NOTABLE: ReadonlySet<string> = new Set(['loss', 'decision-missed', 'limit', 'limit-breach', 'unbind']);

/** What happened, newest first. */
export function EventsPanel({ state, stale }: { state: State; stale: string | undefined }) {
  const { events, eventsTotal, eventsUnavailable } = state;
  const newestFirst = [...events].reverse();
  const more = eventsTotal - events.length;
  return (
    <Panel
      name="events"
      title="Events"
      stale={stale}
      aside={<span class="muted">{eventsUnavailable || `${fixed(eventsTotal, 0)} in this session`}</span>}
    >
      <div class="scroll" role="log" aria-label="Events, newest first" data-testid="events">
        <table class="table events">
          <tbody>
            {newestFirst.map((event, i) => (
              <tr key={eventsTotal - i}>
                <td class="value when" title={`tick ${event.tick}`}>
                  {clockTime(event.timeUs)}
                </td>
                <td class={`kind ${severity(event)}`}>{event.kind}</td>
                <td class="subject">{event.subject}</td>
                <td class="text">{event.text}</td>
                <td class="muted">{event.actor}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {newestFirst.length === 0 && eventsUnavailable === '' ? <p class="empty">Nothing has happened yet.</p> : null}
        {more > 0 ? <p class="empty">{fixed(more, 0)} older ones are in the record.</p> : null}
      </div>
    </Panel>
  );
}

function severity({ kind }: EventMessage): string {
  return BAD.has(kind) ? 'bad-text' : NOTABLE.has(kind) ? 'warn-text' : '';
}
