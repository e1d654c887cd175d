/**
 * Heat pump of one building: a modulating compressor under a thermostat, and the building it heats. What the wijk file
 * adds to that, each part optional: a fabric beside the air (2R2C), a hot-water tank, defrosting, a backup element.
 *
 * Setpoint: an upper limit on electric power, W. A limit below the lowest modulation stops the compressor, once its
 * minimum run time is over. Free: thermostat and tank decide.
 * SG-Ready, each state within the limit and with the minimum run and rest of the compressor:
 *   1 blocked       compressor and element stand still
 *   2 normal        (also if nobody asks a state)
 *   3 recommended   set temperatures of room and tank are raised, so that it starts early and goes on longer
 *   4 forced        on until room and tank are at their highest temperatures, with the element if its type says so
 * Available maximum: the compressor, and the element while it has something to do.
 * Available minimum: what comfort needs. It is zero while the room is more than a hysteresis above the comfort minimum and
 * grows to what holds the room there; a tank within two kelvin of being too cold needs power as well.
 *
 * Per tick, everything constant within it:
 *   tank first     below its `onC` the tank has the compressor until it is at `offC`; the room waits
 *   defrosting     after so much running in the frost band the compressor runs backwards for a while: its heat is
 *                  taken from what it serves, its power is the lowest modulation
 *   backup         beside a compressor that is at full power and still leaves the room cold
 *   hot water      drawn by the shape of the day. A draw from a tank below `usefulC` counts as energy deficit, and what is
 *                  drawn ends at the temperature of the mains. The same heat in showers is the count of cold ones
 * Heat is kept to rounding: what went in is what left and what is stored. The last tick's parts stand in `HeatPumps`.
 */
import { SG_BLOCKED, SG_FORCED, SG_RECOMMENDED } from '../base/status.js';
import { type CopCurve, coefficientOfPerformance } from './cop.js';
import { heatToReachW, massMeanC, massTemperatureC, prepareTwoMasses, TWO_MASS_STEP } from './thermal.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface BuildingParameters {
  /** Transmission and ventilation together, W/K. */
  readonly lossWPerK: number;
  /** Effective heat capacity, J/K. Capacity / loss is the time constant. */
  readonly capacityJPerK: number;
  /** Heat of people and appliances, W. */
  readonly gainsW: number;
  /** Glass area that lets the global irradiance in, m². */
  readonly solarApertureM2: number;
  readonly initialC: number;
  /** Absent: one mass. */
  readonly fabric?: {
    /** Part of the capacity that is air and furniture; the rest is fabric. */
    readonly airCapacityRatio: number;
    /** Part of the loss that is ventilation, straight from the air. */
    readonly ventilationRatio: number;
    /** Between air and fabric, W/K; above the loss that goes through the fabric. */
    readonly couplingWPerK: number;
    /** Part of the heating and of the sun that goes into the fabric (floor heating); the rest into the air. */
    readonly fabricHeatRatio: number;
  };
}

export interface TankParameters {
  readonly capacityJPerK: number;
  readonly lossWPerK: number;
  readonly onC: number;
  readonly offC: number;
  readonly initialC: number;
  /** Condenser above the tank, K. */
  readonly approachK: number;
  /** Below it a shower is cold. */
  readonly usefulC: number;
  readonly mainsC: number;
  readonly drawWhPerDay: number;
  /** Heat of one shower, for counting cold ones. */
  readonly showerWh: number;
  /** Relative draw in the 24 hours of a local day. */
  readonly drawShape: readonly number[];
}

export interface DefrostParameters {
  /** Outdoor temperatures between which ice grows. */
  readonly aboveC: number;
  readonly belowC: number;
  /** Running time between two, and how long one takes. */
  readonly everyS: number;
  readonly lengthS: number;
  /** Heat taken from the building or tank meanwhile, W. */
  readonly heatW: number;
}

