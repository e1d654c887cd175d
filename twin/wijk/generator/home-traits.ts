/** Size, roof and parking of each kind of home, as the generator builds them: assumptions, general knowledge of new-build. */
import type { HomeKind } from '../catalogue/households.js';

export interface HomeTraits {
  readonly floorM2: number;
  /** Smallest and largest roof, kWp. */
  readonly roofKw: readonly [number, number];
  /** Share of its cars that charge at the home itself; the others charge in the street or at a plaza. */
  readonly drivewayShare: number;
  /** In a block with stairs and lifts. */
  readonly stacked: boolean;
  /** Type of the building in the catalogue. */
  readonly building: string;
}

export const HOME_TRAITS: Readonly<Record<HomeKind, HomeTraits>> = {
  appartement: { floorM2: 75, roofKw: [1.4, 2.6], drivewayShare: 0, stacked: true, building: 'appartement-nieuw' },
  woongroep: { floorM2: 160, roofKw: [2, 4], drivewayShare: 0, stacked: true, building: 'woongroep-nieuw' },
  rijwoning: { floorM2: 115, roofKw: [2.6, 4.6], drivewayShare: 0.25, stacked: false, building: 'rijwoning-nieuw' },
  hoekwoning: { floorM2: 120, roofKw: [3, 5], drivewayShare: 0.4, stacked: false, building: 'hoekwoning-nieuw' },
  'twee-onder-een-kap': {
    floorM2: 140,
    roofKw: [4, 6],
    drivewayShare: 0.9,
    stacked: false,
    building: 'twee-onder-een-kap-nieuw',
  },
  vrijstaand: { floorM2: 170, roofKw: [5, 8], drivewayShare: 1, stacked: false, building: 'vrijstaand-nieuw' },
};
