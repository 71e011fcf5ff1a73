import { expect, test } from 'vitest';
import { libraryPlaceOf } from '../../../renderer/library/library-places.ts';

test.each([
  [[], { kind: 'list', tab: 'tracks' }],
  [['artists'], { kind: 'list', tab: 'artists' }],
  [['album', '7'], { kind: 'album', albumId: 7 }],
  [['album', 'x'], { kind: 'list', tab: 'tracks' }],
  [['artist', 'AC/DC'], { kind: 'artist', name: 'AC/DC' }],
  [['folder', '2', 'Ann', 'Best'], { kind: 'folder', folderId: 2, subfolder: ['Ann', 'Best'] }],
  [['nonsense', '2'], { kind: 'list', tab: 'tracks' }],
])('%j', (parts, expected) => {
  expect(libraryPlaceOf(parts)).toEqual(expected);
});
