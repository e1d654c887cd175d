/**
 * The wijk file: what stands where on a grid, and of which type. YAML for people, so powers are in kW and times in
 * minutes or hours; `parameters.ts` turns them into SI once. Every table of figures names its `source`.
 *
 * `wijk.schema.json` is this schema as JSON Schema, for editors; `wijktwin wijk schema` prints it and a test holds it.
 */
import { z } from 'zod';
import { PUBLIC_HOLIDAYS } from '../core/base/holidays.js';

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, such as home-007');
/** Nothing in a wijk is larger, in any unit of this file: what is has one zero too many, or another unit. */
const LARGEST = 1e9;
const positive = z.number().positive('must be greater than 0').max(LARGEST, 'must be at most 1e9');
const notNegative = z.number().nonnegative('must not be negative').max(LARGEST, 'must be at most 1e9');
const ratio = z.number().min(0, 'must lie between 0 and 1').max(1, 'must lie between 0 and 1');
const efficiency = ratio.positive('must be greater than 0');
const temperatureC = z.number().min(-60, 'must lie between -60 and 120 °C').max(120, 'must lie between -60 and 120 °C');
const source = z.string().min(3, 'must name where the figures come from');
const shape = z
  .array(notNegative)
  .length(24, 'must hold 24 values, one per hour of the local day')
  .refine((values) => values.some((value) => value > 0), 'must not be all zero');
const powerFactor = z.number().gt(0, 'must lie above 0').max(1, 'must be at most 1').meta({ description: 'inductive' });
const safeSetpointKw = z
  .number()
  .optional()
  .meta({ description: 'where the slot goes on an emergency stop or the loss of its strategy; absent: it runs free' });

const appliance = z.strictObject({
  name: z.string().min(1, 'must not be empty'),
  powerW: positive,
  minutes: positive.max(600, 'must be at most 600'),
  minutesSpreadRatio: ratio,
  perDay: notNegative.max(15, 'must be at most 15'),
  starts: z
    .array(
      z
        .strictObject({
          hour: z.number().min(0, 'must lie in 0-24').max(24, 'must lie in 0-24'),
          spreadH: positive,
          weight: positive,
        })
        .refine((start) => start.hour - 3 * start.spreadH >= 0, 'hour - 3 · spreadH must not lie before midnight'),
    )
    .min(1, 'must hold at least one'),
});

const profileHousehold = z.strictObject({
  model: z.literal('profile').optional().meta({ description: 'a profile with events; the model if none is named' }),
  workdayShape: shape.meta({ description: 'relative power at each full hour of a working day' }),
  weekendShape: shape,
  seasonRatio: ratio.meta({ description: 'winter above, summer below the mean of the year' }),
  noiseRatio: ratio,
  dayNoiseRatio: ratio,
  refrigerator: z.strictObject({ powerW: notNegative, onMinutes: positive, offMinutes: notNegative }),
  appliances: z.array(appliance).max(60, 'must be at most 60'),
  powerFactor,
  source,
});

const signedPowerFactor = z
  .number()
  .min(-1, 'must lie between -1 and 1')
  .max(1, 'must lie between -1 and 1')
  .refine((value) => Math.abs(value) >= 0.1, 'must not lie between -0.1 and 0.1')
  .meta({ description: 'positive inductive, negative capacitive' });
const clockHour = z
  .strictObject({
    hour: z.number().min(0, 'must lie in 0-30').max(30, 'must lie in 0-30'),
    spreadH: positive.max(6, 'must be at most 6'),
  })
  .meta({ description: 'normal distribution of a clock hour; above 24 is past midnight' });

