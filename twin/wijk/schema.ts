/**
 * The wijk file: what stands where on a grid, and of which type. YAML for people, so powers are in kW and times in
 * minutes or hours; `parameters.ts` turns them into SI once. Every table of figures names its `source`.
 *
 * `wijk.schema.json` is this schema as JSON Schema, for editors; `wijktwin wijk schema` prints it and a test holds it.
 */
import { z } from 'zod';
import { battery } from './schema/battery.js';
import { business, calendar } from './schema/businesses.js';
import { connection } from './schema/connection.js';
import { evCharger } from './schema/ev-charger.js';
import { heatPlant } from './schema/heat-plant.js';
import { building, heatPump } from './schema/heat-pump.js';
import { household } from './schema/households.js';
import { pv } from './schema/pv.js';
import { name, positive, source } from './schema/values.js';

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
