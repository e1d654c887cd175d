/**
 * fast-check with the seed as an argument: the suite draws the same cases on every machine, so that what is green here is
 * green in CI. Other cases: `WIJKTWIN_SEED=7 npm test`, or `WIJKTWIN_SEED=random`; a failure prints the seed it was drawn with.
 */
import fc from 'fast-check';

const asked = process.env['WIJKTWIN_SEED'] ?? '1';
export const seed = asked === 'random' ? Math.floor(Math.random() * 0x7fffffff) : Number(asked);
if (!Number.isInteger(seed)) throw new Error(`WIJKTWIN_SEED=${asked}: must be a whole number, or random`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

export default fc;
