/** Batteries, at home or of the wijk. */
import { z } from 'zod';
import { efficiency, notNegative, positive, ratio, safeSetpointKw, source } from './values.js';

export const battery = z
  .strictObject({
    capacityKwh: positive,
    chargeKw: positive,
    dischargeKw: positive,
    chargeEfficiencyRatio: efficiency,
    dischargeEfficiencyRatio: efficiency,
    standbyW: notNegative,
    rampKwPerS: positive,
    minimumRatio: ratio,
    maximumRatio: ratio,
    initialRatio: ratio,
    safeSetpointKw,
    source,
  })
  .refine((b) => b.minimumRatio < b.maximumRatio, 'minimumRatio must be below maximumRatio')
  .refine(
    (b) => b.initialRatio >= b.minimumRatio && b.initialRatio <= b.maximumRatio,
    'initialRatio must lie between minimumRatio and maximumRatio',
  );
