/** Longer than any honest title; tags of broken files can hold megabytes. */
const LIMIT_CHARACTERS = 500;

/**
 * A tag's text as it can be shown: control characters and runs of space become one space, lone surrogates the
 * replacement character, Unicode is composed (NFC), length bounded. Null where nothing is left.
 */
export function cleanText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, LIMIT_CHARACTERS * 4)
    .toWellFormed()
    // Cc: controls; Cf as used to reorder or hide text, not the joiners that scripts and emoji need
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .normalize('NFC')
    .trim();
  const bounded = Array.from(text).slice(0, LIMIT_CHARACTERS).join('').trimEnd();
  return bounded === '' ? null : bounded;
}

/** A whole number within bounds, or null. */
export function cleanInteger(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** A finite number above 0 and up to `max`, or null. */
export function cleanPositive(value: unknown, max: number): number | null {
  return typeof value === 'number' && value > 0 && value <= max ? value : null;
}
