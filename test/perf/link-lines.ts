/** Lines for `link.ts`: paced devices on ptys and a Modbus TCP server, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const DEVICE = fileURLToPath(new URL('./link-device.js', import.meta.url));

/** Opens a pty, prints the name of the side for the client, and becomes the device that holds the other side. */
const PYTHON = `
import os, pty, sys, tty
m, s = pty.openpty()
tty.setraw(s)
os.set_inheritable(m, True)
os.set_inheritable(s, True)
sys.stdout.write('{"path":"' + os.ttyname(s) + '"}\\n')
sys.stdout.flush()
os.execvp(sys.argv[1], [sys.argv[1], sys.argv[2], "rtu", str(m), sys.argv[3]])
`;

export interface Line<T> {
  readonly at: T;
  close(): void;
}

async function ready<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line) as T));
    child.once('exit', (code) => reject(new Error(`a device of the measurement ended with ${code}`)));
    child.once('error', reject);
  });
}

export async function rtuLine(baud: number): Promise<Line<string>> {
  const child = spawn('python3', ['-c', PYTHON, process.execPath, DEVICE, String(baud)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { path } = await ready<{ path: string }>(child);
  return { at: path, close: () => void child.kill('SIGTERM') };
}

export async function tcpServer(): Promise<Line<number>> {
  const child = spawn(process.execPath, [DEVICE, 'tcp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { port } = await ready<{ port: number }>(child);
  return { at: port, close: () => void child.kill('SIGTERM') };
}
