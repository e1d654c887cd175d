/** A program on a terminal of its own, as a person has it: a pty from Python's standard library, with Ctrl-C as a key. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Terminal {
  /** Everything printed so far, without colours and carriage returns. */
  readonly text: string;
  /** Resolves once `pattern` was printed; rejects with all of it if the program ends before. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  type(keys: string): void;
  /** Its exit code. */
  readonly ended: Promise<number>;
  kill(): void;
}

export const CTRL_C = '\x03';

/** A signal counts 128 more, as in a shell. */
const BRIDGE = `
import os, pty, sys
code = os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:]))
sys.exit(code if code >= 0 else 128 - code)
`;

/** With a terminal; or with pipes, as a script has it, if `plain`. */
export function startProgram(command: readonly string[], options: { readonly plain?: boolean } = {}): Terminal {
  const [program, ...args] = options.plain === true ? command : ['python3', '-c', BRIDGE, ...command];
  const child: ChildProcess = spawn(program!, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  const waiting = new Set<() => void>();
  const came = (bytes: Buffer): void => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of a terminal are control characters
    text += bytes.toString().replaceAll(/\u001b\[[0-9;?]*[A-Za-z]|[\r\u0007]/g, '');
    for (const look of [...waiting]) look();
  };
  child.stdout!.on('data', came);
  child.stderr!.on('data', came);
  child.stdin!.on('error', () => undefined);
  let over = false;
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      resolve(code ?? (signal === null ? 1 : 137));
      for (const look of [...waiting]) look();
    });
  });
  return {
    get text() {
      return text;
    },
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(text);
          if (match === null && !over) return;
          waiting.delete(look);
          if (match === null) reject(new Error(`ended before ${pattern}:\n${text}`));
          else resolve(match);
        };
        waiting.add(look);
        look();
      }),
    type: (keys) => void child.stdin!.write(keys),
    ended,
    kill: () => child.kill('SIGKILL'),
  };
}
