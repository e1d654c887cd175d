/** `wijktwin bench`: reads the bench file, puts the bench together and serves until told to stop. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { pino } from 'pino';
import { badInput, messageOf, type Problem } from '../errors.js';
import { Bench } from './bench.js';
import { type BenchConfig, loadBenchFile, NO_DEVICES } from './config.js';
import type { LinkParts } from './devices/hardware-link.js';
import { remoteDevices } from './experiments/remote-devices.js';
import type { Log } from './log.js';
import { startServer } from './server/server.js';
import { type FrameFile, openFrameFile } from './transport/recording.js';

export interface BenchOptions {
  readonly file?: string;
  /** Folder with device profiles of the user's own. */
  readonly profiles?: string;
  readonly twin: string;
  readonly listen: string;
  readonly runs?: string;
  readonly hardware?: string;
  /** Folder for recordings of every link's frames. */
  readonly frames?: string;
  readonly logLevel: string;
  readonly stopWithParent?: boolean;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

export async function serve(options: BenchOptions): Promise<void> {
  const config = configOf(options);
  const log = pino({ name: 'bench', level: options.logLevel }, pino.destination({ fd: 2, sync: true }));
  // Whatever gRPC has to say reaches us as an error; its own lines on stderr would only double ours.
  grpc.setLogVerbosity(grpc.logVerbosity.NONE);
  const stop = stopSignal(options.stopWithParent === true);
  const frames = options.frames === undefined ? undefined : frameFiles(options.frames, log);
  const bench = new Bench({
    config,
    twinAddress: options.twin,
    log,
    ...(frames?.open === undefined ? {} : { record: frames.open }),
  });
  const remote = options.hardware === undefined ? undefined : remoteDevices(options.hardware);
  await remote?.known;
  await bench.open();
  const server = await startServer({
    bench,
    twinAddress: options.twin,
    listen: options.listen,
    ...(options.runs === undefined ? {} : { runsDirectory: options.runs }),
    ...(remote === undefined ? {} : { devices: remote.devices }),
    log,
  });
  bench.start();
  process.stdout.write(`${JSON.stringify({ ready: true, service: 'bench', address: server.address })}\n`);
  if (!/^(127\.|localhost:|\[::1\])/.test(server.address)) {
    log.warn({ address: server.address }, 'every machine that reaches this address commands the devices');
  }
  await stop;
  // The devices first and together with the server: an experiment that is being aborted must not hold them back.
  await Promise.all([bench.close(), server.close()]);
  await frames?.close();
  remote?.close();
}

/** `FOLDER/LINK.frames.jsonl` for every link that opens. A recording that fails is told; the link goes on without it. */
function frameFiles(folder: string, log: Log): { open: LinkParts['record']; close: () => Promise<void> } {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw badInput([{ file: '<command line>', path: '--frames', value: folder, rule: messageOf(error) }]);
  }
  const files: FrameFile[] = [];
  const tell = (what: string): void => log.error({ what }, 'frames are not recorded');
  return {
    open: (header) => {
      try {
        const file = openFrameFile(join(folder, `${header.link}.frames.jsonl`), header);
        files.push(file);
        return file;
      } catch (error) {
        tell(messageOf(error));
        return undefined;
      }
    },
    close: async () => {
      await Promise.all(files.map((file) => file.close()));
      for (const { failed } of files) if (failed !== undefined) tell(failed);
    },
  };
}

/** Every problem of the options and of the bench file at once; throws BAD_INPUT. */
function configOf({ file, profiles, twin, listen, hardware, logLevel }: BenchOptions): BenchConfig {
  const problems: Problem[] = [];
  const wrong = (path: string, value: string, rule: string): void => {
    problems.push({ file: '<command line>', path, value, rule });
  };
  for (const [path, value] of [
    ['--twin', twin],
    ['--listen', listen],
    ['--hardware', hardware ?? '127.0.0.1:1'],
  ] as const) {
    const port = Number(/^[^\s]+:(\d{1,5})$/.exec(value)?.[1] ?? Number.NaN);
    if (!(port >= (path === '--listen' ? 0 : 1) && port <= 65_535))
      wrong(path, value, 'is host:port, such as 127.0.0.1:50051');
  }
  if (file !== undefined && hardware !== undefined) {
    wrong(
      '--hardware',
      hardware,
      'a bench has devices of its own (--file) or takes part in those of another (--hardware), not both',
    );
  }
  if (profiles !== undefined && file === undefined) {
    wrong('--profiles', profiles, 'profiles are for the devices of a bench file; add --file, or leave it out');
  }
  if (!LEVELS.includes(logLevel)) wrong('--log-level', logLevel, `is one of ${LEVELS.join(', ')}`);
  const loaded = file === undefined ? undefined : loadBenchFile(file, profiles);
  if (loaded !== undefined && !loaded.ok) problems.push(...loaded.problems);
  if (problems.length > 0) throw badInput(problems);
  return loaded?.ok ? loaded.value : NO_DEVICES;
}

/** Resolves on SIGTERM or SIGINT, or, if asked, when standard input ends. */
function stopSignal(withParent: boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.off('SIGTERM', done).off('SIGINT', done);
      if (withParent) process.stdin.off('end', done).destroy();
      resolve();
    };
    process.on('SIGTERM', done).on('SIGINT', done);
    if (withParent) process.stdin.on('end', done).resume();
  });
}
