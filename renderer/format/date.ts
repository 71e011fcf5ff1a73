/** A day and a time of it, as the listener's language writes them. */
export function dateAndTime(atMs: number): string {
  return new Date(atMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
