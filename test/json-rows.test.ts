/** Rows of JSON in YAML: whatever the fast way reads, the ordinary way reads the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readWithJsonRows } from '../json-rows.js';
import { WIJK_EXAMPLES } from '../paths.js';
import { parseYaml } from '../problems.js';
import { GENERATORS } from '../twin/wijk/generator/examples.js';
import fc from './support/property.js';

/** As JSON writes it: there is no -0 in it. */
const value = fc
  .jsonValue({ maxDepth: 3 })
  .map((v): unknown => JSON.parse(JSON.stringify(v)))
  .filter((v) => !JSON.stringify(v).includes('__proto__'));
const row = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), value, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});

describe('rows of JSON in YAML', () => {
  it('are read as YAML reads them, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), row, (rows, table) => {
        const text = `# a file
name: some # with a comment
rows:
${rows.map((one) => `  - ${JSON.stringify(one)}`).join('\n')}
table: {
  ${JSON.stringify(table).slice(1, -1)}
  }
after: [1, 2]
`;
        const quick = readWithJsonRows(text);
        expect(quick).toEqual({ name: 'some', rows, table, after: [1, 2] });
        expect(quick).toEqual(parse(text));
      }),
    );
  });

  it.each(['straat-24', 'ijsselstein-560'])('%s is the same both ways', (name) => {
    const { text } = GENERATORS[name]!().find((file) => file.name.endsWith('.yaml'))!;
    const quick = readWithJsonRows(text);
    expect(quick).toBeDefined();
    expect(quick).toEqual(parse(text));
  });

  it('are found in a file that a person wrote, as far as they are JSON', () => {
    const text = readFileSync(join(WIJK_EXAMPLES, 'merwede-blok', 'merwede-blok.wijk.yaml'), 'utf8');
    expect(readWithJsonRows(text)).toEqual(parse(text));
  });

  it.each([
    ['a text of several lines holds what looks like rows', 'note: "one\nrows:\n  - {\\"a\\": 1}\nend"\n'],
    ['a key stands twice in a row', 'rows:\n  - {"a": 1, "a": 2}\n'],
    ['a block stands twice', 'rows:\n  - {"a": 1}\nrows:\n  - {"a": 2}\n'],
    ['rows go on in another form', 'rows:\n  - {"a": 1}\n  - b\n'],
    ['a row goes on in the next line', 'rows:\n  - {"a":\n    1}\n'],
    ['two values stand in a row', 'rows:\n  - {"a": 1}, {"b": 2}\n'],
    ['rows are not JSON', 'rows:\n  - {a: 1}\n'],
    ['the rest is no table', '- 1\nrows:\n  - {"a": 1}\n'],
  ])('are left to YAML if %s', (_what, text) => {
    expect(readWithJsonRows(text)).toBeUndefined();
  });

  it('give their problems with the line, and a key that stands twice is one', () => {
    const schema = z.strictObject({ rows: z.array(z.strictObject({ a: z.number() })) });
    const problems = (text: string) => {
      const read = parseYaml(text, 'file.yaml', schema);
      return read.ok ? [] : read.problems;
    };
    expect(problems('rows:\n  - {"a": 1}\n  - {"a": "x"}\n')).toMatchObject([
      { path: 'rows/1/a', line: 3, value: 'x' },
    ]);
    expect(problems('rows:\n  - {"a": 1}\n  - {"a": 1, "a": 2}\n')).toMatchObject([{ line: 3 }]);
  });
});
