-- Curves from before fades were listened for dive where their tracks die away. They serve on until the next index run has heard these
-- tracks again, as after a new model.
UPDATE curves SET model_version = 'outdated'
WHERE track_id IN (SELECT id FROM tracks WHERE fade_in_seconds IS NULL);
