/**
 * `wijktwin accept` as a person starts it: the built program, a mock on a real pty, the other controller as a process that is
 * really killed, a terminal with Ctrl-C on it, and the reports read by programs that are not ours. The tests wait for clocks
 * more than for processors, and run side by side.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { DEVICE_PROFILES, ENTRY } from '../../paths.js';
import { launchChromium, noBrowser, withReason } from '../support/browser.js';
import { CTRL_C, startProgram, type Terminal } from '../support/terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'wijktwin-accept-'));
const running = new Set<Terminal>();
afterAll(() => {
  for (const one of running) one.kill();
  rmSync(folder, { recursive: true, force: true });
});

const wijktwin = (args: readonly string[], plain = true): Terminal => {
  const one = startProgram([process.execPath, ENTRY, ...args], { plain });
  running.add(one);
  void one.ended.then(() => running.delete(one));
  return one;
};

interface Result {
  readonly verdict: string;
  readonly exitCode: number;
  readonly device: { readonly subject: string };
  readonly instruments: readonly { readonly id: string; readonly judges: boolean; readonly independent: boolean }[];
  readonly neutral: { readonly state: string; readonly text: string };
  readonly abortPath: readonly string[];
  readonly checks: readonly {
    readonly id: string;
    readonly status: string;
    readonly verdict: string;
    readonly summary: string;
    readonly figures: readonly { readonly id: string; readonly source: string; readonly value: number | null }[];
    readonly plots: readonly unknown[];
  }[];
  readonly frames: readonly { readonly file: string; readonly line: string; readonly bytes: number }[];
}

const resultIn = (output: string): Result =>
  JSON.parse(readFileSync(join(output, 'acceptance.json'), 'utf8')) as Result;
const checkOf = (result: Result, id: string): Result['checks'][number] =>
  result.checks.find((check) => check.id === id)!;
const frames = (output: string, line: string, ...more: string[]): string =>
  execFileSync(process.execPath, [ENTRY, 'frames', join(output, 'frames', `${line}.frames.jsonl`), ...more], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

/** An inverter that is quick to show an effect and to let go: a product of the lab's own, so that a whole run is short. */
const quickPv = readFileSync(join(DEVICE_PROFILES, 'sunspec-pv.yaml'), 'utf8')
  .replace('profile: sunspec-pv', 'profile: quick-pv')
  .replace('replyTimeoutMs: 1000', 'replyTimeoutMs: 600')
  .replace('minimumGapMs: 20', 'minimumGapMs: 0')
  .replace('withinS: 15', 'withinS: 5')
  .replace('toleranceS: 3', 'toleranceS: 5');

/** A bench file with that product; `more` are lines of the file. */
function benchFile(name: string, address: string, more = ''): string {
  mkdirSync(join(folder, 'products'), { recursive: true });
  writeFileSync(join(folder, 'products', 'quick-pv.yaml'), quickPv);
  const file = join(folder, `${name}.yaml`);
  writeFileSync(
    file,
    `bench: ${name}
profiles: products
links: [{ id: line, address: "${address}", protocol: modbus-rtu }]
devices:
  - id: roof
    profile: quick-pv
    link: line
    unit: 1
    slot: home/pv
    lease: actuator
    revertTime: 30s
    envelope: { minimumW: -5000, maximumW: 0, rampWPerS: 5000 }
${more}`,
  );
  return file;
}

/** A mock of ours to pull cables of; resolves to where it is. */
async function mock(
  ...args: string[]
): Promise<{ address: string; say(line: string): void; close(): Promise<number> }> {
  const program = wijktwin(['mock', ...args]);
  const [line] = await program.shows(/\{.*\}/);
  const { address } = JSON.parse(line) as { address: string };
  return {
    address,
    say: (text) => program.type(`${text}\n`),
    close: () => {
      program.type('quit\n');
      return program.ended;
    },
  };
}

/** In doubt is what a run says of a machine that was too busy to measure; then it is taken again, a few times. */
async function judged(
  output: string,
  args: readonly string[],
): Promise<{ code: number; text: string; output: string }> {
  for (let attempt = 1; ; attempt++) {
    const folderOfRun = attempt === 1 ? output : `${output}-${attempt}`;
    const run = wijktwin([...args, '--output', folderOfRun]);
    const code = await run.ended;
    if (code !== 3 || attempt === ATTEMPTS) return { code, text: run.text, output: folderOfRun };
  }
}

