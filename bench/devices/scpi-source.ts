/**
 * An AC source that speaks SCPI (IEEE 488.2): plays a grid to a device under test, and measures what that does. Every
 * command is looked up in the profile; what is asked for beyond the profile's limits or faster than its slew is not passed on,
 * and nothing is believed that was not read back.
 */
import { WijkError } from '../../errors.js';
import type { DeviceReading, Identity, PlayedGrid, SourceDriver, Unasked } from './driver.js';
import type { TextPort } from './ports.js';
import type { ScpiSourceProfile } from './profile.js';

export interface ScpiSourceOptions {
  readonly id: string;
  readonly profile: ScpiSourceProfile;
  readonly port: TextPort;
  readonly nowMs: () => number;
}

/** A set value reads back within this. */
const SAME_V = 0.06;
const SAME_HZ = 0.006;
/** A pause longer than this counts as so much slew time. */
const SLEW_MAX_S = 1;
/** Errors in the instrument's queue that are read at most. */
const ERRORS_MAX = 32;
/** Voltage behind an open output, as meters see it. */
export const OPEN_V = 15;
/** SCPI 1999, 7.2.1.4 and 7.2.1.5: ±9.9E37 stands for infinity and 9.91E37 for "not a number". */
const NOT_MEASURED = 9.9e37;

/** s of silence after which the source opens its output by itself; undefined if it has no such watchdog. */
export const watchdogS = ({ scpi, behaviour }: ScpiSourceProfile): number | undefined =>
  scpi.commands.setWatchdog === undefined ? undefined : (3 * behaviour.timing.budgetMs) / 1000;

/** A watchdog may be late by so much before it is said that it does not work. */
const WATCHDOG_SLACK_S = 1;

