/**
 * `npm run perf:link`: how close polling comes to the wire's own limit, beside the two Modbus packages for Node, from a
 * published setpoint to the first byte, and a bench full of devices. At the end one table of all that was asked for.
 *
 *   node dist/test/perf/link.js [--only polling,peers,setpoint,bench] [--minutes 10]
 *
 * `--minutes` is how long the bench full of devices runs. Lines are paced by devices in processes of their own
 * (`link-device.ts`). Exit code 1 if a target is missed.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bus, createBus } from '../../bench/modbus/bus.js';
import { openTransport } from '../../bench/transport/open.js';
import { rtuLine, tcpServer } from './link-lines.js';
import { type Client, installPeers, jsModbus, type Maker, modbusSerial, ours, PEERS } from './link-peers.js';
import { measureSetpoints, SETPOINT_TARGET_MS } from './link-setpoint.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'polling,peers,setpoint,bench' },
    minutes: { type: 'string', default: '10' },
  },
});
const PARTS = ['polling', 'peers', 'setpoint', 'bench'];
const parts = options.only.split(',');
const minutes = Number(options.minutes);
if (!parts.every((part) => PARTS.includes(part)) || !(minutes > 0)) {
  process.stderr.write(`--only takes ${PARTS.join(', ')}; --minutes a number above 0\n`);
  process.exit(2);
}
/** The closing table: what was asked for, and what came of it. */
const closing: string[][] = [['work', 'target', 'ours', 'best peer', '']];
let missed = 0;

const print = (text = ''): void => void process.stdout.write(`${text}\n`);
function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  for (const [k, row] of rows.entries()) {
    print(`| ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join(' | ')} |`);
    if (k === 0) print(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  }
  print();
}
/** Notes a row of the closing table, and gives its verdict. */
function verdict(work: string, target: string, ours: string, peer: string, ok: boolean): string {
  if (!ok) missed++;
  const word = ok ? 'reached' : 'MISSED';
  closing.push([work, target, ours, peer, word]);
  return word;
}
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
const ms = (value: number): string => value.toFixed(2);

/** Request of 8 bytes, reply of 5 + 2N, two silences of 3.5 characters; 8N1: 10 bits a character. */
function wireLimitMs(baud: number, registers: number): number {
  const characterMs = 10_000 / baud;
  const silenceMs = baud > 19_200 ? 1.75 : 3.5 * characterMs;
  return (8 + 5 + 2 * registers) * characterMs + 2 * silenceMs;
}

/** Stretches of polling in a row; the quietest counts, because a neighbour's burst is not the bus's slowness. */
const STRETCHES = 3;

