/** power-grid-model itself as a child process: one JSON line in, one out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Made by `setup-pgm.mjs`; the second where there is no Python ≥ 3.12 for the newest release. */
const PYTHONS = ['venv-pgm', 'venv-pgm-py311'].map((name) =>
  fileURLToPath(new URL(`../../../.cache/${name}/bin/python`, import.meta.url)),
);
const SCRIPT = fileURLToPath(new URL('./reference.py', import.meta.url));

const installedPython = (): string | undefined => PYTHONS.find(existsSync);
export const referenceInstalled = (): boolean => installedPython() !== undefined;

export interface Task {
  readonly symmetric: boolean;
  readonly input: unknown;
  readonly update?: unknown;
  readonly tolerance?: number;
  readonly method?: 'iterative_current' | 'newton_raphson' | 'linear' | 'linear_current';
  readonly strategy?: string;
}

type Rows = Record<string, Record<string, unknown>[]>;

export interface Answer {
  readonly output?: { readonly data: Rows | Rows[] };
  readonly error?: string;
}

export class Reference {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;

  constructor() {
    const python = installedPython();
    if (python === undefined) throw new Error('run node test/interop/grid/setup-pgm.mjs first');
    this.child = spawn(python, [SCRIPT]);
    this.child.stderr.pipe(process.stderr);
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async solve(task: Task): Promise<Answer> {
    return (await this.ask(task)) as Answer;
  }

  /** Name and version of the program that answers. */
  async version(): Promise<string> {
    return ((await this.ask({ version: true })) as { version: string }).version;
  }

  private async ask(question: unknown): Promise<unknown> {
    this.child.stdin.write(`${JSON.stringify(question)}\n`);
    const line = await this.lines.next();
    if (line.done === true) throw new Error('the reference process ended');
    return JSON.parse(line.value);
  }

  close(): void {
    this.child.stdin.end();
  }
}
