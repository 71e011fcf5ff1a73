const said = new Set<string>();

/** Tells the user, once, something on standard error that is not a result and not a failure. */
export function notice(line: string): void {
  if (said.has(line)) return;
  said.add(line);
  process.stderr.write(`segue: ${line}\n`);
}