/** Some three seconds of back-to-back polling: from one answer to the next, ms. */
async function stretch(bus: Bus, registers: number, count: number): Promise<number[]> {
  const times: number[] = [];
  let last = performance.now();
  for (let k = 0; k < count; k++) {
    const values = await bus.readHoldingRegisters(1, k, registers);
    if (values[0] !== k) throw new Error(`register ${k} was read as ${values[0]}`);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times.sort((a, b) => a - b);
}
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

async function polling(): Promise<void> {
  const rows: string[][] = [
    [
      'polling, 8N1',
      'wire limit ms',
      'mean ms',
      'p50 ms',
      'p99 ms',
      'share of limit',
      'of all stretches',
      'target',
      '',
    ],
  ];
  for (const baud of [9600, 19_200, 115_200]) {
    const line = await rtuLine(baud);
    const transport = await openTransport(`serial:${line.at}?baud=${baud}&format=8N1`);
    const bus = createBus(transport, { framing: 'rtu', baud, bitsPerCharacter: 10, timeoutMs: 1000 });
    for (const registers of [10, 50, 125]) {
      const limit = wireLimitMs(baud, registers);
      await stretch(bus, registers, 5);
      const all: number[][] = [];
      for (let n = 0; n < STRETCHES; n++)
        all.push(await stretch(bus, registers, Math.max(12, Math.round(3000 / limit))));
      const quietest = all.reduce((a, b) => (mean(b) < mean(a) ? b : a));
      const target = baud <= 19_200 ? 0.95 : 0.8;
      const share = limit / mean(quietest);
      rows.push([
        `${baud} baud, ${registers} registers`,
        ms(limit),
        ms(mean(quietest)),
        ms(quantile(quietest, 0.5)),
        ms(quantile(quietest, 0.99)),
        `${(100 * share).toFixed(1)} %`,
        `${((100 * limit) / mean(all.flat())).toFixed(1)} %`,
        `>= ${100 * target} %`,
        verdict(
          `polling ${registers} registers at ${baud} baud`,
          `>= ${100 * target} % of the wire's limit`,
          `${(100 * share).toFixed(1)} %`,
          '',
          share >= target,
        ),
      ]);
    }
    await bus.close();
    line.close();
  }
  table(rows);
}

/** Quantiles of every round, in order. */
interface Spread {
  readonly p50: number[];
  readonly p99: number[];
}

/**
 * Reads of one client after the other, in changing order: `together` reads of one, then as many of the next, so that a busy moment
 * of the machine meets all of them. Of each round the two quantiles, of those the median over the rounds: one stolen core does
 * not decide.
 */
async function interleaved(
  clients: readonly Client[],
  registers: number,
  { rounds, perRound, together }: { readonly rounds: number; readonly perRound: number; readonly together: number },
): Promise<Map<string, Spread>> {
  const spreads = new Map<string, Spread>(clients.map(({ name }) => [name, { p50: [], p99: [] }]));
  for (let round = -2; round < rounds; round++) {
    const times = new Map<Client, number[]>(clients.map((client) => [client, []]));
    for (let n = 0; n < perRound; n += together) {
      for (let k = 0; k < clients.length; k++) {
        const client = clients[(k + n / together) % clients.length]!;
        const list = times.get(client)!;
        for (let m = n; m < n + together; m++) {
          const from = performance.now();
          const values = await client.read(m, registers);
          if (values[registers - 1] !== m + registers - 1) throw new Error(`${client.name}: wrong registers`);
          list.push(performance.now() - from);
        }
      }
    }
    if (round < 0) continue; // the first two warm up
    for (const [{ name }, list] of times) {
      list.sort((a, b) => a - b);
      spreads.get(name)!.p50.push(quantile(list, 0.5));
      spreads.get(name)!.p99.push(quantile(list, 0.99));
    }
  }
  return spreads;
}

const median = (list: readonly number[]): number =>
  quantile(
    [...list].sort((a, b) => a - b),
    0.5,
  );

/**
 * How sure the rounds are that ours took longer than the other: the chance of so many longer rounds if both were equal (sign
 * test). Below 5 % ours is slower; what lies between is no difference that this machine can see.
 */
function chanceOfSlower(mine: readonly number[], other: readonly number[]): number {
  const n = mine.length;
  const slower = mine.filter((time, k) => time > other[k]!).length;
  let chance = 0;
  let choose = 1; // n over k
  for (let k = 0; k <= n; k++) {
    if (k >= slower) chance += choose / 2 ** n;
    choose = (choose * (n - k)) / (k + 1);
  }
  return chance;
}

async function peers(): Promise<void> {
  const require = installPeers(ROOT);
  const makers: Maker[] = [ours, modbusSerial(require), jsModbus(require)];
  const rows: string[][] = [['no gap', ...makers.flatMap(({ name }) => [`${name} p50`, 'p99 ms']), 'target', '']];
  const add = (title: string, times: Map<string, Spread>, strictly: boolean): void => {
    const all = makers.map(({ name }) => ({ name, ...times.get(name)! }));
    const [mine, ...others] = all as [(typeof all)[0], ...typeof all];
    const within = (q: 'p50' | 'p99'): boolean =>
      others.every((other) => {
        if (strictly) return median(mine[q]) < median(other[q]);
        return median(mine[q]) <= median(other[q]) || chanceOfSlower(mine[q], other[q]) >= 0.05;
      });
    const cells = all.flatMap(({ p50, p99 }) => [median(p50).toFixed(3), median(p99).toFixed(3)]);
    const target = strictly ? 'faster than both' : 'no worse than the better';
    const verdicts = (['p50', 'p99'] as const).map((q) => {
      const best = others.reduce((a, b) => (median(b[q]) < median(a[q]) ? b : a));
      const peer = `${median(best[q]).toFixed(3)} ms (${best.name})`;
      return verdict(`${title}, ${q}`, target, `${median(mine[q]).toFixed(3)} ms`, peer, within(q));
    });
    rows.push([title, ...cells, target, verdicts.includes('MISSED') ? 'MISSED' : 'reached']);
  };
  for (const [baud, registers, rounds, perRound] of [
    [19_200, 10, 15, 24],
    [115_200, 10, 25, 60],
    [115_200, 125, 15, 30],
  ] as const) {
    const lines = await Promise.all(makers.map(() => rtuLine(baud)));
    const clients = await Promise.all(makers.map((maker, k) => maker.serial(lines[k]!.at, baud)));
    const times = await interleaved(clients, registers, { rounds, perRound, together: 1 });
    add(`one read, RTU ${baud} baud, ${registers} registers`, times, false);
    for (const client of clients) await client.close();
    for (const line of lines) line.close();
  }
  const server = await tcpServer();
  for (const registers of [10, 125]) {
    const clients = await Promise.all(makers.map((maker) => maker.tcp(server.at)));
    const times = await interleaved(clients, registers, { rounds: 41, perRound: 500, together: 25 });
    add(`one read, TCP, ${registers} registers`, times, true);
    for (const client of clients) await client.close();
  }
  server.close();
  table(rows);
}

const REGISTERS = 20;
const PERIOD_MS = 1000;

/** Three RTU lines at 19200 with five devices each and twenty on TCP, twenty registers a second from each. */
async function fullBench(): Promise<void> {
  const lines = await Promise.all([1, 2, 3].map(() => rtuLine(19_200)));
  const server = await tcpServer();
  const rtu = await Promise.all(
    lines.map(async ({ at }) =>
      createBus(await openTransport(`serial:${at}?baud=19200&format=8N1`), {
        framing: 'rtu',
        baud: 19_200,
        bitsPerCharacter: 10,
      }),
    ),
  );
  const tcp = await Promise.all(
    Array.from({ length: 20 }, async () =>
      createBus(await openTransport(`tcp:127.0.0.1:${server.at}`), { framing: 'tcp' }),
    ),
  );
  const polls: { bus: Bus; unit: number }[] = [
    ...rtu.flatMap((bus) => [1, 2, 3, 4, 5].map((unit) => ({ bus, unit }))),
    ...tcp.map((bus) => ({ bus, unit: 1 })),
  ];
  const startMs = performance.now() + 100;
  const cycles = Math.round((minutes * 60_000) / PERIOD_MS);
  const took: number[] = [];
  let late = 0;
  let failed = 0;
  const cpu = process.cpuUsage();
  await Promise.all(
    polls.map(async ({ bus, unit }) => {
      for (let cycle = 0; cycle < cycles; cycle++) {
        const dueMs = startMs + cycle * PERIOD_MS;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
        try {
          const values = await bus.readHoldingRegisters(unit, cycle, REGISTERS, {
            deadlineMs: PERIOD_MS,
            insist: true,
          });
          if (values[0] !== cycle) throw new Error('a wrong register');
          const ended = performance.now() - dueMs;
          took.push(ended);
          if (ended > PERIOD_MS) late++;
        } catch {
          late++;
          failed++;
        }
      }
    }),
  );
  const used = process.cpuUsage(cpu);
  const share = (used.user + used.system) / 1000 / (minutes * 60_000);
  took.sort((a, b) => a - b);
  for (const bus of [...rtu, ...tcp]) await bus.close();
  for (const line of [...lines, server]) line.close();
  table([
    [
      '3 RTU lines at 19200 with 5 devices, 20 on TCP',
      'reads',
      'p50 ms',
      'p99 ms',
      'max ms',
      'deadlines missed',
      'CPU share',
      'target',
      '',
    ],
    [
      `${minutes} min, ${REGISTERS} registers at 1 Hz`,
      String(took.length),
      ms(quantile(took, 0.5)),
      ms(quantile(took, 0.99)),
      ms(took.at(-1)!),
      String(late),
      `${(100 * share).toFixed(1)} %`,
      'none missed',
      verdict(
        `3 RTU lines at 19200 with 5 devices, 20 on TCP, ${minutes} min`,
        'no deadline missed',
        `${late} of ${took.length + failed} missed, CPU share ${(100 * share).toFixed(1)} %`,
        '',
        late === 0,
      ),
    ],
  ]);
}

/** Two minutes of setpoints. */
async function setpoints(): Promise<void> {
  const measured = await measureSetpoints(ROOT, 120);
  const { unseen, inFlight, page } = measured;
  const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  const counted = sorted(measured.samplesMs);
  const p99 = quantile(counted, 0.99);
  const cells = (list: readonly number[]): string[] => [
    ms(quantile(list, 0.5)),
    ms(quantile(list, 0.99)),
    ms(list.at(-1)!),
  ];
  const work = 'setpoint published to its first byte, beyond a transaction in flight, p99';
  const target = `<= ${SETPOINT_TARGET_MS} ms`;
  const ok = counted.length > 100 && unseen === 0 && p99 <= SETPOINT_TARGET_MS;
  const word = verdict(`${work}; 100 ms ticks, ${page}, 20 watchers`, target, `${ms(p99)} ms`, '', ok);
  table([
    ['setpoint published to the first byte of its write', 'setpoints', 'p50 ms', 'p99 ms', 'max ms', 'target', ''],
    ['beyond a transaction in flight', String(counted.length), ...cells(counted), `p99 ${target}`, word],
    ['of that from the twin to the bench (gRPC)', '', ...cells(sorted(measured.onTheWayMs)), '', ''],
    ['of that in the bench', '', ...cells(sorted(measured.inBenchMs)), '', ''],
    [`with the transaction (${inFlight} met one)`, '', ...cells(sorted(measured.wholeMs)), '', ''],
    ...(unseen > 0 ? [['without a write', String(unseen), '', '', '', 'none', 'MISSED']] : []),
  ]);
}

const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
print(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores; Node ${process.version}; wijktwin ${version}, ${Object.entries(
    PEERS,
  )
    .map(([n, v]) => `${n} ${v}`)
    .join(', ')}`,
);
print();
if (parts.includes('polling')) await polling();
if (parts.includes('peers')) await peers();
if (parts.includes('setpoint')) await setpoints();
if (parts.includes('bench')) await fullBench();
table(closing);
process.exit(missed === 0 ? 0 : 1);
