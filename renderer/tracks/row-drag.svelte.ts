import type { Selection } from '../state/selection.svelte.ts';

/** Rows of a playlist that are being dragged to another place: the selected ones, or the one that is taken. */
export class RowDrag {
  /** The row before which they would fall; null: none are dragged. */
  before = $state<number | null>(null);
  #places: readonly number[] = [];
  readonly #selection: Selection;
  readonly #drop: (places: readonly number[], before: number) => Promise<void>;

  constructor(selection: Selection, drop: (places: readonly number[], before: number) => Promise<void>) {
    this.#selection = selection;
    this.#drop = drop;
  }

  /** What the table listens for; nothing where its rows stay where they are. */
  listeners(isMovable: boolean): Partial<Record<`ondrag${string}` | 'ondrop', (event: DragEvent) => void>> {
    if (!isMovable) return {};
    return {
      ondragstart: (event) => this.#start(event),
      ondragover: (event) => this.#over(event),
      ondragend: () => (this.before = null),
      ondrop: (event) => this.#end(event),
    };
  }

  #start(event: DragEvent): void {
    const row = rowAt(event)?.row;
    if (row === undefined) return;
    const selected = this.#selection.places;
    this.#places = selected.includes(row) ? selected : [row];
    event.dataTransfer?.setData('text/plain', `${this.#places.length} tracks`);
    this.before = row;
  }

  #over(event: DragEvent): void {
    const at = rowAt(event);
    if (this.before === null || !at) return;
    event.preventDefault();
    const { top, height } = at.element.getBoundingClientRect();
    this.before = at.row + (event.clientY > top + height / 2 ? 1 : 0);
  }

  #end(event: DragEvent): void {
    if (this.before === null) return;
    event.preventDefault();
    void this.#drop(this.#places, this.before);
    this.before = null;
  }
}

function rowAt(event: DragEvent): { element: Element; row: number } | null {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  return element ? { element, row: Number(element.dataset.row) } : null;
}