export interface HeatPumpParameters {
  /** Electric power at full and at the lowest modulation, W. */
  readonly powerMaxW: number;
  readonly powerMinW: number;
  readonly standbyW: number;
  readonly powerFactor: number;
  readonly curve: CopCurve;
  /** What the pump in use reaches of the curve. */
  readonly fieldRatio: number;
  /** Temperature of ground or water; NaN if the source is the outdoor air. */
  readonly sourceC: number;
  /** Heating curve: supply temperature at 0 °C outside, and its change per K outside (negative). */
  readonly sinkAtZeroC: number;
  readonly sinkPerK: number;
  /** Thermostat: on below room - hysteresis, off above room + hysteresis. */
  readonly roomC: number;
  readonly hysteresisK: number;
  /** Below this the comfort deficit counts. */
  readonly comfortMinimumC: number;
  readonly minimumRunS: number;
  readonly minimumOffS: number;
  readonly building: BuildingParameters;
  readonly tank?: TankParameters;
  readonly defrost?: DefrostParameters;
  /** Electric element beside the compressor: its power, and how far below the thermostat's band the room is then. */
  readonly backup?: { readonly powerW: number; readonly belowK: number };
  /** By how much the set temperatures of room and tank are raised; whether the element helps. */
  readonly sgReady: {
    readonly recommended: { readonly roomK: number; readonly tankK: number };
    readonly forced: { readonly roomK: number; readonly tankK: number; readonly backup: boolean };
  };
}

export interface HeatPumps {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly HeatPumpParameters[];
  /** Ratio of reactive to active power. */
  readonly tangent: Float64Array;
  /** State: room temperature (of the air), fabric, tank; 1 while the compressor runs, time since it last started or stopped. */
  readonly temperatureC: Float64Array;
  readonly fabricC: Float64Array;
  readonly tankC: Float64Array;
  readonly tankCalls: Uint8Array;
  readonly running: Uint8Array;
  readonly sinceS: Float64Array;
  /** Running time in the frost band since the last defrosting, and what is left of the one under way. */
  readonly frostS: Float64Array;
  readonly defrostLeftS: Float64Array;
  readonly deficitKh: Float64Array;
  readonly coldWaterWh: Float64Array;
  readonly coldShowers: Float64Array;
  /** Coefficients of performance for room and tank, and the minute they were computed for: the weather changes no faster. */
  readonly copRatio: Float64Array;
  readonly tankCopRatio: Float64Array;
  readonly copMinute: Float64Array;
  /** Supply temperature by the heating curve, of the same minute. */
  readonly supplyC: Float64Array;
  /** Hot water in each hour, W; 24 per pump. */
  readonly drawW: Float64Array;
  /** Step of each building of two masses, for a tick of `stepS`. */
  readonly step: Float64Array;
  stepS: number;
  /** Of the last tick, W: heat into room and tank (negative while defrosting), sun and people, loss of the building, of the tank, drawn. */
  readonly heatRoomW: Float64Array;
  readonly heatTankW: Float64Array;
  readonly freeHeatW: Float64Array;
  readonly buildingLossW: Float64Array;
  readonly tankLossW: Float64Array;
  readonly drawnW: Float64Array;
  readonly compressorW: Float64Array;
  readonly backupW: Float64Array;
  /** Out of air, ground or water; negative while defrosting. Compressor, element and source make the heat. */
  readonly sourceW: Float64Array;
}

