import { expect, test } from 'vitest';
import { getCurve } from '../../src-core/database/curves.ts';
import { closeDatabase, connectionOf } from '../../src-core/database/handle.ts';
import { quantise } from '../../src-core/database/int16-curve.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { databasePath, openLibrary } from './open-library.ts';

test('curves from before fades were listened for serve on, and are outdated', () => {
  const path = databasePath();
  const { db: old } = openDatabase(path, { migrations: readMigrations().slice(0, 7) });
  const { sqlite } = connectionOf(old);
  for (const [id, fadeOutSeconds] of [
    [1, null],
    [2, 0],
  ]) {
    sqlite
      .prepare(
        `INSERT INTO tracks (id, path, size_bytes, mtime_ms, fingerprint, title, added_at_ms, fade_in_seconds, fade_out_seconds)
         VALUES (@id, @id || '.mp3', 1, 1, @id, 'One', 1, @fade, @fade)`,
      )
      .run({ id, fade: fadeOutSeconds });
    sqlite
      .prepare(
        `INSERT INTO curves (track_id, fingerprint, model_version, arousal, valence, opening, closing, computed_at_ms)
         VALUES (@id, @id, 'model', @values, @values, x'', x'', 1)`,
      )
      .run({ id, values: quantise(Float32Array.of(0.5)) });
  }
  closeDatabase(old);

  const db = openLibrary(path);
  expect(getCurve(db, 1)).toMatchObject({ modelVersion: 'outdated' });
  expect(getCurve(db, 1)?.curve.arousal[0]).toBeCloseTo(0.5, 4);
  expect(getCurve(db, 2)).toMatchObject({ modelVersion: 'model' });
});
