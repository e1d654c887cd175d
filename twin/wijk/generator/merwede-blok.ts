/**
 * The example wijk: a block in the manner of Merwede in Utrecht. 120 homes on collective heat along four feeders of 30,
 * a school, a supermarket, common services, a garage with a charging plaza and the heat plant on cables of their own,
 * behind one 630 kVA transformer. Cars charge at home, at posts along the feeders, and in the garage.
 *
 * Everything that is drawn is drawn by counter from one seed, so the files are the same byte for byte on any machine.
 */
import { randomNormal, randomUniform, STREAM } from '../../core/base/random.js';
import { eanCheckDigit } from '../ean.js';
import { CABLES } from './cables.js';
import type { GeneratedFile } from './generate.js';
import { GridWriter } from './grid-writer.js';
import { MERWEDE_TYPES } from './merwede-types.js';

const SEED = 630;
const FEEDERS = 4;
const HOMES_PER_FEEDER = 30;
const HOMES_PER_JOINT = 2;
/** Draws of one home, by purpose. */
const DRAW = {
  energy: 0,
  threePhase: 1,
  phase: 2,
  shares: 3,
  pv: 5,
  pvSize: 6,
  pvSide: 7,
  battery: 8,
  service: 9,
  joint: 10,
  initial: 11,
  charger: 12,
} as const;

const MV_NODE = 1;
const LV_NODE = 2;
const TRANSFORMER = 10;
const SOURCE = 11;

/** 630 kVA, 4 %: ecodesign losses as of 2009 (Gaia type library); no-load current is a usual value. */
const TRANSFORMER_630 = {
  ratedVA: 630_000,
  ukRatio: 0.04,
  loadLossW: 5200,
  noLoadLossW: 745,
  noLoadCurrentRatio: 0.003,
};
/** One step below the middle: 2.4 % less voltage, room for feed-in in summer. */
const TAP_POSITION = 4;
const SHORT_CIRCUIT_VA = 200e6;

/** 0.25 places with a socket per home, as where few parking places are built: 12 at home, 8 along the street, 10 in the garage. */
const HOME_CHARGER_RATIO = 0.11;
const POST_JOINT = 9;
const POST_SOCKETS = 2;
const GARAGE_SOCKETS = 10;

/** Homes that other examples refer to: the bench puts a battery on one and a meter on the other. */
const BATTERY_HOME = 7;
const METER_HOME = 12;

const draw = (home: number, purpose: number): number => randomUniform(SEED, STREAM.generator, home, purpose);