export function createHeatPumps(entries: readonly AssetEntry<HeatPumpParameters>[]): HeatPumps {
  const n = entries.length;
  const zero = (): Float64Array => new Float64Array(n);
  const drawW = new Float64Array(24 * n);
  entries.forEach(({ parameters: { tank } }, k) => {
    if (tank === undefined) return;
    const total = tank.drawShape.reduce((sum, share) => sum + share, 0);
    for (let hour = 0; hour < 24; hour++) drawW[24 * k + hour] = (tank.drawWhPerDay * tank.drawShape[hour]!) / total;
  });
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    temperatureC: column(entries, (p) => p.building.initialC),
    fabricC: column(entries, (p) => p.building.initialC),
    tankC: column(entries, (p) => p.tank?.initialC ?? Number.NaN),
    tankCalls: new Uint8Array(n),
    running: Uint8Array.from(entries, ({ parameters: p }) => (p.building.initialC < p.roomC ? 1 : 0)),
    sinceS: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    frostS: zero(),
    defrostLeftS: zero(),
    deficitKh: zero(),
    coldWaterWh: zero(),
    coldShowers: zero(),
    copRatio: zero(),
    tankCopRatio: zero(),
    copMinute: new Float64Array(n).fill(Number.NaN),
    supplyC: new Float64Array(n).fill(Number.NaN),
    drawW,
    step: new Float64Array(TWO_MASS_STEP * n),
    stepS: Number.NaN,
    heatRoomW: zero(),
    heatTankW: zero(),
    freeHeatW: zero(),
    buildingLossW: zero(),
    tankLossW: zero(),
    drawnW: zero(),
    compressorW: zero(),
    backupW: zero(),
    sourceW: zero(),
  };
}

/** Above the useful temperature, in which a tank's need grows to full power. */
const TANK_RESERVE_K = 2;

function prepareBuildings(h: HeatPumps, seconds: number): void {
  h.stepS = seconds;
  for (let k = 0; k < h.count; k++) {
    const { lossWPerK, capacityJPerK, fabric } = h.parameters[k]!.building;
    if (fabric === undefined) continue;
    const ventilationWPerK = lossWPerK * fabric.ventilationRatio;
    const masses = {
      airJPerK: capacityJPerK * fabric.airCapacityRatio,
      fabricJPerK: capacityJPerK * (1 - fabric.airCapacityRatio),
      ventilationWPerK,
      couplingWPerK: fabric.couplingWPerK,
      fabricWPerK: fabricLossWPerK(lossWPerK, fabric.ventilationRatio, fabric.couplingWPerK),
    };
    prepareTwoMasses(masses, seconds, h.step, TWO_MASS_STEP * k);
  }
}

/** From fabric to outside, such that it and the coupling in series carry what ventilation does not. */
function fabricLossWPerK(lossWPerK: number, ventilationRatio: number, couplingWPerK: number): number {
  const throughW = lossWPerK * (1 - ventilationRatio);
  return (throughW * couplingWPerK) / (couplingWPerK - throughW);
}

