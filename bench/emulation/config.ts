/** The `emulations:` of the bench file: which slot of the twin is shown as what, on which line. */
import { z } from 'zod';
import { parseAddress } from '../transport/address.js';

export const EMULATION_KINDS = ['p1-meter', 'sunspec-meter', 'sdm630-meter', 'sunspec-inverter', 'heat-pump'] as const;
export type EmulationKind = (typeof EMULATION_KINDS)[number];
export type EmulationProtocol = 'modbus-rtu' | 'modbus-tcp' | 'p1';

export interface EmulationConfig {
  readonly id: string;
  readonly as: EmulationKind;
  /** `serial:…` (an adapter, or one end of a pty) or `listen:host:port`. */
  readonly address: string;
  readonly protocol: EmulationProtocol;
  /** Modbus unit; 0 on P1. */
  readonly unit: number;
  readonly slotId: string;
  /** Older frames of the twin are not shown as now. */
  readonly freshnessMs: number;
  readonly serialNumber: string;
  /** What the energy registers of a meter begin with. */
  readonly energyWh: { readonly importWh: number; readonly exportWh: number };
}

const FRESHNESS_DEFAULT_S = 3;
const SERIAL_MAX = 32;

type Seconds = z.ZodType<number>;

/** `name` and `seconds` are the bench file's own rules for them. */
export const emulationSchema = (name: z.ZodType<string>, seconds: (minimumS: number, maximumS: number) => Seconds) =>
  z.strictObject({
    id: name,
    as: z.enum(EMULATION_KINDS),
    address: z.string(),
    protocol: z.enum(['modbus-rtu', 'modbus-tcp', 'p1']),
    unit: z.int().min(1, 'a Modbus unit is 1 to 247').max(247, 'a Modbus unit is 1 to 247').optional(),
    slot: z.string().min(1),
    freshness: seconds(1, 3600).optional(),
    serialNumber: z
      .string()
      .regex(/^[\x20-\x7e]{1,32}$/, `a serial number is 1 to ${SERIAL_MAX} printable characters`)
      .optional(),
    energyKwh: z
      .strictObject({ import: z.number().min(0).max(999_999), export: z.number().min(0).max(999_999) })
      .optional(),
  });

export type RawEmulation = z.output<ReturnType<typeof emulationSchema>>;

type Add = (path: readonly (string | number)[], value: unknown, rule: string) => void;

/** The rules of one entry that a schema does not know, and those between entries. */
export function checkEmulations(
  emulations: readonly { readonly value: RawEmulation; readonly k: number }[],
  links: readonly { readonly address: string }[],
  add: Add,
): void {
  const first = new Map<string, { readonly protocol: string; readonly id: string }>();
  const controlled = new Map<string, string>();
  for (const { value, k } of emulations) {
    const at = (key: string) => ['emulations', k, key];
    const parsed = parseAddress(value.address);
    if (!parsed.ok) for (const problem of parsed.problems) add(at('address'), problem.value, problem.rule);
    else if (parsed.address.kind === 'tcp') {
      add(at('address'), value.address, 'a controller dials an emulation: use listen:host:port or serial:');
    } else if (value.protocol === 'modbus-tcp' && parsed.address.kind === 'serial') {
      add(at('protocol'), value.protocol, 'modbus-tcp runs over listen:; on a serial line it is modbus-rtu');
    }
    if (links.some((link) => link.address === value.address)) {
      add(at('address'), value.address, 'a link of devices has this address already');
    }
    if ((value.as === 'p1-meter') !== (value.protocol === 'p1')) {
      const rule = value.as === 'p1-meter' ? 'a p1-meter speaks p1' : `${value.as} speaks modbus-rtu or modbus-tcp`;
      add(at('protocol'), value.protocol, rule);
    }
    if (value.protocol === 'p1' && value.unit !== undefined) {
      add(at('unit'), value.unit, 'a meter on P1 has no unit; remove the line');
    }
    if (value.protocol !== 'p1' && value.unit === undefined) {
      add(at('unit'), undefined, `an emulation on ${value.protocol} needs its unit (1 to 247)`);
    }
    if (!value.as.endsWith('-meter') && value.energyKwh !== undefined) {
      add(at('energyKwh'), undefined, 'only a meter has energy registers to begin with; remove the line');
    }
    if (!value.as.endsWith('-meter')) {
      const other = controlled.get(value.slot);
      if (other !== undefined) add(at('slot'), value.slot, `"${other}" takes the commands for this slot already`);
      controlled.set(value.slot, value.id);
    }
    // Port 0 is another port each time: those do not share a line.
    if (/:0$/.test(value.address)) continue;
    const other = first.get(value.address);
    first.set(value.address, other ?? value);
    if (other === undefined) continue;
    if (other.protocol !== value.protocol) {
      add(at('protocol'), value.protocol, `"${other.id}" speaks ${other.protocol} on this address`);
    } else if (value.protocol === 'p1') {
      add(at('address'), value.address, `a P1 line carries one meter; it has "${other.id}" already`);
    }
  }
}

export function emulationOf(raw: RawEmulation): EmulationConfig {
  const { id, as, address, protocol, unit = 0, slot: slotId } = raw;
  return {
    id,
    as,
    address,
    protocol,
    unit,
    slotId,
    freshnessMs: (raw.freshness ?? FRESHNESS_DEFAULT_S) * 1000,
    serialNumber: raw.serialNumber ?? `WT-${id}`.slice(0, SERIAL_MAX),
    energyWh: {
      importWh: (raw.energyKwh?.import ?? 0) * 1000,
      exportWh: (raw.energyKwh?.export ?? 0) * 1000,
    },
  };
}
