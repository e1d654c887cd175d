/** Types of the catalogue in a wijk: loaded from text, built, and run through the engine with its grid. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { INPUT, InputBatch } from '../../../twin/core/engine/inputs.js';
import { createState } from '../../../twin/core/engine/state.js';
import { step } from '../../../twin/core/engine/step.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { BUSINESS_TYPES, CALENDAR_TYPES } from '../../../twin/wijk/catalogue/businesses.js';
import { CHARGER_TYPES } from '../../../twin/wijk/catalogue/charging.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../../twin/wijk/catalogue/heat.js';
import { typeRow } from '../../../twin/wijk/generator/yaml.js';
import { loadWijk, parseWijk } from '../../../twin/wijk/load.js';

const example = loadWijk('merwede-blok');
if (!example.ok) throw new Error('merwede-blok must load');
const { source } = example.value;
const has = new Set(Object.keys(example.value.wijk.types.evChargers));
const rows = (table: Readonly<Record<string, object>>) =>
  Object.entries(table)
    .filter(([name]) => !has.has(name))
    .map(([name, row]) => typeRow(name, row))
    .join('');

/** The example with the catalogue's types, and more in its first home. */
function withAssets(assets: readonly string[]) {
  const text = source.text
    .replace('  heatPumps:\n', `  heatPumps:\n${rows(HEAT_PUMP_TYPES)}`)
    .replace('  buildings:\n', `  buildings:\n${rows(BUILDING_TYPES)}`)
    .replace('  evChargers:\n', `  evChargers:\n${rows(CHARGER_TYPES)}`)
    .replace('assets: [\n', `assets: [\n${assets.map((asset) => `      ${asset},\n`).join('')}`);
  return parseWijk({ ...source, text });
}

describe('the catalogue in a wijk', () => {
  it('is run: a charge point and a heat pump in a home, on their phases, under a setpoint', () => {
    const parsed = withAssets([
      '{kind: ev-charger, type: thuis-11}',
      '{kind: heat-pump, type: lucht, building: rijwoning-nieuw, phases: b}',
    ]);
    if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
    const built = buildModel(parsed.value, {
      startUs: Date.parse('2012-02-03T18:00:00+01:00') * 1000,
      durationS: 3600,
      tickS: 60,
      seed: 1,
      strategy: { name: 'passive', options: {} },
      groupLimitW: 0,
      weather: {},
    });
    if (!built.ok) throw new Error(built.problems.map(formatProblem).join('\n'));
    const { model } = built.value;
    const state = createState(model);
    const at = (kind: string) => model.slots.id.indexOf(`home-001/${kind}`);
    const [ev, hp] = [at('ev-charger'), at('heat-pump')];
    expect([model.slots.powerMaxW[ev], model.slots.controllable[ev]]).toEqual([11_043, 1]);
    expect(model.slots.powerMaxW[hp]).toBe(4200);
    const inputs = new InputBatch(8);
    inputs.push(INPUT.weather, 0, -10, 0, 0, 3);
    let charged = false;
    for (let t = 0; t < 60; t++) {
      if (t === 40) inputs.push(INPUT.roleSetpoint, ev, 2, 0);
      step(model, state, inputs);
      inputs.clear();
      expect(state.columns.gridStatus[0]).toBe(0);
      const [evW, hpW] = [state.columns.slotActivePowerW[ev]!, state.columns.slotActivePowerW[hp]!];
      if (evW > 1000) charged = true;
      for (let p = 0; p < 3; p++) {
        expect(state.slotPhaseW[3 * ev + p]).toBeCloseTo(evW / 3, 6);
        expect(state.slotPhaseW[3 * hp + p]).toBeCloseTo(p === 1 ? hpW : 0, 6);
      }
      if (t > 40) expect(evW).toBeCloseTo(3, 6);
    }
    // Whether a car comes on this evening is chance; what it takes is published as throughput.
    expect(state.columns.slotEnergyThroughputWh[ev]! > 0).toBe(charged);
    expect(state.columns.slotActivePowerW[hp]).toBeGreaterThan(500);
  });

  it('gives all problems of businesses and calendars at once', () => {
    const wrong = {
      kantoor: { ...BUSINESS_TYPES['kantoor'], holidays: { calendar: 'noord', public: 'closed' } },
      sporthal: BUSINESS_TYPES['sporthal']!,
    };
    const calendar = {
      ...CALENDAR_TYPES['regio-midden'],
      schoolYears: { 2012: [{ from: '2011-12-24', until: '2012-02-30' }] },
    };
    const text = source.text
      .replace('  businesses:\n', `  businesses:\n${rows(wrong)}`)
      .replace('  pv:\n', `  calendars:\n${rows({ midden: calendar })}  pv:\n`);
    const parsed = parseWijk({ ...source, text });
    const found = parsed.ok ? [] : parsed.problems.map(formatProblem);
    expect(found).toEqual([
      expect.stringMatching(
        /types\/businesses\/kantoor\/holidays\/calendar = noord: must be one of types\/calendars: midden/,
      ),
      expect.stringMatching(/types\/businesses\/sporthal\/holidays\/calendar = regio-midden: must be one of/),
      expect.stringMatching(/schoolYears\/2012\/0\/from = 2011-12-24: must lie in 2012/),
      expect.stringMatching(/schoolYears\/2012\/0\/until = 2012-02-30: there is no such date/),
    ]);
  });

  it('names an unknown type, and a point that is too strong for its fuse', () => {
    const parsed = withAssets([
      '{kind: ev-charger, type: snellader}',
      '{kind: ev-charger, type: laadplein, sockets: 10, name: plein}',
    ]);
    expect(parsed.ok ? '' : parsed.problems.map(formatProblem).join('\n')).toMatch(
      /assets\/0\/type = snellader: must be one of types\/evChargers: thuis-11, /,
    );
    const strong = withAssets(['{kind: ev-charger, type: laadplein, sockets: 10}']);
    if (!strong.ok) throw new Error('must load');
    expect(strong.value.warnings.map(formatProblem).join('\n')).toContain('more than the fuse of 25 A carries');
  });
});
