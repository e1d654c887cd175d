/** Collective heat: sources, heat pumps, buffer and network for many homes. */
import { z } from 'zod';
import { showerKwh } from './heat-pump.js';
import {
  efficiency,
  notNegative,
  positive,
  powerFactor,
  ratio,
  safeSetpointKw,
  shape,
  source,
  temperatureC,
} from './values.js';

const surfaceWater = z.strictObject({
  meanC: temperatureC,
  amplitudeK: notNegative.meta({ description: 'of its year, with which it begins' }),
  warmestDay: z.number().min(1, 'must lie in 1-366').max(366, 'must lie in 1-366'),
  followDays: positive.meta({ description: 'time constant with which it follows the air' }),
  aboveAirK: z.number().default(0).meta({ description: 'by which it is above the air in the mean' }),
  minimumC: temperatureC.meta({ description: 'below it nothing is taken' }),
  cooledK: positive,
  exchangerK: notNegative.meta({ description: 'what the heat pump sees is so much colder' }),
  pumpKwhPerM3: notNegative,
});

const plantSource = z.discriminatedUnion(
  'medium',
  [
    z.strictObject({ medium: z.enum(['ground', 'water']), temperatureC }),
    surfaceWater.extend({ medium: z.literal('surface-water') }),
    z
      .strictObject({
        medium: z.literal('ates').meta({ description: 'aquifer with a warm and a cold well (WKO)' }),
        groundC: temperatureC,
        warmC: temperatureC,
        coldC: temperatureC,
        warmM3: positive.meta({ description: 'water stored in the warm well at first' }),
        coldM3: positive,
        lossRatioPerYear: ratio.lt(1, 'must lie between 0 and 1'),
        cooledK: positive,
        exchangerK: notNegative,
        pumpKwhPerM3: notNegative,
        surfaceWater: surfaceWater
          .optional()
          .meta({ description: 'serves by itself while it is the warmer of the two, and fills the warm well' }),
        regeneration: z
          .strictObject({
            aboveC: temperatureC.meta({ description: 'lowest temperature that is stored' }),
            m3PerH: positive,
          })
          .optional(),
      })
      .refine((a) => a.coldC < a.warmC, 'coldC must be below warmC')
      .refine((a) => a.regeneration === undefined || a.surfaceWater !== undefined, {
        message: 'takes its heat from surfaceWater, which must be there',
        path: ['regeneration'],
      }),
  ],
  { error: 'must have a medium of ground, water, surface-water or ates' },
);

export const heatPlant = z
  .strictObject({
    powerKw: positive.meta({ description: 'electric power of all heat pumps together' }),
    minimumPowerKw: positive,
    auxiliaryKw: notNegative,
    powerFactor,
    heatSource: plantSource,
    fieldRatio: efficiency,
    approachK: notNegative.meta({ description: 'condenser above supply temperature' }),
    buffer: z
      .strictObject({
        volumeM3: positive,
        heightM: positive,
        layers: z.number().int('must be a whole number').min(2, 'must lie in 2-100').max(100, 'must lie in 2-100'),
        conductivityWPerMK: notNegative
          .default(1.5)
          .meta({ description: 'vertical, of water (0.6), wall and the small movements in it' }),
        lossRatioPerDay: ratio
          .lt(1, 'must lie between 0 and 1')
          .meta({ description: 'of the heat above the plant room' }),
        plantRoomC: temperatureC,
        supplyC: temperatureC.meta({ description: 'what the heat pumps make' }),
        minimumC: temperatureC.meta({ description: 'lowest supply that still makes hot water' }),
        spaceMinimumC: temperatureC.meta({ description: 'lowest supply that still heats' }),
        onRatio: ratio.meta({ description: 'charge below which the heat pumps start by themselves' }),
        offRatio: ratio,
        initialRatio: ratio,
        reserveRatio: efficiency.meta({ description: 'charge below which the plant asks for power' }),
      })
      .refine((b) => b.onRatio < b.offRatio, 'onRatio must be below offRatio')
      .refine(
        (b) => b.spaceMinimumC <= b.minimumC && b.minimumC <= b.supplyC,
        'spaceMinimumC <= minimumC <= supplyC must hold',
      ),
    network: z.union(
      [
        z.strictObject({
          returnC: temperatureC,
          pipeWPerMK: positive.meta({ description: 'loss of one pipe per metre and kelvin' }),
          lengthM: positive.meta({ description: 'of the trench, with supply and return' }),
          soilC: temperatureC,
        }),
        z.strictObject({
          returnC: temperatureC,
          lossShareRatio: ratio
            .max(0.9, 'must be at most 0.9')
            .meta({ description: 'of the heat that is supplied to the network' }),
        }),
      ],
      'must have returnC with pipeWPerMK, lengthM and soilC, or returnC with lossShareRatio',
    ),
    homes: z
      .strictObject({
        lossWPerK: positive,
        timeConstantH: positive,
        gainsW: notNegative,
        solarApertureM2: notNegative.default(0),
        emitterKw: positive,
        roomC: temperatureC,
        comfortMinimumC: temperatureC,
        recoveryH: positive,
        hotWaterKwhPerDay: notNegative,
        showerKwh,
        hotWaterShape: shape,
      })
      .refine((h) => h.comfortMinimumC <= h.roomC, 'comfortMinimumC must be at most roomC')
      .meta({ description: 'all per home' }),
    safeSetpointKw,
    source,
  })
  .refine((p) => p.minimumPowerKw <= p.powerKw, 'minimumPowerKw must be at most powerKw')
  .refine((p) => p.network.returnC < p.buffer.spaceMinimumC, {
    message: 'must be below buffer/spaceMinimumC: a supply that is no warmer gives no heat',
    path: ['network', 'returnC'],
  });
