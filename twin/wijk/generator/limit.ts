/** The limit of a wijk's group contract, where nobody gives one. */
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';
import { countsOfKinds } from './kinds.js';

/** The group's limit and where it comes from. */
export function groupLimit(design: WijkDesign): { readonly limitKw: number; readonly source: string } {
  if (design.limitKw > 0) return { limitKw: design.limitKw, source: design.limitSource };
  const { perHomeKw, source } = limitPerHome(design);
  return { limitKw: Math.max(10, Math.round(perHomeKw * design.homes)), source };
}

/** An assumption: homes on the ground are larger than flats, and lose twice their heat. */
const GROUND_KW = 1.8;
const FLAT_KW = 1.18;

function limitPerHome(design: WijkDesign): { readonly perHomeKw: number; readonly source: string } {
  if (design.heat === 'individual-air' || design.heat === 'individual-ground') {
    return {
      perHomeKw: 2.18,
      source: '2.18 kW per home, the level claimed for Zuid-Holland (public news, 2026); homes heat for themselves',
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
      flats === design.homes
        ? ofMerwede
        : `${ofMerwede}; ${GROUND_KW} kW per home on the ground, an assumption of ours`,
  };
}
