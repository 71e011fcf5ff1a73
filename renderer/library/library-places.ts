import { idOf } from '../state/address.ts';

export const LIBRARY_TABS = ['tracks', 'albums', 'artists', 'genres', 'folders'] as const;
export type LibraryTab = (typeof LIBRARY_TABS)[number];

/** What the library shows: one of its lists, or something that one of them leads to. */
export type LibraryPlace =
  | { readonly kind: 'list'; readonly tab: LibraryTab }
  | { readonly kind: 'album'; readonly albumId: number }
  | { readonly kind: 'artist' | 'genre'; readonly name: string }
  | { readonly kind: 'folder'; readonly folderId: number; readonly subfolder: readonly string[] };

/** Of what follows `#/library/` in an address. */
export function libraryPlaceOf([kind, ...rest]: readonly string[]): LibraryPlace {
  const id = idOf(rest[0]);
  if (kind === 'album' && id !== null) return { kind, albumId: id };
  if (kind === 'folder' && id !== null) return { kind, folderId: id, subfolder: rest.slice(1) };
  const name = rest.at(0);
  if ((kind === 'artist' || kind === 'genre') && name !== undefined) return { kind, name };
  return { kind: 'list', tab: LIBRARY_TABS.find((tab) => tab === kind) ?? 'tracks' };
}
