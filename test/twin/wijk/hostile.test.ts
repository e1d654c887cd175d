/**
 * Wijk files that are wrong in many ways at once, by mistake or on purpose: every fault is told in one go, with its place and what
 * to do, nothing is thrown, and no file takes the machine down.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatProblem, type Problem } from '../../../errors.js';
import { CHARGER_TYPES } from '../../../twin/wijk/catalogue/charging.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../../twin/wijk/catalogue/heat.js';
import { loadWijk, parseWijk } from '../../../twin/wijk/load.js';
import fc from '../../support/property.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const example = loadWijk('merwede-blok');
if (!example.ok) throw new Error('merwede-blok must load');
const { gridText } = example.value.source;

/** The example's head, every type, and a connection for every kind of asset. */
const WIJK = parse(example.value.source.text) as { [key: string]: Json } & {
  types: { [table: string]: { [name: string]: Json } };
  connections: { id: string; assets: { kind: string }[] }[];
};
const kept = new Set(['home-001', 'home-002', 'home-007', 'school', 'supermarket', 'heat-plant', 'garage', 'post-1']);
const charging = WIJK.connections.find((c) => /^home/.test(c.id) && c.assets.some((a) => a.kind === 'ev-charger'));
WIJK.connections = WIJK.connections.filter((c) => kept.has(c.id) || c === charging);
WIJK['feeders'] = (WIJK['feeders'] as Json[]).slice(0, 2);
WIJK['lineLengthsM'] = { '1050': 50, '1051': 12 };
const plain = (table: object) => JSON.parse(JSON.stringify(table)) as { [name: string]: Json };
Object.assign(WIJK.types['heatPumps']!, plain(HEAT_PUMP_TYPES));
Object.assign(WIJK.types['buildings']!, plain(BUILDING_TYPES));
Object.assign(WIJK.types['evChargers']!, plain(CHARGER_TYPES));

const load = (text: string) => parseWijk({ file: 'w.yaml', text, gridFile: 'g.json', gridText });
const problemsOf = (text: string): readonly Problem[] => {
  const loaded = load(text);
  return loaded.ok ? [] : loaded.problems;
};
const textOf = (value: unknown) => JSON.stringify(value, null, 1);
const lines = (problems: readonly Problem[]) => problems.map(formatProblem).join('\n');

/** Every place in a value, with what stands there. */
function places(value: Json, path: Path = []): { path: Path; value: Json }[] {
  const here = path.length === 0 ? [] : [{ path, value }];
  if (value === null || typeof value !== 'object') return here;
  const entries = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value);
  return [...here, ...entries.flatMap(([key, child]) => places(child, [...path, key]))];
}

function edited(edits: readonly { readonly path: Path; readonly edit: (parent: Json[], key: number) => void }[]): Json {
  const copy = structuredClone(WIJK) as Json;
  for (const { path, edit } of edits) {
    let at = copy;
    for (const key of path.slice(0, -1)) at = (at as Json[])[key as number]!;
    edit(at as Json[], path.at(-1) as number);
  }
  return copy;
}

const PLACES = places(WIJK as Json);
/** Places whose value says what the others beside it mean: with a fault here, those cannot be judged. */
const DISCRIMINATORS = new Set(['kind', 'model', 'medium']);

describe('the small wijk of these tests', () => {
  it('is without a fault and has every kind of asset', () => {
    expect(lines(problemsOf(textOf(WIJK)))).toBe('');
    const kinds = new Set(WIJK.connections.flatMap((c) => c.assets.map((asset) => asset.kind)));
    expect([...kinds].sort()).toEqual(
      ['battery', 'business', 'ev-charger', 'heat-plant', 'heat-pump', 'household', 'pv'].sort(),
    );
    expect(Object.values(WIJK.types).every((table) => Object.keys(table).length > 0)).toBe(true);
  });
});

