/**
 * Lines of text to an instrument: one question at a time, whoever asks. An answer carries no mark of its question, so one
 * that comes too late could be taken for the next one's: after a timeout the line is given up, and opened anew.
 */
import { WijkError } from '../../errors.js';
import type { Clock } from '../transport/clock.js';
import type { Transport } from '../transport/transport.js';
import type { TextPort } from './ports.js';

/** No answer of an instrument is longer; what is, is not one. */
const ANSWER_MAX = 4096;

export interface TextLineStatistics {
  requests: number;
  timeouts: number;
}

export class TextLine {
  readonly statistics: TextLineStatistics = { requests: 0, timeouts: 0 };
  #pending = '';
  #take: ((line: string) => void) | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
  ) {
    transport.onData((bytes) => this.#hear(Buffer.from(bytes).toString('latin1')));
  }

  port(terminator: string, timeoutMs: number): TextPort {
    return {
      send: (line, signal) => this.#inTurn(signal, () => this.#write(line, terminator)),
      ask: (line, signal) =>
        this.#inTurn(signal, async () => {
          const answer = this.#answer(line, timeoutMs);
          try {
            await this.#write(line, terminator);
          } catch (error) {
            answer.catch(() => undefined);
            throw error;
          }
          return answer;
        }),
    };
  }

  async #inTurn<T>(signal: AbortSignal, action: () => Promise<T>): Promise<T> {
    const before = this.#queue;
    const turn = before.then(() => {
      signal.throwIfAborted();
      return action();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #write(line: string, terminator: string): Promise<void> {
    this.statistics.requests++;
    await this.transport.write(Buffer.from(`${line}${terminator}`, 'latin1'));
  }

  #answer(line: string, timeoutMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        cancel();
        forget();
        this.#take = undefined;
      };
      const cancel = this.clock.schedule(timeoutMs, () => {
        finish();
        this.statistics.timeouts++;
        void this.transport.close();
        const what = `${this.transport.address} did not answer "${line}" within ${timeoutMs} ms`;
        reject(new WijkError('DEVICE_TIMEOUT', what));
      });
      const forget = this.transport.onClose(({ message }) => {
        finish();
        reject(new WijkError('NO_SUCH_PORT', message));
      });
      this.#take = (text) => {
        finish();
        resolve(text);
      };
    });
  }

  #hear(text: string): void {
    this.#pending += text;
    for (let at = this.#pending.search(/[\r\n]/); at >= 0; at = this.#pending.search(/[\r\n]/)) {
      const line = this.#pending.slice(0, at).trim();
      this.#pending = this.#pending.slice(at + 1);
      // What nobody asked for is thrown away.
      if (line !== '') this.#take?.(line);
    }
    if (this.#pending.length > ANSWER_MAX) this.#pending = '';
  }
}
