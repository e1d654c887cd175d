/** The grid of a wijk as a drawing: medium voltage above, feeders hanging from their transformers, a dot per connection. */
import type { LoadedWijk } from './load.js';
import { type MvString, mvStrings, type Station, type StationFeeder } from './stations.js';

export const COLOURINGS = ['phase', 'load'] as const;
export type Colouring = (typeof COLOURINGS)[number];

const DOT = 3;
const STEP = 8;
/** Dots of a feeder stand in rows of so many, half on each side of the cable. */
const PER_ROW = 4;
const FEEDER_WIDTH = (PER_ROW + 1) * STEP;
const CUSTOMER_SIZE = 7;
const MARGIN = 24;
const HEAD = 78;
/** Height of a ring between its cables. */
const RING = 30;
const STATION_GAP = 16;
const ROW_GAP = 36;
const WIDTH_MAX = 1800;
/** Of the font, in the mean. */
const LETTER = 5.6;

const PHASE_COLOURS: Readonly<Record<string, string>> = { a: '#1f6fd1', b: '#d9731a', c: '#1f9d6b', abc: '#59636e' };
const OTHER = '#8a4bb8';
const HEAT = '#c8312b';
const CAR = '#0f8a8a';
const STORAGE = '#c98a00';
/** From little to much. */
const LOAD_COLOURS = ['#c6dbef', '#9ecae1', '#6baed6', '#3182bd', '#08519c', '#8c2d04'];

interface Dot {
  readonly colour: string;
  readonly square: boolean;
  readonly roof: boolean;
  readonly title: string;
}

export function svgDrawing(loaded: LoadedWijk, colouring: Colouring): string {
  const strings = mvStrings(loaded);
  const dots = loaded.wijk.connections.map((_, c) => dotOf(loaded, c, colouring));
  const rows = rowsOf(strings);
  const key = legend(colouring);
  const width = Math.max(key.width, ...rows.map((row) => row.width)) + 2 * MARGIN;
  let y = HEAD;
  const parts: string[] = [];
  for (const row of rows) {
    parts.push(drawRow(row, y, dots));
    y += RING + row.height + ROW_GAP;
  }
  const { wijk, title } = loaded.wijk;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" font-family="system-ui, sans-serif" font-size="10">
<title>${escaped(`${wijk}: ${title}`)}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN}" y="24" font-size="15" font-weight="600">${escaped(wijk)}</text>
<text x="${MARGIN}" y="40" fill="#555">${escaped(title)}</text>
${key.text}
${parts.join('\n')}
</svg>
`;
}

interface PlacedStation {
  readonly station: Station;
  readonly x: number;
  readonly width: number;
}

interface Row {
  readonly string: MvString;
  readonly stations: readonly PlacedStation[];
  readonly width: number;
  readonly height: number;
  /** Of a string that is longer than a row: which part of it. */
  readonly first: boolean;
  readonly last: boolean;
  /** Index within the string of the row's first station. */
  readonly offset: number;
}

const longFeeders = ({ feeders }: Station): StationFeeder[] => feeders.filter((f) => f.connections.length > 1);
const customers = ({ feeders }: Station): StationFeeder[] => feeders.filter((f) => f.connections.length <= 1);
const stationLabel = ({ name, ratedVA }: Station): string =>
  `${name}${Number.isNaN(ratedVA) ? '' : ` ${ratedVA / 1000}`}`;
/** Wide enough also for its label, which stands right of its middle. */
const stationWidth = (station: Station): number =>
  Math.max(
    Math.max(46, longFeeders(station).length * FEEDER_WIDTH) + (customers(station).length > 0 ? 3 * STEP : 0),
    stationLabel(station).length * LETTER + 2,
  );
const stationHeight = (station: Station): number =>
  46 +
  Math.max(
    STEP * Math.ceil(Math.max(0, ...longFeeders(station).map((f) => f.connections.length)) / PER_ROW),
    (CUSTOMER_SIZE + 3) * customers(station).length,
  );

function rowsOf(strings: readonly MvString[]): Row[] {
  return strings.flatMap((string) => {
    const lines: PlacedStation[][] = [[]];
    let x = MARGIN + 40;
    for (const station of string.stations) {
      const width = stationWidth(station);
      if (x + width > WIDTH_MAX && lines.at(-1)!.length > 0) {
        lines.push([]);
        x = MARGIN + 40;
      }
      lines.at(-1)!.push({ station, x, width });
      x += width + STATION_GAP;
    }
    let offset = 0;
    return lines.map((stations, i): Row => {
      const end = stations.at(-1);
      const row = {
        string,
        stations,
        width: end === undefined ? 0 : end.x + end.width + 20,
        height: Math.max(0, ...stations.map(({ station }) => stationHeight(station))),
        first: i === 0,
        last: i === lines.length - 1,
        offset,
      };
      offset += stations.length;
      return row;
    });
  });
}

function drawRow(row: Row, top: number, dots: readonly Dot[]): string {
  const { string, stations, first, last, offset } = row;
  const y = top + RING;
  const parts: string[] = [];
  const line = (x1: number, y1: number, x2: number, y2: number, more = ''): string =>
    `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#222" stroke-width="2" fill="none"${more}/>`;
  if (first) {
    parts.push(
      `<rect x="${MARGIN}" y="${y - 9}" width="18" height="18" fill="#222"><title>10 kV: where the wijk is fed</title></rect>`,
    );
  }
  let from = MARGIN + (first ? 18 : 0);
  stations.forEach(({ station, x, width }, s) => {
    const centre = x + width / 2;
    parts.push(line(from, y, centre, y));
    if (string.openBefore === offset + s) parts.push(openPoint((from + centre) / 2, y));
    from = centre;
    parts.push(drawStation(station, x, y, width, dots));
  });
  if (string.ring && last) {
    // Back above the stations to where it began.
    const back = top;
    parts.push(
      line(from, y, from + 20, y),
      line(from + 20, y, from + 20, back),
      line(from + 20, back, MARGIN + 9, back),
    );
    if (first) parts.push(line(MARGIN + 9, back, MARGIN + 9, y - 9));
    else parts.push(`<text x="${MARGIN + 12}" y="${back - 4}" fill="#555">back to the source</text>`);
    if (string.openBefore === string.stations.length) parts.push(openPoint(from + 10, y));
  }
  return `<g>${parts.join('')}</g>`;
}

