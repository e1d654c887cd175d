/**
 * Everything sent and received during an acceptance, byte for byte, in the recordings of the bench (`transport/recording.ts`):
 * `wijktwin frames` reads and replays them. One file per line, and one of the controller that is killed; what the catalogue
 * did meanwhile stands as notes in that of the device.
 */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf } from '../../errors.js';
import {
  encodeEvent,
  encodeHeader,
  type FrameEvent,
  type FrameFile,
  type FrameSink,
  openFrameFile,
  parseRecording,
  type RecordingHeader,
} from '../transport/recording.js';

export type RecordedLine = 'device' | 'meter' | 'controller';

export interface RecordingFile {
  /** Within the folder of the run. */
  readonly file: string;
  readonly line: RecordedLine;
  readonly events: number;
  /** Bytes on the line. */
  readonly bytes: number;
  /** Why it is not whole; empty if it is. */
  readonly failed: string;
}

export interface Recordings {
  /** Where a line's events go; the same sink however often the line is opened. */
  sink(line: RecordedLine, header: RecordingHeader): FrameSink;
  /** Counts a recording that another process wrote. */
  adopt(line: RecordedLine): void;
  /** What the catalogue does, at its instant between the frames of the device. */
  note(text: string): void;
  /** As far as written. */
  readonly files: readonly RecordingFile[];
  close(): Promise<void>;
}

export const recordingPath = (line: RecordedLine): string => join('frames', `${line}.frames.jsonl`);

interface Kept {
  readonly sink: FrameSink;
  readonly file: FrameFile;
  events: number;
  bytes: number;
}

/** `nowMs`: the clock of the wires. `open` makes a file; default: in `folder`. */
export function createRecordings(
  folder: string,
  nowMs: () => number,
  open: (path: string, header: RecordingHeader) => FrameFile = (path, header) =>
    // A run has an end, and half of its frames prove nothing: no file makes room for another.
    openFrameFile(path, header, Number.POSITIVE_INFINITY),
): Recordings {
  const kept = new Map<RecordedLine, Kept>();
  const adopted: RecordingFile[] = [];
  /** From before the device's line was open. */
  let early: FrameEvent[] = [];
  return {
    sink(line, header) {
      const before = kept.get(line);
      if (before !== undefined) return before.sink;
      const file = open(join(folder, recordingPath(line)), header);
      const one: Kept = {
        file,
        events: 0,
        bytes: 0,
        sink: {
          add: (event) => {
            one.events++;
            if ('bytes' in event) one.bytes += event.bytes.length;
            file.add(event);
          },
        },
      };
      kept.set(line, one);
      if (line !== 'device') return one.sink;
      for (const event of early) one.sink.add(event);
      early = [];
      return one.sink;
    },
    adopt(line) {
      const file = recordingPath(line);
      const whole = { file, line, events: 0, bytes: 0, failed: '' };
      try {
        const { events } = parseRecording(readFileSync(join(folder, file), 'utf8'), file);
        const bytes = events.reduce((sum, event) => sum + ('bytes' in event ? event.bytes.length : 0), 0);
        adopted.push({ ...whole, events: events.length, bytes });
      } catch (error) {
        adopted.push({ ...whole, failed: messageOf(error) });
      }
    },
    note(text) {
      const event: FrameEvent = { us: Math.round(nowMs() * 1000), kind: 'note', text };
      const device = kept.get('device');
      if (device === undefined) early.push(event);
      else device.sink.add(event);
    },
    get files() {
      const own = [...kept].map(([line, { file, events, bytes }]) => ({
        file: recordingPath(line),
        line,
        events,
        bytes,
        failed: file.failed ?? '',
      }));
      return [...own, ...adopted];
    },
    close: async () => {
      await Promise.all([...kept.values()].map(({ file }) => file.close()));
    },
  };
}

/** A recording of which every event is with the operating system at once: for a process that is going to be killed. */
export function openUnbuffered(path: string, header: RecordingHeader): FrameFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  writeSync(file, encodeHeader(header));
  return {
    failed: undefined,
    add: (event) => void writeSync(file, encodeEvent(event)),
    close: async () => closeSync(file),
  };
}

/** UTC microseconds that the monotonic clock carries on: they never jump and never run back. */
export const wallUs = (): number => (performance.timeOrigin + performance.now()) * 1000;
