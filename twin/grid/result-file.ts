/**
 * Writes a dataset scenario by scenario, so that a batch need not be in memory, and leaves either the whole file or none: it grows
 * beside its name and takes the name at the end.
 */
import { accessSync, closeSync, constants, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { badInput, messageOf } from '../../errors.js';

/** Where text goes. */
export interface Sink {
  write(text: string): void;
  /** Everything has been written. */
  commit(): void;
  /** Leaves nothing behind. */
  abort(): void;
}

export const stdoutSink: Sink = {
  write: (text) => void process.stdout.write(text),
  commit: () => undefined,
  abort: () => undefined,
};

/** A file that appears when it is complete. Throws at once if it could not be written there. */
export function fileSink(file: string): Sink {
  const refuse = (rule: string) => badInput([{ file, path: '', rule }]);
  const { kind, writable } = target(file);
  if (kind === 'folder') throw refuse('this is a folder, a file to write is wanted');
  if (!writable) throw refuse('cannot be written there: no such folder, or no right to write in it');
  // a pipe or a device is written as it is: nothing may take its name
  const growing = kind === 'other' ? file : `${file}.${process.pid}.part`;
  let descriptor: number | undefined;
  const close = () => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  const abort = () => {
    const started = descriptor !== undefined;
    close();
    if (started && kind !== 'other') rmSync(growing, { force: true });
  };
  return {
    write: (text) => {
      try {
        descriptor ??= openSync(growing, 'w');
        const bytes = Buffer.from(text);
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      } catch (error) {
        abort();
        throw refuse(`cannot be written: ${messageOf(error)}`);
      }
    },
    commit: () => {
      close();
      if (kind === 'other') return;
      try {
        renameSync(growing, file);
      } catch (error) {
        rmSync(growing, { force: true });
        throw refuse(`cannot be written: ${messageOf(error)}`);
      }
    },
    abort,
  };
}

function target(file: string): { kind: 'file' | 'folder' | 'other'; writable: boolean } {
  const can = (path: string) => {
    try {
      accessSync(path, constants.W_OK);
      return true;
    } catch {
      return false; // said by the caller, in words
    }
  };
  try {
    const found = statSync(file);
    if (found.isDirectory()) return { kind: 'folder', writable: false };
    if (found.isFile()) return { kind: 'file', writable: can(file) && can(dirname(file)) };
    return { kind: 'other', writable: can(file) };
  } catch {
    return { kind: 'file', writable: can(dirname(file)) }; // not there yet
  }
}

/** An output dataset around scenarios that are given one at a time. */
export class DatasetWriter {
  private started = false;

  constructor(
    private readonly sink: Sink,
    private readonly type: string,
    private readonly isBatch: boolean,
  ) {}

  add(scenario: unknown): void {
    const head = `{"version":"1.0","type":"${this.type}","is_batch":${this.isBatch},"attributes":{},"data":`;
    const before = this.started ? ',\n' : `${head}${this.isBatch ? '[\n' : ''}`;
    this.started = true;
    this.sink.write(before + JSON.stringify(scenario));
  }

  /** Ends the dataset; without any scenario there is none. */
  commit(): void {
    if (!this.started && !this.isBatch) return;
    if (!this.started) {
      this.sink.write(`{"version":"1.0","type":"${this.type}","is_batch":true,"attributes":{},"data":[]}\n`);
    } else this.sink.write(this.isBatch ? '\n]}\n' : '}\n');
    this.sink.commit();
  }

  abort(): void {
    this.sink.abort();
  }
}