export function stepHeatPumps(h: HeatPumps, tick: TickContext, columns: AssetColumns): void {
  if (h.stepS !== tick.tickS) prepareBuildings(h, tick.tickS);
  for (let k = 0; k < h.count; k++) {
    const p = h.parameters[k]!;
    const slot = h.slots[k]!;
    const outdoorC = tick.outdoorTemperatureC;
    const mode = columns.sgReady[slot]!;
    const forced = mode === SG_FORCED;
    let limitW = columns.setpointW[slot]!;
    if (Number.isNaN(limitW)) limitW = p.powerMaxW + (p.backup?.powerW ?? 0);
    if (mode === SG_BLOCKED) limitW = 0;
    let raisedRoomK = 0;
    let raisedTankK = 0;
    if (forced || mode === SG_RECOMMENDED) {
      raisedRoomK = forced ? p.sgReady.forced.roomK : p.sgReady.recommended.roomK;
      raisedTankK = forced ? p.sgReady.forced.tankK : p.sgReady.recommended.tankK;
    }
    const setC = p.roomC + raisedRoomK;
    if (h.copMinute[k] !== tick.minute) {
      h.copMinute[k] = tick.minute;
      const sourceC = Number.isNaN(p.sourceC) ? outdoorC : p.sourceC;
      const sinkC = p.sinkAtZeroC + p.sinkPerK * outdoorC;
      h.supplyC[k] = sinkC;
      h.copRatio[k] = coefficientOfPerformance(p.curve, sinkC, sourceC, p.fieldRatio);
      if (p.tank !== undefined) {
        const tankSinkC = h.tankC[k]! + p.tank.approachK;
        h.tankCopRatio[k] = coefficientOfPerformance(p.curve, tankSinkC, sourceC, p.fieldRatio);
      }
    }
    if (p.tank !== undefined) {
      const offC = p.tank.offC + raisedTankK;
      if (h.tankC[k]! >= offC) h.tankCalls[k] = 0;
      else if (forced || h.tankC[k]! <= p.tank.onC + raisedTankK) h.tankCalls[k] = 1;
    }
    const roomCalls = thermostat(h, k, p, setC, forced);
    const rested = h.running[k] === 1 || h.sinceS[k]! >= p.minimumOffS;
    const wanted = roomCalls || (h.tankCalls[k] === 1 && rested);
    const bound = h.running[k] === 1 && h.sinceS[k]! < p.minimumRunS;
    const runs = bound || (wanted && limitW >= p.powerMinW);
    if (runs !== (h.running[k] === 1)) {
      h.running[k] = runs ? 1 : 0;
      h.sinceS[k] = 0;
    }
    h.sinceS[k] = h.sinceS[k]! + tick.tickS;

    const iced = runs ? defrostRatio(h, k, p, outdoorC, tick.tickS) : 0;
    const fullW = runs ? Math.max(p.powerMinW, Math.min(p.powerMaxW, limitW)) : 0;
    const compressorW = (1 - iced) * fullW + (runs ? iced * p.powerMinW : 0);
    let backupW = 0;
    if (p.backup !== undefined && runs && fullW === p.powerMaxW) {
      const helps = elementHelps(h, k, p, forced && wanted);
      if (helps && limitW >= compressorW + p.backup.powerW) backupW = p.backup.powerW;
    }
    const toTank = h.tankCalls[k] === 1;
    const cop = toTank ? h.tankCopRatio[k]! : h.copRatio[k]!;
    const heatW = (1 - iced) * fullW * cop - iced * (p.defrost?.heatW ?? 0);
    h.compressorW[k] = compressorW;
    h.backupW[k] = backupW;
    // An element that helps out in the cold heats the room; one that is forced helps what the compressor serves.
    const backupToTank = toTank && h.temperatureC[k]! >= p.roomC - p.hysteresisK;
    h.heatRoomW[k] = (toTank ? 0 : heatW) + (backupToTank ? 0 : backupW);
    h.heatTankW[k] = (toTank ? heatW : 0) + (backupToTank ? backupW : 0);
    h.sourceW[k] = (1 - iced) * fullW * (cop - 1) - (runs ? iced * (p.powerMinW + (p.defrost?.heatW ?? 0)) : 0);
    h.freeHeatW[k] = p.building.gainsW + p.building.solarApertureM2 * tick.globalIrradianceWPerM2;
    moveBuilding(h, k, p, tick);
    if (p.tank !== undefined) moveTank(h, k, p.tank, tick);

    const roomC = h.temperatureC[k]!;
    h.deficitKh[k] = h.deficitKh[k]! + (Math.max(0, p.comfortMinimumC - roomC) * tick.tickS) / 3600;

    const holdW = Math.max(0, p.building.lossWPerK * (p.comfortMinimumC - outdoorC) - h.freeHeatW[k]!) / h.copRatio[k]!;
    const share = (p.comfortMinimumC + p.hysteresisK - roomC) / p.hysteresisK;
    const stillBound = runs && h.sinceS[k]! < p.minimumRunS;
    let needW = share > 0 ? Math.max(p.powerMinW, Math.min(p.powerMaxW, share * holdW)) : 0;
    if (p.tank !== undefined && h.tankC[k]! < p.tank.usefulC + TANK_RESERVE_K) {
      // A tank about to be too cold needs the compressor whatever the room does.
      const shareOfTank = (p.tank.usefulC + TANK_RESERVE_K - h.tankC[k]!) / TANK_RESERVE_K;
      needW = Math.max(needW, Math.max(p.powerMinW, Math.min(1, shareOfTank) * p.powerMaxW));
    }
    const powerW = runs ? compressorW + backupW : p.standbyW;
    columns.modelledPowerW[slot] = powerW;
    // An element has no reactive power.
    columns.modelledReactiveVar[slot] = (powerW - backupW) * h.tangent[k]!;
    columns.temperatureC[slot] = roomC;
    columns.supplyTemperatureC[slot] = h.supplyC[k]!;
    const couldW = p.powerMaxW + (elementHelps(h, k, p, forced && wanted) ? p.backup!.powerW : 0);
    const availableW = wanted || stillBound ? couldW : p.standbyW;
    columns.availableMaxW[slot] = availableW;
    // While it rests it cannot run, whatever the room needs.
    columns.availableMinW[slot] = Math.min(availableW, stillBound ? Math.max(needW, p.powerMinW) : needW);
    columns.urgencyRatio[slot] = urgency(h, k, p);
    columns.minimumRunW[slot] = p.powerMinW;
    columns.comfortDeficitKh[slot] = h.deficitKh[k]!;
    if (p.tank !== undefined) {
      columns.energyDeficitWh[slot] = h.coldWaterWh[k]!;
      columns.coldShowers[slot] = h.coldShowers[k]!;
    }
  }
}

