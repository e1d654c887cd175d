/**
 * A device of known capabilities is a new file and no code: an invented battery inverter that lives in a pymodbus server, a
 * profile in a folder of the user's own, and the real thing around it: `wijktwin scan --profiles`, a bench, a twin, a setpoint
 * given to the twin that the foreign device follows. Over TCP and over RTU on ptys.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../../bench/bench.js';
import { loadBenchFile } from '../../../bench/config.js';
import { totalW } from '../../../bench/devices/driver.js';
import { NO_LOG } from '../../../bench/log.js';
import { formatProblem } from '../../../errors.js';
import { openPty, ptyMaker } from '../../../firmware-mocks/pty.js';
import { PACKAGE_ROOT } from '../../../paths.js';
import { ACTOR, ask, type House, startHouse } from '../../twin/server/harness.js';
import { available, makeEnvironment, required, start, title } from './foreign.js';

const PROFILE = `
profile: zeewind-zw6
title: Zeewind ZW-6, a battery inverter that nobody has seen
source: product.py, its registers as its maker would print them
driver: modbus-actuator
lease: actuator
protocols: [modbus-rtu, modbus-tcp]
behaviour:
  timing: { replyTimeoutMs: 1500, minimumGapMs: 5, budgetMs: 5000, identifyBudgetMs: 8000, lostAfterReadings: 3 }
  control:
    meaning: target
    stepW: 10
    safeSetpointW: 0
    revert: { kind: timer, minimumS: 5, maximumS: 600, defaultS: 20, toleranceS: 1, to: free }
    memory: volatile
    writes: { minimumIntervalMs: 100 }
  effect: { withinS: 5, bandW: 60, bandRatio: 0.02, refuseAfter: 3 }
measurement:
  instrument: own-register
  uncertainty: { activePowerW: { ofReadingRatio: 0.01, constant: 10 } }
  source: product.py
modbus: { wordOrder: low-first, maximumRegisters: 32 }
identity: { manufacturer: =Zeewind, model: =ZW-6, serialNumber: serial, expect: { code: 4242 } }
registers:
  code: { address: 0x0010, type: uint16 }
  serial: { address: 0x0011, type: uint32 }
  rated: { address: 0x0013, type: uint16, unit: kW, scale: 0.1 }
  power: { address: 0x0200, function: 4, type: int32, unit: W, scale: 10 }
  charge: { address: 0x0202, function: 4, type: uint16, unit: "%", scale: 0.1 }
  voltage: { address: 0x0203, function: 4, type: uint16, unit: V, scale: 0.1 }
  setpoint: { address: 0x0100, type: float32, unit: kW, sign: -1, write: volatile }
  control: { address: 0x0102, type: uint16, write: volatile }
  timeout: { address: 0x0103, type: uint16, unit: s, write: volatile }
reads: { activePowerW: power, stateOfChargeRatio: charge, voltageAV: voltage }
command:
  rating: { minimumPowerW: -6000, maximumPowerW: rated }
  writes:
    - { register: setpoint, value: targetPowerW }
    - { register: control, value: 1 }
    - { register: timeout, value: revertTimeS }
  release: [{ register: control, value: 0 }]
`;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server of ours on a cable of two ptys, or on a port; the address that a bench opens. */
async function product(kind: 'tcp' | 'rtu'): Promise<string> {
  if (kind === 'tcp') {
    const server = await start('product.py', ['tcp']);
    closers.push(() => server.stop());
    return `tcp:127.0.0.1:${server.ready.port}`;
  }
  const [ours, theirs] = [await openPty(ptyMaker()!), await openPty(ptyMaker()!)];
  closers.push(
    () => ours.close(),
    () => theirs.close(),
  );
  ours.onData((bytes) => theirs.write(bytes));
  theirs.onData((bytes) => ours.write(bytes));
  const server = await start('product.py', ['rtu', theirs.path]);
  closers.push(() => server.stop());
  return `serial:${ours.path}?baud=19200&format=8N1`;
}

