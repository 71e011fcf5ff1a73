/** Tells the user something on standard error that is not a result and not a failure. */
export function notice(line: string): void {
  process.stderr.write(`segue: ${line}\n`);
}
