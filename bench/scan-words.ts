/** What a scan found, as values for a program and as words for a person. */

export interface ScannedModel {
  readonly id: number;
  readonly name: string;
  /** Of its ID register. */
  readonly address: number;
  readonly length: number;
  /** By the definition, where the device says otherwise. */
  readonly definedLength?: number;
}

/** Read in passing; absent where the device does not implement it. Signs are the device's own, said by the name. */
export interface Measured {
  readonly generationW?: number;
  readonly importW?: number;
  readonly voltageV?: number;
  readonly frequencyHz?: number;
  readonly stateOfChargePercent?: number;
}

export interface ScannedMBus {
  readonly channel: number;
  readonly deviceType: number;
  readonly id: string;
  readonly value: number;
  readonly unit: string;
}

/** One thing that answered. */
export type Finding =
  | {
      readonly kind: 'sunspec';
      readonly unit: number;
      readonly identity: string;
      readonly models: readonly number[];
      readonly base: number;
      readonly chain: readonly ScannedModel[];
      readonly now: Measured;
      readonly truncated?: string;
      /** The shipped profile that fits, for the bench file. */
      readonly profile?: string;
    }
  | {
      readonly kind: 'heat-pump' | 'meter' | 'actuator';
      readonly unit: number;
      readonly identity: string;
      readonly profile: string;
    }
  | {
      readonly kind: 'modbus';
      readonly unit: number;
      readonly note: string;
      /** Profiles whose registers are all there, and that have nothing (`identity: {expect: …}`) to tell their product by. */
      readonly perhaps?: readonly { readonly profile: string; readonly identity: string }[];
      /** Profiles that it does not fit, and where. */
      readonly refused?: readonly { readonly profile: string; readonly why: string }[];
    }
  | {
      readonly kind: 'p1';
      readonly identity: string;
      readonly version: string;
      /** Per phase, + = consumption; NaN (null in JSON) of a meter that counts no electricity. */
      readonly activePowerW: readonly number[];
      readonly importEnergyWh: readonly number[];
      readonly exportEnergyWh: readonly number[];
      /** The meter's own clock. */
      readonly meterTime?: string;
      readonly mBus: readonly ScannedMBus[];
      readonly profile?: string;
    };

const KINDS = { meter: 'meter', 'heat-pump': 'heat pump controller', actuator: 'controllable device' } as const;

/** One line that says what it is, and below it what helps to be sure. */
export function wordsOf(finding: Finding): string {
  const fits = 'profile' in finding && finding.profile !== undefined ? `; profile ${finding.profile}` : '';
  switch (finding.kind) {
    case 'sunspec': {
      const cut = finding.truncated === undefined ? '' : `; the chain breaks off ${finding.truncated}`;
      const head = `unit ${finding.unit}: SunSpec "${finding.identity}", models ${finding.models.join(', ')}${cut}${fits}`;
      return [head, ...finding.chain.map(modelLine), ...nowLine(finding.now)].join('\n');
    }
    case 'heat-pump':
    case 'actuator':
    case 'meter':
      return `unit ${finding.unit}: ${KINDS[finding.kind]} "${finding.identity}"${fits}`;
    case 'modbus':
      return [
        `unit ${finding.unit}: ${finding.note}`,
        ...(finding.perhaps ?? []).map(
          ({ profile, identity }) =>
            `    perhaps ${profile}: "${identity}", by a profile without identity: {expect: …} that would tell it from others`,
        ),
        ...(finding.refused ?? []).map(({ why }) => `    not ${why}`),
      ].join('\n');
    case 'p1':
      return p1Words(finding, fits);
  }
}

function modelLine({ id, name, address, length, definedLength }: ScannedModel): string {
  const odd = definedLength === undefined ? '' : `  (by definition ${definedLength})`;
  return `    ${String(address).padStart(5)}  ${String(id).padStart(5)} ${name}, ${length} registers${odd}`;
}

function nowLine({ generationW, importW, voltageV, frequencyHz, stateOfChargePercent }: Measured): string[] {
  const round = (value: number, digits: number): string => value.toFixed(digits);
  const parts = [
    ...(generationW === undefined ? [] : [`generates ${round(generationW, 0)} W`]),
    ...(importW === undefined ? [] : [`imports ${round(importW, 0)} W`]),
    ...(voltageV === undefined ? [] : [`${round(voltageV, 1)} V`]),
    ...(frequencyHz === undefined ? [] : [`${round(frequencyHz, 2)} Hz`]),
    ...(stateOfChargePercent === undefined ? [] : [`battery at ${round(stateOfChargePercent, 0)} %`]),
  ];
  return parts.length === 0 ? [] : [`    now: ${parts.join(', ')}`];
}

const M_BUS_TYPES: Readonly<Record<number, string>> = {
  2: 'electricity',
  3: 'gas',
  4: 'heat',
  6: 'warm water',
  7: 'water',
  12: 'heat',
};

function p1Words(finding: Extract<Finding, { kind: 'p1' }>, fits: string): string {
  const { activePowerW, importEnergyWh, exportEnergyWh } = finding;
  const electric = activePowerW.every((w) => !Number.isNaN(w));
  const phases = electric ? `phases ${activePowerW.map((w) => `${w} W`).join(', ')}` : 'counts no electricity';
  const kwh = (values: readonly number[]): string => values.map((wh) => (wh / 1000).toFixed(3)).join(' + ');
  const lines = [`P1 meter "${finding.identity}", DSMR version ${finding.version || 'before 4'}, ${phases}${fits}`];
  if (electric) lines.push(`    imported ${kwh(importEnergyWh)} kWh, exported ${kwh(exportEnergyWh)} kWh`);
  if (finding.meterTime !== undefined) lines.push(`    the meter's clock says ${finding.meterTime}`);
  for (const { channel, deviceType, id, value, unit } of finding.mBus) {
    const type = M_BUS_TYPES[deviceType] ?? `device type ${deviceType}`;
    lines.push(`    M-Bus ${channel}: ${type} meter ${id}, ${value} ${unit}`);
  }
  return lines.join('\n');
}

/** What to look at when nothing answered. `heard`: what came on a P1 line that made no telegram. */
export function nothing(
  address: string,
  { protocol, units }: { readonly protocol: string; readonly units: readonly number[] },
  withinMs: number,
  heard: string,
): string {
  if (protocol !== 'p1') {
    return `${address}: no answer from unit ${units.join(', ')}; check baud rate, format, unit and the two data wires`;
  }
  const came = heard === '' ? 'nothing came at all' : `what came: ${heard}`;
  const check = 'check baud rate and format (DSMR 5: 115200 8N1; before 4: 9600 7E1) and the data request line';
  return `${address}: no telegram within ${withinMs / 1000} s (${came}); ${check}`;
}
