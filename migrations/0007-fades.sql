-- How long a track's sound takes to come up after the silence at its beginning, and to die away before the one at its end. Null: not
-- listened for yet.
ALTER TABLE tracks ADD COLUMN fade_in_seconds REAL;
ALTER TABLE tracks ADD COLUMN fade_out_seconds REAL;
