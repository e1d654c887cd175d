/** Wrong files and wrong arguments on the command line: every problem at once, exit code 2, nothing started. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTRY, EXPERIMENT_EXAMPLES, WIJK_EXAMPLES } from '../../paths.js';

const folder = mkdtempSync(join(tmpdir(), 'wijktwin-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wijktwin(...args: string[]): { code: number | null; lines: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [ENTRY, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, lines: stderr.trim().split('\n') };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const experiment = readFileSync(join(EXPERIMENT_EXAMPLES, 'merwede-evening.yaml'), 'utf8');
const wijkFile = join(WIJK_EXAMPLES, 'merwede-blok', 'merwede-blok.wijk.yaml');
const gridFile = join(WIJK_EXAMPLES, 'merwede-blok', 'merwede-blok.grid.json');

describe('bad input on the command line', () => {
  it('an experiment with several mistakes names them all, with line, value and rule, and starts nothing', () => {
    const bad = experiment
      .replace('duration: 6h', 'duration: soon')
      .replace('tick: 1s', 'tick: 7s')
      .replace('groupLimitKw: 275', 'groupLimitKw: -5')
      .replace('criteria:', 'criteria:\n  voltage_typo: {}');
    const { code, lines } = wijktwin('run', file('experiment.yaml', bad), '--output', join(folder, 'never'));
    expect(code).toBe(2);
    const text = lines.join('\n');
    expect(text).toMatch(/experiment\.yaml:\d+: duration = soon: /);
    expect(text).toMatch(/experiment\.yaml:\d+: tick = 7s: /);
    expect(text).toMatch(/groupLimitKw = -5: /);
    expect(text).toMatch(/voltage_typo/);
    expect(text).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it('a wijk file with several mistakes names them all', () => {
    const text = readFileSync(wijkFile, 'utf8')
      .replace('latitudeDeg: 52.083', 'latitudeDeg: 152')
      .replace('limitKw: 275', 'limitKw: none')
      .replace(/ean: "?\d{18}"?/, 'ean: "871234567890123450"')
      .replace('merwede-blok.grid.json', gridFile);
    const wijk = file('bad.wijk.yaml', text);
    const { code, lines } = wijktwin(
      'run',
      file('wijk-experiment.yaml', experiment.replace('wijk: merwede-blok', `wijk: ${wijk}`)),
    );
    expect(code).toBe(2);
    expect(lines.filter((line) => line.includes('bad.wijk.yaml:')).length).toBeGreaterThanOrEqual(2);
    expect(lines.join('\n')).toMatch(/latitudeDeg = 152: /);
    expect(existsSync(join(folder, 'runs'))).toBe(false);
  });

  it('a grid with several mistakes names them all in the style of its own format', () => {
    const grid = JSON.parse(readFileSync(gridFile, 'utf8')) as {
      attributes: Record<string, string[]>;
      data: Record<string, unknown[][]>;
    };
    const set = (component: string, row: number, attribute: string, value: unknown): void => {
      grid.data[component]![row]![grid.attributes[component]!.indexOf(attribute)] = value;
    };
    set('node', 3, 'u_rated', -400);
    set('line', 5, 'from_node', 999_999);
    const { code, lines } = wijktwin('grid', 'validate', file('bad.grid.json', JSON.stringify(grid)));
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(/data\/0\/node\/3/);
    expect(lines.join('\n')).toMatch(/data\/0\/line\/5/);
  });

  it('a bench file with several mistakes names them all', () => {
    const bench = file(
      'bench.yaml',
      [
        'bench: lab',
        'links: [{id: bus, address: "serial:", protocol: modbus-rtu}]',
        'devices:',
        '  - {id: a, profile: nothing-known, link: bus, unit: 1, slot: home-007/battery, lease: actuator, safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 1000}}',
        '  - {id: b, profile: sunspec-storage, link: elsewhere, unit: 1, slot: home-008/battery, lease: actuator, safeSetpointW: 0, revertTime: 0s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 1000}}',
      ].join('\n'),
    );
    const { code, lines } = wijktwin('bench', '--file', bench, '--listen', '127.0.0.1:0');
    expect(code).toBe(2);
    const text = lines.join('\n');
    expect(text).toMatch(/links\/0\/address/);
    expect(text).toMatch(/nothing-known/);
    expect(text).toMatch(/elsewhere/);
    expect(text).toMatch(/revertTime/);
  });

  it('a port in use is one clear line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    for (const command of ['twin', 'bench', 'cockpit']) {
      const { code, lines } = wijktwin(command, '--listen', `127.0.0.1:${port}`);
      expect(code, command).toBe(2);
      expect(
        lines.filter((line) => line.includes('PORT_IN_USE')),
        command,
      ).toHaveLength(1);
      expect(lines.join('\n'), command).toContain(String(port));
    }
    other.close();
  });

  it('a serial port that is not there is one clear line with what to do', () => {
    const { code, lines } = wijktwin('scan', 'serial:/dev/ttyNOWHERE?baud=9600');
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/ttyNOWHERE/);
    expect(lines[0]).toMatch(/NO_SUCH_PORT/);
  });

  it('an unknown experiment, option or stress week says what there is', () => {
    expect(wijktwin('run', 'merwede-morning').lines.join('\n')).toContain('merwede-evening');
    expect(wijktwin('run', 'merwede-evening', '--sped', 'max').code).toBe(2);
    expect(wijktwin('run', 'merwede-evening', '--duration', 'tomorrow').lines.join('\n')).toMatch(
      /--duration = tomorrow/,
    );
  });

  it('a device of the wrong kind is refused with what was found', async () => {
    const mock = spawn(
      process.execPath,
      [ENTRY, 'mock', 'heat-pump', '--unit', '1', '--baud', '0', '--stop-with-parent'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(mock.stdout!, 'data')) as [Buffer];
    const { address } = JSON.parse(line.toString()) as { address: string };
    const bench = file(
      'wrong-kind.yaml',
      [
        'bench: lab',
        `links: [{id: bus, address: "${address}", protocol: modbus-rtu}]`,
        'devices:',
        '  - {id: battery, profile: sunspec-storage, link: bus, unit: 1, slot: home-007/battery, lease: actuator, safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 1000}}',
      ].join('\n'),
    );
    const child = spawn(
      process.execPath,
      [ENTRY, 'bench', '--file', bench, '--listen', '127.0.0.1:0', '--stop-with-parent'],
      {
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    try {
      let log = '';
      for await (const chunk of child.stderr!) {
        log += String(chunk);
        if (/no SunSpec map|WRONG_DEVICE/.test(log)) break;
      }
      expect(log).toMatch(/battery/);
      expect(log).toMatch(/no SunSpec map|WRONG_DEVICE/);
    } finally {
      child.kill('SIGTERM');
      mock.stdin!.end();
    }
  }, 30_000);

  it('leaves nothing behind', () => {
    expect(readdirSync(folder).filter((name) => name === 'runs')).toEqual([]);
  });
});
