import type { VListHandle } from 'virtua/svelte';
import type { Track } from '../../src-core/contract/api/index.ts';
import { countOf } from '../format/count.ts';
import type { Selection } from '../state/selection.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { tableKey, type TableAction } from './table-keys.ts';

export interface TableHandOptions {
  readonly session: Pick<Session, 'attempt' | 'toasts'>;
  readonly selection: Selection;
  /** The rows' element, once there is one. */
  readonly grid: () => HTMLElement | null;
  readonly list: () => VListHandle | undefined;
  readonly total: () => number;
  readonly trackAt: (row: number) => Track | undefined;
  readonly rowHeightPx: number;
  readonly play: (track: Track) => void;
  /** Given where rows can be put elsewhere and taken out: by their places. */
  readonly move: ((places: readonly number[], before: number) => Promise<unknown>) | undefined;
  readonly remove: ((places: readonly number[]) => Promise<unknown>) | undefined;
}

/** What mouse and keyboard do in a list of tracks. */
export class TableHand {
  readonly #options: TableHandOptions;

  constructor(options: TableHandOptions) {
    this.#options = options;
  }

  readonly click = (event: MouseEvent): void => {
    const at = this.#rowOf(event);
    if (!at) return;
    const { row, track, act } = at;
    const { session, selection, play } = this.#options;
    if (act === 'play') play(track);
    else if (act === 'more') this.#openMenu(row, event.target as Element);
    else if (event.shiftKey) void session.attempt(() => selection.extendTo(row));
    else if (event.ctrlKey || event.metaKey) selection.toggle(row, track.id);
    else selection.only(row, track.id);
  };

  readonly doubleClick = (event: MouseEvent): void => {
    const at = this.#rowOf(event);
    if (at && at.act === undefined) this.#options.play(at.track);
  };

  readonly contextMenu = (event: MouseEvent): void => {
    const at = this.#rowOf(event);
    const { selection } = this.#options;
    // Elsewhere there is nothing to choose from.
    if (!at) event.stopImmediatePropagation();
    else if (!selection.has(at.row, at.track.id)) selection.only(at.row, at.track.id);
    else selection.active = at.row;
  };

  readonly key = (event: KeyboardEvent): void => {
    const isInButton = (event.target as Element).closest('button') !== null;
    const action = tableKey(event, { isInButton });
    if (!action || this.#options.total() === 0) return;
    event.preventDefault();
    event.stopPropagation();
    // A range may be on its way.
    if (action.kind === 'menu' || action.kind === 'move' || action.kind === 'remove')
      void this.#options.selection.settled.then(() => this.#act(action));
    else this.#act(action);
  };

  focusRow(row: number): void {
    const { selection, list, grid } = this.#options;
    selection.active = row;
    list()?.scrollToIndex(row, { align: 'nearest' });
    // The row may have to be made first.
    requestAnimationFrame(() =>
      grid()?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus({ preventScroll: true }),
    );
  }

  #rowOf(event: Event): { row: number; track: Track; act: string | undefined } | null {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>('[data-row]');
    const row = Number(element?.dataset.row);
    const track = element ? this.#options.trackAt(row) : undefined;
    return track ? { row, track, act: target.closest<HTMLElement>('[data-act]')?.dataset.act } : null;
  }

  /** As by the secondary button, below an element of a row. */
  #openMenu(row: number, below: Element): void {
    const { left: clientX, bottom: clientY } = below.getBoundingClientRect();
    this.#options
      .grid()
      ?.querySelector(`[data-row="${row}"]`)
      ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
  }

  #act(action: TableAction): void {
    const { selection, trackAt, play, remove, grid } = this.#options;
    const { active } = selection;
    const track = trackAt(active);
    switch (action.kind) {
      case 'go':
        this.#go(action);
        return;
      case 'move':
        this.#move(action.to);
        return;
      case 'toggle':
        if (track) selection.toggle(active, track.id);
        return;
      case 'play':
        if (track) play(track);
        return;
      case 'menu': {
        const names = grid()?.querySelector(`[data-row="${active}"] .names`);
        if (names) this.#openMenu(active, names);
        return;
      }
      case 'all':
        this.#selectAll();
        return;
      case 'clear':
        selection.clear();
        return;
      case 'remove':
        if (remove && selection.size > 0) void remove(selection.places);
    }
  }

  #go({ to, select }: Extract<TableAction, { kind: 'go' }>): void {
    const { session, selection, list, rowHeightPx, total, trackAt } = this.#options;
    const { active } = selection;
    const page = Math.max(1, Math.floor((list()?.getViewportSize() ?? 0) / rowHeightPx) - 1);
    const last = total() - 1;
    const target = {
      up: active - 1,
      down: active + 1,
      pageUp: active - page,
      pageDown: active + page,
      home: 0,
      end: last,
    };
    const row = Math.min(Math.max(target[to], 0), last);
    const track = trackAt(row);
    if (select === 'extend') void session.attempt(() => selection.extendTo(row));
    else if (select === 'only' && track) selection.only(row, track.id);
    else if (select === 'only') void session.attempt(() => selection.choosePlaces(row, 1));
    this.focusRow(row);
  }

  #move(to: 'up' | 'down'): void {
    const { selection, move, total } = this.#options;
    const { places } = selection;
    if (!move || places.length === 0) return;
    const before = to === 'up' ? places[0] - 1 : places[places.length - 1] + 2;
    if (before >= 0 && before <= total()) void move(places, before);
  }

  #selectAll(): void {
    const { session, selection } = this.#options;
    void session.attempt(async () => {
      const left = await selection.all();
      if (left === 0) return;
      const selected = countOf(selection.size, 'track');
      session.toasts.show(`The first ${selected} are selected: more cannot be at once.`);
    });
  }
}