const homeAppliance = z.strictObject({
  name: z.string().min(1, 'must not be empty'),
  powerW: positive.max(25_000, 'must be at most 25000'),
  minutes: positive.max(600, 'must be at most 600'),
  minutesSpreadRatio: ratio.default(0),
  perDay: notNegative.max(20, 'must be at most 20').meta({ description: 'uses on a working day, where there is one' }),
  seasonRatio: ratio.default(0).meta({ description: 'winter above, summer below the mean of the year' }),
  weekendRatio: positive.max(5, 'must be at most 5').default(1),
  ownedRatio: ratio.default(1).meta({ description: 'share of homes that have one' }),
  powerFactor: signedPowerFactor.default(1),
  phases: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2').default(1),
  needsPerson: z.boolean().default(true).meta({ description: 'waits until somebody is at home' }),
  starts: z
    .array(
      z.strictObject({
        hour: z.number().min(0, 'must lie in 0-30').max(30, 'must lie in 0-30'),
        spreadH: positive.max(6, 'must be at most 6'),
        weight: positive,
      }),
    )
    .min(1, 'must hold at least one'),
});

const bottomUpHousehold = z.strictObject({
  model: z.literal('bottom-up').meta({ description: 'people, lamps by daylight, and appliances as events' }),
  occupancy: z.strictObject({
    wake: clockHour,
    bed: clockHour,
    weekendLaterH: notNegative.max(4, 'must be at most 4'),
    awayHomesRatio: ratio.meta({ description: 'share of homes that are empty on working days' }),
    awayDaysRatio: ratio.meta({ description: 'share of other days on which a home is empty for some hours' }),
    leave: clockHour,
    back: clockHour,
  }),
  standby: z.strictObject({
    powerW: notNegative,
    powerFactor: signedPowerFactor,
    seasonRatio: ratio.default(0).meta({ description: 'of circulation pumps and ventilation: winter above the mean' }),
  }),
  active: z
    .strictObject({ powerW: notNegative, powerFactor: signedPowerFactor })
    .meta({ description: 'while somebody is awake at home' }),
  lighting: z.strictObject({
    powerW: notNegative.meta({ description: 'of all lamps' }),
    powerFactor: signedPowerFactor,
    wantedBelowWPerM2: z
      .tuple([notNegative, positive])
      .refine(([low, high]) => low < high, 'the first must be below the second')
      .meta({ description: 'global irradiance below which the first and the last lamp are wanted' }),
  }),
  refrigerator: z.strictObject({
    powerW: positive,
    powerFactor: signedPowerFactor,
    onMinutes: positive,
    dutyRatio: ratio.positive('must be greater than 0').max(0.9, 'must be at most 0.9'),
  }),
  appliances: z.array(homeAppliance).max(60, 'must be at most 60'),
  commonDayRatio: ratio.meta({ description: 'largest deviation of the level of a day that all homes share' }),
  source,
});

