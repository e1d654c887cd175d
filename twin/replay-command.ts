/** `wijktwin replay`: a progress bar on a terminal, plain lines elsewhere, the verdict at the end. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RECORDING_FILE } from './runtime/recording.js';
import { type ReplayResult, replay, TOLERANCE } from './runtime/replay.js';

const BAR = 30;
/** Between lines where there is no terminal. */
const LINE_MS = 5000;

export async function replayCommand(path: string, json: boolean): Promise<void> {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, RECORDING_FILE) : path;
  const result = await replay(file, { onProgress: progress() });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : words(result));
  process.exitCode = result.equal ? 0 : 1;
}

function words(result: ReplayResult): string {
  const lines = result.differences.map((difference) => `note: ${difference}; bits may differ, values are compared`);
  if (result.comparedBy === 'bits') {
    lines.push(
      result.equal
        ? `same run: ${result.ticks} ticks, frame hash ${result.frameHash}`
        : `NOT the same run: frame hash ${result.frameHash}, the recording has ${result.recordedHash}`,
    );
  } else {
    const worst = `largest deviation ${result.worstDeviation.toExponential(1)}`;
    lines.push(
      result.equal
        ? `same run within ${TOLERANCE}: ${result.ticks} ticks, ${worst}`
        : `NOT the same run within ${TOLERANCE}: ${worst}`,
    );
  }
  if (!result.equal) lines.push(`first found ${result.difference}`);
  return `${lines.join('\n')}\n`;
}

function progress(): (tick: number, ticks: number) => void {
  let toldMs = performance.now();
  return (tick, ticks) => {
    const share = ticks === 0 ? 1 : tick / ticks;
    if (process.stderr.isTTY) {
      const done = Math.round(BAR * share);
      const bar = '#'.repeat(done) + '-'.repeat(BAR - done);
      process.stderr.write(`\rreplay [${bar}] ${(100 * share).toFixed(0)} %`);
    } else if (performance.now() - toldMs > LINE_MS) {
      toldMs = performance.now();
      process.stderr.write(`replay: tick ${tick} of ${ticks}\n`);
    }
  };
}
