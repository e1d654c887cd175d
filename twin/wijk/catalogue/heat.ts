/**
 * Dutch new homes and their heat pumps as types of the wijk file. COP after When2Heat; sizes are general knowledge of
 * new-build under BENG: 3.5-6 kW at -10 °C, time constants of 50-150 h, 2-3 MWh of hot water a year.
 */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';

type Types = NonNullable<z.input<typeof wijkSchema>['types']>;
type Row<T extends keyof Types> = NonNullable<Types[T]>[string];

export const HOT_WATER_SHAPE = [
  0.3, 0.2, 0.1, 0.1, 0.2, 0.7, 2.2, 3, 2, 1.3, 1, 0.9, 1, 0.8, 0.7, 0.8, 1.1, 1.6, 1.9, 1.9, 1.7, 1.5, 1.1, 0.6,
];

/** `lossWPerK` with ventilation: 3.5-6 kW at -10 °C in homes on the ground, less in flats. Floor heating. */
const building = (what: string, lossWPerK: number, solarApertureM2: number): Row<'buildings'> => ({
  source: `new ${what}, ${((lossWPerK * 30) / 1000).toFixed(1)} kW at -10 °C, floor heating; time constant within 50-150 h (general knowledge)`,
  lossWPerK,
  timeConstantH: 90,
  gainsW: 350,
  solarApertureM2,
  roomC: 20.5,
  comfortMinimumC: 19.5,
  initialC: 20.3,
  fabric: { airCapacityRatio: 0.08, ventilationRatio: 0.35, couplingWPerK: 7.5 * lossWPerK, fabricHeatRatio: 0.6 },
});

export const BUILDING_TYPES: Readonly<Record<string, Row<'buildings'>>> = {
  'appartement-nieuw': building('flat', 60, 2.5),
  'woongroep-nieuw': building('shared home', 120, 4.5),
  'rijwoning-nieuw': building('terraced home', 120, 4),
  'hoekwoning-nieuw': building('corner home', 135, 4.5),
  'twee-onder-een-kap-nieuw': building('semi-detached home', 155, 5),
  'vrijstaand-nieuw': building('detached home', 190, 6),
};

const tank = {
  volumeL: 180,
  lossWPerK: 1.5,
  onC: 45,
  offC: 52,
  initialC: 50,
  approachK: 3,
  usefulC: 40,
  drawKwhPerDay: 6.5,
  drawShape: HOT_WATER_SHAPE,
};

export const HEAT_PUMP_TYPES: Readonly<Record<string, Row<'heatPumps'>>> = {
  lucht: {
    source:
      'air-source heat pump of 2.2 kW electric with an element of 2 kW (1.5-2.5 and 2-6 kW are usual); COP after When2Heat (Ruhnau 2019) with field factor 0.85; defrosting by general knowledge',
    powerKw: 2.2,
    minimumPowerKw: 0.6,
    standbyW: 12,
    powerFactor: 0.95,
    heatSource: { medium: 'air' },
    fieldRatio: 0.85,
    sinkAtZeroC: 30,
    sinkPerK: -0.5,
    hysteresisK: 0.3,
    minimumRunMinutes: 10,
    minimumOffMinutes: 10,
    defrost: { aboveC: -8, belowC: 5, everyMinutes: 60, minutes: 5, heatKw: 4 },
    backup: { powerKw: 2, belowK: 0.3 },
    tank,
  },
  bodem: {
    source:
      'ground-source heat pump of 1.5 kW electric (1-2 kW is what a well-designed one takes); COP after When2Heat (Ruhnau 2019) with field factor 0.85',
    powerKw: 1.5,
    minimumPowerKw: 0.4,
    standbyW: 12,
    powerFactor: 0.95,
    heatSource: { medium: 'ground', temperatureC: 10 },
    fieldRatio: 0.85,
    sinkAtZeroC: 30,
    sinkPerK: -0.5,
    hysteresisK: 0.3,
    minimumRunMinutes: 10,
    minimumOffMinutes: 10,
    tank,
  },
};