const household = z.discriminatedUnion('model', [profileHousehold, bottomUpHousehold], {
  error: "model must be 'bottom-up' or 'profile'",
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 08:30');

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2012-02-18');

const calendar = z.strictObject({
  publicHolidays: z
    .array(z.enum(PUBLIC_HOLIDAYS))
    .default([...PUBLIC_HOLIDAYS])
    .meta({ description: 'of article 3 of the Algemene termijnenwet, those that are kept' }),
  schoolWeeks: z
    .array(z.number().int('must be a whole number').min(1, 'must lie in 1-53').max(53, 'must lie in 1-53'))
    .default([])
    .meta({ description: 'ISO weeks of school holidays, in years without dates of their own' }),
  schoolYears: z
    .record(
      z.string().regex(/^\d{4}$/, 'must be a year'),
      z.array(
        z
          .strictObject({ from: isoDate, until: isoDate })
          .refine((range) => range.from <= range.until, 'from must not be after until'),
      ),
    )
    .default({})
    .meta({ description: 'school holidays of a year by date, first and last day' }),
  source,
});

const business = z.strictObject({
  closedRatio: ratio.meta({ description: 'power while closed as part of the power while open' }),
  week: z
    .array(
      z
        .strictObject({ from: clock, until: clock })
        .refine((day) => day.from < day.until, 'from must be before until')
        .nullable(),
    )
    .length(7, 'must hold seven days, Monday first; null is closed'),
  rampMinutes: positive,
  noiseRatio: ratio,
  powerFactor,
  holidays: z
    .strictObject({
      calendar: name,
      public: z
        .enum(['sunday', 'closed', 'open'])
        .meta({ description: 'hours on a public holiday: those of Sunday, none, or those of the weekday' }),
      schoolClosed: z.boolean().default(false).meta({ description: 'closed in school holidays' }),
    })
    .optional(),
  cooling: z
    .strictObject({
      aboveC: temperatureC.meta({ description: 'outdoor temperature above which it begins' }),
      mostK: positive.meta({ description: 'kelvin above that at which it is at its capacity' }),
      closedRatio: ratio.meta({ description: 'while closed, as part of what it is while open' }),
      shareRatio: ratio
        .positive('must be greater than 0')
        .max(0.9, 'must be at most 0.9')
        .meta({ description: 'of the annual energy, in a mean year' }),
      followsSetpoint: z.boolean().default(false).meta({ description: 'gives way to an upper limit' }),
    })
    .optional()
    .meta({ description: 'air conditioning and refrigeration that follow the weather' }),
  source,
});

const overVoltage = z
  .strictObject({
    filterS: positive.default(5).meta({ description: 'time constant of the measurement' }),
    reduce: z
      .strictObject({ fromV: positive, toV: positive })
      .refine((p) => p.fromV < p.toV, 'fromV must be below toV')
      .optional()
      .meta({ description: 'P(U): full power below fromV, none above toV' }),
    absorb: z
      .strictObject({
        fromV: positive,
        toV: positive,
        ratio: ratio.meta({ description: 'reactive by rated power, taken above toV' }),
      })
      .refine((p) => p.fromV < p.toV, 'fromV must be below toV')
      .optional()
      .meta({ description: 'Q(U): takes reactive power to lower the voltage' }),
    trip: z
      .strictObject({
        meanAboveV: positive.meta({ description: 'mean of ten minutes' }),
        aboveV: positive.meta({ description: 'at once' }),
        belowV: notNegative.meta({ description: 'at once' }),
        reconnectBelowV: positive,
        reconnectAfterS: notNegative,
        rampRatioPerMinute: positive,
      })
      .refine((p) => p.belowV < p.reconnectBelowV, 'belowV must be below reconnectBelowV')
      .optional()
      .meta({ description: 'disconnects, and comes back on a ramp' }),
    source,
  })
  .meta({ description: 'what the inverter does by itself when its voltage is too high; absent: nothing' });

const pv = z.strictObject({
  performanceRatio: efficiency,
  temperatureCoefficientPerK: z.number().max(0, 'must not be positive').min(-0.02, 'must be above -0.02'),
  nominalCellC: temperatureC.meta({ description: 'cell temperature at 800 W/m² and 20 °C air (NOCT)' }),
  albedoRatio: ratio,
  overVoltage: overVoltage.optional(),
  safeSetpointKw,
  source,
});

const battery = z
  .strictObject({
    capacityKwh: positive,
    chargeKw: positive,
    dischargeKw: positive,
    chargeEfficiencyRatio: efficiency,
    dischargeEfficiencyRatio: efficiency,
    standbyW: notNegative,
    rampKwPerS: positive,
    minimumRatio: ratio,
    maximumRatio: ratio,
    initialRatio: ratio,
    safeSetpointKw,
    source,
  })
  .refine((b) => b.minimumRatio < b.maximumRatio, 'minimumRatio must be below maximumRatio')
  .refine(
    (b) => b.initialRatio >= b.minimumRatio && b.initialRatio <= b.maximumRatio,
    'initialRatio must lie between minimumRatio and maximumRatio',
  );

const heatSource = z
  .strictObject({ medium: z.enum(['air', 'ground', 'water']), temperatureC: temperatureC.optional() })
  .refine((s) => (s.medium === 'air') === (s.temperatureC === undefined), {
    message: 'temperatureC is wanted for ground and water, and only there: air has that of outdoors',
  });

const showerKwh = positive
  .default(1.6)
  .meta({ description: 'heat of one shower, for counting cold ones: 50 l from 10 to 38 °C' });

const raised = z.strictObject({
  roomK: notNegative.meta({ description: 'by which the room is set higher' }),
  tankK: notNegative,
});

const heatPump = z
  .strictObject({
    powerKw: positive.meta({ description: 'electric power at full modulation' }),
    minimumPowerKw: positive,
    standbyW: notNegative,
    powerFactor,
    heatSource,
    fieldRatio: efficiency,
    sinkAtZeroC: temperatureC,
    sinkPerK: z.number().max(0, 'must not be positive'),
    hysteresisK: positive,
    minimumRunMinutes: notNegative,
    minimumOffMinutes: notNegative,
    defrost: z
      .strictObject({
        aboveC: temperatureC,
        belowC: temperatureC,
        everyMinutes: positive.meta({ description: 'running time between two' }),
        minutes: positive,
        heatKw: notNegative.meta({ description: 'heat taken back meanwhile' }),
      })
      .refine((d) => d.aboveC < d.belowC, 'aboveC must be below belowC')
      .optional(),
    backup: z
      .strictObject({
        powerKw: positive,
        belowK: notNegative.meta({ description: "room below the thermostat's band at which it comes on" }),
      })
      .optional(),
    tank: z
      .strictObject({
        volumeL: positive,
        lossWPerK: positive,
        onC: temperatureC,
        offC: temperatureC,
        initialC: temperatureC,
        approachK: notNegative,
        usefulC: temperatureC.meta({ description: 'below it a shower is cold' }),
        mainsC: temperatureC.default(12),
        drawKwhPerDay: notNegative,
        showerKwh,
        drawShape: shape,
      })
      .refine((t) => t.mainsC < t.onC && t.onC < t.offC, 'mainsC < onC < offC must hold')
      .refine((t) => t.usefulC < t.offC, 'usefulC must be below offC')
      .optional()
      .meta({ description: 'hot water from the same heat pump' }),
    sgReady: z
      .strictObject({
        recommended: raised,
        forced: raised.extend({ backup: z.boolean().default(false).meta({ description: 'with the element' }) }),
      })
      .default({ recommended: { roomK: 0.5, tankK: 3 }, forced: { roomK: 1.5, tankK: 8, backup: false } })
      .meta({ description: 'what the states 3 and 4 of SG-Ready mean' }),
    safeSetpointKw,
    source,
  })
  .refine((p) => p.minimumPowerKw <= p.powerKw, 'minimumPowerKw must be at most powerKw');

const building = z
  .strictObject({
    lossWPerK: positive,
    timeConstantH: positive,
    gainsW: notNegative,
    solarApertureM2: notNegative,
    roomC: temperatureC,
    comfortMinimumC: temperatureC,
    initialC: temperatureC,
    fabric: z
      .strictObject({
        airCapacityRatio: ratio.gt(0, 'must lie between 0 and 1').lt(1, 'must lie between 0 and 1'),
        ventilationRatio: ratio.meta({ description: 'part of the loss that is ventilation' }),
        couplingWPerK: positive.meta({ description: 'between air and fabric' }),
        fabricHeatRatio: ratio.meta({ description: 'part of heating and sun that goes into the fabric' }),
      })
      .optional()
      .meta({ description: 'air and fabric as two masses; absent: one' }),
    source,
  })
  .refine(
    (b) => b.fabric === undefined || b.fabric.couplingWPerK > b.lossWPerK * (1 - b.fabric.ventilationRatio),
    'fabric/couplingWPerK must be above the loss that goes through the fabric',
  )
  .refine((b) => b.comfortMinimumC <= b.roomC, 'comfortMinimumC must be at most roomC');

const surfaceWater = z.strictObject({
  meanC: temperatureC,
  amplitudeK: notNegative.meta({ description: 'of its year, with which it begins' }),
  warmestDay: z.number().min(1, 'must lie in 1-366').max(366, 'must lie in 1-366'),
  followDays: positive.meta({ description: 'time constant with which it follows the air' }),
  aboveAirK: z.number().default(0).meta({ description: 'by which it is above the air in the mean' }),
  minimumC: temperatureC.meta({ description: 'below it nothing is taken' }),
  cooledK: positive,
  exchangerK: notNegative.meta({ description: 'what the heat pump sees is so much colder' }),
  pumpKwhPerM3: notNegative,
});

const plantSource = z.discriminatedUnion(
  'medium',
  [
    z.strictObject({ medium: z.enum(['ground', 'water']), temperatureC }),
    surfaceWater.extend({ medium: z.literal('surface-water') }),
    z
      .strictObject({
        medium: z.literal('ates').meta({ description: 'aquifer with a warm and a cold well (WKO)' }),
        groundC: temperatureC,
        warmC: temperatureC,
        coldC: temperatureC,
        warmM3: positive.meta({ description: 'water stored in the warm well at first' }),
        coldM3: positive,
        lossRatioPerYear: ratio.lt(1, 'must lie between 0 and 1'),
        cooledK: positive,
        exchangerK: notNegative,
        pumpKwhPerM3: notNegative,
        surfaceWater: surfaceWater
          .optional()
          .meta({ description: 'serves by itself while it is the warmer of the two, and fills the warm well' }),
        regeneration: z
          .strictObject({
            aboveC: temperatureC.meta({ description: 'lowest temperature that is stored' }),
            m3PerH: positive,
          })
          .optional(),
      })
      .refine((a) => a.coldC < a.warmC, 'coldC must be below warmC')
      .refine((a) => a.regeneration === undefined || a.surfaceWater !== undefined, {
        message: 'takes its heat from surfaceWater, which must be there',
        path: ['regeneration'],
      }),
  ],
  { error: 'must have a medium of ground, water, surface-water or ates' },
);

const heatPlant = z
  .strictObject({
    powerKw: positive.meta({ description: 'electric power of all heat pumps together' }),
    minimumPowerKw: positive,
    auxiliaryKw: notNegative,
    powerFactor,
    heatSource: plantSource,
    fieldRatio: efficiency,
    approachK: notNegative.meta({ description: 'condenser above supply temperature' }),
    buffer: z
      .strictObject({
        volumeM3: positive,
        heightM: positive,
        layers: z.number().int('must be a whole number').min(2, 'must lie in 2-100').max(100, 'must lie in 2-100'),
        conductivityWPerMK: notNegative
          .default(1.5)
          .meta({ description: 'vertical, of water (0.6), wall and the small movements in it' }),
        lossRatioPerDay: ratio
          .lt(1, 'must lie between 0 and 1')
          .meta({ description: 'of the heat above the plant room' }),
        plantRoomC: temperatureC,
        supplyC: temperatureC.meta({ description: 'what the heat pumps make' }),
        minimumC: temperatureC.meta({ description: 'lowest supply that still makes hot water' }),
        spaceMinimumC: temperatureC.meta({ description: 'lowest supply that still heats' }),
        onRatio: ratio.meta({ description: 'charge below which the heat pumps start by themselves' }),
        offRatio: ratio,
        initialRatio: ratio,
        reserveRatio: efficiency.meta({ description: 'charge below which the plant asks for power' }),
      })
      .refine((b) => b.onRatio < b.offRatio, 'onRatio must be below offRatio')
      .refine(
        (b) => b.spaceMinimumC <= b.minimumC && b.minimumC <= b.supplyC,
        'spaceMinimumC <= minimumC <= supplyC must hold',
      ),
    network: z.union(
      [
        z.strictObject({
          returnC: temperatureC,
          pipeWPerMK: positive.meta({ description: 'loss of one pipe per metre and kelvin' }),
          lengthM: positive.meta({ description: 'of the trench, with supply and return' }),
          soilC: temperatureC,
        }),
        z.strictObject({
          returnC: temperatureC,
          lossShareRatio: ratio
            .max(0.9, 'must be at most 0.9')
            .meta({ description: 'of the heat that is supplied to the network' }),
        }),
      ],
      'must have returnC with pipeWPerMK, lengthM and soilC, or returnC with lossShareRatio',
    ),
    homes: z
      .strictObject({
        lossWPerK: positive,
        timeConstantH: positive,
        gainsW: notNegative,
        solarApertureM2: notNegative.default(0),
        emitterKw: positive,
        roomC: temperatureC,
        comfortMinimumC: temperatureC,
        recoveryH: positive,
        hotWaterKwhPerDay: notNegative,
        showerKwh,
        hotWaterShape: shape,
      })
      .refine((h) => h.comfortMinimumC <= h.roomC, 'comfortMinimumC must be at most roomC')
      .meta({ description: 'all per home' }),
    safeSetpointKw,
    source,
  })
  .refine((p) => p.minimumPowerKw <= p.powerKw, 'minimumPowerKw must be at most powerKw')
  .refine((p) => p.network.returnC < p.buffer.spaceMinimumC, {
    message: 'must be below buffer/spaceMinimumC: a supply that is no warmer gives no heat',
    path: ['network', 'returnC'],
  });

const sessionHour = z.strictObject({
  hour: z.number().min(0, 'must lie in 0-60').max(60, 'must lie in 0-60'),
  spreadH: notNegative.max(8, 'must be at most 8'),
});

const evCharger = z
  .strictObject({
    powerKw: positive.meta({ description: 'largest power of the whole point' }),
    minimumA: positive.default(6),
    maximumA: positive.max(80, 'must be at most 80'),
    stepA: positive.default(1),
    powerFactor,
    standbyW: notNegative.default(0),
    dayFromHour: z
      .number()
      .min(0, 'must lie in 0-23')
      .max(23, 'must lie in 0-23')
      .meta({ description: 'when the day of a socket begins: noon for cars that stay the night' }),
    cars: z
      .array(
        z.strictObject({
          shareRatio: ratio,
          phases: z.union([z.literal(1), z.literal(3)], 'must be 1 or 3'),
          maximumA: positive,
        }),
      )
      .min(1, 'must hold at least one')
      .refine(
        (cars) => Math.abs(cars.reduce((sum, car) => sum + car.shareRatio, 0) - 1) < 1e-6,
        'shareRatio must sum to 1',
      ),
    sessions: z
      .array(
        z
          .strictObject({
            perDay: ratio.meta({ description: 'chance per socket and day' }),
            arrival: sessionHour,
            departure: sessionHour.meta({
              description: 'counted from the midnight of the day: 31.5 is 07:30 on the next',
            }),
            energyKwh: positive,
            energySpreadKwh: notNegative,
          })
          .refine((s) => s.arrival.hour < s.departure.hour, 'arrival/hour must be before departure/hour'),
      )
      .min(1, 'must hold at least one')
      .refine(
        (list) => list.reduce((sum, session) => sum + session.perDay, 0) <= 1 + 1e-9,
        'perDay must sum to at most 1',
      ),
    netbewust: z
      .strictObject({
        baseKw: notNegative,
        mostKw: positive,
        fractions: z.array(ratio).length(24, 'must hold 24 values, one per full hour of the local day'),
        source,
      })
      .refine((n) => n.baseKw <= n.mostKw, 'baseKw must be at most mostKw')
      .optional()
      .meta({ description: 'capacity per car present: base + fraction of the hour · (most - base)' }),
    safeSetpointKw,
    source,
  })
  .refine((e) => e.minimumA <= e.maximumA, 'minimumA must be at most maximumA')
  .refine((e) => e.cars.every((car) => car.maximumA >= e.minimumA), {
    message: 'maximumA of every car must be at least minimumA: below it a car never charges',
    path: ['cars'],
  })
  .refine((e) => e.sessions.every((s) => s.arrival.hour >= e.dayFromHour && s.departure.hour <= e.dayFromHour + 24), {
    message: 'arrival and departure must lie within a day that begins at dayFromHour',
    path: ['sessions'],
  });

const PHASES = ['a', 'b', 'c', 'abc'] as const;
/** Where an asset sits within its connection. */
const place = {
  name: name.optional().meta({ description: "last part of the slot's id; its kind if absent" }),
  phases: z.enum(PHASES).optional().meta({ description: "the connection's if absent" }),
  phaseShares: z
    .array(notNegative)
    .length(3, 'must hold three values')
    .refine((shares) => Math.abs(shares[0]! + shares[1]! + shares[2]! - 1) < 1e-6, 'must sum to 1')
    .optional()
    .meta({ description: 'of the power on phases a, b, c; equal if absent' }),
};

const asset = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('household'), type: name, annualKwh: positive, ...place }),
  z.strictObject({ kind: z.literal('business'), type: name, annualKwh: positive, ...place }),
  z.strictObject({
    kind: z.literal('pv'),
    type: name,
    peakKw: positive,
    inverterKw: positive,
    tiltDeg: z.number().min(0, 'must lie in 0-90').max(90, 'must lie in 0-90'),
    azimuthDeg: z
      .number()
      .min(0, 'must lie in 0-360')
      .max(360, 'must lie in 0-360')
      .meta({ description: 'from north, clockwise; 180 is south' }),
    ...place,
  }),
  z.strictObject({
    kind: z.literal('battery'),
    type: name,
    initialRatio: ratio.optional().meta({ description: "the type's if absent" }),
    ...place,
  }),
  z.strictObject({ kind: z.literal('heat-pump'), type: name, building: name, ...place }),
  z.strictObject({
    kind: z.literal('heat-plant'),
    type: name,
    homes: z.number().int('must be a whole number').positive('must be greater than 0'),
    ...place,
  }),
  z.strictObject({
    kind: z.literal('ev-charger'),
    type: name,
    sockets: z.number().int('must be a whole number').min(1, 'must lie in 1-60').max(60, 'must lie in 1-60').default(1),
    ...place,
  }),
]);

