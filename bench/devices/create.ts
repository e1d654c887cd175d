/** From a device of the bench file to its driver: the only list of driver families. */
import type { DeviceConfig } from '../config.js';
import type { Driver } from './driver.js';
import { createDsmrMeter } from './dsmr-meter.js';
import { createModbusActuator, createModbusMeter } from './modbus-device.js';
import type { RegisterPort, TelegramPort, TextPort } from './ports.js';
import { createScpiSource } from './scpi-source.js';
import { createSunspecActuator, createSunspecMeter } from './sunspec/device.js';

/** The link of the device. The bench file has been checked: the protocol is one that the profile speaks. */
export interface Ports {
  registers(unit: number, timeoutMs: number): RegisterPort;
  telegrams(timeoutMs: number): TelegramPort;
  text(terminator: string, timeoutMs: number): TextPort;
}

const TERMINATORS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

export function createDriver(device: DeviceConfig, ports: Ports, nowMs: () => number): Driver {
  const { id, unit } = device;
  const { replyTimeoutMs } = device.profile.behaviour.timing;
  if (device.lease === 'meter') {
    const { profile } = device;
    if (profile.driver === 'dsmr-meter') return createDsmrMeter({ id, profile, port: ports.telegrams(replyTimeoutMs) });
    if (profile.driver === 'scpi-source') {
      const port = ports.text(TERMINATORS[profile.scpi.terminator], replyTimeoutMs);
      return createScpiSource({ id, profile, port, nowMs });
    }
    const port = ports.registers(unit, replyTimeoutMs);
    return profile.driver === 'sunspec-meter'
      ? createSunspecMeter({ id, profile, port, nowMs })
      : createModbusMeter({ id, profile, port, nowMs });
  }
  const { profile, revertTimeMs, safeSetpointW } = device;
  const port = ports.registers(unit, replyTimeoutMs);
  return profile.driver === 'modbus-actuator'
    ? createModbusActuator({ id, profile, port, nowMs, revertTimeMs, safeSetpointW })
    : createSunspecActuator({ id, profile, port, nowMs, revertTimeMs, safeSetpointW });
}
