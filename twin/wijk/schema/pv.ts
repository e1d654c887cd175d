/** Panels, their inverters, and what these do when the voltage is high. */
import { z } from 'zod';
import { efficiency, notNegative, positive, ratio, safeSetpointKw, source, temperatureC } from './values.js';

const overVoltage = z
  .strictObject({
    filterS: positive.default(5).meta({ description: 'time constant of the measurement' }),
    reduce: z
      .strictObject({ fromV: positive, toV: positive })
      .refine((p) => p.fromV < p.toV, 'fromV must be below toV')
      .optional()
      .meta({ description: 'P(U): full power below fromV, none above toV' }),
    absorb: z
      .strictObject({
        fromV: positive,
        toV: positive,
        ratio: ratio.meta({ description: 'reactive by rated power, taken above toV' }),
      })
      .refine((p) => p.fromV < p.toV, 'fromV must be below toV')
      .optional()
      .meta({ description: 'Q(U): takes reactive power to lower the voltage' }),
    trip: z
      .strictObject({
        meanAboveV: positive.meta({ description: 'mean of ten minutes' }),
        aboveV: positive.meta({ description: 'at once' }),
        belowV: notNegative.meta({ description: 'at once' }),
        reconnectBelowV: positive,
        reconnectAfterS: notNegative,
        rampRatioPerMinute: positive,
      })
      .refine((p) => p.belowV < p.reconnectBelowV, 'belowV must be below reconnectBelowV')
      .optional()
      .meta({ description: 'disconnects, and comes back on a ramp' }),
    source,
  })
  .meta({ description: 'what the inverter does by itself when its voltage is too high; absent: nothing' });

export const pv = z.strictObject({
  performanceRatio: efficiency,
  temperatureCoefficientPerK: z.number().max(0, 'must not be positive').min(-0.02, 'must be above -0.02'),
  nominalCellC: temperatureC.meta({ description: 'cell temperature at 800 W/m² and 20 °C air (NOCT)' }),
  albedoRatio: ratio,
  overVoltage: overVoltage.optional(),
  safeSetpointKw,
  source,
});