/** Whether the room asks for heat: hysteresis around the set temperature (if forced, at once below it), and rest after a stop. */
function thermostat(h: HeatPumps, k: number, p: HeatPumpParameters, setC: number, forced: boolean): boolean {
  const roomC = h.temperatureC[k]!;
  if (h.running[k] === 1) return roomC < setC + p.hysteresisK;
  return roomC < (forced ? setC : setC - p.hysteresisK) && h.sinceS[k]! >= p.minimumOffS;
}

/** Whether an element has something to do: the room is cold in spite of its compressor, or it is forced and its type says so. */
function elementHelps(h: HeatPumps, k: number, p: HeatPumpParameters, forced: boolean): boolean {
  if (p.backup === undefined) return false;
  return h.temperatureC[k]! < p.roomC - p.hysteresisK - p.backup.belowK || (forced && p.sgReady.forced.backup);
}

/** How far room and tank have fallen from where they are full to where comfort is lost: the larger of both, 0 to 1. */
function urgency(h: HeatPumps, k: number, p: HeatPumpParameters): number {
  const fullC = p.roomC + p.hysteresisK;
  const room = (fullC - h.temperatureC[k]!) / Math.max(fullC - p.comfortMinimumC, p.hysteresisK);
  const tank = p.tank === undefined ? 0 : (p.tank.offC - h.tankC[k]!) / (p.tank.offC - p.tank.usefulC);
  return Math.max(0, Math.min(1, Math.max(room, tank)));
}

/** Part of this tick that is spent defrosting. */
function defrostRatio(h: HeatPumps, k: number, p: HeatPumpParameters, outdoorC: number, tickS: number): number {
  const { defrost } = p;
  if (defrost === undefined) return 0;
  if (h.defrostLeftS[k]! <= 0) {
    if (h.frostS[k]! < defrost.everyS) {
      if (outdoorC > defrost.aboveC && outdoorC < defrost.belowC) h.frostS[k] = h.frostS[k]! + tickS;
      return 0;
    }
    h.frostS[k] = 0;
    h.defrostLeftS[k] = defrost.lengthS;
  }
  const ratio = Math.min(1, h.defrostLeftS[k]! / tickS);
  h.defrostLeftS[k] = h.defrostLeftS[k]! - ratio * tickS;
  h.frostS[k] = (1 - ratio) * tickS;
  return ratio;
}

