import { describe, expect, it } from 'vitest';
import { ARRAY_COLUMNS, SCALAR_COLUMNS } from '../../dashboards/server/messages.js';
import { COLUMNS } from '../../twin/core/base/columns.js';

describe("the cockpit's columns", () => {
  it('are columns of the engine, of the index space that the page takes them for', () => {
    for (const name of SCALAR_COLUMNS) expect(COLUMNS[name].space, name).toBe('wijk');
    for (const name of ARRAY_COLUMNS) expect(COLUMNS[name].space, name).not.toBe('wijk');
  });
});
