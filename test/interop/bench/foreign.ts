/**
 * Foreign programs in Python: where they are, whether a test may use them, how it runs one. Required in CI; elsewhere a test
 * that needs them says in its title why it is skipped (`node test/interop/bench/setup-clients.mjs` makes the environment).
 */
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PYTHON = fileURLToPath(new URL('../../../.cache/venv-bench/bin/python', import.meta.url));
const here = (script: string): string => fileURLToPath(new URL(`./${script}`, import.meta.url));

export const required = process.env['CI'] === 'true';
export const available = required || existsSync(PYTHON);

export const title = (what: string): string =>
  available ? what : `${what} (skipped: no Python environment; run node test/interop/bench/setup-clients.mjs)`;

/** Makes the environment where it is required and missing; may take a minute. */
export function makeEnvironment(): void {
  if (!existsSync(PYTHON)) execFileSync('node', [here('setup-clients.mjs')], { stdio: 'inherit' });
}

/** Whether a program of the system is there; in CI it must be. */
export function hasProgram(name: string): boolean {
  const found = spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
  if (!found && required) throw new Error(`${name} is missing; npm run setup installs it, and CI must have it`);
  return found;
}

/** Runs a script to its end and reads what it printed as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: what a foreign program prints has no type of ours
export function run(script: string, args: readonly string[] = [], input?: Uint8Array): Promise<any> {
  return new Promise((resolve, reject) => {
    const options = { timeout: 60_000, maxBuffer: 16 * 1024 * 1024 };
    const child = execFile(PYTHON, [here(script), ...args], options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout));
    });
    child.stdin!.end(input);
  });
}

export interface Running {
  /** The JSON of its first line. */
  // biome-ignore lint/suspicious/noExplicitAny: what a foreign program prints has no type of ours
  readonly ready: any;
  stop(): Promise<void>;
}

/** Starts a server and waits for its first line of JSON; it ends when its standard input does. */
export async function start(script: string, args: readonly string[]): Promise<Running> {
  const child: ChildProcess = spawn(PYTHON, [here(script), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr!.on('data', (text) => {
    complaints += String(text);
  });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const ready = await Promise.race([
    new Promise((resolve) => {
      createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
    }),
    ended.then((): never => {
      throw new Error(`${script} ended before it was ready: ${complaints}`);
    }),
  ]);
  return {
    ready,
    stop: async () => {
      child.stdin!.end();
      child.kill('SIGTERM');
      await ended;
    },
  };
}
