import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { PACKAGE_ROOT, WIJK_EXAMPLES } from '../../../paths.js';
import { eanCheckDigit, eanProblem } from '../../../twin/wijk/ean.js';
import { mapFeeders } from '../../../twin/wijk/feeders.js';
import { GENERATORS } from '../../../twin/wijk/generator/examples.js';
import { exampleNames, loadWijk, parseWijk } from '../../../twin/wijk/load.js';
import { wijkJsonSchema } from '../../../twin/wijk/schema.js';

const folder = mkdtempSync(join(tmpdir(), 'wijktwin-wijk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EXAMPLE = join(WIJK_EXAMPLES, 'merwede-blok');
const yaml = readFileSync(join(EXAMPLE, 'merwede-blok.wijk.yaml'), 'utf8');
const grid = readFileSync(join(EXAMPLE, 'merwede-blok.grid.json'), 'utf8');

/** The example with changes, on disk; what loading it says. */
function load(change: (text: string) => string, changeGrid: (text: string) => string = (text) => text) {
  const file = join(folder, 'changed.wijk.yaml');
  writeFileSync(file, change(yaml));
  writeFileSync(join(folder, 'merwede-blok.grid.json'), changeGrid(grid));
  return loadWijk(file);
}
function problems(...args: Parameters<typeof load>): string[] {
  const loaded = load(...args);
  return loaded.ok ? [] : loaded.problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''));
}
const replaced = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const lineOf = (part: string): number => yaml.slice(0, yaml.indexOf(part)).split('\n').length;

describe('the shipped example', () => {
  it('loads by name and by path, without a warning', () => {
    for (const name of ['merwede-blok', join(EXAMPLE, 'merwede-blok.wijk.yaml')]) {
      const loaded = loadWijk(name);
      if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
      expect(loaded.value.warnings).toEqual([]);
    }
  });

  it('is 120 homes, a school, a supermarket and a heat plant behind one 630 kVA transformer, with the slots of the bench', () => {
    const loaded = loadWijk('merwede-blok');
    if (!loaded.ok) throw new Error('must load');
    const { wijk, dataset, grid: prepared } = loaded.value;
    const count = (use: string) => wijk.connections.filter((connection) => connection.use === use).length;
    expect([count('home'), count('school'), count('shop'), count('heat')]).toEqual([120, 1, 1, 1]);
    // Cars: at home, two at each post, ten in the garage; every asset of the models that can be steered is there.
    const points = wijk.connections.flatMap((c) => c.assets.filter((asset) => asset.kind === 'ev-charger'));
    expect(points.filter((point) => point.type.startsWith('thuis')).length).toBeGreaterThanOrEqual(8);
    expect(points.filter((point) => point.type === 'publiek').map((point) => point.sockets)).toEqual([2, 2, 2, 2]);
    expect(points.filter((point) => point.type === 'laadplein').map((point) => point.sockets)).toEqual([10]);
    expect(wijk.types.evChargers['laadplein']!.netbewust).toBeDefined();
    expect(wijk.types.pv['roof']!.overVoltage!.trip).toBeDefined();
    expect(dataset.transformer.map((t) => t.sn)).toEqual([630_000]);
    const assets = (kind: string) =>
      wijk.connections.filter((c) => c.use === 'home' && c.assets.some((asset) => asset.kind === kind)).length;
    expect(assets('pv') / 120).toBeGreaterThan(0.35);
    expect(assets('pv') / 120).toBeLessThan(0.47);
    expect(assets('battery')).toBeGreaterThanOrEqual(20);
    expect(assets('battery')).toBeLessThanOrEqual(28);

    const connection = (id: string) => wijk.connections.find((c) => c.id === id)!;
    const battery = connection('home-007').assets.find((asset) => asset.kind === 'battery')!;
    expect(connection('home-007').phases).toBe('abc');
    expect(wijk.types.batteries[battery.type]).toMatchObject({ capacityKwh: 10, chargeKw: 5, dischargeKw: 5 });
    expect(connection('home-012')).toMatchObject({ phases: 'abc', assets: [{ kind: 'household' }] });
    const pump = connection('school').assets.find((asset) => asset.kind === 'heat-pump')!;
    const pumpType = wijk.types.heatPumps[pump.type]!;
    expect(pumpType.powerKw).toBe(12);
    expect([pumpType.defrost, pumpType.backup, pumpType.tank, wijk.types.buildings['school']!.fabric]).not.toContain(
      undefined,
    );

    // Phases are spread, and not evenly.
    const single = [...'abc'].map((phase) => wijk.connections.filter((c) => c.phases === phase).length);
    expect(Math.min(...single)).toBeGreaterThan(3);
    expect(Math.max(...single)).toBeGreaterThan(Math.min(...single));

    const { feeder, distanceM } = mapFeeders(prepared, wijk);
    expect(new Set(feeder)).toEqual(
      new Set([
        '',
        'feeder 1',
        'feeder 2',
        'feeder 3',
        'feeder 4',
        'school',
        'supermarket',
        'common services',
        'heat plant',
        'garage',
      ]),
    );
    expect(feeder.filter((name) => name === '')).toHaveLength(2);
    expect(distanceM.every((metres) => metres >= 0 && metres < 400)).toBe(true);
    // The last joint of a feeder lies as far as its stretches together.
    const joints = Array.from({ length: 15 }, (_, joint) => wijk.lineLengthsM[String(3050 + joint)]!);
    const last = [...prepared.network.nodeIds].indexOf(3014);
    expect(distanceM[last]).toBeCloseTo(
      joints.reduce((sum, metres) => sum + metres, 0),
      9,
    );
  });

  it.each(readdirSync(WIJK_EXAMPLES))('%s is what its generator makes, byte for byte', (name) => {
    expect(exampleNames()).toContain(name);
    for (const file of GENERATORS[name]!()) {
      expect(readFileSync(join(WIJK_EXAMPLES, name, file.name), 'utf8')).toBe(file.text);
    }
  });

  it('comes again from its texts, as a recording keeps them', () => {
    const again = parseWijk({ file: 'recorded.yaml', text: yaml, gridFile: 'recorded.json', gridText: grid });
    const loaded = loadWijk('merwede-blok');
    if (!again.ok || !loaded.ok) throw new Error('both must load');
    expect(again.value.wijk).toEqual(loaded.value.wijk);
  });

  it('the committed JSON Schema is that of the code', () => {
    expect(readFileSync(join(PACKAGE_ROOT, 'twin', 'wijk', 'wijk.schema.json'), 'utf8')).toBe(wijkJsonSchema());
  });
});

