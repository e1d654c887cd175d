/** Who gets a cable of his own from the busbar: amenities, charging plazas, energy centres. */
import { BATTERY_TYPES } from '../catalogue/storage-and-solar.js';
import { AMENITIES, type Amenity, type AmenityKind } from './amenities.js';
import { type Behind, NOTHING } from './demand.js';
import type { WijkDesign } from './design.js';
import type { EnergyCentres } from './energy-centres.js';
import type { PlannedHome } from './homes.js';
import { interleave } from './partition.js';

export interface Customer {
  /** Id of the connection. */
  readonly id: string;
  readonly use: string;
  readonly fuseA: number;
  readonly floorM2: number | null;
  readonly behind: Behind;
  readonly assets: readonly object[];
}

export const CARS_PER_PLAZA = 20;
/** Sockets grow with the cars: how often one is taken does not depend on how many there are. */
const CARS_PER_SOCKET = 2;
const PLAZA_KW = 43.47;
/** 100 kW takes 145 A. */
const STORAGE_FUSE_A = 160;

const numbered = (name: string, i: number, count: number): string => (count === 1 ? name : `${name}-${i + 1}`);

export function planCustomers(
  design: WijkDesign,
  homes: readonly PlannedHome[],
  centres: EnergyCentres | null,
): Customer[] {
  // Spread over the wijk, kind by kind: no transformer gets all schools.
  const kinds = [...amenities(design), plazas(design, homes), energyCentres(centres), storage(design)];
  return kinds.sort((p, q) => q.length - p.length).reduce<Customer[]>((mixed, kind) => interleave(mixed, kind), []);
}

function amenities(design: WijkDesign): Customer[][] {
  return (Object.entries(design.amenities) as [AmenityKind, number][]).map(([kind, count]) => {
    const amenity: Amenity = AMENITIES[kind];
    const { annualKwh, designKw, floorM2, fuseA, roofKw, type } = amenity;
    const inverterKw = Math.round(roofKw * 8.5) / 10;
    return Array.from({ length: count }, (_, i) => ({
      id: numbered(kind, i, count),
      use: kind,
      fuseA,
      floorM2,
      behind: { ...NOTHING, otherKw: designKw, pvKw: inverterKw },
      assets: [
        { kind: 'business', type, annualKwh },
        ...(roofKw > 0 ? [{ kind: 'pv', type: 'roof', peakKw: roofKw, inverterKw, tiltDeg: 10, azimuthDeg: 180 }] : []),
      ],
    }));
  });
}

function plazas(design: WijkDesign, homes: readonly PlannedHome[]): Customer[] {
  const cars = homes.filter((home) => home.car === 'plaza').length;
  const count = Math.ceil(cars / CARS_PER_PLAZA);
  const type = design.charging === 'netbewust' ? 'laadplein' : 'laadplein-direct';
  return Array.from({ length: count }, (_, i) => ({
    id: numbered('laadplein', i, count),
    use: 'charging-plaza',
    fuseA: 63,
    floorM2: null,
    behind: { ...NOTHING, cars: cars / count, chargersKw: PLAZA_KW },
    assets: [{ kind: 'ev-charger', type, sockets: Math.ceil(cars / count / CARS_PER_SOCKET) }],
  }));
}

/** They may charge and discharge at any hour: both ways at full power. */
function storage({ wijkBatteries: count }: WijkDesign): Customer[] {
  const kw = BATTERY_TYPES['wijkbatterij']!.chargeKw;
  return Array.from({ length: count }, (_, i) => ({
    id: numbered('wijkbatterij', i, count),
    use: 'storage',
    fuseA: STORAGE_FUSE_A,
    floorM2: null,
    behind: { ...NOTHING, otherKw: kw, pvKw: kw },
    assets: [{ kind: 'battery', type: 'wijkbatterij' }],
  }));
}

function energyCentres(centres: EnergyCentres | null): Customer[] {
  if (centres === null) return [];
  const { homes, powerKw, fuseA } = centres;
  return homes.map((served, i) => ({
    id: numbered('energiecentrale', i, homes.length),
    use: 'heat',
    fuseA,
    floorM2: null,
    behind: { ...NOTHING, otherKw: powerKw },
    assets: [{ kind: 'heat-plant', type: 'energiecentrale', homes: served }],
  }));
}
