import Table from 'cli-table3';

/** One result as one line of JSON on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A table as wide as the terminal; a column of width 0 takes what the others leave, and wraps. */
export function printTable(
  columns: readonly { readonly title: string; readonly width: number }[],
  rows: readonly (readonly string[])[],
): void {
  const borders = columns.length + 1;
  const fixed = columns.reduce((sum, column) => sum + column.width, borders);
  const rest = Math.max(30, (process.stdout.columns || 120) - fixed);
  const table = new Table({
    head: columns.map((column) => column.title),
    colWidths: columns.map((column) => column.width || rest),
    wordWrap: true,
    style: { head: [], border: process.stdout.isTTY ? ['grey'] : [] },
  });
  table.push(...rows.map((row) => row.map(printable)));
  printLine(table.toString());
}

/** File names and tags may hold newlines and terminal control sequences: none of them reaches the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u{fffd}');
}

/** `4:07`, `1:02:09`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** `1 track`, `3 tracks`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
