/** power-grid-model itself as a child process: one JSON line in, one out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The virtual environment of `npm run setup`'s kind: git-ignored, made by `setup-pgm.sh`. */
export const PYTHON = fileURLToPath(new URL('../../../.cache/venv-pgm/bin/python', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./reference.py', import.meta.url));

export const referenceInstalled = (): boolean => existsSync(PYTHON);

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
    this.child = spawn(PYTHON, [SCRIPT]);
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