const connection = z.strictObject({
  id: name,
  ean: z.string({ error: 'must be 18 digits in quotation marks' }),
  load: z.number().int('must be the id of a load in the grid'),
  use: name.meta({ description: 'what it is, such as home, school, shop' }),
  phases: z.enum(PHASES),
  fuseA: positive,
  inGroup: z.boolean().default(true),
  floorM2: positive.optional().meta({ description: 'usable floor' }),
  assets: z.array(asset).min(1, 'must hold at least one'),
});

const table = <T extends z.ZodType>(row: T) => z.record(name, row).default({});

export const wijkSchema = z.strictObject({
  wijk: name,
  title: z.string().min(1, 'must not be empty'),
  grid: z.string().min(1, 'must name a PGM dataset, relative to this file'),
  location: z.strictObject({
    latitudeDeg: z.number().min(-66, 'must lie between -66 and 66').max(66, 'must lie between -66 and 66'),
    longitudeDeg: z.number().min(-180, 'must lie between -180 and 180').max(180, 'must lie between -180 and 180'),
  }),
  weather: z.strictObject({ stressWeek: z.string() }).meta({ description: 'what a run gets that names no other' }),
  group: z.strictObject({ limitKw: positive, source }),
  assumptions: z
    .array(z.string().min(3, 'must say something'))
    .default([])
    .meta({ description: 'what is known of this wijk and what is assumed' }),
  feeders: z
    .array(
      z.strictObject({
        name: z.string().min(1, 'must not be empty'),
        line: z.number().int(),
        fuseA: positive.optional().meta({ description: 'of the feeder at the busbar, per phase' }),
      }),
    )
    .default([])
    .meta({ description: 'names of feeders, by the id of their first line' }),
  lineLengthsM: z.record(z.string().regex(/^\d+$/, 'must be the id of a line'), positive).default({}),
  types: z.strictObject({
    households: table(household),
    businesses: table(business),
    calendars: table(calendar),
    pv: table(pv),
    batteries: table(battery),
    heatPumps: table(heatPump),
    buildings: table(building),
    heatPlants: table(heatPlant),
    evChargers: table(evCharger),
  }),
  connections: z.array(connection).min(1, 'must hold at least one'),
});

export type WijkFile = z.infer<typeof wijkSchema>;
export type ConnectionSpec = WijkFile['connections'][number];
export type AssetSpec = ConnectionSpec['assets'][number];
export type AssetKindName = AssetSpec['kind'];
export type WijkTypes = WijkFile['types'];

/** The schema of the file as a person writes it (defaults may be left out), as JSON Schema text. */
export function wijkJsonSchema(): string {
  const schema = z.toJSONSchema(wijkSchema, { io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'wijktwin wijk file' }, null, 2)}\n`;
}
