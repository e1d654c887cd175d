/** From a design to its two files: the grid as a PGM dataset and the wijk file. The same design gives the same bytes. */
import { randomUniform, STREAM } from '../../core/base/random.js';
import { eanCheckDigit } from '../ean.js';
import { CABLES, MV_CABLE } from './cables.js';
import { planCustomers } from './customers.js';
import type { WijkDesign } from './design.js';
import { planEnergyCentres } from './energy-centres.js';
import { GridWriter } from './grid-writer.js';
import { HEAT_PUMP_OF, heatDemand } from './heat-demand.js';
import { HOME_TRAITS } from './home-traits.js';
import { type PlannedHome, planHomes } from './homes.js';
import { COMMON_KWH_PER_FLAT, type Feeder, layOut, type Station } from './layout.js';
import { type ConnectionRow, wijkText } from './wijk-text.js';

export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

/** Draws of one place, by purpose, apart from those of homes. */
const DRAW = { spacing: 200, serviceCable: 201, serviceLength: 202 } as const;

const MV_V = 10_500;
const LV_V = 400;
const SHORT_CIRCUIT_VA = 200e6;
const STATION_BUSBAR = 1;
const SOURCE = 2;
const RING_CLOSURE = 10;
/**
 * Ids. From 10: the last stretches of rings. In every hundred thousand, one per transformer: its MV node 1, busbar 2, transformer 3,
 * MV cable 4; then a thousand per feeder or customer's cable: joints from 0, main lines from 200, nodes of connections from 400,
 * loads from 600, service lines from 800.
 */
const PER_STATION = 100_000;
const PER_CABLE = 1000;
const MAIN = 200;
const PLACE = 400;
const LOAD = 600;
const SERVICE = 800;

export function generateWijk(design: WijkDesign): readonly GeneratedFile[] {
  const homes = planHomes(design);
  const centres = planEnergyCentres(design, homes);
  const layout = layOut(homes, planCustomers(design, homes, centres), (kind) => heatDemand(design, kind));
  const sheet = new Sheet(design);
  let last = 0;
  for (const [r, ring] of layout.rings.entries()) {
    for (const [place, station] of ring.entries()) {
      sheet.station(++last, station, place, ring.length);
    }
    // The ring comes back to where it began; it stands open in its middle, so not here.
    if (ring.length > 1) sheet.closeRing(r, last);
  }
  return [
    { name: `${design.name}.grid.json`, text: sheet.grid.json() },
    {
      name: `${design.name}.wijk.yaml`,
      text: wijkText({
        design,
        centres,
        feeders: sheet.feeders,
        lengthM: sheet.grid.lengthM,
        connections: sheet.connections,
      }),
    },
  ];
}

/** What is laid and connected so far. */
class Sheet {
  readonly grid = new GridWriter();
  readonly feeders: { name: string; line: number; fuseA: number }[] = [];
  readonly connections: ConnectionRow[] = [];
  readonly #design: WijkDesign;
  readonly #digits: number;

  constructor(design: WijkDesign) {
    this.#design = design;
    this.#digits = Math.max(3, String(design.homes).length);
    this.grid.node(STATION_BUSBAR, MV_V);
    this.grid.source(SOURCE, STATION_BUSBAR, SHORT_CIRCUIT_VA);
  }

