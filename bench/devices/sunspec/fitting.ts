/** The profile that knows most of what a device has: a battery inverter also has all that a PV inverter has. */
import type { Profile, SunspecActuatorProfile, SunspecMeterProfile } from '../profile.js';

export function fittingProfile(
  profiles: Iterable<Profile>,
  models: readonly number[],
): SunspecActuatorProfile | SunspecMeterProfile | undefined {
  const has = (id: number): boolean => models.includes(id);
  const known = ({ sunspec }: SunspecActuatorProfile | SunspecMeterProfile): number =>
    sunspec.models.length + (sunspec.storage.length > 0 ? 1 : 0);
  return [...profiles]
    .filter((profile) => profile.driver === 'sunspec-actuator' || profile.driver === 'sunspec-meter')
    .filter(
      ({ sunspec }) =>
        sunspec.models.every(has) &&
        sunspec.measurement.some(has) &&
        (sunspec.storage.length === 0 || sunspec.storage.some(has)),
    )
    .sort((a, b) => known(b) - known(a))[0];
}
