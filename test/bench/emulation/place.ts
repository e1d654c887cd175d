/** A home in a wijk of one, as the twin would describe and show it. */
import { wijk } from '#proto/wijk.js';
import type { Place, Shown } from '../../../bench/emulation/shown.js';

export const place = (change: Partial<Place> = {}): Place => ({
  slotId: 'home/battery',
  slotIndex: 0,
  kind: wijk.v1.AssetKind.ASSET_KIND_BATTERY,
  controllable: true,
  powerMaxW: 4000,
  powerMinW: -5000,
  energyCapacityWh: 10_000,
  smallestRunningPowerW: 0,
  share: [0.5, 0.25, 0.25],
  connectionIndex: 0,
  connectionId: 'home',
  ean: '871687000000000017',
  fuseA: 25,
  phaseCount: 3,
  phase: 0,
  nodeIndex: 0,
  ...change,
});

export const shown = (change: Partial<Shown> = {}): Shown => ({
  tick: 1,
  timeUs: Date.UTC(2026, 0, 12, 11) * 1000,
  tickS: 1,
  connectionW: [1200, -300, 60],
  connectionVar: [100, 0, -20],
  voltageV: [231, 229.5, 230],
  slotW: -1500,
  setpointW: Number.NaN,
  setpointFrom: 0,
  stateOfChargeRatio: 0.64,
  temperatureC: Number.NaN,
  supplyTemperatureC: Number.NaN,
  outdoorTemperatureC: 3,
  availableMinW: -5000,
  ...change,
});
