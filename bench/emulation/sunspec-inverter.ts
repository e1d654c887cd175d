/**
 * A slot's battery or roof as a SunSpec inverter: models 1, 103, 120, 121, 123, and 124 for a battery. W is + for
 * generation, as SunSpec has it; what a controller asks leaves here as consumption.
 *
 * A controller's limits, all at once, are a window on the slot (+ is consumption):
 *   123 WMaxLimPct with WMaxLim_Ena 1     P ≥ -WMaxLimPct · WMax            Conn 0   P = 0
 *   124 StorCtl_Mod bit 1 (discharge)     P ≥ -OutWRte · MaxDisChaRte       a negative rate demands charging
 *   124 StorCtl_Mod bit 0 (charge)        P ≤ +InWRte · WChaMax             a negative rate demands discharging
 * Where two contradict each other the limit of the discharge wins.
 *
 * Each control has its own reversion timer, restarted by every write to one of its registers: WMaxLimPct_RvrtTms,
 * Conn_RvrtTms, InOutWRte_RvrtTms. **With 0 s it never reverts**, as in the field. Ramps and delayed starts are not
 * emulated: their registers take 0 only, so that nobody believes in a ramp that is not there.
 */
import { wijk } from '#proto/wijk.js';
import type { EnergyMeter } from './energy.js';
import { exponentFor, RegisterImage } from './image.js';
import { type Ask, type CreateModel, EXCEPTION, type RegisterModel } from './register-model.js';
import { currentA, each, type Place, type Shown, sum } from './shown.js';
import { AFTER_COMMON, sf, writeCommon, writeEmpty, writeEnd } from './sunspec-layout.js';

const INVERTER = AFTER_COMMON;
const NAMEPLATE = INVERTER + 52;
const SETTINGS = NAMEPLATE + 28;
const CONTROLS = SETTINGS + 32;
const STORAGE = CONTROLS + 26;

const A_SF = -2;
const V_SF = -1;
const HZ_SF = -2;
const PCT_SF = -2;
const NOMINAL_HZ = 50;
/** Below this an inverter neither charges nor discharges, W. */
const IDLE_W = 50;
const ST = { sleeping: 2, mppt: 4, throttled: 5, fault: 7, standby: 8 } as const;
const CHA_ST = { empty: 2, discharging: 3, charging: 4, full: 5, holding: 6 } as const;
const DER_TYPE = { pv: 4, pvStorage: 82 } as const;

type Control = 'limit' | 'connect' | 'storage';

