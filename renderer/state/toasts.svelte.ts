import { SegueError } from '../../src-core/contract/errors.ts';
import { errorWords } from '../format/error-words.ts';

export interface Toast {
  readonly id: number;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read a sentence and reach for the button. */
const SHOWN_MS = 6_000;
const MOST_AT_ONCE = 3;

/** Short messages that come by themselves and go by themselves. */
export class Toasts {
  shown = $state.raw<readonly Toast[]>([]);
  #lastId = 0;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shown depends on when they go
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(message: string, options: Partial<Pick<Toast, 'level' | 'action'>> = {}): void {
    const toast: Toast = { id: ++this.#lastId, level: 'info', message, ...options };
    const others = this.shown.filter((other) => other.message !== message);
    this.shown = [...others, toast].slice(-MOST_AT_ONCE);
    this.#letGo(toast.id);
  }

  /** While the listener points at them they stay. */
  hold(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  release(): void {
    this.hold();
    for (const { id } of this.shown) this.#letGo(id);
  }

  /** A failure in the words that it came with. A core that is away says so elsewhere. */
  showError(error: unknown): void {
    if (error instanceof SegueError && error.code === 'disconnected') return;
    this.show(errorWords(error), { level: 'error' });
  }

  dismiss(id: number): void {
    this.#timers.delete(id);
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  #letGo(id: number): void {
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_MS),
    );
  }
}
