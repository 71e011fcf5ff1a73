import { access } from 'node:fs/promises';

/** Longer than a network takes that is well. */
const PATIENCE_MS = 3000;

/**
 * Tells whether folders are there. The system may take minutes to answer for a network drive that has gone: such a folder
 * counts as away meanwhile, and is not asked for again, since each question holds one of the few threads that read files.
 */
export class FolderPresence {
  readonly #ask: (path: string) => Promise<unknown>;
  readonly #patienceMs: number;
  readonly #underway = new Map<string, Promise<boolean>>();

  /** @param ask fails for a folder that is away */
  constructor(ask: (path: string) => Promise<unknown> = access, patienceMs = PATIENCE_MS) {
    this.#ask = ask;
    this.#patienceMs = patienceMs;
  }

  /** Never fails. */
  isThere(path: string): Promise<boolean> {
    const underway = this.#underway.get(path);
    if (underway !== undefined) return underway;
    const inTime = Promise.withResolvers<boolean>();
    // Where this program was busy itself, the answer may have come and wait to be read: it is read before the immediate.
    const timer = setTimeout(() => setImmediate(() => inTime.resolve(false)), this.#patienceMs);
    const answered = (isThere: boolean): void => {
      clearTimeout(timer);
      this.#underway.delete(path);
      inTime.resolve(isThere);
    };
    this.#underway.set(path, inTime.promise);
    this.#ask(path).then(
      () => answered(true),
      () => answered(false),
    );
    return inTime.promise;
  }
}
