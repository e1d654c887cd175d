/**
 * Sins of real firmware, each seen in the field (issue threads of energy-management projects) and each switchable on a mock:
 * an acceptance test that does not find them is worth nothing. A sin is a change of the device's own behaviour; faults of
 * the line are in `line.ts`, and faults that come and go in `faults.ts`.
 */
/** What a device does otherwise than its document says; every field at its innocent value is an honest device. */
export interface Quirks {
  /** Writes are acknowledged and not kept. */
  ignoresWrites: boolean;
  /** Writes are kept and read back as written; the power does not follow. */
  noEffect: boolean;
  /** Of the time of the revert timer that really passes; Infinity never reverts. */
  revertFactor: number;
  /** Of the heartbeat's patience; Infinity never notices that its controller is gone. */
  heartbeatFactor: number;
  /** What its power registers say, times the truth. */
  powerFactor: number;
  /** What flows in its cable, of what it measures: registers, currents and counters agree, and only another meter sees it. */
  cableRatio: number;
  /** What it follows, of the setpoint that it holds and reads back; −1 takes charging for discharging. */
  setpointRatio: number;
  /** It follows a setpoint in steps of so many W; 0: in none. */
  setpointStepW: number;
  /** A setpoint of less than this, and not 0, is followed as this, W. */
  setpointLeastW: number;
  /** A setpoint that it holds is followed only after so long, s. */
  setpointDelayS: number;
  /** It follows its first setpoint and stays there, whatever it is told later. */
  followsOnce: boolean;
  /** Power that it can really reach, of its rating. */
  reachRatio: number;
  /** Its state of charge stands still while energy flows. */
  frozenCharge: boolean;
  /** Its measurement stands still from now on. */
  frozenReading: boolean;
  /** Of every five minutes its measurement stands still for so long, s. */
  repeatsS: number;
  /** A meter: its phase b stands still, in power, voltage and current. */
  frozenPhase: boolean;
  /** What its counters of energy count, of the energy that flows. */
  energyRatio: number;
  /** The mandatory power point says "not implemented". */
  sentinelPower: boolean;
  /** What its current registers say, times the truth. */
  currentFactor: number;
  /** Time constant of the way to a new setpoint, in ramps of its document over the whole range; 0: as its document says. */
  sluggishRamps: number;
  /** Time constant of a swing on the way, s; 0: none. */
  swingS: number;
  /** Beyond the setpoint on the way, of the step. */
  overshootRatio: number;
  /** After a power-up scale factors (or the decimals of power registers) are wrong by one. */
  scaleAfterReboot: boolean;
  /** After a power-up it names another serial number. */
  serialAfterReboot: boolean;
  /** A client that comes back, not the first one, finds its power wrong by a factor of ten. */
  scaleAfterReconnect: boolean;
  /** A client that comes back finds the controls at their defaults. */
  forgetsOnReconnect: boolean;
  /** Setpoints are kept in flash and survive a power-up; every write is counted. */
  flashSetpoints: boolean;
  /** SunSpec: every read from the third model on is refused with exception 2. */
  chainException: boolean;
  /** The answer to every n-th read is held back and sent right before the answer to the next question; 0 never. */
  staleEvery: number;
  /** Every n-th reply carries the address of its neighbour; 0 never. */
  foreignUnitEvery: number;
  /** It also answers what its neighbour is asked. */
  answersOthers: boolean;
  /** Refuses everything with exception 6 for so long after a write, s. */
  busyAfterWriteS: number;
  /** P1: the gas meter is on channel 2, and channel 1 holds an abandoned one. */
  gasOnChannel2: boolean;
  /** P1: leading zeros of the CRC are left out. */
  unpaddedCrc: boolean;
  /** A meter that was installed the wrong way round: import and export have changed places, in powers and counters. */
  swapsDirections: boolean;
  /** SCPI: a voltage is acknowledged and not kept. */
  ignoresVoltage: boolean;
  /** SCPI: what it plays, of the voltage that it holds. */
  voltageRatio: number;
  /** SCPI: phases b and c have changed places on its terminals. */
  swapsPhases: boolean;
  /** SCPI: its terminals follow a new voltage no faster, V/s; Infinity at once. */
  voltageSlewVPerS: number;
  /** SCPI: the frequency stays at 50 Hz whatever it holds. */
  frozenFrequency: boolean;
  /** SCPI: the output is on again after its supply was off. */
  outputAtPowerUp: boolean;
  /** SCPI: silence of its controller never opens the output. */
  noWatchdog: boolean;
  /** SCPI: the output stays on after it was switched off and says that it is off. */
  outputSticks: boolean;
}

