/**
 * Moves the focus out of a row that is about to go, to the button of the same kind in the row before or after it, so that the
 * keyboard stays in the list.
 *
 * @param button the one that takes the row away, in the row
 */
export function letGoOfRow(button: HTMLElement): void {
  const row = button.closest('[data-row]');
  const rows = Array.from(row?.parentElement?.querySelectorAll('[data-row]') ?? []);
  const at = rows.indexOf(row!);
  const other = rows.at(at === rows.length - 1 ? at - 1 : at + 1);
  if (other === row || other === undefined) button.blur();
  else Array.from(other.querySelectorAll('button')).at(-1)?.focus();
}
