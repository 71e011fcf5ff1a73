-- What the listener wants of the queue, and thinks of tracks.

ALTER TABLE tracks ADD COLUMN loved_at_ms INTEGER;
-- Never to be played unless put there by hand.
ALTER TABLE tracks ADD COLUMN never_at_ms INTEGER;
CREATE INDEX tracks_loved ON tracks (loved_at_ms) WHERE loved_at_ms IS NOT NULL;
CREATE INDEX tracks_never ON tracks (never_at_ms) WHERE never_at_ms IS NOT NULL;

-- The track that was heard before, which tells where the music stood; null: none, or not known.
ALTER TABLE play_history ADD COLUMN after_track_id INTEGER REFERENCES tracks (id) ON DELETE SET NULL;
-- 1: skipped so early that it counts against the track, and not forgiven.
ALTER TABLE play_history ADD COLUMN held_against INTEGER NOT NULL DEFAULT 0;
CREATE INDEX play_history_by_track_before ON play_history (after_track_id);
CREATE INDEX play_history_held_against ON play_history (track_id, started_at_ms) WHERE held_against = 1;

-- A target was all that could be wished for.
CREATE TABLE steered_queue_state (
  id               INTEGER PRIMARY KEY CHECK (id = 1), -- there is one queue
  context          TEXT    NOT NULL CHECK (json_valid(context)),  -- what is played from, and how far
  rejected         TEXT    NOT NULL CHECK (json_valid(rejected)), -- tracks not to be picked meanwhile
  mode             TEXT    NOT NULL,
  repeat           TEXT    NOT NULL,
  steering         TEXT    NOT NULL CHECK (json_valid(steering)), -- the course, how far it has come, and the rules
  seed             INTEGER NOT NULL,
  next_entry_id    INTEGER NOT NULL,
  play_id          INTEGER, -- of the current entry, in play_history
  position_seconds REAL    NOT NULL,
  saved_at_ms      INTEGER NOT NULL
) STRICT;

INSERT INTO steered_queue_state
SELECT id, context, rejected, mode, repeat,
  CASE WHEN target_arousal IS NULL THEN '{}' ELSE json_object('course', json_object(
    'kind', 'target', 'pull', 0.4, 'point', json_object('arousal', target_arousal, 'valence', target_valence))) END,
  seed, next_entry_id, play_id, position_seconds, saved_at_ms
FROM queue_state;

DROP TABLE queue_state;
ALTER TABLE steered_queue_state RENAME TO queue_state;
