import type Sqlite from 'better-sqlite3';
import { albumFolder } from './albums.ts';
import { dequantise } from './int16-curve.ts';
import { sortKey } from './sort-key.ts';

/** Lets migrations fill new columns with what is computed from old ones. As frozen as the migrations that call them. */
export function addMigrationFunctions(sqlite: Sqlite.Database): void {
  const options = { deterministic: true };
  sqlite.function('segue_sort_key', options, (text) => sortKey(String(text)));
  sqlite.function('segue_mean', options, (bytes) => meanOf(dequantise(bytes as Uint8Array)));
  sqlite.function('segue_album_folder', options, (path, artist) =>
    albumFolder(String(path), artist as string | null),
  );
}

/** Null for a curve without values. */
export function meanOf(values: Float32Array): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
