/** The types of merwede-blok as they stand in its wijk file: the knobs of the example, each table with its source. */
import { CHARGER_TYPES } from '../catalogue/charging.js';
import { wellsAndSurfaceWater } from '../catalogue/collective-heat.js';
import { householdType } from '../catalogue/households.js';
import { typeRow } from './yaml.js';

/** Nobody cooks on gas here. */
const APPARTEMENT = typeRow('appartement', householdType('appartement', 1));

const CHARGERS = ['thuis', 'thuis-netbewust', 'publiek', 'laadplein']
  .map((name) => typeRow(name, CHARGER_TYPES[name]!))
  .join('');

export const MERWEDE_TYPES = `types:
  households:
${APPARTEMENT}  businesses:
    school:
      source: primary school of 1,500 m², 30-45 MWh a year without heating (engineering estimate); closed at weekends
      closedRatio: 0.06
      week: [{from: "07:30", until: "17:00"}, {from: "07:30", until: "17:00"}, {from: "07:30", until: "17:00"}, {from: "07:30", until: "17:00"}, {from: "07:30", until: "16:30"}, null, null]
      rampMinutes: 60
      noiseRatio: 0.1
      powerFactor: 0.95
    supermarket:
      source: 250-400 MWh a year with 60-100 kW (engineering estimate); a quarter goes on at night for refrigeration
      closedRatio: 0.25
      week: [{from: "08:00", until: "22:00"}, {from: "08:00", until: "22:00"}, {from: "08:00", until: "22:00"}, {from: "08:00", until: "22:00"}, {from: "08:00", until: "22:00"}, {from: "08:00", until: "22:00"}, {from: "10:00", until: "20:00"}]
      rampMinutes: 60
      noiseRatio: 0.08
      powerFactor: 0.95
    common-services:
      source: lifts, lighting and pumps of flats, 0.3-0.6 MWh a year per home (engineering estimate); least at night
      closedRatio: 0.5
      week: [{from: "07:00", until: "22:30"}, {from: "07:00", until: "22:30"}, {from: "07:00", until: "22:30"}, {from: "07:00", until: "22:30"}, {from: "07:00", until: "22:30"}, {from: "08:00", until: "22:30"}, {from: "08:00", until: "22:30"}]
      rampMinutes: 60
      noiseRatio: 0.15
      powerFactor: 0.95
  pv:
    roof:
      source: performance such that a south roof gives about 875 kWh per kWp at 1,023 kWh/m² (CBS key figure for De Bilt); temperature figures of common crystalline modules
      performanceRatio: 0.80
      temperatureCoefficientPerK: -0.0037
      nominalCellC: 45
      albedoRatio: 0.2
      # Disconnects above 253 V; what a roof loses by it counts in its energy deficit.
      overVoltage:
        source: EN 50549-1 type A as general knowledge, to be verified - 1.10 Un as mean of ten minutes, 1.15 Un and 0.80 Un at once, back after 60 s on a ramp of 10 % a minute
        trip: {meanAboveV: 253, aboveV: 264.5, belowV: 184, reconnectBelowV: 253, reconnectAfterS: 60, rampRatioPerMinute: 0.1}
      safeSetpointKw: 0
  batteries:
    battery-10:
      source: home battery of 10 kWh and 5 kW, three-phase; round trip 0.88 between terminals (85-90 % is usual)
      capacityKwh: 10
      chargeKw: 5
      dischargeKw: 5
      chargeEfficiencyRatio: 0.94
      dischargeEfficiencyRatio: 0.94
      standbyW: 15
      rampKwPerS: 1
      minimumRatio: 0.1
      maximumRatio: 1
      initialRatio: 0.5
      safeSetpointKw: 0
    battery-5:
      source: home battery of 5 kWh and 2.5 kW, single-phase; round trip 0.88 between terminals (85-90 % is usual)
      capacityKwh: 5
      chargeKw: 2.5
      dischargeKw: 2.5
      chargeEfficiencyRatio: 0.94
      dischargeEfficiencyRatio: 0.94
      standbyW: 12
      rampKwPerS: 0.5
      minimumRatio: 0.1
      maximumRatio: 1
      initialRatio: 0.5
      safeSetpointKw: 0
  heatPumps:
    school-12:
      source: >-
        air-source heat pump of 12 kW electric with an element of 9 kW; COP after When2Heat (Ruhnau 2019) with its field
        factor 0.85 and floor heating 30 - 0.5 T; defrosting and hot water of a school by general knowledge
      powerKw: 12
      minimumPowerKw: 3
      standbyW: 60
      powerFactor: 0.95
      heatSource: {medium: air}
      fieldRatio: 0.85
      sinkAtZeroC: 30
      sinkPerK: -0.5
      hysteresisK: 0.5
      minimumRunMinutes: 10
      minimumOffMinutes: 10
      defrost: {aboveC: -8, belowC: 5, everyMinutes: 60, minutes: 5, heatKw: 20}
      backup: {powerKw: 9, belowK: 0.5}
      # Wash basins and the kitchen of a school of 250 pupils.
      tank: {volumeL: 300, lossWPerK: 2, onC: 45, offC: 52, initialC: 50, approachK: 3, usefulC: 40, drawKwhPerDay: 12, drawShape: [0, 0, 0, 0, 0, 0, 0, 0.5, 1, 1, 1.5, 1, 2, 1.5, 1, 1, 0.7, 0.3, 0, 0, 0, 0, 0, 0]}
      # Half power: the school stays warm for hours, and the grid is spared.
      safeSetpointKw: 6
  buildings:
    school:
      source: new school of 1,500 m² with a loss of 0.6 W/(m²·K) and a time constant of 80 h (50-150 h is usual for new buildings)
      lossWPerK: 900
      timeConstantH: 80
      gainsW: 3000
      solarApertureM2: 25
      roomC: 20
      comfortMinimumC: 18
      initialC: 19.8
      fabric: {airCapacityRatio: 0.08, ventilationRatio: 0.4, couplingWPerK: 6000, fabricHeatRatio: 0.6}
  heatPlants:
    aquathermal:
      source: >-
        Central heat pumps on wells (WKO) that surface water fills again each summer, as in the Merwede plans;
        COP after When2Heat (water, field factor 0.85); losses of the buffer 1-3 % a day, of the network 10-25 %; homes of 25-45 kWh/m² a year with 2.5-3 kW at
        -10 °C, time constant 100 h, hot water 2-3 MWh a year
      powerKw: 190
      minimumPowerKw: 20
      auxiliaryKw: 4
      powerFactor: 0.95
      heatSource: ${JSON.stringify(wellsAndSurfaceWater(120))}
      fieldRatio: 0.85
      approachK: 3
      buffer:
        volumeM3: 80
        heightM: 8
        layers: 16
        lossRatioPerDay: 0.02
        plantRoomC: 15
        supplyC: 60
        minimumC: 52
        spaceMinimumC: 45
        onRatio: 0.6
        offRatio: 0.95
        initialRatio: 0.7
        reserveRatio: 0.2
      network: {returnC: 40, pipeWPerMK: 0.25, lengthM: 1500, soilC: 10}
      homes:
        lossWPerK: 85
        timeConstantH: 100
        gainsW: 350
        emitterKw: 4
        roomC: 20.5
        comfortMinimumC: 19.5
        recoveryH: 3
        hotWaterKwhPerDay: 6.5
        hotWaterShape: [0.3, 0.2, 0.1, 0.1, 0.2, 0.7, 2.2, 3, 2, 1.3, 1, 0.9, 1, 0.8, 0.7, 0.8, 1.1, 1.6, 1.9, 1.9, 1.7, 1.5, 1.1, 0.6]
      # About what the homes take on average on a winter day: comfort holds and the group limit as well.
      safeSetpointKw: 60
  evChargers:
${CHARGERS}`;