function wijktwin(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const program = join(PACKAGE_ROOT, 'dist', 'wijktwin.js');
    execFile(process.execPath, [program, ...args], { timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe.skipIf(!available)(title('a product of your own, on a server of pymodbus'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-own-'));
  let house: House;

  beforeAll(async () => {
    makeEnvironment();
    writeFileSync(join(folder, 'zeewind-zw6.yaml'), PROFILE);
    house = await startHouse();
  }, 300_000);
  afterAll(async () => {
    await house?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each((['tcp', 'rtu'] as const).filter((kind) => kind === 'tcp' || required || ptyMaker() !== undefined))(
    'over %s: found, read, and following the setpoints that the twin was given',
    async (kind) => {
      const address = await product(kind);
      const protocol = kind === 'tcp' ? 'modbus-tcp' : 'modbus-rtu';
      const scan = ['scan', address, '--protocol', protocol, '--units', '5', '--timeout', '1500'];
      const unknown = await wijktwin(...scan, '--json');
      expect(JSON.parse(unknown.out).findings).toMatchObject([{ kind: 'modbus', unit: 5 }]);
      const known = await wijktwin(...scan, '--profiles', folder);
      expect(known.err).toBe('');
      expect(known.out).toMatch(/^unit 5: .*"Zeewind ZW-6 serial 70000123".*zeewind-zw6/m);

      await house.load({ speed: 1, durationS: 0, tickS: 0.2, recordDirectory: '' });
      const { slots } = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
      const slotId = slots.find((s) => s.kind === wijk.v1.AssetKind.ASSET_KIND_BATTERY)!.id!;
      const file = join(folder, `${kind}.bench`);
      writeFileSync(
        file,
        `bench: own
links: [{ id: line, address: "${address}", protocol: ${protocol} }]
devices:
  - { id: battery, profile: zeewind-zw6, link: line, unit: 5, slot: ${slotId}, lease: actuator, pollPeriod: 300ms,
      envelope: { minimumW: -6000, maximumW: 6000, rampWPerS: 100000 } }
`,
      );
      const shipped = loadBenchFile(file);
      expect(shipped.ok ? [] : shipped.problems.map(formatProblem).join()).toMatch(/zeewind-zw6.*no such profile/);
      const loaded = loadBenchFile(file, folder);
      if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
      const bench = new Bench({ config: loaded.value, twinAddress: house.address, log: NO_LOG });
      closers.push(() => bench.close());
      bench.start();
      await house.start();
      closers.push(() => house.stop());
      const [session] = bench.sessions;
      const bound = () => expect(session!.life.state, session!.lastError).toBe('bound');
      await vi.waitFor(bound, { timeout: 20_000, interval: 50 });
      expect(session!.life).toMatchObject({ identity: { rating: { minimumW: -6000, maximumW: 6000 } } });

      const charge = () => session!.lastReading!.stateOfChargeRatio!;
      for (const powerW of [2500, -3210]) {
        await ask((done) => house.twin.inject({ actor: ACTOR, setpoint: { slotId, activePowerW: powerW } }, done));
        const there = () => expect(Math.abs(totalW(session!.lastReading!) - powerW)).toBeLessThanOrEqual(10);
        await vi.waitFor(there, { timeout: 15_000, interval: 50 });
        // The device's own physics says which way the energy goes.
        const [before, direction] = [charge(), Math.sign(powerW)];
        const moved = () => expect(direction * (charge() - before)).toBeGreaterThan(0.02);
        await vi.waitFor(moved, { timeout: 15_000, interval: 50 });
      }
      expect(session!.setpointsIgnored).toBe(0);
      expect(session!.discrepancies).toEqual([]);
      expect((await bench.close()).confirmed).toEqual(['battery']);
    },
    90_000,
  );

  it('says everything that is wrong with a folder of profiles', async () => {
    const broken = join(folder, 'nowhere');
    const { code, err } = await wijktwin('scan', 'tcp:127.0.0.1:1', '--profiles', broken);
    expect(code).toBe(2);
    expect(err).toMatch(/nowhere.*is no folder that can be read/);
    expect(err).not.toMatch(/\bat .*\.js:/);
    const bench = await wijktwin('bench', '--profiles', folder, '--twin', 'x');
    expect(bench.code).toBe(2);
    expect(bench.err).toMatch(/--profiles.*add --file/);
    expect(bench.err).toMatch(/--twin/);
    const accept = await wijktwin(
      'accept',
      '--profile',
      'zeewind-zw6',
      '--profiles',
      folder,
      '--link',
      'tcp:127.0.0.1:1',
      '--list',
    );
    expect(accept.out).toMatch(/write-read-back/);
  });
});
