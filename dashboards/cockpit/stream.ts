/** The live stream in the browser: reconnects by itself, also after an answer that EventSource takes as final. */
import { STREAM_EVENTS, type StreamEventName, type StreamMessages } from '../server/messages.js';

const RECONNECT_MS = 2_000;

type Take = <Name extends StreamEventName>(name: Name, data: StreamMessages[Name]) => void;

export function openStream(take: Take): void {
  const source = new EventSource('api/stream');
  for (const name of STREAM_EVENTS) {
    source.addEventListener(name, (event: MessageEvent<string>) => {
      take(name, JSON.parse(event.data) as StreamMessages[typeof name]);
    });
  }
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => openStream(take), RECONNECT_MS);
  });
}
