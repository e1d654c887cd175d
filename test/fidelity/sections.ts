/** The sections of the fidelity report: an explicit list. */
import type { Section } from './figure.js';
import { weatherSection } from './weather.js';

export const SECTIONS: readonly (() => Section)[] = [() => weatherSection()];
