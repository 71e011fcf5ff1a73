-- What the player needs beyond the index: albums, orders that lists are shown in, where a track lies on the mood plane,
-- and a queue with a past. The functions segue_* are the migrating program's own.

-- Tracks of one album share its title and album artist; where no album artist is named, the folder tells two albums
-- of the same name apart.
CREATE TABLE albums (
  id         INTEGER PRIMARY KEY,
  title      TEXT NOT NULL,
  artist     TEXT,          -- null: its tracks tell
  title_key  TEXT NOT NULL,
  artist_key TEXT NOT NULL, -- '' where artist is null
  folder     TEXT NOT NULL  -- '' where artist is not null
) STRICT;

CREATE UNIQUE INDEX albums_by_identity ON albums (title_key, artist_key, folder);
CREATE INDEX albums_by_artist ON albums (artist_key, title_key);

-- Keys sort as a person would: case, accents and a leading "The" do not count.
ALTER TABLE tracks ADD COLUMN album_id INTEGER REFERENCES albums (id) ON DELETE SET NULL;
ALTER TABLE tracks ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE tracks ADD COLUMN artist_key TEXT NOT NULL DEFAULT '';
ALTER TABLE tracks ADD COLUMN album_key TEXT NOT NULL DEFAULT '';
ALTER TABLE tracks ADD COLUMN genre_key TEXT NOT NULL DEFAULT '';
-- Mean of the curve; null: no curve. Kept here, since lists would otherwise have to read every curve.
ALTER TABLE tracks ADD COLUMN mean_arousal REAL;
ALTER TABLE tracks ADD COLUMN mean_valence REAL;

UPDATE tracks SET
  title_key = segue_sort_key(title),
  artist_key = segue_sort_key(coalesce(artist, '')),
  album_key = segue_sort_key(coalesce(album, '')),
  genre_key = segue_sort_key(coalesce(genre, '')),
  (mean_arousal, mean_valence) =
    (SELECT segue_mean(arousal), segue_mean(valence) FROM curves WHERE track_id = tracks.id);

INSERT INTO albums (title, artist, title_key, artist_key, folder)
  SELECT min(album), min(album_artist), album_key, segue_sort_key(coalesce(album_artist, '')),
    segue_album_folder(path, album_artist)
  FROM tracks WHERE album IS NOT NULL GROUP BY 3, 4, 5;

UPDATE tracks SET album_id = (
  SELECT a.id FROM albums a
  WHERE a.title_key = album_key AND a.artist_key = segue_sort_key(coalesce(album_artist, ''))
    AND a.folder = segue_album_folder(path, album_artist))
  WHERE album IS NOT NULL;

-- One for each order in which a list of tracks is shown; what is missing is not shown.
CREATE INDEX tracks_in_album ON tracks (album_id, disc_no, track_no, title_key);
CREATE INDEX tracks_by_title ON tracks (title_key, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_artist ON tracks (artist_key, album_key, disc_no, track_no, title_key, id)
  WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_album ON tracks (album_key, album_id, disc_no, track_no, title_key, id)
  WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_genre ON tracks (genre_key, genre, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_of_artists ON tracks (artist_key, artist, album_id, art_id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_year ON tracks (year, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_duration ON tracks (duration_seconds, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_added ON tracks (added_at_ms, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_arousal ON tracks (mean_arousal, id) WHERE missing_since_ms IS NULL;
CREATE INDEX tracks_by_valence ON tracks (mean_valence, id) WHERE missing_since_ms IS NULL;

-- Nothing has kept a queue in the earlier tables, which had no room for what was played.
DROP TABLE queue_items;
DROP TABLE queue_state;

CREATE TABLE queue_state (
  id               INTEGER PRIMARY KEY CHECK (id = 1), -- there is one queue
  context          TEXT    NOT NULL CHECK (json_valid(context)),  -- what is played from, and how far
  rejected         TEXT    NOT NULL CHECK (json_valid(rejected)), -- tracks not to be picked meanwhile
  mode             TEXT    NOT NULL,
  repeat           TEXT    NOT NULL,
  seed             INTEGER NOT NULL,
  target_arousal   REAL,
  target_valence   REAL,
  next_entry_id    INTEGER NOT NULL,
  play_id          INTEGER, -- of the current entry, in play_history
  position_seconds REAL    NOT NULL,
  saved_at_ms      INTEGER NOT NULL,
  CHECK ((target_arousal IS NULL) = (target_valence IS NULL))
) STRICT;

CREATE TABLE queue_entries (
  entry_id      INTEGER PRIMARY KEY,
  place         TEXT    NOT NULL CHECK (place IN ('history', 'current', 'upcoming')),
  position      INTEGER NOT NULL,
  track_id      INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
  origin        TEXT    NOT NULL CHECK (origin IN ('flow', 'shuffle', 'order', 'hand')),
  pinned        INTEGER NOT NULL,
  seam_distance REAL,
  reason        TEXT CHECK (json_valid(reason)) -- as the matcher gave it; null: no curves were compared
) STRICT;

CREATE INDEX queue_entries_by_track ON queue_entries (track_id);
