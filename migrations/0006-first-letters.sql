-- What one letter finds is known beforehand, as what two and three find is: the first key of a search is the one that finds most.
DROP TABLE tracks_fts;

CREATE VIRTUAL TABLE tracks_fts USING fts5 (
  title, artist, album,
  content = 'tracks', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

INSERT INTO tracks_fts (tracks_fts) VALUES ('rebuild');
