import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { WijkError } from '../../../errors.js';
import { FrameHash } from '../../../twin/runtime/frame-hash.js';
import {
  checkpointS,
  FORMAT,
  type RecordingHeader,
  RecordingReader,
  RecordingWriter,
} from '../../../twin/runtime/recording.js';
import { replay } from '../../../twin/runtime/replay.js';
import { INPUT_DOUBLES } from '../../../twin/runtime/ring.js';
import fc from '../../support/property.js';

const folder = mkdtempSync(join(tmpdir(), 'wijktwin-recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header: RecordingHeader = {
  format: FORMAT,
  sessionId: 's',
  node: process.version,
  arch: process.arch,
  engineHash: 'e',
  modelHash: 'm',
  frameLength: 3,
  startUs: 0,
  tickS: 1,
  labels: {},
  blueprint: {
    source: { file: 'w.yaml', text: 'é\n', gridFile: 'g.json', gridText: '{}' },
    run: {
      startUs: 0,
      durationS: 0,
      tickS: 1,
      seed: 1,
      strategy: { name: 'passive', options: {} },
      groupLimitW: 0,
      weather: {},
    },
  },
};
const inputs = Float64Array.from({ length: 2 * INPUT_DOUBLES }, (_, i) => (i === 7 ? Number.NaN : i + 0.1));
const hash = Buffer.alloc(32, 7);
const note = { tick: 4, kind: 'pause', subject: 'session', text: 'session paused', actor: 'a' };
const footer = { ticks: 9, frameHash: 'abc', ended: 'finished', lostTicks: 0 } as const;

let file = '';
let n = 0;
beforeEach(() => {
  file = join(folder, String(n++), 'recording.wtr');
  const writer = new RecordingWriter(file, header);
  writer.inputs(2, 2, inputs);
  writer.inputs(3, 0, inputs);
  writer.note(note);
  writer.checkpoint(9, hash, Float64Array.of(1, Number.NaN, -0));
  writer.close(footer);
});

function readAll(): unknown[] {
  const reader = new RecordingReader(file);
  try {
    const items: unknown[] = [];
    for (let item = reader.next(); item !== null; item = reader.next()) items.push(item);
    return items;
  } finally {
    reader.close();
  }
}

function failure(act: () => unknown): WijkError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(WijkError);
    return error as WijkError;
  }
  throw new Error('it did not fail');
}

describe('recording', () => {
  it('gives back what was written', () => {
    const reader = new RecordingReader(file);
    expect(reader.header).toEqual(header);
    reader.close();
    expect(readAll()).toEqual([
      { type: 'inputs', tick: 2, count: 2, values: inputs },
      { type: 'note', tick: 4, note },
      { type: 'checkpoint', tick: 9, frameHash: hash.toString('hex'), frame: Float64Array.of(1, Number.NaN, -0) },
      { type: 'footer', footer },
    ]);
  });

  it('is never written over', () => {
    expect(failure(() => new RecordingWriter(file, header)).message).toMatch(/there is a recording already/);
    expect(readAll()).toHaveLength(4);
  });

  it('tells wherever it was cut off that it was, and replay does too', async () => {
    const whole = readFileSync(file);
    const headerEnd = whole.indexOf(10) + 1;
    for (const length of [headerEnd, headerEnd + 3, headerEnd + 100, whole.length - 60, whole.length - 1]) {
      truncateSync(file, length);
      const error = failure(readAll);
      expect(error.code).toBe('BAD_INPUT');
      expect(error.message).toMatch(/byte \d+, after tick \d+: it (has no footer|ends in the middle of a record)/);
      expect(error.message).toMatch(/killed or the disk was full/);
      await expect(replay(file)).rejects.toThrow(error.message);
      writeFileSync(file, whole);
    }
  });

  it('notices every flipped byte of its records', () => {
    const whole = readFileSync(file);
    const from = whole.indexOf(10) + 1;
    for (let at = from; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0x10;
      writeFileSync(file, bytes);
      expect(failure(readAll).code).toBe('BAD_INPUT');
    }
  });

  it('is told apart from other files', () => {
    writeFileSync(file, '{"format":"something else"}\n');
    expect(failure(readAll).message).toMatch(/not a recording/);
    writeFileSync(file, '');
    expect(failure(readAll).message).toMatch(/not a recording/);
    file = join(folder, 'nowhere.wtr');
    expect(failure(readAll).code).toBe('NOT_FOUND');
  });

  it('cannot be replayed if ticks were lost', async () => {
    const lost = join(folder, 'lost', 'recording.wtr');
    new RecordingWriter(lost, header).close({ ...footer, lostTicks: 4 });
    await expect(replay(lost)).rejects.toThrow(/lost 4 ticks/);
  });
});

