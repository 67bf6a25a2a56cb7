import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type UnitFile, unitFile } from '@app/territory';
import { parse } from 'csv-parse/sync';

const FOLDER = join(resolve(process.env.BENVE_SHARED_DIR ?? join(__dirname, '../../../../shared')), 'data/admin-units');

export type Row = Record<string, string>;

/** The official files beside the checkout, or undefined: then the tests that need them say so and pass. */
export function nationalFiles(): { folder: string; files: UnitFile[]; units: Row[]; succession: Row[]; formers: Row[] } | undefined {
  if (!existsSync(join(FOLDER, 'units.csv'))) {
    if (process.env.BENVE_REQUIRE_SHARED === '1') throw new Error('reference files of administrative units are missing');
    console.log('NOT RUN: national administrative units, the reference files are not there (BENVE_SHARED_DIR)');
    return undefined;
  }
  const read = (name: string) => readFileSync(join(FOLDER, name));
  const rows = (name: string) => parse(read(name), { columns: true }) as Row[];
  return {
    folder: FOLDER,
    files: ['units.csv', 'succession.csv', 'former_communes.csv'].map((name) => unitFile(name, read(name))),
    units: rows('units.csv'),
    succession: rows('succession.csv'),
    formers: rows('former_communes.csv'),
  };
}
