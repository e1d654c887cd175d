/** What a watcher of its own sees of a twin: every frame, and a way to wait for one that fits. */
import type { wijk } from '#proto/wijk.js';
import type { House } from './harness.js';

export class Frames {
  readonly all: wijk.v1.IFrame[] = [];
  #arrived: () => void = () => undefined;

  /** Watches from now on; an empty list asks for every column. */
  constructor(house: House, columns: string[]) {
    const watch = house.ownTwinClient().watch({ columns, everyTicks: 1, watcherName: 'test' });
    // The twin goes before its watcher does.
    watch.on('error', () => undefined);
    watch.on('data', ({ frame }: wijk.v1.WatchResponse) => {
      this.all.push(frame!);
      this.#arrived();
    });
  }

  /** The place of the first frame that fits; `from`: default those that are still to come. */
  async where(fits: (frame: wijk.v1.IFrame) => boolean, from = this.all.length): Promise<number> {
    for (let k = from; ; k++) {
      while (k >= this.all.length) {
        await new Promise<void>((resolve) => {
          this.#arrived = resolve;
        });
      }
      if (fits(this.all[k]!)) return k;
    }
  }
}