export function honest(): Quirks {
  return {
    ignoresWrites: false,
    noEffect: false,
    revertFactor: 1,
    heartbeatFactor: 1,
    powerFactor: 1,
    cableRatio: 1,
    setpointRatio: 1,
    setpointStepW: 0,
    setpointLeastW: 0,
    setpointDelayS: 0,
    followsOnce: false,
    reachRatio: 1,
    frozenCharge: false,
    frozenReading: false,
    repeatsS: 0,
    frozenPhase: false,
    energyRatio: 1,
    sentinelPower: false,
    currentFactor: 1,
    sluggishRamps: 0,
    swingS: 0,
    overshootRatio: 0,
    scaleAfterReboot: false,
    serialAfterReboot: false,
    scaleAfterReconnect: false,
    forgetsOnReconnect: false,
    flashSetpoints: false,
    chainException: false,
    staleEvery: 0,
    foreignUnitEvery: 0,
    answersOthers: false,
    busyAfterWriteS: 0,
    gasOnChannel2: false,
    unpaddedCrc: false,
    swapsDirections: false,
    ignoresVoltage: false,
    voltageRatio: 1,
    swapsPhases: false,
    voltageSlewVPerS: Number.POSITIVE_INFINITY,
    frozenFrequency: false,
    outputAtPowerUp: false,
    noWatchdog: false,
    outputSticks: false,
  };
}

/** What a device must have for a sin to mean anything on it. */
export type Trait =
  | 'modbus'
  | 'sunspec'
  | 'control'
  | 'revert'
  | 'heartbeat'
  | 'battery'
  | 'power'
  /** It can say that a value is not there. */
  | 'sentinel'
  | 'current'
  /** It only measures, and knows import from export. */
  | 'meter'
  | 'p1'
  | 'scpi'
  | 'serial';

interface Sin {
  readonly about: string;
  readonly needs: readonly Trait[];
  readonly quirks: Partial<Quirks>;
}

const sin = (about: string, needs: readonly Trait[], quirks: Partial<Quirks>): Sin => ({ about, needs, quirks });

