import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrate, readMigrations, schemaVersion } from '../../../src-core/database/migrate.ts';
import { addMigrationFunctions } from '../../../src-core/database/migration-functions.ts';
import { connectionOf } from '../../../src-core/database/handle.ts';
import { milliseconds, startChild } from '../child.ts';
import { inspect } from '../library.ts';
import { expectEqual, type Fault, type Round } from '../round.ts';

const TRACKS = 8000;
/** How long bringing it up to date takes, from the start of the program; about, so that kills fall before, in and after. */
const SPAN_MS = 900;

/** Killed while the schema is brought up to date, a library is as before or as after each step, and gets there next time. */
export const killMigration: Fault = async (round) => {
  const dbPath = join(round.folder, 'library.db');
  copyFileSync(oldLibrary(round), dbPath);
  const before = madeIn(new Sqlite(dbPath));
  const child = startChild(round, 'migrate', [dbPath]);
  await child.printed('begins');
  await milliseconds(round.below(SPAN_MS));
  child.process.kill('SIGKILL');
  await child.ended;
  const { told, found } = await inspect(dbPath, 1, (db) => {
    expectEqual(schemaVersion(connectionOf(db).sqlite), readMigrations().length, 'version');
    return madeIn(connectionOf(db).sqlite);
  });
  if (told.length > 0) throw new Error(`set aside: ${told.join(' ')}`);
  expectEqual(found, before, 'what was made');
  return undefined;
};

function madeIn(sqlite: Sqlite.Database): unknown {
  const rows = (sql: string): unknown => sqlite.prepare(sql).raw().all();
  return [
    rows('SELECT * FROM playlists ORDER BY id'),
    rows('SELECT * FROM playlist_items ORDER BY playlist_id, position'),
    rows('SELECT id, track_id, started_at_ms FROM play_history ORDER BY id'),
    rows('SELECT * FROM settings'),
    rows('SELECT count(*), sum(length(arousal)) FROM curves'),
  ];
}

/** A library of the first version, made once for all rounds. */
function oldLibrary({ folder }: Round): string {
  const path = join(folder, '..', 'first-version.db');
  if (existsSync(path)) return path;
  const sqlite = new Sqlite(path);
  addMigrationFunctions(sqlite);
  migrate(sqlite, readMigrations().slice(0, 1));
  const values = Buffer.alloc(960, 7);
  sqlite.transaction(() => {
    const track = sqlite.prepare(
      `INSERT INTO tracks (id, path, size_bytes, mtime_ms, fingerprint, title, artist, album, added_at_ms)
       VALUES (?, ?, 1, 1, ?, ?, ?, ?, 1)`,
    );
    const curve = sqlite.prepare(
      `INSERT INTO curves VALUES (?, ?, 'model', ?, ?, zeroblob(40), zeroblob(40), 1)`,
    );
    for (let n = 1; n <= TRACKS; n++) {
      track.run(
        n,
        `/music/${n}.mp3`,
        `content ${n}`,
        `Título ${n}`,
        `The Artist ${n % 99}`,
        `Album ${n % 700}`,
      );
      curve.run(n, `content ${n}`, values, values);
    }
    for (let n = 1; n <= 30; n++) {
      sqlite.prepare('INSERT INTO playlists VALUES (?, ?, 1, 1)').run(n, `Playlist ${n}`);
      for (let i = 0; i < 50; i++) {
        sqlite.prepare('INSERT INTO playlist_items VALUES (?, ?, ?)').run(n, i, 1 + ((n * i) % TRACKS));
      }
    }
    const play = sqlite.prepare('INSERT INTO play_history (track_id, started_at_ms) VALUES (?, ?)');
    for (let n = 1; n <= 3000; n++) play.run(1 + (n % TRACKS), n);
    sqlite.prepare(`INSERT INTO settings VALUES ('player', '{"theme":"dark"}')`).run();
  })();
  sqlite.close();
  return path;
}
