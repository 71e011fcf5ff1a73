import Table from 'cli-table3';

/** A table for a terminal, or for a file: without colours or cut cells. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...header], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** As many as the tables tell apart. */
export function digits(value: number): string {
  return value.toFixed(3);
}