export const SINS = {
  'ignore-writes': sin('writes are acknowledged and not kept', ['control'], { ignoresWrites: true }),
  'no-effect': sin('writes are kept and read back, the power does not follow', ['control'], { noEffect: true }),
  'late-revert': sin('reverts after 80 s where 60 s were armed', ['revert'], { revertFactor: 80 / 60 }),
  'early-revert': sin('reverts after half of the time that was armed', ['revert'], { revertFactor: 0.5 }),
  'no-revert': sin('never reverts by itself', ['revert'], { revertFactor: Number.POSITIVE_INFINITY }),
  'no-heartbeat-expiry': sin('does not notice that the heartbeat of its controller stopped', ['heartbeat'], {
    heartbeatFactor: Number.POSITIVE_INFINITY,
  }),
  'flipped-sign': sin('its power has the wrong sign', ['power'], { powerFactor: -1 }),
  'wrong-transformer': sin('measures twice what flows: a wrong current transformer', ['power'], { cableRatio: 0.5 }),
  'half-power': sin('never goes beyond half of its rated power', ['control'], { reachRatio: 0.5 }),
  'frozen-soc': sin('the state of charge stands still', ['battery'], { frozenCharge: true }),
  'frozen-reading': sin('the measured values stand still', ['power'], { frozenReading: true }),
  'sentinel-power': sin('answers "not implemented" in its power', ['sentinel', 'power'], { sentinelPower: true }),
  'wrong-current': sin('its currents are ten times too large', ['current'], { currentFactor: 10 }),
  sluggish: sin('takes ten times as long to a new setpoint', ['control'], { sluggishRamps: 10 }),
  overshoot: sin('overshoots a new setpoint by 60 %', ['control'], { overshootRatio: 0.6, swingS: 1.5 }),
  'scale-after-reboot': sin('the power is wrong by a factor of ten after a reboot', ['modbus', 'power'], {
    scaleAfterReboot: true,
  }),
  'serial-after-reboot': sin('has another serial number after a reboot', ['serial'], { serialAfterReboot: true }),
  'forgets-on-reconnect': sin('drops its setpoint when a client comes back', ['control'], { forgetsOnReconnect: true }),
  'flash-setpoints': sin('keeps setpoints in flash: they survive a reboot, and every write wears', ['control'], {
    flashSetpoints: true,
  }),
  'chain-exception': sin('refuses the rest of its model chain with exception 2', ['sunspec'], { chainException: true }),
  'stale-reply': sin('now and then an answer comes only with the next question', ['modbus'], { staleEvery: 7 }),
  'foreign-unit': sin("now and then replies with its neighbour's address", ['modbus'], { foreignUnitEvery: 7 }),
  'answers-for-another': sin('also answers what the unit above it is asked', ['modbus'], { answersOthers: true }),
  'busy-after-write': sin('refuses everything for 2 s after a write (exception 6)', ['control'], {
    busyAfterWriteS: 2,
  }),
  'gas-on-channel-2': sin('gas on M-Bus channel 2, an abandoned meter on channel 1', ['p1'], { gasOnChannel2: true }),
  'unpadded-crc': sin('leading zeros of the CRC are left out', ['p1'], { unpaddedCrc: true }),
  'swapped-directions': sin('import and export have changed places', ['meter'], { swapsDirections: true }),
  'ignores-voltage': sin('a new voltage is acknowledged and not kept', ['scpi'], { ignoresVoltage: true }),
  'plays-less': sin('keeps a voltage, reads it back, and plays 3 % less', ['scpi'], { voltageRatio: 0.97 }),
  'swapped-phases': sin('phases b and c have changed places on its terminals', ['scpi'], { swapsPhases: true }),
  'slow-voltage': sin('its terminals take a new voltage at 0.5 V/s', ['scpi'], { voltageSlewVPerS: 0.5 }),
  'frozen-frequency': sin('keeps a frequency, reads it back, and plays 50 Hz', ['scpi'], { frozenFrequency: true }),
  'resets-on-reconnect': sin('plays 230 V again when a client comes back', ['scpi'], { forgetsOnReconnect: true }),
  'no-watchdog': sin('its output stays on when its controller falls silent', ['scpi'], { noWatchdog: true }),
  'output-at-power-up': sin('its output is on again after its supply was off', ['scpi'], { outputAtPowerUp: true }),
  'output-sticks': sin('the output stays on and says that it is off', ['scpi'], { outputSticks: true }),
} as const satisfies Readonly<Record<string, Sin>>;

export type SinName = keyof typeof SINS;
export const SIN_NAMES = Object.keys(SINS) as SinName[];

/** The sins that mean something on a device. */
export const sinsOf = (traits: readonly Trait[]): SinName[] =>
  SIN_NAMES.filter((name) => (SINS[name] as Sin).needs.every((trait) => traits.includes(trait)));

/** Any emulated device. */
interface Sinner {
  readonly quirks: Quirks;
}

/** Makes a device a sinner, from now on; its other sins stay. */
export function commit(device: Sinner, name: SinName): void {
  Object.assign(device.quirks, SINS[name].quirks);
}

/** Absolves it of all. */
export function absolve(device: Sinner): void {
  Object.assign(device.quirks, honest());
}
