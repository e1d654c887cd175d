/** Starts the other controller, and kills it. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { WijkError } from '../../errors.js';
import { DIST } from '../../paths.js';
import type { DeviceConfig, LinkConfig } from '../config.js';
import type { PowerWindow } from '../devices/power-window.js';
import type { Holder } from './check.js';
import type { Subject } from './declared.js';

/** What the process is told: plain values, because they cross a process border. */
export interface HolderOrder {
  readonly device: DeviceConfig;
  readonly link: LinkConfig;
  readonly window: PowerWindow;
  readonly speed: number;
  readonly subject: Subject;
  /** Where its frames are recorded. */
  readonly framesFile: string;
}

export type HolderReport =
  | { readonly kind: 'holding'; readonly us: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Resolves once the setpoint is confirmed by the device. `ended`: the process is gone, however it went. */
export async function startHolder(order: HolderOrder, signal: AbortSignal, ended: () => void): Promise<Holder> {
  signal.throwIfAborted();
  const child = fork(join(DIST, 'bench', 'acceptance', 'holder-main.js'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Debugger ports and loaders of this process are not for that one.
    execArgv: [],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve())).then(ended);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  let lastCommandUs = Number.NaN;
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      child.once('error', reject);
      child.once('exit', (code) => reject(new WijkError('INTERNAL', `the other controller ended by itself (${code})`)));
      child.on('message', (report: HolderReport) => {
        if (report.kind === 'failed') {
          reject(new WijkError('DEVICE_PROTOCOL', `the other controller could not take the device: ${report.message}`));
        } else {
          lastCommandUs = report.us;
          resolve();
        }
      });
      child.send(order);
    });
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    get lastCommandUs() {
      return lastCommandUs;
    },
    kill,
  };
}
