/**
 * `npm run perf:wijk [-- part ...] [--minutes 10] [--days 365] [--ticks 10000] [--runs 3] [--wijk name=path]`: the speed table
 * of a whole wijk. Parts: ticks, homes, phases, live, year; all of them if none is named.
 *
 * Absolute times belong to this machine. Where a neighbour may disturb, processor time is taken and the best of several runs
 * of the same ticks; lateness and wall times are as they come.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { live } from './wijk/live.js';
import { phaseCosts } from './wijk/phases.js';
import { homesOf, need, type Paths, WIJKEN, type WijkName } from './wijk/subjects.js';
import { costPerHome, garbageOf, tickCost } from './wijk/ticks.js';
import { year } from './wijk/year.js';

const PARTS = ['ticks', 'homes', 'phases', 'live', 'year'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    days: { type: 'string', default: '365' },
    ticks: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    wijk: { type: 'string', multiple: true, default: [] },
  },
});
const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}; parts are ${PARTS.join(', ')}`);
const wants = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const number = (name: 'minutes' | 'days' | 'ticks' | 'runs'): number => {
  const value = Number(values[name]);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, not ${values[name]}`);
  return value;
};
const [minutes, days, ticks, runs] = [number('minutes'), number('days'), number('ticks'), number('runs')];
const given = Object.fromEntries(values.wijk.map((text) => text.split('=', 2) as [WijkName, string]));
const paths = Object.fromEntries(WIJKEN.map((name) => [name, given[name] ?? name])) as Paths;

const whole = (x: number): string => Math.round(x).toLocaleString('en');
const fixed = (x: number, digits = 2): string => x.toFixed(digits);
let missed = 0;
function row(what: string, measured: string, goal = '', reached?: boolean): void {
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'MISSED';
  if (reached === false) missed++;
  process.stdout.write(`${what.padEnd(56)} ${measured.padEnd(58)} ${goal.padEnd(28)} ${verdict}\n`.trimEnd());
  process.stdout.write('\n');
}

process.stdout.write(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}\n`);
process.stdout.write('processor time, unless wall time is said; each tick its best of the runs\n\n');
if (wants('ticks')) await oneTick();
if (wants('homes')) perHome();
if (wants('phases')) perPhase();
if (wants('live')) await realTime();
if (wants('year')) await wholeYear();
process.exitCode = missed > 0 ? 1 : 0;

async function oneTick(): Promise<void> {
  const wijk = need(paths['merwede-4225']);
  const cost = tickCost(wijk, ticks, runs);
  const name = `merwede-4225, ${whole(cost.slots)} slots, ${whole(cost.nodes)} nodes: one tick`;
  const measured = `p50 ${fixed(cost.p50)} ms, p99 ${fixed(cost.p99)} ms (max ${fixed(cost.max)}, mean ${fixed(cost.mean)})`;
  row(name, measured, 'p50 <= 3 ms, p99 <= 6 ms', cost.p50 <= 3 && cost.p99 <= 6);
  row('  wall time of the quietest run', `p50 ${fixed(cost.wallP50)} ms, p99 ${fixed(cost.wallP99)} ms`);
  const { collections, growth } = await garbageOf(wijk, ticks);
  const made = `${collections} garbage collections, ${fixed(growth, 1)} B of heap a tick`;
  row(`  in ${whole(ticks)} ticks`, made, 'no garbage collection', collections === 0);
}

function perHome(): void {
  const costs = WIJKEN.map((name) => {
    const wijk = need(paths[name]);
    const homes = homesOf(wijk);
    // About the same number of home-ticks in each, so that none is timed more briefly than a neighbour's burst.
    const count = Math.min(20_000, Math.max(1000, Math.round((ticks * 420) / homes)));
    const us = costPerHome(wijk, homes, count, runs);
    row(`${name}, ${whole(homes)} homes: per home and tick`, `${fixed(us, 3)} µs`);
    return us;
  });
  const ratio = costs.at(-1)! / costs[0]!;
  row('  from first to last', `x ${fixed(ratio)}`, 'within x 1.5', ratio <= 1.5);
}

function perPhase(): void {
  const days = 60;
  const costs = phaseCosts(need(paths['ijsselstein-560']), days);
  const all = costs.reduce((sum, { us }) => sum + us, 0);
  row(`ijsselstein-560, ${days} days at 1 min, engine alone`, `${fixed(all, 0)} µs a tick (wall)`);
  row('  of that', costs.map(({ phase, us }) => `${phase} ${fixed(us, 0)}`).join(', '));
}

async function realTime(): Promise<void> {
  const { status, twinShare, cockpitShare, watchers, page } = await live(paths['merwede-4225'], minutes);
  const ms = (us: number): string => fixed(us / 1000);
  row(
    `merwede-4225 at 1 s for ${minutes} min, 20 watchers, page open`,
    `late p50 ${ms(status.latenessP50Us)}, p99 ${ms(status.latenessP99Us)}, max ${ms(status.latenessMaxUs)} ms (wall), ${whole(status.tick)} ticks`,
    'no tick later than 50 ms',
    status.latenessMaxUs <= 50_000 && status.tick === minutes * 60,
  );
  row('  processor share (1 is a core)', `twin ${fixed(twinShare)}, cockpit ${fixed(cockpitShare)}`);
  row('  a tick in the twin, mean (wall)', `${ms(status.tickCostMeanUs)} ms`);
  const { frames, dropped, p50, p99, max } = watchers;
  row(
    '  frames at the watchers, all columns',
    `${whole(frames)}, ${dropped} dropped; after the fastest p50 ${fixed(p50, 0)}, p99 ${fixed(p99, 0)}, max ${fixed(max, 0)} ms`,
  );
  row('  the page at the end', page.trim());
}

async function wholeYear(): Promise<void> {
  const run = await year(paths['ijsselstein-560'], days);
  const cpuS = (run.cpuS * 365) / days;
  row(
    `ijsselstein-560, ${days} days at 1 min, quarter-hours kept`,
    `${fixed(run.cpuS, 1)} s of processor time, ${fixed(run.wallS, 1)} s wall (${fixed((1e6 * run.cpuS) / run.ticks, 0)} µs a tick)`,
    '<= 3 min a year, one core',
    cpuS <= 180,
  );
  const sizes = Object.entries(run.files).map(([name, bytes]) => `${name} ${fixed(bytes / 1e6, 0)} MB`);
  row('  on disk', sizes.join(', '));
  row('  frame hash', run.frameHash.slice(0, 16));
}
