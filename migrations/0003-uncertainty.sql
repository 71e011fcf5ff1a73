-- How far each value of a curve may be off, as a standard deviation: one byte each, 255 = 1. Null: the model that
-- computed the curve did not tell.
ALTER TABLE curves ADD COLUMN arousal_uncertainty BLOB
  CHECK (arousal_uncertainty IS NULL OR length(arousal_uncertainty) * 2 = length(arousal));
ALTER TABLE curves ADD COLUMN valence_uncertainty BLOB
  CHECK (valence_uncertainty IS NULL OR length(valence_uncertainty) * 2 = length(valence));
-- Their means over the opening, by which a queue weighs it.
ALTER TABLE curves ADD COLUMN opening_arousal_uncertainty REAL;
ALTER TABLE curves ADD COLUMN opening_valence_uncertainty REAL;

-- Covers the read of all openings with how far they can be trusted.
DROP INDEX curves_seams;
CREATE INDEX curves_seams ON curves
  (track_id, opening, closing, opening_arousal_uncertainty, opening_valence_uncertainty);
