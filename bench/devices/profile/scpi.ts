/**
 * An AC source that speaks SCPI: a grid emulator that plays voltages to a device under test. What its commands are called is
 * the maker's choice, so they are data; what it may be told is bounded here, whatever the twin says.
 */
import { z } from 'zod';
import { whole } from './behaviour.js';

/** Text of a command; `{phase}` and `{value}` are filled in. */
const command = (...places: readonly string[]) =>
  z
    .string()
    .min(1)
    .max(200)
    .refine((text) => !/[\r\n]/.test(text), 'is one line')
    .refine(
      (text) => places.every((place) => text.includes(`{${place}}`)),
      places.length === 0 ? 'is one line' : `must contain ${places.map((place) => `{${place}}`).join(' and ')}`,
    );
const query = (...places: readonly string[]) =>
  command(...places).refine((text) => text.includes('?'), 'is a question: it must contain ?');

const range = z
  .strictObject({ minimum: z.number().min(0), maximum: z.number().min(0) })
  .refine(({ minimum, maximum }) => minimum < maximum, 'minimum must lie below maximum');

export const scpiFields = {
  scpi: z.strictObject({
    /** What ends a line of ours; answers may end with either. */
    terminator: z.enum(['lf', 'crlf', 'cr']).default('lf'),
    /** Regular expression that the answer to *IDN? must match: what tells this source from others. */
    identity: z.string().max(200).refine(isPattern, 'is not a regular expression'),
    phases: whole(1, 3),
    commands: z.strictObject({
      setVoltage: command('phase', 'value'),
      getVoltage: query('phase'),
      setFrequency: command('value'),
      getFrequency: query(),
      outputOn: command(),
      outputOff: command(),
      outputState: query(),
      measureVoltage: query('phase'),
      measureCurrent: query('phase'),
      /** Power that the source delivers, W. */
      measurePower: query('phase'),
      measureFrequency: query(),
      /** The oldest entry of the error queue: number and text; 0 is none. */
      nextError: query().default('SYSTem:ERRor?'),
      /** A watchdog of the source itself, in s; absent: it has none, and only the bench switches it off. */
      setWatchdog: command('value').optional(),
    }),
    /** What may be played, whatever is asked for. */
    limits: z.strictObject({
      voltageV: range,
      frequencyHz: range,
      slewVPerS: z.number().positive(),
      slewHzPerS: z.number().positive(),
    }),
    /** When nobody plays any more: this, for a device under test that must not see a dead grid. */
    nominal: z.strictObject({ voltageV: z.number().positive(), frequencyHz: z.number().positive() }),
    /**
     * The source plays what the grid model makes of the power that it measures itself: a loop. It is stopped when the
     * played voltage turns around more often than this within the window, by at least this much each time, and does not die away.
     */
    stability: z.strictObject({
      windowS: z.number().positive().max(600),
      turns: whole(3, 100),
      swingV: z.number().positive(),
    }),
  }),
};

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
