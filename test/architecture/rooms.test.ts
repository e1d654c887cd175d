/**
 * The house as it must stand: who may know whom, no cycles, and a core without clock, chance or I/O. Read from the
 * imports of the sources themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../paths.js';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const ROOMS = ['twin', 'bench', 'firmware-mocks', 'dashboards', 'test'];

function sources(folder: string): string[] {
  return readdirSync(join(PACKAGE_ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(PACKAGE_ROOT, join(entry.parentPath, entry.name)));
}

const rootFiles = readdirSync(PACKAGE_ROOT).filter((name) => name.endsWith('.ts'));
const files = [...ROOMS.flatMap(sources), ...rootFiles];
const known = new Set(files);

/** Imports of a file: project files as paths from the root, packages as their names. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(PACKAGE_ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = (match[1] ?? match[2] ?? match[3])!;
    if (!target.startsWith('.')) return target;
    const path = relative(PACKAGE_ROOT, resolve(PACKAGE_ROOT, dirname(file), target));
    for (const candidate of [
      path.replace(/\.js$/, '.ts'),
      path.replace(/\.js$/, '.tsx'),
      path.replace(/\.jsx$/, '.tsx'),
    ]) {
      if (known.has(candidate)) return candidate;
    }
    return path;
  });
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const within = (file: string, room: string): boolean => file.startsWith(`${room}/`);

/** Every import from a file in `from` to a file in `to`, as readable lines. */
function arrows(from: (file: string) => boolean, to: (target: string) => boolean): string[] {
  return files.filter(from).flatMap((file) =>
    imports
      .get(file)!
      .filter(to)
      .map((target) => `${file} imports ${target}`),
  );
}

describe('who may know whom', () => {
  it('core imports nothing from outside core, not even a package', () => {
    expect(
      arrows(
        (f) => within(f, 'twin/core'),
        (t) => !within(t, 'twin/core'),
      ),
    ).toEqual([]);
  });

  it('inside core the middle rooms know base and not each other; only the engine knows them all', () => {
    const middle = ['grid', 'weather', 'assets', 'contracts', 'strategies'];
    for (const room of middle) {
      const others = middle.filter((other) => other !== room && !(room === 'assets' && other === 'weather'));
      const wrong = arrows(
        (f) => within(f, `twin/core/${room}`),
        (t) => others.some((other) => within(t, `twin/core/${other}`)) || within(t, 'twin/core/engine'),
      );
      expect(wrong).toEqual([]);
    }
    expect(
      arrows(
        (f) => within(f, 'twin/core/base'),
        (t) => !within(t, 'twin/core/base'),
      ),
    ).toEqual([]);
  });

  it('bench never imports twin, mocks or dashboards', () => {
    const other = (t: string): boolean => within(t, 'twin') || within(t, 'firmware-mocks') || within(t, 'dashboards');
    expect(arrows((f) => within(f, 'bench'), other)).toEqual([]);
  });

  it("a mock shares the bench's codecs and nothing else: its own registers, its own physics", () => {
    const shared = ['bench/transport', 'bench/modbus', 'bench/p1'];
    const wrong = (t: string): boolean =>
      within(t, 'twin') || within(t, 'dashboards') || (within(t, 'bench') && !shared.some((room) => within(t, room)));
    expect(arrows((f) => within(f, 'firmware-mocks'), wrong)).toEqual([]);
  });

  it('dashboards meet twin and bench only through proto', () => {
    const other = (t: string): boolean => within(t, 'twin') || within(t, 'bench') || within(t, 'firmware-mocks');
    expect(arrows((f) => within(f, 'dashboards'), other)).toEqual([]);
  });

  it('twin never imports bench, mocks or dashboards', () => {
    const other = (t: string): boolean => within(t, 'bench') || within(t, 'firmware-mocks') || within(t, 'dashboards');
    expect(arrows((f) => within(f, 'twin'), other)).toEqual([]);
  });

  it('nothing but tests knows the tests', () => {
    expect(
      arrows(
        // The configuration of vitest is theirs.
        (f) => !within(f, 'test') && f !== 'vitest.config.ts',
        (t) => within(t, 'test'),
      ),
    ).toEqual([]);
  });

  it('the order inside twin holds: wijk before runtime, runtime before server and records', () => {
    const later: Record<string, string[]> = {
      'twin/wijk': ['twin/runtime', 'twin/server', 'twin/records'],
      'twin/runtime': ['twin/server'],
    };
    for (const [room, rooms] of Object.entries(later)) {
      expect(
        arrows(
          (f) => within(f, room),
          (t) => rooms.some((r) => within(t, r)),
        ),
      ).toEqual([]);
    }
  });
});

describe('the shape of the code', () => {
  it('has no import cycles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of imports.get(file) ?? []) if (known.has(target)) visit(target, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('core uses no clock, no chance and nothing asynchronous', () => {
    const banned =
      /\bDate\b|Math\.random|\bsetTimeout\b|\bsetInterval\b|\bprocess\.|\basync\b|\bawait\b|\bPromise\b|performance\./;
    const wrong = files
      .filter((file) => within(file, 'twin/core'))
      .flatMap((file) =>
        readFileSync(join(PACKAGE_ROOT, file), 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
          .split('\n')
          .map((line, k) => ({ line: line.replace(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''"), k }))
          .filter(({ line }) => banned.test(line))
          .map(({ line, k }) => `${file}:${k + 1}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it('reads sources at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(
      arrows(
        (f) => within(f, 'twin/core/engine'),
        (t) => within(t, 'twin/core/base'),
      ).length,
    ).toBeGreaterThan(5);
  });
});
