/**
 * Keeps the mean power of every quarter-hour under the group's limit, with as little loss of comfort as possible.
 *
 * Letters, all in W, as the wijk was one tick ago:
 *   L  limit of this quarter-hour      T = (1 - margin) L   what the strategy aims for
 *   M  mean so far over the elapsed time e; what is left of the quarter is r
 *   A  power allowed from now on so that the quarter ends at T:  A = (T (e + r) - M e) / r,
 *      bounded by L: room saved early in a quarter is not spent as one spike at its end
 *   U  power of everything that follows no setpoint              R = A - U   room for the flexible slots
 *
 * Order in which the room is given:
 *   1. heat (heat pumps, heat plants): what comfort needs (their available minimum)
 *   2. heat: the rest of the room, in proportion to what each could still take
 *   3. batteries: charge up to the reserve from room that heat leaves unused
 * If R does not cover step 1, batteries discharge for the difference; what is still missing is taken from heat's
 * minimum, because the contract is a limit and comfort degrades slowly.
 */
import { ASSET_BATTERY, ASSET_HEAT_PLANT, ASSET_HEAT_PUMP } from '../base/status.js';
import type { StrategyKind } from './strategy.js';

export const groupLimit: StrategyKind = {
  name: 'group-limit',
  meaning: 'keeps the quarter-hour means under the group limit with heat buffers and batteries',
  options: {
    marginRatio: { default: 0.03, min: 0, max: 0.5, unit: '1', meaning: 'share of the limit that is kept free' },
    reserveRatio: {
      default: 0.9,
      min: 0,
      max: 1,
      unit: '1',
      meaning: 'state of charge to which batteries are charged from free room',
    },
    chargeShareRatio: {
      default: 0.5,
      min: 0,
      max: 1,
      unit: '1',
      meaning: 'share of the free room that batteries may take to charge',
    },
    stepW: {
      default: 10,
      min: 0,
      max: 1000,
      unit: 'W',
      meaning: 'setpoints are rounded to this step, so that devices are not written for noise',
    },
  },
  create(tables, options) {
    const { slotCount, kind, controllable, inGroup } = tables;
    const margin = options['marginRatio']!;
    const reserve = options['reserveRatio']!;
    const chargeShare = options['chargeShareRatio']!;
    const stepW = options['stepW']!;
    const isHeat = new Uint8Array(slotCount);
    const isBattery = new Uint8Array(slotCount);
    for (let i = 0; i < slotCount; i++) {
      if (controllable[i] !== 1 || inGroup[i] !== 1) continue;
      isHeat[i] = kind[i] === ASSET_HEAT_PUMP || kind[i] === ASSET_HEAT_PLANT ? 1 : 0;
      isBattery[i] = kind[i] === ASSET_BATTERY ? 1 : 0;
    }
    // Rounding down keeps the sum under the room; for a discharge it rounds away from zero, which is the same side.
    const down = (powerW: number): number => (stepW > 0 ? Math.floor(powerW / stepW) * stepW : powerW);

    return (view, setpointW) => {
      const { frame, limitW } = view;
      const { slotActivePowerW, slotAvailableMaxW, slotAvailableMinW, slotStateOfChargeRatio } = frame;
      setpointW.fill(Number.NaN);

      let flexibleW = 0;
      let mustRunW = 0;
      let heatRangeW = 0;
      let heatUsedW = 0;
      let dischargeMaxW = 0;
      let chargeMaxW = 0;
      for (let i = 0; i < slotCount; i++) {
        if (isHeat[i] === 1) {
          flexibleW += slotActivePowerW[i]!;
          heatUsedW += slotActivePowerW[i]!;
          mustRunW += slotAvailableMinW[i]!;
          heatRangeW += Math.max(0, slotAvailableMaxW[i]! - slotAvailableMinW[i]!);
        } else if (isBattery[i] === 1) {
          flexibleW += slotActivePowerW[i]!;
          dischargeMaxW += Math.max(0, -slotAvailableMinW[i]!);
          if (slotStateOfChargeRatio[i]! < reserve) chargeMaxW += Math.max(0, slotAvailableMaxW[i]!);
        }
      }

      const targetW = (1 - margin) * limitW;
      const elapsedS = view.quarterElapsedS;
      const remainingS = Math.max(view.quarterRemainingS, view.tickS);
      const allowedW = Math.min(
        limitW,
        (targetW * (elapsedS + remainingS) - view.quarterMeanW * elapsedS) / remainingS,
      );
      const roomW = allowedW - (frame.groupActivePowerW[0]! - flexibleW);

      let dischargeW = 0;
      let heatShare = 0;
      let mustRunShare = 1;
      let chargeW = 0;
      if (roomW < mustRunW) {
        dischargeW = Math.min(mustRunW - roomW, dischargeMaxW);
        if (mustRunW > 0) mustRunShare = Math.max(0, Math.min(1, (roomW + dischargeW) / mustRunW));
      } else {
        heatShare = heatRangeW > 0 ? Math.min(1, (roomW - mustRunW) / heatRangeW) : 0;
        chargeW = Math.min(chargeMaxW, chargeShare * Math.max(0, roomW - Math.max(heatUsedW, mustRunW)));
        // What batteries take, heat cannot have as well.
        if (heatRangeW > 0) heatShare = Math.max(0, Math.min(1, (roomW - chargeW - mustRunW) / heatRangeW));
      }

      for (let i = 0; i < slotCount; i++) {
        if (isHeat[i] === 1) {
          const lowW = slotAvailableMinW[i]!;
          const rangeW = Math.max(0, slotAvailableMaxW[i]! - lowW);
          setpointW[i] = Math.max(0, down(mustRunShare * lowW + heatShare * rangeW));
        } else if (isBattery[i] === 1) {
          if (dischargeW > 0) {
            setpointW[i] = down((-dischargeW * Math.max(0, -slotAvailableMinW[i]!)) / dischargeMaxW);
          } else if (chargeW > 0 && slotStateOfChargeRatio[i]! < reserve) {
            setpointW[i] = down((chargeW * Math.max(0, slotAvailableMaxW[i]!)) / chargeMaxW);
          } else {
            setpointW[i] = 0;
          }
        }
      }
    };
  },
};
