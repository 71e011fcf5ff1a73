import { expect, test } from 'vitest';
import { importWords } from '../../../renderer/settings/import-words.ts';

const nothing = {
  playlists: 0,
  plays: 0,
  settings: 0,
  curves: 0,
  awaitedTracks: 0,
  queue: false,
  foldersAdded: [],
  foldersAway: [],
};

test('says what a backup brought', () => {
  expect(importWords(nothing)).toBe('Your library had all of it already.');
  expect(importWords({ ...nothing, playlists: 1, plays: 1200, foldersAway: ['/old'] })).toBe(
    'Restored 1 playlist, 1,200 plays. Not on this computer: /old.',
  );
});
