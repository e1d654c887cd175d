/** The heat pump of one home, its tank, and the building that it warms. */
import { z } from 'zod';
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

const heatSource = z
  .strictObject({ medium: z.enum(['air', 'ground', 'water']), temperatureC: temperatureC.optional() })
  .refine((s) => (s.medium === 'air') === (s.temperatureC === undefined), {
    message: 'temperatureC is wanted for ground and water, and only there: air has that of outdoors',
  });

export const showerKwh = positive
  .default(1.6)
  .meta({ description: 'heat of one shower, for counting cold ones: 50 l from 10 to 38 °C' });

const raised = z.strictObject({
  roomK: notNegative.meta({ description: 'by which the room is set higher' }),
  tankK: notNegative,
});

export const heatPump = z
  .strictObject({
    powerKw: positive.meta({ description: 'electric power at full modulation' }),
    minimumPowerKw: positive,
    standbyW: notNegative,
    powerFactor,
    heatSource,
    fieldRatio: efficiency,
    sinkAtZeroC: temperatureC,
    sinkPerK: z.number().max(0, 'must not be positive'),
    hysteresisK: positive,
    minimumRunMinutes: notNegative,
    minimumOffMinutes: notNegative,
    defrost: z
      .strictObject({
        aboveC: temperatureC,
        belowC: temperatureC,
        everyMinutes: positive.meta({ description: 'running time between two' }),
        minutes: positive,
        heatKw: notNegative.meta({ description: 'heat taken back meanwhile' }),
      })
      .refine((d) => d.aboveC < d.belowC, 'aboveC must be below belowC')
      .optional(),
    backup: z
      .strictObject({
        powerKw: positive,
        belowK: notNegative.meta({ description: "room below the thermostat's band at which it comes on" }),
      })
      .optional(),
    tank: z
      .strictObject({
        volumeL: positive,
        lossWPerK: positive,
        onC: temperatureC,
        offC: temperatureC,
        initialC: temperatureC,
        approachK: notNegative,
        usefulC: temperatureC.meta({ description: 'below it a shower is cold' }),
        mainsC: temperatureC.default(12),
        drawKwhPerDay: notNegative,
        showerKwh,
        drawShape: shape,
      })
      .refine((t) => t.mainsC < t.onC && t.onC < t.offC, 'mainsC < onC < offC must hold')
      .refine((t) => t.usefulC < t.offC, 'usefulC must be below offC')
      .optional()
      .meta({ description: 'hot water from the same heat pump' }),
    sgReady: z
      .strictObject({
        recommended: raised,
        forced: raised.extend({ backup: z.boolean().default(false).meta({ description: 'with the element' }) }),
      })
      .default({ recommended: { roomK: 0.5, tankK: 3 }, forced: { roomK: 1.5, tankK: 8, backup: false } })
      .meta({ description: 'what the states 3 and 4 of SG-Ready mean' }),
    safeSetpointKw,
    source,
  })
  .refine((p) => p.minimumPowerKw <= p.powerKw, 'minimumPowerKw must be at most powerKw');

export const building = z
  .strictObject({
    lossWPerK: positive,
    timeConstantH: positive,
    gainsW: notNegative,
    solarApertureM2: notNegative,
    roomC: temperatureC,
    comfortMinimumC: temperatureC,
    initialC: temperatureC,
    fabric: z
      .strictObject({
        airCapacityRatio: ratio.gt(0, 'must lie between 0 and 1').lt(1, 'must lie between 0 and 1'),
        ventilationRatio: ratio.meta({ description: 'part of the loss that is ventilation' }),
        couplingWPerK: positive.meta({ description: 'between air and fabric' }),
        fabricHeatRatio: ratio.meta({ description: 'part of heating and sun that goes into the fabric' }),
      })
      .optional()
      .meta({ description: 'air and fabric as two masses; absent: one' }),
    source,
  })
  .refine(
    (b) => b.fabric === undefined || b.fabric.couplingWPerK > b.lossWPerK * (1 - b.fabric.ventilationRatio),
    'fabric/couplingWPerK must be above the loss that goes through the fabric',
  )
  .refine((b) => b.comfortMinimumC <= b.roomC, 'comfortMinimumC must be at most roomC');
