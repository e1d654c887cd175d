/** The bench's state as the message that clients see. */
import { wijk } from '#proto/wijk.js';
import { type Bench, onlyPlays } from '../bench.js';
import { totalW } from '../devices/driver.js';
import type { GridPlayer } from '../devices/grid-player.js';
import type { HardwareLink } from '../devices/hardware-link.js';
import type { PowerWindow } from '../devices/power-window.js';
import { sameAsk } from '../emulation/register-model.js';
import type { Life } from '../session.js';
import { isKnown } from '../session.js';
import type { SessionView } from '../session-runner.js';
import { deviceTiming, histogramMessage, linkTiming } from '../timing.js';

const { DeviceState, LeaseKind } = wijk.v1;

const STATES: Readonly<Record<Life['state'], wijk.v1.DeviceState>> = {
  identifying: DeviceState.DEVICE_STATE_IDENTIFYING,
  ready: DeviceState.DEVICE_STATE_READY,
  bound: DeviceState.DEVICE_STATE_BOUND,
  safe: DeviceState.DEVICE_STATE_SAFE,
  lost: DeviceState.DEVICE_STATE_LOST,
  refused: DeviceState.DEVICE_STATE_REFUSED,
};

export function healthOf(bench: Bench): wijk.v1.IBenchHealth {
  const nowMs = bench.clock.nowMs();
  return {
    benchName: bench.config.name,
    twinConnected: bench.twin.connected,
    emergencyStop: bench.stopped,
    emergencyStopBy: bench.stoppedBy,
    links: bench.links.map((link) => linkHealth(link, bench.sessions)),
    devices: bench.sessions.map((session) => ({
      ...deviceHealth(session, nowMs),
      ...armedOf(bench.players.find(({ id }) => id === session.config.id)),
    })),
    loopDelayP99Us: bench.loopDelay.percentile(99) / 1000,
    loopDelayMaxUs: bench.loopDelay.max / 1000,
    emulations: emulationsHealth(bench, nowMs),
    twinRoundTrip: histogramMessage(bench.twin.roundTrip),
    interlocks: bench.interlocks.map(({ id, contact, isClosed, cause, trips, sinceMs }) => ({
      id,
      contact,
      closed: isClosed,
      cause,
      trips,
      sinceS: (nowMs - sinceMs) / 1000,
    })),
    sources: bench.players.map(sourceHealth),
  };
}

function linkHealth(link: HardwareLink, all: readonly SessionView[]): wijk.v1.ILinkHealth {
  return {
    timing: linkTiming(link, all),
    id: link.config.id,
    address: link.config.address,
    open: link.isOpen,
    ...link.counters(),
    roundTripP50Us: link.roundTrip.quantileUs(0.5),
    roundTripP99Us: link.roundTrip.quantileUs(0.99),
    roundTripMaxUs: link.roundTrip.maxUs,
    reopened: link.reopened,
    lastError: link.lastError,
  };
}

/** NaN stands for: there is none (no voltage of the twin yet, an open output). */
function sourceHealth(player: GridPlayer): wijk.v1.ISourceHealth {
  const { id, slotId, playing, played, wanted, frequency, clamped, lastError } = player;
  const [a, b, c] = played?.voltageV ?? [Number.NaN, Number.NaN, Number.NaN];
  return {
    deviceId: id,
    slotId,
    playing: playing.kind,
    cause: playing.kind === 'latched' ? playing.cause : '',
    wantedAV: wanted[0],
    wantedBV: wanted[1],
    wantedCV: wanted[2],
    playedAV: a,
    playedBV: b,
    playedCV: c,
    frequencyHz: played?.frequencyHz ?? Number.NaN,
    frequencySource: frequency.source,
    clamped,
    lastError,
  };
}

/** A grid emulator's way to its safe state without the bench is its watchdog. */
const armedOf = (player: GridPlayer | undefined): Pick<wijk.v1.IDeviceHealth, 'armed'> =>
  player === undefined ? {} : { armed: player.armed };

