/** The record's DuckDB file (or memory): tables, appenders, and the one connection that reads. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import { WijkError } from '../../errors.js';
import { COLUMN_NAMES, COLUMNS } from '../core/base/columns.js';
import { TABLE_NAMES, TABLES, type TableName } from './tables.js';

export const RECORD_FILE = 'record.duckdb';

/** A value of a row: a bigint for BIGINT columns; NaN and null become NULL. */
export type Cell = number | bigint | string | boolean | null;

const DOUBLES = LIST(DOUBLE);

/** Types of the columns in tables with lists, by their names in `TABLES`. */
const TYPES: Readonly<Record<string, DuckDBType>> = {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  VARCHAR,
  'DOUBLE[]': DOUBLES,
};
/** One thread and a bounded memory: the record must not take the loop's core. */
const SETTINGS = { threads: '1', memory_limit: '1GB' };

export class Database {
  #instance: DuckDBInstance;
  #connection: DuckDBConnection;
  readonly #appenders = new Map<TableName, DuckDBAppender>();

  /** Creates a new record; `file` empty: in memory. */
  static async create(file: string): Promise<Database> {
    if (file !== '') {
      mkdirSync(dirname(file), { recursive: true });
      if (existsSync(file)) throw new WijkError('BAD_INPUT', `${file}: there is a record already; name another folder`);
    }
    const instance = await DuckDBInstance.create(file === '' ? ':memory:' : file, SETTINGS);
    const connection = await instance.connect();
    const database = new Database(file, instance, connection);
    for (const name of TABLE_NAMES) {
      await connection.run(`CREATE TABLE ${name} (${TABLES[name]})`);
      database.#appenders.set(name, await connection.createAppender(name));
    }
    for (const name of COLUMN_NAMES) {
      const { unit, sign, space, meaning } = COLUMNS[name];
      database.append('columns', [name, unit, sign, space, meaning]);
    }
    return database;
  }

  /** Opens a finished record for questions only; other programs may do the same at the same time. */
  static async open(file: string): Promise<Database> {
    if (!existsSync(file)) throw new WijkError('NOT_FOUND', `${file}: there is no such record`);
    const instance = await DuckDBInstance.create(file, { ...SETTINGS, access_mode: 'READ_ONLY' });
    return new Database(file, instance, await instance.connect());
  }

  private constructor(
    readonly file: string,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
  ) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Adds a row; the cells in the order of the table's columns. Readers see it after `flush`. */
  append(table: TableName, cells: readonly Cell[]): void {
    this.#append(table, cells);
  }

  #append(table: TableName, cells: readonly (Cell | Float64Array)[]): void {
    const appender = this.#appenders.get(table)!;
    for (const cell of cells) {
      if (typeof cell === 'number') {
        if (Number.isNaN(cell)) appender.appendNull();
        else appender.appendDouble(cell);
      } else if (typeof cell === 'bigint') appender.appendBigInt(cell);
      else if (typeof cell === 'string') appender.appendVarchar(cell);
      else if (typeof cell === 'boolean') appender.appendBoolean(cell);
      else if (cell !== null) appender.appendList(listValue([...cell]), DOUBLES);
      else appender.appendNull();
    }
    appender.endRow();
  }

  /**
   * The same for a table with DOUBLE[] columns, whose cells are arrays; in them NaN stays NaN. The appender makes an object of
   * every number of a list, which takes milliseconds for a wijk; a chunk of one row takes over its memory. A chunk costs a
   * quarter of a millisecond, which empty lists do not need.
   */
  appendWithLists(table: TableName, cells: readonly (Cell | Float64Array)[]): void {
    if (cells.every((cell) => !(cell instanceof Float64Array) || cell.length === 0)) {
      this.#append(table, cells);
      return;
    }
    const types = TABLES[table].split(', ').map((column) => TYPES[column.slice(column.indexOf(' ') + 1)]!);
    const chunk = DuckDBDataChunk.create(types, 1);
    cells.forEach((cell, c) => {
      const vector = chunk.getColumnVector(c);
      const missing = typeof cell === 'number' && Number.isNaN(cell);
      vector.setItem(0, cell instanceof Float64Array ? listValue([...cell]) : missing ? null : cell);
      vector.flush();
    });
    this.#appenders.get(table)!.appendDataChunk(chunk);
  }

  flush(): void {
    for (const appender of this.#appenders.values()) appender.flushSync();
  }

  /** All rows of a query as objects; BIGINT columns must be cast to DOUBLE in the query. */
  async rows(sql: string, values: Record<string, DuckDBValue> = {}): Promise<Record<string, unknown>[]> {
    return (await this.#connection.runAndReadAll(sql, values)).getRowObjectsJS();
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** Ends writing: everything is on disk afterwards, and the file is open for reading only. */
  async seal(): Promise<void> {
    for (const appender of this.#appenders.values()) appender.closeSync();
    this.#appenders.clear();
    if (this.file === '') return;
    await this.#connection.run('CHECKPOINT');
    this.close();
    this.#instance = await DuckDBInstance.create(this.file, { ...SETTINGS, access_mode: 'READ_ONLY' });
    this.#connection = await this.#instance.connect();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
