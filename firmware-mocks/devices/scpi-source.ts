/**
 * An AC source after its maker's document `docs/netbron-ns15.md`, with a device under test on its terminals: an inverter that
 * feeds in and, above 235 V, reduces by `droopWPerV` (its volt-watt curve), with a time constant of half a second.
 */
import { inCable } from '../cable.js';
import type { TextDevice } from '../device.js';
import { noise } from '../noise.js';
import { honest } from '../sins.js';

export interface SourceOptions {
  readonly seed: number;
  /** What the inverter under test feeds in per phase, W. */
  readonly feedInW: number;
  /** How much less it feeds in per volt above 235 V, W. */
  readonly droopWPerV: number;
}

const DROOP_FROM_V = 235;
const SETTLE_S = 0.5;
const QUEUE_MAX = 20;
/** "Not a number" as SCPI 1999 writes it (7.2.1.5). */
const NAN = '9.91E37';

/** Both forms of a keyword: `VOLTage` is VOLT or VOLTAGE. */
const keyword = (word: string): string =>
  `${word.replace(/[a-z]+/, '')}(?:${word.replace(/[A-Z]+/, '').toUpperCase()})?`;
const header = (...words: string[]): string => words.map(keyword).join(':');

export function createSource(options: SourceOptions): TextDevice {
  const random = noise(options.seed);
  const quirks = honest();
  let set = [230, 230, 230];
  let hz = 50;
  let on = false;
  let relay = false;
  let feedW = [0, 0, 0];
  let nowS = Number.NaN;
  let heardS = Number.NaN;
  let watchdogS = 0;
  let restarted = false;
  let queue: string[] = [];
  /** Where slow terminals are, V. */
  let slowV = [0, 0, 0];
  const shown = new Map<string, string>();

  const complain = (entry: string): undefined => {
    if (queue.length < QUEUE_MAX) queue.push(entry);
    return undefined;
  };
  const playedV = (p: number): number =>
    relay ? set[quirks.swapsPhases && p > 0 ? 3 - p : p]! * quirks.voltageRatio : 0;
  const slow = (): boolean => Number.isFinite(quirks.voltageSlewVPerS);
  const terminal = (p: number): number => (slow() ? slowV[p]! : playedV(p));
  const playedHz = (): number => (relay ? (quirks.frozenFrequency ? 50 : hz) : 0);
  const open = (): void => {
    on = false;
    relay = false;
  };
  /** A measured value as it is shown: the one from before, if the display stands still. */
  const measured = (what: string, value: () => string): string => {
    const before = shown.get(what);
    if (quirks.frozenReading && before !== undefined) return before;
    const now = value();
    shown.set(what, now);
    return now;
  };
  const currentA = (p: number): number =>
    terminal(p) === 0 ? 0 : (quirks.currentFactor * Math.abs(feedW[p]!)) / terminal(p);

  const commands: readonly (readonly [RegExp, (match: RegExpExecArray) => string | undefined])[] = [
    [
      /^\*IDN\?$/,
      () => `Netbron,NS-15,${String((quirks.serialAfterReboot && restarted ? 8000 : 5000) + options.seed)},1.07`,
    ],
    [
      /^\*CLS$/,
      () => {
        queue = [];
        return undefined;
      },
    ],
    [new RegExp(`^${header('SYSTem', 'ERRor')}\\?$`), () => queue.shift() ?? '0,"No error"'],
    [new RegExp(`^${header('SOURce', 'VOLTage')}([123])\\?$`), ([, n]) => set[Number(n) - 1]!.toFixed(2)],
    [
      new RegExp(`^${header('SOURce', 'VOLTage')}([123]) (\\S+)$`),
      ([, n, text]) => {
        const value = Number(text);
        if (!(value >= 0 && value <= 300)) return complain('-222,"Data out of range"');
        if (!quirks.ignoresVoltage) set[Number(n) - 1] = Math.round(value * 100) / 100;
        return undefined;
      },
    ],
    [new RegExp(`^${header('SOURce', 'FREQuency')}\\?$`), () => hz.toFixed(3)],
    [
      new RegExp(`^${header('SOURce', 'FREQuency')} (\\S+)$`),
      ([, text]) => {
        const value = Number(text);
        if (!(value >= 40 && value <= 70)) return complain('-222,"Data out of range"');
        hz = Math.round(value * 1000) / 1000;
        return undefined;
      },
    ],
    [new RegExp(`^${header('OUTPut')}\\?$`), () => (on ? '1' : '0')],
    [
      new RegExp(`^${header('OUTPut')} (ON|OFF|1|0)$`),
      ([, text]) => {
        on = text === 'ON' || text === '1';
        if (on || !quirks.outputSticks) relay = on;
        return undefined;
      },
    ],
    [
      new RegExp(`^${header('OUTPut', 'WATChdog')} (\\S+)$`),
      ([, text]) => {
        const value = Number(text);
        if (!(value >= 0 && value <= 3600)) return complain('-222,"Data out of range"');
        watchdogS = value;
        return undefined;
      },
    ],
    [new RegExp(`^${header('OUTPut', 'WATChdog')}\\?$`), () => watchdogS.toFixed(3)],
    [
      new RegExp(`^${header('MEASure', 'VOLTage')}([123])\\?$`),
      ([what, n]) =>
        measured(what, () => (terminal(Number(n) - 1) + (relay ? 0.04 * (random() - 0.5) : 0.2 * random())).toFixed(2)),
    ],
    [
      new RegExp(`^${header('MEASure', 'CURRent')}([123])\\?$`),
      ([what, n]) => measured(what, () => currentA(Number(n) - 1).toFixed(3)),
    ],
    [
      new RegExp(`^${header('MEASure', 'POWer')}([123])\\?$`),
      ([what, n]) =>
        quirks.sentinelPower ? NAN : measured(what, () => (quirks.powerFactor * -feedW[Number(n) - 1]!).toFixed(1)),
    ],
    [new RegExp(`^${header('MEASure', 'FREQuency')}\\?$`), ([what]) => measured(what, () => playedHz().toFixed(3))],
  ];

  return {
    kind: 'text',
    name: 'scpi-source',
    traits: ['scpi', 'power', 'sentinel', 'current', 'serial'],
    quirks,
    replyDelayS: 0.003,
    powerUp() {
      set = [230, 230, 230];
      hz = 50;
      open();
      if (quirks.outputAtPowerUp) {
        on = true;
        relay = true;
      }
      watchdogS = 0;
      restarted = true;
      queue = [];
    },
    reconnected() {
      if (quirks.forgetsOnReconnect) set = [230, 230, 230];
    },
    advance(toS) {
      const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
      nowS = toS;
      if (watchdogS > 0 && nowS - heardS >= watchdogS && !quirks.noWatchdog) open();
      slowV = slowV.map((v, p) => {
        if (!relay || v === 0) return playedV(p);
        const reach = quirks.voltageSlewVPerS * stepS;
        return slow() ? v + Math.max(-reach, Math.min(reach, playedV(p) - v)) : playedV(p);
      });
      feedW = feedW.map((w, p) => {
        const above = Math.max(0, terminal(p) - DROOP_FROM_V);
        const wanted = relay && terminal(p) > 150 ? Math.max(0, options.feedInW - options.droopWPerV * above) : 0;
        return wanted + (w - wanted) * Math.exp(-stepS / SETTLE_S);
      });
    },
    line(text) {
      heardS = nowS;
      const upper = text.toUpperCase().replace(/\s+/g, ' ').replace(/^:/, '');
      for (const [pattern, action] of commands) {
        const match = pattern.exec(upper);
        if (match !== null) return action(match);
      }
      return complain('-113,"Undefined header"');
    },
    supplyPowerW: () => inCable(quirks, [-feedW[0]!, -feedW[1]!, -feedW[2]!]),
    supplyVoltageV: () => [terminal(0), terminal(1), terminal(2)],
    status: () => ({
      output: on ? 'on' : 'off',
      relay: relay ? 'closed' : 'open',
      voltageV: set.map((v) => v.toFixed(2)).join(' '),
      feedInW: Math.round(feedW[0]! + feedW[1]! + feedW[2]!),
    }),
  };
}
