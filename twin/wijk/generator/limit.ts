/** The limit of a wijk's group contract, where nobody gives one. */
import { AMENITIES, type AmenityKind } from './amenities.js';
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';
import { countsOfKinds } from './kinds.js';

/** The group's limit and where it comes from. */
export function groupLimit(design: WijkDesign): { readonly limitKw: number; readonly source: string } {
  if (design.limitKw > 0) return { limitKw: design.limitKw, source: design.limitSource };
  const { perHomeKw, source: ofHomes } = limitPerHome(design);
  const source = ofHomes + beyondMerwede(design);
  const limitKw = Math.round(perHomeKw * design.homes);
  if (limitKw >= LEAST_KW) return { limitKw, source };
  return { limitKw: LEAST_KW, source: `at least ${LEAST_KW} kW, an assumption of ours: ${source}` };
}

/** Merwede has 70,000 m² of amenities for its 4,225 homes; who has much more of them by home cannot live on that number. */
const AMENITIES_M2_PER_HOME = 17;

function beyondMerwede({ amenities, homes }: WijkDesign): string {
  const kinds = Object.entries(amenities) as [AmenityKind, number][];
  const perHomeM2 = kinds.reduce((sum, [kind, count]) => sum + count * AMENITIES[kind].floorM2, 0) / homes;
  if (perHomeM2 <= 2 * AMENITIES_M2_PER_HOME) return '';
  return `; that goes with ${AMENITIES_M2_PER_HOME} m² of amenities per home, and here are ${Math.round(perHomeM2)}: give a limit (--limit-kw)`;
}

/** Less than this is no group: one car on three phases takes more. */
const LEAST_KW = 10;

/**
 * Rule for collective heat: flats at the design number of Merwede, homes on the ground at the level claimed for homes
 * that heat for themselves, because their heat is as electric and twice that of a flat. It must carry the energy of the coldest
 * days, for a strategy can move energy and cannot make it: ijsselstein-560 takes 1020 kW in the mean of 3 to 5
 * February 2012, uncontrolled, against 1042 kW. What follows from less stands in the README.
 */
const FLAT_KW = 1.18;
const GROUND_KW = 2.18;
const OF_GROUND = `${GROUND_KW} kW per home, the level claimed for Zuid-Holland (public news, 2026)`;

function limitPerHome(design: WijkDesign): { readonly perHomeKw: number; readonly source: string } {
  if (design.heat === 'individual-air' || design.heat === 'individual-ground') {
    return {
      perHomeKw: GROUND_KW,
      source: `${OF_GROUND}; homes heat for themselves`,
    };
  }
  const ofMerwede = `${FLAT_KW} kW per flat with amenities, the design number of Merwede (5 MW for 4,225 homes)`;
  if (design.heat === 'none') return { perHomeKw: FLAT_KW, source: ofMerwede };
  const counts = [...countsOfKinds(design)];
  const flats = counts.reduce((sum, [kind, count]) => sum + (HOME_TRAITS[kind].stacked ? count : 0), 0);
  const perHomeKw = (flats * FLAT_KW + (design.homes - flats) * GROUND_KW) / design.homes;
  return {
    perHomeKw,
    source:
      flats === design.homes ? ofMerwede : `an assumption of ours: ${ofMerwede}; for homes on the ground ${OF_GROUND}`,
  };
}
