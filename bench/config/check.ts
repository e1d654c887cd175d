/** The bench file as a whole: names, places and limits that must fit together. */
import type { z } from 'zod';
import type { ActuatorProfile, Profile } from '../devices/profile.js';
import { checkEmulations } from '../emulation/config.js';
import { checkInterlocks } from '../interlock-config.js';
import { parseAddress } from '../transport/address.js';
import { deviceSchema, emulation, interlock, linkSchema, type RawDevice } from './schema.js';

export type Add = (path: readonly (string | number)[], value: unknown, rule: string) => void;

/** Holds the entries against each other, their links and their profiles, also where some of them are wrong by themselves. */
export function checkTogether(raw: unknown, profiles: ReadonlyMap<string, Profile>, add: Add): void {
  const links = sound(listAt(raw, 'links'), linkSchema);
  const devices = sound(listAt(raw, 'devices'), deviceSchema);
  // A link with a wrong line of its own is still a link that a device may name.
  const linkIds = new Set(texts(raw, 'links', 'id').map(({ text }) => text));
  // Names are judged in every entry that has them, whatever else is wrong with it.
  for (const [key, noun] of NOUNS) {
    twice(
      texts(raw, key, 'id').map(({ text, k }) => ({ key: text, path: [key, k, 'id'] })),
      add,
      (id) => `${noun} "${id}"`,
    );
  }
  for (const { text, k } of texts(raw, 'devices', 'link')) {
    if (linkIds.has(text)) continue;
    const known = [...linkIds].join(', ');
    add(['devices', k, 'link'], text, `there is no such link; links are ${known === '' ? 'none' : known}`);
  }
  for (const { text, k } of texts(raw, 'devices', 'profile')) {
    if (profiles.has(text)) continue;
    add(['devices', k, 'profile'], text, `there is no such profile; profiles are ${[...profiles.keys()].join(', ')}`);
  }
  twice(
    links.map(({ value, k }) => ({ key: value.address, path: ['links', k, 'address'] })),
    add,
    (address) => `address ${address}`,
  );
  twice(
    devices
      // A grid emulator that only plays leaves the slot to the device that it plays to.
      .filter(({ value }) => !(value.observeOnly && profiles.get(value.profile)?.driver === 'scpi-source'))
      .map(({ value, k }) => ({ key: value.slot, path: ['devices', k, 'slot'] })),
    add,
    (slot) => `slot "${slot}"`,
  );
  twice(
    devices
      .filter(({ value }) => value.unit !== undefined)
      .map(({ value, k }) => ({ key: `${value.unit} on link "${value.link}"`, path: ['devices', k, 'unit'] })),
    add,
    (unit) => `unit ${unit}`,
  );
  const emulations = sound(listAt(raw, 'emulations'), emulation);
  twice(
    emulations
      .filter(({ value }) => value.unit !== undefined && !value.address.endsWith(':0'))
      .map(({ value, k }) => ({ key: `${value.unit} on ${value.address}`, path: ['emulations', k, 'unit'] })),
    add,
    (unit) => `unit ${unit}`,
  );
  checkEmulations(
    emulations,
    links.map(({ value }) => value),
    add,
  );
  const interlocks = sound(listAt(raw, 'interlocks'), interlock);
  checkInterlocks(
    interlocks,
    links.map(({ value }) => value),
    add,
  );
  for (const { value, k } of links) checkLink(value, k, add);
  const linkOf = new Map(links.map(({ value }) => [value.id, value]));
  const onP1 = new Map<string, string>();
  for (const { value: device, k } of devices) {
    const at = (...path: (string | number)[]) => ['devices', k, ...path];
    const link = linkOf.get(device.link);
    if (link?.protocol === 'p1' || link?.protocol === 'scpi') {
      const [name, one] = link.protocol === 'p1' ? ['P1', 'meter'] : ['SCPI', 'source'];
      const other = onP1.get(link.id);
      if (other !== undefined) {
        add(at('link'), device.link, `a ${name} link carries one ${one}; it has "${other}" already`);
      }
      onP1.set(link.id, device.id);
      if (device.unit !== undefined) add(at('unit'), device.unit, `a ${one} on ${name} has no unit; remove the line`);
    } else if (link !== undefined && device.unit === undefined) {
      add(at('unit'), undefined, `a device on ${link.protocol} needs its unit (1 to 247)`);
    }
    const profile = profiles.get(device.profile);
    if (profile === undefined) continue;
    if (link !== undefined && !(profile.protocols as readonly string[]).includes(link.protocol)) {
      add(
        at('link'),
        device.link,
        `${device.profile} speaks ${profile.protocols.join(' or ')}, this link is ${link.protocol}`,
      );
    }
    if (profile.lease !== device.lease) {
      add(at('lease'), device.lease, `${device.profile} is ${profile.lease === 'meter' ? 'a meter' : 'an actuator'}`);
    }
    if (device.freshness !== undefined && device.freshness < device.pollPeriod) {
      add(at('freshness'), `${device.freshness} s`, `must not be below the poll period of ${device.pollPeriod} s`);
    }
    checkFrequency(device, profile, at, add);
    if (profile.lease === 'actuator') checkActuator(device, profile, at, add);
    else checkMeter(device, at, add);
  }
}

function checkFrequency(
  { frequency, profile: name }: RawDevice,
  profile: Profile,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  if (frequency === undefined) return;
  if (profile.driver !== 'scpi-source') {
    add(at('frequency'), frequency.hz, `${name} plays no grid; remove the line`);
    return;
  }
  const { minimum, maximum } = profile.scpi.limits.frequencyHz;
  if (frequency.hz < minimum || frequency.hz > maximum) {
    add(at('frequency', 'hz'), frequency.hz, `must lie inside the limits of ${name}, ${minimum} to ${maximum} Hz`);
  }
}

