/** Which slot of which wijk is tested as a model, and as what it is shown. */
import type { EmulationKind } from '../emulation/config.js';

export interface ModelOf {
  /** Name of a shipped wijk or path of a wijk file. */
  readonly wijk: string;
  readonly slotId: string;
  readonly as: EmulationKind;
  /** First instant of the twin, in the wall time of the wijk; as `wijktwin twin --start` takes it. */
  readonly start: string;
}

/** What an asset is shown as, unless somebody says otherwise. */
export const SHOWN_AS: Readonly<Record<string, EmulationKind>> = {
  battery: 'sunspec-inverter',
  pv: 'sunspec-inverter',
  'heat-pump': 'heat-pump',
  household: 'p1-meter',
  business: 'p1-meter',
};

/** The shipped profile that an emulation is the counterpart of; a roof is no storage. */
export function profileOf(as: EmulationKind, asset: string): string {
  switch (as) {
    case 'sunspec-inverter':
      return asset === 'pv' ? 'sunspec-pv' : 'sunspec-storage';
    case 'heat-pump':
      return 'sg-ready-heat-pump';
    case 'p1-meter':
      return 'dsmr5-meter';
    case 'sunspec-meter':
      return 'sunspec-meter';
    case 'sdm630-meter':
      return 'eastron-sdm630';
  }
}

/** Of a stress week that the shipped wijk has: an evening, or noon for what lives on the sun. */
export const startOf = (asset: string): string => (asset === 'pv' ? '2012-02-07T12:30' : '2012-02-03T16:00');