describe('a wrong wijk', () => {
  it('is told at once: wijk file and grid, each with file, line, path, value and rule', () => {
    const found = problems(
      (text) =>
        [
          replaced('id: home-002,', 'id: home-001,'),
          replaced('load: 1202,', 'load: 99999,'),
          replaced(
            'use: home, phases: abc, fuseA: 25, assets: [\n      {kind: household, type: appartement',
            'use: home, phases: abc, fuseA: 25, assets: [\n      {kind: household, type: villa',
          ),
          replaced('stressWeek: cold-2012-02', 'stressWeek: cold-1963'),
          replaced('{name: feeder 1, line: 1050}', '{name: feeder 1, line: 1}'),
        ].reduce((changed, change) => change(changed), text),
      replaced('420,630000,', '420,-630000,'),
    );
    const all = found.join('\n');
    expect(all).toMatch(/^merwede-blok\.grid\.json: data\/0\/transformer\/0\/sn = -630000: must be greater than 0$/m);
    expect(all).toContain(
      'changed.wijk.yaml:6: weather/stressWeek = cold-1963: there is no such stress week; known: feb-2012,',
    );
    expect(all).toContain(
      `changed.wijk.yaml:${lineOf('id: home-002')}: connections/1/id = home-001: is already the id of connections/0`,
    );
    expect(all).toMatch(/connections\/\d+\/assets\/0\/type = villa: must be one of types\/households: appartement/);
    expect(found).toHaveLength(4);
    // References into the grid are judged as soon as the grid itself is right.
    const second = problems((text) =>
      replaced(
        '{name: feeder 1, line: 1050}',
        '{name: feeder 1, line: 1}',
      )(replaced('load: 1202,', 'load: 99999,')(text)),
    ).join('\n');
    expect(second).toMatch(/feeders\/0\/line = 1: there is no such branch in the grid/);
    expect(second).toMatch(/connections\/2\/load = 99999: must be the id of a load or generator in the grid/);
  });

  it('feeders, floors and assumptions are judged together', () => {
    const all = problems((text) =>
      replaced(
        '{name: feeder 1, line: 1050}',
        '{name: feeder 1, line: 1050, fuseA: 0}',
      )(
        replaced(
          'feeders:\n',
          'assumptions: [x]\nfeeders:\n',
        )(replaced('load: 1202,', 'load: 1202, floorM2: -75,')(text)),
      ),
    );
    expect(all).toHaveLength(3);
    expect(all.join('\n')).toMatch(/feeders\/0\/fuseA = 0: must be greater than 0/);
    expect(all.join('\n')).toMatch(/assumptions\/0 = x: must say something/);
    expect(all.join('\n')).toMatch(/connections\/2\/floorM2 = -75: must be greater than 0/);
    expect(problems(replaced('{name: feeder 2, line: 2050}', '{name: feeder 2, line: 1050}')).join()).toMatch(
      /feeders\/1\/line = 1050: is already the first line of feeder feeder 1/,
    );
  });

  it('a fuse that does not protect its cable is a warning', () => {
    const loaded = load(replaced('{name: feeder 1, line: 1050}', '{name: feeder 1, line: 1050, fuseA: 315}'));
    expect(loaded.ok && loaded.value.warnings.map(formatProblem).join()).toMatch(
      /feeders\/0\/fuseA = 315: does not protect its cable, which carries 260 A/,
    );
  });

  const line = /.*home-009, ean.*/.exec(yaml)![0];
  it.each([
    ['a misspelt key', 'fuseA:', 'fuseAmp:', /connections\/8.*Unrecognized key: "fuseAmp"/],
    ['a missing key', ' load: 1208,', '', /connections\/8\/load: .*load|connections\/8\/load/],
    ['no such phase', 'phases: ', 'phases: x', /connections\/8\/phases = xa?b?c?: /],
    [
      'an EAN with a wrong check digit',
      /ean: "(\d{17})\d"/.exec(line)![0],
      'ean: "871600000000000091"',
      /connections\/8\/ean = 871600000000000091: the last digit is a check digit and must be \d/,
    ],
    [
      'an EAN of another form',
      /ean: "(\d{17})\d"/.exec(line)![0],
      'ean: "8716"',
      /connections\/8\/ean = 8716: must be 18 digits/,
    ],
    [
      'an EAN without quotation marks',
      /ean: "(\d{17})\d"/.exec(line)![0],
      'ean: 871600000000000091',
      /connections\/8\/ean = \d+: must be 18 digits in quotation marks/,
    ],
    [
      'a load of another connection',
      ' load: 1208,',
      ' load: 1207,',
      /connections\/8\/load = 1207: is already the load of home-008/,
    ],
    ['a fuse of nothing', /fuseA: \d+/.exec(line)![0], 'fuseA: 0', /connections\/8\/fuseA = 0: must be greater than 0/],
  ])('%s', (_, from, to, rule) => {
    const found = problems((text) => text.replace(line, line.replace(from, to)));
    expect(found.join('\n')).toMatch(rule);
    for (const problem of found) expect(problem).toMatch(/^changed\.wijk\.yaml:\d+: /);
  });

  const school = '{kind: heat-pump, type: school-12, building: school}';
  it.each([
    ['an asset twice', school, `${school},\n      ${school}`, /school\/heat-pump: this slot is there twice/],
    [
      'no such building',
      school,
      school.replace('building: school', 'building: church'),
      /building = church: must be one of types\/buildings: school/,
    ],
    ['no such kind', school, '{kind: windmill}', /connections\/120\/assets\/1\/kind = windmill: /],
    [
      'shares that are no whole',
      school,
      school.replace('}', ', phaseShares: [0.5, 0.5, 0.5]}'),
      /phaseShares = \[0.5,0.5,0.5\]: must sum to 1/,
    ],
    [
      'a share on a phase it is not on',
      school,
      school.replace('}', ', phases: a, phaseShares: [0, 1, 0]}'),
      /phaseShares\/1 = 1: must be 0: the asset is not on phase b/,
    ],
    [
      'a battery window upside down',
      'minimumRatio: 0.1\n      maximumRatio: 1\n      initialRatio: 0.5',
      'minimumRatio: 0.9\n      maximumRatio: 0.8\n      initialRatio: 0.5',
      /types\/batteries\/battery-10.*minimumRatio must be below maximumRatio/,
    ],
    ['a shape of 23 hours', 'hotWaterShape: [0.3, ', 'hotWaterShape: [', /hotWaterShape.*must hold 24 values/],
    [
      'figures without a source',
      'source: home battery of 10 kWh and 5 kW, three-phase; round trip 0.88 between terminals (85-90 % is usual)\n      ',
      '',
      /types\/batteries\/battery-10\/source/,
    ],
  ])('%s', (_, from, to, rule) => {
    expect(problems(replaced(from, to)).join('\n')).toMatch(rule);
  });

  it('an asset on a phase that its connection has not', () => {
    const single = /.*phases: b, fuseA.*\n\s+\{kind: household, type: appartement/.exec(yaml)![0];
    const found = problems((text) =>
      text.replace(single, single.replace('type: appartement', 'type: appartement, phases: a')),
    );
    expect(found.join('\n')).toMatch(/assets\/0\/phases = a: the connection has phase b only/);
  });

  it('what is only suspicious is a warning', () => {
    const pump = 'school: school-12';
    expect(pump).toBeDefined();
    const loaded = load(replaced('use: school, phases: abc, fuseA: 80', 'use: school, phases: abc, fuseA: 16'));
    if (!loaded.ok) throw new Error('must load');
    const warnings = loaded.value.warnings.map(formatProblem);
    expect(warnings).toHaveLength(2);
    expect(warnings.join('\n')).toMatch(
      /connections\/120\/assets\/1 = 21.0 kW: is more than the fuse of 16 A carries on abc: 11.0 kW/,
    );

    const without = load((text) => text.replace(/ {2}- \{id: home-120,[\s\S]*?\n {4}\]\}\n/, ''));
    if (!without.ok) throw new Error('must load');
    expect(without.value.warnings.map(formatProblem).join('\n')).toMatch(/these loads of the grid have no connection/);
  });

  it('a file that is not there, a folder, broken YAML, a grid that is not there', () => {
    const rule = (name: string) => {
      const loaded = loadWijk(name);
      return loaded.ok ? '' : loaded.problems.map(formatProblem).join('\n');
    };
    expect(rule('merwede')).toBe(
      'merwede: there is no such example (known: ijsselstein-560, merwede-4225, merwede-blok, straat-24); a file is named by its path',
    );
    expect(rule('/nowhere/x.yaml')).toBe('/nowhere/x.yaml: there is no such file');
    expect(rule(`${folder}/`)).toContain('this is a folder');
    expect(problems(() => 'wijk: [')[0]).toMatch(/^changed.wijk.yaml:\d+: not valid YAML/);
    const both = problems((text) =>
      replaced('fuseA: 25', 'fuseA: -1')(replaced('grid: merwede-blok.grid.json', 'grid: elsewhere.json')(text)),
    );
    expect(both).toHaveLength(2);
    expect(both.join('\n')).toContain('elsewhere.json: there is no such file');
    expect(
      problems(
        (text) => text,
        () => '{"version": "1.0"',
      )[0],
    ).toMatch(/^merwede-blok\.grid\.json: .*JSON/);
  });
});

describe('EAN', () => {
  it('has the check digit of GS1', () => {
    // 4006381333931 is the example of the GS1 manual; 871685900000000015 the form of Dutch connections.
    expect(eanCheckDigit('400638133393')).toBe(1);
    expect(eanProblem(`87168590000000001${eanCheckDigit('87168590000000001')}`)).toBeUndefined();
    expect(eanProblem('8716859000000000x5')).toBe('must be 18 digits');
  });
});