function moveBuilding(h: HeatPumps, k: number, p: HeatPumpParameters, tick: TickContext): void {
  const outdoorC = tick.outdoorTemperatureC;
  const { lossWPerK, capacityJPerK, fabric, gainsW } = p.building;
  const airC = h.temperatureC[k]!;
  const heatingW = h.heatRoomW[k]!;
  if (fabric === undefined) {
    const heatW = heatingW + h.freeHeatW[k]!;
    const meanC = massMeanC(airC, outdoorC, heatW, lossWPerK, capacityJPerK, tick.tickS);
    h.buildingLossW[k] = lossWPerK * (meanC - outdoorC);
    h.temperatureC[k] = massTemperatureC(airC, outdoorC, heatW, lossWPerK, capacityJPerK, tick.tickS);
    return;
  }
  const sunW = h.freeHeatW[k]! - gainsW;
  const intoFabricW = fabric.fabricHeatRatio * (heatingW + sunW);
  const intoAirW = heatingW + sunW - intoFabricW + gainsW;
  const xa = airC - outdoorC;
  const xf = h.fabricC[k]! - outdoorC;
  const qa = intoAirW / (capacityJPerK * fabric.airCapacityRatio);
  const qf = intoFabricW / (capacityJPerK * (1 - fabric.airCapacityRatio));
  const { step } = h;
  const at = TWO_MASS_STEP * k;
  h.temperatureC[k] = outdoorC + step[at]! * xa + step[at + 1]! * xf + step[at + 4]! * qa + step[at + 5]! * qf;
  h.fabricC[k] = outdoorC + step[at + 2]! * xa + step[at + 3]! * xf + step[at + 6]! * qa + step[at + 7]! * qf;
  const meanAir = (step[at + 4]! * xa + step[at + 5]! * xf + step[at + 8]! * qa + step[at + 9]! * qf) / tick.tickS;
  const meanFabric = (step[at + 6]! * xa + step[at + 7]! * xf + step[at + 10]! * qa + step[at + 11]! * qf) / tick.tickS;
  h.buildingLossW[k] =
    lossWPerK * fabric.ventilationRatio * meanAir +
    fabricLossWPerK(lossWPerK, fabric.ventilationRatio, fabric.couplingWPerK) * meanFabric;
}

/** The tank stands in the room; its loss is no gain of the building (a cupboard, or outside the shell). */
function moveTank(h: HeatPumps, k: number, tank: TankParameters, tick: TickContext): void {
  const roomC = h.temperatureC[k]!;
  const tankC = h.tankC[k]!;
  const { capacityJPerK, lossWPerK } = tank;
  const heatW = h.heatTankW[k]!;
  const wantedW = h.drawW[24 * k + Math.min(23, Math.floor(tick.localSecondOfDay / 3600))]!;
  const emptyingW = heatToReachW(tankC, Math.min(tankC, tank.mainsC), roomC, lossWPerK, capacityJPerK, tick.tickS);
  const drawnW = Math.max(0, Math.min(wantedW, heatW - emptyingW));
  if (tankC < tank.usefulC) {
    const coldWh = (wantedW * tick.tickS) / 3600;
    h.coldWaterWh[k] = h.coldWaterWh[k]! + coldWh;
    h.coldShowers[k] = h.coldShowers[k]! + coldWh / tank.showerWh;
  }
  h.drawnW[k] = drawnW;
  const meanC = massMeanC(tankC, roomC, heatW - drawnW, lossWPerK, capacityJPerK, tick.tickS);
  h.tankLossW[k] = lossWPerK * (meanC - roomC);
  h.tankC[k] = massTemperatureC(tankC, roomC, heatW - drawnW, lossWPerK, capacityJPerK, tick.tickS);
}

/** Takes over the state of a device that was lost; NaN leaves what the model has. */
export function reseedHeatPump(h: HeatPumps, k: number, temperatureC: number, powerW: number): void {
  if (!Number.isNaN(temperatureC)) {
    // The fabric keeps its distance from the air.
    h.fabricC[k] = h.fabricC[k]! + temperatureC - h.temperatureC[k]!;
    h.temperatureC[k] = temperatureC;
  }
  if (!Number.isNaN(powerW)) {
    h.running[k] = powerW >= h.parameters[k]!.powerMinW ? 1 : 0;
    h.sinceS[k] = Number.POSITIVE_INFINITY;
  }
}
