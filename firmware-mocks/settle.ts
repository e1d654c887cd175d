/**
 * How a mock's power gets to where it is wanted: a ramp as its document says, or a sinner's way (a time constant, or a
 * damped swing beyond the goal).
 */
import type { Quirks } from './sins.js';

export interface Settling {
  /** The power after a step of time. */
  advance(wantedW: number, stepS: number): number;
  reset(powerW: number): void;
}

/** `rampWPerS`: what the document says; `rangeW`: the whole range that a ramp goes over. */
export function settling(rampWPerS: number, rangeW: number, quirks: Quirks): Settling {
  let powerW = 0;
  /** W/s, of the swing. */
  let speed = 0;
  return {
    reset(toW) {
      powerW = toW;
      speed = 0;
    },
    advance(wantedW, stepS) {
      if (quirks.swingS > 0) {
        // Second order; the damping that overshoots by this ratio: zeta = −ln(r) / sqrt(pi² + ln²(r)).
        const log = Math.log(quirks.overshootRatio);
        const damping = -log / Math.hypot(Math.PI, log);
        const omega = 1 / quirks.swingS;
        // Small inner steps: the swing must not depend on how often somebody looks.
        const inner = Math.max(1, Math.ceil(stepS / 0.02));
        for (let k = 0; k < inner; k++) {
          const dt = stepS / inner;
          speed += (omega * omega * (wantedW - powerW) - 2 * damping * omega * speed) * dt;
          powerW += speed * dt;
        }
        return powerW;
      }
      speed = 0;
      const sluggishS = (quirks.sluggishRamps * rangeW) / rampWPerS;
      if (sluggishS > 0) powerW = wantedW + (powerW - wantedW) * Math.exp(-stepS / sluggishS);
      else {
        const change = rampWPerS * stepS;
        powerW += Math.max(-change, Math.min(change, wantedW - powerW));
      }
      return powerW;
    },
  };
}