export function generateMerwedeBlok(): readonly GeneratedFile[] {
  const grid = new GridWriter();
  grid.node(MV_NODE, 10_500);
  grid.node(LV_NODE, 400);
  grid.source(SOURCE, MV_NODE, SHORT_CIRCUIT_VA);
  grid.transformer(TRANSFORMER, MV_NODE, LV_NODE, TRANSFORMER_630, TAP_POSITION);

  const feeders: string[] = [];
  const connections: string[] = [];
  const posts: number[] = [];
  for (let feeder = 1; feeder <= FEEDERS; feeder++) {
    feeders.push(`  - {name: feeder ${feeder}, line: ${1000 * feeder + 50}}`);
    layFeeder(grid, feeder, connections, posts);
  }
  // Own cables from the busbar. In every thousand: joints from 0, main lines from 50, homes from 100, loads from 200,
  // service lines from 300.
  const own = (thousand: number, cable: keyof typeof CABLES, lengthM: number, name: string): number => {
    const node = grid.node(1000 * thousand + 100, 400);
    feeders.push(`  - {name: ${name}, line: ${1000 * thousand + 50}}`);
    grid.line(1000 * thousand + 50, LV_NODE, node, CABLES[cable], lengthM);
    return grid.load(1000 * thousand + 200, node);
  };
  const school = own(5, 'main', 140, 'school');
  const supermarket = own(6, 'main', 90, 'supermarket');
  const common = own(8, 'main', 40, 'common services');
  const heatPlant = own(7, 'heavy', 60, 'heat plant');
  const garage = own(9, 'main', 70, 'garage');
  connections.push(
    connection('school', 121, school, 'school', 'abc', 80, [
      '{kind: business, type: school, annualKwh: 45000}',
      '{kind: heat-pump, type: school-12, building: school}',
      '{kind: pv, type: roof, peakKw: 30, inverterKw: 25, tiltDeg: 10, azimuthDeg: 180}',
    ]),
    connection('supermarket', 122, supermarket, 'shop', 'abc', 160, [
      '{kind: business, type: supermarket, annualKwh: 400000}',
      '{kind: pv, type: roof, peakKw: 40, inverterKw: 36, tiltDeg: 10, azimuthDeg: 180}',
    ]),
    // Lifts, stairs and garages: 0.3-0.6 MWh a year per home in flats.
    connection('common', 124, common, 'common', 'abc', 63, [
      '{kind: business, type: common-services, annualKwh: 50000}',
    ]),
    connection('heat-plant', 123, heatPlant, 'heat', 'abc', 315, [
      `{kind: heat-plant, type: aquathermal, homes: ${FEEDERS * HOMES_PER_FEEDER}}`,
    ]),
    connection('garage', 125, garage, 'charging', 'abc', 63, [
      `{kind: ev-charger, type: laadplein, sockets: ${GARAGE_SOCKETS}}`,
    ]),
    ...posts.map((post, p) =>
      connection(`post-${p + 1}`, 126 + p, post, 'charging', 'abc', 25, [
        `{kind: ev-charger, type: publiek, sockets: ${POST_SOCKETS}}`,
      ]),
    ),
  );
  const lengths = [...grid.lengthM].map(([id, lengthM]) => `"${id}": ${lengthM}`);
  return [
    { name: 'merwede-blok.grid.json', text: grid.json() },
    { name: 'merwede-blok.wijk.yaml', text: wijkText(feeders, lengths, connections) },
  ];
}

/** A main cable with a joint for every two homes, which have a service cable each, and halfway a post for cars. */
function layFeeder(grid: GridWriter, feeder: number, connections: string[], posts: number[]): void {
  const base = 1000 * feeder;
  let from = LV_NODE;
  for (let joint = 0; joint < HOMES_PER_FEEDER / HOMES_PER_JOINT; joint++) {
    const node = grid.node(base + joint, 400);
    // The first stretch leads from the transformer room to the block.
    const lengthM = joint === 0 ? 35 + 15 * feeder : 8 + Math.round(6 * draw(base + joint, DRAW.joint));
    grid.line(base + 50 + joint, from, node, CABLES.main, lengthM);
    from = node;
    for (let h = 0; h < HOMES_PER_JOINT; h++) {
      const place = joint * HOMES_PER_JOINT + h;
      const home = (feeder - 1) * HOMES_PER_FEEDER + place + 1;
      const homeNode = grid.node(base + 100 + place, 400);
      const cable = draw(home, DRAW.service) < 0.6 ? CABLES.service10 : CABLES.service16;
      grid.line(base + 300 + place, node, homeNode, cable, 6 + Math.round(12 * draw(home, DRAW.joint)));
      connections.push(homeConnection(home, grid.load(base + 200 + place, homeNode)));
    }
    if (joint !== POST_JOINT) continue;
    const postNode = grid.node(base + 100 + HOMES_PER_FEEDER, 400);
    grid.line(base + 300 + HOMES_PER_FEEDER, node, postNode, CABLES.service10, 8);
    posts.push(grid.load(base + 200 + HOMES_PER_FEEDER, postNode));
  }
}

/** Installers begin at L1: single-phase homes and inverters are not spread evenly. */
function onePhase(share: number): string {
  if (share < 0.42) return 'a';
  return share < 0.73 ? 'b' : 'c';
}