function checkLink(link: z.output<typeof linkSchema>, k: number, add: Add): void {
  const parsed = parseAddress(link.address);
  const at = ['links', k, 'address'];
  if (!parsed.ok) for (const { value, rule } of parsed.problems) add(at, value, rule);
  else if (parsed.address.kind === 'listen') add(at, link.address, 'a bench dials its devices: use serial: or tcp:');
  else if (link.protocol === 'modbus-tcp' && parsed.address.kind === 'serial') {
    add(at, link.address, 'modbus-tcp runs over tcp:; on a serial line it is modbus-rtu');
  }
}

function checkActuator(
  device: RawDevice,
  { behaviour: { control }, profile }: ActuatorProfile,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  const { revert } = control;
  const { envelope, safeSetpointW = control.safeSetpointW } = device;
  if (safeSetpointW === undefined) add(at('safeSetpointW'), undefined, 'an actuator declares its safe setpoint in W');
  if (envelope === undefined) {
    add(at('envelope'), undefined, 'an actuator declares its envelope: minimumW, maximumW, rampWPerS');
  } else if (envelope.minimumW > envelope.maximumW) {
    add(at('envelope', 'minimumW'), envelope.minimumW, `must not be above maximumW = ${envelope.maximumW}`);
  } else if (safeSetpointW !== undefined && (safeSetpointW < envelope.minimumW || safeSetpointW > envelope.maximumW)) {
    add(
      at('safeSetpointW'),
      safeSetpointW,
      `must lie inside the envelope, ${envelope.minimumW} to ${envelope.maximumW} W`,
    );
  }
  const revertS = device.revertTime ?? revert.defaultS;
  checkEnvelope(device, revertS, at, add);
  if (revertS === undefined) {
    add(at('revertTime'), undefined, 'an actuator declares after what time it reverts by itself, such as 60s');
  } else if (revertS === 0) {
    add(
      at('revertTime'),
      '0 s',
      'a revert time of 0 means never: a dead bench would leave the device on its last setpoint',
    );
  } else if (revertS < revert.minimumS || revertS > revert.maximumS || !Number.isInteger(revertS)) {
    const { minimumS, maximumS } = revert;
    add(at('revertTime'), `${revertS} s`, `${profile} takes whole seconds from ${minimumS} to ${maximumS}`);
  } else if (revertS < 4 * device.pollPeriod) {
    add(
      at('revertTime'),
      `${revertS} s`,
      `must be at least 4 poll periods (${4 * device.pollPeriod} s) to be refreshed in time`,
    );
  }
}

function checkMeter(device: RawDevice, at: (...path: (string | number)[]) => (string | number)[], add: Add): void {
  for (const key of ['safeSetpointW', 'envelope', 'revertTime', 'deadMan'] as const) {
    if (device[key] !== undefined) add(at(key), device[key], 'a meter takes no setpoint; remove the line');
  }
}

function checkEnvelope(
  { envelope, pollPeriod }: RawDevice,
  revertS: number | undefined,
  at: (...path: (string | number)[]) => (string | number)[],
  add: Add,
): void {
  const charge = envelope?.stateOfCharge;
  if (charge !== undefined && charge.minimumRatio >= charge.maximumRatio) {
    const rule = `must be below maximumRatio = ${charge.maximumRatio}`;
    add(at('envelope', 'stateOfCharge', 'minimumRatio'), charge.minimumRatio, rule);
  }
  const heat = envelope?.temperatureC;
  if (heat !== undefined && heat.minimum >= heat.maximum) {
    add(at('envelope', 'temperatureC', 'minimum'), heat.minimum, `must be below maximum = ${heat.maximum}`);
  }
  const refreshS = (revertS ?? 0) / 2 - pollPeriod;
  const writes = envelope?.writesPerHour;
  if (writes !== undefined && refreshS > 0 && writes < 3600 / refreshS) {
    const rule = `the revert time of ${revertS} s alone takes ${Math.ceil(3600 / refreshS)} writes an hour; allow more or revert later`;
    add(at('envelope', 'writesPerHour'), writes, rule);
  }
}

function listAt(raw: unknown, key: string): readonly unknown[] {
  const list = (raw as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? list : [];
}

/** What the entries of a list are called. */
const NOUNS = [
  ['links', 'link'],
  ['devices', 'device'],
  ['emulations', 'emulation'],
  ['interlocks', 'interlock'],
] as const;

/** A text of every entry of a list that has it, with its place. */
function texts(raw: unknown, list: string, key: string): { readonly text: string; readonly k: number }[] {
  return listAt(raw, list).flatMap((entry, k) => {
    const text = (entry as Record<string, unknown> | null)?.[key];
    return typeof text === 'string' ? [{ text, k }] : [];
  });
}

/** The entries that keep their schema, with their place. */
function sound<T>(list: readonly unknown[], schema: z.ZodType<T>): { readonly value: T; readonly k: number }[] {
  return list.flatMap((entry, k) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [{ value: parsed.data, k }] : [];
  });
}

function twice(
  entries: readonly { readonly key: string; readonly path: readonly (string | number)[] }[],
  add: Add,
  subject: (key: string) => string,
): void {
  const first = new Map<string, string>();
  for (const { key, path } of entries) {
    const seen = first.get(key);
    if (seen !== undefined) add(path, key, `${subject(key)} is used twice, first at ${seen}`);
    else first.set(key, path.join('/'));
  }
}
