-- Frozen once released: later changes go into a file of their own.
-- Times are milliseconds since 1970 and are handed in; a track's mtime keeps the file system's fraction.

PRAGMA application_id = 1399154549; -- 'Segu': tells our files from another program's

CREATE TABLE folders (
  id            INTEGER PRIMARY KEY,
  path          TEXT    NOT NULL UNIQUE,
  added_at_ms   INTEGER NOT NULL,
  scanned_at_ms INTEGER
) STRICT;

-- Content-addressed covers, shared by the tracks of an album. Large covers keep only their name here:
-- the bytes stay in the audio file.
CREATE TABLE art (
  id         INTEGER PRIMARY KEY,
  sha256     TEXT    NOT NULL UNIQUE,
  mime_type  TEXT    NOT NULL,
  size_bytes INTEGER NOT NULL,
  bytes      BLOB
) STRICT;

CREATE TABLE tracks (
  id                       INTEGER PRIMARY KEY,
  path                     TEXT    NOT NULL UNIQUE,
  size_bytes               INTEGER NOT NULL,
  mtime_ms                 REAL    NOT NULL,
  fingerprint              TEXT    NOT NULL,
  title                    TEXT    NOT NULL,
  artist                   TEXT,
  album                    TEXT,
  album_artist             TEXT,
  genre                    TEXT,
  track_no                 INTEGER,
  disc_no                  INTEGER,
  year                     INTEGER,
  art_id                   INTEGER REFERENCES art (id) ON DELETE SET NULL,
  duration_seconds         REAL, -- the header's word until the decoder has counted
  sample_rate_hz           INTEGER,
  channels                 INTEGER,
  loudness_lufs            REAL, -- null: not analysed, or silence
  sample_peak              REAL,
  leading_silence_seconds  REAL,
  trailing_silence_seconds REAL,
  added_at_ms              INTEGER NOT NULL,
  missing_since_ms         INTEGER
) STRICT;

CREATE INDEX tracks_by_fingerprint ON tracks (fingerprint);
CREATE INDEX tracks_missing ON tracks (id) WHERE missing_since_ms IS NOT NULL;
CREATE INDEX tracks_by_art ON tracks (art_id);

-- Curves are little-endian int16, 32767 = 1. `opening` and `closing` hold interleaved arousal/valence pairs.
-- `fingerprint` names the content the curve was computed from: where it differs from the track's, the curve is
-- the best there is until the new one arrives.
CREATE TABLE curves (
  track_id       INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
  fingerprint    TEXT    NOT NULL,
  model_version  TEXT    NOT NULL,
  arousal        BLOB    NOT NULL,
  valence        BLOB    NOT NULL,
  opening        BLOB    NOT NULL,
  closing        BLOB    NOT NULL,
  computed_at_ms INTEGER NOT NULL,
  CHECK (length(arousal) = length(valence) AND length(arousal) % 2 = 0),
  CHECK (length(opening) % 4 = 0 AND length(closing) % 4 = 0)
) STRICT;

CREATE INDEX curves_by_content ON curves (fingerprint, model_version);
-- Covers the read of all openings and closings, which then need not touch the pages of whole curves.
CREATE INDEX curves_seams ON curves (track_id, opening, closing);

-- What became of each path that a scan met: files, and folders that could not be read.
CREATE TABLE scan_outcomes (
  path       TEXT    NOT NULL PRIMARY KEY,
  track_id   INTEGER REFERENCES tracks (id) ON DELETE CASCADE,
  outcome    TEXT    NOT NULL CHECK (outcome IN ('ok', 'skipped', 'failed')),
  code       TEXT,
  message    TEXT,
  at_ms      INTEGER NOT NULL,
  CHECK ((outcome = 'ok') = (code IS NULL) AND (code IS NULL) = (message IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX scan_outcomes_by_track ON scan_outcomes (track_id);
CREATE INDEX scan_problems ON scan_outcomes (path) WHERE outcome <> 'ok';

CREATE TABLE playlists (
  id            INTEGER PRIMARY KEY,
  name          TEXT    NOT NULL,
  created_at_ms INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE playlist_items (
  playlist_id INTEGER NOT NULL REFERENCES playlists (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  track_id    INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
  PRIMARY KEY (playlist_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX playlist_items_by_track ON playlist_items (track_id);

CREATE TABLE play_history (
  id                 INTEGER PRIMARY KEY,
  track_id           INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
  started_at_ms      INTEGER NOT NULL,
  finished_at_ms     INTEGER,
  skipped_at_seconds REAL,    -- position in the track at which the listener moved on
  seam_distance      REAL     -- how well it carried on from the track before; null: nothing before it
) STRICT;

CREATE INDEX play_history_by_track ON play_history (track_id, started_at_ms);
CREATE INDEX play_history_by_time ON play_history (started_at_ms);

CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_state (
  id               INTEGER PRIMARY KEY CHECK (id = 1), -- there is one queue
  current_position INTEGER NOT NULL,
  elapsed_seconds  REAL    NOT NULL,
  seed             INTEGER NOT NULL,
  target_arousal   REAL,
  target_valence   REAL,
  saved_at_ms      INTEGER NOT NULL,
  CHECK ((target_arousal IS NULL) = (target_valence IS NULL))
) STRICT;

CREATE TABLE queue_items (
  position      INTEGER PRIMARY KEY,
  track_id      INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
  seam_distance REAL,
  reason        TEXT CHECK (json_valid(reason)) -- as the matcher gave it; null: put there by hand
) STRICT;

CREATE INDEX queue_items_by_track ON queue_items (track_id);

CREATE VIRTUAL TABLE tracks_fts USING fts5 (
  title, artist, album,
  content = 'tracks', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TRIGGER tracks_fts_insert AFTER INSERT ON tracks BEGIN
  INSERT INTO tracks_fts (rowid, title, artist, album) VALUES (new.id, new.title, new.artist, new.album);
END;

CREATE TRIGGER tracks_fts_delete AFTER DELETE ON tracks BEGIN
  INSERT INTO tracks_fts (tracks_fts, rowid, title, artist, album)
  VALUES ('delete', old.id, old.title, old.artist, old.album);
END;

CREATE TRIGGER tracks_fts_update AFTER UPDATE OF title, artist, album ON tracks BEGIN
  INSERT INTO tracks_fts (tracks_fts, rowid, title, artist, album)
  VALUES ('delete', old.id, old.title, old.artist, old.album);
  INSERT INTO tracks_fts (rowid, title, artist, album) VALUES (new.id, new.title, new.artist, new.album);
END;
