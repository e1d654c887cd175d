/** Roofs with PV and batteries as types of the wijk file. */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';

type Types = NonNullable<z.input<typeof wijkSchema>['types']>;
type Row<T extends keyof Types> = NonNullable<Types[T]>[string];

export const PV_TYPES: Readonly<Record<string, Row<'pv'>>> = {
  roof: {
    source:
      'performance such that a south roof gives about 875 kWh per kWp at 1,023 kWh/m² (CBS key figure for De Bilt); temperature figures of common crystalline modules',
    performanceRatio: 0.8,
    temperatureCoefficientPerK: -0.0037,
    nominalCellC: 45,
    albedoRatio: 0.2,
    safeSetpointKw: 0,
  },
};

const battery = (capacityKwh: number, powerKw: number, standbyW: number, what: string): Row<'batteries'> => ({
  source: `${what} of ${capacityKwh} kWh and ${powerKw} kW; round trip 0.88 between terminals (85-90 % is usual)`,
  capacityKwh,
  chargeKw: powerKw,
  dischargeKw: powerKw,
  chargeEfficiencyRatio: 0.94,
  dischargeEfficiencyRatio: 0.94,
  standbyW,
  rampKwPerS: powerKw / 5,
  minimumRatio: 0.1,
  maximumRatio: 1,
  initialRatio: 0.5,
  safeSetpointKw: 0,
});

export const BATTERY_TYPES: Readonly<Record<string, Row<'batteries'>>> = {
  'battery-10': battery(10, 5, 15, 'home battery, three-phase,'),
  'battery-5': battery(5, 2.5, 12, 'home battery, single-phase,'),
  // Two hours at full power; controls and cooling of a cabinet.
  wijkbatterij: battery(200, 100, 400, 'battery of the wijk,'),
};
