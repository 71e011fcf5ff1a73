-- How each track sounds on the whole besides its mood: its beat, its key, its colour. No row: analysed before this was listened for, or
-- not at all.
CREATE TABLE sounds (
  track_id             INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
  tempo_bpm            REAL,    -- null: none is felt
  tempo_confidence     REAL,    -- 0 to 1
  opening_beat_seconds REAL,    -- a beat in the first seconds; null: none that is clear
  opening_beat_bpm     REAL,
  closing_beat_seconds REAL,    -- and in the last
  closing_beat_bpm     REAL,
  key_tonic            INTEGER CHECK (key_tonic BETWEEN 0 AND 11), -- semitones above C; null: nothing sounds
  key_is_minor         INTEGER CHECK (key_is_minor IN (0, 1)),
  key_confidence       REAL,    -- 0 to 1
  timbre               BLOB    NOT NULL, -- cepstral coefficients, a signed byte each, in sixteenths of an octave of power
  CHECK ((tempo_bpm IS NULL) = (tempo_confidence IS NULL)),
  CHECK ((opening_beat_seconds IS NULL) = (opening_beat_bpm IS NULL)),
  CHECK ((closing_beat_seconds IS NULL) = (closing_beat_bpm IS NULL)),
  CHECK ((key_tonic IS NULL) = (key_is_minor IS NULL) AND (key_tonic IS NULL) = (key_confidence IS NULL))
) STRICT;
