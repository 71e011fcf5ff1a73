import { expect, test } from 'vitest';
import type { Track } from '../../../src-core/contract/api/index.ts';
import { columnText } from '../../../renderer/tracks/column-text.ts';

const KNOWN = { album: 'A', genre: 'Folk', year: 1999, loudnessLufs: -9.04, durationSeconds: 61 };
const UNKNOWN = { album: null, genre: null, year: null, loudnessLufs: null, durationSeconds: null };
const COLUMNS = ['album', 'genre', 'year', 'loudness', 'format', 'duration'] as const;

test('writes what is known of a track, and nothing where it is not', () => {
  const written = (facts: typeof KNOWN | typeof UNKNOWN): string[] =>
    COLUMNS.map((column) => columnText(column, { ...facts, mediaFormat: 'flac' } as Track));
  expect(written(KNOWN)).toEqual(['A', 'Folk', '1999', '-9.0 LUFS', 'FLAC', '1:01']);
  expect(written(UNKNOWN)).toEqual(['', '', '', '', 'FLAC', '']);
});
