import { describe, expect, it } from 'vitest';
import { describeWijk, descriptionLines } from '../../../twin/wijk/describe.js';
import { svgDrawing } from '../../../twin/wijk/drawing-svg.js';
import { textDrawing } from '../../../twin/wijk/drawing-text.js';
import { type LoadedWijk, loadWijk } from '../../../twin/wijk/load.js';
import type { MvString } from '../../../twin/wijk/stations.js';

function loaded(name: string): LoadedWijk {
  const wijk = loadWijk(name);
  if (!wijk.ok) throw new Error(JSON.stringify(wijk.problems));
  return wijk.value;
}

describe('the description of merwede-blok', () => {
  const of = loaded('merwede-blok');
  const d = describeWijk(of);

  it('counts what stands in its file', () => {
    const assets = of.wijk.connections.flatMap((connection) => connection.assets);
    const { figures } = d;
    expect(figures.homes.appartement?.count).toBe(120);
    expect(figures.pv.roofs).toBe(assets.filter(({ kind }) => kind === 'pv').length);
    const peakKw = assets.reduce((sum, asset) => sum + (asset.kind === 'pv' ? asset.peakKw : 0), 0);
    expect(figures.pv.peakKw).toBeCloseTo(peakKw, 9);
    expect(figures.grid.transformers).toEqual([{ kva: 630, count: 1 }]);
    expect(figures.grid.homesPerTransformer).toEqual({ least: 120, mean: 120, most: 120 });
    const lengthM = Object.values(of.wijk.lineLengthsM).reduce((sum, metres) => sum + metres, 0);
    expect(figures.grid.lvCableKm).toBeCloseTo(lengthM / 1000, 9);
    expect(figures.grid.linesWithoutLength).toBe(0);
    expect(figures.limitKwPerHome).toBeCloseTo(of.wijk.group.limitKw / 120, 9);
  });

  it('knows how long the buffer carries: 80 m³ between 60 and 40 °C at 1.163 kWh/(m³·K)', () => {
    const { homes } = of.wijk.types.heatPlants.aquathermal!;
    expect(d.figures.heat.bufferKwh).toBeCloseTo(80 * 1.163 * 20, 6);
    const perHomeKw = (homes.lossWPerK * (homes.roomC + 10) - homes.gainsW) / 1000 + homes.hotWaterKwhPerDay / 24;
    expect(d.figures.heat.demandAtMinus10Kw).toBeCloseTo(120 * perHomeKw + 0.25 * 1.5 * (60 + 40 - 2 * 10), 6);
    expect(d.figures.heat.bufferHours).toBeCloseTo(d.figures.heat.bufferKwh / d.figures.heat.demandAtMinus10Kw, 9);
  });

  it('names a source for every type, and has one string of one transformer', () => {
    expect(d.sources.every(({ source }) => source.length > 3)).toBe(true);
    expect(d.sources.map(({ type }) => type)).toContain('heatPlants/aquathermal');
    expect(d.strings).toHaveLength(1);
    expect(d.strings[0]).toMatchObject({ ring: false, openBefore: -1 });
    expect(descriptionLines(d).join('\n')).toContain('120 homes per transformer');
  });
});

describe('the drawings of a wijk', () => {
  it('has every connection once, and an open point per ring', () => {
    const of = loaded('ijsselstein-560');
    const svg = svgDrawing(of, 'phase');
    for (const { id } of of.wijk.connections) expect(svg.split(`>${id} (`)).toHaveLength(2);
    const open = svg.split('<title>normally open</title>').length - 1;
    // One more stands in the legend.
    expect(open).toBe(describeWijk(of).strings.length + 1);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svgDrawing(of, 'phase')).toBe(svg);
    expect(svgDrawing(of, 'load')).not.toBe(svg);
  });

  it('says in text what hangs where', () => {
    const station = (name: string, homes: number): MvString['stations'][number] => ({
      name,
      transformer: 1,
      ratedVA: 400_000,
      feeders: [
        { name: `${name} F1`, fuseA: 250, connections: Array.from({ length: homes }, (_, i) => i), lengthM: 210 },
        { name: `${name} school`, fuseA: 80, connections: [99], lengthM: 40 },
      ],
    });
    const lines = textDrawing([{ stations: [station('T1', 3), station('T2', 2)], ring: true, openBefore: 1 }]);
    expect(lines).toEqual([
      '',
      'ring 1: source ─ T1 ─╳─ T2 ─ source',
      '  T1 400 kVA',
      '   ├ F1         ███ 3, 210 m, 250 A',
      '   └ school',
      '  T2 400 kVA',
      '   ├ F1         ██ 2, 210 m, 250 A',
      '   └ school',
      '  █ a connection',
    ]);
  });
});
