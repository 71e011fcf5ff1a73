/** A day as people name it: `Today`, `Yesterday`, `Monday` within the week, its date before that. */
export function dayOf(atMs: number, nowMs: number): string {
  const day = startOfDay(atMs);
  // Half a day more, since days are an hour shorter or longer where clocks change.
  const daysAgo = Math.floor((startOfDay(nowMs) - day + 12 * 3_600_000) / 86_400_000);
  if (daysAgo <= 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  const date = new Date(day);
  if (daysAgo < 7) return date.toLocaleDateString('en', { weekday: 'long' });
  const isThisYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return date.toLocaleDateString('en', {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
