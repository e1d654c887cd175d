/** The record's tables as Parquet files, one per table, compressed with zstd. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WijkError } from '../../errors.js';
import { Database, RECORD_FILE } from './database.js';
import { TABLE_NAMES } from './tables.js';

/** Writes every table into a folder, which is made if needed; returns the files. */
export async function exportTables(database: Database, directory: string): Promise<string[]> {
  if (directory === '') throw new WijkError('BAD_INPUT', 'name a folder for the Parquet files');
  const folder = resolve(directory);
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const table of TABLE_NAMES) {
    const file = join(folder, `${table}.parquet`);
    await database.run(`COPY ${table} TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    files.push(file);
  }
  return files;
}

/** The same for the record of a finished run, which no twin need serve. */
export async function exportRecord(runDirectory: string, directory: string): Promise<string[]> {
  const database = await Database.open(join(runDirectory, RECORD_FILE));
  try {
    return await exportTables(database, directory);
  } finally {
    database.close();
  }
}
