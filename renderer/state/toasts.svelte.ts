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

  show(message: string, options: Partial<Pick<Toast, 'level' | 'action'>> = {}): void {
    const toast: Toast = { id: ++this.#lastId, level: 'info', message, ...options };
    const others = this.shown.filter((other) => other.message !== message);
    this.shown = [...others, toast].slice(-MOST_AT_ONCE);
    setTimeout(() => this.dismiss(toast.id), SHOWN_MS);
  }

  /** A failure in the words that it came with. A core that is away says so elsewhere. */
  showError(error: unknown): void {
    if (error instanceof SegueError && error.code === 'disconnected') return;
    this.show(errorWords(error), { level: 'error' });
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}