export const sunspecInverter =
  (energy: EnergyMeter): CreateModel =>
  (place, identity): RegisterModel => {
    const isBattery = place.kind === wijk.v1.AssetKind.ASSET_KIND_BATTERY;
    const ratedW = Math.max(1, -place.powerMinW, isBattery ? place.powerMaxW : 0);
    const dischargeMaxW = Math.max(0, -place.powerMinW);
    const chargeRatedW = Math.max(0, place.powerMaxW);
    const wSf = exponentFor(ratedW * 1.2);
    const aSf = exponentFor(ratedW / 200, A_SF);
    const whSf = exponentFor(place.energyCapacityWh);
    const image = new RegisterImage();
    const end = isBattery ? STORAGE + 26 : STORAGE;

    writeCommon(image, isBattery ? 'SunSpec battery' : 'SunSpec PV', 'EU-NL', identity);
    writeEmpty(
      image,
      INVERTER,
      103,
      50,
      [6, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 26, 28, 30, 31, 32, 33, 34, 35, 36, 37],
    );
    image.words(INVERTER + 6, sf(aSf));
    image.words(INVERTER + 13, sf(V_SF));
    for (const offset of [15, 19, 21]) image.words(INVERTER + offset, sf(wSf));
    image.words(INVERTER + 17, sf(HZ_SF));
    image.words(INVERTER + 26, 0);
    image.words(INVERTER + 40, 0, 0, 0, 0);
    // An inverter counts what it generated; the slot's stock of nothing begins at zero.
    image.acc32(INVERTER + 24, 0);

    writeEmpty(image, NAMEPLATE, 120, 26, [4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 27]);
    image.words(NAMEPLATE + 2, isBattery ? DER_TYPE.pvStorage : DER_TYPE.pv);
    image.uint16(NAMEPLATE + 3, ratedW, wSf);
    image.words(NAMEPLATE + 4, sf(wSf));
    image.uint16(NAMEPLATE + 5, ratedW, wSf);
    image.words(NAMEPLATE + 6, sf(wSf));
    image.uint16(NAMEPLATE + 12, ratedW / (3 * 230), aSf);
    image.words(NAMEPLATE + 13, sf(aSf));
    if (isBattery) {
      image.uint16(NAMEPLATE + 19, place.energyCapacityWh, whSf);
      image.words(NAMEPLATE + 20, sf(whSf));
      image.uint16(NAMEPLATE + 23, chargeRatedW, wSf);
      image.words(NAMEPLATE + 24, sf(wSf));
      image.uint16(NAMEPLATE + 25, dischargeMaxW, wSf);
      image.words(NAMEPLATE + 26, sf(wSf));
    }

    writeEmpty(image, SETTINGS, 121, 30, [4, 8, 9, 10, 11, 13, 14, 15, 16, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
    image.uint16(SETTINGS + 2, ratedW, wSf);
    image.uint16(SETTINGS + 3, 230);
    image.words(SETTINGS + 4, 0);
    image.uint16(SETTINGS + 7, ratedW, wSf);
    image.words(SETTINGS + 22, sf(wSf), 0, 0);
    image.words(SETTINGS + 26, sf(wSf));

    writeEmpty(image, CONTROLS, 123, 24, [10, 15, 16, 17, 23, 24, 25]);
    image.words(CONTROLS + 2, 0, 0, 1);
    image.words(CONTROLS + 5, 10_000, 0, 0, 0, 0);
    image.words(CONTROLS + 23, sf(PCT_SF));

    if (isBattery) {
      writeEmpty(image, STORAGE, 124, 24, [12, 13, 18, 19, 20, 21, 22, 23, 24, 25]);
      image.uint16(STORAGE + 2, chargeRatedW, wSf);
      image.words(STORAGE + 3, 100, 100, 0);
      image.words(STORAGE + 12, 10_000, 10_000, 0, 0, 0, 1);
      image.words(STORAGE + 18, sf(wSf), 0);
      for (const offset of [22, 25]) image.words(STORAGE + offset, sf(PCT_SF));
    }
    writeEnd(image, end);

    /** Writable registers: which control they belong to, and their raw range, signed where the point is. */
    const writable = new Map<number, readonly [Control, number, number]>([
      [CONTROLS + 2, ['connect', 0, 0]],
      [CONTROLS + 3, ['connect', 0, 0xfffe]],
      [CONTROLS + 4, ['connect', 0, 1]],
      [CONTROLS + 5, ['limit', 0, 10_000]],
      [CONTROLS + 6, ['limit', 0, 0]],
      [CONTROLS + 7, ['limit', 0, 0xfffe]],
      [CONTROLS + 8, ['limit', 0, 0]],
      [CONTROLS + 9, ['limit', 0, 1]],
      ...(isBattery
        ? ([
            [STORAGE + 2, ['storage', 0, image.get(STORAGE + 2)]],
            [STORAGE + 5, ['storage', 0, 3]],
            [STORAGE + 12, ['storage', -10_000, 10_000]],
            [STORAGE + 13, ['storage', -10_000, 10_000]],
            [STORAGE + 14, ['storage', 0, 0]],
            [STORAGE + 15, ['storage', 0, 0xfffe]],
            [STORAGE + 16, ['storage', 0, 0]],
            [STORAGE + 17, ['storage', 1, 1]],
          ] as [number, readonly [Control, number, number]][])
        : []),
    ]);

    /** When each control was last written; a control that was never written reverts nothing. */
    const writtenMs = new Map<Control, number>();
    const active: Readonly<Record<Control, () => boolean>> = {
      limit: () => image.get(CONTROLS + 9) === 1,
      connect: () => image.get(CONTROLS + 4) === 0,
      storage: () => isBattery && image.get(STORAGE + 5) !== 0,
    };
    const revertS: Readonly<Record<Control, () => number>> = {
      limit: () => image.get(CONTROLS + 7),
      connect: () => image.get(CONTROLS + 3),
      storage: () => image.get(STORAGE + 15),
    };
    const restore: Readonly<Record<Control, () => void>> = {
      limit: () => image.words(CONTROLS + 9, 0),
      connect: () => image.words(CONTROLS + 4, 1),
      storage: () => image.words(STORAGE + 5, 0),
    };
    const controls: readonly Control[] = isBattery ? ['limit', 'connect', 'storage'] : ['limit', 'connect'];

    const show = (shown: Shown | undefined): void => {
      writeMeasured(image, shown, { place, isBattery, energy, wSf, aSf });
    };
    show(undefined);

    return {
      tables: [3],
      read: (_, address, count) => image.read(address, count) ?? EXCEPTION.address,
      show,
      write(address, values, nowMs) {
        const touched = new Set<Control>();
        for (let k = 0; k < values.length; k++) {
          const rule = writable.get(address + k);
          if (rule === undefined) return EXCEPTION.address;
          const [control, low, high] = rule;
          const value = low < 0 ? (values[k]! << 16) >> 16 : values[k]!;
          if (value < low || value > high) return EXCEPTION.value;
          touched.add(control);
        }
        for (let k = 0; k < values.length; k++) image.words(address + k, values[k]!);
        for (const control of touched) writtenMs.set(control, nowMs);
        return undefined;
      },
      advance(nowMs) {
        for (const control of controls) {
          const since = writtenMs.get(control);
          const timerS = revertS[control]();
          if (since === undefined || timerS === 0 || !active[control]()) continue;
          if (nowMs - since >= timerS * 1000) restore[control]();
        }
      },
      asked(): Ask | undefined {
        if (!controls.some((control) => active[control]())) return undefined;
        if (active.connect()) return { kind: 'window', minimumW: 0, maximumW: 0 };
        const mode = isBattery ? image.get(STORAGE + 5) : 0;
        const dischargeW = mode & 2 ? (image.getInt16(STORAGE + 12) / 10_000) * dischargeMaxW : dischargeMaxW;
        const chargeCapW = isBattery ? image.get(STORAGE + 2) * 10 ** wSf : chargeRatedW;
        const chargeW = mode & 1 ? (image.getInt16(STORAGE + 13) / 10_000) * chargeCapW : chargeRatedW;
        const limitW = active.limit() ? (image.get(CONTROLS + 5) / 10_000) * ratedW : Number.POSITIVE_INFINITY;
        const minimumW = within(place, -Math.min(dischargeW, limitW));
        const maximumW = Math.max(minimumW, within(place, chargeW));
        return { kind: 'window', minimumW, maximumW };
      },
      release() {
        for (const control of controls) restore[control]();
      },
      revertsInS(nowMs) {
        const left = controls
          .filter((control) => active[control]())
          .map((control) =>
            revertS[control]() === 0
              ? Number.POSITIVE_INFINITY
              : revertS[control]() - (nowMs - (writtenMs.get(control) ?? nowMs)) / 1000,
          );
        return left.length === 0 ? Number.NaN : Math.max(...left);
      },
    };
  };

/** No negative zero, and never beyond what the slot can do: the twin refuses that. */
const within = ({ powerMinW, powerMaxW }: Place, powerW: number): number =>
  Math.min(Math.max(powerW, powerMinW), Math.max(powerMaxW, powerMinW)) + 0;

interface Measured {
  readonly place: Place;
  readonly isBattery: boolean;
  readonly energy: EnergyMeter;
  readonly wSf: number;
  readonly aSf: number;
}

function writeMeasured(image: RegisterImage, shown: Shown | undefined, parts: Measured): void {
  const { place, isBattery, energy, wSf, aSf } = parts;
  if (shown === undefined) {
    for (const offset of [2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 16, 38]) image.words(INVERTER + offset, 0xffff);
    for (const offset of [14, 18, 20]) image.words(INVERTER + offset, 0x8000);
    if (isBattery) for (const offset of [8, 11]) image.words(STORAGE + offset, 0xffff);
    return;
  }
  const { slotW, voltageV: u } = shown;
  const w = each((p) => slotW * place.share[p]);
  const a = each((p) => currentA(w[p], 0, u[p]));
  image.uint16(INVERTER + 2, sum(a), aSf);
  for (const p of [0, 1, 2] as const) {
    const [x, y] = [u[p], u[((p + 1) % 3) as 0 | 1 | 2]];
    image.uint16(INVERTER + 3 + p, a[p], aSf);
    image.uint16(INVERTER + 7 + p, Math.sqrt(x * x + y * y + x * y), V_SF);
    image.uint16(INVERTER + 10 + p, u[p], V_SF);
  }
  image.int16(INVERTER + 14, -slotW, wSf);
  image.uint16(INVERTER + 16, NOMINAL_HZ, HZ_SF);
  image.int16(INVERTER + 18, Math.abs(slotW), wSf);
  image.int16(INVERTER + 20, 0, wSf);
  image.acc32(INVERTER + 24, energy.totalExportWh);
  image.words(INVERTER + 38, isBattery ? batteryState(slotW) : roofState(shown));
  if (!isBattery) return;
  const { stateOfChargeRatio: soc } = shown;
  image.uint16(STORAGE + 8, soc * 100, PCT_SF);
  image.words(STORAGE + 11, chargeState(slotW, soc));
}

const batteryState = (slotW: number): number => (Math.abs(slotW) < IDLE_W ? ST.standby : ST.mppt);

function roofState({ slotW, availableMinW }: Shown): number {
  if (availableMinW >= -1 && slotW >= -1) return ST.sleeping;
  return slotW > availableMinW + Math.max(10, -0.02 * availableMinW) ? ST.throttled : ST.mppt;
}

function chargeState(slotW: number, soc: number): number {
  if (slotW >= IDLE_W) return CHA_ST.charging;
  if (slotW <= -IDLE_W) return CHA_ST.discharging;
  return soc >= 0.995 ? CHA_ST.full : soc <= 0.05 ? CHA_ST.empty : CHA_ST.holding;
}
