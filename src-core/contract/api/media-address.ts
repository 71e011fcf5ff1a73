/**
 * Where a host answers with a track's sound: `base` is `media://` in the desktop shell and the address of `media/`
 * beside the page on a server.
 */
export function trackAddress(base: string, trackId: number): string {
  return `${base}track/${trackId}`;
}

/** Where a host answers with a cover. */
export function artAddress(base: string, artId: number): string {
  return `${base}art/${artId}`;
}