function emulationsHealth({ emulations }: Bench, nowMs: number): wijk.v1.IEmulationHealth[] {
  if (emulations === undefined) return [];
  return emulations.all.map((emulation) => {
    const { config, asked } = emulation;
    const wish = emulation.controls ? emulations.desk.wishFor(config.slotId) : undefined;
    return {
      id: config.id,
      shownAs: config.as,
      slotId: config.slotId,
      address: emulations.addressOf(emulation),
      protocol: config.protocol,
      unit: config.unit,
      clients: emulation.clients,
      requests: emulation.requests,
      telegrams: emulation.telegrams,
      writes: emulation.writes,
      writesRefused: emulation.writesRefused,
      fresh: emulation.fresh,
      ageS: emulation.ageS,
      staleTimes: emulation.staleTimes,
      staleS: emulation.staleS,
      askedMinimumW: asked === undefined ? Number.NaN : asked.kind === 'target' ? asked.activePowerW : asked.minimumW,
      askedMaximumW: asked === undefined ? Number.NaN : asked.kind === 'target' ? asked.activePowerW : asked.maximumW,
      askedGiven: asked !== undefined && wish?.known === true && sameAsk(wish.given, asked),
      revertsInS: emulation.revertsInS,
      setpointFailures: wish?.failures ?? 0,
      lastError: firstOf(
        emulation.problem,
        emulations.lineError(emulation),
        wish?.lastError ?? '',
        emulation.fresh ? '' : emulations.view.lastError,
      ),
      energyBridgedS: emulation.energy.bridgedS,
      lastRead: emulation.lastRead?.text ?? '',
      lastReadAgeS: (nowMs - (emulation.lastRead?.atMs ?? Number.NaN)) / 1000,
      lastWrite: emulation.lastWrite?.text ?? '',
      lastWriteAgeS: (nowMs - (emulation.lastWrite?.atMs ?? Number.NaN)) / 1000,
    };
  });
}

const firstOf = (...texts: readonly string[]): string => texts.find((text) => text !== '') ?? '';

/** A device that has not answered yet again is lost, also while it is being asked. */
function stateOf(life: Life): wijk.v1.DeviceState {
  return life.state === 'identifying' && life.failures > 0 ? DeviceState.DEVICE_STATE_LOST : STATES[life.state];
}

/** NaN stands for: there is none (no reading yet, no setpoint, a device that runs free). */
function deviceHealth(session: SessionView, nowMs: number): wijk.v1.IDeviceHealth {
  const { config, life, safety, lastReading } = session;
  return {
    id: config.id,
    profile: config.profile.profile,
    linkId: config.linkId,
    slotId: config.slotId,
    state: stateOf(life),
    identity: isKnown(life) ? life.identity.text : '',
    readings: session.readings,
    readingsLost: session.readingsLost,
    ageS: lastReading === undefined ? Number.NaN : (nowMs - lastReading.askedAtMs) / 1000,
    jitterP99Us: session.jitter.quantileUs(0.99),
    activePowerW: lastReading === undefined ? Number.NaN : totalW(lastReading),
    setpointW: safety.asked?.activePowerW ?? Number.NaN,
    setpointConfirmedW: safety.confirmed === undefined ? Number.NaN : setpointIn(safety.confirmed.window, config),
    setpointAgeS: safety.asked === undefined ? Number.NaN : (nowMs - safety.asked.atMs) / 1000,
    setpointsIgnored: session.setpointsIgnored,
    setpointsLimited: session.setpointsLimited,
    lastError: 'cause' in life ? life.cause : session.lastError,
    pollPeriodS: config.pollPeriodMs / 1000,
    roundTripP50Us: session.roundTrip.quantileUs(0.5),
    roundTripP99Us: session.roundTrip.quantileUs(0.99),
    safeReason: session.safeReason,
    armed: safety.armed,
    ...(session.atSafeSetpoint === undefined ? {} : { atSafeSetpoint: session.atSafeSetpoint }),
    writesDeferred: session.writesDeferred,
    timing: deviceTiming(session),
    discrepancies: session.discrepancies.map((one) => ({ ...one })),
    leaseKind: onlyPlays(config)
      ? LeaseKind.LEASE_KIND_UNSPECIFIED
      : config.lease === 'actuator'
        ? LeaseKind.LEASE_KIND_ACTUATOR
        : LeaseKind.LEASE_KIND_METER,
  };
}

/** The one number of a window: a ceiling's is its upper edge, a floor's its lower; a target that is open runs free and has none. */
function setpointIn(window: PowerWindow, config: SessionView['config']): number {
  const meaning = config.lease === 'actuator' ? config.profile.behaviour.control.meaning : 'target';
  if (meaning === 'ceiling') return window.maximumW;
  if (meaning === 'floor') return window.minimumW;
  const width = window.maximumW - window.minimumW;
  // Two edges with bases of their own are rounded apart by less than this.
  return Math.abs(width) <= 1 ? (window.maximumW + window.minimumW) / 2 : Number.NaN;
}