const openPoint = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="5" fill="#fff" stroke="#222" stroke-width="1.5"><title>normally open</title></circle>`;

function drawStation(station: Station, x: number, y: number, width: number, dots: readonly Dot[]): string {
  const centre = x + width / 2;
  const busbar = y + 38;
  const parts = [
    `<path d="M${centre} ${y}V${busbar}" stroke="#222"/>`,
    `<circle cx="${centre}" cy="${y + 14}" r="6" fill="#fff" stroke="#222"/><circle cx="${centre}" cy="${y + 22}" r="6" fill="none" stroke="#222"/>`,
    `<text x="${centre + 10}" y="${y + 22}">${escaped(stationLabel(station))}</text>`,
    `<path d="M${x} ${busbar}H${x + width}" stroke="#222" stroke-width="3"/>`,
  ];
  longFeeders(station).forEach((feeder, f) => {
    const at = x + FEEDER_WIDTH * (f + 0.5);
    const length = STEP * Math.ceil(feeder.connections.length / PER_ROW);
    const metres = Number.isNaN(feeder.lengthM) ? '' : `, ${feeder.lengthM.toFixed(0)} m`;
    parts.push(
      `<path d="M${at} ${busbar}v${length + 4}" stroke="#999"><title>${escaped(`${feeder.name}: ${feeder.connections.length} connections${metres}`)}</title></path>`,
    );
    feeder.connections.forEach((c, i) => {
      const place = i % PER_ROW;
      const side = place < PER_ROW / 2 ? place - PER_ROW / 2 : place - PER_ROW / 2 + 1;
      parts.push(mark(dots[c]!, at + side * STEP * 0.9, busbar + 8 + STEP * Math.floor(i / PER_ROW)));
    });
  });
  customers(station).forEach(({ connections }, i) => {
    const c = connections[0];
    if (c !== undefined) parts.push(mark(dots[c]!, x + width - STEP, busbar + 9 + (CUSTOMER_SIZE + 3) * i));
  });
  return parts.join('');
}

function mark({ colour, square, roof, title }: Dot, x: number, y: number): string {
  const ring = roof ? ' stroke="#e8b400" stroke-width="1.4"' : '';
  const inside = `<title>${escaped(title)}</title>`;
  const half = CUSTOMER_SIZE / 2;
  return square
    ? `<rect x="${(x - half).toFixed(1)}" y="${(y - half).toFixed(1)}" width="${CUSTOMER_SIZE}" height="${CUSTOMER_SIZE}" fill="${colour}"${ring}>${inside}</rect>`
    : `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT}" fill="${colour}"${ring}>${inside}</circle>`;
}

