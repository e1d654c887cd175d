/** The types of merwede-blok as they stand in its wijk file: the knobs of the example, each table with its source. */
export const MERWEDE_TYPES = `types:
  households:
    appartement:
      source: >-
        Shape after profile E1A (evening peak near 17:45 in December, lowest 0.23 and mean 0.45 of the highest; figures of
        the profile as published by energy data services); appliances after the Twente ALPG (powers, refrigerator) with
        uses per day as an engineering estimate
      workdayShape: [0.69, 0.65, 0.63, 0.62, 0.62, 0.64, 0.77, 0.95, 0.96, 0.91, 0.89, 0.91, 0.95, 0.92, 0.90, 0.94, 1.16, 1.64, 1.86, 1.66, 1.53, 1.40, 1.15, 0.86]
      weekendShape: [0.76, 0.70, 0.66, 0.64, 0.63, 0.64, 0.68, 0.78, 0.93, 1.04, 1.08, 1.09, 1.12, 1.08, 1.04, 1.06, 1.22, 1.58, 1.74, 1.56, 1.44, 1.33, 1.12, 0.88]
      seasonRatio: 0.18
      noiseRatio: 0.4
      dayNoiseRatio: 0.3
      refrigerator: {powerW: 90, onMinutes: 15, offMinutes: 40}
      powerFactor: 0.98
      appliances:
        - {name: hob, powerW: 1800, minutes: 12, minutesSpreadRatio: 0.5, perDay: 0.9, starts: [{hour: 17.8, spreadH: 0.9, weight: 0.85}, {hour: 12.3, spreadH: 0.6, weight: 0.15}]}
        - {name: oven, powerW: 2000, minutes: 25, minutesSpreadRatio: 0.4, perDay: 0.15, starts: [{hour: 17.6, spreadH: 1, weight: 0.8}, {hour: 13, spreadH: 1.5, weight: 0.2}]}
        - {name: kettle, powerW: 2000, minutes: 3, minutesSpreadRatio: 0.3, perDay: 2.5, starts: [{hour: 7.7, spreadH: 0.9, weight: 0.3}, {hour: 10.5, spreadH: 1.5, weight: 0.3}, {hour: 19.8, spreadH: 1.3, weight: 0.4}]}
        - {name: microwave, powerW: 1000, minutes: 4, minutesSpreadRatio: 0.5, perDay: 1, starts: [{hour: 12.5, spreadH: 0.9, weight: 0.4}, {hour: 18.1, spreadH: 1, weight: 0.6}]}
        - {name: washing-machine, powerW: 2000, minutes: 20, minutesSpreadRatio: 0.3, perDay: 0.45, starts: [{hour: 10, spreadH: 1.5, weight: 0.5}, {hour: 19, spreadH: 1.6, weight: 0.5}]}
        - {name: dryer, powerW: 800, minutes: 60, minutesSpreadRatio: 0.3, perDay: 0.2, starts: [{hour: 12.5, spreadH: 1.5, weight: 0.5}, {hour: 20.3, spreadH: 1, weight: 0.5}]}
        - {name: dishwasher, powerW: 2000, minutes: 25, minutesSpreadRatio: 0.2, perDay: 0.5, starts: [{hour: 13.2, spreadH: 0.8, weight: 0.2}, {hour: 20, spreadH: 1.2, weight: 0.8}]}
  businesses:
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
      source: air-source heat pump of 12 kW electric; COP after When2Heat (Ruhnau 2019) with its field factor 0.85 and floor heating 30 - 0.5 T
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
  heatPlants:
    aquathermal:
      source: >-
        Central heat pumps on surface water and aquifer as in the Merwede plans; COP after When2Heat (water, field factor
        0.85); losses of the buffer 1-3 % a day, of the network 10-25 %; homes of 25-45 kWh/m² a year with 2.5-3 kW at
        -10 °C, time constant 100 h, hot water 2-3 MWh a year
      powerKw: 190
      minimumPowerKw: 20
      auxiliaryKw: 4
      powerFactor: 0.95
      heatSource: {medium: water, temperatureC: 9}
      fieldRatio: 0.85
      approachK: 3
      buffer:
        volumeM3: 80
        lossRatioPerDay: 0.02
        plantRoomC: 15
        minimumC: 45
        onC: 55
        offC: 60
        initialC: 56
        reserveK: 3
      networkLossKw: 30
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
`;