  /** `place` is that in its ring of `ringLength`; the station before it has the number before. */
  station(number: number, station: Station, place: number, ringLength: number): void {
    const base = PER_STATION * number;
    const [mvNode, busbar] = [base + 1, base + 2];
    this.grid.node(mvNode, MV_V);
    this.grid.node(busbar, LV_V);
    const first = place === 0;
    const from = first ? STATION_BUSBAR : base - PER_STATION + 1;
    const lengthM = first ? this.#trunkM(base) : 120 + Math.round(160 * this.#draw(base, DRAW.spacing));
    // The normally open point lies in the middle of the ring: both halves carry about the same.
    const open = ringLength > 1 && place === Math.ceil(ringLength / 2);
    this.grid.line(base + 4, from, mvNode, MV_CABLE, lengthM, open);
    this.grid.transformer(base + 3, mvNode, busbar, station.type, station.tapPosition);
    const name = `T${number}`;
    for (const [f, feeder] of station.feeders.entries()) {
      this.#feeder(base + PER_CABLE * (f + 1), `${name} F${f + 1}`, busbar, feeder, f);
    }
    station.customers.forEach(({ customer, cable, lengthM: metres }, c) => {
      const at = base + PER_CABLE * (station.feeders.length + c + 1);
      const node = this.grid.node(at + PLACE, LV_V);
      this.grid.line(at + MAIN, busbar, node, cable, metres);
      this.feeders.push({ name: `${name} ${customer.id}`, line: at + MAIN, fuseA: customer.fuseA });
      const { id, use, fuseA, floorM2, assets } = customer;
      this.#connect(
        { id, use, fuseA, phases: 'abc', ...(floorM2 === null ? {} : { floorM2 }), assets },
        this.grid.load(at + LOAD, node),
      );
    });
  }

  closeRing(ring: number, last: number): void {
    const id = RING_CLOSURE + ring;
    this.grid.line(id, PER_STATION * last + 1, STATION_BUSBAR, MV_CABLE, this.#trunkM(id));
  }

  /** From the station that feeds the wijk to the wijk. */
  #trunkM(id: number): number {
    return 400 + Math.round(400 * this.#draw(id, DRAW.spacing));
  }

  #feeder(base: number, name: string, busbar: number, feeder: Feeder, order: number): void {
    this.feeders.push({ name, line: base + MAIN, fuseA: feeder.fuseA });
    let from = busbar;
    let place = 0;
    const flats = feeder.joints.flatMap((joint) => joint.homes).filter((home) => HOME_TRAITS[home.kind].stacked).length;
    feeder.joints.forEach((joint, j) => {
      const node = this.grid.node(base + j, LV_V);
      // The first stretch leads from the transformer to the street: 30 to 90 m.
      const lengthM =
        j === 0
          ? 30 + 12 * (order % 6)
          : Math.max(4, Math.round(joint.spacingM * (0.8 + 0.4 * this.#draw(base + j, DRAW.spacing))));
      this.grid.line(base + MAIN + j, from, node, feeder.cable, lengthM);
      from = node;
      for (const home of joint.homes) this.#connect(this.#home(home), this.#service(base, place++, node));
      if (joint.postCars > 0) this.#connect(this.#post(base, j), this.#service(base, place++, node));
      if (flats > 0 && j === 0) this.#connect(common(base, flats), this.#service(base, place++, node));
    });
  }

  /** A service cable from a joint to a connection; returns its load. */
  #service(base: number, place: number, joint: number): number {
    const node = this.grid.node(base + PLACE + place, LV_V);
    const cable = this.#draw(base + place, DRAW.serviceCable) < 0.6 ? CABLES.service10 : CABLES.service16;
    this.grid.line(
      base + SERVICE + place,
      joint,
      node,
      cable,
      6 + Math.round(12 * this.#draw(base + place, DRAW.serviceLength)),
    );
    return this.grid.load(base + LOAD + place, node);
  }

  #connect(row: Omit<ConnectionRow, 'ean' | 'load'>, load: number): void {
    const { id, ...rest } = row;
    this.connections.push({ id, ean: ean(this.connections.length + 1), load, ...rest });
  }

  #home(home: PlannedHome): Omit<ConnectionRow, 'ean' | 'load'> {
    const { heat, charging } = this.#design;
    const { floorM2, building } = HOME_TRAITS[home.kind];
    const assets: object[] = [
      {
        kind: 'household',
        type: home.kind,
        annualKwh: home.annualKwh,
        ...(home.phaseShares === null ? {} : { phaseShares: home.phaseShares }),
      },
    ];
    const onPhase = (phases: string): object => (phases === home.phases ? {} : { phases });
    if (heat === 'individual-air' || heat === 'individual-ground') {
      assets.push({ kind: 'heat-pump', type: HEAT_PUMP_OF[heat], building, ...onPhase(home.heatPhase) });
    }
    if (home.pv !== null) {
      const { peakKw, inverterKw, azimuthDeg, phases } = home.pv;
      assets.push({ kind: 'pv', type: 'roof', peakKw, inverterKw, tiltDeg: 25, azimuthDeg, ...onPhase(phases) });
    }
    if (home.batteryInitialRatio !== null) {
      const type = home.phases === 'abc' ? 'battery-10' : 'battery-5';
      assets.push({ kind: 'battery', type, initialRatio: home.batteryInitialRatio });
    }
    if (home.car === 'home') {
      assets.push({ kind: 'ev-charger', type: charging === 'netbewust' ? 'thuis-netbewust' : 'thuis' });
    }
    const id = `home-${String(home.number).padStart(this.#digits, '0')}`;
    return { id, use: 'home', phases: home.phases, fuseA: home.fuseA, floorM2, assets };
  }

  #post(base: number, joint: number): Omit<ConnectionRow, 'ean' | 'load'> {
    const type = this.#design.charging === 'netbewust' ? 'publiek-netbewust' : 'publiek';
    const assets = [{ kind: 'ev-charger', type, sockets: 2 }];
    return { id: `laadpaal-${base / PER_CABLE}-${joint + 1}`, use: 'charging-post', phases: 'abc', fuseA: 25, assets };
  }

  #draw(place: number, purpose: number): number {
    return randomUniform(this.#design.seed, STREAM.generator, place, purpose);
  }
}

function common(base: number, flats: number): Omit<ConnectionRow, 'ean' | 'load'> {
  const assets = [{ kind: 'business', type: 'lift-en-algemeen', annualKwh: flats * COMMON_KWH_PER_FLAT }];
  return { id: `common-${base / PER_CABLE}`, use: 'common', phases: 'abc', fuseA: 35, assets };
}

/** The Dutch prefix 8716, zeros, and a number; no operator issues them. */
function ean(number: number): string {
  const digits = `8716${String(number).padStart(13, '0')}`;
  return `${digits}${eanCheckDigit(digits)}`;
}
