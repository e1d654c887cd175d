/**
 * The one live stream: server-sent events to any number of pages.
 *
 * An event is written once as text and shared by all pages. A page that does not take its bytes loses the events that
 * the next one replaces (frames, status, health), is told how many frames it lost, and is closed when even the events
 * that must not be lost pile up; its browser then connects again and gets the present state.
 */
import type { ServerResponse } from 'node:http';
import type { StreamEventName, StreamMessages } from './messages.js';

/** Bytes waiting for one page above which it counts as slow: about ten frames of a wijk of 120 homes. */
export const SLOW_BYTES = 256 * 1024;
/** Bytes waiting above which the page is closed. */
export const CLOSE_BYTES = 16 * 1024 * 1024;
/** Pages at once; a browser that forgets to close its tabs must not take the server down. */
export const PAGES_MAX = 64;

const REPLACED_BY_NEXT: ReadonlySet<StreamEventName> = new Set(['frame', 'status', 'health', 'experiment']);

interface Page {
  readonly response: ServerResponse;
  framesDropped: number;
  framesDroppedTold: number;
}

export class LiveStream {
  readonly #pages = new Set<Page>();

  get pages(): number {
    return this.#pages.size;
  }

  /** Takes over a response whose headers are written; `present` is what a new page needs to draw itself. */
  add(response: ServerResponse, present: Iterable<string>): void {
    const page: Page = { response, framesDropped: 0, framesDroppedTold: 0 };
    // Pages reconnect by themselves after this many milliseconds.
    response.write('retry: 1000\n\n');
    for (const text of present) response.write(text);
    this.#pages.add(page);
    response.on('close', () => this.#pages.delete(page));
    response.on('error', () => this.#pages.delete(page));
  }

  publish<Name extends StreamEventName>(name: Name, data: StreamMessages[Name]): void {
    if (this.#pages.size === 0) return;
    const text = eventText(name, data);
    for (const page of this.#pages) this.#send(page, name, text);
  }

  close(): void {
    for (const page of this.#pages) page.response.end();
    this.#pages.clear();
  }

  #send(page: Page, name: StreamEventName, text: string): void {
    const waiting = page.response.writableLength;
    if (waiting > CLOSE_BYTES) {
      page.response.destroy();
      this.#pages.delete(page);
      return;
    }
    if (waiting > SLOW_BYTES && REPLACED_BY_NEXT.has(name)) {
      if (name === 'frame') page.framesDropped++;
      return;
    }
    if (page.framesDropped > page.framesDroppedTold) {
      page.framesDroppedTold = page.framesDropped;
      page.response.write(eventText('dropped', { frames: page.framesDropped }));
    }
    page.response.write(text);
  }
}

/** One event as the stream carries it. JSON has no line breaks of its own, so one data line is enough. */
export function eventText<Name extends StreamEventName>(name: Name, data: StreamMessages[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