export function createScpiSource({ id, profile, port: line, nowMs }: ScpiSourceOptions): SourceDriver {
  const { commands, limits, nominal, phases } = profile.scpi;
  const each = Array.from({ length: phases }, (_, p) => p + 1);
  let last: { readonly grid: PlayedGrid; readonly atMs: number } | undefined;
  /** What its output may carry by what it was told here; empty while it should be open. Outlives an absence. */
  let told: readonly PlayedGrid[] = [];
  let wordAtMs = nowMs();
  /** The longest time since the last attachment in which it cannot have heard anything. */
  let silentS = 0;

  /** While the line is closed nothing is heard; a question without an answer may well have been. */
  const heard = async <T>(operation: () => Promise<T>): Promise<T> => {
    const word = (): void => {
      silentS = Math.max(silentS, (nowMs() - wordAtMs) / 1000);
      wordAtMs = nowMs();
    };
    try {
      const value = await operation();
      word();
      return value;
    } catch (error) {
      if (!(error instanceof WijkError) || error.code !== 'NO_SUCH_PORT') word();
      throw error;
    }
  };
  const port: TextPort = {
    send: (text, signal) => heard(() => line.send(text, signal)),
    ask: (text, signal) => heard(() => line.ask(text, signal)),
  };

  const fill = (command: string, phase: number, value = Number.NaN): string =>
    command.replaceAll('{phase}', String(phase)).replaceAll('{value}', value.toFixed(3));

  const askNumber = async (question: string, signal: AbortSignal): Promise<number> => {
    const answer = await port.ask(question, signal);
    const value = Number(answer);
    if (answer.trim() === '' || !Number.isFinite(value)) {
      throw new WijkError(
        'DEVICE_PROTOCOL',
        `${id}: "${question}" was answered "${answer.slice(0, 80)}", a number is wanted`,
      );
    }
    return value;
  };
  const askPhases = async (question: string, signal: AbortSignal): Promise<[number, number, number]> => {
    const values: [number, number, number] = [0, 0, 0];
    for (const phase of each) values[phase - 1] = await askNumber(fill(question, phase), signal);
    return values;
  };

  /** What the instrument complains of; empties its queue. */
  const errors = async (signal: AbortSignal): Promise<string[]> => {
    const list: string[] = [];
    while (list.length < ERRORS_MAX) {
      const answer = await port.ask(commands.nextError, signal);
      if (/^[+]?0(,|$)/.test(answer.trim())) break;
      list.push(answer.trim());
    }
    return list;
  };

  const isOn = async (signal: AbortSignal): Promise<boolean> =>
    /^(1|on)$/i.test((await port.ask(commands.outputState, signal)).trim());

  const readSet = async (signal: AbortSignal): Promise<PlayedGrid> => ({
    voltageV: await askPhases(commands.getVoltage, signal),
    frequencyHz: await askNumber(commands.getFrequency, signal),
  });

  /** Commands go out one by one: where one was lost, some values are old and some are new. */
  const isTold = (held: PlayedGrid): boolean => {
    const among = (value: number, of: (grid: PlayedGrid) => number, slack: number): boolean =>
      told.some((grid) => Math.abs(of(grid) - value) <= slack);
    return (
      each.every((p) => among(held.voltageV[p - 1]!, ({ voltageV }) => voltageV[p - 1]!, SAME_V)) &&
      among(held.frequencyHz, ({ frequencyHz }) => frequencyHz, SAME_HZ)
    );
  };
  const words = ({ voltageV, frequencyHz }: PlayedGrid): string =>
    `${each.map((p) => voltageV[p - 1]!.toFixed(1)).join(', ')} V and ${frequencyHz.toFixed(2)} Hz`;

  /** One step towards the goal: inside the limits, and no faster than the slew allows since the step before. */
  const step = (from: PlayedGrid, goal: PlayedGrid, elapsedS: number): PlayedGrid => {
    const towards = (
      now: number,
      to: number,
      slew: number,
      { minimum, maximum }: { minimum: number; maximum: number },
    ) => {
      // Without a number to play, the value stays.
      const bounded = Number.isFinite(to) ? Math.min(maximum, Math.max(minimum, to)) : now;
      const reach = slew * elapsedS;
      return now + Math.min(reach, Math.max(-reach, bounded - now));
    };
    const voltageV = [0, 1, 2].map((p) =>
      towards(from.voltageV[p]!, goal.voltageV[p]!, limits.slewVPerS, limits.voltageV),
    ) as [number, number, number];
    return {
      voltageV,
      frequencyHz: towards(from.frequencyHz, goal.frequencyHz, limits.slewHzPerS, limits.frequencyHz),
    };
  };

  const set = async (grid: PlayedGrid, signal: AbortSignal): Promise<PlayedGrid> => {
    for (const phase of each) await port.send(fill(commands.setVoltage, phase, grid.voltageV[phase - 1]!), signal);
    await port.send(fill(commands.setFrequency, 0, grid.frequencyHz), signal);
    if (commands.setWatchdog !== undefined) {
      await port.send(fill(commands.setWatchdog, 0, watchdogS(profile)), signal);
    }
    const complaints = await errors(signal);
    const held = await readSet(signal);
    const wrong = each
      .filter((phase) => Math.abs(held.voltageV[phase - 1]! - grid.voltageV[phase - 1]!) > SAME_V)
      .map((p) => `voltage ${p} was set to ${grid.voltageV[p - 1]!.toFixed(2)} V and reads ${held.voltageV[p - 1]} V`);
    if (Math.abs(held.frequencyHz - grid.frequencyHz) > SAME_HZ) {
      wrong.push(`frequency was set to ${grid.frequencyHz.toFixed(3)} Hz and reads ${held.frequencyHz} Hz`);
    }
    if (complaints.length > 0 || wrong.length > 0) {
      throw new WijkError(
        'SETPOINT_IGNORED',
        `${id}: ${[...wrong, ...complaints.map((c) => `error ${c}`)].join('; ')}`,
      );
    }
    return held;
  };

  return {
    async identify(signal): Promise<Identity> {
      const answer = await port.ask('*IDN?', signal);
      if (!new RegExp(profile.scpi.identity).test(answer)) {
        const wants = `${profile.profile} wants *IDN? to match ${profile.scpi.identity}`;
        throw new WijkError('WRONG_DEVICE', `${id}: ${wants}; found "${answer.slice(0, 120)}"`);
      }
      await port.send('*CLS', signal);
      last = undefined;
      // IEEE 488.2: manufacturer, model, serial number, firmware level; 0 where there is none.
      const [manufacturer, model, serialNumber, firmware] = answer
        .split(',')
        .map((part) => part.trim())
        .map((part) => (part === '' || part === '0' ? undefined : part));
      const text = [manufacturer, model, firmware, serialNumber === undefined ? undefined : `serial ${serialNumber}`];
      return {
        text: text.filter((part) => part !== undefined).join(' '),
        key: `${manufacturer ?? ''}/${model ?? ''}/${serialNumber ?? ''}`,
        ...(manufacturer === undefined ? {} : { manufacturer }),
        ...(model === undefined ? {} : { model }),
        ...(serialNumber === undefined ? {} : { serialNumber }),
        ...(firmware === undefined ? {} : { firmware }),
      };
    },

    async read(signal): Promise<DeviceReading> {
      const askedAtMs = nowMs();
      // What the source delivers, the device under test consumes.
      const activePowerW = await askPhases(commands.measurePower, signal);
      const voltageV = await askPhases(commands.measureVoltage, signal);
      const currentA = await askPhases(commands.measureCurrent, signal);
      const frequencyHz = await askNumber(commands.measureFrequency, signal);
      const told = { activePowerW, voltageV, currentA, frequencyHz };
      const missing = Object.entries(told)
        .filter(([, values]) => [values].flat().some((value) => Math.abs(value) >= NOT_MEASURED))
        .map(([name]) => name);
      return {
        askedAtMs,
        quality: missing.includes('activePowerW') ? 'invalid' : 'good',
        reactivePowerVar: 0,
        ...told,
        ...(missing.length === 0 ? {} : { missing }),
      };
    },

    async attach(signal): Promise<Unasked | undefined> {
      const on = await isOn(signal);
      const quietS = silentS;
      silentS = 0;
      if (!on) return undefined;
      const held = await readSet(signal);
      const newest = told.at(-1);
      if (newest === undefined) {
        return { kind: 'output-unasked', text: `its output is on with ${words(held)}, and nobody here switched it on` };
      }
      if (!isTold(held)) {
        const text = `its output is on with ${words(held)} where it was last told ${words(newest)}: its supply was off, or somebody else was there`;
        return { kind: 'output-unasked', text };
      }
      const patienceS = watchdogS(profile);
      if (patienceS === undefined || quietS <= patienceS + WATCHDOG_SLACK_S) return undefined;
      const text = `its output is still on after ${quietS.toFixed(1)} s in which nobody could reach it; its watchdog opens it after ${patienceS.toFixed(1)} s`;
      return { kind: 'not-reverted', text };
    },

    async play(grid, signal): Promise<PlayedGrid> {
      if (!(await isOn(signal))) {
        // A device under test meets a grid as it should be, and only then the one of the wijk.
        const { voltageV: v, frequencyHz } = nominal;
        const held = await set({ voltageV: [v, v, v], frequencyHz }, signal);
        told = [held];
        await port.send(commands.outputOn, signal);
        if (!(await isOn(signal)))
          throw new WijkError('SETPOINT_IGNORED', `${id}: was switched on and says that it is off`);
        last = { grid: held, atMs: nowMs() };
        return held;
      }
      const atMs = nowMs();
      // It plays already, and nobody here knows what: from there on, as slowly as ever.
      last ??= { grid: await readSet(signal), atMs };
      const elapsedS = Math.min(SLEW_MAX_S, Math.max(0, atMs - last.atMs) / 1000);
      const next = step(last.grid, grid, elapsedS);
      // What is half done is not known: the next step starts from what the source says.
      const from = last;
      last = undefined;
      told = [from.grid, next];
      try {
        const held = await set(next, signal);
        told = [held];
        last = { grid: { ...held, voltageV: phases === 3 ? held.voltageV : next.voltageV }, atMs };
        return held;
      } catch (error) {
        const code = error instanceof WijkError ? error.code : '';
        if (code === 'SETPOINT_IGNORED') {
          last = { grid: await readSet(signal), atMs: from.atMs };
          told = [last.grid];
        }
        throw error;
      }
    },

    async off(signal): Promise<void> {
      last = undefined;
      await port.send(commands.outputOff, signal);
      if (await isOn(signal)) throw new WijkError('SETPOINT_IGNORED', `${id}: was switched off and says that it is on`);
      const voltageV = await askPhases(commands.measureVoltage, signal);
      if (voltageV.some((v) => v > OPEN_V)) {
        const measured = voltageV.map((v) => `${v.toFixed(1)} V`).join(', ');
        throw new WijkError('SETPOINT_IGNORED', `${id}: was switched off, says so, and measures ${measured}`);
      }
      told = [];
    },
  };
}
