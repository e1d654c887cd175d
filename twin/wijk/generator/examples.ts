/** The wijken that can be generated: an explicit list. */
import { type GeneratedFile, generateMerwedeBlok } from './merwede-blok.js';

export const GENERATORS: Readonly<Record<string, () => readonly GeneratedFile[]>> = {
  'merwede-blok': generateMerwedeBlok,
};
