export const VIEWS = [
  'now-playing',
  'library',
  'map',
  'queue',
  'playlists',
  'history',
  'folders',
  'settings',
] as const;
export type View = (typeof VIEWS)[number];

/** What the page shows, as its address says, so that "back" works and a reload stays. */
export interface Place {
  readonly view: View;
  /** What of the view: `['album', '7']` in the library. Each view knows its own; what it does not know, it passes over. */
  readonly parts: readonly string[];
}

/** `#/library/album/7` and the like; anything else is where listening begins. */
export function placeOf(hash: string): Place {
  const [name, ...rest] = hash.replace(/^#\//, '').split('/').map(decoded);
  const view = VIEWS.find((known) => known === name);
  return view === undefined
    ? { view: 'now-playing', parts: [] }
    : { view, parts: rest.filter((part) => part !== '') };
}

export function hashOf(view: View, ...parts: readonly (string | number)[]): string {
  return ['#', view, ...parts.map((part) => encodeURIComponent(part))].join('/');
}

/** The id that an address names; null where it names none. */
export function idOf(part: string | undefined): number | null {
  const id = Number(part);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
