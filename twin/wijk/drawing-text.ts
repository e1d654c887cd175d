/** The grid of a wijk as a few lines of text. */
import type { MvString, Station } from './stations.js';

/** One block per so many connections, so that the longest feeder fits. */
const BLOCKS_MAX = 30;

export function textDrawing(strings: readonly MvString[]): string[] {
  const stations = strings.flatMap((string) => string.stations);
  if (stations.length === 0) return [];
  const most = Math.max(...stations.flatMap(({ feeders }) => feeders.map(({ connections }) => connections.length)), 1);
  const perBlock = Math.max(1, Math.ceil(most / BLOCKS_MAX));
  return [
    '',
    ...strings.flatMap((string, i) => {
      const name = string.ring ? `ring ${i + 1}` : `string ${i + 1}`;
      return [`${name}: ${mvLine(string)}`, ...string.stations.flatMap((station) => stationLines(station, perBlock))];
    }),
    `  █ ${perBlock === 1 ? 'a connection' : `up to ${perBlock} connections`}`,
  ];
}

/** `source ─ T1 ─ T2 ─╳─ T3 ─ source`; ╳ is open. */
function mvLine({ stations, ring, openBefore }: MvString): string {
  const pieces = stations.map(({ name }, s) => `${openBefore === s ? '─╳─' : '─'} ${name}`);
  const back = ring ? `${openBefore === stations.length ? ' ─╳─' : ' ─'} source` : '';
  return `source ${pieces.join(' ')}${back}`;
}

function stationLines({ name, ratedVA, feeders }: Station, perBlock: number): string[] {
  const long = feeders.filter(({ connections }) => connections.length > 1);
  const single = feeders.filter(({ connections }) => connections.length === 1);
  const short = (feeder: string): string => (feeder.startsWith(`${name} `) ? feeder.slice(name.length + 1) : feeder);
  const head = `${name} ${Number.isNaN(ratedVA) ? '' : `${ratedVA / 1000} kVA`}`;
  return [
    `  ${head}`,
    ...long.map(({ name: feeder, connections, fuseA, lengthM }) => {
      const facts = [
        `${connections.length}`,
        ...(Number.isNaN(lengthM) ? [] : [`${lengthM.toFixed(0)} m`]),
        ...(Number.isNaN(fuseA) ? [] : [`${fuseA} A`]),
      ];
      return `   ├ ${short(feeder).padEnd(10)} ${'█'.repeat(Math.ceil(connections.length / perBlock))} ${facts.join(', ')}`;
    }),
    ...(single.length === 0 ? [] : [`   └ ${single.map((feeder) => short(feeder.name)).join(', ')}`]),
  ];
}
