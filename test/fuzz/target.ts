import type { Random } from '../support/random.ts';

/** What a case may use. */
export interface Case extends Random {
  /** The only folder, besides Segue's own, in which anything may be opened. */
  readonly folder: string;
}

/** Makes one hostile thing, gives it to Segue and throws if that was not met as promised. */
export type Target = (it: Case) => Promise<void>;

export function promise(isKept: boolean, what: string): void {
  if (!isKept) throw new Error(what);
}