const ATTEMPTS = 3;
const words = (text: string): string[] => text.split(' ');

let whole: ReturnType<typeof judged> | undefined;
/** The whole catalogue on a mock on a pty: one run for all who look at it. */
function wholeRun(): ReturnType<typeof judged> {
  const bench = benchFile('whole', NEVER_OPENED);
  const args = `accept roof --bench ${bench} --mock --played-by sunspec-pv --speed 10`;
  whole ??= judged(join(folder, 'whole'), words(args));
  return whole;
}

const NEVER_OPENED = 'serial:/dev/null?baud=9600';
const SLOW = 300_000;

describe.concurrent('an acceptance in real processes', () => {
  it('a whole run on a pty passes, and its reports are read by others', { timeout: SLOW }, async () => {
    const { code, text, output } = await wholeRun();
    expect(code, text).toBe(0);
    expect(text).toMatch(/On a mock on serial:.*\(pty by (python3|socat)\)/);
    const result = resultIn(output);
    expect(result).toMatchObject({ verdict: 'pass', device: { subject: 'mock' }, neutral: { state: 'confirmed' } });
    const ran = result.checks.filter(({ status }) => status === 'ran').map(({ id }) => id);
    expect(ran).toEqual([
      'identity',
      'read-sanity',
      'write-read-back',
      'effect',
      'revert',
      'controller-killed',
      'cable-pulled',
      'restart',
      'mode-transitions',
      'bus-load',
      'over-the-run',
      'bench-health',
    ]);

    // The result against its own schema, by a validator that is not ours.
    const schema = JSON.parse(readFileSync(join(output, 'acceptance.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    const { verdict: _, ...without } = result;
    expect(validate(without)).toBe(false);

    // JUnit by Python's parser.
    const counted = execFileSync(
      'python3',
      [
        '-c',
        'import sys,xml.etree.ElementTree as E;s=E.parse(sys.argv[1]).getroot()[0];print(s.get("tests"),s.get("failures"),s.get("errors"))',
        join(output, 'junit.xml'),
      ],
      { encoding: 'utf8' },
    );
    expect(counted.trim()).toBe(`${result.checks.length} 0 0`);

    // The controller was a process, its last frame is a read or a write like any other, and it said nothing after SIGKILL.
    const pid = /process (\d+)\) was killed/.exec(checkOf(result, 'controller-killed').summary)?.[1];
    expect(() => process.kill(Number(pid), 0)).toThrow();
    expect(frames(output, 'controller')).toMatch(/write 50\d{3} = /);
    // Notes of the catalogue stand between the frames that they caused.
    const device = frames(output, 'device');
    expect(device).toMatch(
      /-- check cable-pulled begins[\s\S]*-- cable pulled\n[\s\S]*no answer within \d+ ms[\s\S]*-- cable back/,
    );
    expect(result.frames.map(({ line, bytes }) => [line, bytes > 500])).toEqual([
      ['device', true],
      ['controller', true],
    ]);
  });

  it.skipIf(noBrowser())(
    withReason('its report is drawn in a browser, needs nothing and complains of nothing', noBrowser()),
    { timeout: SLOW },
    async () => {
      const { output } = await wholeRun();
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        const complaints: string[] = [];
        tab.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
        });
        tab.on('pageerror', (error) => complaints.push(error.message));
        tab.on('request', (request) => {
          if (!request.url().startsWith('file:')) complaints.push(request.url());
        });
        await tab.goto(pathToFileURL(join(output, 'report.html')).href);
        const response = tab.getByRole('img', { name: 'Limit to 80 %' });
        expect(await response.locator('path, polyline').count()).toBeGreaterThan(0);
        const box = await response.boundingBox();
        expect(box!.width).toBeGreaterThan(300);
        expect(box!.height).toBeGreaterThan(100);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );

  it('a sin fails in its check, as the independent meter saw it', { timeout: SLOW }, async () => {
    const output = join(folder, 'sin');
    const bench = benchFile('sin', NEVER_OPENED);
    const sin = '--mock --played-by sunspec-pv --sin no-effect --meter --speed 5 --only ramp,effect --json';
    const run = wijktwin(words(`accept roof --bench ${bench} ${sin} --output ${output}`));
    expect(await run.ended, run.text).toBe(1);
    const result = resultIn(output);
    expect(result.verdict).toBe('fail');
    expect(result.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).toEqual(['effect']);
    expect(result.instruments.map(({ id, judges, independent }) => [id, judges, independent])).toEqual([
      ['roof', false, false],
      ['sdm630', true, true],
    ]);
    const judged = checkOf(result, 'effect').figures.filter(({ id }) => id.startsWith('limit-to-'));
    expect(judged.length).toBeGreaterThan(0);
    for (const { source } of judged) expect(source).toMatch(/^meter sdm630 \(Eastron SDM630.*class B/);
    expect(readFileSync(join(output, 'report.html'), 'utf8')).toContain('meter sdm630');
    // --json: the answer is the last line, and nothing else is on standard output.
    expect(JSON.parse(run.text.trim().split('\n').at(-1)!)).toMatchObject({ verdict: 'fail', folder: output });
  });

  it('Ctrl-C in the middle leaves the device neutral, writes the report and says so', { timeout: SLOW }, async () => {
    const output = join(folder, 'ctrl-c');
    const run = wijktwin(['accept', 'sunspec-storage', '--mock', '--only', 'effect', '--output', output], false);
    await run.shows(/\] Effect on measured power/);
    run.type(CTRL_C);
    expect(await run.ended, run.text).toBe(2);
    expect(run.text).toMatch(/Stopping, ended by the operator: the device goes to its safe setpoint/);
    const result = resultIn(output);
    expect(result).toMatchObject({ verdict: 'aborted', exitCode: 2, neutral: { state: 'confirmed' } });
    expect(checkOf(result, 'effect')).toMatchObject({ verdict: 'aborted' });
    expect(existsSync(join(output, 'report.html'))).toBe(true);
    // What went over the line last: the safe setpoint, and its read-back.
    const device = frames(output, 'device').trim().split('\n');
    const stopped = device.findIndex((line) => line.includes('-- stopping: ended by the operator'));
    expect(device.slice(stopped).join('\n')).toMatch(
      /write 40\d{3} = [\s\S]*: confirmed[\s\S]*-- neutral state confirmed/,
    );
  });

  it('a person at the terminal is asked to pull the cable and to cut the supply, and is waited for', {
    timeout: SLOW,
  }, async () => {
    const output = join(folder, 'hands');
    const meter = await mock('sdm630', '--address', `pty:${join(folder, 'hands-line')}`, '--baud', '115200');
    const run = wijktwin(
      [
        'accept',
        '--profile',
        'eastron-sdm630',
        '--link',
        meter.address,
        '--operator',
        'J. de Vries',
        '--only',
        'cable-pulled,restart',
        '--output',
        output,
      ],
      false,
    );
    await run.shows(/>>> J\. de Vries: pull the data cable of the device, then press Enter\./);
    meter.say('unplug 3600s');
    run.type('\n');
    await run.shows(/>>> J\. de Vries: put the data cable back, then press Enter\./);
    meter.say('unplug 0s');
    run.type('\n');
    await run.shows(/>>> J\. de Vries: switch the supply of the device off, then press Enter\./);
    meter.say('fault reboot');
    run.type('\n');
    await run.shows(/>>> J\. de Vries: switch the supply on again, then press Enter\./);
    run.type('\n');
    // Its hands do what they are asked to; its direction only another meter could show.
    expect(await run.ended, run.text).toBe(3);
    const result = resultIn(output);
    expect(checkOf(result, 'read-sanity')).toMatchObject({
      verdict: 'inconclusive',
      findings: [{ text: expect.stringMatching(/^Direction not judged: no second instrument/) }],
    });
    expect(checkOf(result, 'cable-pulled')).toMatchObject({ verdict: 'pass', status: 'ran' });
    expect(checkOf(result, 'restart')).toMatchObject({ verdict: 'pass', status: 'ran' });
    expect(result.device.subject).toBe('hardware');
    await meter.close();
  });

  it('an interlock is a way out: its opening ends the run in a confirmed neutral state', {
    timeout: SLOW,
  }, async () => {
    const roof = await mock(
      'sunspec-pv',
      '--address',
      `pty:${join(folder, 'interlock-line')}`,
      '--baud',
      '115200',
      '--unit',
      '1',
    );
    const contact = await contactOnTcp();
    const bench = benchFile(
      'interlock',
      roof.address,
      `interlocks: [{ id: door, contact: byte, address: "${contact.address}", closed: 49 }]\n`,
    );
    const args = (name: string) => [
      'accept',
      'roof',
      '--bench',
      bench,
      '--operator',
      'lab',
      '--only',
      'effect',
      '--output',
      join(folder, name),
    ];

    const refused = wijktwin(args('open'));
    expect(await refused.ended).toBe(2);
    expect(refused.text).toMatch(/interlock door \(bytes 0x31 on .*\) is open: .*close it, and begin again \[STATE\]/);
    expect(existsSync(join(folder, 'open', 'frames'))).toBe(false);

    contact.close();
    const run = wijktwin(args('tripped'));
    await run.shows(/Pass +Write and read back/);
    contact.open();
    expect(await run.ended, run.text).toBe(2);
    expect(run.text).toMatch(/Stopping, interlock door is open: not seen closed for more than 500 ms/);
    const result = resultIn(join(folder, 'tripped'));
    expect(result).toMatchObject({ verdict: 'aborted', neutral: { state: 'confirmed' } });
    expect(result.abortPath[0]).toMatch(/^Interlock door/);
    await contact.end();
    await roof.close();
  });

  it('without a way out no hardware is commanded', async () => {
    const output = join(folder, 'refused');
    const run = wijktwin(['accept', 'roof', '--bench', benchFile('refused', NEVER_OPENED), '--output', output]);
    expect(await run.ended).toBe(2);
    expect(run.text).toMatch(/--emergency-stop: a hardware test needs an emergency stop/);
    expect(run.text).toMatch(/--operator = none: nobody is at a terminal to press Ctrl-C/);
    expect(existsSync(output)).toBe(false);
  });

  it('lists the catalogue, for a person and as JSON, and names every wrong option at once', async () => {
    const list = wijktwin(['accept', '--list', '--profile', 'dsmr5-meter', '--mock', '--json']);
    expect(await list.ended).toBe(0);
    const rows = JSON.parse(list.text) as { id: string; notApplicable: string | null }[];
    expect(rows.find(({ id }) => id === 'effect')?.notApplicable).toMatch(/takes no power setpoint/);
    expect(rows.find(({ id }) => id === 'cable-pulled')?.notApplicable).toBeNull();
    const available = wijktwin(['accept', 'sunspec-storage', '--mock', '--available', '-5']);
    expect(await available.ended).toBe(2);
    expect(available.text).toMatch(/--available = -5: is a power above 0/);
    expect(available.text).toMatch(/--available = -5: .* takes no limit; leave it out/);
    const wrong = wijktwin(['accept', 'merwede-blok', '--model', '--meter', 'm', '--only', 'everything']);
    expect(await wrong.ended).toBe(2);
    expect(wrong.text).toMatch(/--meter = m: does not go with --model/);
    expect(wrong.text).toMatch(/--only = everything: checks are identity, /);
    expect(wrong.text).toMatch(/DEVICE = merwede-blok: a model is WIJK:SLOT/);
    expect(wrong.text).not.toMatch(/^\s+at /m);
  });

  it("the twin's model of a battery does what its profile says, through the emulation of its slot", {
    timeout: SLOW,
  }, async () => {
    const slot = 'accept merwede-blok:home-007/battery --model --speed 5 --only effect';
    const { code, text, output } = await judged(join(folder, 'model'), words(slot));
    expect(code, text).toBe(0);
    const result = resultIn(output);
    expect(result).toMatchObject({ verdict: 'pass', device: { subject: 'model' }, neutral: { state: 'confirmed' } });
    expect(checkOf(result, 'restart')).toBeUndefined();
    const absent = wijktwin(['accept', 'merwede-blok:home-999/battery', '--model', '--output', join(folder, 'absent')]);
    expect(await absent.ended).toBe(2);
    expect(absent.text).toMatch(
      /DEVICE = merwede-blok:home-999\/battery: the twin's wijk has no slot "home-999\/battery"/,
    );
  });
});

/** A small controller that says "1" ten times a second while its contact is closed, on TCP. */
async function contactOnTcp(): Promise<{ address: string; close(): void; open(): void; end(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  let closed = false;
  const timer = setInterval(() => {
    if (closed) for (const socket of sockets) socket.write('1');
  }, 100);
  return {
    address: `tcp:127.0.0.1:${port}`,
    close: () => {
      closed = true;
    },
    open: () => {
      closed = false;
    },
    end: async () => {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
