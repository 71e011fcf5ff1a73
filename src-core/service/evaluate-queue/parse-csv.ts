/** Rows of comma-separated text (RFC 4180), each by the names in the header line. Blank lines and empty cells are passed over. */
export function parseCsv(text: string): Partial<Record<string, string>>[] {
  const lines = cellsOf(text.replace(/^\uFEFF/, '')).filter((cells) => cells.some((cell) => cell !== ''));
  const [header = [], ...rows] = lines;
  const names = header.map((name) => name.trim());
  return rows.map((cells) => {
    const named = names.map((name, i): [string, string] => [name, cells[i]?.trim() ?? '']);
    return Object.fromEntries(named.filter(([, cell]) => cell !== ''));
  });
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  // A quoted cell (its quotes doubled) or a plain one, and what ends it.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain, end] = match as unknown as [string, string?, string?, string?];
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
