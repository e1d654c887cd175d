/** The sections of the fidelity report: an explicit list. */
import { booksSection } from './books.js';
import { businessSection } from './businesses.js';
import { evSection } from './ev.js';
import type { Section } from './figure.js';
import { heatSection } from './heat.js';
import { householdSection } from './households.js';
import { pvSection } from './pv.js';
import { weatherSection } from './weather.js';

/** `quick`: with longer ticks, for the suite; the targets are the same. */
export const SECTIONS: readonly ((quick: boolean) => Section)[] = [
  () => weatherSection(),
  householdSection,
  businessSection,
  pvSection,
  heatSection,
  evSection,
  booksSection,
];
