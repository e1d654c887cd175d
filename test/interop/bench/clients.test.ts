/**
 * Programs that are not ours read our mocks: pysunspec2 with its own model definitions, pymodbus, dsmr-parser. They hold
 * the codec that mock and bench share, and the mock's register numbers. Required in CI; elsewhere a named skip when the
 * Python environment is missing (`node test/interop/bench/setup-clients.mjs` makes it).
 */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeTelegram } from '../../../bench/p1/telegram.js';
import { createHeatPump } from '../../../firmware-mocks/devices/heat-pump.js';
import { createMeter } from '../../../firmware-mocks/devices/p1-meter.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { ptyMaker } from '../../../firmware-mocks/pty.js';
import { type ServeOptions, serveMock } from '../../../firmware-mocks/serve.js';
import { available, makeEnvironment, required, run, title } from './foreign.js';

const ask = (args: readonly string[], input?: Uint8Array) => run('clients.py', args, input);

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(device: Parameters<typeof serveMock>[0], options: Partial<ServeOptions>): Promise<string> {
  const server = await serveMock(device, {
    address: 'listen:127.0.0.1:0',
    framing: 'rtu',
    unit: 1,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
    ...options,
  });
  closers.push(() => server.close());
  return server.address;
}

/** Python takes the path of a serial port, not our address. */
const portOf = (address: string): string => address.replace(/^serial:/, '').replace(/\?.*$/, '');
const canPty = required || ptyMaker() !== undefined;

