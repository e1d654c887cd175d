/**
 * A wijk as a person writes it, with what the generator never makes: storage and a business at medium voltage, a customer on
 * the busbar of a transformer, fuses in amperes of another voltage.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { PACKAGE_ROOT } from '../../../paths.js';
import { prepareSession } from '../../../twin/runtime/prepare.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { describeWijk } from '../../../twin/wijk/describe.js';
import { svgDrawing } from '../../../twin/wijk/drawing-svg.js';
import { textDrawing } from '../../../twin/wijk/drawing-text.js';
import { loadWijk } from '../../../twin/wijk/load.js';
import type { RunParameters } from '../../../twin/wijk/run.js';

const RUN: RunParameters = {
  ...{ startUs: Date.UTC(2012, 1, 3, 16) * 1000, tickS: 60, durationS: 3600, seed: 1, groupLimitW: 0 },
  ...{ strategy: { name: 'passive', options: {} }, weather: {} },
};

const folder = mkdtempSync(join(tmpdir(), 'wijktwin-hand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const node = (id: number, kv: number) => ({ id, u_rated: kv * 1000 });
const line = (id: number, from: number, to: number) => ({
  ...{ id, from_node: from, to_node: to, from_status: 1, to_status: 1, r1: 0.05, x1: 0.03, c1: 1e-7, tan1: 0 },
  ...{ r0: 0.15, x0: 0.09, c0: 1e-7, tan0: 0, i_n: 300 },
});
const load = (id: number, at: number) => ({
  ...{ id, node: at, status: 1, type: 0, p_specified: [0, 0, 0], q_specified: [0, 0, 0] },
});
const GRID = {
  version: '1.0',
  type: 'input',
  is_batch: false,
  attributes: {},
  data: {
    node: [node(1, 10), node(2, 10), node(3, 0.4), node(4, 0.4)],
    line: [line(10, 1, 2), line(11, 3, 4)],
    transformer: [
      {
        ...{ id: 20, from_node: 2, to_node: 3, from_status: 1, to_status: 1, u1: 10_000, u2: 400, sn: 630_000 },
        ...{ uk: 0.04, pk: 5200, i0: 0.003, p0: 745, winding_from: 2, winding_to: 1, clock: 5 },
        ...{ tap_side: 0, tap_pos: 3, tap_min: 1, tap_max: 5, tap_nom: 3, tap_size: 250 },
      },
    ],
    source: [{ id: 30, node: 1, status: 1, u_ref: 1, sk: 2e8, rx_ratio: 0.3, z01_ratio: 1 }],
    asym_load: [load(40, 2), load(41, 1), load(42, 3), load(43, 4)],
  },
};

const file = (storageFuseA: number): string => {
  writeFileSync(join(folder, 'hand.grid.json'), JSON.stringify(GRID));
  const path = join(folder, 'hand.wijk.yaml');
  writeFileSync(
    path,
    `
wijk: hand
title: A wijk with storage of its own
grid: hand.grid.json
location: { latitudeDeg: 52.1, longitudeDeg: 5.18 }
weather: { stressWeek: feb-2012 }
group: { limitKw: 300, source: written for this test }
feeders: [{ name: T9 F1, line: 11 }]
types:
  batteries:
    wijk: { capacityKwh: 2000, chargeKw: 1000, dischargeKw: 1000, chargeEfficiencyRatio: 0.95, dischargeEfficiencyRatio: 0.95,
      standbyW: 500, rampKwPerS: 100, minimumRatio: 0.05, maximumRatio: 0.95, initialRatio: 0.5, source: invented }
  businesses:
    works: { closedRatio: 0.2, week: [{ from: "07:00", until: "18:00" }, null, null, null, null, null, null],
      rampMinutes: 30, noiseRatio: 0.1, powerFactor: 0.95, source: invented }
connections:
  - { id: wijkbatterij, ean: "871600000000000017", load: 40, use: storage, phases: abc, fuseA: ${storageFuseA},
      assets: [{ kind: battery, type: wijk }] }
  - { id: fabriek, ean: "871600000000000024", load: 41, use: works, phases: abc, fuseA: 50, inGroup: false,
      assets: [{ kind: business, type: works, annualKwh: 900000 }] }
  - { id: pomp, ean: "871600000000000031", load: 42, use: works, phases: abc, fuseA: 63,
      assets: [{ kind: business, type: works, annualKwh: 9000 }] }
  - { id: winkel, ean: "871600000000000048", load: 43, use: works, phases: abc, fuseA: 63,
      assets: [{ kind: business, type: works, annualKwh: 9000 }] }
`,
  );
  return path;
};

function loaded(storageFuseA: number) {
  const wijk = loadWijk(file(storageFuseA));
  if (!wijk.ok) throw new Error(wijk.problems.map(formatProblem).join('\n'));
  return wijk.value;
}

describe('a wijk with connections at medium voltage', () => {
  it('holds an asset against what its fuse carries at the voltage of its own node', () => {
    expect(loaded(63).warnings.map(formatProblem)).toEqual([]);
    expect(loaded(50).warnings.map(formatProblem)).toEqual([
      expect.stringMatching(
        /connections\/0\/assets\/0 = 1000\.0 kW: is more than the fuse of 50 A carries on abc: 866\.0 kW/,
      ),
    ]);
  });

  it('bounds a business there by its fuse at medium voltage too', () => {
    const built = buildModel(loaded(63), RUN);
    if (!built.ok) throw new Error(built.problems.map(formatProblem).join('\n'));
    const { id, powerMaxW } = built.value.model.slots;
    const ratedW = Object.fromEntries(id.map((name, i) => [name, Math.round(powerMaxW[i]!)]));
    expect(ratedW).toEqual({
      'wijkbatterij/battery': 1_000_000,
      'fabriek/business': Math.round(Math.sqrt(3) * 10_000 * 50),
      'pomp/business': 3 * 230 * 63,
      'winkel/business': 3 * 230 * 63,
    });
  });

  it('judges the voltages of low voltage only, or a customer at 10 kV would be the highest of all', () => {
    const prepared = prepareSession({
      ...{ actor: 'test', wijk: file(63), speed: 0, recordDirectory: '', labels: {} },
      run: RUN,
    });
    if (!prepared.ok) throw new Error(prepared.problems.map(formatProblem).join('\n'));
    const { plan } = prepared.value;
    expect(plan.connectionNodes.map((node) => plan.nodeIds[node])).toEqual([3, 4]);
  });

  it('gives every transformer room for its name, and storage a colour of its own', () => {
    const svg = svgDrawing(loaded(63), 'phase');
    // At medium voltage nothing hangs on a transformer: the legend alone has the colour.
    expect(svg).toMatch(/fill="#c98a00"><title>storage/);
    const [, width] = /<svg [^>]*width="([\d.]+)"/.exec(svg)!;
    const [, last] = /<text x="([\d.]+)" [^>]*>normally open</.exec(svg)!;
    expect(Number(width)).toBeGreaterThan(Number(last) + 5.6 * 'normally open'.length);
    const two = loadWijk(join(PACKAGE_ROOT, 'test', 'twin', 'wijk', 'extremes', 'extremes.wijk.yaml'));
    if (!two.ok) throw new Error(two.problems.map(formatProblem).join('\n'));
    const labels = [...svgDrawing(two.value, 'phase').matchAll(/<text x="([\d.]+)" y="[\d.]+">(transformer[^<]*)</g)];
    expect(labels.map(([, , text]) => text)).toEqual(['transformer 200 630', 'transformer 201 630']);
    const [first, second] = labels.map(([, x]) => Number(x));
    expect(second! - first!).toBeGreaterThan(5.6 * 'transformer 200 630'.length);
  });

  it('draws a customer on the busbar as one', () => {
    const { strings } = describeWijk(loaded(63));
    expect(textDrawing(strings).filter((row) => /^ +(T9|└|├)/.test(row))).toEqual(['  T9 630 kVA', '   └ busbar, F1']);
  });
});