/** The hash after these frames; each is thrown away after its turn, as the recorder does with its copy. */
const of = (...frames: Float64Array[]): string => {
  const sum = new FrameHash(frames.slice(0, 1).map((frame) => [0, frame.length]));
  for (const frame of frames) sum.add(frame.slice());
  return sum.hex;
};

describe('frame hash', () => {
  it('depends on order and on every bit, and not on which NaN a processor made', () => {
    const [a, b] = [Float64Array.of(1, 2), Float64Array.of(1, 2 + Number.EPSILON * 2)];
    expect(of(a, b)).not.toBe(of(b, a));
    expect(of(a)).not.toBe(of(b));
    const other = Float64Array.of(1, 0);
    new Uint32Array(other.buffer).set([1, 0xfff80000], 2);
    expect(Number.isNaN(other[1])).toBe(true);
    expect(of(other)).toBe(of(Float64Array.of(1, Number.NaN)));
  });

  it('is the chain of SHA-256 over GMACs, as the definition says', () => {
    const values = fc.constantFrom(0, -0, 1, -1, 2.5, Number.NaN, 1e300);
    const frame = fc.array(values, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), (frames) => {
        let expected: Buffer = Buffer.alloc(32);
        for (const numbers of frames) {
          // GMAC is GCM of a text of no length.
          const bytes = Buffer.alloc(8 * numbers.length);
          numbers.forEach((x, i) => void bytes.writeDoubleLE(x, 8 * i));
          const gcm = createCipheriv('aes-128-gcm', expected.subarray(0, 16), expected.subarray(16, 28));
          gcm.setAAD(bytes);
          gcm.final();
          expected = createHash('sha256')
            .update(Buffer.concat([expected, gcm.getAuthTag()]))
            .digest();
        }
        expect(of(...frames.map((numbers) => Float64Array.from(numbers)))).toBe(expected.toString('hex'));
      }),
    );
  });

  it('of one frame is the same everywhere: this one was reckoned with another library', () => {
    const hash = '601b314b3609d989a24b38c1e93f5083ba431390d22636775a2ac7b0df228dfc';
    expect(of(Float64Array.of(1, -2.5, Number.NaN))).toBe(hash);
  });

  it('tells apart frames of a real size that differ in one bit of one number, anywhere', () => {
    const frame = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const all = new Set([of(frame, frame)]);
    const places = [0, 15, 16, 1023, 1024, 4095, 4096, 4999];
    for (const place of places) {
      const other = frame.slice();
      new Uint32Array(other.buffer)[2 * place]! ^= 1;
      all.add(of(frame, other)).add(of(other, frame));
    }
    expect(all.size).toBe(1 + 2 * places.length);
  });
});

describe('checkpoints', () => {
  it('are a quarter of an hour apart, and further in a long run of a large wijk, so that they stay below 256 MiB', () => {
    expect(checkpointS(6 * 3600, 5000)).toBe(900);
    expect(checkpointS(0, 250_000)).toBe(900);
    const year = 365 * 86_400;
    const apartS = checkpointS(year, 33_000);
    expect(apartS % 900).toBe(0);
    expect((year / apartS) * 8 * 33_000).toBeLessThanOrEqual(256 * 1024 * 1024);
    expect((year / (apartS - 900)) * 8 * 33_000).toBeGreaterThan(256 * 1024 * 1024);
  });
});