describe.skipIf(!available)(title('foreign clients'), () => {
  beforeAll(makeEnvironment, 300_000);

  const lines: [string, boolean, Partial<ServeOptions>][] = [
    ['Modbus TCP', true, { framing: 'tcp' }],
    ['RTU on a pty', canPty, { address: 'pty:' }],
  ];
  it.each(lines.filter(([, can]) => can))(
    'pysunspec2 reads and commands the inverter over %s',
    async (_, __, options) => {
      const device = createInverter({
        seed: 7,
        ratedPowerW: 5000,
        capacityWh: 10_000,
        initialStateOfChargeRatio: 0.64,
        freePowerW: 2000,
      });
      for (let t = 0; t < 10; t++) device.advance(performance.now() / 1000 - 10 + t);
      const address = await serve(device, options);
      const { chain, values, after } = await ask(['sunspec', portOf(address)]);
      expect(chain).toEqual([
        [1, 66],
        [103, 50],
        [120, 26],
        [121, 30],
        [123, 24],
        [124, 24],
      ]);
      expect(values['1']).toMatchObject({ Mn: 'Zonnestroom Techniek', Md: 'ZT-Hybride 5K', SN: 'ZT100007', DA: 1 });
      expect(Math.abs(values['103'].W - 2000)).toBeLessThan(5);
      expect(values['103'].Hz).toBeCloseTo(50, 0);
      for (const phase of ['A', 'B', 'C']) {
        expect(Math.abs(values['103'][`PhVph${phase}`] - 230)).toBeLessThan(3);
        expect(values['103'][`Aph${phase}`]).toBeCloseTo(2000 / 3 / 230, 1);
      }
      expect(values['103'].St).toBe(4);
      // What the inverter does not have must read as absent, not as a small number.
      const known: Record<string, string[]> = {
        103: 'A AphA AphB AphC PPVphAB PPVphBC PPVphCA PhVphA PhVphB PhVphC W Hz VA VAr PF DCW TmpCab St StVnd Evt1'.split(
          ' ',
        ),
        120: 'DERTyp WRtg VARtg ARtg WHRtg MaxChaRte MaxDisChaRte'.split(' '),
        121: 'WMax VRef VRefOfs VAMax'.split(' '),
        123: 'Conn WMaxLimPct WMaxLimPct_WinTms WMaxLimPct_RvrtTms WMaxLimPct_RmpTms WMaxLim_Ena'.split(' '),
        124: (
          'WChaMax WChaGra WDisChaGra StorCtl_Mod MinRsvPct ChaState ChaSt OutWRte InWRte ' +
          'InOutWRte_WinTms InOutWRte_RvrtTms InOutWRte_RmpTms ChaGriSet'
        ).split(' '),
      };
      for (const [model, points] of Object.entries(known)) {
        const shown = Object.keys(values[model]).filter((name) => !/^(ID|L|Pad)$|_SF$/.test(name));
        expect(shown.filter((name) => name !== 'WH').sort()).toEqual(points.sort());
      }
      expect(values['120']).toMatchObject({
        DERTyp: 82,
        WRtg: 5000,
        WHRtg: 10_000,
        MaxChaRte: 5000,
        MaxDisChaRte: 5000,
      });
      expect(values['121']).toMatchObject({ WMax: 5000, VRef: 230 });
      expect(values['123']).toMatchObject({ Conn: 1, WMaxLimPct: 100, WMaxLim_Ena: 0 });
      expect(values['124']).toMatchObject({ WChaMax: 5000, StorCtl_Mod: 0, MinRsvPct: 5, OutWRte: 100, InWRte: 100 });
      expect(values['124'].ChaState).toBeCloseTo(64, 0);
      expect(after).toEqual({ OutWRte: 25, InWRte: -25, InOutWRte_RvrtTms: 60, StorCtl_Mod: 3 });
    },
  );

  const kinds: [string, boolean, Partial<ServeOptions>][] = [
    ['tcp', true, { framing: 'tcp' }],
    ['rtu-over-tcp', true, {}],
    ['serial', canPty, { address: 'pty:', baud: 9600 }],
  ];
  it.each(kinds.filter(([, can]) => can))('pymodbus reads and writes the heat pump: %s', async (kind, _, options) => {
    const device = createHeatPump({ seed: 1, ratedPowerW: 12_000, outdoorTemperatureC: -5, initialTemperatureC: 19 });
    const address = await serve(device, { unit: 7, ...options });
    expect(await ask(['modbus', kind, portOf(address), '7'])).toEqual({
      identity: [0x4850, 1, 12_000, 3000],
      written: true,
      back: [3, 1, 5000, 90, 90],
      single: true,
      limit: [6000],
      exceptions: [2, 3, 1],
    });
  });

  it("dsmr-parser reads the mock meter's telegram", async () => {
    const meter = createMeter({ seed: 1, phases: 3, pvW: 6000 });
    meter.advance(0);
    const read = await ask(['dsmr'], meter.telegram(Date.UTC(2026, 6, 12, 10, 0, 1) * 1000));
    expect(read['P1_MESSAGE_TIMESTAMP'].value).toBe('2026-07-12T10:00:01+00:00');
    expect(read['EQUIPMENT_IDENTIFIER'].value).toBe(Buffer.from('E0026000001').toString('hex').toUpperCase());
    const watt = (name: string) => read[name].value * 1000;
    const net = watt('CURRENT_ELECTRICITY_USAGE') - watt('CURRENT_ELECTRICITY_DELIVERY');
    const phases = ['L1', 'L2', 'L3'].map(
      (p) => watt(`INSTANTANEOUS_ACTIVE_POWER_${p}_POSITIVE`) - watt(`INSTANTANEOUS_ACTIVE_POWER_${p}_NEGATIVE`),
    );
    expect(net).toBeLessThan(-2000);
    expect(Math.abs(phases.reduce((a, b) => a + b, 0) - net)).toBeLessThan(2);
    expect(read['INSTANTANEOUS_VOLTAGE_L2'].unit).toBe('V');
  });

  it('dsmr-parser reads every line of a composed telegram as we mean it', async () => {
    const read = await ask(
      ['dsmr'],
      composeTelegram({
        header: 'WTM5\\2MT382-1000',
        timeUs: Date.UTC(2026, 0, 12, 17, 45, 3) * 1000,
        summerTime: false,
        equipmentId: 'E1',
        importEnergyWh: [1_234_567, 7_654_321],
        exportEnergyWh: [12, 999_999_999],
        tariff: 1,
        importPowerW: 143,
        exportPowerW: 0,
        phaseImportW: [193, 127, 0],
        phaseExportW: [0, 0, 177],
        voltageV: [231.4, 229.8, 232.1],
        currentA: [1, 0, 12],
        mBus: [
          {
            channel: 1,
            deviceType: 3,
            id: 'G1',
            timeUs: Date.UTC(2026, 0, 12, 17, 45) * 1000,
            value: 2345.678,
            unit: 'm3',
          },
        ],
      }),
    );
    const values = Object.fromEntries(
      Object.entries(read as Record<string, { value?: unknown }>).map(([name, { value }]) => [name, value]),
    );
    expect(values).toMatchObject({
      P1_MESSAGE_HEADER: '50',
      P1_MESSAGE_TIMESTAMP: '2026-01-12T17:45:03+00:00',
      ELECTRICITY_USED_TARIFF_1: 1234.567,
      ELECTRICITY_USED_TARIFF_2: 7654.321,
      ELECTRICITY_DELIVERED_TARIFF_1: 0.012,
      ELECTRICITY_DELIVERED_TARIFF_2: 999_999.999,
      ELECTRICITY_ACTIVE_TARIFF: '0001',
      CURRENT_ELECTRICITY_USAGE: 0.143,
      CURRENT_ELECTRICITY_DELIVERY: 0,
      INSTANTANEOUS_ACTIVE_POWER_L1_POSITIVE: 0.193,
      INSTANTANEOUS_ACTIVE_POWER_L2_POSITIVE: 0.127,
      INSTANTANEOUS_ACTIVE_POWER_L3_NEGATIVE: 0.177,
      INSTANTANEOUS_VOLTAGE_L1: 231.4,
      INSTANTANEOUS_VOLTAGE_L2: 229.8,
      INSTANTANEOUS_VOLTAGE_L3: 232.1,
      INSTANTANEOUS_CURRENT_L3: 12,
    });
    expect(JSON.stringify(read['MBUS_DEVICES'])).toContain('2345.678');
  });

  it('dsmr-parser refuses a telegram with a changed byte: its CRC is checked', async () => {
    const meter = createMeter({ seed: 1, phases: 3, pvW: 0 });
    meter.advance(0);
    const telegram = meter.telegram(Date.UTC(2026, 0, 12) * 1000);
    telegram[200]! ^= 1;
    await expect(ask(['dsmr'], telegram)).rejects.toThrow(/InvalidChecksum/);
  });
});