describe('a wijk with many faults', () => {
  /** One certain fault at a place: a value of the wrong sort, or a key that does not exist. */
  const fault = fc.record({
    at: fc.integer({ min: 0, max: PLACES.length - 1 }),
    how: fc.constantFrom('sort', 'key'),
  });

  it('names every one of k faults, wherever they are, with its place', () => {
    fc.assert(
      fc.property(fc.array(fault, { minLength: 1, maxLength: 8 }), (drawn) => {
        const chosen: { path: Path; edit: (parent: Json[], key: number) => void; named: string }[] = [];
        for (const { at, how } of drawn) {
          const { path, value } = PLACES[at]!;
          const table = value !== null && typeof value === 'object' && !Array.isArray(value);
          if (value === null) continue;
          const last = String(path.at(-1));
          // Names of rows are free: a new key is a new row with nothing in it, which is a fault at that place as well.
          const named = how === 'key' && table ? [...path, 'zzz'].join('/') : path.join('/');
          const parent = path.slice(0, -1).join('/');
          const hidden = chosen.some(
            (other) =>
              other.named === named ||
              `${other.named}/`.startsWith(`${path.join('/')}/`) ||
              `${path.join('/')}/`.startsWith(`${other.named}/`) ||
              (DISCRIMINATORS.has(other.named.split('/').at(-1)!) &&
                `${path.join('/')}/`.startsWith(`${other.named.split('/').slice(0, -1).join('/')}/`)) ||
              (DISCRIMINATORS.has(last) && other.named.startsWith(`${parent}/`)),
          );
          if (hidden) continue;
          const edit =
            how === 'key' && table
              ? (p: Json[], key: number) => Object.assign(p[key] as object, { zzz: {} })
              : (p: Json[], key: number) => {
                  p[key] = typeof value === 'object' ? 'a text' : typeof value === 'number' ? true : {};
                };
          chosen.push({ path, edit, named });
        }
        fc.pre(chosen.length > 0);
        const found = problemsOf(textOf(edited(chosen)));
        expect(found.length).toBeGreaterThanOrEqual(chosen.length);
        const told = found.map((problem) => problem.path);
        for (const { named } of chosen)
          expect(told.some((path) => path === named || path.startsWith(`${named}/`))).toBe(true);
        for (const problem of found) {
          expect(problem.file).toBe('w.yaml');
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.rule.length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is told, never thrown at anybody, whatever stands wherever', () => {
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
      fc.constantFrom<Json>(0, -1, 1e308, -1e308, 5e-324, '', 'constructor', '__proto__', 'NaN', null, [], {}),
    );
    const edit = fc.record({
      at: fc.integer({ min: 0, max: PLACES.length - 1 }),
      value: fc.option(junk, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (drawn) => {
        const edits = drawn.map(({ at, value }) => ({
          path: PLACES[at]!.path,
          edit: (parent: Json[], key: number) => {
            if (parent === null || typeof parent !== 'object') return;
            if (value === undefined) delete parent[key];
            else parent[key] = value;
          },
        }));
        let text: string;
        try {
          text = textOf(edited(edits));
        } catch {
          // One edit took away what another wanted to change.
          return;
        }
        const loaded = load(text);
        if (loaded.ok) return;
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const problem of loaded.problems) expect(formatProblem(problem)).toMatch(/^(w\.yaml|g\.json)/);
      }),
      { numRuns: 30 },
    );
  });

  it('is told also if the text itself is torn', () => {
    const text = textOf(WIJK);
    const tear = fc.record({
      from: fc.integer({ min: 0, max: text.length }),
      length: fc.integer({ min: 0, max: 400 }),
      put: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('\0', '{', '[', '&a', '*a', '!!set ', '%', '\t', '---\n', '\uFEFF'),
      ),
    });
    fc.assert(
      fc.property(fc.array(tear, { minLength: 1, maxLength: 3 }), (tears) => {
        const torn = tears.reduce((t, { from, length, put }) => t.slice(0, from) + put + t.slice(from + length), text);
        const loaded = load(torn);
        if (!loaded.ok) expect(loaded.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what to do', () => {
  const edit = (...pairs: readonly (readonly [string, Json | undefined])[]) =>
    lines(
      problemsOf(
        textOf(
          edited(
            pairs.map(([place, value]) => ({
              path: place.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
              edit: (parent, key) => {
                if (value === undefined) delete parent[key];
                else parent[key] = value;
              },
            })),
          ),
        ),
      ),
    );

  it.each<[string, readonly (readonly [string, Json | undefined])[], RegExp]>([
    [
      'a misspelt key',
      [['group/limtKw', 5]],
      /w\.yaml:\d+: group\/limtKw = 5: Unrecognized key: "limtKw"; did you mean "limitKw"\?/,
    ],
    ['a key with other capitals', [['connections/0/fusea', 5]], /connections\/0\/fusea = 5: .*did you mean "fuseA"\?/],
    ['a key that is like none', [['group/colour', 'red']], /Unrecognized key: "colour"; known: limitKw, source/],
    ['a missing key', [['group/limitKw', undefined]], /group\/limitKw: is missing; a number is wanted here/],
    [
      'a unit beside the number',
      [['group/limitKw', '275 kW']],
      /group\/limitKw = 275 kW: must be a number without quotation marks/,
    ],
    [
      'a type by another name',
      [['connections/0/assets/0/type', 'apartement']],
      /type = apartement: must be one of types\/households: .*did you mean "appartement"\?/,
    ],
    [
      'no such kind',
      [['connections/0/assets/0/kind', 'windmill']],
      /kind = windmill: must be one of household, .*ev-charger/,
    ],
    ['no such phase', [['connections/0/phases', 'abcd']], /phases = abcd: must be one of a, b, c, abc/],
    ['a row of a bad name', [['types/pv/Roof_1', {}]], /types\/pv\/Roof_1 = Roof_1: this name must be lower-case/],
    [
      'a buffer of nothing',
      [['types/heatPlants/aquathermal/buffer/volumeM3', 0]],
      /buffer\/volumeM3 = 0: must be greater than 0/,
    ],
    [
      'a number of another unit',
      [['connections/0/assets/0/annualKwh', 1e12]],
      /annualKwh = 1000000000000: must be at most 1e9/,
    ],
    ['no sockets', [['connections/7/assets/0/sockets', 0]], /sockets = 0: must lie in 1-60/],
    ['half a socket', [['connections/7/assets/0/sockets', 1.5]], /sockets = 1.5: must be a whole number/],
    [
      'cars below the lowest current',
      [
        ['types/evChargers/thuis/minimumA', 16.5],
        ['types/evChargers/thuis/maximumA', 32],
      ],
      /evChargers\/thuis\/cars .*maximumA of every car must be at least minimumA/,
    ],
    [
      'a departure before the arrival',
      [['types/evChargers/thuis/sessions/0/departure/hour', 17]],
      /sessions\/0 .*arrival\/hour must be before departure\/hour/,
    ],
    [
      'a stay beyond the day',
      [['types/evChargers/thuis/sessions/0/departure/hour', 50]],
      /sessions .*must lie within a day/,
    ],
    [
      'a profile upside down',
      [['types/evChargers/laadplein/netbewust/baseKw', 12]],
      /netbewust .*baseKw must be at most mostKw/,
    ],
    [
      'a point too weak for its cars',
      [['types/evChargers/publiek/powerKw', 2]],
      /type = publiek: its type has 2 kW, and its cars on 3 phases take 4.14 kW at 6 A: they would never charge/,
    ],
  ])('%s', (_, pairs, rule) => {
    expect(edit(...pairs)).toMatch(rule);
  });

  it('a table of two forms: what is wrong within the form that was meant', () => {
    const network = 'types/heatPlants/aquathermal/network';
    expect(edit([`${network}/returnC`, true])).toMatch(/network\/returnC = true: must be a number/);
    expect(edit([`${network}/lengthm`, 5])).toMatch(/network\/lengthm = 5: .*did you mean "lengthM"\?/);
    expect(edit([`${network}/soilC`, undefined])).toMatch(/network\/soilC: is missing/);
    expect(edit([network, { returnC: 30, lossShareRatio: '10 %' }])).toMatch(/network\/lossShareRatio = 10 %: must be/);
    // Nearer to neither form: the rule of both.
    expect(edit([network, {}])).toMatch(/network = {}: must have returnC with pipeWPerMK, lengthM and soilC, or/);
    expect(edit([network, 'a text'])).toMatch(/network = a text: must have returnC with/);
  });

  it('two rules of one row, and a rule beside another fault of the row', () => {
    const found = edit(
      ['types/batteries/battery-10/capacityKwh', 'large'],
      ['types/batteries/battery-10/minimumRatio', 0.9],
      ['types/batteries/battery-10/maximumRatio', 0.2],
      ['connections/0/load', 99_999],
      ['connections/0/fuseA', -1],
      ['weather/stressWeek', 'cold-1963'],
    );
    for (const rule of [
      /capacityKwh = large: must be a number/,
      /minimumRatio must be below maximumRatio/,
      /load = 99999: must be the id of a load/,
      /fuseA = -1: must be greater than 0/,
      /stressWeek = cold-1963: there is no such stress week/,
    ]) {
      expect(found).toMatch(rule);
    }
  });

  it('names that every object has are no types', () => {
    const asset = WIJK.connections.findIndex((c) => c.id === 'school');
    expect(
      edit([`connections/${asset}/assets/1/building`, 'constructor'], [`connections/0/assets/0/type`, 'to-string']),
    ).toMatch(/building = constructor: must be one of types\/buildings/);
    const proto = textOf(WIJK).replace('"types": {', '"types": { "__proto__": {"pv": {}},');
    expect(lines(problemsOf(proto))).toMatch(/Unrecognized key: "__proto__"/);
  });
});

describe('a file that is meant to do harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const withHead = (rows: string) =>
    `${textOf({ ...WIJK, connections: undefined }).replace(/\n}$/, '')},\n"connections": ${rows}}`;

  it('aliases that grow without end', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 0; i < 9; i++) {
      const [from, to] = ['abcdefghij'[i], 'abcdefghij'[i + 1]];
      bomb.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(',')}]`);
    }
    expect(lines(problemsOf(bomb.join('\n')))).toMatch(/alias/i);
  });

  it.each([
    ['lists', '['],
    ['tables', '{a: '],
    ['block lists', '- '],
  ])('%s within each other, thirty thousand deep', (_, opening) => {
    const found = problemsOf(`wijk: x\ntitle: ${opening === '- ' ? '\n' : ''}${opening.repeat(30_000)}`);
    expect(found.length).toBeGreaterThan(0);
    expect(lines(found)).not.toMatch(/ at .*\.js/);
  });

  it('thousands of rows that are all wrong: the first thousand problems, and how many there are more', () => {
    const found = problemsOf(withHead(`[${Array.from({ length: 4000 }, () => '{}').join(',')}]`));
    // A thousand of the schema and what more there are; likewise of the references.
    expect(found.length).toBeGreaterThan(1000);
    expect(found.length).toBeLessThan(2100);
    expect(lines(found)).toMatch(/w\.yaml: has \d{4,} problems more/);
  }, 60_000);

  it('more rows than any wijk has', () => {
    expect(lines(problemsOf(withHead(`[${Array.from({ length: 60_000 }, () => '{}').join(',')}]`)))).toBe(
      'w.yaml: connections has 60000 rows; a wijk has at most 50000',
    );
  }, 60_000);

  it('megabytes of YAML', () => {
    const found = lines(problemsOf(`title: ${'x'.repeat(5 * 1024 * 1024)}`));
    expect(found).toBe('w.yaml: a text above 4194304 bytes must have its rows as JSON, one per line');
  });

  it('nothing, spaces, another form, several documents, and no text at all', () => {
    expect(lines(problemsOf(''))).toBe('w.yaml: is empty');
    expect(lines(problemsOf('# only a comment\n'))).toBe('w.yaml: is empty');
    expect(lines(problemsOf('just a text'))).toMatch(/^w\.yaml:1: = just a text: must be a table of keys/);
    expect(lines(problemsOf('[]'))).toMatch(/must be a table of keys/);
    expect(lines(problemsOf('a: 1\n---\nb: 2\n'))).toMatch(/not valid YAML/);
    expect(problemsOf('\0\0\0\u0001').length).toBeGreaterThan(0);
    expect(lines(problemsOf(`\uFEFF${textOf(WIJK).replaceAll('\n', '\r\n')}`))).toBe('');
  });

  it('a device and a pipe that never end', () => {
    const pipe = join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    for (const file of ['/dev/zero', pipe]) {
      const loaded = loadWijk(file);
      expect(loaded.ok ? '' : lines(loaded.problems)).toBe(`${file}: this is no ordinary file`);
    }
    // Also as the grid that a wijk names.
    const wijk = join(folder, 'w.yaml');
    writeFileSync(wijk, textOf({ ...WIJK, grid: 'pipe.yaml' }));
    const loaded = loadWijk(wijk);
    expect(loaded.ok ? '' : lines(loaded.problems)).toContain('pipe.yaml: this is no ordinary file');
  });
});