function dotOf({ wijk }: LoadedWijk, c: number, colouring: Colouring): Dot {
  const { assets, id, phases, use, fuseA } = wijk.connections[c]!;
  const household = assets.find((asset) => asset.kind === 'household');
  const annualKwh = assets.reduce(
    (sum, asset) => sum + (asset.kind === 'household' || asset.kind === 'business' ? asset.annualKwh : 0),
    0,
  );
  const roof = assets.some(({ kind }) => kind === 'pv');
  const kinds = assets.map(({ kind }) => kind).join(', ');
  const title = `${id} (${use}), phase ${phases}, ${fuseA} A${annualKwh > 0 ? `, ${annualKwh} kWh a year` : ''}: ${kinds}`;
  if (household === undefined) {
    const colour = assets.some(({ kind }) => kind === 'heat-plant')
      ? HEAT
      : assets.some(({ kind }) => kind === 'ev-charger')
        ? CAR
        : assets.some(({ kind }) => kind === 'battery')
          ? STORAGE
          : OTHER;
    return { colour, square: true, roof, title };
  }
  const colour =
    colouring === 'phase'
      ? PHASE_COLOURS[phases]!
      : LOAD_COLOURS[Math.min(LOAD_COLOURS.length - 1, Math.floor(annualKwh / LOAD_STEP_KWH))]!;
  return { colour, square: false, roof, title };
}

const LOAD_STEP_KWH = 1000;
const OPEN = 'normally open';

function legend(colouring: Colouring): { readonly text: string; readonly width: number } {
  const homes: [string, string][] =
    colouring === 'phase'
      ? [
          [PHASE_COLOURS.a!, 'home on a'],
          [PHASE_COLOURS.b!, 'b'],
          [PHASE_COLOURS.c!, 'c'],
          [PHASE_COLOURS.abc!, 'a, b, c'],
        ]
      : LOAD_COLOURS.map((colour, i) => [colour, `${i === LOAD_COLOURS.length - 1 ? 'above ' : ''}${i} MWh`]);
  const others: [string, string][] = [
    [OTHER, 'amenity'],
    [CAR, 'charging'],
    [HEAT, 'heat'],
    [STORAGE, 'storage'],
  ];
  let x = MARGIN;
  const parts: string[] = [];
  const add = (dot: Dot, text: string): void => {
    parts.push(mark(dot, x + 4, 54), `<text x="${x + 12}" y="57.5" fill="#555">${escaped(text)}</text>`);
    x += 24 + LETTER * text.length;
  };
  for (const [colour, text] of homes) add({ colour, square: false, roof: false, title: text }, text);
  for (const [colour, text] of others) add({ colour, square: true, roof: false, title: text }, text);
  add({ colour: '#fff', square: false, roof: true, title: 'PV' }, 'with PV');
  parts.push(openPoint(x + 6, 54), `<text x="${x + 16}" y="57.5" fill="#555">${OPEN}</text>`);
  return { text: parts.join(''), width: x + 16 + LETTER * OPEN.length - MARGIN };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
