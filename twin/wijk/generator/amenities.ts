/** Amenities that the generator can place: what they use and how large they are. */
export interface Amenity {
  /** Type under `businesses`. */
  readonly type: string;
  readonly floorM2: number;
  readonly annualKwh: number;
  /** Highest quarter-hour that the grid is laid for, kW. */
  readonly designKw: number;
  readonly fuseA: number;
  /** Roof with PV, kWp; 0 is none. */
  readonly roofKw: number;
}

/**
 * Annual energy and peak of school, supermarket, health centre and sports hall are the engineering estimates of Dutch
 * practice (30-45, 250-400, 40-60 and 60-100 MWh); offices, shops, horeca and day care by 30-150 kWh/m² (general knowledge).
 */
export const AMENITIES = {
  school: { type: 'basisschool', floorM2: 1500, annualKwh: 40_000, designKw: 30, fuseA: 80, roofKw: 30 },
  'secondary-school': {
    type: 'basisschool',
    floorM2: 8000,
    annualKwh: 200_000,
    designKw: 120,
    fuseA: 250,
    roofKw: 100,
  },
  supermarket: { type: 'supermarkt', floorM2: 1500, annualKwh: 350_000, designKw: 70, fuseA: 160, roofKw: 40 },
  'health-centre': {
    type: 'gezondheidscentrum',
    floorM2: 1200,
    annualKwh: 50_000,
    designKw: 25,
    fuseA: 63,
    roofKw: 20,
  },
  'sports-hall': { type: 'sporthal', floorM2: 2500, annualKwh: 80_000, designKw: 35, fuseA: 80, roofKw: 50 },
  office: { type: 'kantoor', floorM2: 2000, annualKwh: 100_000, designKw: 45, fuseA: 125, roofKw: 30 },
  shop: { type: 'winkel', floorM2: 200, annualKwh: 16_000, designKw: 6, fuseA: 35, roofKw: 0 },
  horeca: { type: 'horeca', floorM2: 200, annualKwh: 30_000, designKw: 12, fuseA: 50, roofKw: 0 },
  'day-care': { type: 'kantoor', floorM2: 600, annualKwh: 18_000, designKw: 10, fuseA: 35, roofKw: 15 },
  workshop: { type: 'kantoor', floorM2: 250, annualKwh: 12_500, designKw: 8, fuseA: 35, roofKw: 0 },
} as const satisfies Record<string, Amenity>;

export type AmenityKind = keyof typeof AMENITIES;
