/** From a device of the bench file to its driver: the only list of driver families. */
import { WijkError } from '../../errors.js';
import type { DeviceConfig } from '../config.js';
import type { Driver } from './driver.js';
import { createDsmrMeter } from './dsmr-meter.js';
import type { RegisterPort, TelegramPort } from './ports.js';
import { createSgReadyHeatPump } from './sg-ready-heat-pump.js';
import { createSunspecStorage } from './sunspec-storage.js';

/** The link of the device. The bench file has been checked: the protocol is one that the profile speaks. */
export interface Ports {
  registers(unit: number, timeoutMs: number): RegisterPort;
  telegrams(timeoutMs: number): TelegramPort;
}

export function createDriver(device: DeviceConfig, ports: Ports, nowMs: () => number): Driver {
  const { id, profile, unit } = device;
  const { replyTimeoutMs } = profile.timing;
  if (profile.driver === 'dsmr-meter') return createDsmrMeter({ id, profile, port: ports.telegrams(replyTimeoutMs) });
  if (device.lease !== 'actuator')
    throw new WijkError('INTERNAL', `${id} is bound as a meter and its profile is not one`);
  const port = ports.registers(unit, replyTimeoutMs);
  const { revertTimeMs, safeSetpointW } = device;
  switch (profile.driver) {
    case 'sunspec-storage':
      return createSunspecStorage({ id, profile, port, nowMs, revertTimeMs });
    case 'sg-ready-heat-pump':
      return createSgReadyHeatPump({ id, profile, port, nowMs, revertTimeMs, safeSetpointW });
  }
}