function homeConnection(home: number, load: number): string {
  const named = home === BATTERY_HOME || home === METER_HOME;
  const three = named || draw(home, DRAW.threePhase) < 0.75;
  const phases = three ? 'abc' : onePhase(draw(home, DRAW.phase));
  const spread = Math.max(-2, Math.min(2.5, randomNormal(SEED, STREAM.generator, home, DRAW.energy)));
  // CBS mean of all homes, 2,550 kWh, and 250 kWh because nobody cooks on gas here.
  const annualKwh = Math.round((2800 * (1 + 0.28 * spread)) / 10) * 10;
  const assets = [
    `{kind: household, type: appartement, annualKwh: ${annualKwh}${three ? `, phaseShares: ${shares(home)}` : ''}}`,
  ];
  // 40 % of the homes have a roof of their own, half of these a battery.
  const hasPv = home === BATTERY_HOME || (home !== METER_HOME && draw(home, DRAW.pv) < 0.4);
  if (hasPv) {
    const peakKw = Math.round((1.6 + 2.4 * draw(home, DRAW.pvSize)) * 10) / 10;
    const inverterKw = Math.round(peakKw * 0.85 * 10) / 10;
    const azimuthDeg = [180, 180, 90, 270][Math.floor(4 * draw(home, DRAW.pvSide))]!;
    const phase = three ? `, phases: ${onePhase(draw(home, DRAW.phase))}` : '';
    assets.push(
      `{kind: pv, type: roof, peakKw: ${peakKw}, inverterKw: ${inverterKw}, tiltDeg: 20, azimuthDeg: ${azimuthDeg}${phase}}`,
    );
    if (home === BATTERY_HOME || draw(home, DRAW.battery) < 0.5) {
      const initialRatio = Math.round((0.3 + 0.3 * draw(home, DRAW.initial)) * 100) / 100;
      assets.push(`{kind: battery, type: ${three ? 'battery-10' : 'battery-5'}, initialRatio: ${initialRatio}}`);
    }
  }
  // Who can park beside the house has a point of 11 kW; half of them take the profile of netbewust laden.
  if (three && !named && draw(home, DRAW.charger) < HOME_CHARGER_RATIO) {
    const type = draw(home, DRAW.charger + 1) < 0.5 ? 'thuis' : 'thuis-netbewust';
    assets.push(`{kind: ev-charger, type: ${type}}`);
  }
  const id = `home-${String(home).padStart(3, '0')}`;
  return connection(id, home, load, 'home', phases, three ? 25 : 35, assets);
}

/** How a three-phase home spreads over its phases: three groups of unequal size. */
function shares(home: number): string {
  const a = 0.25 + 0.3 * draw(home, DRAW.shares);
  const b = (1 - a) * (0.35 + 0.3 * draw(home, DRAW.shares + 1));
  const rounded = [Math.round(a * 100), Math.round(b * 100)];
  return `[${rounded[0]! / 100}, ${rounded[1]! / 100}, ${(100 - rounded[0]! - rounded[1]!) / 100}]`;
}

/** EANs of the example: the Dutch prefix 8716, zeros, and a number; no operator issues them. */
function ean(number: number): string {
  const digits = `8716000000000${String(number).padStart(4, '0')}`;
  return `${digits}${eanCheckDigit(digits)}`;
}

function connection(
  id: string,
  number: number,
  load: number,
  use: string,
  phases: string,
  fuseA: number,
  assets: readonly string[],
): string {
  return [
    `  - {id: ${id}, ean: "${ean(number)}", load: ${load}, use: ${use}, phases: ${phases}, fuseA: ${fuseA}, assets: [`,
    ...assets.map((asset) => `      ${asset},`),
    '    ]}',
  ].join('\n');
}

function wijkText(feeders: readonly string[], lengths: readonly string[], connections: readonly string[]): string {
  const lengthLines: string[] = [];
  for (let i = 0; i < lengths.length; i += 10) lengthLines.push(`  ${lengths.slice(i, i + 10).join(', ')}`);
  return `# Made by "wijktwin wijk generate merwede-blok"; change the generator, not this file.
wijk: merwede-blok
title: Block of 120 homes on collective heat, with cars, school and supermarket
grid: merwede-blok.grid.json
location: {latitudeDeg: 52.083, longitudeDeg: 5.106}
weather: {stressWeek: cold-2012-02}
group:
  limitKw: 275
  source: chosen for the example, so that homes, school and shop alone fit and everything at once does not
feeders:
${feeders.join('\n')}
lineLengthsM: {
${lengthLines.join(',\n')}
  }
${MERWEDE_TYPES}connections:
${connections.join('\n')}
`;
}
